/** The forms an advisor uses to record what an applicant said: their own steps, and nothing that is theirs alone. */
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Finding } from '#shared/cohort/risk/finding.ts';
import type { Field, Form } from '#shared/exchange/fields/field.ts';
import type { RotationEventType } from '#shared/plan/facts/events.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { PRIVATE_EVENTS } from '#shared/plan/facts/private.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { eventOf, formOf } from '#shared/words/answer-form.ts';
import type { World } from '#shared/world/world.ts';
import { rotationForms } from '../../forms/rotation-forms.ts';

/** Nor may an advisor report what only the applicant decides, or give out a writer's address. */
const OWN: ReadonlySet<string> = new Set<RotationEventType>([
  'tier-set',
  'host-described',
  'letter-contact',
  'letter-promised',
  'letter-handed-over',
  'letter-taken-over',
  'letter-taken-back',
  'letter-email-stopped',
]);

function isOwn(type: string): boolean {
  return PRIVATE_EVENTS.has(type) || OWN.has(type);
}

const SAID: Field = {
  name: 'onWord',
  label: 'What the applicant said',
  kind: 'line',
  required: true,
  hint: 'The applicant sees this, and can undo what you record for 24 hours.',
};

/** A form for each thing that a rotation may report now. A key names its rotation: a page holds the forms of all. */
export function wordForms(rotation: Rotation, facts: Facts, world: World, now: Instant): Form[] {
  return rotationForms(rotation, facts, world, now)
    .filter(({ type }) => !isOwn(type))
    .map((form) => ({
      ...form,
      key: `${form.key}.${rotation.id}`,
      text: 'Recorded as if the applicant had reported it. They see that you did.',
      fields: [...form.fields, SAID],
      hidden: { ...form.hidden, onRotation: rotation.id },
    }));
}

/** The key of the form that answers an open reason; undefined where none does. */
export function wordFormOf(
  { rule, rotationId }: Pick<Finding, 'rule' | 'rotationId'>,
  facts: Facts,
  world: World,
  now: Instant,
): string | undefined {
  const matter = agendaAt(facts, world, now).matters.find(
    (each) => each.rule === rule && each.about.rotationId === rotationId,
  );
  const event = matter && eventOf(matter).event;
  if (!matter || !event || !rotationId || isOwn(event)) return undefined;
  const key = formOf({ rule, event, subject: matter.subject, rotationId });
  return key && `${key}.${rotationId}`;
}

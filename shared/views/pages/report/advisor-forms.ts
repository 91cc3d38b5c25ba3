/** The forms on an applicant's page: the work on their case, and what they said. */

import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { UNDO_MS } from '#shared/base/limits.ts';
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant, msBetween } from '#shared/base/time/instant.ts';
import type { CaseOwner } from '#shared/cohort/acts.ts';
import type { Finding } from '#shared/cohort/risk/finding.ts';
import type { Field, Form } from '#shared/exchange/fields/field.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { CLOSE_REASONS, CLOSE_WORDS, openCaseOf } from '#shared/people/casework/casework.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { RotationEventType } from '#shared/plan/facts/events.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { PRIVATE_EVENTS } from '#shared/plan/facts/private.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { eventOf, formOf } from '#shared/words/answer-form.ts';
import type { World } from '#shared/world/world.ts';
import { rotationForms } from '../../forms/rotation-forms.ts';

function workOf(team: readonly CaseOwner[], earliest: Day): readonly Field[] {
  const choices = team.map(({ id, name }) => ({ value: id, label: name }));
  return [
    { name: 'ownerId', label: 'Owner', kind: 'choice', choices, none: 'no owner' },
    {
      name: 'note',
      label: 'Note',
      kind: 'note',
      hint: 'Only facts about the plan, nothing medical.',
    },
    { name: 'followUpOn', label: 'Follow up on', kind: 'day', earliest },
    { name: 'contactedOn', label: 'Last contact with the applicant', kind: 'day' },
  ];
}

export function caseForms(
  { casework }: Pick<Applicant, 'casework'>,
  advisor: Advisor,
  team: readonly CaseOwner[],
  now: Instant,
): Form[] {
  const fields = workOf(team, dayIn(EASTERN, now));
  const open = openCaseOf(casework);
  const isFresh = casework?.undo && msBetween(casework.undo.at, now) < UNDO_MS;
  const undo = isFresh ? [UNDO] : [];
  if (!open) {
    return [
      {
        key: 'case-opened',
        type: 'case-opened',
        title: 'Open a case by hand',
        text: 'For a problem that no rule detects. The applicant is not notified. The case stays open until you close it.',
        fields: fields.map((field) =>
          field.name === 'note' ? { ...field, required: true } : field,
        ),
        hidden: {},
        values: { ownerId: advisor.id },
        button: 'Open the case',
      },
      ...undo,
    ];
  }
  const { owner, ownerId = team.find(({ name }) => name === owner)?.id ?? advisor.id } = open;
  const { note, followUpOn, contactedOn } = open;
  return [
    {
      key: 'case-updated',
      type: 'case-updated',
      title: open.owner ? 'Update the case' : 'Take the case',
      text: 'Fields you leave empty are cleared.',
      fields,
      hidden: { caseId: open.id },
      values: {
        ownerId,
        ...(note && { note }),
        ...(followUpOn && { followUpOn }),
        ...(contactedOn && { contactedOn }),
      },
      button: 'Save the case',
    },
    {
      key: 'case-closed',
      type: 'case-closed',
      title: 'Close the case',
      text: 'The same reasons open no new case for two weeks. A new reason opens one at once.',
      fields: [
        {
          name: 'reason',
          label: 'Why',
          kind: 'choice',
          required: true,
          choices: CLOSE_REASONS.map((value) => ({ value, label: CLOSE_WORDS[value] })),
        },
        { name: 'note', label: 'Note', kind: 'note' },
      ],
      hidden: { caseId: open.id },
      values: {},
      button: 'Close the case',
    },
    ...undo,
  ];
}

const UNDO: Form = {
  key: 'case-undone',
  type: 'case-undone',
  title: 'Undo the last update',
  text: 'Possible for 24 hours after the last update of the case.',
  fields: [],
  hidden: {},
  values: {},
  button: 'Undo the last update of the case',
};

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

/** What the applicant said, recorded: a form for each of their own steps that a rotation may report now, and nothing that is theirs alone. A key names its rotation: a page holds the forms of all. */
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

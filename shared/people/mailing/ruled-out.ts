/** A host that rules a rotation out, allows it, and rules it out again: each ruling-out is emailed once, and distinguished from the others by its rung. */
import type { AgendaAt } from '#shared/agenda/agenda-at.ts';
import type { Rung } from '#shared/agenda/ladder.ts';
import { idOf } from '#shared/agenda/matter.ts';
import { isAhead } from '#shared/agenda/matters/step.ts';
import type { Occasion } from '#shared/words/occasions.ts';
import type { Applicant } from '../person/applicant.ts';
import { keysSaid } from '../person/email-record.ts';
import type { Outlook } from '../person/outlook.ts';

type Allowed = NonNullable<Outlook['allowed']>;

/** How often each gate was open again after an email had said that it is closed. */
export function allowedOf(
  { emails, olderKeys, outlook }: Pick<Applicant, 'emails' | 'olderKeys' | 'outlook'>,
  { view, matters }: Pick<AgendaAt, 'view' | 'matters'>,
): Allowed {
  const rotationOf = (subject: string) =>
    view.facts.rotations.find(({ id }) => subject.startsWith(`${id}/`));
  // Nothing is kept for a rotation that left the plan; the ledger has what was emailed.
  const kept = Object.entries(outlook?.allowed ?? {}).filter(([subject]) => rotationOf(subject));
  const allowed = Object.fromEntries(kept);
  for (const key of [...olderKeys, ...keysSaid(emails)]) {
    const [rule, subject = '', , rung] = key.split('|');
    const times = allowed[subject] ?? 0;
    if (rule !== 'gate' || rung !== rungName(times)) continue;
    const rotation = rotationOf(subject);
    const isClosed = matters.some(
      ({ id, kind }) => id === idOf('gate', subject) && kind === 'conflict',
    );
    if (rotation && isAhead(rotation) && !isClosed) allowed[subject] = times + 1;
  }
  return allowed;
}

/** The rungs of a gate that was open meanwhile: another ruling-out than the one that was said. */
export function toldApart(
  rungs: Rung[],
  { rule, subject }: Pick<Occasion, 'rule' | 'subject'>,
  outlook: Outlook | undefined,
): Rung[] {
  const times = rule === 'gate' ? (outlook?.allowed?.[subject] ?? 0) : 0;
  return rungs.map((rung) =>
    rung.name === FIRST_LOSS ? { ...rung, name: rungName(times) } : rung,
  );
}

const FIRST_LOSS = 'lost';

function rungName(times: number): string {
  return times === 0 ? FIRST_LOSS : `again-${times}`;
}

/** How often the oracle wants someone told that a host rules a rotation out: once, and once more after each time it was possible. */
import type { AgendaAt } from '#shared/agenda/agenda-at.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { Occasion } from '#shared/words/occasions.ts';

interface Told {
  readonly facts: Facts;
  readonly gone: ReadonlyMap<string, number>;
  readonly allowed: Map<string, number>;
}

/** What a host has ruled out, and allowed since, is said once more where it rules it out again. */
export function countAllowed(person: Told, matters: AgendaAt['matters']): void {
  for (const key of person.gone.keys()) {
    const [rule, subject = '', , rung] = key.split('|');
    if (rule !== 'gate' || rung !== lossName(person, { rule, subject }, 'lost')) continue;
    const isAhead = person.facts.rotations.some(
      ({ id, stage }) => subject.startsWith(`${id}/`) && BEFORE_THE_FIRST_DAY.includes(stage),
    );
    const isClosed = matters.some(
      (each) => each.rule === 'gate' && each.subject === subject && each.kind === 'conflict',
    );
    if (isAhead && !isClosed) person.allowed.set(subject, (person.allowed.get(subject) ?? 0) + 1);
  }
}

const BEFORE_THE_FIRST_DAY: readonly Rotation['stage'][] = ['identify', 'apply', 'documents'];

export function lossName(
  { allowed }: Pick<Told, 'allowed'>,
  { rule, subject }: Pick<Occasion, 'rule' | 'subject'>,
  rung: string,
): string {
  const times = rule === 'gate' ? allowed.get(subject) : undefined;
  return times && rung === 'lost' ? `again-${times}` : rung;
}

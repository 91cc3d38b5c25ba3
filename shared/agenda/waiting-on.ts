/** Whose turn it is: the person or office that must act before a rotation can continue. */
import type { Day } from '#shared/base/time/day.ts';
import { type AgendaAt, standingOf } from './agenda-at.ts';
import type { Party } from './matter.ts';

export type WaitingOn = Exclude<Party, 'advisor'>;

/** While a host decides, the host; else what the applicant can do: nobody waits for others while something is theirs to do. */
export function waitingOn(rotationId: string, at: AgendaAt): WaitingOn {
  return turnIn(rotationId, at).holder;
}

/** Since when someone else has it, where that is known. */
export function waitingSince(rotationId: string, at: AgendaAt): Day | undefined {
  return turnIn(rotationId, at).since;
}

function turnIn(
  rotationId: string,
  at: AgendaAt,
): { readonly holder: WaitingOn; readonly since?: Day | undefined } {
  const standings = at.matters
    .filter(
      ({ about, kind, stake }) =>
        about.rotationId === rotationId && kind !== 'question' && stake !== 'comfort',
    )
    .map((matter) => ({ matter, standing: standingOf(at, matter) }))
    .filter(({ standing: { name, lostWith } }) => HOLDS.includes(name) && lostWith === undefined);
  const blocked = standings.find(({ standing }) => standing.name === 'blocked');
  const own = standings.find(({ standing }) => standing.name !== 'blocked');
  if (own && blocked?.matter.rule !== 'host-answer') return { holder: asHolder(own.matter.whose) };
  const { party, since } = blocked?.standing ?? {};
  return { holder: party ? asHolder(party) : 'nobody', since };
}

const HOLDS: readonly string[] = ['open', 'late', 'unknown', 'lost', 'blocked'];

/** For a rotation, the advisor's turn counts as the applicant's. */
function asHolder(party: Party): WaitingOn {
  return party === 'advisor' ? 'applicant' : party;
}

/** A consulate or Intealth, which nobody can speed up; never counted against the applicant. */
export function isOutside(holder: WaitingOn): boolean {
  return holder === 'visa' || holder === 'external';
}

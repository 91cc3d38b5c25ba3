/** What a host or program states, and whether this person meets it: the plan check's own rules, so that list and plan never disagree. */

import type { Gate as HostGate } from '#shared/agenda/gates/gate.ts';
import { ruleOf } from '#shared/agenda/gates/gate.ts';
import { gatesOf } from '#shared/agenda/gates/gates.ts';
import { statedBy } from '#shared/agenda/gates/gates-of-rotation.ts';
import { phraseFix, phraseGate } from '#shared/words/gate-words.ts';
import { phraseSource } from '#shared/world/provenance.ts';
import { gatePersonOf, type ShortlistProfile } from './profile.ts';
import { datesIn, type Stay } from './stay.ts';

type GateState = 'fails' | 'unknown' | 'meets' | 'not-stated';

export interface Gate {
  /** The rule: the guide's id, or our own name. */
  readonly rule: string;
  readonly state: GateState;
  readonly text: string;
  readonly source: string;
  /** What would change it; absent for what is met. */
  readonly fix?: string;
  /** An undated page says no: it stays a question, and no proposal includes it. */
  readonly speaksAgainst?: true;
}

/** Every gate of one stay; what its page does not state turns no yes into a question. */
export function stayGates(
  { site, month, route }: Stay,
  profile: ShortlistProfile,
  specialty: 'ir' | 'dr' | 'other',
): Gate[] {
  const { host } = site;
  return gatesOf({
    person: gatePersonOf(profile),
    stay: {
      specialty,
      ...(month && { dates: datesIn(month) }),
      ...(route === 'vslo' && { route }),
    },
    ...statedBy(host),
  }).map((gate) => ({
    rule: ruleOf(gate),
    state: STATES[gate.state],
    text: phraseGate(gate, host.name, 'applicant'),
    source: phraseSource(gate.provenance),
    ...(gate.state !== 'met' && { fix: phraseFix(gate) }),
    ...(gate.hint === 'not-met' && { speaksAgainst: true as const }),
  }));
}

const STATES: Readonly<Record<HostGate['state'], GateState>> = {
  met: 'meets',
  'not-met': 'fails',
  ask: 'unknown',
  'not-stated': 'not-stated',
};

export type CanApply = 'yes' | 'ask' | 'no';

/** Whether this person may apply: all is met, something is not, or someone must be asked. That a department takes visitors is asked beside it. */
export function canApply(gates: readonly Gate[]): CanApply {
  if (gates.some(({ state }) => state === 'fails')) return 'no';
  const asks = gates.some(({ state, rule }) => state === 'unknown' && rule !== 'host-department');
  return !asks && gates.some(({ state }) => state === 'meets') ? 'yes' : 'ask';
}

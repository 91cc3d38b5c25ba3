/** What a host's page says about one rotation, as lines: met, not met, to ask, or not stated, each with its source. */
import type { Gate, GateId, GateState } from '#shared/agenda/gates/gate.ts';
import { gatesOfRotation } from '#shared/agenda/gates/gates-of-rotation.ts';
import { unanswered } from '#shared/agenda/matters/gates.ts';
import { isAhead } from '#shared/agenda/matters/step.ts';
import type { Reader } from '#shared/base/sentence.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isInUs } from '#shared/plan/rotation/kind.ts';
import { FURTHER_WORDS } from '#shared/world/hosts/further-words.ts';
import { phraseSource } from '#shared/world/provenance.ts';
import type { World } from '#shared/world/world.ts';
import { phraseFix, phraseGate, phraseUnstated } from './gate-words.ts';

export interface HostRule {
  readonly rotationId: string;
  /** All that a page does not state is one line. */
  readonly ids: readonly GateId[];
  readonly state: GateState;
  readonly text: string;
  /** What the applicant can do about it. */
  readonly fix?: string;
  readonly source: string;
}

export const GATE_STATE_WORDS: Readonly<Record<GateState, string>> = {
  'not-met': 'not met',
  ask: 'ask',
  met: 'met',
  'not-stated': 'not stated',
};

const ORDER = Object.keys(GATE_STATE_WORDS) as GateState[];

/** Worst first; of a rotation in the US whose first day is ahead. */
export function hostRules(
  rotation: Rotation,
  facts: Facts,
  world: World,
  reader: Reader,
): HostRule[] {
  if (!isAhead(rotation) || !isInUs(rotation)) return [];
  const gates = unanswered(gatesOfRotation(rotation, facts, world), rotation);
  const stated = gates.filter(({ state }) => state !== 'not-stated');
  const unstated = gates.filter(({ state }) => state === 'not-stated');
  const { name } = rotation.host;
  return [
    ...stated
      .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
      .map((gate) => lineOf([gate], phraseGate(gate, name, reader), rotation, reader)),
    ...(unstated.length > 0
      ? [lineOf(unstated, phraseUnstated(unstated, name, reader), rotation, reader)]
      : []),
    ...otherPages(rotation, world, reader),
  ];
}

/** Another page of the host decides nothing: it is shown in its own words, to ask about. */
function otherPages(
  { id: rotationId, host, mode }: Rotation,
  world: World,
  reader: Reader,
): HostRule[] {
  const { further = [] } = world.host(host.institutionId, mode)?.offering ?? {};
  return further.map(({ field, text, stated, sources }) => ({
    rotationId,
    ids: [],
    state: 'not-stated',
    text: `Another page of ${host.name} (${stated}), about ${FURTHER_WORDS[field]}: “${text}”.`,
    ...(reader === 'applicant' && { fix: 'Ask the host whether this still holds.' }),
    source: sources[0] ?? '',
  }));
}

function lineOf(
  gates: readonly Gate[],
  text: string,
  { id: rotationId }: Rotation,
  reader: Reader,
): HostRule {
  const [first] = gates;
  if (!first) throw new Error('A line is about one rule at least.');
  const { state, provenance } = first;
  return {
    rotationId,
    ids: gates.map(({ id }) => id),
    state,
    text,
    ...(reader === 'applicant' && state !== 'met' && { fix: phraseFix(first) }),
    source: phraseSource(provenance),
  };
}

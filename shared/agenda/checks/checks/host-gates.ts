/** What a host's own page says against a rotation, as findings: every gate that is not met, or that asks something. */

import type { View } from '#shared/agenda/view.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isFinished } from '#shared/plan/facts/stages.ts';
import { inUs, isOpenQuestion } from '#shared/plan/rotation/on-plan.ts';
import { phraseSource } from '#shared/world/source-words.ts';
import type { Gate, GateId } from '../../gates/gate.ts';
import { phraseFix, phraseGate, phraseUnstated } from '../../gates/gate-words.ts';
import { gatesOfRotation } from '../../gates/gates-of-rotation.ts';
import type { Check, Verdict } from '../check.ts';
import type { Severity } from '../diagnostic.ts';

/** The guide's rule where it has one, else the name of ours for what only hosts state. */
export function ruleOf({ id, reason }: Pick<Gate, 'id' | 'reason'>): string {
  const isOfGraduates =
    reason.code.startsWith('graduates') || ('topic' in reason && reason.topic === 'graduates');
  if (id === 'who' && isOfGraduates) return 'G12';
  return RULES[id];
}

const RULES: Readonly<Record<GateId, string>> = {
  who: 'host-international',
  'final-year': 'host-international',
  'degree-age': 'host-international',
  citizenship: 'host-international',
  electives: 'host-international',
  department: 'host-department',
  route: 'G12b',
  contact: 'host-contact',
  months: 'host-months',
  length: 'host-months',
  time: 'host-open',
  status: 'host-open',
  'step-1': 'host-exams',
  'step-2': 'host-exams',
  english: 'host-exams',
  ecfmg: 'G13b',
  visa: 'host-visa',
};

/** A host that has made an offer knows whom it takes; the visa stays a matter until the rotation begins. */
export const HOST_GATE_CHECKS: readonly Check[] = [
  ...[...new Set(['G12', ...Object.values(RULES)])].map((rule) => ({
    id: rule,
    judge: ({ facts, world }: View) =>
      inUs(facts)
        .filter(rule === RULES.visa ? isBeforeStart : isOpenQuestion)
        .flatMap((rotation) =>
          gatesOfRotation(rotation, facts, world)
            .filter((gate) => gate.state !== 'not-stated' && ruleOf(gate) === rule)
            .map((gate) => verdictOf(gate, rotation)),
        ),
  })),
  { id: 'host-unstated', judge: unstated },
];

function verdictOf(gate: Gate, { id, host }: Rotation): Verdict {
  if (gate.state === 'met') return { state: 'satisfied', subject: id };
  return {
    state: 'found',
    diagnostic: {
      rule: ruleOf(gate),
      severity: severityOf(gate),
      subject: id,
      says: phraseGate(gate, host.name, 'applicant'),
      fix: phraseFix(gate),
      source: phraseSource(gate.provenance),
    },
  };
}

/** A stated rule that asks is a warning; what nobody states is only not known. */
function severityOf({ state, reason }: Gate): Severity {
  if (state === 'not-met') return 'impossible';
  return 'topic' in reason || reason.code === 'department-unknown' ? 'reference' : 'warning';
}

/** All that a page does not say is one line: it is asked before applying, and stands in nobody's way. */
function unstated({ facts, world }: View): Verdict[] {
  return inUs(facts)
    .filter(isOpenQuestion)
    .flatMap((rotation): Verdict[] => {
      const { id, host } = rotation;
      const gates = gatesOfRotation(rotation, facts, world);
      const open = gates.filter(({ state }) => state === 'not-stated');
      const [first] = open;
      if (!first) return [{ state: 'satisfied', subject: id }];
      return [
        {
          state: 'found',
          diagnostic: {
            rule: 'host-unstated',
            severity: 'reference',
            subject: id,
            says: phraseUnstated(open, host.name),
            fix: phraseFix(first),
            source: phraseSource(first.provenance),
          },
        },
      ];
    });
}

function isBeforeStart({ stage }: Rotation): boolean {
  return stage !== 'closed' && stage !== 'rotate' && !isFinished(stage);
}

/** What a host's own page rules out or asks: while it rules a rotation out, nothing else of that rotation is asked for. */
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isInUs } from '#shared/plan/rotation/kind.ts';
import { isOpenQuestion } from '#shared/plan/rotation/on-plan.ts';
import { type Answer, open, report } from '../answer.ts';
import type { Gate, GateId } from '../gates/gate.ts';
import { gatesOfRotation } from '../gates/gates-of-rotation.ts';
import { type Matter, matter } from '../matter.ts';
import type { View } from '../view.ts';
import { note } from './notes/draft.ts';
import { isAhead } from './path.ts';

/** Other dates, or another answer about oneself, may meet these. */
const BY_DATES: readonly GateId[] = ['months', 'length', 'time', 'final-year', 'degree-age'];
const BY_PROFILE: readonly GateId[] = ['visa', 'step-1', 'step-2', 'english', 'ecfmg'];

export function gateMatters(rotation: Rotation, { facts, world }: View): Matter[] {
  if (!isInUs(rotation) || !isAhead(rotation)) return [];
  const isOpen = isOpenQuestion(rotation);
  // Once it has accepted somebody, only how they enter can still be wrong, until the visa is there.
  if (!isOpen && hasVisa(rotation)) return [];
  const gates = gatesOfRotation(rotation, facts, world);
  const unstated = gates.some(({ state }) => state === 'not-stated');
  return [
    ...gates
      .filter(({ id, state }) => isStated(state) && (isOpen || id === 'visa'))
      .map((gate) => gateMatter(gate, rotation)),
    ...(isOpen && unstated ? [unstatedNote(rotation)] : []),
  ];
}

/** A host that has made an offer knows whom it takes: what its page says against it is then a question. */
function gateMatter({ id: gate, state }: Gate, rotation: Rotation): Matter {
  const { id, status, since } = rotation;
  const isRefused = state === 'not-met' && status !== 'offered' && isOpenQuestion(rotation);
  return matter({
    rule: 'gate',
    subject: `${id}/${gate}`,
    kind: isRefused ? 'conflict' : 'question',
    about: { rotationId: id, gate },
    whose: 'applicant',
    stake: 'rotation',
    ...(isRefused && { opens: dayIn(EASTERN, since) }),
    answers: answersTo(gate, rotation),
    inputs: [`${id}.dates`, 'profile', `host.${rotation.host.institutionId}`],
  });
}

/** All that a page does not say is one line: it is asked before applying, and stands in nobody's way. */
function unstatedNote({ id }: Rotation): Matter {
  return note({
    rule: 'host-unstated',
    subject: id,
    about: { rotationId: id },
    weight: 'reference',
    reason: { code: 'unstated' },
  });
}

function isStated(state: Gate['state']): boolean {
  return state === 'not-met' || state === 'ask';
}

function hasVisa({ checklist }: Rotation): boolean {
  return checklist.some(({ kind, status }) => kind === 'visa' && status === 'cleared');
}

function answersTo(gate: GateId, { id }: Rotation): Answer[] {
  if (BY_DATES.includes(gate)) return [report({ type: 'dates-changed', rotationId: id }, 'dates')];
  return BY_PROFILE.includes(gate) ? [open('profile')] : [];
}

/** What a host's own page rules out: told at once, and nothing of that rotation is asked for while it holds. */
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isInUs } from '#shared/plan/rotation/kind.ts';
import { type Answer, open, report } from '../answer.ts';
import type { GateId } from '../gates/gate.ts';
import { gatesOfRotation } from '../gates/gates-of-rotation.ts';
import { type Matter, matter } from '../matter.ts';
import type { View } from '../view.ts';

/** Other dates, or another answer about oneself, may meet these. */
const BY_DATES: readonly GateId[] = ['months', 'length', 'time', 'final-year', 'degree-age'];
const BY_PROFILE: readonly GateId[] = ['visa', 'step-1', 'step-2', 'english', 'ecfmg'];

/** A host that has made an offer knows whom it takes. */
export function gateMatters(rotation: Rotation, { facts, world }: View): Matter[] {
  const { id, stage, status, since } = rotation;
  const isOpen = stage === 'identify' || (stage === 'apply' && status !== 'offered');
  if (!isOpen || !isInUs(rotation)) return [];
  return gatesOfRotation(rotation, facts, world)
    .filter(({ state }) => state === 'not-met')
    .map((gate) =>
      matter({
        rule: 'gate',
        subject: `${id}/${gate.id}`,
        kind: 'conflict',
        about: { rotationId: id, gate: gate.id },
        whose: 'applicant',
        stake: 'rotation',
        opens: dayIn(EASTERN, since),
        answers: answersTo(gate.id, rotation),
        inputs: [`${id}.dates`, 'profile', `host.${rotation.host.institutionId}`],
      }),
    );
}

function answersTo(gate: GateId, { id }: Rotation): Answer[] {
  if (BY_DATES.includes(gate)) return [report({ type: 'dates-changed', rotationId: id }, 'dates')];
  return BY_PROFILE.includes(gate) ? [open('profile')] : [];
}

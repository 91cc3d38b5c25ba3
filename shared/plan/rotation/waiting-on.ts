/** Whose turn it is: the person or office that must act before a rotation can continue. */
import type { World } from '#shared/world/world.ts';
import { judgeChecklist } from '../documents/judge.ts';
import type { HeldDocument, Holder } from '../facts/document.ts';
import { isOpen } from '../facts/letter.ts';
import type { Rotation } from '../facts/rotation.ts';
import { ballOf } from '../facts/stages.ts';

export type WaitingOn = Holder | 'writer' | 'nobody';

/** What the applicant can do comes first: nobody waits for others while something is theirs to do. */
export function waitingOn(
  rotation: Rotation,
  documents: readonly HeldDocument[],
  world: World,
): WaitingOn {
  const ball = ballOf(rotation.stage, rotation.status);
  switch (ball) {
    case 'documents':
      return holderOfDocuments(rotation, documents, world);
    case 'letters':
      return holderOfLetters(rotation);
    default:
      return ball;
  }
}

/** A consulate or Intealth, which nobody can speed up; never counted against the applicant. */
export function isOutside(holder: WaitingOn): boolean {
  return holder === 'visa' || holder === 'external';
}

function holderOfDocuments(
  rotation: Rotation,
  documents: readonly HeldDocument[],
  world: World,
): WaitingOn {
  const host = world.host(rotation.host.institutionId, rotation.mode);
  const holders = judgeChecklist(rotation, documents, host).flatMap((standing, index) => {
    if (standing.word === 'cleared') return [];
    // A document that expires too early is for the applicant to renew, even if another party has it now.
    if (standing.word === 'expires-too-early') return ['applicant' as const];
    return rotation.checklist[index]?.heldBy ?? [];
  });
  return holders.includes('applicant') ? 'applicant' : (holders[0] ?? 'nobody');
}

function holderOfLetters({ letters }: Rotation): WaitingOn {
  const open = letters.filter(isOpen);
  // A promised letter waits for the applicant's Letter Request Form; without any letter, a writer must be asked.
  const isWithWriters = open.length > 0 && open.every(({ status }) => status !== 'agreed');
  return isWithWriters ? 'writer' : 'applicant';
}

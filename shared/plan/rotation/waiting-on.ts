/** Who holds the ball of a rotation: the one person or office that must act before it can go on. */

import type { World } from '#shared/world/world.ts';
import { judgeChecklist } from '../documents/judge.ts';
import type { HeldDocument, Holder } from '../facts/document.ts';
import { isOpen } from '../facts/letter.ts';
import type { Rotation } from '../facts/rotation.ts';
import { ballOf } from '../facts/stages.ts';

export type WaitingOn = Holder | 'writer' | 'nobody';

/**
 * The stage table names the holder, or says that the answer lies with the documents or the letters. Whatever the
 * applicant can do comes first: nobody waits for others while something is theirs to do.
 */
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

/** True for what no person of the plan can hurry: a consulate, Intealth. Never counted against the applicant. */
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
    // A paper that will have expired is the applicant's to renew, whoever has it now.
    if (standing.word === 'expires-too-early') return ['applicant' as const];
    return rotation.checklist[index]?.heldBy ?? [];
  });
  return holders.includes('applicant') ? 'applicant' : (holders[0] ?? 'nobody');
}

function holderOfLetters({ letters }: Rotation): WaitingOn {
  const open = letters.filter(isOpen);
  // A promised letter waits for the applicant's Letter Request Form; without any letter a writer must be asked.
  const isWithWriters = open.length > 0 && open.every(({ status }) => status !== 'agreed');
  return isWithWriters ? 'writer' : 'applicant';
}

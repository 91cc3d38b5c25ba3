import type { Institution } from '#shared/world/programs/institution.ts';
import type { HeldDocument } from '../facts/document.ts';
import type { Profile } from '../facts/facts.ts';
import type { Rotation, RotationDates } from '../facts/rotation.ts';
import { isCommitted } from '../facts/stages.ts';
import { withFluShot } from './checklist.ts';
import { judgeChecklist, type Standing } from './judge.ts';

/** With new dates, a flu shot is required if they touch the season, and cleared documents reopen if they expire too early. */
export function withNewDates(
  rotation: Rotation,
  dates: RotationDates,
  held: readonly HeldDocument[],
  host: Institution | undefined,
  { entry }: Pick<Profile, 'entry'>,
): Rotation {
  const moved = { ...rotation, dates };
  if (!isCommitted(rotation.stage)) return moved;
  const before = papersOf(rotation, held, host);
  const after = papersOf(moved, held, host);
  const checklist = moved.checklist.map((item, index) =>
    item.status === 'cleared' && isTooEarly(after[index]) && !isTooEarly(before[index])
      ? { ...item, status: 'to-do' as const, heldBy: 'applicant' as const }
      : item,
  );
  return withFluShot({ ...moved, checklist }, host, entry);
}

/** Assessed by dates alone, whatever is cleared. */
function papersOf(
  rotation: Rotation,
  held: readonly HeldDocument[],
  host: Institution | undefined,
): Standing[] {
  const checklist = rotation.checklist.map((item) => ({ ...item, status: 'to-do' as const }));
  return judgeChecklist({ ...rotation, checklist }, held, host);
}

function isTooEarly(standing: Standing | undefined): boolean {
  return standing?.word === 'expires-too-early';
}

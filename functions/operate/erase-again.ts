/** Erases from restored data everyone who was erased after the backup was made. */

import { everybody } from '../due-pages.ts';
import { type EraseDeps, erase, erasureOf } from '../erase.ts';

/** @returns the ids of those who were in the data. Safe to repeat. */
export async function eraseAgain(deps: EraseDeps, erased: ReadonlySet<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const { kind, id } of everybody(deps.store)) {
    if (kind === 'applicant' && erased.has(erasureOf(id, deps.pepper))) found.push(id);
  }
  for (const id of found) await erase(deps, id);
  return found;
}

/** Unconfirmed entries of advisors, as an operator lists, confirms, and rejects them. */
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Store } from '#shared/store/store.ts';
import { confirmCorrection, takeBack } from '#shared/world/corrections/change-world.ts';
import { targetOf } from '#shared/world/corrections/correction.ts';
import type { Unconfirmed } from '#shared/world/corrections/unconfirmed.ts';
import { enteredWords, targetWords } from '#shared/world/corrections/words.ts';
import type { Provenance } from '#shared/world/provenance.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import type { ChangePorts } from '../change.ts';
import { changeWorld, worldItem } from '../change-world.ts';

export interface EnteredByAdvisor extends Provenance, Pick<Unconfirmed, 'by' | 'cohortIds'> {
  readonly id: string;
  /** `2028 season: Match Day`, or the question and its subject. */
  readonly what: string;
  readonly value: string;
}

/** Oldest first. */
export async function unconfirmedIn(store: Store): Promise<EnteredByAdvisor[]> {
  const { corrections } = await worldItem(store);
  return corrections.flatMap((each) => {
    const { id, source, checkedOn, certainty, unconfirmed } = each;
    if (!unconfirmed) return [];
    const { by, cohortIds } = unconfirmed;
    const what = targetWords(targetOf(each), PUBLISHED_WORLD);
    return [{ id, what, value: enteredWords(each), source, checkedOn, certainty, by, cohortIds }];
  });
}

/**
 * `confirm`: it applies to everyone from now on. `reject`: it is taken back.
 * @returns its new id: confirming is a separate change, which can be taken back
 */
export async function settleEntered(
  ports: ChangePorts,
  verdict: 'confirm' | 'reject',
  id: string,
  changeId: string,
): Promise<Result<string, string>> {
  const now = ports.clock.now();
  const change = { id: changeId, by: 'operator', reason: `${verdict}ed on the command line` };
  const act = verdict === 'confirm' ? confirmCorrection : takeBack;
  const done = await changeWorld(ports, (item) => act(item, id, change, now));
  if (!done.ok) return failure(done.failure.message);
  return success(verdict === 'confirm' ? changeId : id);
}

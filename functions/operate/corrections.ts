/** Unconfirmed entries of advisors, as an operator lists, confirms, and rejects them. */
import { failure, type Result, success } from '#shared/base/result.ts';
import type { ReachOfCorrection } from '#shared/people/outlook/affected.ts';
import { confirmCorrection, takeBack } from '#shared/world/corrections/change-world.ts';
import { targetOf } from '#shared/world/corrections/correction.ts';
import type { Unconfirmed } from '#shared/world/corrections/unconfirmed.ts';
import { enteredWords, targetWords } from '#shared/world/corrections/words.ts';
import type { WorldItem } from '#shared/world/corrections/world-item.ts';
import type { Provenance } from '#shared/world/provenance.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import type { ChangePorts } from '../change.ts';
import { changeWorld } from '../change-world.ts';
import { everybodys, type Readings, reachOfCorrection } from '../reach-of-correction.ts';
import { worldItem } from '../read-world.ts';

export interface EnteredByAdvisor extends Provenance, Pick<Unconfirmed, 'by' | 'cohortIds'> {
  readonly id: string;
  /** `2028 season: Match Day`, or the question and its subject. */
  readonly what: string;
  readonly value: string;
  /** What confirming it would change in other cohorts; undefined where it cannot be confirmed. */
  readonly reach?: Pick<ReachOfCorrection, 'isDrastic'> & NonNullable<ReachOfCorrection['others']>;
}

/** Oldest first. */
export async function unconfirmedIn(ports: ChangePorts): Promise<EnteredByAdvisor[]> {
  const item = await worldItem(ports.store);
  if (item.corrections.every(({ unconfirmed }) => !unconfirmed)) return [];
  const entered: EnteredByAdvisor[] = [];
  const everybody = await everybodys(ports.store);
  for (const each of item.corrections) {
    const { id, source, checkedOn, certainty, unconfirmed } = each;
    if (!unconfirmed) continue;
    const { by, cohortIds } = unconfirmed;
    const what = targetWords(targetOf(each), PUBLISHED_WORLD);
    const value = enteredWords(each);
    const reach = await reachOf(ports, item, id, everybody);
    const listed = { id, what, value, source, checkedOn, certainty, by, cohortIds };
    entered.push({ ...listed, ...(reach && { reach }) });
  }
  return entered;
}

/** Whom it would affect besides those who already see it. */
async function reachOf(
  { store, clock }: ChangePorts,
  before: WorldItem,
  id: string,
  everybody: Readings,
): Promise<EnteredByAdvisor['reach']> {
  const now = clock.now();
  const change = { id: `${id}-confirmed`.slice(0, 64), by: 'operator', reason: 'looked at' };
  const after = confirmCorrection(before, id, change, now);
  const correction = after.ok && after.value.corrections.at(-1);
  if (!after.ok || !correction) return undefined;
  const corrections = [correction];
  const planned = { store, now, before, after: after.value, corrections, cohortIds: [], everybody };
  const { others, isDrastic } = await reachOfCorrection(planned);
  return others && { ...others, isDrastic };
}

/** `confirm`: it applies to everyone. `reject`: it is taken back. Returns its new ID, since a confirmation can itself be withdrawn. */
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

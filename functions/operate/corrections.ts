/** Unconfirmed entries of advisors, as an operator lists, confirms, and rejects them. */
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Store } from '#shared/store/store.ts';
import { confirmCorrection, takeBack } from '#shared/world/corrections/change-world.ts';
import { changedWorld } from '#shared/world/corrections/changed-world.ts';
import { type Correction, targetOf } from '#shared/world/corrections/correction.ts';
import { FACT_QUESTIONS } from '#shared/world/corrections/entered/fact.ts';
import { dropFact, isWaiting, reviewFact } from '#shared/world/corrections/entered/judge-fact.ts';
import type { Unconfirmed } from '#shared/world/corrections/unconfirmed.ts';
import { targetWords, valueWords } from '#shared/world/corrections/words.ts';
import { UNCHANGED_WORLD } from '#shared/world/corrections/world-item.ts';
import type { Provenance } from '#shared/world/provenance.ts';
import { certaintyWords } from '#shared/world/source-words.ts';
import type { ChangePorts } from '../change.ts';
import { changeFacts, factsItem } from '../change-facts.ts';
import { changeWorld, worldItem } from '../change-world.ts';

export interface EnteredByAdvisor extends Provenance, Unconfirmed {
  readonly id: string;
  /** `2028 season: Match Day`, or the question and its subject. */
  readonly what: string;
  readonly value: string;
}

/** Dates first, then facts, each oldest first. */
export async function unconfirmedIn(store: Store): Promise<EnteredByAdvisor[]> {
  const [{ corrections }, { facts }] = [await worldItem(store), await factsItem(store)];
  const dates = corrections.flatMap((each) =>
    each.unconfirmed ? [dateOf(each, each.unconfirmed)] : [],
  );
  const answers = facts.flatMap(({ id, statement, unconfirmed, ...fact }) => {
    if (!unconfirmed && !isWaiting({ id, statement, ...fact })) return [];
    const { subject, name, answer, count, source, checkedOn, certainty } = statement;
    const said = count ? `${count.img} of ${count.residents} in ${count.year}` : answer;
    const value = `${said} (${certaintyWords(certainty, 'advisor')})`;
    const { by, cohortIds } = unconfirmed ?? { by: fact.proposedBy, cohortIds: [] };
    const what = `${subject}: ${FACT_QUESTIONS[name]}`;
    return [{ id, what, value, source, checkedOn, certainty, by, cohortIds }];
  });
  return [...dates, ...answers];
}

/**
 * `confirm`: it applies to everyone from now on. `reject`: a date is taken back, a proposed fact dropped.
 * @returns its new id: confirming a date is a separate change, which can be taken back
 */
export async function settleEntered(
  ports: ChangePorts,
  verdict: 'confirm' | 'reject',
  id: string,
  changeId: string,
): Promise<Result<string, string>> {
  const now = ports.clock.now();
  const { corrections } = await worldItem(ports.store);
  const isDate = corrections.some((each) => each.id === id);
  const done = isDate
    ? await settleDate(ports, verdict, id, changeId, now)
    : await settleFact(ports, verdict, id, now);
  return done.ok
    ? success(isDate && verdict === 'confirm' ? changeId : id)
    : failure(done.failure.message);
}

function settleDate(
  ports: ChangePorts,
  verdict: 'confirm' | 'reject',
  id: string,
  changeId: string,
  now: Instant,
) {
  const change = { id: changeId, by: 'operator', reason: `${verdict}ed on the command line` };
  const act = verdict === 'confirm' ? confirmCorrection : takeBack;
  return changeWorld(ports, (item) => act(item, id, change, now));
}

function settleFact(ports: ChangePorts, verdict: 'confirm' | 'reject', id: string, now: Instant) {
  const operator = { by: 'operator', now, cohortIds: [], proposersCohortIds: [] };
  return changeFacts(ports, (item) =>
    verdict === 'confirm' ? reviewFact(item, id, operator) : dropFact(item, id),
  );
}

function dateOf(correction: Correction, { by, cohortIds }: Unconfirmed): EnteredByAdvisor {
  const { unconfirmed: _, ...stated } = correction;
  const world = changedWorld({ ...UNCHANGED_WORLD, corrections: [stated] });
  const { id, source, checkedOn, certainty } = correction;
  const what = targetWords(targetOf(correction), world);
  return {
    id,
    what,
    value: valueWords(stated, world),
    source,
    checkedOn,
    certainty,
    by,
    cohortIds,
  };
}

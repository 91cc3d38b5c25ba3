/** One change of the entered facts, made durable: read, judge, write under the version read; after a lost race, again. */

import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import type { Refusal } from '#shared/base/refusal.ts';
import { failure, type Result } from '#shared/base/result.ts';
import type { Store } from '#shared/store/store.ts';
import {
  FACTS_ID,
  type FactsItem,
  NO_FACTS,
} from '#shared/world/corrections/entered/facts-item.ts';
import { factRefusals } from '#shared/world/corrections/entered/judge-fact.ts';

/** Answers only after the write. */
export async function changeFacts(
  store: Store,
  judge: (item: FactsItem) => Result<FactsItem, Refusal>,
): Promise<Result<FactsItem, Refusal>> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const item = await factsItem(store);
    const changed = judge(item);
    if (!changed.ok || changed.value === item) return changed;
    const { written } = await store.write(changed.value);
    if (written) return changed;
  }
  return failure(factRefusals.busy());
}

/** What advisors entered, of the whole deployment; empty before the first. */
export async function factsItem(store: Store): Promise<FactsItem> {
  return (await store.read('facts', FACTS_ID)) ?? NO_FACTS;
}

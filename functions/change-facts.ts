/** One change of the entered facts, made durable. */
import type { Refusal } from '#shared/base/refusal.ts';
import { failure, type Result } from '#shared/base/result.ts';
import type { Store } from '#shared/store/store.ts';
import { saidOfFacts } from '#shared/words/world-refusals.ts';
import {
  FACTS_ID,
  type FactsItem,
  NO_FACTS,
} from '#shared/world/corrections/entered/facts-item.ts';
import { type FactRefusal, factRefusals } from '#shared/world/corrections/refusals.ts';
import { type ChangePorts, change } from './change.ts';

/** Answers only after the write. */
export async function changeFacts(
  ports: ChangePorts,
  judge: (item: FactsItem) => Result<FactsItem, FactRefusal>,
): Promise<Result<FactsItem, Refusal>> {
  const changed = await change<'facts', Result<FactsItem, FactRefusal>>(
    ports,
    'facts',
    FACTS_ID,
    (item = NO_FACTS) => {
      const changed = judge(item);
      return changed.ok ? { write: changed.value, answer: changed } : { answer: changed };
    },
    () => failure(factRefusals.busy()),
  );
  return changed.ok ? changed : failure(saidOfFacts(changed.failure));
}

/** What advisors entered, of the whole deployment; empty before the first. */
export async function factsItem(store: Store): Promise<FactsItem> {
  return (await store.read('facts', FACTS_ID)) ?? NO_FACTS;
}

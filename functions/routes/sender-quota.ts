/**
 * How fast a sender may send. Each process takes messages from the sender's window in blocks and gives them out from
 * memory, so that the limit holds over all processes while few messages write. A spent window is asked for no more.
 */
import { CONFLICT_RETRIES_MAX } from '#shared/base/limits.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { secondsToNextWindow, takeBlock, windowOf } from '#shared/exchange/webhook/quota.ts';
import type { Store } from '#shared/store/store.ts';

/** Takes one message; otherwise the whole seconds until there is one again. */
export type TakeMessage = (
  senderId: string,
  now: Instant,
) => Promise<{ readonly taken: true } | { readonly taken: false; readonly retrySeconds: number }>;

interface Hand {
  readonly window: Instant;
  left: number;
  isSpent: boolean;
  /** The block on its way, which everybody who waits for one waits for. */
  asked?: Promise<void>;
}

export function senderQuota(store: Store): TakeMessage {
  const hands = new Map<string, Hand>();

  return async (senderId, now) => {
    const window = windowOf(now);
    let hand = hands.get(senderId);
    if (hand?.window !== window) {
      hand = { window, left: 0, isSpent: false };
      hands.set(senderId, hand);
    }
    while (hand.left === 0 && !hand.isSpent) {
      hand.asked ??= refill(hand, senderId, now);
      await hand.asked;
    }
    if (hand.left === 0) return { taken: false, retrySeconds: secondsToNextWindow(now) };
    hand.left -= 1;
    return { taken: true };
  };

  async function refill(hand: Hand, senderId: string, now: Instant): Promise<void> {
    try {
      hand.left = await block(store, senderId, now);
      hand.isSpent = hand.left === 0;
    } finally {
      delete hand.asked;
    }
  }
}

/** Nothing also after too many lost races: then others have taken what there was. */
async function block(store: Store, senderId: string, now: Instant): Promise<number> {
  for (let attempt = 0; attempt <= CONFLICT_RETRIES_MAX; attempt += 1) {
    const { quota, messages } = takeBlock(senderId, await store.read('quota', senderId), now);
    if (messages === 0) return 0;
    if ((await store.write(quota)).written) return messages;
  }
  return 0;
}

/** How fast a sender may send. Processes take blocks of its window and hand them out from memory, so that few messages cause a write. */
import type { Instant } from '#shared/base/time/instant.ts';
import { secondsToNextWindow, takeBlock, windowOf } from '#shared/exchange/webhook/quota.ts';
import { type ChangePorts, change } from '../change.ts';

/** Takes one message, or returns the whole seconds until the next one is available. */
export type TakeMessage = (
  senderId: string,
  now: Instant,
) => Promise<{ readonly taken: true } | { readonly taken: false; readonly retrySeconds: number }>;

interface Hand {
  readonly window: Instant;
  left: number;
  isSpent: boolean;
  /** The block that is being taken; all who wait share it. */
  asked?: Promise<void>;
}

export function senderQuota(ports: ChangePorts): TakeMessage {
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
      hand.left = await block(ports, senderId, now);
      hand.isSpent = hand.left === 0;
    } finally {
      delete hand.asked;
    }
  }
}

/** Also nothing after too many lost races: then others have taken what was left. */
async function block(ports: ChangePorts, senderId: string, now: Instant): Promise<number> {
  return change<'quota', number>(
    ports,
    'quota',
    senderId,
    (known) => {
      const { quota, messages } = takeBlock(senderId, known, now);
      return messages > 0 ? { write: quota, answer: messages } : { answer: 0 };
    },
    () => 0,
  );
}

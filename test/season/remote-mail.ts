/** An email system far away: what it answers, and what it tells later of an email that left. */

import type { Instant } from '#shared/base/time/instant.ts';
import type { EmailTag, Mailer } from '#shared/store/mailer.ts';

/** What becomes of one email. */
export interface EmailFate {
  readonly answer: 'accepted' | 'refused' | 'unknown';
  /** False for what is refused, and for some whose answer never came. */
  readonly leaves: boolean;
}

export interface RemoteEmail {
  readonly evidenceMs: number;
  nextFate(): EmailFate;
  /** Milliseconds after it left at which each of its Send events comes; empty when they are lost. */
  nextEvents(): readonly number[];
  /** True when the address turns out not to exist. */
  nextBounces(): boolean;
}

/** @param left told of each email that truly leaves */
export function remoteMailer(
  { evidenceMs, nextFate }: RemoteEmail,
  left: (tag: EmailTag, text: string, fate: EmailFate) => void,
  fault: (kind: 'refused' | 'unknown', personId: string) => void,
): Mailer {
  return {
    evidenceMs,
    async deliver({ text }, tag, _now: Instant) {
      const fate = nextFate();
      if (fate.leaves) left(tag, text, fate);
      if (fate.answer === 'accepted') return { outcome: 'accepted' };
      fault(fate.answer, tag.personId);
      return { outcome: fate.answer, reason: 'the weather' };
    },
  };
}

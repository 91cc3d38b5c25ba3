/** How often a sign-in link is mailed. Anybody who knows an address can ask, so the bounds hold for who is asked for. */
import { CAUSES_MAX, SIGN_INS_PER_DAY_MAX, SIGN_INS_PER_HOUR_MAX } from '#shared/base/limits.ts';
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import type { MailRecord } from '../person/mail-record.ts';
import type { Cause } from '../person/person.ts';

interface Asked {
  readonly causes: readonly Cause[];
  readonly mails: readonly MailRecord[];
}

/** False while one is on its way, or enough have left in the last hour or day. */
export function mayBeMailedSignIn({ causes, mails }: Asked, now: Instant): boolean {
  if (causes.length >= CAUSES_MAX || causes.some(({ stream }) => stream === 'sign-in'))
    return false;
  const mailedWithin = (ms: number) =>
    mails.filter(({ stream, claimedAt }) => stream === 'sign-in' && claimedAt > plusMs(now, -ms))
      .length;
  return (
    mailedWithin(HOUR_MS) < SIGN_INS_PER_HOUR_MAX && mailedWithin(DAY_MS) < SIGN_INS_PER_DAY_MAX
  );
}

/** Which deadline emails an act followed within seven days, by rung: "followed by", not "caused by". */

import { DAY_MS, type Instant, msBetween, plusMs } from '#shared/base/time/instant.ts';
import type { Applicant } from '../person/applicant.ts';
import { counts } from '../person/email-record.ts';

const FOLLOWED_MS = 7 * DAY_MS;

/** Emails still within their seven days are left out: they are not judged before their time. */
export function followedByRung(
  { emails, history }: Pick<Applicant, 'emails' | 'history'>,
  now: Instant,
): Record<string, [number, number]> {
  const acts = history.filter(({ by }) => by === 'applicant').map(({ at }) => at);
  const before = plusMs(now, -FOLLOWED_MS);
  const byRung: Record<string, [number, number]> = {};
  for (const email of emails) {
    if (!counts(email) || !isOfDeadlines(email.stream) || email.claimedAt > before) continue;
    const act = acts.find((at) => at > email.claimedAt);
    const wasFollowed = act !== undefined && msBetween(email.claimedAt, act) <= FOLLOWED_MS;
    for (const rung of new Set(email.keys.flatMap(rungOfKey))) {
      const [sent, followed] = byRung[rung] ?? [0, 0];
      byRung[rung] = [sent + 1, followed + Number(wasFollowed)];
    }
  }
  return byRung;
}

function isOfDeadlines(stream: string): boolean {
  return stream === 'digest' || stream === 'urgent';
}

function rungOfKey(key: string): string[] {
  const rung = key.split('|')[3];
  if (!rung) return [];
  return [rung.startsWith('picked-') ? 'picked' : rung];
}

/** What no plan shows by itself: email does not arrive while something comes due, or the applicant is silent while steps are open. */

import { plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant, startOfDay } from '#shared/base/time/instant.ts';
import { asTask } from '#shared/words/task-words.ts';
import type { Applicant } from '../person/applicant.ts';
import type { OutlookDue, OutlookFinding } from '../person/outlook.ts';
import { isHarmed } from '../person/person.ts';

/** Our default: an address that takes no email is urgent once something is due this soon. */
const UNREACHED_DUE_DAYS = 30;
/** Our default: silence is worth a call after this, while something is open. */
const SILENT_DAYS = 30;
/** Our default: after this long unconfirmed, the plan may be someone else’s. */
const UNCONFIRMED_DAYS = 14;

interface Unreached {
  readonly findings: readonly OutlookFinding[];
  /** The moments at which one of them begins with nobody acting. */
  readonly begins: readonly Instant[];
}

/** Unsubscribing is a choice, so it is shown only as not reached; silence still counts. */
export function unreachedOf(
  { reach, emails, history, createdAt, pending }: Applicant,
  due: readonly OutlookDue[],
  now: Instant,
): Unreached {
  const today = dayIn(EASTERN, now);
  const soon = due.filter(({ day }) => day >= today && day <= plusDays(today, UNREACHED_DUE_DAYS));
  // What is only advised turns nobody red.
  const next = soon.find(({ hard }) => hard) ?? soon[0] ?? due.find(({ day }) => day >= today);
  const urgentFrom = isHarmed(reach) && next ? plusDays(next.day, -UNREACHED_DUE_DAYS) : undefined;
  const heardAt = history.findLast(({ by }) => by === 'applicant')?.at;
  const heardOn = dayIn(EASTERN, heardAt ?? createdAt);
  const silentFrom = plusDays(heardOn, SILENT_DAYS);
  const isOpen = ({ opens }: OutlookDue) => !opens || opens <= today;
  const hasOpen = due.some(isOpen);
  const opening = hasOpen ? [] : due.flatMap(({ opens }) => opens ?? []);
  const asked = pending && dayIn(EASTERN, pending.since);
  const doubtedFrom = asked && plusDays(asked, UNCONFIRMED_DAYS);
  const begins = [urgentFrom ?? [], doubtedFrom ?? [], silentFrom, ...opening]
    .flat()
    .map((day) => startOfDay(day, EASTERN));
  if (next && urgentFrom && urgentFrom <= today) {
    const cameBack = emails.findLast((email) => email.cameBack)?.cameBack;
    const { rule, day, lastDay = day, title, certainty, source, checkedOn } = next;
    return {
      begins,
      findings: [
        {
          rule: 'unreached',
          standing: 'late',
          color: next.hard ? 'red' : 'amber',
          title: `not reached by email; next: ${asTask(rule, title)}`,
          since: cameBack ? dayIn(EASTERN, cameBack.at) : today,
          party: 'advisor',
          day,
          ...(next.hard && { lastDay }),
          certainty,
          source,
          ...(checkedOn && { checkedOn }),
        },
      ],
    };
  }
  const said = { standing: 'late', color: 'amber', party: 'advisor' } as const;
  if (asked && doubtedFrom && doubtedFrom <= today) {
    const doubted = { ...said, rule: 'unconfirmed', title: 'not confirmed', since: asked };
    return { begins, findings: [doubted] };
  }
  if (!hasOpen || silentFrom > today) return { begins, findings: [] };
  const silent = { ...said, rule: 'silent', title: 'steps are open', since: heardOn };
  return { begins, findings: [silent] };
}

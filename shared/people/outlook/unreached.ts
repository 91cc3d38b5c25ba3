/** What no plan says of itself: email does not arrive while something comes due, or the applicant is silent while steps are open. */
import { plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant, startOfDay } from '#shared/base/time/instant.ts';
import { asTask } from '#shared/words/advisor-tasks.ts';
import type { Applicant } from '../person/applicant.ts';
import type { OutlookDue, OutlookFinding } from '../person/outlook.ts';

/** Ours: an address that takes no email is urgent once something is due so soon. */
const UNREACHED_DUE_DAYS = 30;
/** Ours: silence is worth a call after this, while something is open. */
const SILENT_DAYS = 30;

export interface Unreached {
  readonly findings: readonly OutlookFinding[];
  /** The moments at which one of them begins with nobody acting. */
  readonly begins: readonly Instant[];
}

/** Unsubscribing is a choice, so it is shown only as not reached; silence still counts. */
export function unreachedOf(
  { reach, emails, history, createdAt }: Applicant,
  due: readonly OutlookDue[],
  now: Instant,
): Unreached {
  const today = dayIn(EASTERN, now);
  const isCut = reach === 'bounced' || reach === 'complained';
  const soon = due.filter(({ day }) => day >= today && day <= plusDays(today, UNREACHED_DUE_DAYS));
  // What is only advised turns nobody red.
  const next = soon.find(({ hard }) => hard) ?? soon[0] ?? due.find(({ day }) => day >= today);
  const urgentFrom = isCut && next ? plusDays(next.day, -UNREACHED_DUE_DAYS) : undefined;
  const heardAt = history.findLast(({ by }) => by === 'applicant')?.at;
  const heardOn = dayIn(EASTERN, heardAt ?? createdAt);
  const silentFrom = plusDays(heardOn, SILENT_DAYS);
  const isOpen = ({ opens }: OutlookDue) => !opens || opens <= today;
  const hasOpen = due.some(isOpen);
  const opening = hasOpen ? [] : due.flatMap(({ opens }) => opens ?? []);
  const begins = [...(urgentFrom ? [urgentFrom] : []), silentFrom, ...opening].map((day) =>
    startOfDay(day, EASTERN),
  );
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
  if (!hasOpen || silentFrom > today) return { begins, findings: [] };
  return {
    begins,
    findings: [
      {
        rule: 'silent',
        standing: 'late',
        color: 'amber',
        title: 'steps are open',
        since: heardOn,
        party: 'advisor',
      },
    ],
  };
}

/** What no plan says of itself: email does not arrive, the applicant is silent, a host's date was long not checked. */
import { counted } from '#shared/base/counted.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { phraseDay, phraseDistance } from '#shared/base/time/phrase.ts';
import type { Summary } from '#shared/people/outlook/summary.ts';
import { phraseSource } from '#shared/world/source-words.ts';
import type { Finding } from './finding.ts';
import { dueWords } from './of-matter.ts';

/** Ours: an address that takes no email is urgent once something is due so soon. */
const UNREACHED_DUE_DAYS = 30;
/** Ours: silence is worth a call after this, while something is open. */
const SILENT_DAYS = 30;
/** Ours: how long a date read from a host's page is trusted. */
const UNCHECKED_DAYS = 90;

export function outsideFindings(row: Summary, today: Day): Finding[] {
  return [...unreached(row, today), ...unchecked(row, today)];
}

/** Unsubscribing is a choice, so it is shown only as not reached; silence still counts. */
function unreached(row: Summary, today: Day): Finding[] {
  const { reach, activeOn, enrolledOn, emailedOn, outlook } = row;
  const open = (outlook?.due ?? []).filter(({ opens }) => !opens || opens <= today);
  const [next] = open.filter(({ day }) => day >= today);
  const nextSince = next && plusDays(next.day, -UNREACHED_DUE_DAYS);
  if (nextSince && nextSince <= today && (reach === 'bounced' || reach === 'complained')) {
    return [
      {
        code: 'U1',
        level: 'red',
        since: nextSince,
        owner: 'advisor',
        words: () => ({
          reason: `${reach === 'bounced' ? 'Emails do not arrive' : 'Our email was marked as spam'}; due ${phraseDistance(today, next.day)}: ${next.title}`,
          action: 'call, and enter a working address',
          data: [dueWords(next)],
        }),
      },
    ];
  }
  const heardOn = activeOn ?? enrolledOn;
  const silentSince = plusDays(heardOn, SILENT_DAYS);
  if (open.length === 0 || silentSince > today) return [];
  return [
    {
      code: 'U1',
      level: 'amber',
      since: silentSince,
      owner: 'advisor',
      words: () => ({
        reason: `No update since ${phraseDay(heardOn)}, and ${counted(open.length, 'step is', 'steps are')} open`,
        action: 'email or call in person',
        data: [
          activeOn
            ? `last update on ${phraseDay(heardOn)}`
            : `enrolled on ${phraseDay(heardOn)}, no update since`,
          emailedOn ? `last email on ${phraseDay(emailedOn)}` : 'no email sent yet',
        ],
      }),
    },
  ];
}

/** A future date from a host's page: one finding per person, the earliest date. Nobody is late for it. */
function unchecked({ outlook }: Summary, today: Day): Finding[] {
  const [first] = (outlook?.due ?? []).flatMap((due) => {
    const { checkedOn, day, certainty, rotationId } = due;
    if (!checkedOn || !rotationId || day < today || certainty === 'entered') return [];
    const since = plusDays(checkedOn, UNCHECKED_DAYS);
    return since <= today ? [{ due, checkedOn, since, rotationId }] : [];
  });
  if (!first) return [];
  const { due, checkedOn, since, rotationId } = first;
  return [
    {
      code: 'P1',
      level: 'gray',
      since,
      rotationId,
      owner: 'advisor',
      words: () => ({
        reason: `The date for “${due.title}” was last checked on ${phraseDay(checkedOn)}`,
        action: 'check the host’s page, and correct the date if it changed',
        data: [`due ${phraseDay(due.day)}: ${phraseSource(due)}`],
      }),
    },
  ];
}

import { html } from 'hono/html';
import { counted } from '#shared/base/counted.ts';
import type { Html } from '#shared/base/html.ts';
import type { Day } from '#shared/base/time/day.ts';
import { daysBetween } from '#shared/base/time/day.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { phraseDeadline, phraseLoss, phraseRest } from '#shared/words/deadline-words.ts';
import type { Occasion } from '#shared/words/occasions.ts';
import type { Certainty } from '#shared/world/provenance.ts';
import { certaintyWords, phraseSource } from '#shared/world/source-words.ts';
import { fold } from '../components.ts';
import type { PageView } from './person-page.ts';
import { status } from './status.ts';

/** `○ Start by Mon, Feb 1, 2027; due Fri, Sep 3, 2027`, or `○ By Fri, Sep 3, 2027, in 9 days (estimated)` */
export function whenWords(occasion: Occasion, { applicant, now }: PageView): Html {
  const { deadline, startBy, ladder, isQuestion } = occasion;
  const { zone } = applicant.facts.profile;
  const isPast = now >= deadline.at;
  // A question is never late.
  if (isQuestion) return status('to-do', `Open since ${phraseDay(deadline.day)}`);
  if (ladder === 'loss') return status('late', phraseLoss(occasion));
  if (startBy) {
    const days = daysBetween(startBy, dayIn(zone, now));
    const due = `${isPast ? 'was due' : 'due'} ${phraseDeadline(deadline, zone)}`;
    return days > 0
      ? status(
          'late',
          `Should have started by ${phraseDay(startBy)}, ${counted(days, 'day')} ago; ${due}`,
        )
      : status('to-do', `Start by ${phraseDay(startBy)}; ${due}`);
  }
  const isAdvice = ladder === 'advised';
  const lead = isPast ? (isAdvice ? 'Late: best by' : 'Was due') : isAdvice ? 'Best by' : 'By';
  const words = `${lead} ${phraseDeadline(deadline, zone)}, ${phraseRest(deadline, zone, now)}`;
  const certainty = deadline.certainty === 'estimated' ? ' (estimated)' : '';
  return status(isPast ? 'late' : 'to-do', `${words}${certainty}`);
}

/** The certainty is always visible; the source and the day it was checked open below it. */
export function sourceDetails(
  of: {
    readonly certainty: Certainty;
    readonly source: string;
    readonly checkedOn?: Day;
  },
  what: 'date' | 'amount' = 'date',
): Html {
  return fold(
    `${certaintyWords(of.certainty, 'applicant')}: where this ${what} comes from`,
    html`<p>${sourceWords(of)}</p>`,
    'source',
  );
}

/** The source with its address as a link. */
export function sourceWords(of: Parameters<typeof phraseSource>[0]): Html {
  const parts = phraseSource(of).split(ADDRESS);
  return html`${parts.map((part, index) =>
    index % 2 === 1 ? html`<a href="${part}" rel="noreferrer">${part}</a>` : part,
  )}`;
}

const ADDRESS = /(https:\/\/[^\s,;()]+)/;

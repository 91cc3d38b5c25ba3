/** What happened to one applicant's plan, newest first: updates, emails, and what advisors noted; nothing that is the applicant's alone. */
import { type Html, html } from '#shared/base/html.ts';
import { type Instant, msOf } from '#shared/base/time/instant.ts';
import { phraseDay, phraseLocal } from '#shared/base/time/phrase.ts';
import { actorWords, historyWords } from '#shared/people/applicant/history-words.ts';
import { type CaseEvent, CLOSE_WORDS } from '#shared/people/casework/casework.ts';
import { codeWords } from '#shared/people/casework/codes.ts';
import type { Applicant, HistoryEntry, Past } from '#shared/people/person/applicant.ts';
import type { EmailRecord } from '#shared/people/person/email-record.ts';
import { PRIVATE_EVENTS, PRIVATE_RULES } from '#shared/plan/facts/private.ts';
import { fold, list, section } from '../../components.ts';
import { pageOf, pagesNav } from '../layout.ts';

const SHOWN = 25;

/** `asked`: the page, from 1. `zone`: the reader's. */
export function timeline(
  applicant: Applicant,
  chunks: readonly Past[],
  asked: number,
  zone: string,
  path: string,
): Html {
  const lines = linesOf(applicant, chunks);
  const { page, pages, shown } = pageOf(lines, asked, SHOWN);
  const past = shown.map(
    ({ at, what, who }) =>
      html`${what}<br><span class="quiet">${phraseLocal(at, zone)}, ${who}</span>`,
  );
  const nav = pagesNav(
    { page, pages, list: 'the timeline' },
    (number) => `${path}?page=${number}#timeline`,
  );
  return section(
    'timeline',
    `Timeline (${lines.length})`,
    lines.length > 0
      ? fold('Updates, emails, and notes', html`${list(past)}${nav}`, 'rest', asked > 1)
      : html`<p>Nothing has happened yet.</p>`,
  );
}

interface Line {
  readonly at: Instant;
  readonly what: string;
  readonly who: string;
}

function linesOf(applicant: Applicant, chunks: readonly Past[]): Line[] {
  const pasts: readonly Past[] = [...chunks, applicant];
  const from = applicant.shared?.since;
  const lines = pasts.flatMap(({ history, emails, isSchools }) => {
    // What another school noted or wrote before the plan was shared is not this one's to read.
    const isOurs = (at: Instant) => isSchools || from === undefined || at >= from;
    return [
      ...history.flatMap((entry) => ofEntry(entry, isOurs)),
      ...emails.flatMap((email) => ofEmail(email, isOurs)),
    ];
  });
  return lines.toSorted((a, b) => msOf(b.at) - msOf(a.at));
}

function ofEntry(entry: HistoryEntry, isOurs: (at: Instant) => boolean): Line[] {
  const { event, at, by } = entry;
  if (PRIVATE_EVENTS.has(event.type)) return [];
  if (isCase(event)) {
    const who = by === 'time' ? 'by the rules' : 'by an advisor';
    return isOurs(at) ? [{ at, what: caseWords(event), who }] : [];
  }
  const who = actorWords(isOurs(at) ? entry : { by }, 'advisor');
  return [{ at, what: historyWords(entry), who }];
}

function isCase(event: HistoryEntry['event']): event is CaseEvent {
  return event.type.startsWith('case-');
}

function caseWords(event: CaseEvent): string {
  const words = [
    historyWords({ event }, 'advisor'),
    ...('codes' in event && event.codes ? [codeWords(event.codes)] : []),
    ...('reason' in event ? [CLOSE_WORDS[event.reason]] : []),
    ...('owner' in event && event.owner ? [`owner ${event.owner}`] : []),
    ...('contactedOn' in event && event.contactedOn
      ? [`contact ${phraseDay(event.contactedOn)}`]
      : []),
    ...('followUpOn' in event && event.followUpOn
      ? [`follow up ${phraseDay(event.followUpOn)}`]
      : []),
  ].join(', ');
  return 'note' in event && event.note ? `${words}: “${event.note}”` : words;
}

/** Never why one did not arrive: the reason may come from a plan of which this cohort knows nothing. */
const FATES: Readonly<Record<EmailRecord['status'], string>> = {
  claimed: 'on its way',
  sent: 'emailed',
  failed: 'may not have arrived',
  lost: 'may not have arrived',
  returned: 'may not have arrived',
};

/** What an owner did with a link, or where they sign in, is theirs alone. */
function ofEmail(
  { stream, status, subject, keys, claimedAt: at }: EmailRecord,
  isOurs: (at: Instant) => boolean,
): Line[] {
  if (stream === 'notice' || stream === 'sign-in' || stream === 'confirm') return [];
  if (stream === 'message' && !isOurs(at)) return [];
  const isPrivate = keys.some((key) => PRIVATE_RULES.includes(key.split('|')[0] ?? ''));
  return [{ at, what: `Email: ${isPrivate ? 'a reminder' : subject}`, who: FATES[status] }];
}

/** Turns a planned email into the email. The same plan always renders to the same bytes. */
import type { EmailUrls } from '#shared/base/links/urls.ts';
import { impossible } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { icsOf } from '#shared/people/mailing/ics.ts';
import type { PlannedEmail } from '#shared/people/mailing/plan.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Email } from '#shared/store/mailer.ts';
import { missingSeason } from '#shared/world/season/season.ts';
import type { World } from '#shared/world/world.ts';
import {
  confirmWords,
  correctionWords,
  dateMovedWords,
  messageWords,
  newLinkWords,
} from './caused.ts';
import { digestWords } from './digest.ts';
import { type EmailDraft, type EmailView, emailOf } from './layout.ts';
import { noticeWords } from './notices.ts';
import { overviewWords } from './overview.ts';

/** @param applicant the version the email was planned from */
export function renderEmail(
  planned: PlannedEmail,
  applicant: Applicant,
  urls: EmailUrls,
  world: World,
  now: Instant,
  school?: EmailView['school'],
): Email {
  const view = { applicant, urls, world, now, ...(school && { school }) };
  const { profile } = applicant.facts;
  const elsewhere = applicant.causes.find(({ id }) => id === planned.causeId)?.to;
  const { name, address } = elsewhere ? { name: '', address: elsewhere } : profile;
  // Anyone can type a name beside someone's address.
  const to = { name: planned.stream === 'confirm' ? '' : name, address };
  return {
    ...emailOf(to, withSeasonNotice(draftOf(planned, view), planned, view)),
    ...(planned.calendar && { calendar: icsOf(planned.calendar, { applicant, stampedAt: now }) }),
  };
}

/** An email with dates says so if its season has no published ones. */
function withSeasonNotice(
  { subject, words }: EmailDraft,
  planned: PlannedEmail,
  { applicant, world }: EmailView,
): EmailDraft {
  const notice = missingSeason(world.season(applicant.facts.profile.matchYear));
  if (!notice || !namesSeasonDate(planned)) return { subject, words };
  return { subject, words: { ...words, notes: [notice, ...words.notes] } };
}

/** Only where one of the email's days is, or follows from, a date of the season. */
function namesSeasonDate({ stream, nudges, overview }: PlannedEmail): boolean {
  const said = [...nudges.map(({ occasion }) => occasion), ...(overview?.ahead ?? [])];
  return stream === 'date-moved' || said.some(({ isOfSeason }) => isOfSeason);
}

function draftOf(planned: PlannedEmail, view: EmailView): EmailDraft {
  switch (planned.stream) {
    case 'digest':
    case 'urgent': {
      const { nudges, overview } = planned;
      return overview && nudges.length === 0
        ? overviewWords(overview, view)
        : digestWords(nudges, overview ?? { ahead: [] }, view);
    }
    case 'date-moved':
      return dateMovedWords(view, planned.causeId);
    case 'confirm':
      return confirmWords(view, planned.causeId);
    case 'message':
      return messageWords(view, planned.causeId);
    case 'notice':
      return noticeWords(view, planned.causeId);
    case 'link':
      return newLinkWords(view);
    case 'correction': {
      const cause = view.applicant.causes.find(({ id }) => id === planned.causeId);
      return correctionWords(view, cause?.rotationId);
    }
    default:
      return impossible(planned.stream);
  }
}

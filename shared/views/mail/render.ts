/** Turns a planned email into the email. The same plan always renders to the same bytes. */

import type { MailUrls } from '#shared/base/links/urls.ts';
import { impossible } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { icsOf } from '#shared/people/mailing/ics.ts';
import type { PlannedMail } from '#shared/people/mailing/plan.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Mail } from '#shared/store/mailer.ts';
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
import { htmlOf, type MailWords, oneLine, textOf } from './layout.ts';
import { overviewWords } from './overview.ts';

/** @param applicant the version the email was planned from */
export function renderMail(
  planned: PlannedMail,
  applicant: Applicant,
  urls: MailUrls,
  world: World,
  now: Instant,
): Mail {
  const { name, address } = applicant.facts.profile;
  const { words: own, ...said } = wordsOf(planned, applicant, urls, world, now);
  const words = withSeasonNotice(own, planned, applicant, world);
  const subject = oneLine(said.subject);
  return {
    to: { name: oneLine(name), address },
    subject,
    text: textOf(words),
    html: htmlOf(words, subject),
    ...(planned.calendar && {
      calendar: icsOf(planned.calendar, { applicant, stampedAt: now }),
    }),
    ...(words.stop && { unsubscribeUrl: words.stop.url }),
  };
}

/** An email with dates says so if its season has no published ones. */
function withSeasonNotice(
  words: MailWords,
  { stream }: PlannedMail,
  { facts }: Applicant,
  world: World,
): MailWords {
  const says = missingSeason(world.season(facts.profile.matchYear));
  const speaksOfDates = stream === 'digest' || stream === 'urgent' || stream === 'date-moved';
  return says && speaksOfDates ? { ...words, notes: [says, ...words.notes] } : words;
}

function wordsOf(
  planned: PlannedMail,
  applicant: Applicant,
  urls: MailUrls,
  world: World,
  now: Instant,
): { subject: string; words: MailWords } {
  switch (planned.stream) {
    case 'digest':
    case 'urgent': {
      const { nudges, overview } = planned;
      return overview && nudges.length === 0
        ? overviewWords(overview, applicant, urls, world, now)
        : digestWords(nudges, overview ?? { ahead: [] }, applicant, urls, world, now);
    }
    case 'date-moved':
      return dateMovedWords(applicant, planned.causeId, urls, world);
    case 'confirm':
      return confirmWords(urls);
    case 'message':
      return messageWords(applicant, planned.causeId, urls);
    case 'link':
      return newLinkWords(applicant, urls);
    case 'correction': {
      const cause = applicant.causes.find(({ id }) => id === planned.causeId);
      return correctionWords(applicant, cause?.rotationId, urls);
    }
    default:
      return impossible(planned.stream);
  }
}

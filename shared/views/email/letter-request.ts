/** The email to a letter writer or coordinator: for whom, by when, and how to upload the letter. */
import { contactIn } from '#shared/base/contact.ts';
import { DIGEST_ITEMS_MAX, LINK_DAYS, WRITER_EMAILS_PER_LETTER_MAX } from '#shared/base/limits.ts';
import type { LetterUrls } from '#shared/base/links/urls.ts';
import { counted } from '#shared/base/sentence.ts';
import { type Day, daysBetween } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import { phraseDay, phraseShortDay } from '#shared/base/time/phrase.ts';
import type { Notice } from '#shared/people/person/person.ts';
import type { WriterItem } from '#shared/people/person/writer.ts';
import type { WriterEmail } from '#shared/people/writer/plan-writer.ts';
import type { WantedLetter } from '#shared/people/writer/wanted.ts';
import type { Email } from '#shared/store/mailer.ts';
import { LOR_PORTAL } from '#shared/words/where.ts';
import { type EmailDraft, type EmailLink, emailOf } from './layout.ts';

/** No email or web address that someone typed: text that has one is left out here, and stays on the page. */
export function renderWriterEmail(
  email: WriterEmail,
  writer: WriterItem,
  urls: LetterUrls,
  now: Instant,
): Email {
  const letters = email.stream === 'letters' ? email.letters.map(withPlainWords) : [];
  // Applicants may write this name differently, so it is taken from the letter itself.
  const name = letters[0]?.holder.name ?? '';
  return emailOf(
    { name, address: writer.address },
    email.stream === 'letters'
      ? lettersWords(letters, writer, urls, now)
      : email.stream === 'link'
        ? linkWords(urls)
        : noticeWords(email.notice, urls),
  );
}

/** @param letters at least one, the nearest due day first */
function lettersWords(
  letters: readonly WantedLetter[],
  writer: WriterItem,
  urls: LetterUrls,
  now: Instant,
): EmailDraft {
  const [first, ...others] = letters;
  if (!first) throw new Error('An email to a writer needs a letter.');
  const today = dayIn(writer.zone, now);
  const also = others.length > 0 ? `, and ${others.length} more` : '';
  const lead = `Due ${phraseShortDay(first.dueOn)}`;
  const heading = `${lead}: letter for ${first.applicantName}, ${first.matchYear} Match`;
  return {
    subject: `${heading}${also}${rest(first, today)}`,
    words: {
      greeting: hello(first.holder.name),
      lead,
      heading,
      paragraphs: [
        who(first),
        ...(first.seen ? [whatWasSeen(first.seen, first)] : []),
        ...whatLateCosts(first, today),
        ...(first.status === 'requested' ? [byWhen(first)] : []),
        first.isOffered
          ? 'We show and send you nothing more about it unless you accept.'
          : howTo(first, today),
      ],
      button: { label: 'Answer on one page', url: urls.page },
      ...(!first.isOffered && {
        answers: [
          { label: `${first.applicantName}: CV, statement, and cases`, url: urls.packet(first) },
          ...(first.status === 'requested' ? [LOR_PORTAL] : []),
        ],
      }),
      ...(others.length > 0 && {
        list: {
          heading: 'Other letters for you',
          items: others.slice(0, DIGEST_ITEMS_MAX).map(line),
        },
      }),
      notes: [
        first.isOffered
          ? 'You need no account to accept it or to give it back.'
          : `You need no account to accept, name another date, decline, hand it over, or report the upload. We send at most ${WRITER_EMAILS_PER_LETTER_MAX} emails per letter.`,
        'The letter goes only to ERAS.',
        `${why(first)} Questions? Reply.`,
      ],
      stop: { label: 'Stop these emails', url: urls.unsubscribe },
    },
  };

  function line(letter: WantedLetter): EmailLink {
    const place = letter.hostName ? `, ${letter.hostName}` : '';
    return {
      label: `Due ${phraseShortDay(letter.dueOn)}: ${letter.applicantName}${place}`,
      url: urls.page,
    };
  }
}

/** ` (9 days left)`; nothing on the day itself. */
function rest({ dueOn }: WantedLetter, today: Day): string {
  const days = daysBetween(today, dueOn);
  return days < 1 ? '' : ` (${counted(days, 'day')} left)`;
}

function who(letter: WantedLetter): string {
  const { applicantName, writerName, isHandedOver, promisedBy, hostName, dates } = letter;
  const days = dates ? `, ${phraseShortDay(dates.start)} to ${phraseDay(dates.end)}` : '';
  const place = hostName ? ` Rotation: ${hostName}${days}.` : '';
  if (isHandedOver) {
    return `${writerName} asks you to upload ${applicantName}’s ${LETTER}.${place}`;
  }
  return promisedBy
    ? `Thank you for agreeing to write ${applicantName} a ${LETTER}.${place}`
    : `${applicantName} says you agreed to write a ${LETTER}. Thank you.${place}`;
}

function whatWasSeen(seen: string, { isHandedOver, writerName }: WantedLetter): string {
  return `What ${isHandedOver ? writerName : 'you'} saw: “${seen}”`;
}

const LETTER = 'letter of recommendation for interventional radiology (IR) residency';

/** What a later day costs. */
function whatLateCosts({ review }: WantedLetter, today: Day): string[] {
  if (!review) return [];
  const on = phraseSeasonDay(review);
  return review.day <= today
    ? [
        `Programs started reading on ${on}; a late letter misses the first review but can still be read.`,
      ]
    : [`Programs start reading on ${on}; a later letter misses the first review.`];
}

function byWhen({ dueOn, promisedBy, isHandedOver, writerName }: WantedLetter): string {
  const named = promisedBy === dueOn ? `, the day ${isHandedOver ? writerName : 'you'} named` : '';
  return `Please upload it by ${phraseDay(dueOn)}${named}.`;
}

/** After the Letter Request Form, the steps; before it, what can already be done. */
function howTo(
  { status, erasLetterId, erasOpens, applicantName }: WantedLetter,
  today: Day,
): string {
  if (status === 'requested') {
    const id = erasLetterId
      ? `ERAS Letter ID ${erasLetterId}.`
      : `The ERAS Letter ID is on the Letter Request Form that ${applicantName} sent you.`;
    return `${id} Sign in to AAMC’s ERAS Letter of Recommendation Portal, enter the Letter ID, and upload the signed letter as a PDF on letterhead.`;
  }
  const day = erasOpens ? ` on ${phraseSeasonDay(erasOpens)}` : '';
  const opens = erasOpens && erasOpens.day <= today ? '' : ` after ERAS opens${day}`;
  return `The Letter ID comes with the Letter Request Form from ${applicantName}${opens}. You can start writing now.`;
}

function phraseSeasonDay({ day, isEstimated }: NonNullable<WantedLetter['review']>): string {
  return `${phraseDay(day)}${isEstimated ? ' (estimated)' : ''}`;
}

function why({ isHandedOver, writerName, applicantName }: WantedLetter): string {
  const reason = isHandedOver
    ? `${writerName} named you as coordinator`
    : `${applicantName} asked us to`;
  return `Away Rotations, which keeps ${applicantName}’s plan, emails you because ${reason}.`;
}

function hello(name: string): string {
  return name === '' ? 'Hello,' : `Hello ${name},`;
}

function withPlainWords({ hostName, seen, ...letter }: WantedLetter): WantedLetter {
  const plain = (text: string, otherwise: string) => (contactIn(text) ? otherwise : text);
  return {
    ...letter,
    applicantName: plain(letter.applicantName, 'an applicant'),
    writerName: plain(letter.writerName, 'The letter writer'),
    holder: { ...letter.holder, name: plain(letter.holder.name, '') },
    ...(hostName && !contactIn(hostName) && { hostName }),
    ...(seen && !contactIn(seen) && { seen }),
  };
}

function noticeWords(notice: Notice | undefined, urls: LetterUrls): EmailDraft {
  if (notice === 'stopped') {
    return {
      subject: 'Emails about letters are stopped',
      words: {
        greeting: hello(''),
        heading: 'You stopped our emails',
        paragraphs: [
          'Someone asked for a new link to your letters. You stopped emails about letters, so we are not sending one.',
          'If it was you, start the emails again and ask once more. We will not reply to another request like this.',
        ],
        button: { label: 'Start again', url: urls.unsubscribe },
        notes: ['If it was not you, there is nothing to do.'],
      },
    };
  }
  const isTaken = notice === 'taken-over';
  return {
    subject: `A coordinator ${isTaken ? 'will upload' : 'was named for'} one of your letters`,
    words: {
      greeting: hello(''),
      heading: isTaken ? 'The coordinator accepted' : 'A coordinator was named',
      paragraphs: [
        isTaken ? COORDINATOR_ACCEPTED : COORDINATOR_NAMED,
        'If that was you, there is nothing to do. If not, take the letter back on your page, and end your links there.',
      ],
      button: { label: 'Open my letters', url: urls.page },
      notes: ['You get this because it concerns who can see your letters.'],
      stop: { label: 'Stop these emails', url: urls.unsubscribe },
    },
  };
}

const COORDINATOR_NAMED =
  'Someone with your link named a coordinator to upload one of your letters. The coordinator sees nothing before accepting.';
const COORDINATOR_ACCEPTED =
  'The coordinator named by someone with your link has accepted and now sees the applicant’s details and the ERAS Letter ID. We email the coordinator from now on.';

function linkWords(urls: LetterUrls): EmailDraft {
  return {
    subject: 'Your new link to your letters',
    words: {
      greeting: hello(''),
      heading: 'Your new link',
      paragraphs: [
        'You asked for a new link to your letters.',
        `It opens them for ${LINK_DAYS} days, with no password.`,
      ],
      button: { label: 'Open my letters', url: urls.page },
      notes: ['If you did not ask for it, ignore this email. Nothing was changed.'],
    },
  };
}

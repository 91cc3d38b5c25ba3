/** Emails that no rule causes: an advisor’s message, date changes, a correction, a confirmation, a new link. */
import { DIGEST_ITEMS_MAX, LINK_DAYS } from '#shared/base/limits.ts';
import type { EmailUrls } from '#shared/base/links/urls.ts';
import { MOVE_DAYS } from '#shared/people/applicant/moving.ts';
import { SIGN_UP_DAYS } from '#shared/people/applicant/pending.ts';
import { presentOf } from '#shared/people/mailing/notice.ts';
import { labelOfKey, movedLine, movedSubject } from '#shared/people/mailing/plan-dates.ts';
import { type Message, PRODUCT } from '#shared/people/person/message.ts';
import { statusWords } from '#shared/plan/facts/stages.ts';
import { closingNote, questions } from './closing.ts';
import type { EmailDraft, EmailView } from './layout.ts';
import { moveOf } from './notices.ts';

/** @param causeId the cause that holds the message */
export function messageWords(
  { applicant, urls }: EmailView,
  causeId: string | undefined,
): EmailDraft {
  const message = applicant.causes.find(({ id }) => id === causeId)?.message;
  if (!message) throw new Error('The cause of a message email holds no message.');
  const words = wordsOfMessage(message, applicant.facts.profile.name, urls);
  if (message.from !== PRODUCT) return words;
  return { ...words, words: { ...words.words, notes: [closingNote(applicant)] } };
}

/** The preview shows exactly what is sent, except for the reader's name and links. */
export function wordsOfMessage(
  { from, subject, paragraphs }: Message,
  name: string,
  urls: Pick<EmailUrls, 'plan' | 'unsubscribe'>,
): EmailDraft {
  return {
    subject,
    words: {
      greeting: `Hello ${name},`,
      heading: subject,
      paragraphs,
      button: { label: 'Open my plan', url: urls.plan },
      notes: [
        `${from} wrote this as your advisor. Questions? Reply to this email.`,
        'You get this because you plan rotations with Away Rotations. We never ask for a password or a fee.',
      ],
      stop: { label: 'Stop these emails', url: urls.unsubscribe },
    },
  };
}

/** @param causeId the cause that names the dates */
export function dateMovedWords(
  { applicant, urls, world }: EmailView,
  causeId: string | undefined,
): EmailDraft {
  const { name, zone } = applicant.facts.profile;
  const moved = applicant.causes.find(({ id }) => id === causeId)?.moved ?? [];
  const all = moved
    .map(({ key, was }) => ({ key, was, is: presentOf(applicant, { key, was }, world) }))
    .toSorted((a, b) => ((a.is ?? a.was).day < (b.is ?? b.was).day ? -1 : 1));
  const [first] = all;
  if (!first) throw new Error('An email about date changes needs a date.');
  const shown = all.slice(0, DIGEST_ITEMS_MAX);
  const more = all.length - shown.length;
  const label = (each: typeof first) => each.is?.label ?? labelOfKey(each.key);
  const others = all.length - 1;
  const subject = movedSubject(label(first), first.is);
  return {
    subject: others > 0 ? `${subject}, and ${others} more` : subject,
    words: {
      greeting: `Hello ${name},`,
      heading: all.length === 1 ? 'A date changed' : `${all.length} dates changed`,
      paragraphs: [
        ...shown.map((each) => movedLine(label(each), each.was, each.is, zone)),
        ...(more > 0 ? [`And ${more} more: your plan shows them all.`] : []),
        'We updated your plan. Completed steps stay completed.',
      ],
      button: { label: 'Open my plan', url: urls.plan },
      notes: [
        `You get this once from Away Rotations, because your plan depends on this date. ${questions(applicant)}`,
      ],
      stop: { label: 'Stop these emails', url: urls.unsubscribe },
    },
  };
}

/** @param rotationId the rotation of the undone update; it may no longer be on the plan */
export function correctionWords(
  { applicant, urls }: EmailView,
  rotationId: string | undefined,
): EmailDraft {
  const rotation = applicant.facts.rotations.find(({ id }) => id === rotationId);
  const state = rotation
    ? `Your rotation at ${rotation.host.name} is now: ${statusWords(rotation.stage, rotation.status, 'applicant')}.`
    : 'That rotation is no longer on your plan.';
  return {
    subject: rotation
      ? `Correction: your rotation at ${rotation.host.name}`
      : 'Correction: your rotation plan',
    words: {
      greeting: `Hello ${applicant.facts.profile.name},`,
      heading: 'An update was undone',
      paragraphs: [
        state,
        'An email sent before the undo may say something different. This one is correct.',
      ],
      button: rotation
        ? { label: 'Open the rotation', url: urls.rotation(rotation.id) }
        : { label: 'Open my plan', url: urls.plan },
      notes: [
        'You get this once from Away Rotations, because we had already sent an email about the update. If you did not undo it, reply to this email.',
      ],
    },
  };
}

export function confirmWords(view: EmailView, causeId?: string): EmailDraft {
  const { applicant, urls } = view;
  if (applicant.pending?.imported) return consentWords(view);
  const isElsewhere = applicant.causes.some(({ id, to }) => id === causeId && to !== undefined);
  if (isElsewhere) return newAddressWords(moveOf(urls));
  return {
    subject: 'Confirm your email address',
    words: {
      greeting: 'Hello,',
      heading: 'Is this address yours?',
      paragraphs: [
        'Someone asked for a rotation plan with this email address.',
        `If that was you, open the link and confirm within ${SIGN_UP_DAYS} days.`,
      ],
      button: { label: 'Confirm and start', url: urls.plan },
      notes: [
        'If it was not you, do nothing. We will send no other email and will delete what was entered.',
      ],
    },
  };
}

/** To an address that nobody has proved: only our own words, and no link to the plan. */
function newAddressWords(url: string): EmailDraft {
  return {
    subject: 'Confirm your new email address',
    words: {
      greeting: 'Hello,',
      heading: 'Is this your new address?',
      paragraphs: [
        'Someone asked that the emails about their rotation plan come to this address.',
        `If that was you, open the link and confirm within ${MOVE_DAYS} days.`,
      ],
      button: { label: 'Confirm this address', url },
      notes: ['If it was not you, do nothing. We will send you no other email.'],
    },
  };
}

/** The reader may be anybody, since a school can mistype an address: neither the name nor the plan is in it. */
function consentWords({ applicant, urls, school }: EmailView): EmailDraft {
  const { name = 'a school', advisor } = school ?? {};
  const opensAt = applicant.pending?.opensAt;
  const follows = opensAt
    ? 'If you do not answer, reminders about the plan start tomorrow.'
    : 'You have a plan of your own, so we email you about this one only if you say that it is yours.';
  return {
    subject: 'A school made a rotation plan for you',
    words: {
      greeting: 'Hello,',
      heading: 'Is this plan yours?',
      paragraphs: [
        `${advisor ? `${advisor}, an advisor of ${name},` : `An advisor of ${name}`} made a plan of clinical rotations in the US for this email address.`,
        'Open it and press “It is me” or “I don’t know this school”. If you do not know the school, we delete the plan and send one last email to confirm it.',
      ],
      button: { label: 'See whose plan it is', url: urls.plan },
      notes: [
        follows,
        'Away Rotations sends reminders of deadlines. We never ask for a password or a fee.',
      ],
      stop: { label: 'Stop these emails', url: urls.unsubscribe },
    },
  };
}

export function newLinkWords({ applicant, urls }: EmailView): EmailDraft {
  return {
    subject: 'Your new link to your rotation plan',
    words: {
      greeting: `Hello ${applicant.facts.profile.name},`,
      heading: 'Your new link',
      paragraphs: [
        'You asked for a new link to your rotation plan.',
        `It opens your plan for ${LINK_DAYS} days, with no password. Do not share it.`,
      ],
      button: { label: 'Open my plan', url: urls.plan },
      notes: [
        'If you did not ask for it, ignore this email. Nothing was changed.',
        questions(applicant),
      ],
    },
  };
}

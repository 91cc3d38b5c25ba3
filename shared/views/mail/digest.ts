/** The digest and the urgent email: one thing to do, by when and why, one button, and what else is open. */
import { capital } from '#shared/base/capital.ts';
import { atForm, type MailUrls } from '#shared/base/links/urls.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { mostPressing } from '#shared/people/mailing/most-pressing.ts';
import type { Overview } from '#shared/people/mailing/overview.ts';
import type { Nudge } from '#shared/people/mailing/plan.ts';
import { judgeChecklist } from '#shared/plan/documents/judge.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { STAGE_NAMES } from '#shared/plan/facts/stage-names.ts';
import { acceptedEvents, STAGES } from '#shared/plan/facts/stages.ts';
import { urlOf } from '#shared/words/answer-link.ts';
import { phraseDeadline, phraseRest } from '#shared/words/deadline-words.ts';
import { isMissed, type Occasion, wordsNow } from '#shared/words/occasions.ts';
import { certaintyWords, phraseSource } from '#shared/world/source-words.ts';
import { closingNote, lateHelp } from './closing.ts';
import type { MailDraft, MailLink, MailView } from './layout.ts';
import { nudgeLine, nudgeSubject } from './nudge-words.ts';
import { aheadList, shortList } from './overview.ts';

/**
 * @param nudges at least one
 * @param ahead the overview's items, if the overview is part of this email
 */
export function digestWords(
  nudges: readonly Nudge[],
  { ahead }: Pick<Overview, 'ahead'>,
  view: MailView,
): MailDraft {
  const { applicant, urls, now } = view;
  const { profile, rotations } = applicant.facts;
  const [head, ...others] = inOrder(nudges, profile.zone, now);
  if (!head) throw new Error('A digest needs at least one reminder.');
  const { occasion } = head;
  const rotation = rotations.find(({ id }) => id === occasion.rotationId);
  const line = (nudge: Nudge) => ({
    label: nudgeLine(nudge, profile.zone, now),
    url: urlOf(nudge.occasion, urls),
  });
  return {
    subject: nudgeSubject(head, profile.zone, now),
    words: {
      greeting: `Hello ${profile.name},`,
      heading: capital(occasion.words.title),
      paragraphs: [
        byWhen(occasion, profile.zone, now),
        whatNext(occasion, now),
        `Why now: ${wordsNow(occasion, now).why}`,
      ],
      button: { label: occasion.words.button, url: urlOf(occasion, urls) },
      answers: otherAnswers(occasion, rotation, urls, now),
      ...(others.length > 0 && {
        list: { heading: 'Also open', items: shortList(others, view, line) },
      }),
      ...(ahead.length > 0 && { ahead: aheadList(ahead, view) }),
      notes: [
        ...(rotation ? [howFar(rotation, view)] : []),
        ...(isMissed(occasion, now) ? lateHelp(applicant) : []),
        `Source: ${phraseSource(occasion.deadline)}.`,
        closingNote(applicant),
      ],
      preferences: { label: 'Choose your emails', url: urls.preferences },
      stop: { label: 'Stop these emails', url: urls.unsubscribe },
    },
  };
}

function inOrder(nudges: readonly Nudge[], zone: string, now: Instant): Nudge[] {
  const order = mostPressing(
    nudges.map(({ occasion }) => occasion),
    dayIn(zone, now),
  );
  const place = ({ occasion }: Nudge) => {
    const index = order.indexOf(occasion);
    return index === -1 ? order.length : index;
  };
  return nudges.toSorted((a, b) => place(a) - place(b));
}

function byWhen(occasion: Occasion, zone: string, now: Instant): string {
  const { deadline, startBy, ladder, isQuestion } = occasion;
  const date = `${phraseDeadline(deadline, zone)} (${certaintyWords(deadline.certainty, 'applicant')})`;
  if (ladder === 'loss') return `Since ${phraseDay(deadline.day)}.`;
  // A question is never late.
  if (isQuestion) return `Open since ${phraseDay(deadline.day)}.`;
  if (startBy) {
    if (now >= deadline.at) {
      return `It was to be started by ${phraseDay(startBy)}, and was due ${date}.`;
    }
    const lead = startBy < dayIn(zone, now) ? 'It was to be started by' : 'Start by';
    return `${lead} ${phraseDay(startBy)}. It is due ${date}.`;
  }
  if (now >= deadline.at) {
    return ladder === 'window'
      ? `Best done by ${date}. It is late, but still worth doing.`
      : `It was due ${date}.`;
  }
  const lead = ladder === 'window' ? 'Best by' : 'By';
  return `${lead} ${date}, ${phraseRest(deadline, zone, now)}.`;
}

/** Emails can be read by others, so details about documents and visas stay on the page. */
function whatNext(occasion: Occasion, now: Instant): string {
  switch (occasion.rule) {
    case 'G14':
      return 'Get it and send it to the host. Your plan shows its status.';
    case 'G13':
      return 'Book it at your consulate now. Your plan shows the details.';
    default:
      return wordsNow(occasion, now).next;
  }
}

function otherAnswers(
  occasion: Occasion,
  rotation: Rotation | undefined,
  urls: MailUrls,
  now: Instant,
): MailLink[] {
  const accepted = rotation ? acceptedEvents(rotation.stage, rotation.status) : [];
  const at = (form: string) => (rotation ? atForm(urls.rotation(rotation.id), form) : urls.plan);
  return [
    // What is already late cannot be put off.
    ...(now < occasion.deadline.at
      ? [{ label: 'Remind me later', url: urls.later(occasion) }]
      : []),
    ...(accepted.includes('withdrawn')
      ? [{ label: 'No longer applying', url: at('withdrawn') }]
      : []),
    ...(accepted.includes('reopened') && occasion.event === 'offered'
      ? [{ label: 'The offer was extended', url: at('offered') }]
      : []),
    ...(accepted.includes('reopened') ? [{ label: 'Reopen it', url: at('reopened') }] : []),
  ];
}

/** `2 of 5 documents done`; a document that expires too early is not done. */
function howFar(rotation: Rotation, { applicant, world }: MailView): string {
  const host = world.host(rotation.host.institutionId, rotation.mode);
  const standings = judgeChecklist(rotation, applicant.facts.documents, host);
  if (rotation.stage === 'documents' && standings.length > 0) {
    const done = standings.filter(({ word }) => word === 'cleared').length;
    return `${rotation.host.name}: ${done} of ${standings.length} documents done.`;
  }
  const steps = STAGE_NAMES.length - 1;
  const step = STAGE_NAMES.indexOf(rotation.stage) + 1;
  return `${rotation.host.name}: step ${step} of ${steps}, ${STAGES[rotation.stage].title.toLowerCase()}.`;
}

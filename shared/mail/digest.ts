/** The deadline mail: one thing to do, by when and why, one button, and what else is open. Also the urgent one. */
import type { Applicant } from '../applicant/applicant.ts';
import { capital } from '../capital.ts';
import { judgeChecklist } from '../documents/judge.ts';
import { DIGEST_ITEMS_MAX } from '../limits.ts';
import { atForm, type MailUrls } from '../links/urls.ts';
import {
  CERTAINTY_WORDS,
  phraseDeadline,
  phraseRest,
  phraseSource,
} from '../nudges/deadline-words.ts';
import { mostPressing } from '../nudges/most-pressing.ts';
import { formOf, type Occasion, wordsNow } from '../nudges/occasion.ts';
import type { Nudge } from '../nudges/plan.ts';
import type { Rotation } from '../rotation/rotation.ts';
import { acceptedEvents, STAGE_NAMES, STAGES } from '../rotation/stages.ts';
import { dayIn, type Instant } from '../time/instant.ts';
import type { World } from '../world.ts';
import type { MailLink, MailWords } from './layout.ts';
import { nudgeLine, nudgeSubject } from './nudge-words.ts';
import { aheadList, CLOSING_NOTES } from './overview.ts';

/**
 * @param nudges at least one
 * @param ahead what the overview tells, where it goes with them
 */
export function digestWords(
  nudges: readonly Nudge[],
  ahead: readonly Occasion[],
  applicant: Applicant,
  urls: MailUrls,
  world: World,
  now: Instant,
): { subject: string; words: MailWords } {
  const { profile, rotations } = applicant.facts;
  const [head, ...others] = inOrder(nudges, profile.zone, now);
  if (!head) throw new Error('A deadline mail needs something to say.');
  const { occasion } = head;
  const rotation = rotations.find(({ id }) => id === occasion.rotationId);
  const line = (nudge: Nudge) => nudgeLine(nudge, profile.zone, now);
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
        list: { heading: 'Also open', items: shortList(others, line, urls) },
      }),
      ...(ahead.length > 0 && { ahead: aheadList(ahead, urls) }),
      notes: [
        ...(rotation ? [howFar(rotation, applicant, world)] : []),
        ...(isMissed(occasion, now)
          ? ['Your advisor can see that this is late, and can help.']
          : []),
        `Date: ${phraseSource(occasion.deadline)}.`,
        ...CLOSING_NOTES,
      ],
      preferences: { label: 'Choose your mails', url: urls.preferences },
      stop: { label: 'Stop these mails', url: urls.unsubscribe },
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
  const { deadline, ladder } = occasion;
  const date = `${phraseDeadline(deadline, zone)} (${CERTAINTY_WORDS[deadline.certainty]})`;
  if (now >= deadline.at) {
    return ladder === 'window'
      ? `Best done by ${date}. It is late, and still worth doing.`
      : `It was due ${date}.`;
  }
  const lead = ladder === 'window' ? 'Best by' : 'By';
  return `${lead} ${date}, ${phraseRest(deadline, zone, now)}.`;
}

/** Anybody may read a mail: how a document was judged stays on the page. */
function whatNext(occasion: Occasion, now: Instant): string {
  const isOneDocument = formOf(occasion)?.startsWith('document-updated.') ?? false;
  if (!isOneDocument) return wordsNow(occasion, now).next;
  return 'Get it and send it to the host. The page says how it stands.';
}

function urlOf(occasion: Occasion, urls: MailUrls): string {
  const form = formOf(occasion);
  if (!occasion.rotationId) return form ? atForm(urls.plan, form) : urls.plan;
  const url = urls.rotation(occasion.rotationId);
  return form ? atForm(url, form) : url;
}

function otherAnswers(
  occasion: Occasion,
  rotation: Rotation | undefined,
  urls: MailUrls,
  now: Instant,
): MailLink[] {
  const canWithdraw =
    rotation && acceptedEvents(rotation.stage, rotation.status).includes('withdrawn');
  return [
    // There is no later day for what was due yesterday.
    ...(now < occasion.deadline.at ? [{ label: 'Pick a day', url: urls.later(occasion) }] : []),
    ...(canWithdraw
      ? [{ label: 'No longer applying', url: atForm(urls.rotation(rotation.id), 'withdrawn') }]
      : []),
  ];
}

/** A hard date that has passed: the ladder goes on to the advisor. */
function isMissed({ ladder, deadline }: Occasion, now: Instant): boolean {
  return ladder === 'hard' && now >= deadline.at;
}

function shortList(
  others: readonly Nudge[],
  line: (nudge: Nudge) => string,
  urls: MailUrls,
): MailLink[] {
  const items = others.slice(0, DIGEST_ITEMS_MAX).map((nudge) => ({
    label: line(nudge),
    url: urlOf(nudge.occasion, urls),
  }));
  const more = others.length - items.length;
  return more > 0 ? [...items, { label: `and ${more} more on your plan`, url: urls.plan }] : items;
}

/** `2 of 5 documents done`: a document that expires before the last day is not done. */
function howFar(rotation: Rotation, applicant: Applicant, world: World): string {
  const host = world.host(rotation.host.institutionId);
  const standings = judgeChecklist(rotation, applicant.facts.documents, host);
  if (rotation.stage === 'documents' && standings.length > 0) {
    const done = standings.filter(({ word }) => word === 'cleared').length;
    return `${rotation.host.name}: ${done} of ${standings.length} documents done.`;
  }
  const steps = STAGE_NAMES.length - 1;
  const step = STAGE_NAMES.indexOf(rotation.stage) + 1;
  return `${rotation.host.name}: step ${step} of ${steps}, ${STAGES[rotation.stage].title.toLowerCase()}.`;
}

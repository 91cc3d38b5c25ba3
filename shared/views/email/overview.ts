/** The overview: what is further ahead, and when the reader will do it. */

import { viewOf } from '#shared/agenda/matter.ts';
import type { PlanState } from '#shared/agenda/state.ts';
import { DIGEST_ITEMS_MAX } from '#shared/base/limits.ts';
import { counted, sentence } from '#shared/base/sentence.ts';
import type { Day } from '#shared/base/time/day.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseNearDay } from '#shared/base/time/phrase.ts';
import type { Overview } from '#shared/people/mailing/overview.ts';
import {
  phraseDeadline,
  phraseFirstApplication,
  phraseRest,
  phraseStarted,
} from '#shared/words/deadline-words.ts';
import { isHard, isLostRotation, type Occasion } from '#shared/words/occasions.ts';
import { stateWords } from '#shared/words/state-words.ts';
import { rotationsTogether } from '#shared/words/together.ts';
import { urlOf } from '#shared/words/where.ts';
import { certaintyWords } from '#shared/world/provenance.ts';
import { closingNote, lateHelp, sourceNote } from './closing.ts';
import type { EmailDraft, EmailLink, EmailList, EmailView, EmailWords } from './layout.ts';

/** An overview sent on its own, because nothing is due. */
export function overviewWords(
  { ahead, missed, late = [], lost, state }: Omit<Overview, 'key'>,
  view: EmailView,
): EmailDraft {
  const { urls, now } = view;
  const { profile } = view.applicant.facts;
  const frame = {
    greeting: `Hello ${profile.name},`,
    preferences: { label: 'Choose your emails', url: urls.preferences },
    stop: { label: 'Stop the overview', url: urls.unsubscribeOverview },
  };
  const [next, ...later] = ahead;
  const [open] = missed;
  // Nothing ahead comes before what is late.
  if (open) return stillOpen(open, [...missed.slice(1), ...late], ahead, frame, view);
  const plan = stateWords({ state, view: viewOf(view.applicant.facts, view.world), now });
  // Nothing is called due or on track unless the plan is.
  const isCalm = CALM.includes(state.name);
  if (!next) throw new Error('An overview needs something to say.');
  const { deadline, words, discreet } = next;
  const subject = `Ahead: ${discreet ?? words.title}, ${byShown(next, view)}`;
  const rest = phraseRest(deadline, profile.zone, now);
  const when = next.startBy
    ? `This is due ${longDate(next, profile.zone)}, ${rest}.`
    : `That is ${rest}.`;
  const first =
    'applyBy' in state &&
    phraseFirstApplication(state.applyBy, profile.matchYear, dayIn(profile.zone, now));
  const calm = isCalm ? NOTHING_DUE : first || lateOnPlan(state) || sentence(plan.title);
  const loss = lost && `${sentence(lost.words.title)} ${lost.words.next}`;
  const standing = lost?.discreet ? sentence(lost.discreet) : (loss ?? calm);
  const named = [
    ...(discreet ? [sentence(words.title)] : []),
    ...(lost?.discreet && loss ? [loss] : []),
  ];
  return {
    subject,
    words: {
      ...frame,
      heading: subject,
      paragraphs: [when, standing, 'Choose a day, and we will remind you that morning.'],
      button: { label: 'Choose a day', url: urls.later(next) },
      ...(named.length > 0 && { named }),
      answers: [{ label: 'Open my plan', url: urls.plan }],
      ...(late.length > 0 && { list: lateList(late, view) }),
      ...(later.length > 0 && { ahead: aheadList(later, view) }),
      notes: [sourceNote(deadline), closingNote(view.applicant), NEVER_ASKED],
    },
  };
}

type Frame = Pick<EmailWords, 'greeting' | 'preferences' | 'stop'>;

const CALM: readonly PlanState['name'][] = ['on-track', 'waiting', 'under-way'];
const NOTHING_DUE = 'Nothing is due now. When will you do the next step?';
const NEVER_ASKED = 'We never ask for a password or a fee.';

/** How many, and not which: a reader who stopped the topic of the first is told nothing else about it. */
function lateOnPlan(state: PlanState): string | undefined {
  const isLate = state.name === 'needs-you' && state.late > 0;
  return isLate
    ? `${counted(state.late, 'step')} ${state.late === 1 ? 'is' : 'are'} late on your plan.`
    : undefined;
}

/** Each item links to where a day is chosen; several things of one rotation link to the rotation. */
export function aheadList(ahead: readonly Occasion[], view: EmailView): EmailList {
  const { urls } = view;
  return {
    heading: 'Further ahead: choose a day for each',
    items: shortList(
      ahead.map((occasion) => ({ occasion })),
      view,
      ({ occasion }) => ({
        label: `${occasion.words.title}, ${byShown(occasion, view)}`,
        url: ahead.some(
          ({ subject, rule }) => subject === occasion.subject && rule === occasion.rule,
        )
          ? urls.later(occasion)
          : urlOf(occasion, urls),
      }),
    ),
  };
}

function lateList(late: readonly Occasion[], view: EmailView): EmailList {
  return {
    heading: 'Late but still open',
    items: shortList(
      late.map((occasion) => ({ occasion })),
      view,
      ({ occasion }) => ({
        label: `${occasion.words.title}, ${byShown(occasion, view)}`,
        url: urlOf(occasion, view.urls),
      }),
    ),
  };
}

function stillOpen(
  first: Occasion,
  others: readonly Occasion[],
  ahead: readonly Occasion[],
  frame: Frame,
  view: EmailView,
): EmailDraft {
  const { facts } = view.applicant;
  const subject = `Still open: ${first.discreet ?? first.words.title}, ${byShown(first, view)}`;
  return {
    subject,
    words: {
      ...frame,
      heading: subject,
      paragraphs: [
        ...(first.startBy ? [`This was due ${longDate(first, facts.profile.zone)}.`] : []),
        ...lateHelp(view.applicant),
        'If it is done, record it on your plan.',
      ],
      button: { label: 'Open my plan', url: view.urls.plan },
      ...(first.discreet && { named: [sentence(first.words.title)] }),
      ...(others.length > 0 && { list: lateList(others, view) }),
      ...(ahead.length > 0 && { ahead: aheadList(ahead, view) }),
      notes: [sourceNote(first.deadline), closingNote(view.applicant), NEVER_ASKED],
    },
  };
}

/** The one day that every view shows first. */
function byShown(occasion: Occasion, view: EmailView): string {
  const { startBy, deadline } = occasion;
  const past = isHard(occasion) ? 'was due' : 'was best by';
  if (startBy)
    return `${isToStart(occasion, view) ? 'start by' : phraseStarted(occasion)} ${nearDay(startBy, view)}`;
  const estimated = deadline.certainty === 'estimated' ? ' (estimated)' : '';
  return `${view.now >= deadline.at ? past : 'by'} ${nearDay(deadline.day, view)}${estimated}`;
}

function nearDay(day: Day, { applicant, now }: EmailView): string {
  return phraseNearDay(day, dayIn(applicant.facts.profile.zone, now));
}

function isToStart({ startBy }: Occasion, { applicant, now }: EmailView): boolean {
  return startBy !== undefined && startBy >= dayIn(applicant.facts.profile.zone, now);
}

function longDate({ deadline }: Occasion, zone: string): string {
  return `${phraseDeadline(deadline, zone)} (${certaintyWords(deadline.certainty, 'applicant')})`;
}

/** The first lines, and each rotation that is lost: nothing else of the email would say so. */
export function shortList<Each extends { readonly occasion: Occasion }>(
  list: readonly Each[],
  { applicant, urls }: Pick<EmailView, 'applicant' | 'urls'>,
  line: (each: Each) => EmailLink,
): EmailLink[] {
  const things = rotationsTogether(list, applicant.facts.rotations);
  const byWeight = [
    ...new Set([...things.filter(({ occasion }) => isLostRotation(occasion)), ...things]),
  ];
  const shown = things.filter((each) => byWeight.indexOf(each) < DIGEST_ITEMS_MAX);
  const more = things.length - shown.length;
  const rest = more > 0 ? [{ label: `and ${more} more on your plan`, url: urls.plan }] : [];
  return [...shown.map(line), ...rest];
}

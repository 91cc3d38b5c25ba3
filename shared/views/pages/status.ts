/** Statuses as a word and a shape, never by color alone; the steps of a rotation or letter on a line; and when something is due, with its source. */
import type { Paper } from '#shared/agenda/papers-at.ts';
import { isOutside, type WaitingOn } from '#shared/agenda/waiting-on.ts';
import { type Html, html } from '#shared/base/html.ts';
import { capital } from '#shared/base/sentence.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { phraseDate } from '#shared/base/time/phrase.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Standing } from '#shared/plan/documents/judge.ts';
import type { Holder } from '#shared/plan/facts/document.ts';
import type { Letter } from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { stageTitle } from '#shared/plan/facts/stages.ts';
import { type TrackStep, trackOf } from '#shared/plan/rotation/track.ts';
import { phraseWhen } from '#shared/words/deadline-words.ts';
import type { Occasion } from '#shared/words/occasions.ts';
import { LETTER_STATUS_WORDS, phrasePaper, phraseTurn } from '#shared/words/plan-words.ts';
import { type Certainty, certaintyWords, phraseSource } from '#shared/world/provenance.ts';
import { fold, withLinks } from '../components.ts';

export type Shape = 'done' | 'waiting' | 'to-do' | 'late' | 'blocked' | 'closed';

export const SHAPES: Readonly<Record<Shape, string>> = {
  done: '●',
  waiting: '◐',
  'to-do': '○',
  late: '▲',
  blocked: '◇',
  closed: '–',
};

/** The shape is hidden from screen readers: the word says the same. */
export function status(shape: Shape, words: string): Html {
  return html`<span class="status ${shape}"><span aria-hidden="true">${SHAPES[shape]}</span> ${words}</span>`;
}

export function waitingStatus(holder: WaitingOn): Html {
  const shape = waitingShape(holder);
  return status(shape, phraseTurn(holder));
}

export function waitingShape(holder: WaitingOn): Shape {
  if (holder === 'applicant') return 'to-do';
  if (holder === 'nobody') return 'done';
  return isOutside(holder) ? 'blocked' : 'waiting';
}

/** @param today separates documents that have expired from those that will */
export function paperStatus({ standing, heldBy }: Paper, today: Day): Html {
  return status(paperShape(standing.word, heldBy), phrasePaper(standing, heldBy, today));
}

function paperShape(word: Standing['word'], heldBy: Holder): Shape {
  if (word === 'cleared') return 'done';
  if (word === 'expires-too-early') return 'late';
  if (word === 'not-accepted') return 'to-do';
  return word === 'submitted' && heldBy === 'applicant' ? 'waiting' : waitingShape(heldBy);
}

const LETTER_SHAPES: Readonly<Record<Letter['status'], Shape>> = {
  asked: 'waiting',
  agreed: 'to-do',
  requested: 'waiting',
  uploaded: 'to-do',
  assigned: 'done',
  declined: 'closed',
  'not-progressing': 'late',
};

export function letterStatus(letter: Letter): Html {
  return status(LETTER_SHAPES[letter.status], LETTER_STATUS_WORDS[letter.status]);
}

interface Read {
  readonly applicant: Pick<Applicant, 'facts'>;
  readonly now: Instant;
}

/** `○ Start by Mon, Feb 1, 2027; due Fri, Sep 3, 2027`, or `○ By Fri, Sep 3, 2027, in 9 days (estimated)` */
export function whenWords(occasion: Occasion, { applicant, now }: Read): Html {
  const { isLate, text } = phraseWhen(occasion, applicant.facts.profile.zone, now);
  return status(isLate ? 'late' : 'to-do', text);
}

/** The certainty is always visible; the source and the day it was checked open below it. */
export function sourceDetails(
  of: { readonly certainty: Certainty; readonly source: string; readonly checkedOn?: Day },
  what: 'date' | 'amount' = 'date',
): Html {
  return fold(
    `${certaintyWords(of.certainty, 'applicant')}: where this ${what} comes from`,
    html`<p>${sourceWords(of)}</p>`,
    'source',
  );
}

/** Why it is due, then its date's certainty and source. */
export function whyDetails({ deadline }: Pick<Occasion, 'deadline'>, why: Html): Html {
  const certainty = capital(certaintyWords(deadline.certainty, 'applicant'));
  return fold(
    'Why, and where this date comes from',
    html`${why}<p>${certainty}: ${sourceWords(deadline)}.</p>`,
    'source',
  );
}

/** The source with its address as a link. */
export function sourceWords(of: Parameters<typeof phraseSource>[0]): Html {
  return withLinks(phraseSource(of));
}

const PLACES: Readonly<
  Record<TrackStep['place'], { readonly shape: string; readonly words: string }>
> = {
  past: { shape: '●', words: 'done' },
  now: { shape: '', words: 'now' },
  ahead: { shape: '·', words: 'ahead' },
  skipped: { shape: '○', words: 'skipped' },
};

/** @param turn how the present step is: whose turn, or late */
export function track(rotation: Rotation, turn: Shape, isNamed: boolean = false): Html {
  const steps = trackOf(rotation).map((step) => ({
    ...step,
    title: stageTitle(step.stage, rotation),
  }));
  return dots(steps, turn, isNamed);
}

/** Empty for one that will not arrive. */
export function letterTrack({ status, askedOn }: Letter): Html | '' {
  const at = LETTER_STEPS.findIndex(([name]) => name === status);
  if (at === -1) return '';
  const isDone = at === LETTER_STEPS.length - 1;
  const steps = LETTER_STEPS.map(
    ([name, title], index) =>
      ({
        title,
        place: index < at || isDone ? 'past' : index === at ? 'now' : 'ahead',
        ...(name === 'asked' && { day: askedOn }),
      }) as const,
  );
  return dots(steps, 'to-do', true);
}

const LETTER_STEPS = [
  ['asked', 'Asked'],
  ['agreed', 'Agreed'],
  ['requested', 'Requested'],
  ['uploaded', 'Uploaded'],
  ['assigned', 'Assigned'],
] as const;

interface Dot extends Pick<TrackStep, 'place' | 'day'> {
  readonly title: string;
}

function dots(steps: readonly Dot[], turn: Shape, isNamed: boolean): Html {
  return html`<ol class="track">${steps.map((step) => {
    const { shape, words } = PLACES[step.place];
    const isNow = step.place === 'now';
    const { title, place, day } = step;
    const mark = isNow && turn !== 'to-do' ? SHAPES[turn] : shape;
    const named = html`<span>${title}${day ? html`<br>${phraseDate(day)}` : ''}<span class="unseen">, ${words}</span></span>`;
    return html`<li class="${place}${isNow && turn === 'late' ? ' late' : ''}"${isNow ? html` aria-current="step"` : ''}>
<i aria-hidden="true">${mark}</i>${isNamed ? named : html`<span class="unseen">${title}, ${words}</span>`}</li>`;
  })}</ol>`;
}

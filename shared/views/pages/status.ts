/** Statuses as a word and a shape, never by color alone. */
import { html } from 'hono/html';
import { isOutside, type WaitingOn } from '#shared/agenda/waiting-on.ts';
import type { Html } from '#shared/base/html.ts';
import type { Day } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Standing } from '#shared/plan/documents/judge.ts';
import type { Letter } from '#shared/plan/facts/letter.ts';
import { LETTER_STATUS_WORDS } from '#shared/words/plan-words.ts';

export type Shape = 'done' | 'waiting' | 'to-do' | 'late' | 'blocked' | 'closed';

export const SHAPES: Readonly<Record<Shape, string>> = {
  done: '●',
  waiting: '◐',
  'to-do': '○',
  late: '▲',
  blocked: '◇',
  closed: '–',
};

const HOLDER_WORDS: Readonly<Record<WaitingOn, string>> = {
  applicant: 'you',
  host: 'the host',
  'home-school': 'your home school',
  visa: 'the visa office',
  external: 'an outside office',
  writer: 'the letter writer',
  nobody: 'nobody',
};

/** The shape is hidden from screen readers: the word says the same. */
export function status(shape: Shape, words: string): Html {
  return html`<span class="status ${shape}"><span aria-hidden="true">${SHAPES[shape]}</span> ${words}</span>`;
}

export function waitingStatus(holder: WaitingOn): Html {
  const shape = waitingShape(holder);
  if (holder === 'applicant') return status(shape, 'your turn');
  if (holder === 'nobody') return status(shape, 'nothing to do now');
  return status(shape, `waiting on ${HOLDER_WORDS[holder]}`);
}

export function waitingShape(holder: WaitingOn): Shape {
  if (holder === 'applicant') return 'to-do';
  if (holder === 'nobody') return 'done';
  return isOutside(holder) ? 'blocked' : 'waiting';
}

/** @param today separates documents that have expired from those that will */
export function standingStatus(standing: Standing, heldBy: WaitingOn, today: Day): Html {
  switch (standing.word) {
    case 'cleared':
      return status('done', 'done');
    case 'expires-too-early':
      return status('late', expiryWords(standing, today));
    case 'not-accepted':
      return status('to-do', 'not accepted: send a new one');
    case 'to-do':
      return heldBy === 'applicant' ? status('to-do', 'get started') : waitingStatus(heldBy);
    case 'in-progress':
      return heldBy === 'applicant'
        ? status('to-do', 'in progress, your turn')
        : waitingStatus(heldBy);
    case 'submitted':
      return heldBy === 'applicant' ? status('waiting', 'submitted') : waitingStatus(heldBy);
  }
}

/** `expires 9 days before the rotation ends: renew it on or after Fri, Mar 12, 2027` */
function expiryWords({ validUntil, short, renewFrom }: Standing, today: Day): string {
  const days = short?.byDays === 1 ? '1 day' : `${short?.byDays} days`;
  const how =
    validUntil && validUntil < today
      ? `expired on ${phraseDay(validUntil)}`
      : `expires ${days} before the rotation ${short?.of === 'start' ? 'starts' : 'ends'}`;
  if (!renewFrom) return `${how}: get one that is valid longer`;
  return `${how}: ${renewFrom <= today ? 'renew it now' : `renew it on or after ${phraseDay(renewFrom)}`}`;
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

/** The letter plan and the applicant’s letters in lines. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { isOpen, type Letter, OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import {
  ASSIGNED_MAX,
  type LateLetter,
  LETTERS_WANTED,
  letterPlan,
} from '#shared/plan/letters/letter-plan.ts';
import type { PlacedLetter } from '#shared/plan/letters/placed.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { certaintyWords } from '#shared/world/source-words.ts';
import type { PageView } from '../person-page.ts';
import { letterStatus, status } from '../status.ts';

export function letterLine({ paths }: PageView, { letter, rotation }: PlacedLetter): Html {
  const where = rotation
    ? html`<a href="${paths.rotation(rotation.id)}">${nameOf(rotation)}</a>`
    : html`<a href="${paths.rotation(OWN_LETTERS)}">outside your rotations</a>`;
  return html`${letterStatus(letter)}: ${letter.writer.name}, ${where}${writerSays(letter)}`;
}

/** What the writer answered, and whether we email them. Empty unless the applicant said the writer agreed. */
export function writerSays(letter: Letter): Html | string {
  const { contact, promised, coordinator } = letter;
  if (!contact || !isOpen(letter)) return '';
  const lines = [
    ...(promised ? [`will upload by ${phraseDay(promised.by)}`] : []),
    ...(coordinator
      ? [`${coordinator.accepted ? 'handed to' : 'to be handed to'} ${coordinator.name}`]
      : []),
    MAIL_WORDS[contact.state],
  ];
  return html`<br><span class="quiet">${lines.join(' · ')}</span>`;
}

const MAIL_WORDS: Readonly<Record<NonNullable<Letter['contact']>['state'], string>> = {
  mailed: 'we email the writer',
  stopped: 'wants no emails from us: call',
  unreachable: 'the address does not accept our emails: call',
};

export function letterPlanWords({ applicant, world }: PageView): Html {
  const { covered, inEras, assigned, missing, late } = letterPlan(applicant.facts, world);
  const count = `${covered} of ${LETTERS_WANTED}`;
  return html`<p>${
    missing.length > 0
      ? status('to-do', `${count}. Still needed: ${missing.join('; ')}`)
      : status('done', `${count}: promised, requested, or in ERAS`)
  }</p>
<p class="quiet">${inEras} in ERAS, ${assigned} assigned to programs. The guide asks for two to three; a program takes at most ${ASSIGNED_MAX}.</p>
${late.map((each) => html`<p>${status('late', lateWords(each))}</p>`)}`;
}

function lateWords({ rotation, writerName, day, review }: LateLetter): string {
  const what = writerName
    ? `The letter from ${writerName} is due ${phraseDay(day)}`
    : `The ${rotation ? nameOf(rotation) : 'rotation'} ends late, so its letter can arrive by ${phraseDay(day)}`;
  return `${what}, but programs start to review on ${phraseDay(review.day)} (${certaintyWords(review.certainty, 'applicant')}). It can be added later, but the first review will miss it.`;
}

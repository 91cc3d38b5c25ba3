/** The letter plan in words: "2 of 3: a US IR letter is missing", and what will come too late. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import {
  ASSIGNED_MAX,
  type LateLetter,
  LETTERS_WANTED,
  letterPlan,
} from '#shared/plan/letters/letter-plan.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { certaintyWords } from '#shared/world/source-words.ts';
import type { PageView } from '../page-view.ts';
import { status } from '../status.ts';

export function letterPlanWords({ applicant, world }: PageView): Html {
  const { covered, inEras, assigned, missing, late } = letterPlan(applicant.facts, world);
  const stands = `${covered} of ${LETTERS_WANTED}`;
  const [first, ...others] = missing;
  return html`<p>${
    first
      ? status(
          'to-do',
          `${stands}: ${first} is missing${others.map((each) => `, and ${each}`).join('')}`,
        )
      : status('done', `${stands}: promised, requested or in ERAS`)
  }</p>
<p class="quiet">${inEras} in ERAS, ${assigned} assigned to programs. The guide asks for two to three; a program takes at most ${ASSIGNED_MAX}.</p>
${late.map((each) => html`<p>${status('late', lateWords(each))}</p>`)}`;
}

function lateWords({ rotation, writerName, day, review }: LateLetter): string {
  const what = writerName
    ? `The letter of ${writerName} is awaited by ${phraseDay(day)}`
    : `The ${rotation ? nameOf(rotation) : 'rotation'} ends late: its letter can be there by ${phraseDay(day)}`;
  return `${what}, and programs review from ${phraseDay(review.day)} (${certaintyWords(review.certainty, 'applicant')}). It is added then, and not there at the first reading.`;
}

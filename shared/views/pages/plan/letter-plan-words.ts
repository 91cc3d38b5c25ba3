/** The letter plan in words: "2 of 3. Still needed: a US IR letter", and letters that will come too late. */
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

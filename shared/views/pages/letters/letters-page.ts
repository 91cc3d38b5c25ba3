/** The page of whoever holds letters: each with its dates, how to upload it, and what can be answered. No account. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import type { LetterPaths } from '#shared/base/links/urls.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import type { WriterItem } from '#shared/people/person/writer.ts';
import type { HeldLetter } from '#shared/people/writer/held.ts';
import { problemSummary } from '../../forms/form.ts';
import { page } from '../layout.ts';
import { status } from '../status.ts';
import { answerForms } from './answer-forms.ts';
import { letterCard } from './letter-card.ts';
import { zoneSection } from './zone-section.ts';

export interface LettersView {
  readonly writer: WriterItem;
  readonly letters: readonly HeldLetter[];
  readonly now: Instant;
  readonly paths: LetterPaths;
  /** Where all emails are stopped. */
  readonly unsubscribe: string;
  newId(): string;
  /** The accepted answer this page follows. */
  readonly done?: string;
}

/** What came back: which letter it is about, and what was wrong. */
export interface LetterProblem extends Problem {
  readonly letterId: string;
}

export function lettersPage(view: LettersView, problem?: LetterProblem): string {
  const letters = view.letters.toSorted(byNeed);
  const isAbout = (held: HeldLetter) => held.letter.id === problem?.letterId;
  const about = letters.find(isAbout);
  const form = about && answerForms(about, view.now).find(({ key }) => key === problem?.form);
  return page(
    problem ? 'Nothing was changed' : 'Letters asked of you',
    html`<h1>Letters asked of you</h1>
${problem ? problemSummary(problem, form) : receipt(view)}
<p>Letters of recommendation (LoR) go to ERAS alone. Never send us the letter: this page keeps only how it stands.</p>
${letters.length === 0 ? html`<p>${status('done', 'Nothing is asked of you.')}</p>` : ''}
${letters.map((held) => letterCard(view, held, isAbout(held) ? problem : undefined))}
${zoneSection(view.writer, view.paths)}
<p><a class="target" href="${view.unsubscribe}">Stop all emails to you</a></p>
`,
  );
}

function receipt({ letters, done }: LettersView): Html | string {
  if (done === undefined) return '';
  if (done === 'zone') return told('your time zone.');
  const answered = letters.find(({ applicant }) =>
    applicant.accepted.some(({ id }) => id === done),
  );
  if (!answered) return '';
  return told(
    `your answer about the letter for ${answered.applicant.facts.profile.name}. Thank you.`,
  );
}

function told(what: string): Html {
  return html`<div class="done" role="status"><p>${status('done', 'Recorded:')} ${what}</p></div>`;
}

/** What can still be answered first, the nearest day first. */
function byNeed(a: HeldLetter, b: HeldLetter): number {
  return Number(b.isAnswerable) - Number(a.isAnswerable) || (a.dueOn < b.dueOn ? -1 : 1);
}

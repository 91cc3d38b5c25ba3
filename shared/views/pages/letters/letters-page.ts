/** The page of a writer or coordinator, without an account: each letter with its dates, steps, and answers. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import type { LetterPaths } from '#shared/base/links/urls.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { placeOf } from '#shared/base/time/phrase.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import type { WriterItem } from '#shared/people/person/writer.ts';
import type { HeldLetter } from '#shared/people/writer/held.ts';
import { banner, button, fold, link, select } from '../../components.ts';
import { problemSummary } from '../../forms/form.ts';
import { page } from '../layout.ts';
import { status } from '../status.ts';
import { answerForms } from './answer-forms.ts';
import { letterCard } from './letter-card.ts';

export interface LettersView {
  readonly writer: WriterItem;
  readonly letters: readonly HeldLetter[];
  readonly now: Instant;
  readonly paths: LetterPaths;
  /** Where all emails can be stopped. */
  readonly unsubscribe: string;
  newId(): string;
  /** The accepted answer that this page confirms. */
  readonly done?: string;
}

export interface LetterProblem extends Problem {
  readonly letterId: string;
}

export function lettersPage(view: LettersView, problem?: LetterProblem): string {
  const letters = view.letters.toSorted(byNeed);
  const isAbout = (held: HeldLetter) => held.letter.id === problem?.letterId;
  const about = letters.find(isAbout);
  return page(
    problem ? 'Nothing was changed' : 'Letters requested from you',
    html`<h1>Letters requested from you</h1>
${problem ? problemSummary(problem, about ? answerForms(about, view.now) : []) : receipt(view)}
<p>Letters of recommendation (LoR) go only to ERAS. Never send us a letter: this page keeps only its status.</p>
${letters.length === 0 ? html`<p>${status('done', 'No letter is requested from you now.')}</p>` : ''}
${letters.map((held) => letterCard(view, held, isAbout(held) ? problem : undefined))}
${zoneSection(view.writer, view.paths)}
<p>${link(view.unsubscribe, 'Stop all emails to me')}<br>
${link(view.paths.kept, 'What you keep about me')}</p>
${button({ action: view.paths.endLinks, label: 'End all my links and email me a new one', isPlain: true })}
`,
  );
}

function receipt({ letters, done }: LettersView): Html | string {
  if (done === undefined) return '';
  if (done === 'zone') return recorded('your time zone.');
  const answered = letters.find(({ applicant }) =>
    applicant.accepted.some(({ id }) => id === done),
  );
  if (!answered) return '';
  return recorded(
    `your answer about the letter for ${answered.applicant.facts.profile.name}. Thank you.`,
  );
}

function recorded(what: string): Html {
  return banner('done', html`<p>${status('done', 'Recorded:')} ${what}</p>`);
}

/** Letters that can still be answered first, then by due day. */
function byNeed(a: HeldLetter, b: HeldLetter): number {
  return Number(b.isAnswerable) - Number(a.isAnswerable) || (a.dueOn < b.dueOn ? -1 : 1);
}

/** The zones of the US hosts, which is close enough for writers elsewhere. */
export const WRITER_ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
] as const;

function zoneSection(writer: WriterItem, paths: LetterPaths): Html {
  return fold(
    `Emails come on weekdays from 9 a.m. to 4 p.m. in ${placeOf(writer.zone)}`,
    html`<form method="post" action="${paths.page}">
${select(
  { id: 'zone', name: 'zone', label: 'Your time zone', chosen: writer.zone },
  WRITER_ZONES.map((zone) => [zone, placeOf(zone)]),
)}
<button class="plain">Save the time zone</button>
</form>`,
  );
}

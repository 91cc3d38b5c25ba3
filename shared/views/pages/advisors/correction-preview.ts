/** Corrections before they are saved: what they change, and whom they affect. */

import { type Html, html } from '#shared/base/html.ts';
import { DATES_PATH } from '#shared/base/links/advisor-paths.ts';
import { counted } from '#shared/base/sentence.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import type { Move, ReachOfCorrection } from '#shared/people/outlook/affected.ts';
import { changedWorld } from '#shared/world/corrections/changed-world.ts';
import { type Correction, targetOf } from '#shared/world/corrections/correction.ts';
import type { FormValues } from '#shared/world/corrections/read-correction.ts';
import { targetWords, valueWords } from '#shared/world/corrections/words.ts';
import type { WorldItem } from '#shared/world/corrections/world-item.ts';
import { phraseSource } from '#shared/world/provenance.ts';
import { link, list } from '../../components.ts';
import { advisorPage } from './frame.ts';

interface PreviewView {
  readonly advisor: Advisor;
  readonly before: WorldItem;
  readonly after: WorldItem;
  /** One, or those of a sheet. */
  readonly corrections: readonly Correction[];
  readonly reach: ReachOfCorrection;
  readonly back: string;
  readonly form: { readonly path: string; readonly values: FormValues };
}

export function correctionPreview(view: PreviewView): string {
  const { advisor, before, after, corrections, reach } = view;
  const [cohortId] = corrections[0]?.unconfirmed?.cohortIds ?? [];
  const [was, is] = [changedWorld(before, cohortId), changedWorld(after, cohortId)];
  return advisorPage(
    'Check before you save',
    advisor,
    html`<h1>Check before you save</h1>
<p>Nothing is saved yet.</p>
${list(
  corrections.map(
    (each) => html`<strong>${targetWords(targetOf(each), is)}</strong>
<br>Now: ${valueWords(each, before.corrections, was, cohortId)}. After: ${valueWords(each, after.corrections, is, cohortId)}.
<br><span class="quiet">Source: ${phraseSource(each)}.</span>`,
  ),
)}
<section aria-labelledby="people"><h2 id="people">Whom it affects</h2>
${peopleMarkup(reach.people)}
<p>${othersWords(reach)}</p></section>
${saveForm(view)}
<p>${link(view.back, 'Do not save')}</p>`,
    [{ label: 'Corrections', path: DATES_PATH }],
  );
}

function peopleMarkup(people: PreviewView['reach']['people']): Html {
  if (people.length === 0) return html`<p>Nobody in your cohorts.</p>`;
  return html`<p>In your cohorts: ${counted(people.length, 'person', 'people')}.</p>
<ul class="list">${people.map(
    ({ name, cohortId, moves }) => html`<li><strong>${name}</strong> (${cohortId})${moves.map(
      (move) => html`<br>${moveWords(move)}`,
    )}</li>
`,
  )}</ul>`;
}

function othersWords({ others }: PreviewView['reach']): string {
  if (!others) return 'Nobody in other cohorts is affected until someone else confirms it.';
  const { isComplete, count } = others;
  return `In other cohorts: ${isComplete ? '' : 'at least '}${counted(count, 'person', 'people')}.`;
}

function moveWords({ label, was, is }: Move): string {
  const from = was ? `now ${phraseDay(was)}` : 'no date yet';
  return `${label}: ${from}, then ${is ? phraseDay(is) : 'no date'}`;
}

function saveForm({ form, reach }: PreviewView): Html {
  const fields = Object.entries(form.values).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, each] as const),
  );
  return html`<form method="post" action="${form.path}">
${fields.map(
  ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">
`,
)}<input type="hidden" name="step" value="save"><input type="hidden" name="digest" value="${reach.digest}">
${
  reach.isDrastic &&
  html`<div class="field tick"><p class="error">This brings a deadline nearer by more than 30 days, or into the past.</p>
<input type="checkbox" id="again" name="again" value="yes" required> <label for="again">I read the page again, and this is right</label></div>`
}<button>Save it</button></form>`;
}

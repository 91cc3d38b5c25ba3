/** `When will you do it?`: one step, its date, and three ways to put it off. */
import { html } from 'hono/html';
import { putOffBefore } from '#shared/agenda/ladder.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import { refusals } from '#shared/plan/facts/refusals.ts';
import type { Occasion } from '#shared/words/occasions.ts';
import { refusalWords } from '#shared/words/refusals.ts';
import { formMarkup, problemSummary } from '../forms/form.ts';
import { laterForms } from '../forms/wish-forms.ts';
import { page } from './layout.ts';
import { navigationOf, type PageView, seasonNotice, tiesOf } from './person-page.ts';
import { whenWords } from './when.ts';

/** @param problem the form that was refused, if any */
export function laterPage(view: PageView, occasion: Occasion, problem?: Problem): string {
  const { paths, applicant, now } = view;
  const { zone } = applicant.facts.profile;
  const forms = laterForms(occasion, dayIn(zone, now), putOffBefore(occasion, zone, now));
  const action = paths.later(occasion);
  return page(
    problem ? 'Nothing was changed' : 'When will you do it?',
    html`<h1>When will you do it?</h1>
${seasonNotice(view)}
${problemSummary(problem, forms)}
<p><strong>${occasion.words.title}</strong><br><span class="when">${whenWords(occasion, view)}</span></p>
<p>${forms.length > 0 ? 'Choose a day. We will remind you that morning and say nothing about it until then.' : refusalWords(refusals.cannotBePutOff())}</p>
${forms.map((form) => formMarkup(form, tiesOf(view, action), problem))}
`,
    navigationOf(view, 'Plan'),
  );
}

/** `When will you do it?`: one step, its date, and three ways to put it off. */
import { putOffBefore } from '#shared/agenda/ladder.ts';
import { html } from '#shared/base/html.ts';
import { capital } from '#shared/base/sentence.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import { refusals } from '#shared/plan/facts/refusals.ts';
import type { Occasion } from '#shared/words/occasions.ts';
import { refusalWords } from '#shared/words/refusals.ts';
import { section } from '../components.ts';
import { laterForms } from '../forms/plan-forms.ts';
import { formsOn, type PageView, personPage } from './person-page.ts';
import { whenWords } from './status.ts';

/** @param problem the form that was refused, if any */
export function laterPage(view: PageView, occasion: Occasion, problem?: Problem): string {
  const { paths, applicant, now } = view;
  const { zone } = applicant.facts.profile;
  const offered = laterForms(occasion, dayIn(zone, now), putOffBefore(occasion, zone, now));
  const forms = formsOn(view, paths.later(occasion), problem);
  const how =
    offered.length > 0
      ? 'Choose a day. We will remind you that morning and say nothing about it until then.'
      : refusalWords(refusals.cannotBePutOff());
  const body = section(
    'what',
    capital(occasion.words.title),
    html`<p class="when">${whenWords(occasion, view)}</p>
<p>${how}</p>
${offered.map(forms.whole)}`,
  );
  return personPage(view, { title: 'When will you do it?', here: 'Plan', body }, forms);
}

/** What is due at one rotation: the first in full, the others in one line each. */
import { html } from 'hono/html';
import { formOf, type Occasion, wordsNow } from '#shared/agenda/occasions/occasion.ts';
import type { Html } from '#shared/base/html.ts';
import { atForm } from '#shared/base/links/urls.ts';
import type { Form } from '#shared/exchange/fields/field.ts';
import type { PageView } from '../page-view.ts';
import { sourceDetails } from '../source.ts';
import { whenWords } from '../when.ts';

const OTHERS_MAX = 3;

/** @param occasions of this rotation; the first is shown in full */
export function dueSection(
  view: PageView,
  occasions: readonly Occasion[],
  forms: readonly Form[],
  action: string,
): Html | string {
  const [first, ...others] = occasions;
  if (!first) return '';
  const answer = forms.find(({ key }) => key === formOf(first));
  const more = others.length - OTHERS_MAX;
  return html`<section class="next" aria-labelledby="due"><h2 id="due">To do</h2>
<p>${wordsNow(first, view.now).next}</p>
<p class="when">${whenWords(first, view)}</p>
<p>${wordsNow(first, view.now).why}</p>
${sourceDetails(first.deadline)}
${answer ? html`<p><a class="button" href="#form-${answer.key}">${first.words.button}</a></p>` : ''}
${
  others.length > 0
    ? html`<h3>Also open</h3><ul class="list">${others.slice(0, OTHERS_MAX).map((other) => {
        const form = formOf(other);
        return html`<li>${form ? html`<a class="target" href="${atForm(action, form)}">${other.words.title}</a>` : other.words.title}<br>${whenWords(other, view)}</li>`;
      })}</ul>`
    : ''
}
${more > 0 ? html`<p class="quiet">And ${more} more below.</p>` : ''}</section>`;
}

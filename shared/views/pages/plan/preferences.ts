import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { PREFERENCES_ID } from '#shared/base/links/urls.ts';
import { placeOf } from '#shared/base/time/phrase.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import { foldedForm } from '../../forms/form.ts';
import { erasForm, zoneForm } from '../../forms/plan-forms.ts';
import { type PageView, tiesOf } from '../page-view.ts';
import { mailWishes } from './mail-wishes.ts';

export function preferences(view: PageView, problem: Problem | undefined): Html {
  const { facts, reach } = view.applicant;
  const forms = [...(facts.erasSubmittedOn ? [] : [erasForm()]), zoneForm(facts)];
  return html`<section aria-labelledby="${PREFERENCES_ID}"><h2 id="${PREFERENCES_ID}">You and your emails</h2>
<p>Emails go to ${facts.profile.address}, on ${placeOf(facts.profile.zone)} time.</p>
${mailWishes(view, problem)}
${forms.map((form) =>
  foldedForm(
    form,
    tiesOf(view, view.paths.plan),
    false,
    problem?.form === form.key ? problem : undefined,
  ),
)}
<p><a class="target" href="${view.paths.profile}">Change my profile</a></p>
<p><a class="target" href="${view.unsubscribe}">${reach === 'unsubscribed' ? 'Start emails again' : 'Stop emails'}</a></p>
</section>`;
}

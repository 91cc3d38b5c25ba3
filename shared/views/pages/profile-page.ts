/** `/a/<token>/profile`: what the rules need to know about an applicant. */
import { html } from 'hono/html';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import { formMarkup } from '../forms/form.ts';
import { profileForm } from '../forms/profile-form.ts';
import { type PageView, tiesOf } from './page-view.ts';
import { personPage } from './person-page.ts';

export function profilePage(view: PageView, problem?: Problem): string {
  const { profile } = view.applicant.facts;
  const { visaWaitDays, visaWaitReadOn, address } = profile;
  const action = view.paths.profile;
  const form = profileForm(profile);
  return personPage(
    view,
    {
      title: 'Your profile',
      action,
      forms: [form],
      body: html`<section aria-labelledby="form"><h2 id="form">About you</h2>
<p>Emails go to ${address}. To change the address, ask your advisor. Or start a new plan with the new address, then delete this one.</p>
${visaWaitDays === undefined ? '' : html`<p>Wait at your consulate: ${visaWaitDays} days${visaWaitReadOn ? `, checked ${phraseDay(visaWaitReadOn)}` : ', checked on an unknown day'}.</p>`}
${formMarkup(form, tiesOf(view, action), problem?.form === form.key ? problem : undefined)}
</section>`,
    },
    problem,
  );
}

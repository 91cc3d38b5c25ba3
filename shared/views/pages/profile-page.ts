/** `/a/<token>/profile`: what the rules need to know about an applicant. */
import { html } from '#shared/base/html.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Field, Form, Problem } from '#shared/exchange/fields/field.ts';
import { isSelfBegun } from '#shared/people/applicant/sharing.ts';
import type { Profile } from '#shared/plan/facts/facts.ts';
import { ENTRY_HINT } from '#shared/words/plan-words.ts';
import { ENROLLMENTS, PATHWAYS } from '../forms/choices.ts';
import { fieldsOf, formOfType } from '../forms/form.ts';
import { formsOn, type PageView, personPage } from './person-page.ts';

export function profilePage(view: PageView, problem?: Problem): string {
  const { profile } = view.applicant.facts;
  const { visaWaitDays, visaWaitReadOn, address } = profile;
  const forms = formsOn(view, view.paths.profile, problem);
  const readOn = visaWaitReadOn ? phraseDay(visaWaitReadOn) : 'an unknown day';
  return personPage(
    view,
    {
      title: 'Your profile',
      body: html`<section aria-labelledby="form"><h2 id="form">About you</h2>
<p>Emails go to ${address}. <a class="target" href="${view.paths.address}">Change the address</a></p>
${visaWaitDays === undefined ? '' : html`<p>Wait at your consulate: ${visaWaitDays} days, checked on ${readOn}.</p>`}
${forms.whole(profileForm(profile))}
${isSelfBegun(view.applicant) ? html`<p><a class="target" href="${view.paths.share}">Share my plan with a school</a></p>` : ''}
</section>`,
    },
    forms,
  );
}

function profileForm(profile: Profile): Form {
  return formOfType('profile-changed', {
    title: 'Change my profile',
    text: 'Fields you leave empty stay as they are. Dates, reminders, and advice update at once.',
    fields: FIELDS,
    values: Object.fromEntries(
      FIELDS.map(({ name }) => [
        name,
        textOf(profile[name.slice('profile.'.length) as keyof Profile]),
      ]),
    ),
    button: 'Save my profile',
  });
}

function textOf(value: string | number | boolean | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value ?? '');
}

const FIELDS: readonly Field[] = fieldsOf('profile-changed', {
  // Prefilled, and never empty.
  'profile.name': { required: true },
  'profile.phone': { hint: 'Include the country code. Only your school sees it.' },
  'profile.matchYear': {
    required: true,
    hint: 'The year of the March you want to match in. For 2028, you apply in September 2027.',
  },
  'profile.pathway': { required: true, choices: PATHWAYS },
  'profile.enrollment': { required: true, choices: ENROLLMENTS },
  'profile.graduationOn': {
    hint: 'The actual or planned day. Many hosts accept students only until they graduate.',
  },
  'profile.schoolInVslo': {
    hint: 'VSLO is the AAMC’s service for visiting students. Ask your dean’s office whether your school participates.',
  },
  'profile.ecfmgCertified': {
    hint: 'The certificate for graduates of medical schools outside the US. Some hosts require it.',
  },
  'profile.entry': { hint: ENTRY_HINT },
  'profile.entryUntil': { hint: 'Only if you are already in the US with legal status that ends.' },
  'profile.visaWaitDays': {
    hint: 'For a visitor visa at your consulate, as the US embassy’s website states it today.',
  },
  'profile.visaWaitReadOn': { hint: 'Wait times change every week. Check again each month.' },
});

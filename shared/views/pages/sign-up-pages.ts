/** Starting a plan: the form, the answer (the same for everyone), and the confirmation. */
import type * as z from 'zod';
import { html } from '#shared/base/html.ts';
import { DELETION_DAYS } from '#shared/base/limits.ts';
import {
  NEW_LINK_PATH,
  type PagePaths,
  START_PATH,
  ZONE_SCRIPT_PATH,
} from '#shared/base/links/urls.ts';
import { cityOf, NAMES_NOW } from '#shared/base/time/cities.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import type { Choice, Field, Form, FormError, Problem } from '#shared/exchange/fields/field.ts';
import { SIGN_UP_DAYS, type SignUp } from '#shared/people/applicant/pending.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Profile } from '#shared/plan/facts/facts.ts';
import { labelOf } from '#shared/words/field-words.ts';
import { ENTRY_HINT } from '#shared/words/plan-words.ts';
import { button } from '../components.ts';
import { ENROLLMENTS, ENTRIES, PATHWAYS } from '../forms/choices.ts';
import { plainFormMarkup, problemSummary } from '../forms/form.ts';
import { zoneField } from '../forms/plan-forms.ts';
import { message, page } from './layout.ts';

const NOTHING_SENT = 'Nothing was sent';

/** `years`: the Match years that a plan can start for. `returned`: the form that was refused. */
export function signUpPage(years: readonly number[], returned?: Omit<Problem, 'form'>): string {
  const form = formOf(years);
  const problem = returned && { form: form.key, ...returned };
  return page(
    returned ? NOTHING_SENT : 'Start your plan',
    html`<h1>Start your plan</h1>
<p>For international medical students and graduates who want to rotate in interventional radiology (IR) in the US.
You get reminders by email and answer them with one click. It is free, and you need no password.</p>
${problemSummary(problem, [form], NOTHING_SENT)}
<section aria-labelledby="start"><h2 id="start">About you</h2>
${plainFormMarkup(form, START_PATH, problem)}
<p class="hint">We will email you one confirmation. Until you confirm, we send nothing else.
If you do not confirm within ${SIGN_UP_DAYS} days, we delete what you entered.</p>
</section>
<p><a class="target" href="${NEW_LINK_PATH}">I have a plan and need a new link</a></p>
<script src="${ZONE_SCRIPT_PATH}" defer></script>`,
  );
}

/** Opening the emailed link confirms nothing: email scanners open links, too. */
export function beginPage({ name, matchYear, zone }: SignUp, action: string): string {
  return message(
    'Start your plan',
    `You asked for a rotation plan with this address. Reminders will come by email.
Each has a link that stops them, and you can delete your plan at any time.`,
    html`<p>Your plan begins as <strong>${name}</strong>, ${matchYear} Match, time zone of ${cityOf(zone)}.
You can change that on its page.</p>`,
    button({ action, label: 'This is my address: start my plan' }),
    html`<p class="hint">If you did not ask for it, close this page. We will delete what was entered.</p>`,
  );
}

/** What a school imported, before anything of it is shown: the address may be mistyped. */
export function consentPage(
  { name }: Pick<Cohort, 'name'>,
  { facts, pending }: Pick<Applicant, 'facts' | 'pending'>,
  { confirm, disown }: Pick<PagePaths, 'confirm' | 'disown'>,
): string {
  const emails = pending?.opensAt
    ? 'Reminders of its deadlines come by email.'
    : 'You use another plan already, which they do not see. If this one is yours, too, reminders about it come by email.';
  return message(
    'Is this plan yours?',
    html`<p>The advisors of <strong>${name}</strong> made a plan of clinical rotations for this address,
under the name <strong>${facts.profile.name}</strong>.</p>`,
    `${emails} These advisors see what you enter.`,
    button({ action: confirm, label: 'It is me: open my plan' }),
    button({
      action: disown,
      label: 'I don’t know this school',
      isPlain: true,
      hint: `They no longer see this plan, and learn why. It is deleted after ${DELETION_DAYS} days;
one email has a link that brings it back.`,
    }),
  );
}

/** One sentence per field. */
export function signUpErrors(
  issues: readonly z.core.$ZodIssue[],
  values: Readonly<Record<string, string>>,
): FormError[] {
  return fieldsOf([]).flatMap(({ name, label }) => {
    const issue = issues.find(({ path }) => path[0] === name);
    if (!issue) return [];
    const isChoice = issue.code === 'invalid_value' || issue.code === 'invalid_type';
    const reason = isChoice ? 'is not one of the choices' : issue.message;
    return [{ field: name, message: `${label} ${values[name]?.trim() ? reason : 'is missing'}.` }];
  });
}

const fieldsOf = (years: readonly number[]): readonly Field[] => [
  { name: 'name', label: labelOf('profile.name'), kind: 'line', required: true },
  { name: 'address', label: 'Your email address', kind: 'address', required: true },
  { name: 'zone', label: labelOf('zone'), kind: 'line', required: true, ...zoneField() },
  choice(
    'matchYear',
    years.map((year) => ({ value: String(year), label: `March ${year}` })),
    { hint: 'The March you want to match in. You apply the September before.' },
  ),
  choice('enrollment', ENROLLMENTS),
  choice('pathway', PATHWAYS),
  choice('entry', ENTRIES, { required: false, none: 'I will answer later', hint: ENTRY_HINT }),
];

function choice(name: keyof Profile, choices: readonly Choice[], more?: Partial<Field>): Field {
  return {
    name,
    label: labelOf(`profile.${name}`),
    kind: 'choice',
    required: true,
    choices,
    ...more,
  };
}

const formOf = (years: readonly number[]): Form => ({
  key: 'start',
  type: 'start',
  title: 'Start',
  text: 'Everything else can wait until you have a plan.',
  fields: fieldsOf(years),
  hidden: {},
  values: {},
  button: 'Email me the confirmation',
});

export const ZONE_SCRIPT = `
const field = document.querySelector('input[name="zone"]');
const names = ${JSON.stringify(NAMES_NOW)};
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
const zone = names[own] ?? own;
if (field && !field.value && zone?.includes('/')) {
  const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  const options = [...field.list.options].map(({ value }) => value);
  field.value = options.find((each) => each.startsWith(city + ', ')) ?? zone;
}
`.trimStart();

/** Starting a plan: the form, the answer (the same for everyone), and the confirmation. */
import { html } from 'hono/html';
import type * as z from 'zod';
import { NEW_LINK_PATH, START_PATH, ZONE_SCRIPT_PATH } from '#shared/base/links/urls.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import type { Field, Form, FormError, Problem } from '#shared/exchange/fields/field.ts';
import { SIGN_UP_DAYS, type SignUp } from '#shared/people/applicant/pending.ts';
import { ENTRY_HINT } from '#shared/words/entry-words.ts';
import { labelOf } from '#shared/words/field-words.ts';
import { button } from '../components.ts';
import { ENROLLMENTS, ENTRIES, PATHWAYS } from '../forms/choices.ts';
import { plainFormMarkup, problemSummary } from '../forms/form.ts';
import { zoneField } from '../forms/plan-forms.ts';
import { message, page } from './layout.ts';

const NOTHING_SENT = 'Nothing was sent';

/**
 * @param years the Match years that a plan can start for
 * @param returned the form that was refused, if any
 */
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
<p class="hint">We will email you one confirmation. Until you confirm, we send nothing else. After ${SIGN_UP_DAYS} days, we delete what you entered.</p>
</section>
<p><a class="target" href="${NEW_LINK_PATH}">I have a plan and need a new link</a></p>
<script src="${ZONE_SCRIPT_PATH}" defer></script>`,
  );
}

/** The same for every address, so that nobody learns who has a plan. */
export function startedPage(): string {
  return message(
    'Check your email',
    html`<p>An email is on its way to this address. It usually arrives within a few minutes. Open its link within ${SIGN_UP_DAYS} days.</p>
<p>Nothing there? Check your spam folder, then try again tomorrow.</p>`,
  );
}

/** The same for every address, too: only who asks is counted. */
export function tooManyStartedPage(): string {
  return message(
    'Too many plans were begun just now',
    html`<p>Nothing was sent. From where you are, or from everywhere together, more plans were started in this hour than we allow, so that no one can flood others with our emails.</p>
<p>Places become free as soon as others confirm their address. <a href="${START_PATH}">Try again</a> in a few minutes, at the latest in the next hour.</p>`,
  );
}

/** Opening the emailed link confirms nothing: email scanners open links, too. */
export function beginPage({ name, matchYear, zone }: SignUp, action: string): string {
  return message(
    'Start your plan',
    html`<p>You asked for a rotation plan with this address. Reminders will come by email. Each has a link that stops them, and you can delete your plan at any time.</p>
<p>Your plan begins as <strong>${name}</strong>, ${matchYear} Match, time zone ${zone}. You can change that on its page.</p>
${button({ action, label: 'This is my address: start my plan' })}
<p class="hint">If you did not ask for it, close this page. We will delete what was entered.</p>`,
  );
}

export function consentPage({ name }: Pick<Cohort, 'name'>, action: string): string {
  return message(
    'A plan made for you',
    html`<p>The advisors of <strong>${name}</strong> made a rotation plan for this address. You use another plan already.</p>
<p>If you accept it, reminders about it come by email, too, and what you enter on it is seen by these advisors. They do not see your other plan.</p>
${button({ action, label: 'Accept this plan' })}
<p class="hint">If you do not know this school, close this page. We will not email you about it.</p>`,
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
  {
    name: 'zone',
    label: labelOf('zone'),
    kind: 'line',
    required: true,
    ...zoneField(),
  },
  {
    name: 'matchYear',
    label: labelOf('profile.matchYear'),
    kind: 'choice',
    required: true,
    choices: years.map((year) => ({ value: String(year), label: `March ${year}` })),
    hint: 'The March in which you want to match. You apply in the September before it.',
  },
  {
    name: 'enrollment',
    label: labelOf('profile.enrollment'),
    kind: 'choice',
    required: true,
    choices: ENROLLMENTS,
  },
  {
    name: 'pathway',
    label: labelOf('profile.pathway'),
    kind: 'choice',
    required: true,
    choices: PATHWAYS,
  },
  {
    name: 'entry',
    label: labelOf('profile.entry'),
    kind: 'choice',
    choices: ENTRIES,
    none: 'I will answer later',
    hint: ENTRY_HINT,
  },
];

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

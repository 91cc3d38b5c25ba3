/** Beginning by oneself: the form, the answer that is the same for everybody, and the confirmation. */
import { html } from 'hono/html';
import type * as z from 'zod';
import { SIGN_UP_DAYS } from '#shared/base/limits.ts';
import { NEW_LINK_PATH, START_PATH } from '#shared/base/links/urls.ts';
import type { Field, Form, FormError } from '#shared/exchange/fields/field.ts';
import { labelOf } from '#shared/words/field-words.ts';
import { plainFormMarkup } from '../forms/form.ts';
import { ZONES } from '../forms/zones.ts';
import { page } from './layout.ts';

interface Returned {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly FormError[];
}

/**
 * The form that begins a plan.
 * @param returned what was refused, with what was typed
 */
export function signUpPage(returned?: Returned): string {
  const problem = returned && { form: FORM.key, ...returned };
  return page(
    returned ? 'Nothing was sent' : 'Start your plan',
    html`<h1>Start your plan</h1>
<p>For international medical graduates who want to rotate in interventional radiology (IR) in the US. You get reminders by email, and answer them with one click: there is no password.</p>
${returned ? html`<div class="problem" role="alert"><p>Nothing was sent. ${returned.errors.map(({ message }) => message).join(' ')}</p></div>` : ''}
<section aria-labelledby="start"><h2 id="start">About you</h2>
${plainFormMarkup(FORM, START_PATH, problem)}
<p class="hint">We mail one confirmation. Until you confirm, nothing else is emailed, and after ${SIGN_UP_DAYS} days what you entered is removed.</p>
</section>
<p><a class="target" href="${NEW_LINK_PATH}">I have a plan and need a new link</a></p>`,
  );
}

/** The same for every address, so that nobody learns who is here. */
export function startedPage(): string {
  return page(
    'Look into your email',
    html`<div class="card"><h1>Look into your email</h1>
<p>An email is on its way to this address. It comes within the hour. Open its link within ${SIGN_UP_DAYS} days.</p>
<p>Nothing came? Look into the spam folder, then ask once more tomorrow.</p></div>`,
  );
}

/** What the emailed link opens before its owner has confirmed. Opening it confirms nothing: mail scanners open links too. */
export function beginPage(action: string): string {
  return page(
    'Begin your plan',
    html`<div class="card"><h1>Begin your plan</h1>
<p>You asked for a rotation plan at this address. Reminders then come by email; each has a link that stops them, and you can delete the plan at any time.</p>
<form method="post" action="${action}"><button>This is my address: begin</button></form>
<p class="hint">If you did not ask for it, close this page. What was entered is removed by itself.</p></div>`,
  );
}

/** One sentence a field. */
export function signUpErrors(issues: readonly z.core.$ZodIssue[]): FormError[] {
  return FIELDS.flatMap(({ name, label }) => {
    const issue = issues.find(({ path }) => path[0] === name);
    if (!issue) return [];
    const reason = issue.code === 'invalid_value' ? 'is not one of the choices' : issue.message;
    return [{ field: name, message: `${label} ${reason}.` }];
  });
}

const FIELDS: readonly Field[] = [
  { name: 'name', label: labelOf('profile.name'), kind: 'line', required: true },
  { name: 'address', label: 'Your email address', kind: 'address', required: true },
  {
    name: 'zone',
    label: labelOf('zone'),
    kind: 'line',
    required: true,
    suggestions: ZONES,
    hint: 'For example Asia/Kolkata, Europe/London or America/Bogota.',
  },
  {
    name: 'matchYear',
    label: labelOf('profile.matchYear'),
    kind: 'number',
    least: 2020,
    most: 2060,
    required: true,
    hint: 'The March you want to match in.',
  },
  {
    name: 'enrollment',
    label: labelOf('profile.enrollment'),
    kind: 'choice',
    required: true,
    choices: [
      { value: 'enrolled', label: 'I am a student' },
      { value: 'graduate', label: 'I have graduated' },
    ],
  },
  {
    name: 'pathway',
    label: labelOf('profile.pathway'),
    kind: 'choice',
    required: true,
    choices: [
      { value: 'integrated-ir', label: 'Integrated IR' },
      { value: 'dr-esir', label: 'DR with early specialization in IR (ESIR)' },
    ],
  },
];

const FORM: Form = {
  key: 'start',
  type: 'start',
  title: 'Start',
  text: 'Everything else can wait until you are in.',
  fields: FIELDS,
  hidden: {},
  values: {},
  button: 'Send me the confirmation',
};

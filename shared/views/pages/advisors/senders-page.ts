import { type Html, html } from '#shared/base/html.ts';
import { cohortPaths } from '#shared/base/links/advisor-paths.ts';
import { API_PATH, cohortFormPath } from '#shared/base/links/urls.ts';
import { capital } from '#shared/base/sentence.ts';
import {
  type Product,
  productSchema,
  type Sender,
  sendableTypes,
} from '#shared/exchange/webhook/sender.ts';
import { EVENT_WORDS } from '#shared/words/event-words.ts';
import { banner, bullets, field, input, link, list, section, select } from '../../components.ts';
import { type CohortView, pageOfCohort } from './frame.ts';

interface SenderProblem {
  readonly problems: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  readonly eventTypes: readonly string[];
}

export const PRODUCT_WORDS: Readonly<Record<Product, string>> = {
  standard: 'a system that signs with Standard Webhooks',
  'google-forms': 'a Google Form',
  typeform: 'a Typeform',
};

export function sendersPage(
  view: CohortView,
  senders: readonly Sender[],
  problem?: SenderProblem,
): string {
  const { cohort } = view;
  return pageOfCohort(
    'Updates from other systems',
    view,
    html`<h1>Updates from other systems</h1>
<p>A form or a system at your school can report what happened to applicants in this cohort.
Each update is checked like one the applicant enters, appears in the history, and can be undone for a day.</p>
<section aria-label="Senders">
${
  list(senders.map((sender) => senderLine(cohort.id, sender))) ||
  html`<p>No form or system sends updates about this cohort yet. Add one below.</p>`
}
</section>
${section(
  'own',
  'A form that needs no setup',
  html`<p>Give applicants this address: ${link(cohortFormPath(cohort.id), cohortFormPath(cohort.id))}.
They enter the email address of their plan, and we email them a link to it.</p>`,
)}
${section(
  'add',
  'Add a sender',
  html`${problemsOf(problem?.problems)}
${addForm(cohort.id, problem)}`,
)}
<p>${link(API_PATH, 'What a sender can send, and how')}</p>`,
  );
}

export function problemsOf(problems: readonly string[] | undefined): Html | string {
  if (!problems || problems.length === 0) return '';
  return banner('problem', bullets(problems));
}

function senderLine(cohortId: string, { id, name, product, revokedAt }: Sender): Html {
  return html`${link(cohortPaths(cohortId).senderAt(id), html`<strong>${name}</strong>`)}
<span class="quiet">${PRODUCT_WORDS[product]}${revokedAt ? ', revoked' : ''}</span>`;
}

function addForm(cohortId: string, problem: SenderProblem | undefined): Html {
  const value = (name: string) => problem?.values[name] ?? '';
  return html`<form method="post" action="${cohortPaths(cohortId).senders}">
${input({ id: 'name', name: 'name', label: 'Name', hint: 'Applicants see this in their history.', max: 120, value: value('name') })}
${input({
  id: 'id',
  name: 'id',
  label: 'ID',
  hint: 'Letters, digits, and hyphens. With the cohort’s ID before it, it is part of the address the sender uses, and it can never be reused.',
  max: 64,
  value: value('id'),
})}
${select(
  { id: 'product', name: 'product', label: 'Type', chosen: value('product') },
  productSchema.options.map((product) => [product, PRODUCT_WORDS[product]]),
)}
${field(
  { id: 'types', label: 'What it can report' },
  (ties) =>
    html`<select name="eventTypes" multiple size="8" required ${ties}>${sendableTypes().map(
      (type) =>
        html`<option value="${type}"${problem?.eventTypes.includes(type) ? html` selected` : ''}>${reportWords(type)}</option>`,
    )}</select>`,
)}
${mappingField('What its questions mean (forms only)', value('mapping'))}
<button>Add the sender</button>
</form>`;
}

/** As the history has it, with the name that a mapping uses. */
export function reportWords(type: string): string {
  const named = Object.entries(EVENT_WORDS).find(([each]) => each === type)?.[1];
  const words = named?.past ?? capital(type.replaceAll('-', ' ')).replace(/^Eras/, 'ERAS');
  return `${words} (${type})`;
}

export function mappingField(label: string, value: string): Html {
  const hint = html`One question per line, exactly as in the form: <code>Where is the rotation? -&gt; rotation.host</code>. With choices:
<code>What happened? -&gt; type: I have applied = applied; I have an offer = offered</code>. The same for every answer:
<code>always -&gt; type = offered</code>. To ignore a question: <code>Anything else? -&gt; ignored</code>. To identify the applicant:
<code>applicant.address</code>.`;
  return input({
    id: 'mapping',
    name: 'mapping',
    label,
    hint,
    value,
    rows: 8,
    max: MAPPING_MAX,
    isOptional: true,
  });
}

const MAPPING_MAX = 20_000;

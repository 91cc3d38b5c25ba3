import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { cohortPath, senderPath, sendersPath } from '#shared/base/links/advisor-paths.ts';
import { API_PATH, cohortFormPath } from '#shared/base/links/urls.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import {
  type Product,
  productSchema,
  type Sender,
  sendableTypes,
} from '#shared/exchange/webhook/sender.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { advisorPage } from './frame.ts';

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
  advisor: Advisor,
  cohort: Cohort,
  senders: readonly Sender[],
  problem?: SenderProblem,
): string {
  return advisorPage(
    'Updates from other systems',
    advisor,
    [{ label: cohort.name, path: cohortPath(cohort.id) }],
    html`<h1>Updates from other systems</h1>
<p>A form or a system at your school can report what happened to applicants in this cohort.
Each update is checked like one the applicant enters, appears in the history, and can be undone for a day.</p>
<section aria-label="Senders">
${
  senders.length > 0
    ? html`<ul class="list">${senders.map((sender) => senderLine(cohort.id, sender))}</ul>`
    : html`<p>No form or system sends updates about this cohort yet. Add one below.</p>`
}
</section>
<section aria-labelledby="own"><h2 id="own">A form that needs no setup</h2>
<p>Give applicants this address: <a class="target" href="${cohortFormPath(cohort.id)}">${cohortFormPath(cohort.id)}</a>.
They enter the email address of their plan, and we email them a link to it.</p></section>
<section aria-labelledby="add"><h2 id="add">Add a sender</h2>
${problemsOf(problem?.problems)}
${addForm(cohort.id, problem)}
</section>
<p><a class="target" href="${API_PATH}">What a sender can send, and how</a></p>`,
  );
}

export function problemsOf(problems: readonly string[] | undefined): Html | string {
  if (!problems || problems.length === 0) return '';
  return html`<div class="problem" role="alert"><ul>${problems.map((text) => html`<li>${text}</li>`)}</ul></div>`;
}

function senderLine(cohortId: string, { id, name, product, revokedAt }: Sender): Html {
  return html`<li><a class="target" href="${senderPath(cohortId, id)}"><strong>${name}</strong></a>
<span class="quiet">${PRODUCT_WORDS[product]}${revokedAt ? ', revoked' : ''}</span></li>
`;
}

function addForm(cohortId: string, problem: SenderProblem | undefined): Html {
  const value = (name: string) => problem?.values[name] ?? '';
  return html`<form method="post" action="${sendersPath(cohortId)}">
<div class="field"><label for="name">Name</label>
<p class="hint">Applicants see this in their history.</p>
<input id="name" name="name" maxlength="120" required value="${value('name')}"></div>
<div class="field"><label for="id">ID</label>
<p class="hint">Letters, digits, and hyphens. With the cohort’s ID before it, it is part of the address the sender uses, and it can never be reused.</p>
<input id="id" name="id" maxlength="64" required value="${value('id')}"></div>
<div class="field"><label for="product">Type</label>
<select id="product" name="product">${productSchema.options.map(
    (product) =>
      html`<option value="${product}"${value('product') === product ? html` selected` : ''}>${PRODUCT_WORDS[product]}</option>`,
  )}</select></div>
<div class="field"><label for="types">What it can report</label>
<select id="types" name="eventTypes" multiple size="8" required>${sendableTypes().map(
    (type) =>
      html`<option${problem?.eventTypes.includes(type) ? html` selected` : ''}>${type}</option>`,
  )}</select></div>
<div class="field"><label for="mapping">What its questions mean <span class="optional">(forms only)</span></label>
${mappingHint()}
<textarea id="mapping" name="mapping" rows="8">${value('mapping')}</textarea></div>
<button>Add the sender</button>
</form>`;
}

export function mappingHint(): Html {
  return html`<p class="hint">One question per line, exactly as in the form: <code>Where is the rotation? -&gt; rotation.host</code>. With choices:
<code>What happened? -&gt; type: I have applied = applied; I have an offer = offered</code>. The same for every answer:
<code>always -&gt; type = offered</code>. To ignore a question: <code>Anything else? -&gt; ignored</code>. To identify the applicant:
<code>applicant.address</code>.</p>`;
}

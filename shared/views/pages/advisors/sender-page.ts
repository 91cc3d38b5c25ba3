/** One sender: its last deliveries, its secret, its mapping, and a test submission. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { DELIVERIES_SHOWN_MAX } from '#shared/base/limits.ts';
import { cohortPath, senderPath, sendersPath } from '#shared/base/links/advisor-paths.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { phraseLocal } from '#shared/base/time/phrase.ts';
import type { Cohort } from '#shared/cohort/cohort.ts';
import type { DeliveredItem, Delivery } from '#shared/exchange/webhook/deliveries.ts';
import { IGNORED } from '#shared/exchange/webhook/mapping.ts';
import { mappingText } from '#shared/exchange/webhook/mapping-text.ts';
import { validGenerations } from '#shared/exchange/webhook/secret.ts';
import { reportable, type Sender } from '#shared/exchange/webhook/sender.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { advisorPage } from './frame.ts';
import { mappingHint, PRODUCT_WORDS, problemsOf } from './senders-page.ts';

/** The result of an action, shown first. */
export interface SenderShown {
  readonly done?: string;
  readonly problems?: readonly string[];
  readonly secret?: { readonly text: string; readonly url: string };
  /** A mapping that was refused, as it was typed. */
  readonly mapping?: string;
  readonly tried?: {
    readonly values: Readonly<Record<string, string>>;
    readonly verdict: 'accepted' | 'replayed' | 'refused';
    readonly message: string;
  };
}

interface SenderView {
  readonly advisor: Advisor;
  readonly cohort: Cohort;
  readonly sender: Sender;
  readonly deliveries: readonly Delivery[];
  readonly now: Instant;
}

export function senderPage(view: SenderView, shown: SenderShown): string {
  const { advisor, cohort, sender, deliveries, now } = view;
  const action = senderPath(cohort.id, sender.id);
  const trail = [
    { label: cohort.name, path: cohortPath(cohort.id) },
    { label: 'Updates from other systems', path: sendersPath(cohort.id) },
  ];
  return advisorPage(
    sender.name,
    advisor,
    trail,
    html`<h1>${sender.name}</h1>
<p class="quiet">${PRODUCT_WORDS[sender.product]}, id ${sender.id}. It can report: ${reportable(sender).join(', ')}.</p>
${sender.product === 'google-forms' ? html`<p>In the form’s settings, set “Collect email addresses” to “Verified”. Otherwise anyone can report for someone else.</p>` : ''}
${sender.revokedAt ? html`<div class="banner"><p>This sender is revoked. We accept nothing it sends.</p></div>` : ''}
${shown.done ? html`<div class="done" role="status"><p>${shown.done}</p></div>` : ''}
${problemsOf(shown.problems)}
${shown.secret ? secretBox(shown.secret) : ''}
${deliveriesSection(action, deliveries, advisor.profile.zone)}
${
  sender.revokedAt
    ? ''
    : html`${trySection(action, sender, shown.tried)}
${sender.mapping ? mappingSection(action, shown.mapping ?? mappingText(sender.mapping)) : ''}
${secretSection(action, sender, now)}`
}`,
  );
}

function secretBox({ text, url }: NonNullable<SenderShown['secret']>): Html {
  return html`<div class="done" role="status"><p>Address to send to:<br><code>${url}</code></p>
<p>Secret: <br><code>${text}</code></p>
<p class="hint">Give it only to the form. Anyone who has it can send updates about your applicants.</p></div>`;
}

function trySection(action: string, { mapping }: Sender, tried: SenderShown['tried']): Html {
  const value = (name: string) => tried?.values[name] ?? '';
  const fields = mapping?.questions.flatMap(({ question, field }, at) =>
    field === IGNORED ? [] : [{ question, name: `answer.${at}` }],
  );
  return html`<section aria-labelledby="try"><h2 id="try">Test a submission</h2>
<p>See what a submission would change. Nothing is recorded.</p>
${
  tried
    ? html`<div class="${tried.verdict === 'refused' ? 'problem' : 'done'}"
role="status"><p>${tried.verdict === 'refused' ? 'It would be refused: ' : 'It would be recorded: '}${tried.message}</p></div>`
    : ''
}
<form method="post" action="${action}"><input type="hidden" name="do" value="try">
${
  fields
    ? fields.map(
        ({ question, name }) => html`<div class="field"><label for="${name}">${question}</label>
<input id="${name}" name="${name}" maxlength="1000" value="${value(name)}"></div>
`,
      )
    : html`<div class="field"><label for="update">One update as JSON</label>
<textarea id="update" name="update" rows="6">${value('update')}</textarea></div>`
}
<button>Show what would change</button></form></section>`;
}

function mappingSection(action: string, text: string): Html {
  return html`<section aria-labelledby="map"><h2 id="map">What its questions mean</h2>
<form method="post" action="${action}"><input type="hidden" name="do" value="mapping">
<div class="field"><label for="mapping">Mapping</label>
${mappingHint()}
<textarea id="mapping" name="mapping" rows="10">${text}</textarea></div>
<button>Save the mapping</button></form></section>`;
}

function secretSection(action: string, { generations }: Sender, now: Instant): Html {
  const counting = validGenerations(generations, now);
  const generation = counting.at(-1)?.n ?? 1;
  return html`<section aria-labelledby="secret"><h2 id="secret">Secret</h2>
<p>${counting.length > 1 ? 'Two secrets work now: the new one and, for a week, the previous one.' : 'One secret works now.'}</p>
${button(action, 'show', 'Show the secret')}
${button(action, 'rotate', 'Create a new secret', html`<input type="hidden" name="generation" value="${generation}">`)}
${counting.length > 1 ? button(action, 'end-older', 'End the older secret now') : ''}
<details class="form"><summary>Revoke the sender</summary>
<p>We will accept nothing more from it. This cannot be undone, but you can add another sender.</p>
${button(action, 'revoke', 'Revoke it for good')}</details></section>`;
}

function button(action: string, act: string, label: string, more: Html | string = ''): Html {
  return html`<form method="post" action="${action}"><input type="hidden" name="do" value="${act}">${more}<p><button class="plain">${label}</button></p></form>
`;
}

/** The rest of a delivery is only counted. */
const ITEMS_SHOWN_MAX = 10;

function deliveriesSection(action: string, deliveries: readonly Delivery[], zone: string): Html {
  return html`<section aria-labelledby="deliveries"><h2 id="deliveries">Latest deliveries</h2>
${
  deliveries.length === 0
    ? html`<p>Nothing has arrived yet. A message with an invalid signature is not listed, because its sender is unknown.</p>`
    : html`<p class="quiet">The last ${deliveries.length}; at most ${DELIVERIES_SHOWN_MAX} are shown.</p>
<ul class="list">${deliveries.map((delivery) => line(action, delivery, zone))}</ul>`
}</section>`;
}

function line(action: string, delivery: Delivery, zone: string): Html {
  const { messageId, at, refusal, items } = delivery;
  const canReplay = items.some((item) => 'refusal' in item && item.asked);
  return html`<li><strong>${verdictOf(delivery)}</strong> <span class="quiet">${phraseLocal(at, zone)}, message ${messageId}</span>
${refusal ? html`<p>${refusal.message}</p>` : ''}
${items.length > 0 ? html`<ul>${items.slice(0, ITEMS_SHOWN_MAX).map(itemLine)}</ul>` : ''}
${items.length > ITEMS_SHOWN_MAX ? html`<p class="quiet">and ${items.length - ITEMS_SHOWN_MAX} more</p>` : ''}
${
  canReplay
    ? html`<form method="post" action="${action}"><input type="hidden" name="do" value="replay"><input type="hidden" name="message"
value="${messageId}"><button class="plain">Try the refused updates again</button></form>`
    : ''
}</li>
`;
}

function verdictOf({ refusal, items }: Delivery): string {
  if (refusal) return '▲ Rejected';
  const refused = items.filter((item) => 'refusal' in item).length;
  if (refused === 0) return items.length === 1 ? '● Recorded' : `● ${items.length} recorded`;
  if (refused === items.length) return items.length === 1 ? '▲ Refused' : `▲ ${refused} refused`;
  return `◐ ${items.length - refused} recorded, ${refused} refused`;
}

function itemLine(item: DeliveredItem): Html {
  return 'refusal' in item
    ? html`<li>Refused: ${item.refusal.message}</li>`
    : html`<li>${item.changed} <span class="quiet">(applicant ${item.personId})</span></li>`;
}

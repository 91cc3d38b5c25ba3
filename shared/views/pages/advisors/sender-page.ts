/** One sender: its last deliveries, its secret, its mapping, and a test submission. */
import { type Html, html } from '#shared/base/html.ts';
import { DELIVERIES_SHOWN_MAX } from '#shared/base/limits.ts';
import { cohortPaths } from '#shared/base/links/advisor-paths.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { phraseLocal } from '#shared/base/time/phrase.ts';
import type { DeliveredItem, Delivery } from '#shared/exchange/webhook/deliveries.ts';
import { IGNORED } from '#shared/exchange/webhook/mapping.ts';
import { mappingText } from '#shared/exchange/webhook/mapping-text.ts';
import { reportable, type Sender } from '#shared/exchange/webhook/sender.ts';
import { validGenerations } from '#shared/exchange/webhook/signature.ts';
import { banner, bullets, button, fold, input, list, section } from '../../components.ts';
import { type CohortView, pageOfCohort } from './frame.ts';
import { mappingField, PRODUCT_WORDS, problemsOf, reportWords } from './senders-page.ts';

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

interface SenderView extends CohortView {
  readonly sender: Sender;
  readonly deliveries: readonly Delivery[];
  readonly now: Instant;
}

export function senderPage(view: SenderView, shown: SenderShown): string {
  const { advisor, cohort, sender, deliveries, now } = view;
  const action = cohortPaths(cohort.id).senderAt(sender.id);
  return pageOfCohort(
    sender.name,
    view,
    html`<h1>${sender.name}</h1>
<p class="quiet">${PRODUCT_WORDS[sender.product]}, id ${sender.id}. It can report: ${reportable(sender).map(reportWords).join(', ')}.</p>
${
  sender.product === 'google-forms'
    ? html`<p>In the form’s settings, set “Collect email addresses” to “Verified”.
Otherwise anyone can report for someone else.</p>`
    : ''
}
${sender.revokedAt ? banner('banner', 'This sender is revoked. We accept nothing it sends.') : ''}
${shown.done ? banner('done', shown.done) : ''}
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
    [{ label: 'Updates from other systems', path: cohortPaths(cohort.id).senders }],
  );
}

function secretBox({ text, url }: NonNullable<SenderShown['secret']>): Html {
  return banner(
    'done',
    html`<p>Address to send to:<br><code>${url}</code></p>
<p>Secret: <br><code>${text}</code></p>
<p class="hint">Give it only to the form. Anyone who has it can send updates about your applicants.</p>`,
  );
}

function trySection(action: string, { mapping }: Sender, tried: SenderShown['tried']): Html {
  const value = (name: string) => tried?.values[name] ?? '';
  const fields = mapping?.questions.flatMap(({ question, field }, at) =>
    field === IGNORED ? [] : [{ question, name: `answer.${at}` }],
  );
  return section(
    'try',
    'Test a submission',
    html`<p>See what a submission would change. Nothing is recorded.</p>
${
  tried
    ? tried.verdict === 'refused'
      ? banner('problem', `It would be refused: ${tried.message}`)
      : banner('done', `It would be recorded: ${tried.message}`)
    : ''
}
<form method="post" action="${action}"><input type="hidden" name="do" value="try">
${
  fields
    ? fields.map(({ question, name }) =>
        input({ id: name, name, label: question, max: 1000, value: value(name), isOptional: true }),
      )
    : input({
        id: 'update',
        name: 'update',
        label: 'One update as JSON',
        rows: 6,
        max: 20_000,
        value: value('update'),
        isOptional: true,
      })
}
<button>Show what would change</button></form>`,
  );
}

function mappingSection(action: string, text: string): Html {
  return section(
    'map',
    'What its questions mean',
    html`<form method="post" action="${action}"><input type="hidden" name="do" value="mapping">
${mappingField('Mapping', text)}
<button>Save the mapping</button></form>`,
  );
}

function secretSection(action: string, { generations }: Sender, now: Instant): Html {
  const counting = validGenerations(generations, now);
  const generation = counting.at(-1)?.n ?? 1;
  const press = (act: string, label: string, more: Readonly<Record<string, string>> = {}) =>
    button({ action, label, hidden: { do: act, ...more }, isPlain: true });
  return section(
    'secret',
    'Secret',
    html`<p>${counting.length > 1 ? 'Two secrets work now: the new one and, for a week, the previous one.' : 'One secret works now.'}</p>
${press('show', 'Show the secret')}
${press('rotate', 'Create a new secret', { generation: String(generation) })}
${counting.length > 1 ? press('end-older', 'End the older secret now') : ''}
${fold(
  'Revoke the sender',
  html`<p>We will accept nothing more from it. This cannot be undone, but you can add another sender.</p>
${press('revoke', 'Revoke it for good')}`,
  'form',
)}`,
  );
}

/** The rest of a delivery is only counted. */
const ITEMS_SHOWN_MAX = 10;

function deliveriesSection(action: string, deliveries: readonly Delivery[], zone: string): Html {
  return section(
    'deliveries',
    'Latest deliveries',
    deliveries.length === 0
      ? html`<p>Nothing has arrived yet. A message with an invalid signature is not listed, because its sender is unknown.</p>`
      : html`<p class="quiet">The last ${deliveries.length}; at most ${DELIVERIES_SHOWN_MAX} are shown.</p>
${list(deliveries.map((delivery) => line(action, delivery, zone)))}`,
  );
}

function line(action: string, delivery: Delivery, zone: string): Html {
  const { messageId, at, refusal, items } = delivery;
  const canReplay = items.some((item) => 'refusal' in item && item.asked);
  return html`<strong>${verdictOf(delivery)}</strong> <span class="quiet">${phraseLocal(at, zone)}, message ${messageId}</span>
${refusal ? html`<p>${refusal.message}</p>` : ''}
${bullets(items.map(itemLine), ITEMS_SHOWN_MAX)}
${
  canReplay
    ? button({
        action,
        label: 'Try the refused updates again',
        hidden: { do: 'replay', message: messageId },
        isPlain: true,
      })
    : ''
}`;
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
    ? html`Refused: ${item.refusal.message}`
    : html`${item.changed} <span class="quiet">(applicant ${item.personId})</span>`;
}

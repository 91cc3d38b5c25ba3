/** The webhook for human readers: /openapi.json as a page. */
import { type Html, html } from '#shared/base/html.ts';
import { OPENAPI_PATH } from '#shared/base/links/urls.ts';
import { capital } from '#shared/base/sentence.ts';
import { EVENT_WORDS } from '#shared/words/event-words.ts';
import { type Body, list, table } from '../components.ts';
import { page } from './layout.ts';

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly $ref?: string;
}

interface Operation {
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly { name: string; in: string; description: string }[];
  readonly requestBody: { content: { 'application/json': { example: unknown } } };
  readonly responses: Readonly<Record<string, { description: string }>>;
}

/** The parts of the OpenAPI document shown here. */
interface Description {
  readonly info: { readonly title: string; readonly description: string };
  readonly paths: Readonly<Record<string, { readonly post: Operation }>>;
  readonly components: { readonly schemas: { readonly Event: Schema } };
}

export function apiPage(document: object): string {
  const { info, paths, components } = document as Description;
  const events = components.schemas.Event.oneOf ?? [];
  return page(
    'Updates from other systems',
    html`<h1>${info.title}</h1>
<p>${plain(info.description)}</p>
<p><a class="target" href="${OPENAPI_PATH}">The same in OpenAPI 3.1</a></p>
${Object.entries(paths).map(([path, { post }]) => operationSection(path, post))}
<section aria-labelledby="events"><h2 id="events">What can be reported</h2>
<p>Each update names an applicant and one of these events. A rotation is named by its <code>rotationId</code> or, beside the event, by
<code>rotation.host</code>; a letter by <code>letterId</code> or by <code>letter.writer</code>.</p>
${table('Events and their fields', ['event', 'fields'], events.map(eventRow))}</section>`,
  );
}

function operationSection(path: string, operation: Operation): Html {
  const { example } = operation.requestBody.content['application/json'];
  return html`<section aria-label="${operation.summary}"><h2>${operation.summary}</h2>
<p><code>POST ${path}</code><br>${operation.description}</p>
${table(
  'Parameters',
  ['name', 'meaning'],
  operation.parameters.map(({ name, in: place, description }) => [
    html`${name} <span class="quiet">(${place})</span>`,
    plain(description),
  ]),
)}
<details><summary>Example body</summary><pre tabindex="0">${JSON.stringify(example, null, 2)}</pre></details>
${table(
  'Responses',
  ['status', 'when'],
  Object.entries(operation.responses).map(([status, { description }]) => [status, description]),
)}</section>`;
}

function eventRow(event: Schema): Body[] {
  const { type, ...fields } = event.properties ?? {};
  const lines = Object.entries(fields).map(([name, schema]) => {
    const optional = event.required?.includes(name) ? '' : 'optional: ';
    return html`${optional}<code>${name}</code> ${kindOf(schema)}`;
  });
  const code = String(type?.const);
  return [
    html`${eventWords(code)}<br><code>${code}</code>`,
    lines.length > 0 ? list(lines) : 'none',
  ];
}

/** An event of the plan says in its name what it is. */
function eventWords(code: string): string {
  const known = Object.entries(EVENT_WORDS).find(([type]) => type === code);
  return known?.[1].past ?? capital(code.replaceAll('-', ' ').replace('eras', 'ERAS'));
}

function kindOf(schema: Schema): string {
  if (schema.enum) return `one of ${schema.enum.join(', ')}`;
  if (schema.const !== undefined) return String(schema.const);
  if (schema.format === 'date') return 'a day, YYYY-MM-DD';
  if (schema.properties) {
    return `{ ${Object.entries(schema.properties)
      .map(([name, inner]) => `${name}: ${kindOf(inner)}`)
      .join('; ')} }`;
  }
  if (schema.items) return `a list of ${kindOf(schema.items)}`;
  const inner = schema.oneOf ?? schema.anyOf;
  if (inner) return inner.map(kindOf).join(' or ');
  if (schema.type === 'string') return 'text';
  return schema.type ?? 'anything';
}

/** The document is Markdown; the page shows plain text. */
function plain(text: string): string {
  return text.replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1').replaceAll('`', '');
}

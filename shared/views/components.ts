/** The building blocks of pages. Each is shown in every state by test/browser/components.test.ts. */
import { type Html, html } from '#shared/base/html.ts';
import { type Day, daysBetween } from '#shared/base/time/day.ts';
import { phraseDistance, phraseNearDay } from '#shared/base/time/phrase.ts';

export type Body = Html | string | readonly (Html | string)[];

/** @param id names the section, and its heading is its label */
export function section(id: string, heading: Body, body: Body, isNext: boolean = false): Html {
  return html`<section${isNext ? html` class="next"` : ''} aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>
${body}</section>`;
}

const BANNER_ROLES = {
  banner: '',
  done: html` role="status"`,
  problem: html` role="alert" id="problem"`,
};

/** What was recorded, what was refused, or what the reader should know first. */
export function banner(kind: keyof typeof BANNER_ROLES, body: Body): Html {
  return html`<div class="${kind}"${BANNER_ROLES[kind]}>${typeof body === 'string' ? html`<p>${body}</p>` : body}</div>`;
}

/** @param kind `form` for what can be reported, `source` for small print, `rest` for what a wide screen shows anyway */
export function fold(
  summary: Body,
  body: Body,
  kind?: 'form' | 'source' | 'rest',
  isOpen: boolean = false,
): Html {
  return html`<details${kind ? html` class="${kind}"` : ''}${isOpen ? html` open` : ''}><summary>${summary}</summary>${body}</details>`;
}

/** @param most shown; the others are counted */
export function list(items: readonly Body[], most: number = items.length): Html | '' {
  return items.length > 0
    ? html`<ul class="list">${items.slice(0, most).map(
        (item) => html`<li>${item}</li>
`,
      )}</ul>${andMore(items.length - most)}`
    : '';
}

/** How many a page leaves out. */
export function andMore(count: number, rest: Body = '.'): Html | '' {
  return count > 0 ? html`<p>And ${count} more${rest}</p>` : '';
}

/** The first lines of a list: a wide screen shows more of it than a phone, and the rest is one tap away on both. */
export function firstOf(
  items: readonly Body[],
  { phone, desk }: { readonly phone: number; readonly desk: number },
): Html {
  const [wide, rest] = [items.slice(phone, desk), items.slice(Math.max(phone, desk))];
  const more = rest.length > 0 ? fold(`${rest.length} more`, list(rest)) : '';
  return html`${list(items.slice(0, phone))}
${wide.length > 0 ? fold(`${items.length - phone} more`, html`${list(wide)}${more}`, 'rest') : more}`;
}

/** @param most shown; the others are counted, and `rest` says where they are */
export function bullets(
  items: readonly Body[],
  most: number = items.length,
  rest?: Body,
): Html | '' {
  if (items.length === 0) return '';
  const lines = items.slice(0, most).map((item) => html`<li>${item}</li>`);
  return html`<ul>${lines}</ul>${andMore(items.length - most, rest)}`;
}

/** Each row starts with its own heading. */
export function table(
  caption: Body,
  head: readonly string[],
  rows: readonly (readonly Body[])[],
): Html {
  return html`<table>${caption ? html`<caption>${caption}</caption>` : ''}
<thead><tr>${head.map((each) => html`<th scope="col">${each}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([first, ...cells]) =>
      html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
  )}</tbody></table>`;
}

/** A cell that repeats its heading on a phone, which hides the table's head. */
export function labeled(label: string, cell: Body | undefined | false): Html {
  return html`<span class="phone">${label}: </span>${cell || '–'}`;
}

/** Wide and narrow side by side on a desktop, one below the other on a phone. */
export function columns(wide: Body, narrow: Body, isNarrowFirst: boolean = false): Html {
  return html`<div class="columns${isNarrowFirst ? ' narrow-first' : ''}"><div>${wide}</div><div>${narrow}</div></div>`;
}

/** Large enough for a finger. */
export function link(href: string, label: Body): Html {
  return html`<a class="target" href="${href}">${label}</a>`;
}

/** A link to another site, which does not learn where the reader came from. */
export function outgoing({ label, url }: { readonly label: string; readonly url: string }): Html {
  return html`<a class="target" href="${url}" rel="noreferrer">${label} ↗</a>`;
}

interface Draft {
  /** A host's mailbox; empty where its page names none. */
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/** An email that the reader sends from their own address. */
export function draft({ to, subject, body }: Draft): Html {
  const url = `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  return html`<pre class="email">${body}</pre>
<p class="line">${link(url, 'Open it in my email app')}${to ? html`<span class="hint">to ${to}, which its page names</span>` : ''}</p>`;
}

/** A period that ends a sentence is not part of the address. */
const ADDRESS = /(https?:\/\/[^\s,;()]*[^\s,;().])/;

/** Turns the addresses in a text into links: a page shows only the domain, an email the whole address. */
export function withLinks(text: string, emailStyle?: string): Html {
  return html`${text.split(ADDRESS).map((part, index) => {
    if (index % 2 === 0) return part;
    const style = emailStyle ? html` class="link" style="${emailStyle}"` : '';
    return html`<a href="${part}" rel="noreferrer"${style}>${emailStyle ? part : `${siteOf(part)} ↗`}</a>`;
  })}`;
}

function siteOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : address;
}

type Hidden = Readonly<Record<string, string>>;

export function hiddenFields(values: Hidden): Html[] {
  return Object.entries(values).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">
`,
  );
}

interface Button {
  readonly action: string;
  readonly label: Body;
  readonly hidden?: Hidden;
  readonly isPlain?: boolean;
  /** What it does, above it. */
  readonly hint?: Body;
}

/** One press that changes something. */
export function button({ action, label, hidden = {}, isPlain, hint }: Button): Html {
  return html`<form method="post" action="${action}">${hiddenFields(hidden)}
${hint ? html`<p class="hint">${hint}</p>` : ''}<button${isPlain ? html` class="plain"` : ''}>${label}</button></form>`;
}

interface FieldFrame {
  readonly id: string;
  readonly label: Body;
  readonly hint?: Body | undefined;
  readonly error?: string | undefined;
  readonly isOptional?: boolean;
}

/** Label, hint, and error around a control, which `control` ties to them. */
export function field(of: FieldFrame, control: (ties: Html) => Html): Html {
  const { id, label, hint, error, isOptional } = of;
  return html`<div class="field${error ? ' wrong' : ''}">
<label for="${id}">${label}${isOptional === undefined ? '' : html` <span class="optional">(${isOptional ? 'optional' : 'required'})</span>`}</label>
${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : ''}
${fieldError(of)}
${control(tiesOf(of))}
</div>`;
}

/** A box beside its label. */
export function tick(of: FieldFrame, attributes: Html): Html {
  return html`<div class="field tick${of.error ? ' wrong' : ''}">
${fieldError(of)}
<input type="checkbox" ${attributes} ${tiesOf({ ...of, hint: undefined })}> <label for="${of.id}">${of.label}</label>
</div>`;
}

function fieldError({ id, error }: FieldFrame): Html | '' {
  return error ? html`<p class="error" id="${id}-error">${error}</p>` : '';
}

function tiesOf({ id, hint, error }: FieldFrame): Html {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return html`id="${id}"${described ? html` aria-describedby="${described}"` : ''}${error ? html` aria-invalid="true"` : ''}`;
}

interface Input extends FieldFrame {
  readonly name: string;
  readonly value?: string | undefined;
  readonly type?: 'text' | 'date' | 'email' | 'search';
  readonly max?: number;
  /** More than one makes a text area. */
  readonly rows?: number;
}

export function input(of: Input): Html {
  const { name, value = '', type = 'text', max = 500, rows = 1, isOptional } = of;
  return field(of, (ties) => {
    const shared = html`${ties} name="${name}" maxlength="${max}"${isOptional ? '' : html` required`}`;
    return rows > 1
      ? html`<textarea rows="${rows}" ${shared}>${value}</textarea>`
      : html`<input type="${type}" value="${value}" ${shared}>`;
  });
}

type Options = readonly (readonly [value: string, label: string])[];

/** The one field of every page that emails a link. */
export function addressField(error?: string, label = 'Your email address', value = ''): Html {
  return field(
    { id: 'address', label, error },
    (ties) =>
      html`<input type="email" name="address" maxlength="254" autocomplete="email" value="${value}" required ${ties}>`,
  );
}

export function select(
  of: FieldFrame & { readonly name: string; readonly chosen?: string },
  options: Options,
): Html {
  return field(
    of,
    (ties) => html`<select ${ties} name="${of.name}">${optionsOf(options, of.chosen)}</select>`,
  );
}

export function optionsOf(options: Options, chosen?: string): Html[] {
  return options.map(
    ([value, label]) =>
      html`<option value="${value}"${value === chosen ? html` selected` : ''}>${label}</option>`,
  );
}

const NEAR_DAYS = 30;
const SOON_DAYS = 14;
const URGENT_DAYS = 3;

/** @param isHard only a day that someone else set turns red */
export function dateChip(
  lead: string,
  day: Day,
  today: Day,
  isHard: boolean,
  distance: string = phraseDistance(today, day),
): Html {
  const days = daysBetween(today, day);
  const level =
    isHard && days <= URGENT_DAYS
      ? 'urgent'
      : days <= SOON_DAYS
        ? 'soon'
        : days <= NEAR_DAYS
          ? 'near'
          : '';
  return html`<span class="chip${level && ` ${level}`}">${lead} ${phraseNearDay(day, today)} · ${distance}</span>`;
}

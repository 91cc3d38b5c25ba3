/** What pages are put together from. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { type Day, daysBetween } from '#shared/base/time/day.ts';
import { phraseDistance, phraseShortDay } from '#shared/base/time/phrase.ts';

export type Body = Html | string | readonly (Html | string)[];

/** @param id names the section, and its heading is its label */
export function section(id: string, heading: Body, body: Body, isNext: boolean = false): Html {
  return html`<section${isNext ? html` class="next"` : ''} aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>
${body}</section>`;
}

export function fold(summary: Html | string, body: Body, isSource: boolean = false): Html {
  return html`<details${isSource ? html` class="source"` : ''}><summary>${summary}</summary>${body}</details>`;
}

export function list(items: readonly (Html | string)[]): Html | '' {
  return items.length > 0
    ? html`<ul class="list">${items.map((item) => html`<li>${item}</li>`)}</ul>`
    : '';
}

/** Wide and narrow side by side on a desktop, one below the other on a phone. */
export function columns(wide: Body, narrow: Body): Html {
  return html`<div class="columns"><div>${wide}</div><div>${narrow}</div></div>`;
}

/** A page that is not ours. It learns nothing of where the reader came from. */
export function outgoing({ label, url }: { readonly label: string; readonly url: string }): Html {
  return html`<a class="target" href="${url}" rel="noreferrer">${label} ↗</a>`;
}

const NEAR_DAYS = 30;
const SOON_DAYS = 14;
const URGENT_DAYS = 3;

/** @param isHard only a day that somebody else set turns red */
export function dateChip(lead: string, day: Day, today: Day, isHard: boolean): Html {
  const days = daysBetween(today, day);
  const level =
    isHard && days <= URGENT_DAYS
      ? 'urgent'
      : days <= SOON_DAYS
        ? 'soon'
        : days <= NEAR_DAYS
          ? 'near'
          : '';
  return html`<span class="chip${level && ` ${level}`}">${lead} ${phraseShortDay(day)} · ${phraseDistance(today, day)}</span>`;
}

/** A machine whose pages are asked over HTTP, and Alice at her inbox: she opens an email's button, and fills in the form. */
import { expect } from 'vitest';
import { sweep } from '#functions/sweep.ts';
import { emailParts } from '#infra/local/email-parts.ts';
import type { Day } from '#shared/base/time/day.ts';
import {
  type ClockTime,
  dayIn,
  HOUR_MS,
  type Instant,
  instantAt,
  plusMs,
} from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { BASE_URL, machineAt } from './machine.ts';

export interface Inbox {
  /** Every full hour until that local moment is swept. */
  until(day: Day, time: ClockTime): Promise<void>;
  /** The emails that came since the last call: local day and subject. */
  arrived(): string[];
  /** Where the button leads of the newest email whose subject speaks of this. */
  button(about: string): string;
  /** GET, twice, as a mail scanner and then a person would: the page, and nothing changed. */
  open(url: string): Promise<string>;
  /** Opens the page, fills in the form of this key and sends it; answers with the page that says what was recorded. */
  answer(url: string, form: string, fields?: Readonly<Record<string, string>>): Promise<string>;
  person(): Promise<Applicant>;
  close(): void;
}

export async function inboxOf(who: Applicant): Promise<Inbox> {
  const { zone } = who.facts.profile;
  let now = who.createdAt;
  const { store, pages, deps } = machineAt(() => now);
  await store.write(who);
  let shown = 0;

  async function person(): Promise<Applicant> {
    const item = await store.read('applicant', who.id);
    if (!item) throw new Error(`${who.id} is gone.`);
    return item;
  }

  async function get(url: string): Promise<string> {
    const answer = await pages.request(url);
    expect(answer.status, url).toBe(200);
    return answer.text();
  }

  async function open(url: string): Promise<string> {
    const { version } = await person();
    await get(url);
    const page = await get(url);
    expect((await person()).version, `GET changed something: ${url}`).toBe(version);
    return page;
  }

  /** The page with this form: where it shows a link to the form, the link is followed. */
  async function withForm(url: string, form: string): Promise<string> {
    const page = await open(url);
    const link = linkToForm(page, form);
    return link ? open(new URL(link, url).href) : page;
  }

  return {
    person,
    open,
    async until(day, time) {
      const end = instantAt(day, time, zone);
      for (let hour = nextHour(now); hour <= end; hour = plusMs(hour, HOUR_MS)) {
        now = hour;
        const { failed } = await sweep(deps);
        expect(failed).toBe(0);
      }
      now = end;
    },
    arrived() {
      const { rows, next } = store.outbox.list(100);
      expect(next).toBeUndefined();
      const fresh = rows.filter(({ seq }) => seq > shown).toReversed();
      shown = fresh.at(-1)?.seq ?? shown;
      return fresh.map(({ at, to, subject }) => {
        expect(to).toBe(who.facts.profile.address);
        return `${dayIn(zone, at)} ${subject}`;
      });
    },
    button(about) {
      const email = store.outbox.list(100).rows.find(({ subject }) => subject.includes(about));
      const raw = email && store.outbox.get(email.seq)?.raw;
      const url = /https:\S+/.exec(raw ? emailParts(raw).text : '')?.[0];
      if (!url) throw new Error(`No email about "${about}" has a button.`);
      return url;
    },
    async answer(url, form, fields = {}) {
      const page = await withForm(url, form);
      const answer = await pages.request(pageOf(url), {
        method: 'POST',
        headers: { origin: BASE_URL },
        body: new URLSearchParams({ ...filledIn(page, form), ...fields }),
      });
      expect(answer.status, `${form} was answered with ${await answer.clone().text()}`).toBe(303);
      return get(new URL(answer.headers.get('location') ?? '', BASE_URL).href);
    },
    close: () => store.close(),
  };
}

/** The address behind a page's link to a form that it does not show; undefined where it shows the form. */
export function linkToForm(page: string, form: string): string | undefined {
  if (page.includes(`<form id="form-${form}"`)) return undefined;
  return page
    .match(new RegExp(`href="([^"]*)#form-${form.replaceAll('.', '[.]')}"`))?.[1]
    ?.replaceAll('&amp;', '&');
}

/** What a browser would send of a form that nobody touched. */
function filledIn(page: string, key: string): Record<string, string> {
  const start = page.indexOf(`<form id="form-${key}"`);
  if (start === -1) throw new Error(`The page has no form ${key}.`);
  const form = page.slice(start, page.indexOf('</form>', start));
  // A box that nobody ticked is not sent; one that is required is ticked.
  const inputs = [...form.matchAll(/<input [^>]*>/g)]
    .filter(([tag]) => !tag.includes('type="checkbox"') || / (?:checked|required)\b/.test(tag))
    .map(([tag]) => [attribute(tag, 'name'), attribute(tag, 'value')]);
  const choices = [...form.matchAll(/<select [^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, name = '', options = '']) => [
      name,
      attribute(
        /<option [^>]* selected>/.exec(options)?.[0] ?? /<option [^>]*>/.exec(options)?.[0] ?? '',
        'value',
      ),
    ],
  );
  return Object.fromEntries([...inputs, ...choices]);
}

function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function pageOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

function nextHour(now: Instant): Instant {
  return plusMs(`${now.slice(0, 13)}:00:00.000Z` as Instant, HOUR_MS);
}

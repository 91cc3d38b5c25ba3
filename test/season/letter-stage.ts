/** A machine whose pages are asked over HTTP, with one applicant, her letter, and its writer. */

import { sweep } from '#functions/sweep.ts';
import { emailParts } from '#infra/local/email-parts.ts';
import { signLink } from '#shared/base/links/link.ts';
import { pagePaths } from '#shared/base/links/urls.ts';
import type { Day } from '#shared/base/time/day.ts';
import {
  type ClockTime,
  EASTERN,
  HOUR_MS,
  type Instant,
  instantAt,
  plusMs,
} from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { type WriterItem, writerIdOf } from '#shared/people/person/writer.ts';
import type { Letter } from '#shared/plan/facts/letter.ts';
import { letterOf } from '#shared/plan/letters/placed.ts';
import { finishedAtBrown } from './finished-at-brown.ts';
import { linkToForm } from './inbox.ts';
import { BASE_URL, machineAt } from './machine.ts';

interface Answer {
  readonly status: number;
  /** The page that came back, after a redirect the one it leads to. */
  readonly page: string;
}

export interface LetterStage {
  until(day: Day, time: ClockTime): Promise<void>;
  emailsTo(address: string): { at: Instant; subject: string; text: string }[];
  /** The applicant's page of her rotation, or of letters from elsewhere. */
  rotation(id?: string): string;
  /** The page of the newest email to that address. */
  link(address: string, below?: string): string;
  /** GET, twice, as a mail scanner and then a person would. */
  open(path: string): Promise<string>;
  form(path: string, key: string): Promise<Record<string, string>>;
  send(
    path: string,
    form: Readonly<Record<string, string>>,
    fields: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  post(path: string, key: string, fields: Readonly<Record<string, string>>): Promise<Answer>;
  /** What an email program posts to the `List-Unsubscribe` of the newest email: the status it is answered with. */
  oneClick(address: string): Promise<number>;
  letter(): Promise<Letter>;
  writer(address: string): Promise<WriterItem>;
  close(): void;
}

/** Alice's rotation at Brown ended on 30 July; she asked Dr. Osei for a letter. */
export async function letterStage(who: Applicant): Promise<LetterStage> {
  let now = instantAt('2027-08-02', '06:00', EASTERN);
  const { store, secrets, pages, deps } = machineAt(() => now);
  await store.write(finishedAtBrown(who, now, { rotationId: 'brown', letterId: 'osei' }));
  const link = { personId: who.id, epoch: 0, purpose: 'answer' } as const;
  const token = await signLink(secrets.linkKeys, link, now, 60);

  function newestTo(address: string): string {
    const row = store.outbox.list(100).rows.find(({ to }) => to === address);
    const raw = row && store.outbox.get(row.seq)?.raw;
    if (!raw) throw new Error(`No email has come to ${address}.`);
    return raw;
  }

  async function get(path: string): Promise<string> {
    return (await pages.request(`${BASE_URL}${path}`)).text();
  }

  async function open(path: string): Promise<string> {
    const before = JSON.stringify([await item(), await writers()]);
    await get(path);
    const page = await get(path);
    if (JSON.stringify([await item(), await writers()]) !== before) {
      throw new Error(`GET changed something: ${path}`);
    }
    return page;
  }

  async function item(): Promise<Applicant> {
    const found = await store.read('applicant', who.id);
    if (!found) throw new Error(`${who.id} is gone.`);
    return found;
  }

  const writers = () => store.read('writer', writerIdOf('osei@example.org', secrets.pepper));

  async function send(
    path: string,
    form: Readonly<Record<string, string>>,
    fields: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const { action = path, ...hidden } = form;
    const answer = await pages.request(`${BASE_URL}${path.includes('none') ? path : action}`, {
      method: 'POST',
      headers: { origin: BASE_URL },
      body: new URLSearchParams({ ...hidden, ...fields }),
    });
    const to = answer.headers.get('location');
    return { status: answer.status, page: to ? await get(to) : await answer.text() };
  }

  async function form(path: string, key: string): Promise<Record<string, string>> {
    const shown = await open(path);
    const link = linkToForm(shown, key);
    const page = link ? await open(link) : shown;
    const start = page.indexOf(`<form id="form-${key}"`);
    if (start === -1) throw new Error(`The page has no form ${key}.`);
    const markup = page.slice(start, page.indexOf('</form>', start));
    const hidden = [...markup.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    return {
      action: /action="([^"]*)"/.exec(markup)?.[1] ?? path,
      ...Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])),
    };
  }

  return {
    open,
    form,
    send,
    async until(day, time) {
      const end = instantAt(day, time, EASTERN);
      for (let hour = plusMs(now, HOUR_MS); hour <= end; hour = plusMs(hour, HOUR_MS)) {
        now = hour;
        const { errors } = await sweep(deps);
        if (errors[0]) throw errors[0].error;
      }
    },
    emailsTo: (address) =>
      store.outbox
        .list(100)
        .rows.filter(({ to }) => to === address)
        .toReversed()
        .map(({ at, subject, seq }) => ({
          at,
          subject,
          text: emailParts(store.outbox.get(seq)?.raw ?? '').text,
        })),
    rotation: (id = 'brown') => pagePaths(token).rotation(id),
    link(address, below = '') {
      const url = /https:\S+\/l\/[^\s/]+/.exec(emailParts(newestTo(address)).text)?.[0];
      if (!url) throw new Error(`The email to ${address} has no page.`);
      return `${new URL(url).pathname}${below}`;
    },
    post: async (path, key, fields) => send(path, await form(path, key), fields),
    async oneClick(address) {
      const { headers } = emailParts(newestTo(address));
      const url = /List-Unsubscribe: <([^>]+)>/.exec(headers.replaceAll(/\n[ \t]+/g, ''))?.[1];
      const answer = await pages.request(url ?? '', {
        method: 'POST',
        body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      });
      return answer.status;
    },
    async letter() {
      const placed = letterOf((await item()).facts, 'osei');
      if (!placed) throw new Error('The letter is gone.');
      return placed.letter;
    },
    async writer(address) {
      const writer = await store.read('writer', writerIdOf(address, secrets.pepper));
      if (!writer) throw new Error(`${address} writes no letters.`);
      return writer;
    },
    close: () => store.close(),
  };
}

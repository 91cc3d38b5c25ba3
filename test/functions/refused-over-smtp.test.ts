/** A mail server that refuses for weeks: a reader's fault ends the emails, a passing one is waited out, and ours is reported. */
import { afterEach, describe, expect, test } from 'vitest';
import { smtpMailer } from '#functions/adapters/smtp-mailer.ts';
import { type SweepReport, sweep } from '#functions/sweep.ts';
import { wholeCohort } from '#functions/whole-cohort.ts';
import {
  DAY_MS,
  HOUR_MS,
  type Instant,
  instantAt,
  msBetween,
  plusMs,
} from '#shared/base/time/instant.ts';
import { reportOf } from '#shared/cohort/report/report.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice, bob } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';
import { virtualMachine } from '../season/virtual-machine.ts';
import { type SmtpStandIn, type SmtpStory, smtpStandIn } from './adapters/smtp-stand-in.ts';
import { offered } from './offered.ts';

const START = instantAt('2027-03-18', '06:00', 'Asia/Kolkata');
const DAYS = 45;

let server: SmtpStandIn | undefined;
afterEach(async () => server?.close());

test.each<[string, SmtpStory]>([
  ['550 5.1.1', { rcpt: '550 5.1.1 <x@y.org> unknown' }],
  ['551 without a code', { rcpt: '551 User not local: no such user' }],
  ['550 5.4.1 of a tenant', { rcpt: '550 5.4.1 Recipient address rejected: Access denied' }],
  ['550 5.1.1 after the message', { body: '550 5.1.1 unknown mailbox' }],
])(
  '%s for weeks: two tries a day apart, then the address is gone and the advisor reads so',
  async (_, story) => {
    const { walk, person, report, address } = await stage(story);
    const { tries, notes } = await walk(DAYS);
    expect(tries).toHaveLength(2);
    expect(msBetween(tries[0] ?? START, tries[1] ?? START)).toBeGreaterThanOrEqual(DAY_MS);
    expect((await person()).reach).toBe('bounced');
    expect((await address())?.reach).toBe('bounced');
    expect(notes).toEqual(['warn address', 'warn address']);
    const [row] = (await report()).rows;
    expect(row?.findings.map(({ code }) => code)).toContain('U1');
    expect((await report()).reached).toBe(0);
  },
);

test('a mailbox that stays full is tried at growing waits, and is gone after three days of it', async () => {
  const { walk, person } = await stage({ rcpt: '452 4.2.2 over quota' });
  const { tries } = await walk(DAYS);
  expect((await person()).reach).toBe('bounced');
  expect(tries.length).toBeLessThan(12);
  expect(msBetween(tries[0] ?? START, tries.at(-1) ?? START)).toBeGreaterThanOrEqual(2 * DAY_MS);
});

test('a mailbox that was full for a day is emailed, and its reader never lost', async () => {
  const { walk, person, heal } = await stage({ rcpt: '452 4.2.2 over quota' });
  await walk(1);
  await heal();
  await walk(2);
  const { reach, emails } = await person();
  expect([reach, emails.at(-1)?.status]).toEqual(['ok', 'sent']);
});

describe.each<[string, SmtpStory]>([
  ['the sender', { mail: '550 5.7.1 sender refused' }],
  ['relaying', { rcpt: '554 5.7.1 relay access denied' }],
  ['the content', { body: '554 5.6.0 content refused' }],
  ['the size', { body: '552 5.3.4 too large' }],
  ['all for now', { greeting: '421 4.3.2 shutting down' }],
])('a server that refuses %s', (_, story) => {
  test('never makes the reader unreachable, is tried once a day in the end, and is reported to the operator', async () => {
    const { walk, person } = await stage(story);
    const { tries, notes } = await walk(DAYS);
    const { reach, failures } = await person();
    expect([reach, failures]).toEqual(['ok', 0]);
    // At four tries a day the walk had 181.
    expect(tries.length).toBeLessThan(DAYS + 8);
    expect(tries.length).toBeGreaterThan(DAYS / 2);
    expect(new Set(notes)).toEqual(new Set(['error sender']));
  });
});

test('five unknown addresses of one domain on one day alert an operator, and end nobody’s email', async () => {
  const others = ['b', 'c', 'd', 'e'].map((id) => {
    const { facts, ...item } = offered({ ...bob(), id }, START);
    const profile = { ...facts.profile, address: `${id}@example.org` };
    return { ...item, facts: { ...facts, profile } };
  });
  const { walk, person, store } = await stage({ rcpt: '550 5.1.1 unknown' }, others);
  const { notes } = await walk(4);
  const people = await Promise.all(['b', 'c', 'd', 'e'].map((id) => store.read('applicant', id)));
  expect([(await person()).reach, ...people.map((each) => each?.reach)]).toEqual(
    Array(5).fill('ok'),
  );
  expect(notes).toContain('error domain');
});

async function stage(story: SmtpStory, others: readonly Applicant[] = []) {
  server = await smtpStandIn(story);
  const store = memoryStore();
  const machine = virtualMachine({ store, worldFor: () => PUBLISHED_WORLD, start: START });
  const tries: Instant[] = [];
  const notes: string[] = [];
  let now = START;
  const overSmtp = () =>
    smtpMailer(
      { url: `smtp://127.0.0.1:${server?.port}`, envelopeFrom: 'rotations@example.org' },
      async () => 'Subject: Hello\r\n\r\nHello\r\n',
    );
  let mailer = overSmtp();
  const deps = machine.nudgeDeps({
    ...machine.ports,
    store,
    mailer: {
      evidenceMs: mailer.evidenceMs,
      deliver(email, tag, at) {
        if (tag.personId === 'alice') tries.push(at);
        return mailer.deliver(email, tag, at);
      },
    },
  });
  for (const each of [offered(alice(), START), ...others])
    await store.write({ ...each, dueAt: START });
  return {
    store,
    /** Sweeps each hour. */
    async walk(days: number) {
      for (const end = plusMs(now, days * DAY_MS); now < end; now = plusMs(now, HOUR_MS)) {
        machine.setClock(now);
        const { errors, ...done }: SweepReport = await sweep(deps);
        if (errors[0]) throw errors[0].error;
        notes.push(...done.notes.map(({ level, fields }) => `${level} ${fields.code}`));
      }
      return { tries, notes };
    },
    async heal() {
      await server?.close();
      server = await smtpStandIn();
      mailer = overSmtp();
    },
    async person(): Promise<Applicant> {
      const found = await store.read('applicant', 'alice');
      if (!found) throw new Error('Alice is gone.');
      return found;
    },
    async address() {
      return store.read('address', hashAddress('alice@example.org', 'pepper'));
    },
    async report() {
      const query = { filters: {}, view: 'people', sort: 'risk', page: 1 } as const;
      const cohort = { id: 'c2028', name: 'Match 2028' };
      return reportOf(cohort, await wholeCohort(store, 'c2028'), query, PUBLISHED_WORLD, now);
    },
  };
}

import { beforeEach, describe, expect, test } from 'vitest';
import { feedback } from '#functions/feedback.ts';
import { countMissing } from '#functions/store/tally.ts';
import { HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Blame, EmailRecord } from '#shared/people/person/email-record.ts';
import type { Reach } from '#shared/people/person/person.ts';
import { newWriter } from '#shared/people/person/writer.ts';
import type { Store } from '#shared/store/store.ts';
import { alice, MONDAY } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';

const PEPPER = 'pepper';
const NOON: Instant = plusMs(MONDAY, 2 * HOUR_MS);
const ALICE_HASH = hashAddress('alice@example.org', PEPPER);

let store: Store;
let lines: { level: string; event: string; fields: unknown }[];
beforeEach(() => {
  store = memoryStore();
  lines = [];
});

const report = (event: unknown, on: Store = store) =>
  feedback(
    {
      store: on,
      clock: { now: () => NOON },
      log: (level, event, fields) => lines.push({ level, event, fields }),
      pepper: PEPPER,
    },
    event,
  );

describe('a Send event', () => {
  test.each(['claimed', 'lost'] as const)(
    'turns a %s email into a sent one, and Alice is looked at',
    async (status) => {
      await has(alice({ emails: [email({ status })], dueAt: plusMs(NOON, HOUR_MS) }));
      expect(await report(sesEvent('Send'))).toEqual({ settled: true, harmed: false });
      const now = await person();
      expect(now.emails).toEqual([email({ status: 'sent', settledAt: NOON })]);
      expect(now.dueAt).toBe(NOON);
    },
  );

  test('keeps the moment of a person who is already due', async () => {
    await has(alice({ emails: [email()], dueAt: MONDAY }));
    await report(sesEvent('Send'));
    expect((await person()).dueAt).toBe(MONDAY);
  });

  test.each(['sent', 'failed'] as const)('leaves a %s email as it is', async (status) => {
    await has(alice({ emails: [email({ status, settledAt: MONDAY })] }));
    expect(await report(sesEvent('Send'))).toEqual({ settled: false, harmed: false });
    expect((await person()).version).toBe(1);
  });

  test('that comes a second and a third time changes nothing more', async () => {
    await has(alice({ emails: [email()] }));
    for (let response = 0; response < 3; response += 1) await report(sesEvent('Send'));
    expect((await person()).version).toBe(2);
    for (let response = 0; response < 3; response += 1) await report(sesEvent('Delivery'));
    expect((await person()).version).toBe(3);
  });

  test('settles the email of its number, not the newest', async () => {
    await has(alice({ emails: [email({ status: 'lost' }), email({ n: 2 })] }));
    await report(sesEvent('Send'));
    expect((await person()).emails.map(({ status }) => status)).toEqual(['sent', 'claimed']);
  });

  test('finds its place beside somebody who wrote meanwhile', async () => {
    await has(alice({ emails: [email()] }));
    const racing = afterReading(store, async (n) => {
      if (n === 1) await store.write({ ...(await person()), revision: 5 });
    });
    expect(await report(sesEvent('Send'), racing)).toMatchObject({ settled: true });
    expect(await person()).toMatchObject({ revision: 5, emails: [{ status: 'sent' }] });
  });

  test('gives up with an error when others keep writing, so that the event comes again', async () => {
    await has(alice({ emails: [email()] }));
    const racing = afterReading(store, async () => {
      await store.write(await person());
    });
    await expect(report(sesEvent('Send'), racing)).rejects.toThrow(/too many writers/);
    expect((await person()).emails).toEqual([email()]);
  });
});

describe('a Delivery event', () => {
  test('proves the sending as well', async () => {
    await has(alice({ emails: [email()] }));
    expect(await report(sesEvent('Delivery'))).toEqual({ settled: true, harmed: false });
    expect((await person()).reach).toBe('ok');
  });
});

describe('a bounce of an address that does not exist', () => {
  test('gives the email back to be tried once more a day later, and harms nobody yet', async () => {
    await has(alice({ emails: [email()], dueAt: plusMs(NOON, HOUR_MS) }));
    expect(await report(bounced({ bounceType: 'Permanent', bounceSubType: 'NoEmail' }))).toEqual({
      settled: true,
      harmed: false,
    });
    expect(await person()).toMatchObject({
      reach: 'ok',
      dueAt: NOON,
      emails: [{ status: 'returned', cameBack: { at: NOON, blames: 'address' } }],
    });
    expect(await store.read('address', ALICE_HASH)).toBeUndefined();
  });

  test('a day after another is written on the address and on Alice', async () => {
    await has(alice({ emails: [gone(1, -24), email({ n: 2 })] }));
    expect(await report(bounced(NO_MAILBOX, 2))).toEqual({ settled: true, harmed: true });
    expect(await person()).toMatchObject({ reach: 'bounced', dueAt: NOON });
    expect(await store.read('address', ALICE_HASH)).toMatchObject({
      personId: 'alice',
      reach: 'bounced',
    });
  });

  test('reported twice is written once', async () => {
    await has(alice({ emails: [email()] }));
    await report(bounced(NO_MAILBOX));
    const { version } = await person();
    expect(await report(bounced(NO_MAILBOX))).toEqual({ settled: false, harmed: false });
    expect((await person()).version).toBe(version);
  });

  test('reaches the person even where a crash left only the ledger or the address written', async () => {
    await has(alice({ emails: [gone(1, -24), gone(2, 0)] }));
    await hasAddress('bounced');
    expect(await report(bounced(NO_MAILBOX, 2))).toMatchObject({ harmed: true });
    expect((await person()).reach).toBe('bounced');
  });

  test.each([
    ['unsubscribed', 'bounced'],
    ['complained', 'complained'],
  ] as const)('makes of somebody %s somebody %s', async (before, after) => {
    await has(alice({ reach: before, emails: [gone(1, -24), email({ n: 2 })] }));
    await hasAddress(before);
    await report(bounced(NO_MAILBOX, 2));
    expect((await person()).reach).toBe(after);
    expect((await store.read('address', ALICE_HASH))?.reach).toBe(after);
  });

  test('that is no longer hers leaves Alice alone', async () => {
    await has(alice({ emails: [gone(1, -24), email({ n: 2, status: 'sent' })] }));
    await report(bounced(NO_MAILBOX, 2, { destination: ['old@example.org'] }));
    expect(await person()).toMatchObject({ reach: 'ok', emails: [{}, { status: 'sent' }] });
  });

  test('of a deleted plan leaves nothing behind', async () => {
    expect(await report(bounced(NO_MAILBOX))).toEqual({ settled: false, harmed: false });
    expect(await store.read('address', ALICE_HASH)).toBeUndefined();
    expect(await store.read('email-tally', '2026-11-23')).toBeUndefined();
  });

  test('is the operator’s where five of its domain are missing on one day', async () => {
    await has(alice({ emails: [gone(1, -24), email({ n: 2 })] }));
    const ports = { store, clock: { now: () => NOON }, pepper: PEPPER };
    for (const name of ['b', 'c', 'd', 'e']) await countMissing(ports, `${name}@example.org`);
    expect(await report(bounced(NO_MAILBOX, 2))).toMatchObject({ harmed: false });
    expect((await person()).reach).toBe('ok');
    expect(troubles()).toEqual(['domain refuses']);
  });
});

describe('a bounce of a mailbox that is full or away', () => {
  test.each([{ bounceSubType: 'MailboxFull' }, recipient('4.2.2'), recipient('5.2.2')])(
    'gives the email back to be planned again, once: %o',
    async (of) => {
      await has(alice({ emails: [email({ status: 'sent' })] }));
      const event = bounced({ bounceType: 'Transient', ...of });
      expect(await report(event)).toEqual({ settled: false, harmed: false });
      expect(await person()).toMatchObject({
        reach: 'ok',
        emails: [{ status: 'returned', cameBack: { blames: 'mailbox' } }],
      });
      const { version } = await person();
      await report(event);
      expect((await person()).version).toBe(version);
    },
  );

  test.each([
    ['within a week ends the emails', -167, true],
    ['within eight days ends nothing', -169, false],
  ])('the third time %s', async (_, hours, harmed) => {
    await has(alice({ emails: [full(1, hours), full(2, -48), email({ n: 3 })] }));
    expect(await report(bounced(FULL, 3))).toMatchObject({ harmed });
    expect((await person()).reach).toBe(harmed ? 'bounced' : 'ok');
  });

  test('the third time, with one that arrived in between, ends nothing', async () => {
    await has(
      alice({
        emails: [full(1, -72), full(2, -48), email({ n: 3, status: 'sent' }), email({ n: 4 })],
      }),
    );
    expect(await report(bounced(FULL, 4))).toMatchObject({ harmed: false });
  });
});

describe('what is not the reader’s doing', () => {
  test('a vacation note after a delivery changes nothing, three emails in a row', async () => {
    await has(alice({ emails: [email(), email({ n: 2 }), email({ n: 3 })] }));
    for (const n of [1, 2, 3]) {
      await report(sesEvent('Send', {}, tagged(n)));
      await report(sesEvent('Delivery', {}, tagged(n)));
      await report(bounced({ bounceType: 'Transient', bounceSubType: 'General' }, n));
    }
    const { reach, emails } = await person();
    expect([reach, ...emails.map(({ status }) => status)]).toEqual(['ok', 'sent', 'sent', 'sent']);
    expect(troubles()).toEqual([]);
  });

  test.each([
    { bounceType: 'Permanent', ...recipient('5.7.1') },
    { bounceType: 'Transient', bounceSubType: 'ContentRejected' },
    { bounceType: 'Transient', bounceSubType: 'MessageTooLarge' },
    { bounceType: 'Transient', ...recipient('4.7.0') },
  ])(
    'a refusal of ours harms nobody, however often, and is told to the operator: %o',
    async (of) => {
      await has(alice({ emails: [1, 2, 3, 4].map((n) => email({ n })) }));
      for (const n of [1, 2, 3, 4])
        expect(await report(bounced(of, n))).toMatchObject({ harmed: false });
      expect((await person()).reach).toBe('ok');
      expect(troubles()).toEqual(Array(4).fill('sender refused'));
    },
  );

  test('what was delivered stays sent, whatever comes back', async () => {
    for (const bounce of [NO_MAILBOX, FULL, { bounceType: 'Permanent', ...recipient('5.7.1') }]) {
      store = memoryStore();
      await has(alice({ emails: [email()] }));
      await report(sesEvent('Delivery'));
      await report(bounced(bounce));
      expect((await person()).emails[0]?.status).toBe('sent');
    }
  });

  test('what is delivered after all is sent again', async () => {
    await has(alice({ emails: [email()] }));
    await report(bounced(FULL));
    await report(sesEvent('Delivery'));
    expect((await person()).emails[0]?.status).toBe('sent');
  });
});

describe('what is counted', () => {
  const tally = () => store.read('email-tally', '2026-11-23');

  test('every email that left, and the third person who complains holds all but critical email', async () => {
    const people = ['alice', 'bob', 'carol'];
    for (const id of people) await has(alice({ id, emails: [email()] }));
    for (const id of people) await report(sesEvent('Send', {}, tagged(1, id)));
    expect(await tally()).toMatchObject({ sent: 3, complained: 0 });
    for (const [index, id] of people.entries()) {
      expect(await store.read('switches', 'sending')).toBeUndefined();
      const destination = [`${id}@example.org`];
      await report(sesEvent('Complaint', { complaint: {} }, { ...tagged(1, id), destination }));
      expect(await tally()).toMatchObject({ sent: 3, complained: index + 1 });
    }
    expect(await store.read('switches', 'sending')).toMatchObject({ sending: 'critical' });
  });

  test('a complaint reported twice is one, even after a crash between harm and count', async () => {
    await has(alice({ reach: 'complained', emails: [email({ status: 'sent' })] }));
    await hasAddress('complained');
    const event = sesEvent('Complaint', { complaint: {} });
    expect(await report(event)).toMatchObject({ harmed: false });
    await report(event);
    expect(await tally()).toMatchObject({ complained: 1 });
  });

  test('confirmations and first emails to letter writers apart, which hold nothing', async () => {
    const osei = newWriter({ id: 'osei', name: 'Prof. Osei', address: 'osei@example.org' }, NOON);
    const letters = { stream: 'letters', status: 'sent' } as const;
    await store.write({ ...osei, emails: [email(letters), email({ ...letters, n: 2 })] });
    await has(alice({ emails: [email({ stream: 'confirm', status: 'sent' })] }));
    const of = (n: number) => ({
      destination: ['osei@example.org'],
      tags: { kind: ['writer'], person: ['osei'], n: [String(n)] },
    });
    await report(sesEvent('Complaint', { complaint: {} }, of(1)));
    await report(sesEvent('Complaint', { complaint: {} }));
    expect(await tally()).toMatchObject({ complained: 0, firstContacts: { complained: 2 } });
    await report(sesEvent('Complaint', { complaint: {} }, of(2)));
    expect(await tally()).toMatchObject({ complained: 1 });
  });
});

describe('a complaint', () => {
  test.each([
    {},
    { complaintFeedbackType: null },
    { complaintFeedbackType: 'abuse' },
    { complaintFeedbackType: 'fraud' },
  ])('stops the emails: %o', async (complaint) => {
    await has(alice());
    expect(await report(sesEvent('Complaint', { complaint }))).toMatchObject({ harmed: true });
    expect((await person()).reach).toBe('complained');
    expect((await store.read('address', ALICE_HASH))?.reach).toBe('complained');
  });

  test('weighs more than a bounce before it', async () => {
    await has(alice({ reach: 'bounced' }));
    await hasAddress('bounced');
    await report(sesEvent('Complaint', { complaint: {} }));
    expect((await person()).reach).toBe('complained');
  });

  test('that says it is no spam stops nothing', async () => {
    await has(alice());
    const complaint = { complaintFeedbackType: 'not-spam' };
    expect(await report(sesEvent('Complaint', { complaint }))).toMatchObject({ harmed: false });
    expect((await person()).reach).toBe('ok');
    expect(troubles()).toEqual([]);
  });

  test.each(['auth-failure', 'virus', 'other'])(
    'of a mail server (%s) is the operator’s: it stops nothing and is not counted',
    async (complaintFeedbackType) => {
      await has(alice());
      const event = sesEvent('Complaint', { complaint: { complaintFeedbackType } });
      expect(await report(event)).toMatchObject({ harmed: false });
      expect((await person()).reach).toBe('ok');
      expect(await store.read('email-tally', '2026-11-23')).toBeUndefined();
      expect(troubles()).toEqual(['complaint of a mail server']);
    },
  );
});

describe('an event about none of our emails', () => {
  test.each([
    ['no tags', {}],
    ['a person that is no id', { person: ['alice@example.org'], n: ['1'] }],
    ['a number that is none', { person: ['alice'], n: ['1; drop'] }],
    ['no number', { person: ['alice'] }],
  ])('(%s) is ignored and logged without its words', async (_, tags) => {
    await has(alice({ emails: [email()] }));
    expect(await report(sesEvent('Send', {}, { tags }))).toEqual({ settled: false, harmed: false });
    expect((await person()).version).toBe(1);
    expect(lines).toMatchObject([{ level: 'warn', event: 'feedback-ignored' }]);
    expect(JSON.stringify(lines)).not.toMatch(/@|drop/);
  });

  test('(of an unknown person) changes nothing', async () => {
    const tags = { person: ['mallory'], n: ['1'] };
    expect(await report(sesEvent('Send', {}, { tags }))).toEqual({ settled: false, harmed: false });
  });

  test('(of a kind we do not act on) is ignored and logged', async () => {
    await has(alice({ emails: [email()] }));
    expect(await report(sesEvent('Open'))).toEqual({ settled: false, harmed: false });
    expect((await person()).emails).toEqual([email()]);
    expect(lines).toMatchObject([{ event: 'feedback-ignored', fields: { code: 'Open' } }]);
  });

  test.each([
    ['source', { ...sesEvent('Send'), source: 'aws.s3' }],
    ['detail.mail', { source: 'aws.ses', detail: { eventType: 'Send' } }],
    ['detail', { source: 'aws.ses' }],
  ])('(a wrong %s) is an error that names the field', async (field, event) => {
    await expect(report(event)).rejects.toThrow(`not from SES: ${field} `);
  });

  test.each([undefined, null, 'Send', []])(
    '(%s instead of an event) is an error',
    async (event) => {
      await expect(report(event)).rejects.toThrow(/not from SES/);
    },
  );
});

const person = async (): Promise<Applicant> => {
  const applicant = await store.read('applicant', 'alice');
  if (!applicant) throw new Error('Alice is not in the store.');
  return applicant;
};

async function has(applicant: Applicant): Promise<void> {
  await store.write(applicant);
}

async function hasAddress(reach: Reach): Promise<void> {
  await store.write({
    kind: 'address',
    id: ALICE_HASH,
    version: 0,
    personKind: 'applicant',
    personId: 'alice',
    reach,
  });
}

const NO_MAILBOX = { bounceType: 'Permanent', bounceSubType: 'General' };
const FULL = { bounceType: 'Transient', bounceSubType: 'MailboxFull' };

const gone = (n: number, hours: number) => cameBack(n, hours, 'address');
const full = (n: number, hours: number) => cameBack(n, hours, 'mailbox');

function cameBack(n: number, hours: number, blames: Blame): EmailRecord {
  return email({ n, status: 'returned', cameBack: { at: plusMs(NOON, hours * HOUR_MS), blames } });
}

function bounced(bounce: object, n = 1, emailFields: object = {}): object {
  return sesEvent('Bounce', { bounce }, { ...tagged(n), ...emailFields });
}

/** What the reader's server said about the one recipient. */
function recipient(status: string): object {
  const diagnosticCode = `smtp; 550 ${status} alice@example.org`;
  return { bouncedRecipients: [{ emailAddress: 'alice@example.org', status, diagnosticCode }] };
}

function tagged(n: number, id = 'alice'): object {
  return { tags: { kind: ['applicant'], person: [id], n: [String(n)] } };
}

/** What an operator is alerted of, in the order of the lines. */
function troubles(): unknown[] {
  const found = lines.filter(({ level, event }) => level === 'error' && event === 'email-trouble');
  return found.map(({ fields }) => (fields as { code: string }).code);
}

function email(overrides: Partial<EmailRecord> = {}): EmailRecord {
  return {
    n: 1,
    stream: 'digest',
    status: 'claimed',
    keys: ['k'],
    rotationIds: [],
    subject: 'Due',
    claimedAt: MONDAY,
    leaseUntil: plusMs(MONDAY, 120_000),
    ...overrides,
  };
}

/** As EventBridge delivers what SES publishes, with the fields beside ours that SES also sends. */
function sesEvent(eventType: string, more: object = {}, emailFields: object = {}): object {
  return {
    version: '0',
    id: '5b3b1f4a-0000-4000-8000-000000000001',
    'detail-type': `Email ${eventType}`,
    source: 'aws.ses',
    account: '000000000000',
    time: '2026-11-23T15:00:01Z',
    region: 'us-east-1',
    resources: [],
    detail: {
      eventType,
      mail: {
        timestamp: '2026-11-23T15:00:00.000Z',
        source: 'rotations@school.example.org',
        messageId: 'm-1',
        destination: ['alice@example.org'],
        headersTruncated: false,
        tags: {
          'ses:configuration-set': ['away'],
          kind: ['applicant'],
          person: ['alice'],
          n: ['1'],
        },
        ...emailFields,
      },
      ...more,
    },
  };
}

/** The store with something happening after each reading of Alice; `n` counts them from 1. */
function afterReading(inner: Store, meanwhile: (n: number) => Promise<void>): Store {
  let count = 0;
  return {
    ...inner,
    async read(kind, id) {
      const item = await inner.read(kind, id);
      count += 1;
      await meanwhile(count);
      return item;
    },
  };
}

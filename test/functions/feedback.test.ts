import { beforeEach, describe, expect, test } from 'vitest';
import { feedback } from '#functions/feedback.ts';
import { HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { MailRecord } from '#shared/people/person/mail-record.ts';
import type { Reach } from '#shared/people/person/person.ts';
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

const tell = (event: unknown, on: Store = store) =>
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
    'turns a %s mail into a sent one, and Alice is looked at',
    async (status) => {
      await has(alice({ mails: [mail({ status })], dueAt: plusMs(NOON, HOUR_MS) }));
      expect(await tell(sesEvent('Send'))).toEqual({ settled: true, harmed: false });
      const now = await person();
      expect(now.mails).toEqual([mail({ status: 'sent', settledAt: NOON })]);
      expect(now.dueAt).toBe(NOON);
    },
  );

  test('leaves the moment of somebody who is due already', async () => {
    await has(alice({ mails: [mail()], dueAt: MONDAY }));
    await tell(sesEvent('Send'));
    expect((await person()).dueAt).toBe(MONDAY);
  });

  test.each(['sent', 'failed'] as const)('leaves a %s mail as it is', async (status) => {
    await has(alice({ mails: [mail({ status, settledAt: MONDAY })] }));
    expect(await tell(sesEvent('Send'))).toEqual({ settled: false, harmed: false });
    expect((await person()).version).toBe(1);
  });

  test('that comes a second and a third time changes nothing more', async () => {
    await has(alice({ mails: [mail()] }));
    await tell(sesEvent('Send'));
    await tell(sesEvent('Send'));
    await tell(sesEvent('Delivery'));
    expect((await person()).version).toBe(2);
  });

  test('settles the mail of its number, not the newest', async () => {
    await has(alice({ mails: [mail({ status: 'lost' }), mail({ n: 2 })] }));
    await tell(sesEvent('Send'));
    expect((await person()).mails.map(({ status }) => status)).toEqual(['sent', 'claimed']);
  });

  test('finds its place beside somebody who wrote meanwhile', async () => {
    await has(alice({ mails: [mail()] }));
    const racing = afterReading(store, async (n) => {
      if (n === 1) await store.write({ ...(await person()), revision: 5 });
    });
    expect(await tell(sesEvent('Send'), racing)).toMatchObject({ settled: true });
    expect(await person()).toMatchObject({ revision: 5, mails: [{ status: 'sent' }] });
  });

  test('gives up with an error when somebody writes all the time, so that it is told again', async () => {
    await has(alice({ mails: [mail()] }));
    const racing = afterReading(store, async () => {
      await store.write(await person());
    });
    await expect(tell(sesEvent('Send'), racing)).rejects.toThrow(/too many writers/);
    expect((await person()).mails).toEqual([mail()]);
  });
});

describe('a Delivery event', () => {
  test('proves the sending as well', async () => {
    await has(alice({ mails: [mail()] }));
    expect(await tell(sesEvent('Delivery'))).toEqual({ settled: true, harmed: false });
    expect((await person()).reach).toBe('ok');
  });
});

describe('a hard bounce', () => {
  const bounce = { bounce: { bounceType: 'Permanent', bounceSubType: 'NoEmail' } };

  test('is written on the address and on Alice, and her mail was sent', async () => {
    await has(alice({ mails: [mail()] }));
    expect(await tell(sesEvent('Bounce', bounce))).toEqual({ settled: true, harmed: true });
    expect(await person()).toMatchObject({ reach: 'bounced', dueAt: NOON });
    expect(await store.read('address', ALICE_HASH)).toMatchObject({
      personId: 'alice',
      reach: 'bounced',
    });
  });

  test('told twice is written once', async () => {
    await has(alice({ mails: [mail()] }));
    await tell(sesEvent('Bounce', bounce));
    const { version } = await person();
    expect(await tell(sesEvent('Bounce', bounce))).toEqual({ settled: false, harmed: false });
    expect((await person()).version).toBe(version);
  });

  test('reaches the person even where a crash left only the address written', async () => {
    await has(alice());
    await hasAddress('bounced');
    expect(await tell(sesEvent('Bounce', bounce))).toMatchObject({ harmed: true });
    expect((await person()).reach).toBe('bounced');
  });

  test.each([
    ['unsubscribed', 'bounced'],
    ['complained', 'complained'],
  ] as const)('makes of somebody %s somebody %s', async (before, after) => {
    await has(alice({ reach: before }));
    await hasAddress(before);
    await tell(sesEvent('Bounce', bounce));
    expect((await person()).reach).toBe(after);
    expect((await store.read('address', ALICE_HASH))?.reach).toBe(after);
  });

  test('of an address that is not hers any more leaves Alice alone', async () => {
    await has(alice());
    await tell(sesEvent('Bounce', bounce, { destination: ['old@example.org'] }));
    expect((await person()).reach).toBe('ok');
    const old = await store.read('address', hashAddress('old@example.org', PEPPER));
    expect(old?.reach).toBe('bounced');
  });

  test('of somebody who was erased leaves nothing behind', async () => {
    expect(await tell(sesEvent('Bounce', bounce))).toEqual({ settled: false, harmed: false });
    expect(await store.read('address', ALICE_HASH)).toBeUndefined();
  });
});

describe('a bounce that passes by itself', () => {
  test.each(['Transient', 'Undetermined'])('(%s) stops nothing', async (bounceType) => {
    await has(alice({ mails: [mail()] }));
    const event = sesEvent('Bounce', { bounce: { bounceType, bounceSubType: 'MailboxFull' } });
    expect(await tell(event)).toEqual({ settled: true, harmed: false });
    expect((await person()).reach).toBe('ok');
    expect(await store.read('address', ALICE_HASH)).toBeUndefined();
  });

  const full = { bounce: { bounceType: 'Transient', bounceSubType: 'MailboxFull' } };

  test('gives the mail back to be planned anew, once', async () => {
    await has(alice({ mails: [mail({ status: 'sent' })] }));
    await tell(sesEvent('Bounce', full));
    expect((await person()).mails[0]?.status).toBe('returned');
    const { version } = await person();
    await tell(sesEvent('Bounce', full));
    expect((await person()).version).toBe(version);
  });

  test('is a bounce when it is the third on end, and not when one arrived in between', async () => {
    const returned = (n: number) => mail({ n, status: 'returned' });
    const sent = (n: number) => mail({ n, status: 'sent' });
    const third = sesEvent('Bounce', full, {
      tags: { kind: ['applicant'], person: ['alice'], n: ['3'] },
    });
    await has(alice({ mails: [returned(1), sent(2), sent(3)] }));
    expect(await tell(third)).toMatchObject({ harmed: false });
    const { version } = await person();
    await has(alice({ version, mails: [returned(1), returned(2), sent(3)] }));
    expect(await tell(third)).toMatchObject({ harmed: true });
    expect((await person()).reach).toBe('bounced');
  });
});

describe('what is counted', () => {
  test('every mail that left, and a complaint too many holds all but critical mail', async () => {
    await has(alice({ mails: [mail()] }));
    await tell(sesEvent('Send'));
    expect(await store.read('mail-tally', '2026-11-23')).toMatchObject({ sent: 1, complained: 0 });
    await tell(sesEvent('Complaint', { complaint: {} }));
    expect(await store.read('mail-tally', '2026-11-23')).toMatchObject({ sent: 1, complained: 1 });
    expect(await store.read('switches', 'sending')).toMatchObject({ sending: 'critical' });
  });
});

describe('a complaint', () => {
  test.each([{}, { complaintFeedbackType: null }, { complaintFeedbackType: 'abuse' }])(
    'stops the mails: %o',
    async (complaint) => {
      await has(alice());
      expect(await tell(sesEvent('Complaint', { complaint }))).toMatchObject({ harmed: true });
      expect((await person()).reach).toBe('complained');
      expect((await store.read('address', ALICE_HASH))?.reach).toBe('complained');
    },
  );

  test('weighs more than a bounce before it', async () => {
    await has(alice({ reach: 'bounced' }));
    await hasAddress('bounced');
    await tell(sesEvent('Complaint', { complaint: {} }));
    expect((await person()).reach).toBe('complained');
  });

  test('that says it is no spam stops nothing', async () => {
    await has(alice());
    const complaint = { complaintFeedbackType: 'not-spam' };
    expect(await tell(sesEvent('Complaint', { complaint }))).toMatchObject({ harmed: false });
    expect((await person()).reach).toBe('ok');
  });
});

describe('an event that is none of ours', () => {
  test.each([
    ['no tags', {}],
    ['a person that is no id', { person: ['alice@example.org'], n: ['1'] }],
    ['a number that is none', { person: ['alice'], n: ['1; drop'] }],
    ['no number', { person: ['alice'] }],
  ])('(%s) is ignored and logged without its words', async (_, tags) => {
    await has(alice({ mails: [mail()] }));
    expect(await tell(sesEvent('Send', {}, { tags }))).toEqual({ settled: false, harmed: false });
    expect((await person()).version).toBe(1);
    expect(lines).toMatchObject([{ level: 'warn', event: 'feedback-ignored' }]);
    expect(JSON.stringify(lines)).not.toMatch(/@|drop/);
  });

  test('(of a person nobody knows) changes nothing', async () => {
    const tags = { person: ['mallory'], n: ['1'] };
    expect(await tell(sesEvent('Send', {}, { tags }))).toEqual({ settled: false, harmed: false });
  });

  test('(of a kind we do not act on) is ignored and logged', async () => {
    await has(alice({ mails: [mail()] }));
    expect(await tell(sesEvent('Open'))).toEqual({ settled: false, harmed: false });
    expect((await person()).mails).toEqual([mail()]);
    expect(lines).toMatchObject([{ event: 'feedback-ignored', fields: { code: 'Open' } }]);
  });

  test.each([
    ['source', { ...sesEvent('Send'), source: 'aws.s3' }],
    ['detail.mail', { source: 'aws.ses', detail: { eventType: 'Send' } }],
    ['detail', { source: 'aws.ses' }],
  ])('(a wrong %s) is an error that names the field', async (field, event) => {
    await expect(tell(event)).rejects.toThrow(`not one of SES: ${field} `);
  });

  test.each([undefined, null, 'Send', []])(
    '(%s instead of an event) is an error',
    async (event) => {
      await expect(tell(event)).rejects.toThrow(/not one of SES/);
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

function mail(overrides: Partial<MailRecord> = {}): MailRecord {
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
function sesEvent(eventType: string, more: object = {}, mailFields: object = {}): object {
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
        tags: { 'ses:configuration-set': ['away'], person: ['alice'], n: ['1'] },
        ...mailFields,
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

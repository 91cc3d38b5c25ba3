/** An email on AWS from its claim to its fate: the visit, SES's answer, and what SES tells later. */
import { SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { sesMailer } from '#functions/adapters/ses-mailer.ts';
import { feedback } from '#functions/feedback.ts';
import { nudge } from '#functions/nudge.ts';
import { LEASE_MS } from '#shared/base/limits.ts';
import { HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import type { EmailRecord } from '#shared/people/person/email-record.ts';
import { BACK_OFF_MS } from '#shared/people/person/person.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import type { Store } from '#shared/store/store.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { bob, MONDAY } from '../cast.ts';
import { memoryStore } from '../season/memory-store.ts';

/** Tuesday noon in Auckland: an hour at which Bob takes email. */
const NOON: Instant = '2026-11-23T23:00:00.000Z';
const EVIDENCE_ENDS = plusMs(NOON, LEASE_MS + HOUR_MS);

const client = new SESClient({ region: 'us-east-1' });
const ses = mockClient(client);
let store: Store;
beforeEach(async () => {
  ses.reset();
  store = memoryStore();
  await store.write(bob({ dueAt: MONDAY }));
});

describe('an email whose outcome is unknown', () => {
  beforeEach(async () => {
    ses.on(SendRawEmailCommand).rejectsOnce(lostConnection()).resolves({ MessageId: 'm-2' });
    expect(await visit(NOON)).toMatchObject({ unknown: 1, sent: 0, failed: 0 });
  });

  test('leaves its claim open, and nothing more is sent while evidence may come', async () => {
    expect(await fates()).toEqual(['claimed']);
    await visit(plusMs(EVIDENCE_ENDS, -1));
    expect(sentCount()).toBe(1);
    expect(await fates()).toEqual(['claimed']);
  });

  test('is a sent email once SES says so, and is not sent again', async () => {
    await reportSend(1, plusMs(NOON, 5000));
    expect(await fates()).toEqual(['sent']);
    expect(await visit(plusMs(NOON, 2 * HOUR_MS))).toMatchObject({ sent: 0, lost: 0 });
    expect(sentCount()).toBe(1);
  });

  test('without evidence is lost, and what it said is said again', async () => {
    expect(await visit(EVIDENCE_ENDS)).toMatchObject({ lost: 1, sent: 0 });
    expect(await visit(plusMs(EVIDENCE_ENDS, 1))).toMatchObject({ sent: 1 });
    expect(await fates()).toEqual(['lost', 'sent']);
  });

  test('that counts as lost is a sent email when the evidence comes after all', async () => {
    await visit(EVIDENCE_ENDS);
    await reportSend(1, plusMs(EVIDENCE_ENDS, 1));
    expect(await fates()).toEqual(['sent']);
    expect(await visit(plusMs(EVIDENCE_ENDS, HOUR_MS))).toMatchObject({ sent: 0 });
    expect(sentCount()).toBe(1);
  });
});

describe('a function that died after SES had accepted', () => {
  test('leaves a claim that the Send event settles; the email leaves once', async () => {
    ses.on(SendRawEmailCommand).resolves({ MessageId: 'm-1' });
    await visit(NOON, dyingAfterWrites(store, 1));
    expect(await fates()).toEqual(['claimed']);
    await reportSend(1, plusMs(NOON, 5000));
    await visit(plusMs(NOON, 3 * HOUR_MS));
    expect(await fates()).toEqual(['sent']);
    expect(sentCount()).toBe(1);
  });
});

describe('a sending that SES throttles', () => {
  test('is a failed email, retried after an hour', async () => {
    ses.on(SendRawEmailCommand).rejectsOnce(throttled()).resolves({ MessageId: 'm-2' });
    expect(await visit(NOON)).toMatchObject({ refused: 1, sent: 0 });
    const [failed] = await emails();
    expect(failed).toMatchObject({
      status: 'failed',
      reason: 'SES answered 400 Throttling (sending rate)',
    });
    await visit(plusMs(NOON, BACK_OFF_MS - 1));
    expect(sentCount()).toBe(1);
    expect(await visit(plusMs(NOON, BACK_OFF_MS))).toMatchObject({ sent: 1 });
    expect(await fates()).toEqual(['failed', 'sent']);
  });
});

const visit = (now: Instant, on: Store = store) =>
  nudge(
    {
      store: on,
      worldFor: () => PUBLISHED_WORLD,
      clock: { now: () => now },
      workflow: NO_WORKFLOW,
      mailer: sesMailer(
        client,
        { from: 'rotations@school.example.org', configurationSet: 'away' },
        async () => 'raw',
        () => undefined,
      ),
      pepper: 'pepper',
      renderForWriter: () => Promise.reject(new Error('No writer is emailed here.')),
      signInUrl: async () => 'https://rotations.example.org/advisors/in/x',
      advisorUrl: (path) => `https://rotations.example.org${path}`,
      briefStopUrl: async () => 'https://rotations.example.org/b/x',
      render: async () => ({
        to: { name: 'Bob Tane', address: 'bob@example.org' },
        subject: 'Due',
        text: '',
        html: '',
      }),
    },
    { kind: 'applicant', id: 'bob' },
  );

const reportSend = (n: number, now: Instant) =>
  feedback(
    { store, clock: { now: () => now }, log: () => undefined, pepper: 'pepper' },
    {
      source: 'aws.ses',
      detail: {
        eventType: 'Send',
        mail: {
          destination: ['bob@example.org'],
          tags: { kind: ['applicant'], person: ['bob'], n: [String(n)] },
        },
      },
    },
  );

const sentCount = (): number => ses.commandCalls(SendRawEmailCommand).length;
const emails = async (): Promise<readonly EmailRecord[]> =>
  (await store.read('applicant', 'bob'))?.emails ?? [];
const fates = async (): Promise<string[]> => (await emails()).map(({ status }) => status);

function lostConnection(): Error {
  return Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
}

function throttled(): Error {
  return new SESServiceException({
    name: 'Throttling',
    message: 'Maximum sending rate exceeded.',
    $fault: 'client',
    $metadata: { httpStatusCode: 400 },
  });
}

/** The store of a function that ends after so many writes. */
function dyingAfterWrites(inner: Store, count: number): Store {
  let written = 0;
  return {
    ...inner,
    async write(item, alongside) {
      written += 1;
      if (written > count) throw new Error('the function has ended');
      return inner.write(item, alongside);
    },
  };
}

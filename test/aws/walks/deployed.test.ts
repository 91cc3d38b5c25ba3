/** What serves beside the loop: pages by the web function, the schedule, and the word of SES. */
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import {
  GetScheduleCommand,
  ListSchedulesCommand,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { expect, test } from 'vitest';
import { FORM_BYTES_MAX } from '#shared/base/limits.ts';
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { TAG_NAMES } from '#shared/store/mailer.ts';
import { emailsTo } from './emails.ts';
import { call } from './lambda.ts';
import { httpEvent, type Person, person, sweepUntil } from './people.ts';
import { withImpatientQueue } from './queues.ts';
import { clock, physical, until } from './stage.ts';

/** What the rule knows our emails by. */
const OUR_SET = { 'ses:configuration-set': ['AwayRotations'] };

const NO_MAILBOX = {
  bounce: { bounceType: 'Permanent', bouncedRecipients: [{ status: '5.1.1' }] },
};

interface Answer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

test('the link in an email opens its reader’s plan, with the headers that guard it', async () => {
  const alice = await emailed();
  const [raw = ''] = await emailsTo(alice.id);
  const path = /rotations\.example\.org(\/a\/[\w.-]+)/.exec(unfolded(raw))?.[1] ?? '';
  const page = await get(path);
  expect([page.statusCode, page.body.includes('Alice')]).toEqual([200, true]);
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect(page.headers['strict-transport-security']).toContain('max-age');
});

test('a link that nobody signed opens nothing', async () => {
  expect((await get('/a/eyJhbGciOiJub25lIn0.e30.')).statusCode).toBe(404);
});

test('a form that is larger than any of ours is refused', async () => {
  const answer = (await call(
    'WebFunction',
    httpEvent('POST', '/links', 'x'.repeat(FORM_BYTES_MAX + 1)),
  )) as Answer;
  expect(answer.statusCode).toBe(413);
});

test('the schedule calls the sweep once an hour', async () => {
  const client = new SchedulerClient({});
  const { Schedules = [] } = await client.send(new ListSchedulesCommand({}));
  const name = Schedules[0]?.Name;
  const { ScheduleExpression, State, Target } = await client.send(
    new GetScheduleCommand({ Name: name }),
  );
  expect([ScheduleExpression, State]).toEqual(['rate(1 hour)', 'ENABLED']);
  expect(Target?.Arn).toContain(physical('AwayRotations', 'lambdas', 'SweepFunction'));
  expect(Target?.DeadLetterConfig?.Arn).toMatch(/SweepDeadLetters/);
});

test('an address that bounces is tried once more a day later, and a second bounce ends the emails', async () => {
  const bob = await emailed();
  const first = (await bob.item()).emails.at(-1)?.n ?? 0;
  await report('Bounce', bob, first, NO_MAILBOX);
  await until(
    'the bounce is written',
    async () => statusOf(await bob.item(), first) === 'returned',
  );
  expect((await bob.item()).reach).toBe('ok');

  await bob.plants(aDayLater);
  const { emails } = await sweepUntil(bob, 'the second email is sent', (item) => {
    return item.emails.some(({ n, status }) => n > first && status === 'sent');
  });
  expect(await emailsTo(bob.id)).toHaveLength(2);
  await report('Bounce', bob, emails.at(-1)?.n ?? 0, NO_MAILBOX);
  await until('the emails end', async () => (await bob.item()).reach === 'bounced');
});

test('a delivery that SES tells of changes nothing for its reader', async () => {
  const bob = await emailed();
  const before = await bob.item();
  await report('Delivery', bob, before.emails.at(-1)?.n ?? 0, {});
  // Told after it, so that it is heard after it.
  const carol = await emailed();
  await report('Complaint', carol, (await carol.item()).emails.at(-1)?.n ?? 0, { complaint: {} });
  await until('the complaint is written', async () => (await carol.item()).reach === 'complained');
  expect((await bob.item()).reach).toBe('ok');
});

test('an event that feedback fails on is tried again and set aside, and holds up nobody', async () => {
  const carol = await emailed();
  const [last] = (await carol.item()).emails.slice(-1);
  // As if the function that sent it had died before it could write so.
  await carol.plants((item) => ({
    ...item,
    emails: item.emails.map((email) =>
      email.n === last?.n ? { ...email, status: 'claimed' } : email,
    ),
  }));
  await withImpatientQueue('Feedback', async (setAside) => {
    const before = (await setAside()).length;
    await put({ eventType: 'Bounce', mail: { tags: OUR_SET } });
    await report('Send', carol, last?.n ?? 0, {});
    await until('her email is settled', async () => {
      return statusOf(await carol.item(), last?.n ?? 0) === 'sent';
    });
    const other = await until('the other is set aside', async () => (await setAside())[before]);
    expect(JSON.parse(other)).toMatchObject({ source: 'aws.ses', detail: { eventType: 'Bounce' } });
  });
});

/** Someone new, who has had a first email. */
async function emailed(): Promise<Person> {
  const who = await person();
  await sweepUntil(who, 'an email is sent', ({ emails }) => emails.at(-1)?.status === 'sent');
  return who;
}

function statusOf({ emails }: Applicant, n: number): string | undefined {
  return emails.find((email) => email.n === n)?.status;
}

/** As if all that was sent and came back lay a day back. */
function aDayLater(item: Applicant): Applicant {
  const earlier = (at: Instant): Instant => plusMs(at, -DAY_MS - HOUR_MS);
  const emails = item.emails.map((email) => ({
    ...email,
    claimedAt: earlier(email.claimedAt),
    ...(email.cameBack && { cameBack: { ...email.cameBack, at: earlier(email.cameBack.at) } }),
  }));
  return { ...item, emails, dueAt: clock.now() };
}

async function get(path: string): Promise<Answer> {
  return (await call('WebFunction', httpEvent('GET', path))) as Answer;
}

/** Quoted-printable lines, joined. */
function unfolded(raw: string): string {
  return raw.replaceAll(/=\r?\n/g, '');
}

async function report(eventType: string, who: Person, n: number, more: object): Promise<void> {
  const kind = { [TAG_NAMES.kind]: ['applicant'] };
  const tags = { ...OUR_SET, ...kind, [TAG_NAMES.person]: [who.id], [TAG_NAMES.n]: [String(n)] };
  const mail = { destination: [(await who.item()).facts.profile.address], tags };
  await put({ eventType, mail, ...more });
}

async function put(detail: { readonly eventType: string; readonly mail: object }): Promise<void> {
  const entry = {
    Source: 'aws.ses',
    DetailType: `Email ${detail.eventType}`,
    Detail: JSON.stringify(detail),
  };
  await new EventBridgeClient({}).send(new PutEventsCommand({ Entries: [entry] }));
}

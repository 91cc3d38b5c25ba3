import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { describe, expect, test } from 'vitest';
import { webhookApp } from '#functions/webhook.ts';
import { WEBHOOK_BYTES_MAX } from '#shared/base/limits.ts';
import { DAY_MS, MINUTE_MS, msOf, plusMs, SECOND_MS } from '#shared/base/time/instant.ts';
import { errorAnswerSchema, messageAnswerSchema } from '#shared/exchange/webhook/answer.ts';
import { MESSAGES_PER_WINDOW_MAX } from '#shared/exchange/webhook/quota.ts';
import { rotated, secretOf, signStandard } from '#shared/exchange/webhook/signature.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { explainMessage, messageRefusals } from '#shared/words/sender-refusals.ts';
import { alice, bob, MONDAY } from '../cast.ts';
import { SCHOOL, WEBHOOK_KEY, type WebhookStage, webhookStage } from './webhook-stage.ts';

const APPLIED = {
  applicant: { address: 'Bob@Example.org' },
  rotation: { host: 'brown' },
  event: { type: 'applied', dates: { start: '2027-07-05', end: '2027-07-30' } },
};
const zone = (name: string, place: string) => ({
  applicant: { id: name },
  event: { type: 'zone-changed', zone: place },
});

async function stageWithBob(): Promise<WebhookStage> {
  const stage = webhookStage(MONDAY);
  await stage.add('bob', bob().facts);
  await stage.addSender(SCHOOL);
  return stage;
}

const person = async (stage: WebhookStage, id = 'bob') => (await stage.person(id)) as Applicant;
/** Read through the schema that the description publishes. */
const parsed = async (response: Response) => messageAnswerSchema.parse(await response.json());
const answersOf = async (response: Response) =>
  (await parsed(response)).updates.map(({ answer }) => answer);
const whyOf = async (response: Response) => errorAnswerSchema.parse(await response.json()).error;

describe('a signed message', () => {
  test('records its update before it is answered, and says what changed', async () => {
    const stage = await stageWithBob();
    const got = await stage.send({ updates: [APPLIED] }, { id: 'msg_1' });
    expect(got.status).toBe(200);
    expect(await got.json()).toEqual({
      message: 'msg_1',
      updates: [
        {
          answer: 'accepted',
          index: 0,
          update: expect.stringMatching(/^w/),
          changed: expect.stringMatching(/^Application sent; Brown: /),
          undo: expect.stringMatching(/^https:\/\/rotations\.example\.org\/undo\/ey/),
        },
      ],
    });
    const { facts, history } = await person(stage);
    expect(facts.rotations[0]?.status).toBe('submitted');
    expect(history.at(-1)).toMatchObject({
      by: 'sender',
      through: { senderId: 'school', name: 'School office' },
    });
  });

  test('sent again changes nothing and gets the first answer', async () => {
    const stage = await stageWithBob();
    const first = await parsed(await stage.send({ updates: [APPLIED] }, { id: 'msg_1' }));
    const kept = await person(stage);
    stage.at(plusMs(MONDAY, MINUTE_MS));
    const again = await parsed(await stage.send({ updates: [APPLIED] }, { id: 'msg_1' }));
    expect(again.updates[0]).toMatchObject({
      answer: 'replayed',
      ...(first.updates[0] &&
        'update' in first.updates[0] && {
          update: first.updates[0].update,
          changed: first.updates[0].changed,
        }),
    });
    expect(await person(stage)).toEqual(kept);
  });

  test('sent twice at once is one update', async () => {
    const stage = await stageWithBob();
    const both = await Promise.all(
      [1, 2].map(() => stage.send({ updates: [APPLIED] }, { id: 'msg_1' })),
    );
    const answers = (await Promise.all(both.map(answersOf))).flat();
    expect(answers.toSorted()).toEqual(['accepted', 'replayed']);
    expect((await person(stage)).history).toHaveLength(1);
  });

  test('whose record was lost in a crash is answered from the person', async () => {
    const stage = await stageWithBob();
    const write = stage.store.write;
    stage.store.write = async (item, alongside) => {
      if (item.kind === 'deliveries') throw new Error('The process ends here.');
      return write(item, alongside);
    };
    expect((await stage.send({ updates: [APPLIED] }, { id: 'msg_1' })).status).toBe(500);
    stage.store.write = write;
    expect(await answersOf(await stage.send({ updates: [APPLIED] }, { id: 'msg_1' }))).toEqual([
      'replayed',
    ]);
    expect((await person(stage)).history).toHaveLength(1);
  });

  test('reopens what had lapsed when it reports that the offer was extended', async () => {
    const stage = await stageWithBob();
    const offered = (expiresOn: string) => ({
      ...APPLIED,
      event: { type: 'offered', expiresOn },
    });
    await stage.send({ updates: [APPLIED, offered('2026-11-30')] });
    stage.at(plusMs(MONDAY, 14 * DAY_MS));
    const reopened = await stage.send({ updates: [offered('2026-12-20')] });
    expect(await answersOf(reopened)).toEqual(['accepted']);
    expect((await person(stage)).facts.rotations[0]).toMatchObject({
      status: 'offered',
      offer: { expiresOn: '2026-12-20' },
    });
  });

  test('judges again what was refused only because too many came at once', async () => {
    const stage = await stageWithBob();
    await stage.add('alice', alice().facts);
    const write = stage.store.write;
    stage.store.write = async (item, alongside) =>
      item.id === 'bob' ? { written: false } : write(item, alongside);
    const message = { updates: [zone('alice', 'UTC'), zone('bob', 'UTC')] };
    const first = await answersOf(await stage.send(message, { id: 'msg_1' }));
    stage.store.write = write;
    const second = await answersOf(await stage.send(message, { id: 'msg_1' }));
    const third = await answersOf(await stage.send(message, { id: 'msg_1' }));
    expect([first, second, third]).toEqual([
      ['accepted', 'refused'],
      ['replayed', 'accepted'],
      ['replayed', 'replayed'],
    ]);
  });

  test('answers each of a hundred by itself', async () => {
    const stage = await stageWithBob();
    await stage.add('alice', alice().facts);
    const updates = Array.from({ length: 100 }, (_, at) =>
      at === 99
        ? zone('nobody', 'UTC')
        : zone(at % 2 ? 'alice' : 'bob', at % 3 ? 'UTC' : 'Asia/Tokyo'),
    );
    const answers = await answersOf(await stage.send({ updates }));
    expect(answers.filter((answer: string) => answer === 'accepted')).toHaveLength(99);
    expect(answers[99]).toBe('refused');
    expect((await person(stage)).history).toHaveLength(50);
  });
});

describe('two secrets', () => {
  test('count at once for a week after a rotation, then the new one only', async () => {
    const stage = await stageWithBob();
    await stage.addSender({
      ...SCHOOL,
      id: 'two',
      generations: rotated([{ n: 1, since: MONDAY }], MONDAY),
    });
    const statuses = async () => {
      const both = [1, 2].map((generation) =>
        stage.send({ updates: [zone('bob', 'UTC')] }, { sender: 'two', generation }),
      );
      return (await Promise.all(both)).map(({ status }) => status);
    };
    expect(await statuses()).toEqual([200, 200]);
    stage.at(plusMs(MONDAY, 8 * DAY_MS));
    expect(await statuses()).toEqual([401, 200]);
  });
});

describe('turned away with the one general reason, and nothing changed', () => {
  const unsigned = { error: explainMessage(messageRefusals.unsigned()) };

  test.each<[string, Parameters<WebhookStage['send']>[1]]>([
    ['unsigned', { headers: { 'webhook-signature': '' } }],
    ['with a wrong signature', { headers: { 'webhook-signature': 'v1,AAAA' } }],
    ['with another version of signature', { headers: { 'webhook-signature': 'v2,AAAA' } }],
    ['with an altered body', { altered: '{"updates":[]}' }],
    ['under another id than was signed', { headers: { 'webhook-id': 'other' } }],
    ['at another moment than was signed', { headers: { 'webhook-timestamp': '1' } }],
    ['with a secret that was never given', { generation: 2 }],
    ['by an unknown sender', { sender: 'stranger' }],
    ['by what is no name of a sender', { sender: '../x' }],
  ])('%s', async (_, how) => {
    const stage = await stageWithBob();
    const kept = await person(stage);
    const got = await stage.send({ updates: [APPLIED] }, how);
    expect([got.status, await got.json()]).toEqual([401, unsigned]);
    expect(await person(stage)).toEqual(kept);
  });

  test('by a revoked sender', async () => {
    const stage = await stageWithBob();
    await stage.addSender({ ...SCHOOL, id: 'gone', revokedAt: MONDAY });
    const got = await stage.send({ updates: [APPLIED] }, { sender: 'gone' });
    expect([got.status, await got.json()]).toEqual([401, unsigned]);
  });
});

describe('a signed message is turned away with its reason', () => {
  test.each([
    ['signed before our window', -6 * MINUTE_MS],
    ['signed after our window', 6 * MINUTE_MS],
  ])('%s', async (_, ms) => {
    const stage = await stageWithBob();
    const got = await stage.send({ updates: [APPLIED] }, { signedAt: plusMs(MONDAY, ms) });
    expect([got.status, await got.json()]).toEqual([
      400,
      { error: explainMessage(messageRefusals.signedOutsideWindow(MONDAY)) },
    ]);
  });

  test('its id was another message’s, which was recorded', async () => {
    const stage = await stageWithBob();
    await stage.send({ updates: [APPLIED] }, { id: 'msg_1' });
    const got = await stage.send({ updates: [zone('bob', 'UTC')] }, { id: 'msg_1' });
    expect([got.status, await got.json()]).toEqual([
      409,
      { error: explainMessage(messageRefusals.idTaken()) },
    ]);
  });

  const text = (body: string) => new TextEncoder().encode(body);
  test.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['not JSON', text('{"updates":'), 'not-json'],
    ['empty', text(''), 'not-json'],
    ['not UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 'not-utf-8'],
    ['deep', text(`${'['.repeat(50_000)}${']'.repeat(50_000)}`), 'too-deep'],
    ['unclosed and deep', text('['.repeat(200_000)), 'too-deep'],
    ['with __proto__', text('{"updates":[{"__proto__":{"id":"bob"}}]}'), 'forbidden-name'],
    ['with an escaped __proto__', text('{"updates":[{"__proto\\u005f_":1}]}'), 'forbidden-name'],
    ['with constructor', text('{"updates":[],"constructor":{}}'), 'forbidden-name'],
    ['with a field too many', text('{"updates":[{}],"more":1}'), 'wrong-shape'],
    ['without updates', text('{}'), 'wrong-shape'],
    ['with no update', text('{"updates":[]}'), 'batch-size'],
    ['with 101', text(JSON.stringify({ updates: Array(101).fill({}) })), 'batch-size'],
    ['a number', text('1e999'), 'wrong-shape'],
  ])('its body is %s', async (_, body, reason) => {
    const stage = await stageWithBob();
    const got = await stage.sendBytes(body);
    expect([got.status, (await whyOf(got)).reason]).toEqual([400, reason]);
  });

  test('its body is over the bound, also before the signature', async () => {
    const stage = await stageWithBob();
    const got = await stage.sendBytes(new Uint8Array(WEBHOOK_BYTES_MAX + 1));
    expect([got.status, await got.json()]).toEqual([
      413,
      { error: explainMessage(messageRefusals.tooLarge()) },
    ]);
  });
});

describe('an update is refused by its sentence, and nothing changed', () => {
  const foreign = 'This sender’s cohorts have no such applicant.';
  test.each<[string, unknown, string | RegExp]>([
    ['of a stranger', zone('zoe', 'UTC'), foreign],
    ['of another cohort', zone('eve', 'UTC'), foreign],
    ['of a stranger’s address', { ...APPLIED, applicant: { address: 'zoe@example.org' } }, foreign],
    ['of nobody', { event: { type: 'applied' } }, /^Name the applicant by/],
    [
      'of a type it may not say',
      { ...APPLIED, event: { type: 'withdrawn' } },
      /^This sender may report only: applied,/,
    ],
    ['of no type', { ...APPLIED, event: {} }, /^This sender may report/],
    [
      'at an unknown host',
      { ...APPLIED, rotation: { host: 'Yale' } },
      /^Your plan has no such rotation/,
    ],
    [
      'with a wrong day',
      { ...APPLIED, event: { type: 'applied', dates: { start: '2027-02-30', end: '2027-03-01' } } },
      /^First day /,
    ],
    [
      'with an unknown field',
      { ...APPLIED, event: { type: 'applied', salary: 1e308 } },
      /“salary” is not a field/,
    ],
    [
      'that cannot be now',
      { ...APPLIED, event: { type: 'document-updated', kind: 'mmr', status: 'cleared' } },
      /^There is no checklist|^You cannot record .* now/,
    ],
    ['that is no object', 'applied', /^The update is missing/],
    ['that is nothing', null, /^The update is missing/],
  ])('%s', async (_, update, message) => {
    const stage = await stageWithBob();
    await stage.store.write({ ...alice({ id: 'eve' }), cohortId: 'c9' });
    const kept = await person(stage);
    const got = await stage.send({ updates: [update] });
    expect(got.status).toBe(422);
    const [answer] = (await parsed(got)).updates;
    expect(answer).toMatchObject({ answer: 'refused', index: 0 });
    expect(answer && 'message' in answer && answer.message).toMatch(message);
    expect(await person(stage)).toEqual(kept);
  });

  test('and judged again when nothing of its message was recorded', async () => {
    const stage = await stageWithBob();
    const message = { updates: [zone('alice', 'UTC')] };
    expect((await stage.send(message, { id: 'msg_1' })).status).toBe(422);
    await stage.add('alice', alice().facts);
    expect(await answersOf(await stage.send(message, { id: 'msg_1' }))).toEqual(['accepted']);
  });
});

describe('a thousand messages at once', () => {
  test('are answered or asked to come again, and what was accepted is there', async () => {
    const stage = await stageWithBob();
    let quotaWrites = 0;
    const write = stage.store.write;
    stage.store.write = async (item, alongside) => {
      if (item.kind === 'quota') quotaWrites += 1;
      return write(item, alongside);
    };
    const people = Array.from({ length: 20 }, (_, n) => `p${n}`);
    for (const id of people) {
      const facts = alice().facts;
      const profile = { ...facts.profile, address: `${id}@example.org` };
      await stage.add(id, { ...facts, profile });
    }
    const responses = await Promise.all(
      Array.from({ length: 1000 }, (_, n) =>
        stage.send(
          { updates: [zone(`p${n % 20}`, n % 40 < 20 ? 'UTC' : 'Asia/Tokyo')] },
          { id: `m-${n}` },
        ),
      ),
    );
    const accepted = responses.filter(({ status }) => status === 200);
    const limited = responses.filter(({ status }) => status === 429);
    expect([accepted.length, limited.length]).toEqual([
      MESSAGES_PER_WINDOW_MAX,
      1000 - MESSAGES_PER_WINDOW_MAX,
    ]);
    expect(Number(limited[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(quotaWrites).toBeLessThanOrEqual(20);
    const histories = await Promise.all(people.map((id) => person(stage, id)));
    const recorded = new Set(histories.flatMap(({ history }) => history.map(({ id }) => id)));
    const promised = (await Promise.all(accepted.map(parsed))).flatMap(({ updates }) =>
      updates.map((each) => 'update' in each && each.update),
    );
    expect(recorded).toEqual(new Set(promised));

    stage.at(plusMs(MONDAY, 11 * SECOND_MS));
    expect((await stage.send({ updates: [zone('p1', 'UTC')] })).status).toBe(200);
  });
});

test('any other way in is answered in JSON, too', async () => {
  const stage = await stageWithBob();
  const get = await stage.request('/webhook/updates');
  expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
  const lost = await stage.request('/webhook/other', { method: 'POST' });
  expect([lost.status, (await whyOf(lost)).reason]).toEqual([404, 'no-such-address']);
});

describe('through the HTTP API of AWS', () => {
  test.each([
    ['as text', false],
    ['in base64', true],
  ])('a body %s is the one that was signed', async (_, isBase64Encoded) => {
    const stage = await stageWithBob();
    const text = JSON.stringify({ updates: [{ ...APPLIED, rotation: { host: 'Hôpital 東京' } }] });
    const of = { id: 'msg_1', timestamp: String(msOf(MONDAY) / SECOND_MS) };
    const secret = secretOf(WEBHOOK_KEY, SCHOOL.id, 1);
    const signature = signStandard(secret, of, new TextEncoder().encode(text));
    const handler = handle(webhookApp(stage.deps));
    const path = '/webhook/updates';
    const answer = await handler({
      version: '2.0',
      routeKey: 'POST /webhook/{path+}',
      rawPath: path,
      rawQueryString: 'sender=school',
      headers: {
        host: 'rotations.example.org',
        'content-type': 'application/json',
        'webhook-id': of.id,
        'webhook-timestamp': of.timestamp,
        'webhook-signature': signature,
      },
      body: isBase64Encoded ? Buffer.from(text).toString('base64') : text,
      isBase64Encoded,
      requestContext: { http: { method: 'POST', path } },
    } as unknown as LambdaEvent);
    const { updates } = messageAnswerSchema.parse(JSON.parse(answer.body));
    expect([answer.statusCode, updates[0]]).toMatchObject([422, { reason: 'unknown-rotation' }]);
  });
});

/** The forms' own payloads, from their products to the plan. */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, msOf, plusMs } from '#shared/base/time/instant.ts';
import { errorAnswerSchema, messageAnswerSchema } from '#shared/exchange/webhook/answer.ts';
import type { NewSender } from '#shared/exchange/webhook/sender.ts';
import { secretText } from '#shared/exchange/webhook/signature.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { bob, MONDAY } from '../cast.ts';
import { typeformPayload } from '../shared/exchange/webhook/typeform-payload.ts';
import { SCHOOL, WEBHOOK_KEY, type WebhookStage, webhookStage } from './webhook-stage.ts';

const CHOICES = [{ answer: 'I have applied', value: 'applied' }];

const TYPEFORM: NewSender = {
  ...SCHOOL,
  id: 'type',
  product: 'typeform',
  mapping: {
    always: [],
    questions: [
      { question: 'hidden:user_id', field: 'applicant.id' },
      { question: 'readable_ref_long_text', field: 'rotation.host' },
      { question: 'First day', field: 'dates.start' },
      { question: 'NRsxU591jIW9', field: 'dates.end' },
      { question: 'readable_ref_picture_choice', field: 'ignored' },
      { question: 'What happened?', field: 'type', choices: CHOICES },
      { question: 'Are you sure?', field: 'ignored' },
    ],
  },
};

const GOOGLE: NewSender = {
  ...SCHOOL,
  id: 'google',
  product: 'google-forms',
  mapping: {
    always: [],
    questions: [
      { question: 'hidden:respondentEmail', field: 'applicant.address' },
      { question: 'Where is the rotation?', field: 'rotation.host' },
      { question: 'What happened?', field: 'type', choices: CHOICES },
      { question: 'First day', field: 'dates.start' },
      { question: 'Last day', field: 'dates.end' },
      { question: 'Anything else?', field: 'ignored' },
    ],
  },
};

async function stageWithForms(): Promise<WebhookStage> {
  const stage = webhookStage(MONDAY);
  await stage.add('bob', bob().facts);
  await stage.addSender(TYPEFORM);
  await stage.addSender(GOOGLE);
  return stage;
}

const rotation = async (stage: WebhookStage) =>
  ((await stage.person('bob')) as Applicant).facts.rotations[0];
const whyOf = async (response: Response) => errorAnswerSchema.parse(await response.json()).error;
const answerOf = async (response: Response) =>
  messageAnswerSchema.parse(await response.json()).updates[0]?.answer;

describe('a Typeform', () => {
  test('as its documentation shows it becomes an update, once', async () => {
    const stage = await stageWithForms();
    const got = await stage.typeform('type', typeformPayload(MONDAY));
    expect([got.status, await answerOf(got)]).toEqual([200, 'accepted']);
    expect(await rotation(stage)).toMatchObject({
      status: 'submitted',
      dates: { start: '2027-07-05', end: '2027-07-30' },
    });
    stage.at(plusMs(MONDAY, HOUR_MS));
    expect(await answerOf(await stage.typeform('type', typeformPayload(MONDAY)))).toBe('replayed');
  });

  test.each([
    ['submitted two days ago', -2 * DAY_MS],
    ['submitted in the future', 10 * MINUTE_MS],
  ])('%s is turned away by our clock', async (_, ms) => {
    const stage = await stageWithForms();
    const got = await stage.typeform('type', typeformPayload(plusMs(MONDAY, ms)));
    expect([got.status, (await whyOf(got)).reason]).toEqual([400, 'outside-window']);
  });

  test('with a question that is not mapped is refused by its title, and nothing changes', async () => {
    const stage = await stageWithForms();
    const payload = typeformPayload(MONDAY);
    payload.form_response.answers.push({
      type: 'text',
      text: 'A secret',
      field: { id: 'new', type: 'short_text', ref: 'What else?' },
    });
    const got = await stage.typeform('type', payload);
    expect(await whyOf(got)).toMatchObject({ reason: 'unknown-question', field: 'What else?' });
    expect((await rotation(stage))?.status).toBe('shortlisted');
    const shelves = await Promise.all(
      Array.from({ length: 16 }, (__, n) => stage.store.read('deliveries', `type.${n}`)),
    );
    expect(JSON.stringify(shelves)).toContain('unknown-question');
    expect(JSON.stringify(shelves)).not.toContain('A secret');
  });

  test.each([
    ['another choice', 4, { choice: { label: 'Something else' } }, 'unknown-choice'],
    [
      'several choices',
      0,
      { text: undefined, choices: { labels: ['Brown', 'Yale'] } },
      'several-answers',
    ],
    ['a file', 0, { text: undefined, file_url: 'https://example.org/x.pdf' }, 'several-answers'],
  ])('with %s is refused by its question', async (_, at, other, reason) => {
    const stage = await stageWithForms();
    const payload = typeformPayload(MONDAY);
    Object.assign(payload.form_response.answers[at] ?? {}, other);
    expect((await whyOf(await stage.typeform('type', payload))).reason).toBe(reason);
  });

  test('with a signature of another sender is nobody’s', async () => {
    const stage = await stageWithForms();
    await stage.addSender({ ...TYPEFORM, id: 'other' });
    const body = JSON.stringify(typeformPayload(MONDAY));
    const secret = secretText(WEBHOOK_KEY, 'other', 1);
    const signature = `sha256=${createHmac('sha256', secret).update(body).digest('base64')}`;
    const post = (sender: string) =>
      stage.request(`/webhook/typeform?sender=${sender}`, {
        method: 'POST',
        body,
        headers: { 'typeform-signature': signature },
      });
    expect((await post('type')).status).toBe(401);
    expect((await post('google')).status).toBe(401);
    expect((await post('other')).status).toBe(200);
  });
});

describe('a Google Form', () => {
  test('sends each answer by the script in the docs, and it becomes an update, once', async () => {
    const stage = await stageWithForms();
    const google = googleOf({
      'Where is the rotation?': 'Brown',
      'What happened?': 'I have applied',
      'First day': '2027-07-05',
      'Last day': '2027-07-30',
      'Anything else?': ['a', 'b'],
    });
    google.run('sendToAwayRotations(submitted)');
    const got = await google.deliver(stage);
    expect([got.status, await answerOf(got)]).toEqual([200, 'accepted']);
    expect((await rotation(stage))?.status).toBe('submitted');
    google.run('sendAgain()');
    expect(await answerOf(await google.deliver(stage))).toBe('replayed');
  });

  test('with an answer in other letters is signed as it is sent', async () => {
    const stage = await stageWithForms();
    const google = googleOf({
      'Where is the rotation?': 'Hôpital 東京 🏥',
      'What happened?': 'I have applied',
    });
    google.run('sendToAwayRotations(submitted)');
    const got = await google.deliver(stage);
    expect(got.status).toBe(422);
    expect(await answerOf(got)).toBe('refused');
  });
});

/** The script of the docs among stand-ins of Google's services. Google's bytes are signed: -128 to 127. */
function googleOf(answers: Record<string, unknown>) {
  const [, script = ''] =
    /```js\n([\s\S]*?)```/.exec(readFileSync('docs/webhook/google-forms.md', 'utf8')) ?? [];
  let request: { url: string; headers: Record<string, string>; payload: number[] } | undefined;
  const response = {
    getId: () => '2_ABaOnudoqz-xBY1',
    getTimestamp: () => new Date(MONDAY),
    getRespondentEmail: () => 'bob@example.org',
    getItemResponses: () =>
      Object.entries(answers).map(([title, answer]) => ({
        getItem: () => ({ getTitle: () => title, getType: () => 'TEXT' }),
        getResponse: () => answer,
      })),
  };
  const form = {
    getId: () => '1FAIpQLS',
    getTitle: () => 'Update',
    getResponses: () => [response],
  };
  const properties: Record<string, string> = {
    AWAY_SECRET: secretText(WEBHOOK_KEY, 'google', 1),
    AWAY_ADDRESS: 'https://rotations.example.org/webhook/google-forms?sender=google',
  };
  const signed = (bytes: Uint8Array) => [...new Int8Array(bytes)];
  const place = {
    submitted: { source: form, response },
    FormApp: { getActiveForm: () => form },
    PropertiesService: {
      getScriptProperties: () => ({ getProperty: (name: string) => properties[name] }),
    },
    Utilities: {
      newBlob: (text: string) => ({ getBytes: () => signed(Buffer.from(text)) }),
      base64Decode: (text: string) => signed(Buffer.from(text, 'base64')),
      base64Encode: (bytes: number[]) =>
        Buffer.from(Int8Array.from(bytes).buffer).toString('base64'),
      computeHmacSha256Signature: (value: number[], key: number[]) =>
        signed(
          createHmac('sha256', Buffer.from(Int8Array.from(key).buffer))
            .update(Buffer.from(Int8Array.from(value).buffer))
            .digest(),
        ),
    },
    UrlFetchApp: {
      fetch: (url: string, options: { headers: Record<string, string>; payload: number[] }) => {
        request = { url, ...options };
        return { getResponseCode: () => 200, getContentText: () => '' };
      },
    },
    console: { log: () => undefined },
    Date: { now: () => msOf(MONDAY) },
  };
  return {
    run: (call: string) => void runInNewContext(`${script}\n${call};`, place),
    deliver: (stage: WebhookStage) => {
      if (!request) throw new Error('The script sent nothing.');
      const { pathname, search } = new URL(request.url);
      return stage.request(`${pathname}${search}`, {
        method: 'POST',
        body: Buffer.from(Int8Array.from(request.payload).buffer),
        headers: request.headers,
      });
    },
  };
}

/** Known and unknown addresses cannot be told apart by when their answers come: each waits for one and the same moment. */
import { describe, expect, test } from 'vitest';
import { mimeFrom } from '#functions/adapters/mime.ts';
import { outboxMailer } from '#functions/adapters/outbox-mailer.ts';
import { advisorsApp } from '#functions/advisors.ts';
import { webApp } from '#functions/web.ts';
import { portsOf } from '#infra/local/parts.ts';
import { newSecrets } from '#infra/local/secrets.ts';
import { SIGN_IN_PATH } from '#shared/base/links/advisor-paths.ts';
import { aliceFacts, NOVEMBER } from '../../shared/plan/moves/stories.ts';
import { advisorsStage, TEAM } from '../advisors-stage.ts';
import { webStage } from '../web-stage.ts';

/** Time that passes only when the test says so. */
function held() {
  const waiting: (() => void)[] = [];
  return {
    evenly: () => new Promise<void>((over) => void waiting.push(over)),
    pass: () => {
      for (const over of waiting.splice(0)) over();
    },
  };
}

const form = (path: string, fields: Record<string, string>) =>
  [
    `https://rotations.example.org${path}`,
    {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://rotations.example.org',
      },
    },
  ] as const;

const settled = async (answer: Promise<Response>) =>
  Promise.race([answer.then(({ status }) => status), new Promise((none) => setTimeout(none, 30))]);

describe.each(['alice@example.org', 'nobody@example.org'])('the answer to %s', (address) => {
  test.each(['/links', '/forms/c1', '/start'])(
    'at %s comes when the time is over',
    async (path) => {
      const { evenly, pass } = held();
      const stage = webStage(NOVEMBER);
      await stage.add('alice', aliceFacts());
      const answer = Promise.resolve(
        webApp({ ...stage.deps, evenly }).request(...form(path, { address })),
      );
      expect(await settled(answer)).toBeUndefined();
      pass();
      expect(await settled(answer)).toEqual(expect.any(Number));
    },
  );
});

test.each([TEAM.lead.address, 'nobody@example.org'])(
  'the answer to %s who signs in comes when the time is over',
  async (address) => {
    const { evenly, pass } = held();
    const { deps } = await advisorsStage();
    const app = advisorsApp({ ...deps, evenly });
    const answer = Promise.resolve(app.request(...form(SIGN_IN_PATH, { address })));
    expect(await settled(answer)).toBeUndefined();
    pass();
    expect(await settled(answer)).toBe(200);
  },
);

test('a page that is only shown is not held', async () => {
  const stage = webStage(NOVEMBER);
  const app = webApp({ ...stage.deps, evenly: held().evenly });
  expect(await settled(Promise.resolve(app.request('https://rotations.example.org/links')))).toBe(
    200,
  );
});

test('one machine holds answers', async () => {
  const stage = webStage(NOVEMBER);
  const { store, clock, baseUrl, newId, log } = stage.deps;
  const mailer = outboxMailer(mimeFrom('plan@example.org'));
  const parts = { store, clock, baseUrl, newId, log, mailer, secrets: newSecrets() };
  expect(portsOf(parts).evenly()).toEqual(expect.any(Function));
});

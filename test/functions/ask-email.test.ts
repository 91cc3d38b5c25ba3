/** A person who asks for an email is visited at once, by every route that takes such a request; nobody else is. */
import { describe, expect, test } from 'vitest';
import { HOUR_MS, type Instant, MINUTE_MS, plusMs } from '#shared/base/time/instant.ts';
import { newWriter, writerIdOf } from '#shared/people/person/writer.ts';
import { aliceFacts, NOVEMBER } from '../shared/plan/moves/stories.ts';
import { advisorsStage } from './advisors-stage.ts';
import { type Stage, webStage } from './web-stage.ts';

const ALICE = { kind: 'applicant', id: 'alice' } as const;
const OSEI = { name: 'Prof. Osei', address: 'osei@example.org' };
const WRITER = { kind: 'writer', id: writerIdOf(OSEI.address, 'pepper') } as const;
const LATER: Instant = plusMs(NOVEMBER, MINUTE_MS);

const RADHA = {
  name: 'Radha Iyer',
  address: 'radha@example.org',
  zone: 'Asia/Kolkata',
  matchYear: '2028',
  enrollment: 'enrolled',
  pathway: 'integrated-ir',
};

/** Alice and Prof. Osei, neither of them due for a while. */
async function restedStage(): Promise<Stage> {
  const stage = webStage(NOVEMBER);
  await stage.add('alice', aliceFacts());
  await stage.store.write(newWriter({ ...WRITER, ...OSEI }, NOVEMBER));
  for (const { kind, id } of [ALICE, WRITER]) {
    const item = await stage.store.read(kind, id);
    if (item) await stage.store.write({ ...item, dueAt: plusMs(NOVEMBER, HOUR_MS) });
  }
  stage.at(LATER);
  return stage;
}

describe('a visit at once is asked for', () => {
  test.each([
    ['a new link', '/links', { address: 'alice@example.org' }, [ALICE]],
    ['a link that works once', '/links', { address: 'alice@example.org', want: 'once' }, [ALICE]],
    ['a link through the cohort’s form', '/forms/c1', { address: 'alice@example.org' }, [ALICE]],
    [
      'a beginning by who has a plan',
      '/start',
      { ...RADHA, address: 'alice@example.org' },
      [ALICE],
    ],
    ['a link to a writer’s letters', '/links', { address: OSEI.address }, [WRITER]],
  ] as const)('with %s', async (_, path, fields, woken) => {
    const stage = await restedStage();
    expect((await stage.post(path, fields)).status).toBe(200);
    expect(stage.woken).toEqual(woken);
  });

  test('with the button on the page of an expired link', async () => {
    const stage = await restedStage();
    await stage.post('/links', { token: await stage.token({ personId: 'alice' }, 61) });
    await stage.post('/links', { token: await stage.token({ personId: WRITER.id }, 61) });
    expect(stage.woken).toEqual([ALICE, WRITER]);
  });

  test('with a beginning, and when its confirmation is asked for again', async () => {
    const stage = await restedStage();
    await stage.post('/start', RADHA);
    await stage.post('/start', RADHA);
    const [radha, again] = stage.woken;
    expect(again).toEqual(radha);
    expect(await stage.store.read('applicant', radha?.id ?? '')).toMatchObject({
      causes: [{ stream: 'confirm' }],
    });
  });

  test('with an advisor’s sign-in', async () => {
    const { post, advisor, woken } = await advisorsStage();
    const { id, profile } = await advisor('lead');
    await post('/advisors/sign-in', { address: profile.address });
    expect(woken).toEqual([id]);
  });

  test('again while no visit has come: the process that took the request may have died first', async () => {
    const stage = await restedStage();
    const died = webStage(LATER, {
      store: stage.store,
      wake: () => Promise.reject(new Error('the function died')),
    });
    expect((await died.post('/links', { address: 'alice@example.org' })).status).toBe(500);
    await stage.post('/links', { address: 'alice@example.org' });
    expect(stage.woken).toEqual([ALICE]);
    expect(await stage.store.read('applicant', 'alice')).toMatchObject({
      causes: [{ stream: 'link' }],
    });
  });
});

describe('nobody is visited', () => {
  test.each([
    ['for a stranger’s address', '/links', { address: 'mallory@example.org' }],
    ['for what is no address', '/links', { address: 'alice' }],
    ['for a forged link', '/links', { token: 'nonsense' }],
    ['for the form of another cohort', '/forms/c9', { address: 'alice@example.org' }],
    ['for a beginning that is not filled in', '/start', { ...RADHA, zone: '' }],
  ] as const)('%s', async (_, path, fields) => {
    const stage = await restedStage();
    await stage.post(path, fields);
    expect(stage.woken).toEqual([]);
  });

  test('for a form of another site', async () => {
    const stage = await restedStage();
    const headers = { origin: 'https://evil.example' };
    for (const path of ['/links', '/start', '/forms/c1']) {
      await stage.post(path, { ...RADHA, address: 'alice@example.org' }, headers);
    }
    expect(stage.woken).toEqual([]);
  });

  test('by looking at a page', async () => {
    const stage = await restedStage();
    for (const path of ['/links', '/start', '/forms/c1']) await stage.get(path);
    expect(stage.woken).toEqual([]);
  });

  test('who has had links enough', async () => {
    const stage = await restedStage();
    const alice = await stage.person('alice');
    if (alice.kind !== 'applicant') throw new Error('Alice is an applicant.');
    const sent = [1, 2, 3].map((n) => ({
      n,
      stream: 'link' as const,
      status: 'sent' as const,
      keys: [`c${n}`],
      rotationIds: [],
      subject: 'A new link',
      claimedAt: NOVEMBER,
      leaseUntil: NOVEMBER,
    }));
    await stage.store.write({ ...alice, emails: sent });
    await stage.post('/links', { address: 'alice@example.org' });
    expect(stage.woken).toEqual([]);
  });
});

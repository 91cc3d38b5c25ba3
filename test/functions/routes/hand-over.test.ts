/** An email to a writer can be forwarded: a stranger who opens its link cannot give the letter away. */
import { expect, test } from 'vitest';
import { pointWriters } from '#functions/kinds/applicant.ts';
import { writerIdOf } from '#shared/people/person/writer.ts';
import { markOf } from '#shared/people/writer/held.ts';
import { wantedLetters } from '#shared/people/writer/wanted.ts';
import { letterOf } from '#shared/plan/letters/placed.ts';
import { writerLinks } from '#shared/views/email/email-links.ts';
import { renderWriterEmail } from '#shared/views/email/letter-request.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { aliceFacts, NOVEMBER } from '../../shared/plan/moves/stories.ts';
import { webStage } from '../web-stage.ts';

const OSEI = 'osei@example.org';
const KIM = 'kim@example.org';
const idOf = (address: string) => writerIdOf(address, 'pepper');

/** Dr. Osei has agreed, with the Letter ID, and the letter page is opened by a forwarded link. */
async function stage() {
  const made = webStage(NOVEMBER);
  const letter = {
    id: 'l1',
    writer: { name: 'Dr. Osei', address: OSEI, specialty: 'research' },
    status: 'requested',
    askedOn: '2026-11-20',
    since: NOVEMBER,
    seen: 'A talk on TIPS',
    erasLetterId: 'ABCD1234',
    contact: { on: '2026-11-20', state: 'emailed', since: '2026-11-20' },
  } as const;
  await made.add('alice', { ...aliceFacts(), letters: [letter] });
  const alice = () => made.person('alice');
  const theLetter = async () => {
    const placed = letterOf((await alice()).facts, 'l1');
    if (!placed) throw new Error('The letter is gone.');
    return placed.letter;
  };
  const point = async () => pointWriters(made.deps, await alice(), NOVEMBER);
  const pageOf = async (address: string) =>
    `/l/${await made.token({ personId: idOf(address), purpose: 'letters' })}`;
  let updates = 0;
  const answer = async (address: string, type: string, fields: Record<string, string> = {}) => {
    updates += 1;
    return made.post(`${await pageOf(address)}/alice/l1`, {
      type,
      letterId: 'l1',
      update: `u${updates}`,
      revision: String(markOf(await theLetter())),
      ...fields,
    });
  };
  await point();
  return {
    ...made,
    alice,
    theLetter,
    point,
    answer,
    open: async (address: string, path = '') => made.get((await pageOf(address)) + path),
    holders: async () =>
      wantedLetters(await alice(), PUBLISHED_WORLD).map(({ holder }) => holder.address),
    handOver: () =>
      answer(OSEI, 'letter-handed-over', {
        'coordinator.name': 'Kim Park',
        'coordinator.address': KIM,
      }),
  };
}

test('a coordinator sees nothing of the applicant’s, and changes nothing, before accepting', async () => {
  const { handOver, point, open, answer, theLetter, holders } = await stage();
  expect((await handOver()).status).toBe(303);
  await point();
  expect(await holders()).toEqual([OSEI, KIM]);
  const page = await (await open(KIM)).text();
  expect(page).toContain('asks you to take it over');
  for (const secret of ['ABCD1234', 'A talk on TIPS', '/alice/l1">Alice']) {
    expect(page).not.toContain(secret);
  }
  expect((await open(KIM, '/alice/l1')).status).toBe(404);
  const before = await theLetter();
  for (const type of ['letter-uploaded', 'letter-declined', 'letter-email-stopped']) {
    expect((await answer(KIM, type, { why: 'asked' })).status).toBeGreaterThanOrEqual(400);
  }
  expect(await theLetter()).toEqual(before);
});

test('once they accept, they have the Letter ID and the packet, and the emails', async () => {
  const { handOver, point, open, answer, holders } = await stage();
  await handOver();
  await point();
  expect((await answer(KIM, 'letter-taken-over')).status).toBe(303);
  expect(await (await open(KIM)).text()).toContain('ABCD1234');
  expect((await open(KIM, '/alice/l1')).status).toBe(200);
  expect(await holders()).toEqual([KIM]);
});

test('writer and applicant are told at once', async () => {
  const { handOver, alice, store, woken } = await stage();
  await handOver();
  expect((await alice()).causes.map(({ notice }) => notice)).toEqual(['handed-over']);
  const writer = await store.read('writer', idOf(OSEI));
  expect(writer?.causes.map(({ notice }) => notice)).toEqual(['handed-over']);
  expect(woken).toContainEqual({ kind: 'writer', id: idOf(OSEI) });
});

test('and again once the coordinator accepts, who then sees the Letter ID', async () => {
  const { handOver, point, answer, alice, store, deps } = await stage();
  await handOver();
  await point();
  expect((await answer(KIM, 'letter-taken-over')).status).toBe(303);
  const writer = await store.read('writer', idOf(OSEI));
  const noticesOf = (person: { causes: readonly { notice?: string }[] } | undefined) =>
    person?.causes.map(({ notice }) => notice);
  expect(noticesOf(await alice())).toEqual(['handed-over', 'taken-over']);
  expect(noticesOf(writer)).toEqual(['handed-over', 'taken-over']);
  expect(noticesOf(await store.read('writer', idOf(KIM)))).toEqual([]);
  if (!writer) throw new Error('The writer is gone.');
  const urls = await writerLinks(deps.linkKeys, writer, deps.baseUrl, NOVEMBER);
  const accepted = { stream: 'notice', notice: 'taken-over', causeId: 'c1' } as const;
  const email = renderWriterEmail(accepted, writer, urls, NOVEMBER);
  expect(email.subject).toBe('A coordinator will upload one of your letters');
  // It names nobody: anyone with the link could have typed the name.
  expect(email.text).not.toContain('Kim');
});

test.each(['writer', 'applicant', 'coordinator'] as const)('the %s ends it', async (who) => {
  const { handOver, point, open, answer, alice, post, token, holders } = await stage();
  await handOver();
  await point();
  await answer(KIM, 'letter-taken-over');
  if (who === 'applicant') {
    const plan = `/a/${await token({ personId: 'alice' })}/r/plan`;
    const { revision } = await alice();
    const form = { type: 'letter-taken-back', letterId: 'l1', update: 'mine' };
    expect((await post(plan, { ...form, revision: String(revision) })).status).toBe(303);
  } else {
    const address = who === 'writer' ? OSEI : KIM;
    expect((await answer(address, 'letter-taken-back')).status).toBe(303);
  }
  expect(await holders()).toEqual([OSEI]);
  expect(await (await open(KIM)).text()).toContain('No letter is requested from you now');
});

test('a writer who does not know the applicant ends it, and an operator sees it', async () => {
  const { answer, theLetter, log, holders } = await stage();
  expect((await answer(OSEI, 'letter-email-stopped', { why: 'unknown' })).status).toBe(303);
  expect(await theLetter()).toMatchObject({ status: 'declined', contact: { state: 'stopped' } });
  expect(await holders()).toEqual([]);
  expect(log).toContainEqual({
    level: 'error',
    event: 'unknown-applicant-reported',
    fields: { personId: idOf(OSEI) },
  });
});

test('a writer who stopped the emails gets one answer to requests for a link, and no second', async () => {
  const { post, store, at } = await stage();
  const writer = await store.read('writer', idOf(OSEI));
  if (!writer) throw new Error('The writer is gone.');
  await store.write({ ...writer, reach: 'unsubscribed' });
  for (let hour = 0; hour < 48; hour += 1) {
    const now = `2026-11-${24 + Math.floor(hour / 24)}T${String(hour % 24).padStart(2, '0')}:00:00.000Z`;
    at(now as typeof NOVEMBER);
    expect((await post('/links', { address: OSEI })).status).toBe(200);
  }
  const { causes } = (await store.read('writer', idOf(OSEI))) ?? { causes: [] };
  expect(causes.map(({ notice }) => notice)).toEqual(['stopped']);
});

test('a letter is handed over three times at most, so that nobody can email a crowd with it', async () => {
  const { answer, theLetter } = await stage();
  const handTo = (address: string) =>
    answer(OSEI, 'letter-handed-over', {
      'coordinator.name': 'Kim Park',
      'coordinator.address': address,
    });
  for (const n of [1, 2, 3]) {
    expect((await handTo(`kim${n}@example.org`)).status).toBe(303);
    expect((await answer(OSEI, 'letter-taken-back')).status).toBe(303);
  }
  const refused = await handTo('kim4@example.org');
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain('handed to a coordinator 3 times already');
  expect((await theLetter()).coordinator).toBeUndefined();
});

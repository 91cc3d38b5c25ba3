/** One person at one address: a plan they began themselves, the school's, and letters they write. */
import { describe, expect, test } from 'vitest';
import { pointWriters } from '#functions/kinds/applicant.ts';
import { setReachWithAddress } from '#functions/set-reach.ts';
import { harmAddress, harmPerson } from '#functions/store/harm-reach.ts';
import { update } from '#functions/update.ts';
import { DAY_MS, plusMs } from '#shared/base/time/instant.ts';
import { writerIdOf } from '#shared/people/person/writer.ts';
import { alice, MONDAY } from '../cast.ts';
import { OWN } from './advisors-stage.ts';
import { ADDRESS, importStage } from './import-stage.ts';

describe('an unconfirmed start', () => {
  test('cuts nobody off whom their school imports: their links and forms still find the plan', async () => {
    const { web, begin, imported, plans, store, visited } = await importStage();
    await begin();
    await imported();
    expect((await plans()).map(({ cohortId }) => cohortId)).toEqual(['self', OWN]);
    const [begun] = await plans();
    if (!begun) throw new Error('Nobody began.');
    web.at(plusMs(MONDAY, 2 * DAY_MS));
    await visited();
    expect(await store.read('applicant', begun.id)).toBeUndefined();
    const [left, ...others] = await plans();
    expect([left?.cohortId, others]).toEqual([OWN, []]);
    for (const [path, fields] of [
      ['/links', { address: ADDRESS }],
      [`/forms/${OWN}`, { address: ADDRESS }],
    ] as const) {
      const [before] = await plans();
      if (before) await store.write({ ...before, causes: [] });
      await web.post(path, fields);
      expect((await plans())[0]?.causes).toHaveLength(1);
    }
  });
});

describe('a plan that a school imports for somebody who uses one of their own', () => {
  async function held() {
    const made = await importStage();
    await made.begin();
    await made.confirm();
    await made.visited();
    await made.imported();
    const theirs = async () => {
      const found = (await made.plans()).find(({ cohortId }) => cohortId === OWN);
      if (!found) throw new Error('Nobody was imported.');
      return found;
    };
    return { ...made, theirs };
  }

  test('is announced once in our own words, and emailed about only once it is accepted', async () => {
    const { web, theirs, visited, store } = await held();
    const { id } = await theirs();
    const message = { from: 'Mal', subject: 'Pay now', paragraphs: ['At once.'] };
    const written = { id: 'm1', stream: 'message', at: MONDAY, message } as const;
    const { causes, ...item } = await theirs();
    await store.write({ ...item, causes: [...causes, written] });
    const left = [...(await visited()), ...(await visited())];
    expect(left.filter((each) => each === id)).toHaveLength(1);
    expect((await theirs()).emails.map(({ stream, subject }) => [stream, subject])).toEqual([
      ['confirm', 'A school made a rotation plan for you'],
    ]);
    for (let day = 1; day < 40; day += 1) {
      web.at(plusMs(MONDAY, day * DAY_MS));
      expect(await visited()).not.toContain(id);
    }
    const plan = `/a/${await web.token({ personId: id })}`;
    expect(await (await web.get(plan)).text()).toContain('<strong>Match 2028</strong>');
    expect((await web.post(`${plan}/confirm`, {})).status).toBe(303);
    expect(await visited()).toContain(id);
    expect((await theirs()).emails.at(-1)?.stream).toBe('digest');
  });

  test('is on the school’s report like any other, and takes its updates', async () => {
    const { theirs, store, deps } = await held();
    const { id } = await theirs();
    expect((await store.cohort(OWN, 10)).rows.map((row) => row.id)).toEqual([id]);
    const event = { type: 'eras-submitted' } as const;
    const answer = await update(deps, id, { id: 'u1', by: 'advisor', event });
    expect(answer.answer).toBe('accepted');
  });

  test('is never accepted by a link to the other plan', async () => {
    const { web, plans, theirs } = await held();
    const own = (await plans()).find(({ cohortId }) => cohortId === 'self');
    const plan = `/a/${await web.token({ personId: own?.id ?? '' })}`;
    expect((await web.post(`${plan}/confirm`, {})).status).toBe(303);
    expect((await theirs()).pending).toMatchObject({ imported: true });
  });
});

describe('two plans at one address', () => {
  test('are both found by a request for a link, and each by its own form', async () => {
    const { web, begin, imported, confirm, plans } = await importStage();
    await begin();
    await confirm();
    await imported();
    const asked = async () => (await plans()).map(({ causes }) => causes.at(-1)?.stream);
    await confirm();
    await web.post(`/forms/${OWN}`, { address: ADDRESS });
    expect(await asked()).toEqual(['notice', 'link']);
    await web.post('/links', { address: ADDRESS });
    expect(await asked()).toEqual(['link', 'link']);
  });

  test('are both silent once one was complained about', async () => {
    const { begin, imported, confirm, plans, visited, deps } = await importStage();
    await begin();
    await confirm();
    await imported();
    const [one, two] = await plans();
    if (!one || !two) throw new Error('There are not two plans.');
    await harmAddress(deps, ADDRESS, one, 'complained');
    await harmPerson(deps, one, ADDRESS, 'complained');
    expect(await visited()).toEqual([]);
    expect((await plans()).map(({ reach }) => reach)).toEqual(['complained', 'complained']);
  });
});

test('a stop, or a complaint, as a writer silences no applicant whom a school imports later', async () => {
  for (const harm of ['stopped', 'complained'] as const) {
    const { imported, plans, visited, deps, store } = await importStage();
    const letter = {
      id: 'l1',
      writer: { name: 'Alice Mathew', address: ADDRESS, specialty: 'ir' },
      status: 'agreed',
      askedOn: '2026-11-20',
      since: MONDAY,
      contact: { on: '2026-11-20', state: 'emailed', since: '2026-11-20' },
    } as const;
    const bob = alice({ id: 'bob' });
    const facts = { ...bob.facts, letters: [letter] };
    await pointWriters(deps, { ...bob, facts }, MONDAY);
    const writer = await store.read('writer', writerIdOf(ADDRESS, 'pepper'));
    if (!writer) throw new Error('Nobody was named.');
    if (harm === 'stopped') await setReachWithAddress(deps, writer, 'unsubscribed');
    else await harmAddress(deps, ADDRESS, writer, 'complained');
    await imported();
    expect((await plans()).map(({ reach }) => reach)).toEqual(['ok']);
    expect(await visited()).toHaveLength(1);
  }
});

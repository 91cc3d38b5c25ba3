/** What the plan's own pages refuse: the sentence names the field, nothing changes, nothing is lost. */
import { describe, expect, test } from 'vitest';
import { ROTATIONS_MAX } from '#shared/base/limits.ts';
import { plusDays } from '#shared/base/time/day.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { CASES_MAX, PROCEDURES_MAX } from '#shared/plan/facts/cases.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { bytesOf, ITEM_BYTES_MAX } from '#shared/store/spill.ts';
import { aliceFacts, midwayAtBrown, NOVEMBER } from '../../shared/plan/moves/stories.ts';
import { type Stage, webStage } from '../web-stage.ts';

async function planOf(facts: Facts, now = NOVEMBER): Promise<{ stage: Stage; plan: string }> {
  const stage = webStage(now as typeof NOVEMBER);
  await stage.add('alice', facts);
  return { stage, plan: `/a/${await stage.token({ personId: 'alice' })}` };
}

const alice = async (stage: Stage) => (await stage.person('alice')) as Applicant;

const SITE = {
  type: 'rotation-added',
  'rotation.host.name': 'Brown',
  'rotation.specialty': 'ir',
  'rotation.mode': 'hands-on',
  'rotation.route': 'paid',
  'rotation.country': 'US',
};

const CASES = {
  type: 'cases-counted',
  on: '2027-07-19',
  procedure: 'biopsy',
  role: 'hands-on',
  count: '2',
};

describe('a site', () => {
  test('bears any name, and shows it as text', async () => {
    const { stage, plan } = await planOf(aliceFacts());
    const name = '<script>alert(1)</script> & "Söhne"';
    await stage.post(`${plan}/add`, {
      ...SITE,
      'rotation.host.name': name,
      update: 'u1',
      revision: '0',
    });
    const page = await (await stage.get(plan)).text();
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Söhne&quot;');
    expect(page).not.toContain('<script');
  });

  test.each([
    ['Brown\r\nBcc: x@example.org', 'rotation.host.name', 'Host has a line break'],
    ['1899-07-05', 'rotation.dates.start', 'First day is outside'],
    ['Atlantis', 'rotation.country', 'Country is not a two-letter country code'],
    ['boat', 'rotation.route', 'How you apply is not one of the choices'],
  ])('with “%s” as %s is refused by name', async (value, field, message) => {
    const { stage, plan } = await planOf(aliceFacts());
    const dates = { 'rotation.dates.start': '2027-07-05', 'rotation.dates.end': '2027-07-30' };
    const answer = await stage.post(`${plan}/add`, {
      ...SITE,
      ...dates,
      [field]: value,
      update: 'u1',
      revision: '0',
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(message);
    expect((await alice(stage)).version).toBe(1);
  });

  test('that is in no list is refused', async () => {
    const { stage, plan } = await planOf(aliceFacts());
    const forged = { ...SITE, 'rotation.host.programCode': '9999999999' };
    const answer = await stage.post(`${plan}/add`, { ...forged, update: 'u1', revision: '0' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('This site is not in our list.');
  });

  test('of the thirteenth rotation is refused, and twelve stay', async () => {
    const { stage, plan } = await planOf(aliceFacts());
    for (let n = 0; n <= ROTATIONS_MAX; n += 1) {
      const answer = await stage.post(`${plan}/add`, {
        ...SITE,
        update: `u${n}`,
        revision: `${n}`,
      });
      expect(answer.status).toBe(n < ROTATIONS_MAX ? 303 : 409);
      if (n === ROTATIONS_MAX) expect(await answer.text()).toContain('at most 12 rotations');
    }
    expect((await alice(stage)).facts.rotations).toHaveLength(ROTATIONS_MAX);
  });
});

describe('a case log', () => {
  const JULY = '2027-07-20T15:00:00.000Z';

  test('of ten thousand cases is refused in a sentence', async () => {
    const { stage, plan } = await planOf(midwayAtBrown().facts, JULY);
    const answer = await stage.post(`${plan}/r/r1`, {
      ...CASES,
      count: '10000',
      update: 'u1',
      revision: '0',
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(
      'How many that day is not a whole number from 0 to 2000.',
    );
  });

  test('that is as full as can be fits the item, takes no more, and keeps what it has', async () => {
    const { facts } = midwayAtBrown();
    const kinds = PROCEDURES_MAX - 1;
    const perKind = Math.floor(CASES_MAX / kinds);
    const cases = Array.from({ length: kinds }, (_, kind) => ({
      procedure: `a procedure with a rather long name of its own, number ${kind}`,
      role: 'hands-on' as const,
      days: Object.fromEntries(
        Array.from({ length: perKind }, (__, day) => [plusDays('2027-07-05', day), 1]),
      ),
    }));
    const full = {
      ...facts,
      rotations: facts.rotations.map((rotation) => ({ ...rotation, cases })),
    };
    const { stage, plan } = await planOf(full, JULY);
    const left = CASES_MAX - kinds * perKind;
    const post = (count: number, n: number) =>
      stage.post(`${plan}/r/r1`, {
        ...CASES,
        count: `${count}`,
        update: `u${n}`,
        revision: `${n}`,
      });
    expect((await post(left, 0)).status).toBe(303);
    const over = await post(left + 1, 1);
    expect(over.status).toBe(409);
    expect(await over.text()).toContain('The case log holds at most 2000 cases');
    const item = await alice(stage);
    expect(item.facts.rotations[0]?.cases).toHaveLength(PROCEDURES_MAX);
    expect(bytesOf(item)).toBeLessThan(ITEM_BYTES_MAX);
  });

  test('filled in by two tabs at once is one answer and one “changed meanwhile”', async () => {
    const { stage, plan } = await planOf(midwayAtBrown().facts, JULY);
    const both = await Promise.all(
      ['3', '5'].map((count, n) =>
        stage.post(`${plan}/r/r1`, { ...CASES, count, update: `u${n}`, revision: '0' }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const [log] = (await alice(stage)).facts.rotations[0]?.cases ?? [];
    expect([3, 5]).toContain(log?.days['2027-07-19']);
  });
});

test('a letter writer with the applicant’s own address is refused by name', async () => {
  const { stage, plan } = await planOf(midwayAtBrown().facts, '2027-07-20T15:00:00.000Z' as never);
  const answer = await stage.post(`${plan}/r/r1`, {
    type: 'letter-asked',
    'writer.name': 'Dr. Amsel',
    'writer.address': 'ALICE@example.org',
    'writer.specialty': 'ir',
    update: 'u1',
    revision: '0',
  });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('The letter writer has the same email address as you.');
});

test('another person’s cost or rotation is nobody’s: the answer holds none of their data', async () => {
  const { stage, plan } = await planOf(aliceFacts());
  const other = aliceFacts({ costs: [{ id: 'c9', kind: 'visa', amountUsd: 185, state: 'paid' }] });
  await stage.add('bob', {
    ...other,
    profile: { ...other.profile, name: 'Bob Tane', address: 'bob@example.org' },
  });
  const answer = await stage.post(`${plan}/costs`, {
    type: 'cost-removed',
    costId: 'c9',
    update: 'u1',
    revision: '0',
  });
  expect(answer.status).toBe(409);
  expect(await answer.text()).not.toContain('Bob');
});

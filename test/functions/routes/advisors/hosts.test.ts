/** Omar keeps hosts true: he finds what is old and what his cohort uses, and answers what is said to be wrong. */
import { describe, expect, test } from 'vitest';
import {
  DOUBT_ANSWER_PATH,
  HOSTS_CSV_PATH,
  HOSTS_PATH,
  OFFICE_PATH,
} from '#shared/base/links/advisor-paths.ts';
import { NO_DOUBTS, withDoubt } from '#shared/world/corrections/doubts.ts';
import { HOST_FIELDS } from '#shared/world/corrections/host-cells.ts';
import { MONDAY } from '../../../cast.ts';
import { aliceAtYale } from '../../../shared/people/mailing/alice.ts';
import { advisorsStage } from '../../advisors-stage.ts';

const DOUBT = {
  id: 'd1',
  at: MONDAY,
  subject: 'hosts/yale-us-electives',
  line: 'Fees',
  sentence: 'The fee went up.',
};
const OFFICE = {
  institutionId: 'yale-us-electives',
  address: 'visiting@yale.edu',
  sentence: 'The office asks to correct the fee.',
};

async function omar() {
  const stage = await advisorsStage();
  const cookie = await stage.cookie('advisor');
  const item = withDoubt(NO_DOUBTS, DOUBT);
  if (item) await stage.store.write(item);
  const page = async (query = '') => (await stage.get(`${HOSTS_PATH}${query}`, cookie)).text();
  const doubts = async () => (await stage.store.read('doubts', 'all'))?.doubts ?? [];
  return { stage, cookie, page, doubts };
}

describe('the list of hosts', () => {
  test('is searched, filtered by age and by use, and pages', async () => {
    const { page } = await omar();
    expect(await page()).toMatch(/\d+ offerings, \d+ to check again/);
    expect(await page()).toContain('Page 1 of');
    expect(await page('?text=yale')).toContain('<code>yale-us-electives</code>');
    expect(await page('?text=yale')).not.toContain('<code>stanford');
    expect(await page('?cohort=c2028')).toContain('0 offerings');
    expect(await page('?cohort=somebody-elses')).not.toContain('0 offerings');
  });

  test('counts a plan once, and at the one offering that its rotation is of', async () => {
    const { stage, page } = await omar();
    const person = { ...aliceAtYale(), cohortId: 'c2028' };
    const [rotation] = person.facts.rotations;
    if (!rotation) throw new Error('Alice has no rotation.');
    const atYale = { ...rotation, host: { ...rotation.host, institutionId: 'yale' } };
    const rotations = [atYale, { ...atYale, id: 'r2' }];
    await stage.store.write({ ...person, facts: { ...person.facts, rotations } });
    const used = await page('?cohort=c2028');
    expect(used).toContain('1 offering,');
    expect(used).toContain('<td>1</td>');
    expect(used).toContain('<code>yale-international-electives</code>');
  });

  test('is a sheet with a column for each cell', async () => {
    const { stage, cookie } = await omar();
    const answer = await stage.get(HOSTS_CSV_PATH, cookie);
    const [header = '', ...rows] = (await answer.text()).trim().split(/\r?\n/);
    const about = ['id', 'host', 'checkedOn', 'source', 'certainty'];
    expect(header).toBe([...about, ...HOST_FIELDS].map((name) => `"${name}"`).join(','));
    expect(rows.length).toBeGreaterThan(100);
  });

  test('opens to nobody who is not signed in', async () => {
    const { stage } = await omar();
    expect((await stage.get(HOSTS_PATH)).status).not.toBe(200);
    expect((await stage.get(HOSTS_CSV_PATH)).status).not.toBe(200);
  });
});

describe('what is said to be wrong', () => {
  test('waits with a link to its cell, and is answered once', async () => {
    const { stage, cookie, page, doubts } = await omar();
    expect(await page()).toContain('Reported as wrong (1)');
    const answer = { entry: 'd1', answer: 'Corrected from the fee page.' };
    expect((await stage.post(DOUBT_ANSWER_PATH, answer, cookie)).status).toBe(303);
    expect((await doubts())[0]?.answer).toMatchObject({ by: 'Omar Advisor' });
    expect(await page()).toContain('Reported as wrong (0)');
    const again = await stage.post(DOUBT_ANSWER_PATH, answer, cookie);
    expect([again.status, await again.text()]).toEqual([
      422,
      expect.stringContaining('Someone answered it before you.'),
    ]);
  });

  test('by a host’s office is one more voice: its domain is kept, its address is not', async () => {
    const { stage, cookie, page, doubts } = await omar();
    expect((await stage.post(OFFICE_PATH, OFFICE, cookie)).status).toBe(303);
    expect(JSON.stringify(await doubts())).not.toContain('visiting@');
    expect(await page()).toContain('by email from yale.edu; students share the domain');
  });

  test.each([
    ['from another domain', { address: 'yale@gmail.example.com' }],
    ['from a domain that only ends alike', { address: 'visiting@notyale.edu' }],
    ['from no address', { address: 'yale.edu' }],
    ['about a host that does not exist', { institutionId: 'atlantis' }],
    ['that asks nothing', { sentence: '' }],
  ])('by an office %s is refused', async (_, change) => {
    const { stage, cookie, doubts } = await omar();
    expect((await stage.post(OFFICE_PATH, { ...OFFICE, ...change }, cookie)).status).toBe(422);
    expect(await doubts()).toHaveLength(1);
  });

  test('is answered by no auditor', async () => {
    const { stage, doubts } = await omar();
    const auditor = await stage.cookie('auditor');
    const answer = { entry: 'd1', answer: 'Thank you.' };
    expect((await stage.post(DOUBT_ANSWER_PATH, answer, auditor)).status).toBe(403);
    expect((await doubts())[0]?.answer).toBeUndefined();
  });
});

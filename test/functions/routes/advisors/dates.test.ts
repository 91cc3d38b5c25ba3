import { describe, expect, test } from 'vitest';
import { changeWorld } from '#functions/change-world.ts';
import { enrollAdvisor } from '#functions/enroll-advisor.ts';
import { worldItem } from '#functions/read-world.ts';
import { DATES_BACK_PATH, DATES_PATH } from '#shared/base/links/advisor-paths.ts';
import { SELF_COHORT } from '#shared/people/applicant/pending.ts';
import { correct } from '#shared/world/corrections/change-world.ts';
import { correctionSchema } from '#shared/world/corrections/correction.ts';
import { MONDAY } from '../../../cast.ts';
import { advisorsStage, TEAM } from '../../advisors-stage.ts';

const MATCH = {
  of: 'season',
  season: '2028',
  event: 'match-day',
  day: '2028-03-24',
  timeEt: '',
  source: 'https://www.nrmp.org/match-calendars/',
  certainty: 'official',
  checkedOn: '2026-11-23',
  reason: 'NRMP published its calendar',
};
const YALE = {
  of: 'host',
  institutionId: 'yale',
  leadDays: '150',
  source: 'https://medicine.yale.edu/',
  certainty: 'official',
  checkedOn: '2026-11-23',
  reason: 'Their page says five months now',
};

describe('an advisor', () => {
  test('corrects a date of a season, and the list says who, when, old, new and why', async () => {
    const { stage, page, save } = await omar();
    expect((await save({ ...MATCH, update: 'c1' })).status).toBe(303);
    const html = await page();
    for (const part of [
      '2028 season: Match Day',
      'Before: Fri, Mar 17, 2028 (estimated). Now: Fri, Mar 24, 2028 (entered by Omar Advisor, not yet confirmed).',
      'NRMP published its calendar',
      'Omar Advisor, Mon, Nov 23, 2026, 10:00 a.m. ET (Mon, Nov 23, 9:00 a.m. in Chicago)',
    ]) {
      expect(html).toContain(part);
    }
    expect((await worldItem(stage.store)).corrections).toHaveLength(1);
  });

  test('corrects a date of a host, in the host’s own terms', async () => {
    const { page, save } = await omar();
    await save({ ...YALE, update: 'c1' });
    expect(await page()).toContain(
      'Before: 120 days before the start (official). Now: 150 days before the start (entered by Omar Advisor, not yet confirmed).',
    );
  });

  test('takes a correction back, with a reason, and both stay in the list', async () => {
    const { stage, page, post, save } = await omar();
    await save({ ...MATCH, update: 'c1' });
    const back = { update: 'c2', entry: 'c1', reason: 'a slip of mine' };
    expect((await post(DATES_BACK_PATH, back)).status).toBe(303);
    expect((await worldItem(stage.store)).corrections).toEqual([]);
    expect(await page()).toContain('a slip of mine');
    expect(await page()).not.toContain('Undo it');
    expect((await post(DATES_BACK_PATH, { ...back, update: 'c3' })).status).toBe(409);
  });

  test('who sends the form twice corrects once', async () => {
    const { stage, save } = await omar();
    for (let n = 0; n < 2; n += 1) await save({ ...MATCH, update: 'c1' });
    expect((await worldItem(stage.store)).audit).toHaveLength(1);
  });

  test.each([
    ['no reason', { ...MATCH, reason: '' }, 'Say why you correct it'],
    ['a day that is none', { ...MATCH, day: '2028-02-30' }, 'The date is a calendar day'],
    [
      'a date that is past and stays past',
      { ...MATCH, season: '2026', day: '2026-01-05' },
      'Mon, Jan 5, 2026 is in the past',
    ],
    ['dates that run backwards', { ...MATCH, day: '2028-03-01' }, 'not after'],
    ['hearsay', { ...MATCH, source: 'a friend' }, 'Enter the address of the page you read it on'],
    ['an estimate', { ...MATCH, certainty: 'estimated' }, 'Choose whether the page is official'],
    ['a time with a zone', { ...MATCH, timeEt: '5 pm PST' }, 'The time is Eastern'],
    [
      'an official page that is a stranger’s',
      { ...MATCH, source: 'https://www.nrmp.org.evil.example/calendar' },
      'The certainty is official only for a page on aamc.org, nrmp.org, ecfmg.org, intealth.org, or nbme.org.',
    ],
    [
      'an official page that is not the host’s',
      { ...YALE, source: 'https://med.stanford.edu/' },
      'The certainty is official only for a page on yale.edu.',
    ],
    [
      'an official page and advertising beside it',
      { ...YALE, source: 'https://medicine.yale.edu/ ; https://evil.example' },
      'Enter only the address of that page',
    ],
    [
      'a host nobody knows',
      { ...YALE, institutionId: 'nowhere' },
      'The directory has no such host',
    ],
    [
      'days that are none',
      { ...YALE, leadDays: '-3' },
      'Last day to apply: Enter a date such as 2027-03-01',
    ],
    ['an unknown field', { ...MATCH, feeUsd: '1' }, 'This form is not one that we made'],
    ['no form of ours', { update: '' }, 'This form is not one that we made'],
  ])(
    'with %s is refused with a sentence, keeps what was typed, and changes nothing',
    async (_, form, message) => {
      const { stage, post } = await omar();
      const answer = await post(DATES_PATH, { update: 'c1', ...form });
      expect(answer.status).toBe(422);
      const html = await answer.text();
      expect(html).toContain(message);
      if ('source' in form) expect(html).toContain(form.source);
      expect((await worldItem(stage.store)).version).toBe(0);
    },
  );
});

describe('what holds for others besides the advisor’s own cohorts', () => {
  test('is neither seen nor taken back by a team that shares no cohort with the advisor who entered it', async () => {
    const { stage, save } = await omar();
    await save({ ...MATCH, update: 'c1' });
    const mal = await stage.other('Mal');
    expect(await (await stage.get(DATES_PATH, mal)).text()).not.toContain('NRMP published');
    const back = { update: 'c2', entry: 'c1', reason: 'not mine' };
    expect((await stage.post(DATES_BACK_PATH, back, mal)).status).toBe(409);
    expect((await worldItem(stage.store)).corrections).toHaveLength(1);
  });

  test('is an operator’s to take back, and an advisor’s to correct for their own', async () => {
    const { stage, page, post, save } = await omar();
    const { timeEt: _, reason, ...stated } = MATCH;
    const everyones = correctionSchema.parse({ ...stated, season: 2028, id: 'o1' });
    const change = { id: 'o1', by: 'operator', reason };
    await changeWorld(stage.deps, (item) => correct(item, everyones, change, MONDAY));
    expect(await page()).not.toContain('Undo it');
    const back = { update: 'c2', entry: 'o1', reason: 'not mine' };
    expect(await (await post(DATES_BACK_PATH, back)).text()).toContain(
      'This applies to others besides your own cohorts',
    );
    expect((await save({ ...MATCH, day: '2028-03-31', update: 'c3' })).status).toBe(303);
    expect((await worldItem(stage.store)).corrections.map(({ id }) => id)).toEqual(['o1', 'c3']);
  });
});

test('an advisor of plans that people began by themselves has no cohort to correct for', async () => {
  const { stage } = await omar();
  const mal = await stage.other('Mal', SELF_COHORT);
  const answer = await stage.post(DATES_PATH, { ...MATCH, update: 'c1' }, mal);
  expect([answer.status, await answer.text()]).toEqual([
    409,
    expect.stringContaining('You advise no cohort that this could apply to'),
  ]);
});

test('who only reads in one of their cohorts corrects for the others', async () => {
  const { stage, save } = await omar();
  const profile = { ...TEAM.advisor, zone: 'America/Chicago' };
  const cohort = { id: 'c2031', name: 'Match 2031' };
  await enrollAdvisor(stage.deps, { profile, role: 'auditor', cohort });
  await save({ ...MATCH, update: 'c1' });
  const [correction] = (await worldItem(stage.store)).corrections;
  expect(correction?.unconfirmed).toMatchObject({ by: 'Omar Advisor', cohortIds: ['c2028'] });
});

test('a name that is markup stays text', async () => {
  const { page, save } = await omar();
  await save({ ...MATCH, update: 'c1', reason: '<script>alert(1)</script>' });
  expect(await page()).not.toContain('<script>');
});

test('an auditor reads the list and has no button', async () => {
  const { stage, save } = await omar();
  await save({ ...MATCH, update: 'c1' });
  const quinn = await stage.cookie('auditor');
  const html = await (await stage.get(DATES_PATH, quinn)).text();
  expect(html).toContain('2028 season: Match Day');
  expect(html).not.toContain('<button>');
  for (const path of [DATES_PATH, DATES_BACK_PATH]) {
    expect((await stage.post(path, { ...MATCH, update: 'c9' }, quinn)).status).toBe(403);
  }
  expect((await worldItem(stage.store)).audit).toHaveLength(1);
});

async function omar() {
  const stage = await advisorsStage();
  const cookie = await stage.cookie('advisor');
  return {
    stage,
    page: async () => (await stage.get(DATES_PATH, cookie)).text(),
    post: (path: string, fields: Record<string, string>) => stage.post(path, fields, cookie),
    save: (fields: Record<string, string>) => stage.save(DATES_PATH, fields, cookie),
  };
}

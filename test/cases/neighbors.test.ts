/** Neighbors of the plan files that were once judged wrongly: of each kind five that are stopped, and five that are not. */
import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { planReport } from '#shared/people/plan-report/plan-report.ts';
import { findingsOf } from '#shared/words/findings.ts';
import { wordsOf } from '#shared/words/matters/matter-words.ts';
import { pathSteps } from '#shared/words/path-steps.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { type File, fileOf, judged, withProfile, withRotation } from './judged.ts';

const NOVEMBER: Instant = '2026-11-27T17:00:00.000Z';

function at(host: string, more: object = {}) {
  return { host: { name: host, institutionId: host }, ...more };
}

function days(start: Day, end: Day) {
  return { dates: { start, end } };
}

/** Where the matters of these ids stand; "none" for what is not on the agenda. */
function standings(file: File, now: Instant, ...ids: string[]) {
  const { at: agenda, standing } = judged(file, now);
  const known = new Set(agenda.matters.map(({ id }) => id));
  return ids.map((id) => (known.has(id) ? standing(id).name : 'none'));
}

describe('who enters without a visa', () => {
  const antonio = fileOf('entry-without-visa-not-checked');
  const of = (more: object) => withRotation(antonio, more);

  test.each<[why: string, file: File, gate: string]>([
    ['for 91 days', of(days('2027-07-05', '2027-10-03')), 'lost'],
    ['for 91 days with a leap day', of(days('2028-01-15', '2028-04-14')), 'lost'],
    ['for half a year', of(days('2027-01-04', '2027-07-02')), 'lost'],
    ['where only students’ visas count', of(at('baylor-college-of-medicine')), 'lost'],
    ['the same, of a visitor’s visa', withProfile(of(at('baylor')), { entry: 'visa' }), 'none'],
  ])('is stopped or asked: %s', (_, file, gate) => {
    const found = standings(file, NOVEMBER, 'gate|r1/visa', 'possible|r1');
    expect(found).toContain(gate === 'none' ? 'open' : gate);
  });

  test.each<[why: string, file: File, paper: string]>([
    ['for 90 days', of(days('2027-07-05', '2027-10-02')), 'esta|r1'],
    ['for 90 days with a leap day', of(days('2028-01-15', '2028-04-13')), 'esta|r1'],
    ['in Puerto Rico', of({ country: 'PR' }), 'esta|r1'],
    ['with a visa', withProfile(antonio, { entry: 'visa', visaWaitDays: 30 }), 'visa|r1'],
    ['where the host lists B-1 and ESTA', of(at('penn')), 'esta|r1'],
  ])('has a paper to get, and no more: %s', (_, file, paper) => {
    expect(standings(file, NOVEMBER, 'gate|r1/visa', paper)).toEqual(['none', 'ahead']);
    const other = paper === 'esta|r1' ? 'visa|r1' : 'esta|r1';
    expect(standings(file, NOVEMBER, other)).toEqual(['none']);
  });
});

describe('a dose against influenza', () => {
  const july = fileOf('influenza-july');
  const flu = (start: Day, end: Day, issued: readonly Day[], now: Instant, status = 'to-do') => {
    const file = withRotation(july, {
      ...days(start, end),
      checklist: [{ kind: 'influenza', status }],
    });
    const documents = issued.map((issuedOn) => ({ kind: 'influenza', issuedOn }));
    const { said } = judged({ ...file, documents }, now);
    return said('G14|r1/influenza')?.words.next ?? 'done';
  };

  test.each<[why: string, start: Day, end: Day, issued: Day[], now: Instant, short: number]>([
    ['of spring, in winter', '2027-01-04', '2027-01-29', ['2026-04-10'], NOVEMBER, 121],
    ['of two autumns ago', '2027-03-01', '2027-03-26', ['2025-10-01'], NOVEMBER, 177],
    [
      'through February 29',
      '2028-02-07',
      '2028-03-03',
      ['2026-10-12'],
      '2027-10-04T16:00:00.000Z',
      155,
    ],
    ['into October', '2027-09-06', '2027-10-01', ['2026-10-12'], '2027-09-02T16:00:00.000Z', 1],
    [
      'in the week the clocks go back',
      '2027-11-01',
      '2027-11-12',
      ['2027-06-30'],
      '2027-10-04T16:00:00.000Z',
      43,
    ],
  ])('ends too early: %s', (_, start, end, issued, now, short) => {
    expect(flu(start, end, issued, now)).toContain(
      `expires ${short} ${short === 1 ? 'day' : 'days'} before the rotation ends`,
    );
  });

  test.each<[why: string, start: Day, end: Day, issued: Day[], now: Instant, words: string]>([
    [
      'to September 30',
      '2027-09-06',
      '2027-09-30',
      ['2026-10-12'],
      '2027-08-02T16:00:00.000Z',
      'Oct 12, 2026 covers',
    ],
    [
      'of July for the coming season',
      '2027-10-04',
      '2027-10-29',
      ['2027-07-15'],
      '2027-08-02T16:00:00.000Z',
      'Jul 15, 2027 covers',
    ],
    [
      'through February 29',
      '2028-02-07',
      '2028-02-29',
      ['2027-10-01'],
      '2027-11-02T16:00:00.000Z',
      'Oct 1, 2027 covers',
    ],
    [
      'the best of three',
      '2027-10-04',
      '2027-10-29',
      ['2027-09-15', '2025-10-01', '2026-10-12'],
      '2027-09-20T16:00:00.000Z',
      'Sep 15, 2027 covers',
    ],
    [
      'in the week the clocks go forward',
      '2027-03-08',
      '2027-03-19',
      ['2026-09-01'],
      NOVEMBER,
      'Sep 1, 2026 covers',
    ],
  ])('covers the rotation: %s', (_, start, end, issued, now, words) => {
    expect(flu(start, end, issued, now)).toContain(words);
  });

  test.each<[start: Day, end: Day, issued: Day[]]>([
    ['2027-11-01', '2027-11-26', ['2026-10-12']],
    ['2027-01-04', '2027-01-29', []],
  ])('is done once the host has accepted it: %s', (start, end, issued) => {
    expect(flu(start, end, issued, NOVEMBER, 'cleared')).toBe('done');
  });
});

describe('two months', () => {
  const shared = fileOf('home-month-overlaps-us-month');
  const [home, yale] = shared.rotations;
  const both = (first: object, next: object): File => ({
    ...shared,
    rotations: [
      { ...home, ...first },
      { ...yale, ...next },
    ],
  });
  const overlaps = (file: File) =>
    judged(file, NOVEMBER).at.matters.flatMap(({ rule, kind }) => (rule === 'overlap' ? kind : []));

  test.each<[why: string, file: File]>([
    ['share one day', both({}, days('2027-07-30', '2027-08-27'))],
    ['are the same', both({}, days('2027-07-05', '2027-07-30'))],
    ['lie one in the other', both({}, days('2027-07-12', '2027-07-16'))],
    ['share February 29', both(days('2028-02-07', '2028-02-29'), days('2028-02-29', '2028-03-24'))],
    ['share days, and one is only offered', both({}, { status: 'offered' })],
  ])('cannot both be held where they %s', (_, file) => {
    expect(overlaps(file)).toEqual(['conflict']);
  });

  test.each<[why: string, file: File, kinds: string[]]>([
    ['follow each other', both({}, days('2027-07-31', '2027-08-27')), []],
    [
      'meet at February 29',
      both(days('2028-02-07', '2028-02-28'), days('2028-02-29', '2028-03-24')),
      [],
    ],
    [
      'share days, and one was rejected',
      both({}, { status: 'closed', closedReason: 'rejected' }),
      [],
    ],
    ['share days, and one is applied for', both({}, { status: 'submitted' }), ['note']],
    [
      'share days, and both are only listed',
      both({ status: 'shortlisted' }, { status: 'shortlisted' }),
      ['note'],
    ],
  ])('are no conflict where they %s', (_, file, kinds) => {
    expect(overlaps(file)).toEqual(kinds);
  });
});

describe('the visa appointment', () => {
  const yale = fileOf('visa-late-and-no-nudge');
  const of = (visaWaitDays: number, start: Day, end: Day, more: object = {}) =>
    withProfile(withRotation(yale, { ...days(start, end), ...more }), { visaWaitDays });

  // In hand two days before the start, three weeks for the passport, the wait, and two weeks to prepare.
  test.each<[why: string, file: File, now: Instant]>([
    ['200 days for July', of(200, '2027-07-05', '2027-07-30'), NOVEMBER],
    ['300 days for September', of(300, '2027-09-06', '2027-10-01'), NOVEMBER],
    [
      '120 days for May, where the host states no day',
      of(120, '2027-05-03', '2027-05-28', { host: 'Brown' }),
      NOVEMBER,
    ],
    ['400 days for the January after next', of(400, '2028-01-10', '2028-02-04'), NOVEMBER],
    [
      '90 days for April, where the host states no day',
      of(90, '2027-04-05', '2027-04-30', { host: 'Brown' }),
      NOVEMBER,
    ],
  ])('is late and is emailed within the week: %s', (_, file, now) => {
    const { standing, emails } = judged(file, now);
    expect(standing('G13|r1').name).toBe('late');
    expect(
      emails(7).flatMap(({ email }) => email.nudges.map(({ occasion }) => occasion.rule)),
    ).toContain('G13');
  });

  test.each<[why: string, file: File, name: string]>([
    ['100 days for July', of(100, '2027-07-05', '2027-07-30'), 'open'],
    ['200 days for the July after next', of(200, '2028-07-03', '2028-07-28'), 'open'],
    ['booked', of(200, '2027-07-05', '2027-07-30', { visaAppointmentOn: '2027-03-01' }), 'done'],
    ['outside the US', of(200, '2027-07-05', '2027-07-30', { country: 'CA' }), 'none'],
    [
      'with the visa there',
      of(200, '2027-07-05', '2027-07-30', {
        status: 'collecting',
        checklist: [{ kind: 'visa', status: 'cleared' }],
      }),
      'done',
    ],
  ])('is not late: %s', (_, file, name) => {
    expect(standings(file, NOVEMBER, 'G13|r1')).toEqual([name]);
  });
});

describe('the words of a visa appointment that is late', () => {
  const yale = fileOf('visa-late-and-no-nudge');
  const late = { host: 'Brown', ...days('2027-04-05', '2027-04-30') };
  const words = (visaWaitDays?: number) => {
    const { visaWaitDays: _, ...profile } = yale.profile as { visaWaitDays?: number };
    const file = withRotation({ ...yale, profile }, late);
    const { at: agenda } = judged(
      visaWaitDays ? withProfile(file, { visaWaitDays }) : file,
      NOVEMBER,
    );
    const source = pathSteps(agenda).find(({ rule }) => rule === 'G13')?.source;
    const visa = agenda.matters.find(({ rule }) => rule === 'G13');
    return `${visa && wordsOf(visa, agenda.view).late?.why} ${source}`;
  };

  test('speak of the wait that was entered', () => {
    expect(words(200)).toMatch(/With the wait you entered, .* wait, as entered;/);
  });

  test('call a wait that nobody entered our estimate', () => {
    expect(words()).toMatch(
      /With a wait of 90 days, our estimate, .* a wait of 90 days, .* our own default/,
    );
    expect(words()).not.toContain('entered');
  });
});

describe('a plan whose season is over', () => {
  const file = (matchYear: number) =>
    withProfile(
      withRotation(fileOf('late-but-on-track'), {
        host: 'Brown',
        ...days('2027-07-05', '2027-07-30'),
      }),
      { matchYear },
    );
  const MAY: Instant = '2027-05-20T17:00:00.000Z';

  test.each(['shortlisted', 'preparing', 'submitted', 'offered', 'collecting'])(
    'says so, and asks for nothing: %s',
    (status) => {
      const { at: agenda, occasions } = judged(withRotation(file(2027), { status }), MAY);
      expect(agenda.state.name).toBe('over');
      expect(occasions).toEqual([]);
      const { late, steps } = planReport(agenda.view.facts, PUBLISHED_WORLD, MAY);
      expect(late).toEqual([]);
      expect(steps.filter(({ standing }) => standing !== 'done')).toEqual([]);
    },
  );

  test.each(['shortlisted', 'preparing', 'submitted', 'offered', 'collecting'])(
    'is asked for its steps in the season that follows: %s',
    (status) => {
      const { at: agenda, occasions } = judged(withRotation(file(2028), { status }), MAY);
      expect(agenda.state.name).not.toBe('over');
      expect(occasions.some(({ rotationId }) => rotationId === 'r1')).toBe(true);
    },
  );
});

describe('a month that a host does not open', () => {
  const file = fileOf('ir-month-closed-to-international-students');
  const of = (host: string, start: Day, end: Day, more: object = {}) =>
    withRotation(file, { ...at(host), ...days(start, end), specialty: 'other', ...more });

  test.each<[why: string, file: File]>([
    ['July at Baylor', of('baylor', '2027-07-05', '2027-07-30')],
    ['from June into July at Baylor', of('baylor', '2027-06-14', '2027-07-09')],
    ['February 29 at Columbia', of('columbia', '2028-02-07', '2028-02-29')],
    ['between two blocks of Duke', of('duke', '2027-02-08', '2027-03-05')],
    ['between two blocks of Loyola', of('loyola', '2027-02-08', '2027-03-05')],
  ])('is ruled out: %s', (_, closed) => {
    expect(standings(closed, NOVEMBER, 'gate|r1/months')).toEqual(['lost']);
    const [first] = findingsOf(judged(closed, NOVEMBER).at);
    expect(first).toMatchObject({ severity: 'impossible', rule: 'host-months', subject: 'r1' });
  });

  test.each<[why: string, file: File]>([
    ['June at Baylor', of('baylor', '2027-06-01', '2027-06-25')],
    ['May at Columbia', of('columbia', '2027-05-03', '2027-05-28')],
    [
      'a Tuesday at FIU, by a page without a day, which is asked',
      of('fiu', '2027-07-06', '2027-07-30'),
    ],
    ['a block of Penn of another year', of('penn', '2027-07-05', '2027-07-30')],
    ['a host outside the directory', withRotation(file, { host: 'Somewhere', specialty: 'other' })],
  ])('is not: %s', (_, open) => {
    expect(standings(open, NOVEMBER, 'gate|r1/months')).toEqual(['none']);
  });
});

describe('an offer whose term ends', () => {
  const file = fileOf('late-but-on-track');
  const of = (offerExpiresOn: Day | undefined, zone: string) =>
    withProfile(
      withRotation(file, {
        status: 'offered',
        ...days('2028-05-01', '2028-05-26'),
        ...(offerExpiresOn && { offerExpiresOn }),
      }),
      { zone },
    );
  // Noon in New York on the last day, and the hours around its midnight.
  const NOON: Instant = '2027-03-12T17:00:00.000Z';

  test.each<[why: string, end: Day, zone: string, now: Instant]>([
    ['yesterday', '2027-03-11', 'America/New_York', NOON],
    [
      'a minute after midnight in the East',
      '2027-03-11',
      'Asia/Kolkata',
      '2027-03-12T05:01:00.000Z',
    ],
    [
      'the hour after the clocks went forward',
      '2027-03-13',
      'America/New_York',
      '2027-03-14T07:30:00.000Z',
    ],
    ['on February 29', '2028-02-29', 'Europe/Berlin', '2028-03-01T05:30:00.000Z'],
    [
      'on the day the clocks went back',
      '2027-11-06',
      'Pacific/Auckland',
      '2027-11-07T04:30:00.000Z',
    ],
  ])('has lapsed: %s', (_, end, zone, now) => {
    expect(standings(of(end, zone), now, 'accept|r1', 'closed|r1')).toEqual(['none', 'lost']);
  });

  test.each<[why: string, end: Day | undefined, zone: string, now: Instant]>([
    ['today', '2027-03-12', 'America/New_York', NOON],
    [
      'tomorrow in Auckland, today in the East',
      '2027-03-12',
      'Pacific/Auckland',
      '2027-03-13T04:30:00.000Z',
    ],
    ['to the last minute', '2027-03-12', 'Asia/Kolkata', '2027-03-13T04:59:00.000Z'],
    ['before the clocks go back', '2027-11-06', 'America/New_York', '2027-11-07T03:59:00.000Z'],
    ['without a known end', undefined, 'America/New_York', NOON],
  ])('can still be taken: %s', (_, end, zone, now) => {
    expect(standings(of(end, zone), now, 'accept|r1', 'closed|r1')).toEqual(['open', 'none']);
    expect(standings(of(end, zone), now, 'offer-end|r1')).toEqual([end ? 'none' : 'open']);
  });
});

/** Each code: red, amber, silent, and silent where the data is not known. Programs review the 2028 Match from 22 Sep 2027. */
import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import { sentenceOf } from '#shared/cohort/risk/finding.ts';
import { DEFAULT_THRESHOLDS } from '#shared/cohort/risk/thresholds.ts';
import { caseOwed } from '#shared/people/casework/case-moves.ts';
import { RISK_CODES } from '#shared/people/casework/codes.ts';
import type { Summary, SummaryRotation } from '#shared/people/outlook/summary.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { due, letter, noonOf, risksOn, rotation, row } from '../rows.ts';

const REVIEW = PUBLISHED_WORLD.season(2028).dates['programs-review-opens']?.day;

type Story = readonly [
  code: string,
  level: string | undefined,
  what: string,
  day: Day,
  of: Summary,
];

const withDue = (...dues: ReturnType<typeof due>[]) =>
  row({
    outlook: { at: noonOf('2027-01-01'), due: dues, followed: {} },
    activeOn: '2027-06-01',
  });
const upcoming = (overrides: Partial<SummaryRotation> = {}) =>
  rotation({
    stage: 'documents',
    status: 'collecting',
    start: '2027-06-07',
    end: '2027-07-02',
    ...overrides,
  });
const looksTo = (outlook: Partial<NonNullable<SummaryRotation['outlook']>>) => ({
  outlook: { waitingOn: 'applicant' as const, waitingSince: '2027-01-04' as const, ...outlook },
});
const only = (...rotations: SummaryRotation[]) => row({ rotations, activeOn: '2027-06-01' });

const STORIES: readonly Story[] = [
  ['D1', 'red', 'a hard date that has passed', '2027-03-02', withDue(due('2027-03-01'))],
  ['D1', 'amber', 'a hard date in a week', '2027-02-22', withDue(due('2027-03-01'))],
  ['D1', undefined, 'a hard date in eight days', '2027-02-21', withDue(due('2027-03-01'))],
  [
    'D1',
    undefined,
    'what is advised only',
    '2027-03-02',
    withDue(due('2027-03-01', { hard: false })),
  ],
  [
    'D1',
    undefined,
    'what cannot be done yet',
    '2027-02-22',
    withDue(due('2027-03-01', { opens: '2027-02-25' })),
  ],
  ['D1', undefined, 'a plan nobody has looked at', '2027-03-02', neverLookedAt()],

  [
    'D2',
    'red',
    'the day after the latest safe day',
    '2027-02-02',
    only(upcoming(looksTo({ safe: { step: 'documents', day: '2027-02-01' } }))),
  ],
  [
    'D2',
    'amber',
    'two weeks of slack',
    '2027-01-18',
    only(upcoming(looksTo({ safe: { step: 'documents', day: '2027-02-01' } }))),
  ],
  [
    'D2',
    undefined,
    'fifteen days of slack',
    '2027-01-17',
    only(upcoming(looksTo({ safe: { step: 'documents', day: '2027-02-01' } }))),
  ],
  ['D2', undefined, 'no dates to plan back from', '2027-02-02', only(upcoming(looksTo({})))],

  [
    'R1',
    'red',
    'nothing confirmed half a year before review',
    '2027-03-26',
    only(rotation({ stage: 'apply', status: 'submitted' })),
  ],
  [
    'R1',
    'red',
    'a confirmed one that ends too late',
    '2027-03-26',
    only(upcoming({ end: '2027-09-10' })),
  ],
  ['R1', 'red', 'a confirmed one outside IR', '2027-03-26', only(upcoming({ specialty: 'dr' }))],
  [
    'R1',
    'amber',
    'nothing applied for nine months before the start',
    '2026-11-30',
    only(
      rotation({
        stage: 'identify',
        status: 'shortlisted',
        start: '2027-08-30',
        end: '2027-09-24',
      }),
    ),
  ],
  ['R1', undefined, 'one that ends in time', '2027-03-26', only(upcoming())],
  [
    'R1',
    undefined,
    'an application, early',
    '2026-11-30',
    only(rotation({ stage: 'apply', status: 'submitted', start: '2027-08-30' })),
  ],
  ['R1', undefined, 'a start that nobody has entered, early', '2026-11-30', only(unDated())],

  [
    'L1',
    'red',
    'no US IR letter two weeks before review',
    '2027-09-08',
    row({ rotations: [rotation({ letters: [letter()] })] }),
  ],
  [
    'L1',
    'red',
    'only one from outside IR',
    '2027-09-08',
    row({ rotations: [rotation({ letters: [letter({ status: 'assigned', specialty: 'dr' })] })] }),
  ],
  [
    'L1',
    'amber',
    'two asked for six weeks before',
    '2027-08-11',
    row({ rotations: [rotation({ letters: [letter(), letter()] })] }),
  ],
  [
    'L1',
    undefined,
    'seven weeks before',
    '2027-08-04',
    row({ rotations: [rotation({ letters: [] })] }),
  ],
  ['L1', undefined, 'one in ERAS and three asked for', '2027-09-08', row()],

  [
    'L2',
    'red',
    'a writer who declined',
    '2027-07-01',
    only(
      rotation({
        stage: 'request-letter',
        status: 'waiting',
        letters: [letter({ status: 'declined' })],
      }),
    ),
  ],
  [
    'L2',
    'red',
    'a letter that is not progressing',
    '2027-07-01',
    only(
      rotation({
        stage: 'request-letter',
        status: 'not-progressing',
        letters: [letter({ status: 'not-progressing' })],
      }),
    ),
  ],
  [
    'L2',
    'amber',
    'two weeks without an answer',
    '2027-06-15',
    only(rotation({ letters: [letter({ status: 'asked', since: '2027-06-01' })] })),
  ],
  [
    'L2',
    undefined,
    'thirteen days',
    '2027-06-14',
    only(rotation({ letters: [letter({ status: 'asked', since: '2027-06-01' })] })),
  ],
  [
    'L2',
    undefined,
    'a refusal where another letter is coming',
    '2027-07-01',
    only(rotation({ letters: [letter({ status: 'declined' }), letter({ id: 'l2' })] })),
  ],
  ['L2', undefined, 'no letter at all', '2027-07-01', only(rotation())],

  [
    'C1',
    'red',
    'a paper that expires, a month before the start',
    '2027-05-08',
    only(upcoming(looksTo({ expires: { kind: 'tb', on: '2027-06-20' } }))),
  ],
  [
    'C1',
    'amber',
    'three months before the start',
    '2027-03-09',
    only(upcoming(looksTo({ expires: { kind: 'tb', on: '2027-06-20' } }))),
  ],
  [
    'C1',
    undefined,
    'a day earlier',
    '2027-03-08',
    only(upcoming(looksTo({ expires: { kind: 'tb', on: '2027-06-20' } }))),
  ],
  [
    'C1',
    undefined,
    'papers without a date',
    '2027-05-08',
    only(upcoming(looksTo({ documents: { cleared: 0, pending: 9, expiring: 0 } }))),
  ],

  [
    'U1',
    'red',
    'bounced, and something due in a month',
    '2027-03-01',
    { ...withDue(due('2027-03-31')), reach: 'bounced' },
  ],
  [
    'U1',
    'red',
    'a complaint counts like a bounce',
    '2027-03-01',
    { ...withDue(due('2027-03-31')), reach: 'complained' },
  ],
  [
    'U1',
    'amber',
    'a month of silence with something open',
    '2027-07-01',
    withDue(due('2027-12-31')),
  ],
  ['U1', undefined, 'bounced, and nothing due', '2027-03-01', { ...withDue(), reach: 'bounced' }],
  ['U1', undefined, 'silence with nothing to do', '2027-07-01', withDue()],
  ['U1', undefined, 'a plan nobody has looked at', '2027-07-02', neverLookedAt()],

  [
    'P1',
    'red',
    'an offer that overlaps a confirmed place',
    '2027-02-01',
    only(
      upcoming(),
      rotation({
        id: 'r2',
        host: 'Yale',
        stage: 'apply',
        status: 'offered',
        start: '2027-06-28',
        end: '2027-07-23',
      }),
    ),
  ],
  [
    'P1',
    'red',
    'a plan that no hurry saves',
    '2027-02-02',
    only(upcoming(looksTo({ last: { step: 'visa-appointment', day: '2027-02-01' } }))),
  ],
  [
    'P1',
    'amber',
    'a host’s date unchecked for three months',
    '2027-02-21',
    withDue(due('2027-12-31', { checkedOn: '2026-11-23' })),
  ],
  [
    'P1',
    undefined,
    'checked a day less ago',
    '2027-02-20',
    withDue(due('2027-12-31', { checkedOn: '2026-11-23' })),
  ],
  [
    'P1',
    undefined,
    'two applications that overlap',
    '2027-02-01',
    only(applied('r1'), applied('r2')),
  ],
  ['P1', undefined, 'dates that nobody has entered', '2027-02-01', only(upcoming(), unDated())],

  [
    'X1',
    'blue',
    'a host that takes longer than usual',
    '2027-03-16',
    only(applied('r1', looksTo({ waitingOn: 'host' }))),
  ],
  [
    'X1',
    'blue',
    'a visa office that does',
    '2027-03-16',
    only(upcoming(looksTo({ waitingOn: 'visa' }))),
  ],
  [
    'X1',
    undefined,
    'a host within its usual time',
    '2027-03-15',
    only(applied('r1', looksTo({ waitingOn: 'host' }))),
  ],
  [
    'X1',
    undefined,
    'the applicant, however long',
    '2027-06-16',
    only(upcoming(looksTo({ waitingOn: 'applicant' }))),
  ],
  ['X1', undefined, 'whoever it is, where nobody has looked', '2027-06-16', only(applied('r1'))],
];

function applied(id: string, overrides: Partial<SummaryRotation> = {}): SummaryRotation {
  return rotation({ id, stage: 'apply', status: 'submitted', ...overrides });
}

function neverLookedAt(): Summary {
  const { outlook, ...others } = row();
  return others;
}

function unDated(): SummaryRotation {
  const { start, end, ...others } = rotation({ stage: 'identify', status: 'shortlisted' });
  return others;
}

test('the season of these stories is the published one', () => {
  expect(REVIEW).toBe('2027-09-22');
});

describe.each(RISK_CODES)('%s', (code) => {
  test.each(STORIES.filter(([of]) => of === code))('%s is %s: %s', (_, level, __, day, of) => {
    expect(risksOn(day, of).find((each) => each.code === code)?.level).toBe(level);
  });
});

test('somebody on track has no finding', () => {
  expect(risksOn('2027-06-02', row())).toEqual([]);
});

test('every finding is a sentence with an owner, an action and its data', () => {
  const found = STORIES.flatMap(([, , , day, of]) => risksOn(day, of));
  expect(found.length).toBeGreaterThan(20);
  for (const each of found) {
    expect(sentenceOf(each)).toMatch(/^[A-Z\p{Lu}0-9].+: .+\.$/u);
    expect(each.words().data.length).toBeGreaterThan(0);
    expect(each.owner).not.toBe('');
    expect(each.since <= '2028-01-01').toBe(true);
  }
});

test('a cohort’s own thresholds move the day', () => {
  const of = withDue(due('2027-03-01'));
  const wider = { ...DEFAULT_THRESHOLDS, deadlineAmberDays: 10 };
  expect(risksOn('2027-02-19', of)).toEqual([]);
  expect(risksOn('2027-02-19', of, wider)[0]).toMatchObject({ code: 'D1', since: '2027-02-19' });
});

test('no threshold keeps a hard date that was missed from being a case, the day after it', () => {
  const of = withDue(due('2027-03-01'));
  const latest = { ...DEFAULT_THRESHOLDS, deadlineAmberDays: 0 };
  const caseOn = (day: Day) => caseOwed(undefined, risksOn(day, of, latest), noonOf(day));
  expect(caseOn('2027-03-01')).toBeUndefined();
  expect(caseOn('2027-03-02')).toEqual({ type: 'case-opened', codes: ['D1'] });
});

test('after the Match nobody lacks a rotation or a letter any more', () => {
  const bare = row({ rotations: [], activeOn: '2028-04-01' });
  expect(risksOn('2028-04-02', bare)).toEqual([]);
});

test('the example of the report reads as it should', () => {
  const silent = row({
    rotations: [rotation({ letters: [letter({ status: 'asked', since: '2027-08-18' })] })],
  });
  const [first] = risksOn('2027-09-08', silent);
  expect(first && sentenceOf(first)).toBe(
    'No letter from a US IR rotation, program review in 14 days; Prof. Wren has not answered for 21 days: call the writer, or arrange a backup letter.',
  );
});

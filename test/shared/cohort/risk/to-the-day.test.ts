/** Each rule at its threshold: silent the day before, amber from its day on, red from its own. And what is blocked outside. */
import { describe, expect, test } from 'vitest';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { reasonsOf } from '#shared/cohort/report/chart-data.ts';
import { reportRow } from '#shared/cohort/report/row.ts';
import { DEFAULT_THRESHOLDS } from '#shared/cohort/risk/thresholds.ts';
import { caseOwed } from '#shared/people/casework/case-moves.ts';
import { RISK_CODES, type RiskCode } from '#shared/people/casework/codes.ts';
import type { Summary, SummaryRotation } from '#shared/people/outlook/summary.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { due, letter, noonOf, risksOn, rotation, row } from '../rows.ts';

interface Edge {
  readonly code: RiskCode;
  readonly what: string;
  readonly of: Summary;
  readonly amber?: Day;
  readonly red?: Day;
  readonly blue?: Day;
}

const HEARD = '2027-08-30';
const looksTo = (outlook: Partial<NonNullable<SummaryRotation['outlook']>>) => ({
  outlook: { waitingOn: 'applicant' as const, waitingSince: '2027-01-04' as const, ...outlook },
});
const upcoming = (outlook: Parameters<typeof looksTo>[0]) =>
  rotation({
    stage: 'documents',
    status: 'collecting',
    start: '2027-06-07',
    end: '2027-07-02',
    ...looksTo(outlook),
  });
const withDue = (overrides: Partial<Summary> = {}, ...dues: ReturnType<typeof due>[]) =>
  row({
    outlook: { at: noonOf('2027-01-01'), due: dues, followed: {} },
    activeOn: HEARD,
    ...overrides,
  });
const only = (...rotations: SummaryRotation[]) => row({ rotations, activeOn: HEARD });

const EDGES: readonly Edge[] = [
  {
    code: 'D1',
    what: 'a hard date',
    of: withDue({}, due('2027-03-01')),
    amber: '2027-02-22',
    red: '2027-03-02',
  },
  {
    code: 'D2',
    what: 'the latest safe day',
    of: only(upcoming({ safe: { step: 'documents', day: '2027-02-15' } })),
    amber: '2027-02-01',
    red: '2027-02-16',
  },
  {
    code: 'R1',
    what: 'no confirmed IR rotation',
    of: only(
      rotation({
        stage: 'apply',
        status: 'preparing',
        since: '2026-06-01',
        start: '2027-08-02',
        end: '2027-08-27',
      }),
    ),
    amber: '2026-11-01',
    red: '2027-03-26',
  },
  {
    code: 'L1',
    what: 'too few letters, none from US IR',
    of: only(rotation({ letters: [letter()] })),
    amber: '2027-08-11',
    red: '2027-09-08',
  },
  {
    code: 'L2',
    what: 'a writer who does not answer',
    of: only(rotation({ letters: [letter({ status: 'asked', since: '2027-06-01' })] })),
    amber: '2027-06-15',
  },
  {
    code: 'C1',
    what: 'a paper that expires before the end',
    of: only(upcoming({ expires: { kind: 'tb', on: '2027-06-20' } })),
    amber: '2027-03-09',
    red: '2027-05-08',
  },
  {
    code: 'U1',
    what: 'bounced, something due',
    of: withDue({ reach: 'bounced' }, due('2027-03-31')),
    red: '2027-03-01',
  },
  {
    code: 'U1',
    what: 'silence',
    of: withDue({ activeOn: '2027-03-01' }, due('2027-12-31')),
    amber: '2027-03-31',
  },
  {
    code: 'P1',
    what: 'a plan no hurry saves',
    of: only(upcoming({ last: { step: 'visa-appointment', day: '2027-02-01' } })),
    red: '2027-02-02',
  },
  {
    code: 'P1',
    what: 'a date long unchecked',
    of: withDue({}, due('2027-12-31', { checkedOn: '2026-11-23' })),
    amber: '2027-02-21',
  },
  {
    code: 'X1',
    what: 'a visa office that takes long',
    of: only(upcoming({ waitingOn: 'visa' })),
    blue: '2027-03-06',
  },
];

/** Rows to which a rule does not apply, whatever the day. */
const NEVER: Readonly<Record<RiskCode, Summary>> = {
  D1: withDue({}, due('2027-03-01', { hard: false })),
  D2: only(
    rotation({ stage: 'closed', ...looksTo({ safe: { step: 'choose', day: '2027-01-05' } }) }),
  ),
  R1: only(upcoming({})),
  L1: row({ activeOn: HEARD }),
  L2: only(rotation({ stage: 'closed', letters: [letter({ status: 'declined' })] })),
  C1: only(rotation(looksTo({ expires: { kind: 'tb', on: '2027-04-06' } }))),
  U1: withDue({ reach: 'unsubscribed' }),
  P1: only(upcoming({}), rotation({ id: 'r2', start: '2027-07-03', end: '2027-07-30' })),
  X1: only(upcoming({ waitingOn: 'writer' })),
};

const levelOn = (day: Day, { code, of }: Pick<Edge, 'code' | 'of'>) =>
  risksOn(day, of).find((each) => each.code === code)?.level;

test('every code has an edge', () => {
  expect(new Set(EDGES.map(({ code }) => code))).toEqual(new Set(RISK_CODES));
});

/** The days around each threshold, with the level that holds on them. */
function daysOf({ amber, red, blue }: Edge): [Day, string | undefined][] {
  const [first = '2027-01-01'] = [amber, red, blue].filter((day) => day !== undefined);
  return [
    [plusDays(first, -1), undefined],
    ...(amber ? ([[amber, 'amber']] as [Day, string][]) : []),
    ...(amber && red ? ([[plusDays(red, -1), 'amber']] as [Day, string][]) : []),
    ...(red ? ([[red, 'red']] as [Day, string][]) : []),
    ...(blue
      ? ([
          [blue, 'blue'],
          ['2028-02-01', 'blue'],
        ] as [Day, string][])
      : []),
  ];
}

describe.each(EDGES)('$code: $what', (edge) => {
  test.each(daysOf(edge))('on %s is %s', (day, level) => {
    expect(levelOn(day, edge)).toBe(level);
  });
});

describe.each(RISK_CODES)('%s', (code) => {
  test.each(['2026-12-01', '2027-03-02', '2027-07-01', '2027-09-20'] as const)(
    'does not apply on %s to whom it cannot',
    (day) => {
      expect(levelOn(day, { code, of: NEVER[code] })).toBeUndefined();
    },
  );
});

test('what is blocked outside opens no case, is in no figure of risk and makes nobody red or amber', () => {
  const season = PUBLISHED_WORLD.season(2028);
  const of = only(upcoming({ waitingOn: 'external' }));
  const blocked = reportRow(of, season, DEFAULT_THRESHOLDS, noonOf('2027-06-01'));
  expect(blocked.findings.map(({ code, level }) => [code, level])).toEqual([['X1', 'blue']]);
  expect(blocked.level).toBe('blue');
  expect(caseOwed(undefined, blocked.findings, noonOf('2027-06-01'))).toBeUndefined();
  expect(reasonsOf([blocked])).toEqual([]);
});

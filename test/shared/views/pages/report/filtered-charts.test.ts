/** Whatever filters are in force, a number that leads to a list is the length of it, in the charts, in the header, and for a meeting. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EVERYONE,
  type FilterName,
  type Filters,
  readQuery,
} from '#shared/cohort/report/filters.ts';
import { reportOf } from '#shared/cohort/report/report.ts';
import { thingsOf } from '#shared/cohort/report/things.ts';
import type { Summary, SummaryRotation } from '#shared/people/outlook/summary.ts';
import { charts } from '#shared/views/pages/report/charts.ts';
import { meeting } from '#shared/views/pages/report/first-screen.ts';
import { reportHeader } from '#shared/views/pages/report/header.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { due, finding, letter, noonOf, rotation, row } from '../../../cohort/rows.ts';

const NOW = noonOf('2027-03-01');
const READER = { id: 'a1', name: 'Dr. Ray' };
const cohort = { id: 'c2028', name: 'Match 2028' };

/** What the columns of each chart count; people where none is named. */
const COUNTED: Readonly<Record<string, readonly FilterName[]>> = {
  'chart-reasons': [],
  'chart-funnel': ['funnel', 'lost'],
  'chart-deadlines': ['week'],
  'chart-aging': ['step'],
  'chart-letters': ['letters', 'letters', 'letters'],
  'chart-followed': ['rung', 'rung', 'rung'],
};

interface Shown {
  readonly where: string;
  readonly count: number;
  readonly things?: FilterName;
  readonly href?: string;
}

/** The numbers above nought, and what each bar stands for. */
function numbersIn(everybody: readonly Summary[], filters: Filters): Shown[] {
  const made = reportOf(
    cohort,
    everybody,
    { ...EVERYONE, filters, view: 'figures' },
    PUBLISHED_WORLD,
    NOW,
    READER,
  );
  const inHeader = [
    ...String(reportHeader(made, 'UTC', READER)).matchAll(
      /<li><a class="target" href="([^"]+)"><strong>(\d+)</g,
    ),
  ].map(([, href = '', count]): Shown => ({ where: 'header', count: Number(count), href }));
  // What cannot be saved is counted by loss there, while its list is by color.
  const inMeeting = [
    ...String(meeting(made)).matchAll(/<h2><a href="([^"]+)">(?!Cannot)([^(]+) \((\d+)\)/g),
  ].map(([, href = '', where = '', count]): Shown => ({ where, count: Number(count), href }));
  const inCharts = String(charts(made))
    .split('<section class="chart"')
    .slice(1)
    .flatMap((section) => {
      const [, id = ''] = /id="(chart-\w+)"/.exec(section) ?? [];
      const bars = [...section.matchAll(/<(?:a href="([^"]+)"|g)><text class="label"/g)];
      const rows = section.split('<tr>').filter((tr) => tr.includes('<td>'));
      return rows.flatMap((tr, n) => {
        const cells = [
          ...tr.matchAll(/<td>(?:<a class="target" href="([^"]+)">|<span[^>]*>)?(\d+)/g),
        ].map(([, href, count], column): Shown => {
          const things = COUNTED[id]?.[column];
          const where = `${id} ${n} ${column}`;
          return { where, count: Number(count), ...(things && { things }), ...(href && { href }) };
        });
        const { href: _, ...first } = cells[0] ?? { where: '', count: 0 };
        const count =
          id === 'chart-reasons' ? cells.reduce((sum, cell) => sum + cell.count, 0) : first.count;
        const href = bars[n]?.[1];
        const bar = { ...first, where: `${id} bar ${n}`, count, ...(href && { href }) };
        // Days are not counted.
        return [bar, ...(id === 'chart-aging' ? cells.slice(0, 1) : cells)].filter(
          (each) => each.count > 0,
        );
      });
    });
  return [...inHeader, ...inMeeting, ...inCharts];
}

function lengthOf({ href = '', things }: Shown, everybody: readonly Summary[]): number {
  const search = href.replaceAll('&amp;', '&').split('#')[0]?.split('?')[1];
  const query = readQuery(new URLSearchParams(search));
  if (!query.ok) throw new Error(href);
  const { rows } = reportOf(cohort, everybody, query.value, PUBLISHED_WORLD, NOW, READER);
  return (things && thingsOf(things, query.value.filters, rows)?.count) ?? rows.length;
}

const dayOf = fc.constantFrom('2027-02-09', '2027-02-24', '2027-03-02', '2027-03-10' as const);
const closed = { stage: 'closed', status: 'closed' } as const;
const anyRotation = fc
  .record({
    kind: fc.constantFrom<Partial<SummaryRotation>>(
      { stage: 'documents', status: 'collecting' },
      { stage: 'identify', status: 'shortlisted' },
      { stage: 'request-letter', status: 'waiting' },
      { ...closed, closed: 'rejected' },
      { ...closed, closed: 'offer-expired' },
    ),
    placed: fc.constantFrom(letter(), letter({ status: 'assigned' })),
    letterDueOn: fc.constantFrom('2027-06-24', '2027-07-15', undefined),
  })
  .map(({ kind, placed, letterDueOn }) =>
    rotation({
      ...kind,
      letters: [placed],
      ...(letterDueOn && { outlook: { waitingOn: 'applicant', letterDueOn } }),
    }),
  );
const anyFinding = fc
  .record({
    rule: fc.constantFrom('apply', 'G7', 'silent'),
    color: fc.constantFrom('red', 'cannot-be-saved', 'amber', 'gray', 'outside'),
    colorSince: dayOf,
  })
  .map(finding);
const anyEmails = fc
  .tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 }))
  .map(([acted, more]): [number, number] => [acted + more, acted]);
const OPENED = { id: 'case-1', openedAt: NOW, openedBy: 'rules' } as const;
const anyPerson = fc.record({
  findings: fc.array(anyFinding, { maxLength: 3 }),
  due: fc.array(
    dayOf.map((day) => due(day)),
    { maxLength: 3 },
  ),
  followed: fc.dictionary(fc.constantFrom('7', 'monthly', '+1'), anyEmails),
  rotations: fc.array(anyRotation, { maxLength: 3 }),
  levelSince: dayOf,
  followUpOn: fc.option(dayOf, { nil: undefined }),
  owner: fc.constantFrom('Dr. Ray', 'Dr. Moss', undefined),
  reach: fc.constantFrom('ok', 'bounced' as const),
});
const anyCohort = fc.array(anyPerson, { minLength: 12, maxLength: 12 }).map((all) =>
  all.map(({ rotations, reach, owner, followUpOn, ...outlook }, n) =>
    row({
      id: `p${n}`,
      reach,
      ...(followUpOn && { case: { ...OPENED, codes: [], followUpOn, ...(owner && { owner }) } }),
      rotations: rotations.map((each, r) => ({ ...each, id: `r${r}` })),
      outlook: { at: NOW, ...outlook },
    }),
  ),
);

const SINGLE: readonly Filters[] = [
  { risk: 'red' },
  { risk: 'red,amber' },
  { code: 'D1' },
  { code: 'D1,R1' },
  { since: '2027-02-20' },
  { losses: '2027-02-20' },
  { before: '2027-02-20' },
  { call: 'today' },
  { case: 'mine' },
  { due: '7' },
  { reached: 'no' },
  { week: '2027-03-01' },
  { step: 'documents' },
  { step: 'documents,identify' },
  { letters: '2027-06' },
  { arrived: 'yes' },
  { rung: '7' },
  { followed: 'no' },
  { funnel: 'apply' },
  { lost: 'apply' },
];
/** Each alone, and each with every other. */
const IN_FORCE = SINGLE.flatMap((one, n) => [
  one,
  ...SINGLE.slice(n + 1).map((other): Filters => ({ ...one, ...other })),
]);

test('whatever filters are in force, a number that leads to a list is the length of it', () => {
  fc.assert(
    fc.property(anyCohort, (everybody) => {
      for (const filters of IN_FORCE) {
        const linked = numbersIn(everybody, filters).filter(({ href }) => href);
        expect(linked.map((each) => ({ ...each, count: lengthOf(each, everybody) }))).toEqual(
          linked,
        );
      }
    }),
    { numRuns: 4, seed: 28 },
  );
});

describe('a number leads to no list', () => {
  const people = [
    row({
      outlook: {
        at: NOW,
        findings: [finding({ color: 'red' })],
        due: [due('2027-03-02'), due('2027-03-10')],
        followed: { '7': [3, 1], monthly: [2, 2] },
        levelSince: '2027-02-09',
      },
      rotations: [
        rotation({ stage: 'documents', status: 'collecting' }),
        rotation({ id: 'r2', stage: 'identify', status: 'shortlisted' }),
      ],
    }),
  ];
  const unlinked = (filters: Filters) =>
    numbersIn(people, filters)
      .filter(({ href, where }) => !href && !where.includes('bar'))
      .map(({ where }) => where.split(' ')[0]);

  test.each([
    [{ risk: 'red' }, ['chart-reasons']],
    [{ since: '2027-02-01' }, ['chart-reasons']],
    [{ week: '2027-03-01' }, ['chart-deadlines']],
    [{ step: 'documents' }, ['chart-aging']],
    [{ rung: '7' }, ['chart-followed']],
  ] as const)('under %o, where its filter would take the place of that one', (filters, ids) => {
    expect([...new Set(unlinked(filters))]).toEqual(ids);
  });

  test.each([{}, { due: '30' }, { code: 'D1' }] as const)('never under %o', (filters) => {
    expect(unlinked(filters)).toEqual([]);
  });
});

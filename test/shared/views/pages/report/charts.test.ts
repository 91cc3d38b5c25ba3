/** Every number of every chart leads to a list that counts the same, of people who differ in all that charts show. */
import { describe, expect, test } from 'vitest';
import { FILTER_NAMES, readQuery } from '#shared/cohort/report/filters.ts';
import { reportOf } from '#shared/cohort/report/report.ts';
import { thingsOf } from '#shared/cohort/report/things.ts';
import type { SummaryRotation } from '#shared/people/outlook/summary.ts';
import { charts } from '#shared/views/pages/report/charts.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { due, finding, letter, noonOf, rotation, row } from '../../../cohort/rows.ts';

const NOW = noonOf('2027-03-01');
const EVERYBODY = { filters: {}, view: 'people', sort: 'risk', page: 1 } as const;

const planned = (overrides: Partial<SummaryRotation>, letterDueOn = '2027-06-24' as const) =>
  rotation({
    ...overrides,
    outlook: { waitingOn: 'applicant', letterDueOn },
  });
const people = [
  row({
    id: 'ada',
    activeOn: '2027-02-25',
    outlook: {
      at: NOW,
      findings: [finding({ color: 'red' })],
      due: [due('2027-02-26'), due('2027-03-02'), due('2027-03-04'), due('2027-04-13')],
      followed: { '7': [3, 1], '+1': [1, 0], monthly: [2, 2] },
    },
    rotations: [
      planned({ stage: 'documents', status: 'collecting' }),
      planned({ id: 'r2', stage: 'documents', status: 'collecting' }),
      rotation({ id: 'r3', stage: 'closed', status: 'closed', closed: 'rejected' }),
      rotation({ id: 'r4', stage: 'identify', status: 'shortlisted' }),
    ],
  }),
  row({
    id: 'ben',
    activeOn: '2027-01-02',
    outlook: {
      at: NOW,
      findings: [finding({ rule: 'silent', key: 'silent' })],
      due: [due('2027-03-05')],
      followed: { '7': [1, 1], picked: [1, 0] },
    },
    rotations: [
      planned({ letters: [letter({ status: 'assigned' })] }),
      planned({
        id: 'r2',
        stage: 'request-letter',
        status: 'waiting',
        letters: [letter({ status: 'declined' })],
      }),
      rotation({ id: 'r3', stage: 'closed', status: 'closed', closed: 'offer-expired' }),
    ],
  }),
  row({ id: 'cy', activeOn: '2027-02-25', rotations: [] }),
];
const cohort = { id: 'c2028', name: 'Match 2028' };
const report = reportOf(cohort, people, EVERYBODY, PUBLISHED_WORLD, NOW);
const page = String(charts(report));

function listOf(href: string) {
  const search = href.replaceAll('&amp;', '&').split('#')[0]?.split('?')[1];
  const query = readQuery(new URLSearchParams(search));
  if (!query.ok) throw new Error(href);
  return reportOf(cohort, people, query.value, PUBLISHED_WORLD, NOW);
}

/** Of things where the filter speaks of such, else of people. */
function countOf(href: string): number {
  const { query, rows } = listOf(href);
  const [things] = FILTER_NAMES.filter((name) => query.filters[name] !== undefined).flatMap(
    (name) => thingsOf(name, query.filters, rows) ?? [],
  );
  return things ? things.count : rows.length;
}

const sections = page.split('<section class="chart"').slice(1);

test('there are six charts, each with something in it', () => {
  expect(sections.map((section) => /id="(chart-\w+)"/.exec(section)?.[1])).toEqual([
    'chart-reasons',
    'chart-funnel',
    'chart-deadlines',
    'chart-aging',
    'chart-letters',
    'chart-followed',
  ]);
  expect(page).not.toContain('Nothing to show yet');
});

describe.each(sections.map((section) => [/<h3[^>]*>([^<]+)/.exec(section)?.[1], section]))(
  '%s',
  (_, section = '') => {
    const numbers = [...section.matchAll(/<td><a class="target" href="([^"]+)">(\d+)<\/a>/g)].map(
      ([, href = '', count]) => [href, Number(count)] as const,
    );

    test('every number above nought has a list that counts the same', () => {
      expect(numbers.length).toBeGreaterThan(0);
      expect(numbers.map(([href]) => [href, countOf(href)])).toEqual(numbers);
    });

    test('every bar has a list, and only an empty bar’s is empty', () => {
      const bars = [
        ...section.matchAll(
          /<a href="([^"]+)"><text class="label"[^>]*>[^<]*<\/text>\s*<rect[^>]*width="([\d.]+)"/g,
        ),
      ].map(([, href = '', width]) => [href, Number(width)] as const);
      expect(bars.length).toBe(section.split('class="bar"').length - 1);
      for (const [href, width] of bars) {
        expect([href, listOf(href).rows.length > 0]).toEqual([href, width > 0]);
      }
    });
  },
);

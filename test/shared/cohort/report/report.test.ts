/** The report's rows, counts, views and figures, from summaries alone. */
import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import { plusMs } from '#shared/base/time/instant.ts';
import { byHost } from '#shared/cohort/report/by-host.ts';
import {
  type Filters,
  type ReportQuery,
  readQuery,
  toggled,
  writeQuery,
} from '#shared/cohort/report/filters.ts';
import { countOf } from '#shared/cohort/report/matches.ts';
import { reportOf } from '#shared/cohort/report/report.ts';
import {
  agingByStage,
  byCode,
  byLetterMonth,
  byRung,
  byWeek,
} from '#shared/cohort/report/things.ts';
import { RISK_CODES, type RiskCode } from '#shared/people/casework/codes.ts';
import {
  type Summary,
  type SummaryRotation,
  summaryOfApplicant,
} from '#shared/people/outlook/summary.ts';
import type { PlanEvent } from '#shared/plan/facts/events.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { FURTHEST_STEPS } from '#shared/plan/rotation/track.ts';
import { people } from '#shared/views/pages/report/people.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice } from '../../../cast.ts';
import { storyOf } from '../../plan/moves/stories.ts';
import { due, finding, letter, noonOf, rotation, row } from '../rows.ts';

const TODAY = '2027-03-01';
const NOW = noonOf(TODAY);
const fresh: Partial<Summary> = {
  activeOn: '2027-02-25',
  outlook: { at: NOW, state: 'on-track', findings: [], due: [], followed: {} },
};
const outlook = (over: Partial<NonNullable<SummaryRotation['outlook']>> = {}) => ({
  waitingOn: 'applicant' as const,
  ...over,
});

function report(summaries: Summary[], query: Partial<ReportQuery> = {}) {
  const whole = { filters: {}, view: 'people', sort: 'risk', page: 1, ...query } as const;
  return reportOf({ id: 'c2028', name: 'Match 2028' }, summaries, whole, PUBLISHED_WORLD, NOW, {
    id: 'dana',
    name: 'Dana',
  });
}

const ada = row({
  ...fresh,
  id: 'ada',
  name: 'Ada',
  outlook: {
    at: NOW,
    state: 'needs-you',
    findings: [finding(), finding({ rule: 'G13' })],
    due: [due('2027-03-04'), due('2027-03-20')],
    followed: { '7': [2, 1] },
  },
  rotations: [
    rotation({
      id: 'r1',
      stage: 'documents',
      status: 'collecting',
      since: '2027-02-01',
      start: '2027-03-22',
      end: '2027-04-16',
      outlook: outlook({
        documents: { cleared: 4, pending: 3, expiring: 1 },
        letterDueOn: '2027-06-24',
        answerDays: 40,
        next: { title: 'documents for the Brown IR rotation', day: '2027-03-11' },
      }),
    }),
    rotation({
      id: 'r2',
      host: 'Yale',
      stage: 'closed',
      status: 'closed',
      closed: 'rejected',
      outlook: outlook({ answerDays: 60 }),
    }),
  ],
});
const ben = row({
  ...fresh,
  id: 'ben',
  name: 'Ben',
  reach: 'bounced',
  enrollment: 'graduate',
  outlook: { at: plusMs(NOW, -1000), due: [], followed: { '7': [1, 1], '+1': [1, 0] } },
  rotations: [
    rotation({
      host: 'Yale',
      since: '2027-02-19',
      letters: [
        letter({ status: 'assigned', writer: 'Dr. Yu' }),
        letter({ id: 'l2', status: 'declined' }),
      ],
      outlook: outlook({ letterDueOn: '2027-06-24' }),
    }),
  ],
});
const cy = row({ ...fresh, id: 'cy', name: 'Cy', rotations: [] });
const all = [cy, ben, ada];

describe('a row', () => {
  const [first] = report([ada]).rows;

  test('counts rotations, letters and papers', () => {
    expect(first?.rotations).toEqual({ planned: 0, applied: 0, offered: 0, confirmed: 1, done: 0 });
    expect(first?.documents).toEqual({ cleared: 4, pending: 3, expiring: 1 });
    expect(report([ben]).rows[0]).toMatchObject({ lettersIn: ['hands-on'], hasUsIrLetter: true });
  });

  test('works out on the day it is read how long, how far and how much slack', () => {
    expect(first).toMatchObject({
      daysInStep: 28,
      daysToNext: 3,
      slackDays: 10,
      firstIrStart: '2027-03-22',
      waitingOn: ['applicant'],
    });
    const later = reportOf(
      { id: 'c', name: 'c' },
      [ada],
      { filters: {}, view: 'people', sort: 'risk', page: 1 },
      PUBLISHED_WORLD,
      noonOf('2027-03-15'),
    );
    expect(later.rows[0]).toMatchObject({
      daysInStep: 42,
      daysToNext: 5,
      slackDays: -4,
    });
  });
});

test('what is to be started first comes first, although its own day is later', () => {
  const dues = [
    due('2027-03-12', { title: 'pay the fee' }),
    due('2027-04-20', { title: 'apply', startBy: '2027-03-09' }),
  ];
  const person = row({
    ...fresh,
    id: 'di',
    name: 'Di',
    outlook: { at: NOW, state: 'on-track', findings: [], due: dues, followed: {} },
  });
  expect(report([person]).rows[0]?.next?.title).toBe('apply');
  expect(String(people(report([person]), 'lead'))).toContain('Tue, Mar 9');
});

describe('the levels', () => {
  const levels = ['red', 'cannot-be-saved', 'amber', 'outside', 'gray'] as const;
  const each = levels.map((color) =>
    row({
      ...fresh,
      id: color,
      name: color,
      outlook: {
        at: NOW,
        state: 'needs-you',
        findings: [finding({ color })],
        due: [],
        followed: {},
      },
    }),
  );

  test.each(levels)('let %s be filtered alone, and what can still be saved is first', (risk) => {
    expect(report(each, { filters: { risk } }).rows.map(({ of }) => of.id)).toEqual([risk]);
    const savableFirst = ['red', 'amber', 'outside', 'gray', 'cannot-be-saved'];
    expect(report(each.toReversed()).rows.map(({ of }) => of.id)).toEqual(savableFirst);
  });

  test('of one color, what is lost first is first, however many reasons somebody else has', () => {
    const losing = (name: string, ...lastDays: (Day | undefined)[]) =>
      row({
        ...fresh,
        id: name,
        name,
        outlook: {
          at: NOW,
          state: 'needs-you',
          findings: lastDays.map((lastDay, n) => {
            const { lastDay: _, ...red } = finding({ color: 'red', rule: n > 0 ? 'G14' : 'G13' });
            return { ...red, ...(lastDay && { lastDay }) };
          }),
          due: [],
          followed: {},
        },
      });
    const three = [
      losing('never', undefined, undefined),
      losing('late', '2027-05-01', '2027-06-01'),
      losing('soon', '2027-03-05'),
    ];
    expect(report(three).rows.map(({ of }) => of.id)).toEqual(['soon', 'late', 'never']);
  });

  test('are words beside a shape, and a plan without a color has its state’s word', () => {
    const page = (of: Summary) => String(people(report([of]), 'lead'));
    expect(
      each.map((of) => /status \w+"><span[^>]*>(.)<\/span> ([a-z ]+)/.exec(page(of))?.[0]),
    ).not.toContain(undefined);
    expect(page(row({ ...fresh, rotations: [] }))).toContain('on track');
    const empty = {
      at: NOW,
      state: 'nothing-planned' as const,
      findings: [],
      due: [],
      followed: {},
    };
    expect(page(row({ ...fresh, outlook: empty }))).toContain('no plan yet');
    expect(page(row({ ...fresh, outlook: { at: NOW, due: [], followed: {} } }))).not.toContain(
      'on track',
    );
  });
});

describe('a report', () => {
  test('names the gravest first, counts everybody, and knows who is reached', () => {
    const made = report(all);
    expect(made.rows.map(({ of, findings }) => [of.id, findings[0]?.level])).toEqual([
      ['ada', 'amber'],
      ['ben', undefined],
      ['cy', undefined],
    ]);
    expect([made.people, made.reached]).toEqual([3, 2]);
  });

  test('says how fresh its data is', () => {
    const { outlook: _, ...never } = cy;
    const late = { ...ben, dueAt: plusMs(NOW, -3 * 3_600_000) };
    const onTime = { ...ada, dueAt: plusMs(NOW, 3_600_000) };
    const { freshness } = report([never, late, onTime]);
    expect(freshness).toEqual({ oldest: plusMs(NOW, -1000), newest: NOW, overdue: 2, never: 1 });
  });

  test('takes several values of one filter: either will do, and no third', () => {
    const at = (id: string, stage: 'identify' | 'apply' | 'documents') =>
      row({ ...fresh, id, name: id, rotations: [rotation({ stage })] });
    const three = [at('a', 'identify'), at('b', 'apply'), at('c', 'documents')];
    const query = readQuery(new URLSearchParams('step=identify&step=apply'));
    if (!query.ok) throw new Error('The query is refused.');
    const found = report(three, query.value);
    expect(found.rows.map(({ of }) => of.id)).toEqual(['a', 'b']);
    expect(writeQuery(toggled(query.value, 'step', 'apply'))).toBe('?step=identify');
    expect(writeQuery(toggled(query.value, 'step', 'documents'))).toBe(
      '?step=identify%2Capply%2Cdocuments',
    );
  });

  test('takes two ways of entering the US, and refuses them with a third that is none', () => {
    const three = (['visa', 'waiver', 'citizen'] as const).map((entry) =>
      row({ ...fresh, id: entry, name: entry, entry }),
    );
    const query = readQuery(new URLSearchParams('entry=visa&entry=waiver&pathway=integrated-ir'));
    if (!query.ok) throw new Error('The query is refused.');
    expect(report(three, query.value).rows.map(({ of }) => of.id)).toEqual(['visa', 'waiver']);
    expect(readQuery(new URLSearchParams('entry=visa,tourist'))).toEqual({
      ok: false,
      failure: [{ field: 'entry', message: 'The filter entry is not one of its choices.' }],
    });
  });

  test('is paged, and a page past the end is the last one', () => {
    const many = Array.from({ length: 120 }, (_, n) =>
      row({ ...fresh, id: `p${n}`, name: `P ${String(n).padStart(3, '0')}`, rotations: [] }),
    );
    const third = report(many, { sort: 'name', page: 3, rows: '50' });
    expect([third.pages, third.page, third.shown.length, third.shown[0]?.of.name]).toEqual([
      3,
      3,
      20,
      'P 100',
    ]);
    expect(report(many, { page: 99 }).page).toBe(5);
  });

  test.each([
    ['name', ['ada', 'ben', 'cy']],
    ['deadline', ['ada', 'ben', 'cy']],
    ['step', ['ada', 'ben', 'cy']],
  ] as const)('is ordered by %s', (sort, ids) => {
    expect(report(all, { sort }).rows.map(({ of }) => of.id)).toEqual(ids);
  });

  test.each([
    [{ risk: 'amber' }, ['ada']],
    [{ risk: 'green' }, ['cy']],
    [{ risk: 'not-visited' }, ['ben']],
    [{ call: 'today' }, ['ada']],
    [{ code: 'D1' }, ['ada']],
    [{ step: 'documents' }, ['ada']],
    [{ waiting: 'applicant' }, ['ada', 'ben']],
    [{ img: 'graduate' }, ['ben']],
    [{ entry: 'unknown' }, ['ada', 'ben', 'cy']],
    [{ entry: 'visa' }, []],
    [{ season: '2027' }, []],
    [{ due: '7' }, ['ada']],
    [{ week: '2027-03-15' }, ['ada']],
    [{ week: '2027-03-08' }, []],
    [{ starts: '30' }, ['ada']],
    [{ letters: '2027-06' }, ['ada', 'ben']],
    [{ reached: 'no' }, ['ben']],
    [{ funnel: 'assigned' }, ['ben']],
    [{ lost: 'apply' }, ['ada']],
    [{ site: 'Yale' }, ['ada', 'ben']],
    [{ site: 'Yale', img: 'graduate' }, ['ben']],
    [{ site: 'Yale\nNowhere', img: 'graduate' }, ['ben']],
    [{ season: '2027,2028' }, ['ada', 'ben', 'cy']],
    [{ writer: 'Dr. Yu' }, ['ben']],
    [{ writer: 'Dr. No\nDr. Yu' }, ['ben']],
    [{ case: 'open' }, []],
  ] as const)('lets %o through to %o', (filters, ids) => {
    expect(report(all, { filters, sort: 'name' }).rows.map(({ of }) => of.id)).toEqual(ids);
  });

  test('knows whose cases are mine, nobody’s, or to be followed up', () => {
    const open = {
      id: 'case-1',
      openedAt: NOW,
      openedBy: 'rules' as const,
      codes: ['D1' as const],
    };
    const mine = { ...ada, case: { ...open, owner: 'Dana', followUpOn: '2027-03-01' as const } };
    const nobodys = { ...ben, case: open };
    const closed = { ...cy, case: { ...open, closed: { at: NOW, reason: 'resolved' as const } } };
    const of = (which: 'open' | 'mine' | 'unowned' | 'follow-up') =>
      report([mine, nobodys, closed], { filters: { case: which }, sort: 'name' }).rows.map(
        (each) => each.of.id,
      );
    expect([of('open'), of('mine'), of('unowned'), of('follow-up')]).toEqual([
      ['ada', 'ben'],
      ['ada'],
      ['ben'],
      ['ada'],
    ]);
  });
});

describe('an address', () => {
  test('holds a view and gives it back', () => {
    const query: ReportQuery = {
      filters: { risk: 'red', site: 'Yale & co', week: '2027-03-01' },
      view: 'hosts',
      sort: 'slack',
      page: 2,
    };
    const written = writeQuery(query);
    expect(written).toBe('?risk=red&week=2027-03-01&site=Yale+%26+co&view=hosts&sort=slack&page=2');
    expect(readQuery(new URLSearchParams(written))).toEqual({ ok: true, value: query });
    expect(writeQuery({ filters: {}, view: 'people', sort: 'risk', page: 1 })).toBe('');
  });

  test('holds two hosts, each as it is named, and gives them back', () => {
    const written = '?site=Yale%2C+New+Haven&site=Brown&sort=name';
    const read = readQuery(new URLSearchParams(`${written}&site=&site=Brown`));
    expect(read.ok && read.value.filters.site).toBe('Yale, New Haven\nBrown');
    expect(read.ok && writeQuery(read.value)).toBe(written);
  });

  test('refuses a filter of one value that is given twice', () => {
    const read = readQuery(new URLSearchParams('due=7&due=21'));
    expect(read.ok ? [] : read.failure).toEqual([{ field: 'due', message: 'due is given twice.' }]);
  });

  test('with the empty fields of a form filters nothing', () => {
    const read = readQuery(new URLSearchParams('risk=&site=&page='));
    expect(read.ok && read.value.filters).toEqual({});
  });
});

describe('how far a rotation got', () => {
  const closedFrom = (events: readonly PlanEvent[]) =>
    events.reduce((so, event) => so.report(noonOf('2027-02-10'), event), storyOf()).rotation;
  const rowOf = (of: Rotation) =>
    report([summaryOfApplicant({ ...alice(), facts: { ...alice().facts, rotations: [of] } })]).rows;
  const r1 = { rotationId: 'r1' } as const;
  const withdrawn = { type: 'withdrawn', ...r1 } as const;

  test.each([
    ['only on the list', 'identify', [withdrawn]],
    ['applied', 'apply', [{ type: 'applied', ...r1 }, withdrawn]],
    ['offered', 'offered', [{ type: 'applied', ...r1 }, { type: 'offered', ...r1 }, withdrawn]],
    [
      'accepted',
      'confirmed',
      [
        { type: 'applied', ...r1 },
        { type: 'offered', ...r1 },
        { type: 'accepted', ...r1 },
        withdrawn,
      ],
    ],
  ] as const)(
    'is what its record says, not why it closed: withdrawn when %s',
    (_, step, events) => {
      const rows = rowOf(closedFrom(events));
      const isLostAt = (lost: (typeof FURTHEST_STEPS)[number]) =>
        countOf({ lost }, { rows, today: TODAY }) > 0;
      expect(FURTHEST_STEPS.filter(isLostAt)).toEqual([step]);
      expect(byHost(rows)[0]?.offered).toBe(step === 'offered' || step === 'confirmed' ? 1 : 0);
    },
  );

  test('ages from the day the step began, not from its latest status', () => {
    const chosen = { type: 'chosen', ...r1 } as const;
    const applied = storyOf()
      .report('2026-12-01T15:00:00.000Z', chosen)
      .report('2027-02-01T15:00:00.000Z', { type: 'applied', ...r1 })
      .report('2027-02-20T15:00:00.000Z', { type: 'waitlisted', ...r1 });
    expect(rowOf(applied.rotation)[0]).toMatchObject({ daysInStep: 90 });
    const accepted = applied
      .report('2027-02-24T15:00:00.000Z', { type: 'offered', ...r1 })
      .report('2027-02-27T15:00:00.000Z', { type: 'accepted', ...r1 });
    expect(rowOf(accepted.rotation)[0]).toMatchObject({ daysInStep: 2 });
  });
});

describe('the charts', () => {
  const made = report(all);
  const { rows } = made;
  const many = (list: Filters) => countOf(list, made);

  test('the funnel counts how far rotations came, and where they were lost', () => {
    const funnel = FURTHEST_STEPS.map((step) => [
      step,
      many({ funnel: step }),
      many({ lost: step }),
    ]);
    expect(funnel).toEqual([
      ['identify', 3, 0],
      ['apply', 3, 1],
      ['offered', 2, 0],
      ['confirmed', 2, 0],
      ['done', 1, 0],
      ['received', 1, 0],
      ['assigned', 1, 0],
    ]);
  });

  test('things are counted only in the rows that every other filter lets through', () => {
    expect([many({ rung: '7' }), many({ rung: '7', img: 'graduate' })]).toEqual([3, 1]);
    expect(many({ rung: '7', funnel: 'assigned' })).toBe(1);
  });

  test('deadlines are counted by weeks that begin on Monday', () => {
    const weeks = byWeek(rows, made.today);
    expect(weeks).toHaveLength(12);
    expect(weeks.slice(0, 3).map(([week, those]) => [week, those.length, many({ week })])).toEqual([
      ['2027-03-01', 1, 1],
      ['2027-03-08', 0, 0],
      ['2027-03-15', 1, 1],
    ]);
  });

  test('aging, letters, reasons and what was followed', () => {
    expect(
      agingByStage(rows, made.today).map(({ stage, medianDays, p90Days }) => [
        stage,
        medianDays,
        p90Days,
      ]),
    ).toEqual([
      ['documents', 28, 28],
      ['letter-received', 10, 10],
    ]);
    expect(byLetterMonth(rows).map(([month]) => month)).toEqual(['2027-06']);
    const letters = '2027-06';
    expect([many({ letters }), many({ letters, arrived: 'yes' })]).toEqual([2, 1]);
    const reason = (code: RiskCode) => [
      many({ code, risk: 'red' }),
      many({ code, risk: 'cannot-be-saved' }),
      many({ code, risk: 'amber' }),
    ];
    expect([reason('D1'), reason('D2')]).toEqual([
      [0, 0, 1],
      [0, 0, 1],
    ]);
    expect(RISK_CODES.filter((code) => many({ code }) > 0)).toEqual(['D1', 'D2']);
    expect(byCode(rows).map(([code]) => code)).toEqual(['D1', 'D2']);
    const sent = byRung(rows).map(([rung]) => [
      rung,
      many({ rung }),
      many({ rung, followed: 'yes' }),
    ]);
    expect(sent).toEqual([
      ['7', 3, 2],
      ['+1', 1, 0],
    ]);
  });
});

describe('the other views', () => {
  const { rows } = report(all);

  test('by host, with the days that answers took', () => {
    expect(
      byHost(rows).map(({ host, applicants, refused, done, medianAnswerDays }) => [
        host,
        applicants,
        refused,
        done,
        medianAnswerDays,
      ]),
    ).toEqual([
      ['Yale', 2, 1, 1, 60],
      ['Brown', 1, 0, 0, 40],
    ]);
  });
});

/** What an advisor reads first, on a small cast: by the day of a loss, new by the day it came, lost and unknown once. */
import { describe, expect, test } from 'vitest';
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import type { ReportQuery } from '#shared/cohort/report/filters.ts';
import { firstScreenOf, lastMonday } from '#shared/cohort/report/first-screen.ts';
import { reportOf } from '#shared/cohort/report/report.ts';
import { sentenceOf } from '#shared/cohort/risk/finding.ts';
import { accept } from '#shared/people/applicant/accept.ts';
import { withOutlook } from '#shared/people/outlook/look-ahead.ts';
import { type Summary, summaryOfApplicant } from '#shared/people/outlook/summary.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice } from '../../../cast.ts';
import {
  acceptedAtBrown,
  aliceFacts,
  BROWN,
  midwayAtBrown,
  type Story,
  storyOf,
} from '../../plan/moves/stories.ts';
import { due, finding, noonOf, rotation, row } from '../rows.ts';

const needsVisa = aliceFacts({
  profile: { ...aliceFacts().profile, entry: 'visa', visaWaitDays: 60 },
});

/** Visited on a day, as the sweep does; with what an earlier visit left. */
function visited(told: Story, day: Day, before: Applicant = alice()): Applicant {
  const { facts } = told.wait(noonOf(day));
  return withOutlook({ ...before, facts }, PUBLISHED_WORLD, noonOf(day));
}

function reportOn(
  day: Day,
  people: readonly (Applicant | Summary)[],
  query: Partial<ReportQuery> = {},
) {
  return reportOf(
    { id: 'c2028', name: 'Match 2028' },
    people.map((each) => ('facts' in each ? summaryOfApplicant(each) : each)),
    { filters: {}, view: 'people', sort: 'risk', page: 1, ...query },
    PUBLISHED_WORLD,
    noonOf(day),
    { id: 'dana', name: 'Dana' },
  );
}

const names = (rows: readonly { of: Summary }[]) => rows.map(({ of }) => of.name);
const idsOn = (day: Day, people: Summary[], query: Partial<ReportQuery> = {}) =>
  reportOn(day, people, query).rows.map(({ of }) => of.id);

const withList = (id: string, overrides: Partial<NonNullable<Summary['outlook']>>): Summary =>
  row({
    id,
    name: id,
    outlook: {
      at: noonOf('2027-03-01'),
      state: 'needs-you',
      findings: [],
      due: [],
      followed: {},
      ...overrides,
    },
  });

describe('newly red', () => {
  const offered = storyOf(BROWN, needsVisa)
    .report('2027-02-10T15:00:00.000Z', { type: 'applied', rotationId: 'r1' })
    .report('2027-05-27T15:00:00.000Z', {
      type: 'offered',
      rotationId: 'r1',
      expiresOn: '2027-06-30',
    });
  const atHome = visited(offered, '2027-06-02');
  const update = {
    id: 'u1',
    by: 'applicant' as const,
    event: { type: 'accepted' as const, rotationId: 'r1' },
  };
  const answer = accept(atHome, update, noonOf('2027-06-02'), PUBLISHED_WORLD);
  if (answer.verdict !== 'accepted') throw new Error(answer.verdict);
  const accepted = answer.applicant;

  test('is who came to it this week, although the day to book was months ago', () => {
    const { outlook } = accepted;
    const visa = outlook?.findings?.find(({ rule }) => rule === 'G13');
    expect([atHome.outlook?.findings?.[0]?.color, visa?.color]).not.toContain('green');
    expect(visa).toMatchObject({ color: 'red', since: '2027-06-02' });
    expect(outlook?.levelSince).toBe('2027-06-02');
    expect(visa?.day && visa.day < '2027-05-01').toBe(true);
    const { sinceMonday } = firstScreenOf(reportOn('2027-06-07', [accepted]));
    expect([sinceMonday.monday, names(sinceMonday.newlyRed)]).toEqual([
      '2027-05-31',
      ['Alice Mathew'],
    ]);
  });

  test('is nobody who was red a week before, whatever became late meanwhile', () => {
    const still = withOutlook(accepted, PUBLISHED_WORLD, noonOf('2027-06-14'));
    const report = reportOn('2027-06-14', [still]);
    expect(report.rows[0]).toMatchObject({ color: 'red', levelSince: '2027-06-02' });
    expect(still.outlook?.findings?.some(({ colorSince = '' }) => colorSince > '2027-06-07')).toBe(
      true,
    );
    expect(names(firstScreenOf(report).sinceMonday.newlyRed)).toEqual([]);
    const asked = { filters: { risk: 'red', since: '2027-06-07' } } as const;
    expect(reportOn('2027-06-14', [still], asked).rows).toEqual([]);
  });

  test('is who is red again after a time without', () => {
    const papers = visited(acceptedAtBrown(), '2027-06-08');
    const calm = visited(midwayAtBrown(), '2027-07-20', papers);
    const again = visited(midwayAtBrown(), '2027-08-30', calm);
    const of = ({ outlook }: Applicant) => [outlook?.findings?.[0]?.color, outlook?.levelSince];
    expect(of(papers)).toEqual(['red', '2027-06-08']);
    expect(of(calm)[0]).not.toBe('red');
    expect(of(again)).toEqual(['red', '2027-08-30']);
  });

  test('counts from Monday to Monday', () => {
    expect(lastMonday('2027-06-07')).toBe('2027-05-31');
    expect(lastMonday('2027-06-08')).toBe('2027-06-07');
    expect(lastMonday('2027-06-13')).toBe('2027-06-07');
  });

  test('by a bounce is who came to it with the bounce, not thirty days before the date', () => {
    const soon = visited(acceptedAtBrown(), '2027-05-20');
    const bounced = withOutlook(
      { ...soon, reach: 'bounced' },
      PUBLISHED_WORLD,
      noonOf('2027-06-03'),
    );
    expect(bounced.outlook?.findings?.[0]).toMatchObject({
      rule: 'unreached',
      color: 'red',
      since: '2027-06-03',
    });
    expect(bounced.outlook?.levelSince).toBe('2027-06-03');
  });
});

describe('of the days on which something is lost', () => {
  const red = (id: string, lastDay?: Day) => {
    const { lastDay: _, ...undated } = finding({ color: 'red' });
    return withList(id, { findings: [{ ...undated, ...(lastDay && { lastDay }) }] });
  };
  const offer = withList('offer', {
    state: 'on-track',
    due: [
      due('2027-03-02', {
        rule: 'accept',
        title: 'answer the offer from the Brown IR rotation',
        lastDay: '2027-03-02',
      }),
    ],
  });
  const lost = withList('lost', {
    findings: [finding({ color: 'cannot-be-saved', standing: 'lost' })],
  });

  test('the soonest is first: an offer that expires tomorrow, though nothing is late; savable above lost', () => {
    const amber = withList('amber', { findings: [finding({ lastDay: '2027-06-01' })] });
    const people = [
      lost,
      amber,
      red('undated'),
      red('in May', '2027-05-01'),
      red('in a week', '2027-03-08'),
      offer,
    ];
    expect(idsOn('2027-03-01', people)).toEqual([
      'offer',
      'in a week',
      'in May',
      'undated',
      'amber',
      'lost',
    ]);
    const { callToday } = firstScreenOf(reportOn('2027-03-01', people));
    expect(callToday.map(({ row: { of }, call }) => [of.id, call.lostOn])).toEqual([
      ['offer', '2027-03-02'],
      ['in a week', '2027-03-08'],
    ]);
    expect(callToday[0] && sentenceOf(callToday[0].call)).toBe(
      'Answer the offer from the Brown IR rotation: due Tue, Mar 2, 2027 (tomorrow). Call to find out whether it will be done in time.',
    );
  });

  test('what has no such day is a call in the week in which it turned red', () => {
    const news = (colorSince: Day) => {
      const { lastDay: _, ...undated } = finding({ color: 'red', colorSince });
      return withList('her', { findings: [undated] });
    };
    expect(firstScreenOf(reportOn('2027-03-08', [news('2027-03-02')])).callToday).toHaveLength(1);
    expect(firstScreenOf(reportOn('2027-03-08', [news('2027-03-01')])).callToday).toEqual([]);
  });

  test('a day that loses nothing is no call, however near: a letter is asked for a day later too', () => {
    const near = withList('her', { due: [due('2027-03-02', { rule: 'G15' })] });
    expect(firstScreenOf(reportOn('2027-03-01', [near])).callToday).toEqual([]);
  });

  test('nothing is a call once the season is over', () => {
    expect(firstScreenOf(reportOn('2027-03-01', [offer])).callToday).toHaveLength(1);
    const over = { ...offer, outlook: { ...offer.outlook, state: 'over' } } as Summary;
    expect(firstScreenOf(reportOn('2027-03-01', [over])).callToday).toEqual([]);
  });

  test('what another party holds is a call once it is lost within two weeks, and not a day before', () => {
    const held = withList('held', {
      findings: [
        finding({ color: 'outside', standing: 'blocked', party: 'host', lastDay: '2027-03-16' }),
      ],
    });
    expect(firstScreenOf(reportOn('2027-03-01', [held])).callToday).toEqual([]);
    expect(firstScreenOf(reportOn('2027-03-02', [held])).callToday).toHaveLength(1);
  });

  test('a follow-up that is planned holds the call back, unless something is lost before it', () => {
    const open = {
      id: 'case-1',
      openedAt: noonOf('2027-02-26'),
      openedBy: 'rules' as const,
      codes: ['D1' as const],
    };
    const later = (followUpOn: Day) => ({
      ...red('her', '2027-03-08'),
      case: { ...open, followUpOn },
    });
    expect(firstScreenOf(reportOn('2027-03-01', [later('2027-03-05')])).callToday).toEqual([]);
    expect(firstScreenOf(reportOn('2027-03-05', [later('2027-03-05')])).callToday).toHaveLength(1);
    expect(firstScreenOf(reportOn('2027-03-01', [later('2027-03-10')])).callToday).toHaveLength(1);
  });
});

describe('cannot be saved', () => {
  const gone = (rule: string) =>
    finding({ rule, color: 'cannot-be-saved', standing: 'lost', key: rule });

  test('is one line a person, with what now, however many things are lost', () => {
    const [line, ...others] = firstScreenOf(
      reportOn('2027-03-05', [
        withList('her', { findings: [finding({ color: 'red' }), gone('apply'), gone('G15')] }),
      ]),
    ).cannotBeSaved;
    expect([others.length, line?.more]).toEqual([0, 1]);
    expect(line && sentenceOf(line.first)).toBe(
      'Apply for the Brown IR rotation: possible until Mon, Mar 1, 2027, and not done. Agree on other dates or another host, or close it.',
    );
  });

  test('of a letter asks for another writer, not for other dates', () => {
    const letter = withList('her', { findings: [gone('G15')] });
    const [line] = firstScreenOf(reportOn('2027-03-05', [letter])).cannotBeSaved;
    expect(line?.first.words().action).toBe(
      'choose another writer, or continue without this letter',
    );
  });

  test('is new in the week in which it was lost, also of somebody who was red before', () => {
    const person = withList('her', {
      levelSince: '2027-01-04',
      findings: [
        finding({ color: 'red', key: 'a', colorSince: '2027-01-04' }),
        { ...gone('apply'), colorSince: '2027-03-02' },
      ],
    });
    const { newlyRed, newlyLost } = firstScreenOf(reportOn('2027-03-08', [person])).sinceMonday;
    expect([names(newlyRed), names(newlyLost)]).toEqual([[], ['her']]);
    expect(idsOn('2027-03-08', [person], { filters: { losses: '2027-03-03' } })).toEqual([]);
  });
});

describe('a sentence about the applicant', () => {
  const said = (of: Parameters<typeof finding>[0], rotations = [rotation()]) => {
    const [made] = reportOn('2027-03-05', [
      { ...withList('her', { findings: [finding(of)] }), rotations },
    ]).rows;
    return made?.findings[0] && sentenceOf(made.findings[0]);
  };

  test.each([
    [
      'begins with what to do, and says which day is estimated',
      {
        rule: 'G13',
        title: 'visa appointment for the Brown IR rotation',
        certainty: 'estimated',
        lastDay: '2027-05-05',
      },
      'Book the visa appointment for the Brown IR rotation: should have started by Mon, Feb 8, 2027 (25 days ago, est.), possible until Wed, May 5, 2027. Agree on a day to do it.',
    ],
    [
      'names another party’s loss as theirs',
      {
        rule: 'host-answer',
        title: 'an answer from Brown',
        standing: 'lost',
        color: 'cannot-be-saved',
        party: 'host',
        isLastEstimated: true,
      },
      'An answer from Brown did not come in time: needed by Mon, Mar 1, 2027 (est.). Agree on other dates or another host, or close it.',
    ],
  ] as const)('%s', (_, of, sentence) => {
    expect(said(of)).toBe(sentence);
  });

  test('of all that a host rules out is one, and offers other dates', () => {
    const yale = { ...BROWN, host: { name: 'Yale School of Medicine', institutionId: 'yale' } };
    const profile = { ...aliceFacts().profile, enrollment: 'graduate' as const };
    const graduate = storyOf(
      { ...yale, dates: { start: '2027-07-05', end: '2027-10-29' } },
      aliceFacts({ profile }),
    );
    const gates = agendaAt(graduate.facts, PUBLISHED_WORLD, noonOf('2026-12-01')).matters.filter(
      ({ rule, kind }) => rule === 'gate' && kind === 'conflict',
    );
    expect(gates.length).toBeGreaterThan(1);
    const [red] = reportOn('2026-12-01', [visited(graduate, '2026-12-01')]).rows;
    const ruled = red?.findings.filter(({ code }) => code === 'P1');
    expect(ruled?.map(sentenceOf)).toEqual([
      'Change or drop it: the host rules out the Yale School of Medicine IR rotation. Agree on other dates or another host, or withdraw it.',
    ]);
  });

  test('of a closed rotation says who closed it', () => {
    const closed = rotation({ stage: 'closed', status: 'closed', closed: 'rejected' });
    const of = {
      rule: 'closed',
      title: 'the Brown IR rotation is closed',
      standing: 'lost',
      color: 'cannot-be-saved',
    } as const;
    expect(said(of, [closed])).toBe(
      'Look for another host: the Brown IR rotation is closed, since the host said no. Agree on another host, or reopen it if that is wrong.',
    );
  });
});

describe('for the meeting', () => {
  const withCase = (id: string, of: Partial<NonNullable<Summary['case']>>) =>
    row({
      id,
      case: {
        id: `case-${id}`,
        openedAt: noonOf('2027-02-01'),
        openedBy: 'advisor',
        codes: [],
        ...of,
      },
    });
  const people = [
    withCase('due', { owner: 'Dana', followUpOn: '2027-03-01' }),
    withCase('overdue', { followUpOn: '2027-02-20' }),
    withCase('later', { owner: 'Omar', followUpOn: '2027-03-02' }),
    row({ id: 'none' }),
  ];

  test('follow-ups of today and before come by their day, and cases that nobody owns are named', () => {
    const { followUps, unowned } = firstScreenOf(reportOn('2027-03-01', people));
    expect(followUps.map(({ of }) => of.id)).toEqual(['overdue', 'due']);
    expect(unowned.map(({ of }) => of.id)).toEqual(['overdue']);
  });

  test('a closed case is neither', () => {
    const closed = { at: noonOf('2027-02-21'), reason: 'resolved' } as const;
    const [, overdue] = people;
    if (!overdue?.case) throw new Error('no case');
    const of = [{ ...overdue, case: { ...overdue.case, closed } }];
    const { followUps, unowned } = firstScreenOf(reportOn('2027-03-01', of));
    expect([followUps, unowned]).toEqual([[], []]);
  });
});

describe('a plan that has no color', () => {
  const colors = (...people: (Applicant | Summary)[]) =>
    reportOn('2027-03-01', people).rows.map(({ color }) => color);

  test('is green only where somebody has looked and nothing is late', () => {
    const { outlook: _, ...never } = row();
    expect(colors(row())).toEqual(['green']);
    expect(colors(never)).toEqual(['not-visited']);
    expect(colors(withList('over', { state: 'over' }))).toEqual(['over']);
  });

  test('is neither green without a plan nor where no email arrives, also with something to check', () => {
    const empty = withOutlook(alice(), PUBLISHED_WORLD, noonOf('2026-12-01'));
    expect(colors(empty)).toEqual(['no-plan']);
    const gray = [finding({ color: 'gray', standing: 'unknown' })];
    expect(colors(withList('a', { state: 'nothing-planned', findings: gray }))).toEqual([
      'no-plan',
    ]);
    expect(colors(withList('b', { state: 'unreachable', findings: gray }))).toEqual([
      'unreachable',
    ]);
    const late = [finding({ color: 'amber' })];
    expect(colors(withList('c', { state: 'unreachable', findings: late }))).toEqual(['amber']);
    expect(
      idsOn('2027-03-01', [row({ id: 'ok' }), withList('d', { state: 'unreachable' })], {
        filters: { risk: 'green' },
      }),
    ).toEqual(['ok']);
  });
});

describe('the age of our own data', () => {
  const old = due('2027-12-31', { checkedOn: '2026-11-23' });
  const thirty = Array.from({ length: 30 }, (_, n) =>
    withList(`p${n}`, { state: 'on-track', due: [old] }),
  );

  test('is one host to check, not a color on thirty people', () => {
    const report = reportOn('2027-02-21', thirty);
    expect(report.rows.filter(({ color }) => color !== 'green')).toEqual([]);
    expect(firstScreenOf(report).hostsToCheck).toEqual([
      { host: 'Brown', applicants: 30, checkedOn: '2026-11-23', unknown: 0 },
    ]);
  });

  test.each([
    ['checked a day less than three months ago', '2027-02-20', old],
    ['entered by the applicant', '2027-02-21', { ...old, certainty: 'entered' as const }],
    ['passed', '2028-01-01', old],
  ] as const)('is no list where the date was %s', (_, day, each) => {
    expect(firstScreenOf(reportOn(day, [withList('p', { due: [each] })])).hostsToCheck).toEqual([]);
  });

  test('stands beside what nobody knows of a host, once', () => {
    const unknown = { findings: [finding({ color: 'gray', standing: 'unknown' })] };
    const [host] = firstScreenOf(
      reportOn('2027-02-21', [withList('a', unknown), withList('b', unknown), ...thirty]),
    ).hostsToCheck;
    expect(host).toMatchObject({ host: 'Brown', applicants: 32, unknown: 2 });
  });
});

describe('a finished rotation with nobody asked for a letter', () => {
  const end = '2027-07-30';
  const confirmed = midwayAtBrown().report('2027-08-02T15:00:00.000Z', {
    type: 'took-place',
    rotationId: 'r1',
    happened: 'ended',
  });

  test.each([
    ['confirmed', confirmed],
    ['not confirmed', midwayAtBrown()],
    ['begun without its papers, and never confirmed', acceptedAtBrown()],
  ])('is red at three weeks: %s', (_, told) => {
    const at = (day: Day) =>
      visited(told, day).outlook?.findings?.find(({ rule }) => rule === 'G15');
    expect(at(plusDays(end, 21))?.color).toBe('amber');
    expect(at(plusDays(end, 22))).toMatchObject({ color: 'red', since: '2027-07-31' });
  });
});

test('with the guide’s three letters assigned, a rotation that nobody needs any longer is not red', () => {
  const { facts } = midwayAtBrown();
  const assigned = (n: number) =>
    Array.from({ length: n }, (_, index) => ({
      id: `own-${index}`,
      writer: { name: `Dr. ${index}`, specialty: 'research' as const },
      status: 'assigned' as const,
      askedOn: '2027-06-01' as const,
      since: noonOf('2027-08-01'),
    }));
  const colorWith = (n: number) =>
    withOutlook(
      alice({ facts: { ...facts, letters: assigned(n) } }),
      PUBLISHED_WORLD,
      noonOf('2027-08-30'),
    ).outlook?.findings?.find(({ rule }) => rule === 'G15')?.color;
  expect([colorWith(2), colorWith(3)]).toEqual(['red', 'amber']);
});

test('after the season nobody is red, also where no email arrives', () => {
  const bounced = (day: Day) =>
    withOutlook(
      { ...visited(acceptedAtBrown(), '2027-06-01'), reach: 'bounced' },
      PUBLISHED_WORLD,
      noonOf(day),
    );
  expect(bounced('2027-06-08').outlook?.findings?.[0]?.color).toBe('red');
  expect(bounced('2028-05-01').outlook?.findings).toEqual([]);
});

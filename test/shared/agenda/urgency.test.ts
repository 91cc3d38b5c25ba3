/** What comes first on a plan, one step at a time. */
import { describe, expect, test } from 'vitest';
import { entered, ours } from '#shared/agenda/deadline.ts';
import { type Draft, type Matter, matter } from '#shared/agenda/matter.ts';
import { standings } from '#shared/agenda/standings.ts';
import { inOrder } from '#shared/agenda/urgency.ts';
import type { Day } from '#shared/base/time/day.ts';

const TODAY: Day = '2027-03-01';

function due(day: Day, of: Partial<Draft> = {}): Matter {
  return matter({
    rule: 'G14',
    subject: day,
    kind: 'paper',
    whose: 'applicant',
    stake: 'rotation',
    hard: true,
    due: ours(day, 'a test'),
    ...of,
  });
}

/** A day that its host states. */
function stated(day: Day): Matter {
  return due(day, { due: entered(day, 'a test') });
}

const advised: Partial<Draft> = { hard: false };

function orderOf(...matters: Matter[]): readonly string[] {
  const found = standings(matters, '2027-03-01T15:00:00.000Z', 'America/New_York');
  return inOrder(matters, found, TODAY).map(({ matter: each, rank }) => `${rank} ${each.subject}`);
}

describe('first', () => {
  test('is a date of the season that is near, before a loss', () => {
    const season = due('2027-03-10', { stake: 'season' });
    const lost = due('2027-02-20', { lastDay: ours('2027-02-20', 'a test') });
    expect(orderOf(lost, season)).toEqual(['season 2027-03-10', 'cannot-be-saved 2027-02-20']);
  });

  test('of what is late and what a hard day soon ends, is what is lost first', () => {
    const late = due('2027-02-01', advised);
    const near = due('2027-03-10', { lastDay: ours('2027-03-10', 'a test') });
    expect(orderOf(late, near)).toEqual(['late 2027-03-10', 'late 2027-02-01']);
  });

  test('is what is lost in three days, before papers that were due and have no last day', () => {
    const papers = stated('2027-02-01');
    const visa = due('2027-02-20', { rule: 'visa', lastDay: ours('2027-03-04', 'a test') });
    const later = due('2027-02-21', { rule: 'visa', lastDay: ours('2027-03-16', 'a test') });
    expect(orderOf(papers, later, visa)).toEqual([
      'late 2027-02-20',
      'late 2027-02-01',
      'late 2027-02-21',
    ]);
  });

  test('of papers alone, is the day that is past, until the next is three days away', () => {
    const [past, near, soon] = [stated('2027-02-01'), stated('2027-03-05'), stated('2027-03-04')];
    expect(orderOf(soon, near, past)).toEqual([
      'late 2027-03-04',
      'late 2027-02-01',
      'late 2027-03-05',
    ]);
  });

  test('is what is late, before a hard day that is months away', () => {
    expect(orderOf(due('2027-07-20'), due('2027-02-01', advised))).toEqual([
      'late 2027-02-01',
      'rest 2027-07-20',
    ]);
  });

  test('of what presses nobody, is the day that is shown first', () => {
    expect(orderOf(due('2027-06-20', advised), due('2027-05-20'))).toEqual([
      'rest 2027-05-20',
      'rest 2027-06-20',
    ]);
  });
});

test('what the guide counts comes after a step with a place at stake, and before what presses nobody', () => {
  const short = due('2027-02-01', {
    ...advised,
    kind: 'count',
    stake: 'season',
    count: { least: 1, done: 0, planned: [] },
  });
  expect(orderOf(short, due('2027-06-20'), due('2027-03-20'))).toEqual([
    'late 2027-03-20',
    'short 2027-02-01',
    'rest 2027-06-20',
  ]);
});

describe('last', () => {
  test('is a count that was missed', () => {
    const missed = due('2027-01-01', {
      ...advised,
      kind: 'count',
      stake: 'season',
      count: { least: 1, done: 0, planned: [], missedAfter: '2027-02-01' },
    });
    expect(orderOf(missed, due('2027-06-20', advised))).toEqual([
      'rest 2027-06-20',
      'missed 2027-01-01',
    ]);
  });

  test('is what is only a comfort, however late', () => {
    expect(
      orderOf(due('2027-01-01', { ...advised, stake: 'comfort' }), due('2027-02-27', advised)),
    ).toEqual(['late 2027-02-27', 'comfort 2027-01-01']);
  });

  test('is not a comfort whose day comes first: a room by April before a flight in June', () => {
    const housing = due('2027-04-01', { ...advised, stake: 'comfort' });
    expect(orderOf(due('2027-06-20', advised), housing)).toEqual([
      'rest 2027-04-01',
      'rest 2027-06-20',
    ]);
  });
});

describe('a step that waits for the host to say whether it is possible', () => {
  const asked = due('2027-01-10', { rule: 'possible', kind: 'question', opens: '2027-01-10' });
  const gated = (day: Day) =>
    due(day, { rule: 'apply', possibleIf: asked.id, lastDay: ours(day, 'a test') });
  const visa = due('2027-02-20', {
    ...advised,
    lastDay: ours('2027-05-01', 'a test'),
  });

  test('is first on its last day, before what is late and can wait', () => {
    expect(orderOf(asked, visa, gated('2027-03-01'))[0]).toBe('late 2027-03-01');
  });

  test('is not, while its day is months away', () => {
    expect(orderOf(asked, visa, gated('2027-06-01'))[0]).toBe('late 2027-02-20');
  });
});

describe('whether a rotation started', () => {
  const started = due('2027-02-22', { rule: 'started', kind: 'question', opens: '2027-02-22' });
  const paper = due('2027-02-01', { savedBy: [started.id] });

  test('is asked before a paper that it could save', () => {
    expect(orderOf(paper, started)).toEqual(['late 2027-02-22', 'late 2027-02-01']);
  });

  test('is not, before its first day', () => {
    const later = { ...started, opens: '2027-03-02' as const };
    expect(orderOf(paper, later)).toEqual(['late 2027-02-01', 'rest 2027-02-22']);
  });
});

/** What a host rules out is a conflict, and what its page leaves open is a question. */
import { describe, expect, test } from 'vitest';
import { type AgendaAt, agendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import { dayDeadline } from '#shared/agenda/deadline.ts';
import { GATE_RULES } from '#shared/agenda/gates/gate.ts';
import { lossesOf } from '#shared/agenda/losses.ts';
import { type Draft, type Matter, matter } from '#shared/agenda/matter.ts';
import { plusDays } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { calendarEntries } from '#shared/people/mailing/entry.ts';
import { newApplicant } from '#shared/people/person/applicant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { findingsOf } from '#shared/words/findings.ts';
import { occasionsOf } from '#shared/words/occasions.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { aliceFacts, BROWN, type Story, storyOf } from '../../plan/moves/stories.ts';

const YALE = { name: 'Yale School of Medicine', institutionId: 'yale' };
const DECEMBER: Instant = '2026-12-01T15:00:00.000Z';
const JANUARY: Instant = '2027-01-04T15:00:00.000Z';
const MARCH: Instant = '2027-03-01T15:00:00.000Z';

const atYale = storyOf({ ...BROWN, host: YALE });

function at(facts: Facts, now: Instant): AgendaAt {
  return agendaAt(facts, PUBLISHED_WORLD, now);
}

function standing(plan: AgendaAt, id: string) {
  const matter = plan.matters.find((each) => each.id === id);
  return matter && standingOf(plan, matter);
}

describe('a page that leaves open whether the host can take the applicant', () => {
  test('is asked about 60 days before the application must begin, and is gray until then', () => {
    // Yale: apply 120 days before July 5, three weeks of work before that: February 14.
    const plan = at(atYale.facts, DECEMBER);
    expect(plan.matters.find(({ id }) => id === 'possible|r1')?.opens).toBe('2026-12-16');
    expect(standing(plan, 'possible|r1')?.name).toBe('ahead');
    expect(standing(plan, 'apply|r1')).toMatchObject({ name: 'unknown', color: 'gray' });
  });

  test('is amber from then on once the host is chosen, and the application is mentioned all the same', () => {
    const chosen = atYale.report('2026-12-02T15:00:00.000Z', { type: 'chosen', rotationId: 'r1' });
    const plan = at(chosen.facts, JANUARY);
    expect(standing(plan, 'possible|r1')?.name).toBe('open');
    expect(standing(plan, 'apply|r1')).toMatchObject({ name: 'unknown', color: 'amber' });
    expect(occasionsOf(plan).map(({ rule }) => rule)).toContain('apply');
  });

  test('colors nobody whose next step is to choose, before the day to begin', () => {
    expect(standing(at(atYale.facts, JANUARY), 'apply|r1')?.color).toBe('gray');
    expect(standing(at(atYale.facts, MARCH), 'apply|r1')?.color).toBe('amber');
  });

  test('colors nobody at a fourth host, of which nothing is asked before an earlier one has answered', () => {
    const four = [0, 1, 2, 3].map((n) => ({
      ...atYale.report('2026-12-02T15:00:00.000Z', { type: 'chosen', rotationId: 'r1' }).rotation,
      id: `r${n}`,
    }));
    const plan = at({ ...atYale.facts, rotations: four }, JANUARY);
    const colors = four.map(({ id }) => standing(plan, `apply|${id}`)?.color);
    expect(colors.toSorted()).toEqual(['amber', 'amber', 'amber', 'gray']);
  });

  test('past the day to begin is what the plan says first', () => {
    const chosen = atYale.report('2026-12-02T15:00:00.000Z', { type: 'chosen', rotationId: 'r1' });
    expect(at(chosen.facts, MARCH).state).toMatchObject({
      name: 'needs-you',
      first: { id: 'apply|r1' },
    });
  });

  test('is asked at once where that day has passed', () => {
    const late = storyOf({
      ...BROWN,
      host: YALE,
      dates: { start: '2027-04-12', end: '2027-05-07' },
    });
    expect(standing(at(late.facts, DECEMBER), 'possible|r1')?.name).toBe('open');
  });

  test('is one question to its host, whose every point is on the plan', () => {
    const plan = at(atYale.facts, JANUARY);
    expect(plan.matters.flatMap(({ about, id }) => (about.gate ? [id] : []))).toEqual([]);
    const ofHost = findingsOf(plan).filter(({ rule }) => GATE_RULES.includes(rule));
    expect(ofHost.map(({ rule, subject }) => `${rule} of ${subject}`)).toEqual([
      'host-department of r1',
    ]);
  });

  test('and how one enters is asked once, for all hosts', () => {
    const plan = at(atYale.facts, JANUARY);
    const asked = plan.matters.filter(({ kind }) => kind === 'question').map(({ id }) => id);
    expect(asked).toContain('entry|plan');
    expect(asked.filter((id) => id.startsWith('gate|'))).toEqual([]);
  });

  test('yes in one press ends the question, and the application is an ordinary step', () => {
    const yes = atYale.report(JANUARY, { type: 'host-confirmed', rotationId: 'r1' });
    const plan = at(yes.facts, JANUARY);
    expect(standing(plan, 'possible|r1')).toBeUndefined();
    expect(standing(plan, 'apply|r1')?.name).toBe('open');
  });

  test('no in one press closes the rotation', () => {
    const no = atYale.report(JANUARY, { type: 'withdrawn', rotationId: 'r1' });
    expect(no.rotation.stage).toBe('closed');
    expect(standing(at(no.facts, JANUARY), 'possible|r1')).toBeUndefined();
  });

  test('is not asked once the application is sent, nor of a host outside our directory', () => {
    const sent = atYale.report(JANUARY, { type: 'applied', rotationId: 'r1' });
    expect(standing(at(sent.facts, JANUARY), 'possible|r1')).toBeUndefined();
    expect(standing(at(storyOf().facts, JANUARY), 'possible|r1')).toBeUndefined();
  });

  test('is asked of a host outside our directory by a graduate: does it take graduates?', () => {
    const { facts } = storyOf();
    const profile = { ...facts.profile, enrollment: 'graduate' as const };
    const plan = at({ ...facts, profile }, JANUARY);
    const asked = plan.matters.filter(({ kind }) => kind === 'question').map(({ id }) => id);
    expect(asked).toContain('possible|r1');
    expect(asked).not.toContain('gate|r1/who');
  });

  test('is asked of three hosts at once, those whose day comes first', () => {
    const spring = ['2027-04-05', '2027-04-12', '2027-04-19', '2027-04-26'] as const;
    const five = spring.reduce<Story>(
      (reported, start) =>
        reported.report(DECEMBER, {
          type: 'rotation-added',
          rotation: { ...BROWN, host: YALE, dates: { start, end: plusDays(start, 25) } },
        }),
      storyOf({ ...BROWN, host: YALE, dates: { start: '2027-05-03', end: '2027-05-28' } }),
    );
    const plan = at(five.facts, DECEMBER);
    const asked = plan.matters.filter(({ rule }) => rule === 'possible');
    const open = asked.filter((each) => standingOf(plan, each).name === 'open');
    expect(asked).toHaveLength(5);
    expect(open).toEqual(asked.slice(0, 3));
  });
});

describe('a host that cannot take the applicant', () => {
  const graduate = {
    ...aliceFacts(),
    profile: { ...aliceFacts().profile, enrollment: 'graduate' as const },
  };

  test('is lost at once, and takes every step of the rotation along', () => {
    const plan = at(storyOf({ ...BROWN, host: YALE }, graduate).facts, DECEMBER);
    expect(standing(plan, 'gate|r1/who')).toMatchObject({
      name: 'lost',
      color: 'cannot-be-saved',
    });
    for (const rule of ['G6', 'apply', 'G14b', 'housing', 'flight'])
      expect(standing(plan, `${rule}|r1`)?.name).toBe('lost');
    expect(standing(plan, 'possible|r1')).toBeUndefined();
    expect(plan.state).toMatchObject({ name: 'cannot-be' });
  });

  test('on these dates alone can be saved by others, and until then no step is asked for', () => {
    const mgh = { name: 'MGH', institutionId: 'mgh' };
    const july = storyOf({ ...BROWN, host: mgh });
    const plan = at(july.facts, DECEMBER);
    expect(standing(plan, 'gate|r1/months')).toMatchObject({ name: 'lost', color: 'red' });
    for (const rule of ['G6', 'apply', 'G14b'])
      expect(standing(plan, `${rule}|r1`)).toMatchObject({
        name: 'ahead',
        need: 'gate|r1/months',
      });
    const titles = calendarEntries(
      newApplicant({ id: 'a1', cohortId: 'c1', facts: july.facts }, DECEMBER),
      PUBLISHED_WORLD,
      DECEMBER,
    ).map(({ key }) => key);
    expect(titles.filter((key) => key.endsWith('/r1'))).toEqual(['rotation/r1']);
  });
});

test('of two losses of one rotation the first to come is said, and not the first of the list', () => {
  const conflict = lossOf({ rule: 'gate', kind: 'conflict', opens: '2027-03-10' });
  const late = lossOf({
    rule: 'apply',
    lastDay: dayDeadline('2027-03-01', { certainty: 'official', source: 'the host' }),
  });
  const firstOf = (matters: Matter[]) => [
    ...lossesOf(matters, '2027-04-01T15:00:00.000Z').takenAlong.values(),
  ];
  expect(firstOf([conflict, late])).toEqual(['apply|r1']);
  expect(firstOf([late, { ...conflict, opens: '2027-02-10' }])).toEqual(['gate|r1']);
});

function lossOf(of: Partial<Draft> & Pick<Draft, 'rule'>): Matter {
  return matter({
    kind: 'step',
    subject: 'r1',
    about: { rotationId: 'r1' },
    whose: 'applicant',
    stake: 'rotation',
    ...of,
  });
}

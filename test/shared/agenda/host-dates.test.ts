/** The days of one rotation at its host, from the host's own cells; what a page does not say is asked for. */
import { describe, expect, test } from 'vitest';
import { gatesOfRotation } from '#shared/agenda/gates/gates-of-rotation.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { RotationPlan } from '#shared/plan/facts/rotation.ts';
import { endOf } from '#shared/plan/rotation/moments.ts';
import { offerings } from '#shared/world/hosts/hosts.ts';
import type { Offering } from '#shared/world/hosts/offering.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { BROWN, NOVEMBER, type Story, storyOf } from '../plan/moves/stories.ts';
import { find, said, saidAt } from './of-rotation.ts';

const AUTUMN = { start: '2026-10-05', end: '2026-10-30' } as const;
const JUNE = { start: '2027-06-07', end: '2027-07-02' } as const;
const SUMMER = { start: '2027-07-05', end: '2027-07-30' } as const;

describe('the last day to apply', () => {
  test.each<[id: string, start: RotationPlan['dates'], day: Day, certainty: string]>([
    // A day stated for this period of rotations, and for the same period of the year before.
    ['columbia-international-electives', AUTUMN, '2026-04-30', 'official'],
    ['columbia-international-electives', SUMMER, '2027-04-30', 'estimated'],
    // A day stated for the academic year.
    ['duke-international-electives', AUTUMN, '2026-04-10', 'secondary'],
    // The same day every year, for rotations of some months.
    ['university-of-miami-elective-for-medical-graduates', JUNE, '2027-01-31', 'secondary'],
    // Counted back from the first day.
    ['baptist-health-south-florida-observer-program', SUMMER, '2027-06-14', 'secondary'],
  ])('at %s for %j is %s (%s)', (id, dates, day, certainty) => {
    const due = find('apply', at(id, dates))?.due;
    expect(due).toMatchObject({ day, certainty });
    expect(due?.source).toMatch(/https:/);
  });

  test('that is stated for another year is late when it has passed, never lost', () => {
    const { due, lastDay, hard } =
      find('apply', at('columbia-international-electives', SUMMER)) ?? {};
    expect([due?.day, lastDay?.day, hard]).toEqual(['2027-04-30', '2027-07-03', true]);
  });

  test('is asked for where a page states none, or one of another year', () => {
    const isAsked = (id: string, dates = SUMMER as RotationPlan['dates']) =>
      find('apply-by', at(id, dates)) !== undefined;
    expect(isAsked('columbia-international-electives')).toBe(true);
    expect(isAsked('columbia-international-electives', AUTUMN)).toBe(false);
    expect(isAsked('vanderbilt-us-electives')).toBe(true);
    expect(isAsked('yale-international-electives')).toBe(false);
  });

  test('that the page only advises makes nothing late or lost, and is asked for', () => {
    const reported = at('jefferson-student-observership', SUMMER);
    const { due, lastDay, hard } = find('apply', reported) ?? {};
    expect([due?.day, lastDay?.day, hard]).toEqual(['2027-04-04', '2027-07-03', false]);
    expect(find('apply-by', reported)).toBeDefined();
  });

  test('that the page advises beside its rule is said with it, and moves nothing', () => {
    const reported = at('yale-international-electives', SUMMER);
    expect(find('apply', reported)?.due?.day).toBe('2027-03-07');
    const why = (now: Instant) => saidAt(now, 'apply', reported).why;
    expect(why('2027-01-02T17:00:00.000Z')).toContain('recommends applying by Sat, Jan 2, 2027.');
    expect(why('2027-01-04T17:00:00.000Z')).not.toContain('recommends');
  });
});

describe('the day on which applications open', () => {
  test.each<[id: string, dates: RotationPlan['dates'], day: Day | undefined]>([
    ['johns-hopkins-visiting-electives', SUMMER, '2027-01-05'],
    ['columbia-international-electives', AUTUMN, '2026-03-02'],
    // Of another year: estimated, and never after the last day to apply.
    ['duke-international-electives', { start: '2028-03-27', end: '2028-04-21' }, '2027-02-11'],
    ['penn-visiting-clerkship-and-mentorship', SUMMER, '2027-02-01'],
    ['uofl-health-medical-observership-program', SUMMER, undefined],
    ['orlando-health-clerkships', SUMMER, undefined],
  ])('at %s for %j is %s', (id, dates, day) => {
    expect(find('apply', at(id, dates))?.opens).toBe(day);
  });

  test('is said with its source, and with its hour where the page names one', () => {
    const ucla = at('ucla-us-electives', AUTUMN);
    expect(said('apply', ucla).why).toContain(
      'Applications are taken from Mon, Mar 9, 2026, 11:00 a.m. ET',
    );
    expect(said('apply', at('columbia-international-electives', SUMMER)).why).toContain(
      'about Tue, Mar 2, 2027 (our estimate from another year; ask the host)',
    );
  });

  test('that is a sentence only is shown in the page’s words', () => {
    expect(said('apply', at('orlando-health-clerkships', SUMMER)).why).toContain(
      '“2026-27 applications being taken (page of May 2026)”',
    );
  });
});

describe('the day on which the host answers', () => {
  test.each<[id: string, day: Day, certainty: string]>([
    ['ucla-us-electives', '2027-05-06', 'official'],
    ['upmc-international-electives', '2027-06-04', 'official'],
    ['university-of-miami-elective-for-medical-graduates', '2027-03-15', 'secondary'],
    ['cleveland-clinic-international-physician-observership', '2027-03-15', 'official'],
    // Rolling, or a sentence only: six weeks, which is ours.
    ['orlando-health-clerkships', '2027-02-21', 'estimated'],
    ['md-anderson-observer-appointment', '2027-02-21', 'estimated'],
  ])('of %s is %s (%s)', (id, day, certainty) => {
    expect(find('host-answer', applied(id, SUMMER))?.due).toMatchObject({ day, certainty });
  });

  test('before the application was sent is no day of it', () => {
    const late = applied(
      'cleveland-clinic-international-physician-observership',
      SUMMER,
      '2027-03-20T15:00:00.000Z',
    );
    expect(find('host-answer', late)?.due).toMatchObject({ certainty: 'estimated' });
  });

  test('that is a sentence only is shown in the page’s words when we ask', () => {
    expect(said('follow-up', applied('md-anderson-observer-appointment', SUMMER)).why).toContain(
      '“at least 4 weeks”',
    );
  });
});

describe('documents and the agreement between the schools', () => {
  test.each<[rule: string, id: string, day: Day]>([
    ['G14b', 'duke-international-electives', '2027-06-20'],
    ['G14b', 'swedish-medical-center-international-invited-guest', '2027-05-04'],
    // A day for the fee is none for documents.
    ['G14b', 'brigham-and-womens-radiology-observership', '2027-06-07'],
    ['affiliation', 'wake-forest-international-electives', '2027-06-05'],
  ])('%s at %s: %s', (rule, id, day) => {
    expect(find(rule, at(id, SUMMER))?.due?.day).toBe(day);
  });
});

describe('every filled cell is a day or a rule, or its words are shown and asked about', () => {
  test.each<[cell: Cell, read: number, shown: number]>([
    ['opens', 31, 6],
    ['deadline', 49, 8],
    ['decision', 16, 25],
    ['months', 33, 14],
    ['maxLength', 84, 2],
  ])('%s: %d read, %d shown', (cell, read, shown) => {
    const filled = offerings().filter((each) => each[cell]);
    const inWords = filled.filter((each) => !isRead(cell, each));
    const silent = inWords.filter((each) => !isShown(cell, each)).map(({ id }) => id);
    expect(silent).toEqual([]);
    expect([filled.length - inWords.length, inWords.length]).toEqual([read, shown]);
  });
});

type Cell = 'opens' | 'deadline' | 'decision' | 'months' | 'maxLength';

function isRead(cell: Cell, { id, read = {} }: Offering): boolean {
  switch (cell) {
    case 'opens':
      return find('apply', at(id, SUMMER))?.opens !== undefined;
    case 'deadline':
      return find('apply', at(id, SUMMER))?.due?.source.includes('https:') ?? false;
    case 'decision':
      return find('host-answer', applied(id, SUMMER))?.due?.source.includes('https:') ?? false;
    case 'months':
      return read.opening !== undefined;
    case 'maxLength':
      return (read.weeksEach ?? read.weeksInAllMax ?? read.electivesMax) !== undefined;
  }
}

function isShown(cell: Cell, { id, [cell]: words = [] }: Offering): boolean {
  const text = words.join('; ');
  switch (cell) {
    case 'opens':
      return said('apply', at(id, SUMMER)).why.includes(text);
    case 'deadline':
      return said('apply-by', at(id, SUMMER)).why.includes(text);
    case 'decision':
      return said('follow-up', applied(id, SUMMER)).why.includes(text);
    case 'months':
    case 'maxLength':
      return gatesOfRotation(at(id, SUMMER).rotation, at(id, SUMMER).facts, PUBLISHED_WORLD).some(
        ({ state, reason }) =>
          (state === 'not-stated' || state === 'ask') && 'text' in reason && reason.text === text,
      );
  }
}

function applied(
  id: string,
  dates: RotationPlan['dates'],
  on: Instant = '2027-01-10T15:00:00.000Z',
) {
  return at(id, dates).report(on, { type: 'applied', rotationId: 'r1' });
}

function at(institutionId: string, dates: RotationPlan['dates']): Story {
  const host = PUBLISHED_WORLD.host(institutionId);
  const isPast = dates !== undefined && endOf(dates.end) <= NOVEMBER;
  const story = storyOf({
    ...BROWN,
    host: { name: host?.name ?? institutionId, institutionId },
    mode: host?.offering.mode === 'hands-on' ? 'hands-on' : 'observer',
    ...(dates && !isPast && { dates }),
  });
  if (!isPast) return story;
  // Added before its days had passed.
  const rotations = story.facts.rotations.map((rotation) => ({ ...rotation, dates }));
  return { ...story, facts: { ...story.facts, rotations } };
}

describe('the papers of a rotation from July 5 to 30', () => {
  const papersBy = (day: Day) => {
    const entered = {
      type: 'host-day-entered',
      rotationId: 'r1',
      hostDay: 'documents-by',
    } as const;
    return find('G14b', storyOf().report('2027-04-01T15:00:00.000Z', { ...entered, day }))?.due;
  };

  test('are due on the host’s day, where it is before the first', () => {
    expect(papersBy('2027-06-21')).toMatchObject({ day: '2027-06-21', certainty: 'entered' });
  });

  test('are due before the first day, where the day entered is after it', () => {
    expect(papersBy('2027-12-03')).toMatchObject({ day: '2027-07-04', certainty: 'entered' });
  });
});

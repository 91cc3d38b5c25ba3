/** The graduates' road: each line says what it brings, letters come first, and research is no clinical month. */
import { describe, expect, test } from 'vitest';
import { type Line, leadsTo, perWeekWords } from '#shared/shortlist/line.ts';
import { orderOf } from '#shared/shortlist/place-facts.ts';
import { shortlist } from '#shared/shortlist/shortlist.ts';
import { shortlistText } from '#shared/shortlist/shortlist-text.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../../cast.ts';
import { aliceAsks } from './profiles.ts';

const graduate = shortlist(
  aliceAsks({ enrollment: 'graduate', graduationOn: '2025-06-30' }),
  PUBLISHED_WORLD,
  MONDAY,
);
const student = shortlist(aliceAsks({}), PUBLISHED_WORLD, MONDAY);

describe('a graduate’s list', () => {
  const { lines } = graduate.rotations;

  test('says of every observership that it is watching only, and what a week costs', () => {
    const watched = lines.filter(({ stay }) => stay?.rotation.mode === 'observer');
    expect(watched.length).toBeGreaterThan(10);
    for (const line of watched) {
      expect(leadsTo(line)).toMatch(/^Watching only: it is not a hands-on month\. [AI]/);
      const week = line.stay && perWeekWords(line.stay);
      expect(week).toMatch(/^about \$[1-9][\d,]* a week|^its weekly cost is not known$/);
    }
    expect(watched.some(({ stay }) => stay && perWeekWords(stay).startsWith('about'))).toBe(true);
  });

  test('is hands-on only where a page takes graduates, and says why others are left out', () => {
    const takesGraduates = (line: Line) =>
      PUBLISHED_WORLD.host(line.stay?.rotation.host.institutionId)?.acceptsGraduates;
    const isHandsOn = ({ stay }: Line) => stay?.rotation.mode === 'hands-on';
    const handsOn = lines.filter(isHandsOn);
    expect(handsOn.length).toBeGreaterThan(0);
    for (const line of handsOn) expect(takesGraduates(line)).toBe('yes');
    const silent = graduate.rotations.failing.filter(
      (line) =>
        isHandsOn(line) &&
        takesGraduates(line) === undefined &&
        line.gates.every(({ state }) => state !== 'fails'),
    );
    expect(silent.length).toBeGreaterThan(0);
    for (const { why } of silent) expect(why).toContain('unless a page says otherwise');
  });

  test('has the places that give letters before those that give none, among equals', () => {
    const watched = lines.filter(
      ({ stay, canApply }) => stay?.rotation.mode === 'observer' && canApply === 'yes',
    );
    const order = watched.map(({ facts }) => orderOf(facts, 'letters'));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });
});

test('a line shows a month whose day to apply is ahead, where there is one', () => {
  const today = '2026-11-28';
  const listOf = (...months: string[]) =>
    shortlist(
      aliceAsks({ enrollment: 'graduate', graduationOn: '2025-06-30', months }),
      PUBLISHED_WORLD,
      `${today}T15:00:00.000Z`,
    ).rotations.lines;
  const ahead = (lines: ReturnType<typeof listOf>) =>
    lines.filter(({ stay }) => (stay?.applyBy?.day ?? '') >= today).map(({ id }) => id);
  // In March an observership would have been applied for by October.
  const april = ahead(listOf('2027-04'));
  expect(april.length).toBeGreaterThan(20);
  expect(ahead(listOf('2027-03', '2027-04'))).toEqual(expect.arrayContaining(april));
});

describe('a research stay', () => {
  test('is on a list of its own, and among no rotations', () => {
    expect(graduate.research.map(({ id }) => id)).toContain('penn-affiliated-research');
    const rotations = [...graduate.rotations.lines, ...graduate.rotations.failing];
    const ids = new Set(rotations.map(({ id }) => id));
    expect(graduate.research.filter(({ id }) => ids.has(id))).toEqual([]);
  });

  test('says that it is no clinical experience', () => {
    expect(shortlistText(graduate, { plans: [], unreached: [], leftOut: [] })).toContain(
      'A research stay is not clinical experience and does not count as a month.',
    );
  });

  test('is not proposed to a student', () => {
    expect(student.research).toEqual([]);
    expect(shortlistText(student, { plans: [], unreached: [], leftOut: [] })).not.toContain(
      'Research stays',
    );
  });
});

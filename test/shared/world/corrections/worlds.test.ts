/** Two teams and everyone: who sees which date. Team one advises c1 and c2, team two advises c2. */
import { describe, expect, test } from 'vitest';
import { plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import {
  confirmCorrection,
  correct,
  putSeason,
  takeBack,
  UNCONFIRMED_CELLS_MAX,
  UNCONFIRMED_CORRECTIONS_MAX,
} from '#shared/world/corrections/change-world.ts';
import { rowsOf, worldsOf } from '#shared/world/corrections/changed-world.ts';
import type { HostCorrection, SeasonCorrection } from '#shared/world/corrections/correction.ts';
import { HOST_CELLS, HOST_FIELDS } from '#shared/world/corrections/host-cells.ts';
import type { Unconfirmed } from '#shared/world/corrections/unconfirmed.ts';
import { UNCHANGED_WORLD, type WorldItem } from '#shared/world/corrections/world-item.ts';
import { institutions } from '#shared/world/programs/directory.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';

const NOW: Instant = '2027-02-01T15:00:00.000Z';
const ONE: Unconfirmed = { by: 'Dana Okafor', advisorId: 'dana', cohortIds: ['c1', 'c2'] };
const TWO: Unconfirmed = { by: 'Omar Advisor', advisorId: 'omar', cohortIds: ['c2'] };
const COHORTS = [undefined, 'c1', 'c2', 'c3'];

const MATCH: SeasonCorrection = {
  of: 'season',
  id: 'any',
  season: 2028,
  event: 'match-day',
  day: '2028-03-24',
  source: 'https://www.nrmp.org/match-calendars/',
  checkedOn: '2027-02-01',
  certainty: 'official',
};
const YALE: HostCorrection = {
  of: 'host',
  id: 'any',
  institutionId: 'yale',
  field: 'documentsLeadDays',
  value: 1,
  source: 'https://medicine.yale.edu/',
  checkedOn: '2027-02-01',
  certainty: 'official',
};

describe('while nothing is entered by anybody', () => {
  test('all cohorts share the world of everyone', () => {
    const worldFor = worldsOf(UNCHANGED_WORLD);
    for (const cohortId of COHORTS) expect(worldFor(cohortId)).toBe(PUBLISHED_WORLD);
  });

  test('they share it too once an operator has corrected it', () => {
    const worldFor = worldsOf(entered(UNCHANGED_WORLD, 'o1', MATCH));
    for (const cohortId of COHORTS) expect(worldFor(cohortId)).toBe(worldFor());
    expect(worldFor().season(2028).dates['match-day']).toMatchObject({
      day: '2028-03-24',
      certainty: 'official',
    });
  });
});

describe('a date that one team enters', () => {
  test('is seen by its cohorts alone, as their word', () => {
    const item = entered(UNCHANGED_WORLD, 'a', { ...MATCH, unconfirmed: ONE });
    expect(matchDays(item)).toEqual(['2028-03-17', '2028-03-24', '2028-03-24', '2028-03-17']);
    expect(worldsOf(item)('c1').season(2028).dates['match-day']).toMatchObject({
      certainty: 'secondary',
      source: 'entered by Dana Okafor, not yet confirmed: https://www.nrmp.org/match-calendars/',
    });
  });

  test('of a host likewise, and the other cohorts keep the very same world', () => {
    const item = entered(UNCHANGED_WORLD, 'a', { ...YALE, unconfirmed: TWO });
    const worldFor = worldsOf(item);
    const leads = COHORTS.map((id) => worldFor(id).host('yale')?.documentsLeadDays);
    expect(leads).toEqual([undefined, undefined, 1, undefined]);
    expect([worldFor('c1'), worldFor('c3')]).toEqual([PUBLISHED_WORLD, PUBLISHED_WORLD]);
    expect(worldFor('c2')).toBe(worldFor('c2'));
  });

  test.each([
    ['a later', '2028-03-31', '2028-03-24'],
    ['an earlier', '2028-03-20', '2028-03-20'],
  ] as const)(
    'is used where another advisor of the cohort enters %s one: the earlier',
    (_, day, used) => {
      const one = entered(UNCHANGED_WORLD, 'a', { ...MATCH, unconfirmed: ONE });
      const item = entered(one, 'b', { ...MATCH, day, unconfirmed: TWO });
      expect(matchDays(item)).toEqual(['2028-03-17', '2028-03-24', used, '2028-03-17']);
      const [first, other] =
        day < '2028-03-24' ? ['Omar Advisor', 'Dana Okafor'] : ['Dana Okafor', 'Omar Advisor'];
      expect(worldsOf(item)('c2').season(2028).dates['match-day']?.source).toContain(
        `entered by ${first}, not yet confirmed, against a later date from ${other}: https://`,
      );
    },
  );

  test('of a host is the longer lead of two, since it is the earlier day', () => {
    const one = entered(UNCHANGED_WORLD, 'a', { ...YALE, value: 60, unconfirmed: ONE });
    const item = entered(one, 'b', { ...YALE, value: 90, unconfirmed: TWO });
    const leads = COHORTS.map((id) => worldsOf(item)(id).host('yale')?.documentsLeadDays);
    expect(leads).toEqual([undefined, 60, 90, undefined]);
  });

  test('corrected again by the same advisor is one entry', () => {
    const one = entered(UNCHANGED_WORLD, 'a', { ...MATCH, unconfirmed: ONE });
    const item = entered(one, 'b', { ...MATCH, day: '2028-03-31', unconfirmed: ONE });
    expect(item.corrections.map(({ id }) => id)).toEqual(['b']);
    expect(matchDays(item)[1]).toBe('2028-03-31');
  });

  test('gives way to an operator’s season file', () => {
    const one = entered(UNCHANGED_WORLD, 'a', { ...MATCH, unconfirmed: ONE });
    const rows = [...rowsOf(UNCHANGED_WORLD, 2028)];
    const item = value(putSeason(one, 2028, rows, by('s1'), NOW));
    expect(new Set(matchDays(item))).toEqual(new Set(['2028-03-17']));
  });

  test('taken back shows the team the date of everyone again', () => {
    const one = entered(UNCHANGED_WORLD, 'a', { ...MATCH, unconfirmed: ONE });
    const item = value(takeBack(one, 'a', by('back'), NOW, ONE.cohortIds));
    expect(new Set(matchDays(item))).toEqual(new Set(['2028-03-17']));
  });

  test('is not withdrawn by a team that advises only some of its cohorts, nor by another', () => {
    const one = entered(UNCHANGED_WORLD, 'a', { ...MATCH, unconfirmed: ONE });
    for (const cohortIds of [['c2'], ['c3'], []]) {
      expect(takeBack(one, 'a', by('back'), NOW, cohortIds)).toMatchObject({
        failure: { reason: 'not-yours' },
      });
    }
  });

  test('the same twice is refused, and so is what the cohort has already', () => {
    const one = entered(UNCHANGED_WORLD, 'a', { ...MATCH, unconfirmed: ONE });
    for (const unconfirmed of [ONE, TWO]) {
      expect(correct(one, { ...MATCH, unconfirmed }, by('b'), NOW)).toMatchObject({
        failure: { reason: 'same' },
      });
    }
    expect(
      correct(one, { ...MATCH, unconfirmed: { ...ONE, cohortIds: ['c3'] } }, by('b'), NOW).ok,
    ).toBe(true);
  });

  test('is bounded for each cohort, another still enters its own, and a withdrawn one gives its place back', () => {
    let item = UNCHANGED_WORLD;
    for (let n = 0; n < UNCONFIRMED_CORRECTIONS_MAX; n += 1) {
      item = entered(item, `y${n}`, {
        ...MATCH,
        season: 2029 + n,
        day: friday(2029 + n),
        unconfirmed: { ...ONE, cohortIds: ['c1'] },
      });
    }
    expect(correct(item, { ...MATCH, unconfirmed: ONE }, by('more'), NOW)).toMatchObject({
      failure: { reason: 'too-many' },
    });
    expect(correct(item, { ...MATCH, unconfirmed: TWO }, by('more'), NOW).ok).toBe(true);
    const freed = value(takeBack(item, 'y0', by('back'), NOW));
    expect(correct(freed, { ...MATCH, unconfirmed: ONE }, by('more'), NOW).ok).toBe(true);
  });
});

describe('what one person takes from one page about one host', () => {
  const CELLS: readonly [HostCorrection['field'], HostCorrection['value']][] = [
    ['leadDays', 90],
    ['documentsLeadDays', 30],
    ['step1', 'before-start'],
    ['toefl', 100],
    ['notes', 'read by phone'],
    ['deposit', 50],
  ];
  const hosts = institutions().map(({ id }) => id);

  /** Six cells of each of the first hosts. */
  function forms(many: number, sourceOf = (field: string) => `https://example.org/${field}`) {
    return hosts.slice(0, many).flatMap((institutionId) =>
      CELLS.map(([field, cell]): HostCorrection => {
        const source = sourceOf(field);
        const entry = { ...YALE, institutionId, field, value: cell, source, unconfirmed: ONE };
        return { ...entry, certainty: 'secondary' };
      }),
    );
  }

  function enteredAll(all: readonly HostCorrection[]): WorldItem {
    return all.reduce((item, each, n) => entered(item, `h${n}`, each), UNCHANGED_WORLD);
  }

  function refusalOf(item: WorldItem, of: HostCorrection): string | undefined {
    const made = correct(item, of, by('more'), NOW);
    return made.ok ? undefined : made.failure.reason;
  }

  const onePage = () => 'https://example.org/visitors';

  test('is one entry, however many fields its form has', () => {
    const item = enteredAll(forms(UNCONFIRMED_CORRECTIONS_MAX, onePage));
    const [more] = forms(UNCONFIRMED_CORRECTIONS_MAX + 1, onePage).slice(-CELLS.length);
    expect(more && refusalOf(item, more)).toBe('too-many');
    const [known] = forms(1, onePage);
    expect(known && refusalOf(item, { ...known, field: 'ielts', value: 7 })).toBeUndefined();
  });

  test('is as many entries as pages where each field names another one', () => {
    const item = enteredAll(forms(UNCONFIRMED_CORRECTIONS_MAX / CELLS.length));
    const [more] = forms(UNCONFIRMED_CORRECTIONS_MAX).slice(-1);
    expect(more && refusalOf(item, more)).toBe('too-many');
    expect(more && refusalOf(item, { ...more, unconfirmed: TWO })).toBe('too-many');
    expect(
      more && refusalOf(item, { ...more, unconfirmed: { ...TWO, cohortIds: ['c3'] } }),
    ).toBeUndefined();
  });

  test('never fills the world with cells', () => {
    const scores = HOST_FIELDS.filter((field) => HOST_CELLS[field].kind === 'score');
    const all = hosts.slice(0, UNCONFIRMED_CORRECTIONS_MAX).flatMap((institutionId) =>
      scores.map((field): HostCorrection => {
        const entry = { ...YALE, institutionId, field, value: 8, unconfirmed: ONE };
        return { ...entry, source: onePage(), certainty: 'secondary' };
      }),
    );
    const item = enteredAll(all.slice(0, UNCONFIRMED_CELLS_MAX));
    const more = all[UNCONFIRMED_CELLS_MAX];
    expect(more && refusalOf(item, more)).toBe('too-many');
  });
});

describe('a page that was read again', () => {
  const checkBy = (id: string, institutionId: string, cohortIds: string[]) => ({
    of: 'host-check' as const,
    id,
    institutionId,
    source: 'https://www.example.edu/visiting',
    certainty: 'secondary' as const,
    checkedOn: dayIn(EASTERN, NOW),
    unconfirmed: { ...ONE, cohortIds },
  });

  test('of every offering by one cohort leaves another cohort its room, and corrections theirs', () => {
    const hosts = institutions().map(({ id }) => id);
    const item = hosts.reduce<WorldItem>(
      (before, host, n) => value(correct(before, checkBy(`k${n}`, host, ['c1']), by(`k${n}`), NOW)),
      UNCHANGED_WORLD,
    );
    const [host = ''] = hosts;
    expect(item.corrections).toHaveLength(hosts.length);
    expect(correct(item, checkBy('other', host, ['c2']), by('other'), NOW).ok).toBe(true);
    expect(correct(item, { ...MATCH, unconfirmed: ONE }, by('more'), NOW).ok).toBe(true);
  });
});

describe('confirmed by an operator', () => {
  const one = entered(UNCHANGED_WORLD, 'a', { ...MATCH, unconfirmed: ONE });

  test('it is everybody’s date, with the certainty of its source', () => {
    const item = value(confirmCorrection(one, 'a', by('o1'), NOW));
    expect(new Set(matchDays(item))).toEqual(new Set(['2028-03-24']));
    expect(worldsOf(item)('c3').season(2028).dates['match-day']).toMatchObject({
      certainty: 'official',
      source: 'entered by Dana Okafor, confirmed: https://www.nrmp.org/match-calendars/',
    });
    expect(item.audit.at(-1)).toMatchObject({
      act: 'confirmed',
      by: 'operator',
      old: 'Fri, Mar 17, 2028 (estimated)',
      new: 'Fri, Mar 24, 2028 (official)',
    });
    expect(item.audit.at(-1)?.cohortIds).toBeUndefined();
  });

  test('sent twice it is confirmed once', () => {
    const item = value(confirmCorrection(one, 'a', by('o1'), NOW));
    expect(value(confirmCorrection(item, 'a', by('o1'), NOW))).toBe(item);
  });

  test('an operator withdraws it as a whole', () => {
    const item = value(confirmCorrection(one, 'a', by('o1'), NOW));
    const back = value(takeBack(item, 'o1', by('o2'), NOW));
    expect(new Set(matchDays(back))).toEqual(new Set(['2028-03-17']));
  });

  test.each([['a'], ['nothing']])('what is not waiting cannot be: %s', (id) => {
    const item = value(confirmCorrection(one, 'a', by('o1'), NOW));
    expect(confirmCorrection(item, id, by('o2'), NOW)).toMatchObject({
      failure: { reason: 'nothing-to-confirm' },
    });
  });

  test('a date that is past by then is not', () => {
    expect(confirmCorrection(one, 'a', by('o1'), '2028-04-01T12:00:00.000Z')).toMatchObject({
      failure: { reason: 'past' },
    });
  });
});

function entered(item: WorldItem, id: string, of: SeasonCorrection | HostCorrection): WorldItem {
  return value(correct(item, of, by(id), NOW));
}

function matchDays(item: WorldItem): (string | undefined)[] {
  const worldFor = worldsOf(item);
  return COHORTS.map((id) => worldFor(id).season(2028).dates['match-day']?.day);
}

function friday(year: number) {
  const estimated = PUBLISHED_WORLD.season(year).dates['match-day']?.day ?? '2028-03-17';
  return plusDays(estimated, 7);
}

function by(id: string) {
  return { id, by: 'operator', reason: 'read it' };
}

function value<Value>(result: { ok: true; value: Value } | { ok: false; failure: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/** Dana enters a host that the directory does not have, and then its cells. */
import { describe, expect, test } from 'vitest';
import type { Result } from '#shared/base/result.ts';
import { shortlist } from '#shared/shortlist/shortlist.ts';
import { sites } from '#shared/shortlist/site.ts';
import { confirmCorrection, correctAll, takeBack } from '#shared/world/corrections/change-world.ts';
import { worldsOf } from '#shared/world/corrections/changed-world.ts';
import { readCorrections } from '#shared/world/corrections/read-correction.ts';
import { UNCHANGED_WORLD, type WorldItem } from '#shared/world/corrections/world-item.ts';
import { findSites, pickedSite } from '#shared/world/programs/find-site.ts';
import { searchDirectory, searchSchema } from '#shared/world/search.ts';
import { MONDAY } from '../../../cast.ts';
import { aliceAsks } from '../../shortlist/profiles.ts';

const DANA = { by: 'Dana Advisor', advisorId: 'dana', cohortIds: ['c2028'] };
const OMAR = { by: 'Omar Advisor', advisorId: 'omar', cohortIds: ['c2028'] };
const STATED = {
  source: 'https://www.ruralmed.org/visitors',
  checkedOn: '2026-11-20',
  certainty: 'secondary',
  reason: 'two of our students went there',
};
const RURAL = {
  ...STATED,
  of: 'new-host',
  name: 'Rural Medical Center',
  city: 'Ord',
  state: 'NE',
  mode: 'hands-on',
};
const ID = 'new-rural';
const DOMAIN = { ...STATED, of: 'host', institutionId: ID, domain: 'RuralMed.org' };
const GRADUATES = { ...STATED, of: 'host', institutionId: ID, graduates: 'yes' };
const OFFICIAL = { ...GRADUATES, certainty: 'official' };

describe('a new host', () => {
  test('is found, listed, and weighed for her cohort alone, with her word for its source', () => {
    const worldFor = worldsOf(entered(UNCHANGED_WORLD, RURAL));
    const world = worldFor('c2028');
    expect(world.host(ID)).toMatchObject({
      name: 'Rural Medical Center',
      modes: ['hands-on'],
      certainty: 'secondary',
      source: 'entered by Dana Advisor, not yet confirmed: https://www.ruralmed.org/visitors',
    });
    expect(findSites('rural ord', world.newHosts).sites.map(({ pick }) => pick)).toEqual([
      `host-${ID}`,
    ]);
    expect(pickedSite(`host-${ID}`, world.newHosts)?.name).toBe('Rural Medical Center');
    expect(sites(world).map(({ id }) => id)).toContain(ID);
    for (const other of [worldFor('c2029'), worldFor()]) {
      expect([other.host(ID), other.newHosts]).toEqual([undefined, undefined]);
    }
    expect(searchDirectory(searchSchema.parse({ text: 'rural' }), worldFor()).total).toBe(0);
  });

  test('is in the directory of everyone once confirmed', () => {
    const worldFor = worldsOf(confirmed(entered(UNCHANGED_WORLD, RURAL), 'a'));
    expect(searchDirectory(searchSchema.parse({ text: 'rural' }), worldFor()).total).toBe(1);
    expect(worldFor('c2029').host(ID)?.source).toBe(
      'entered by Dana Advisor, confirmed: https://www.ruralmed.org/visitors',
    );
  });

  test('that offers research only is a research stay for her graduates, and no rotation', () => {
    const worldFor = worldsOf(entered(UNCHANGED_WORLD, { ...RURAL, mode: 'research' }));
    const lists = (cohortId?: string) => {
      const graduate = aliceAsks({ enrollment: 'graduate', graduationOn: '2025-06-30' });
      const { research, rotations } = shortlist(graduate, worldFor(cohortId), MONDAY);
      const isRural = ({ id }: { readonly id: string }) => id === ID;
      return [
        research.find(isRural)?.name,
        [...rotations.lines, ...rotations.failing].find(isRural),
      ];
    };
    expect(lists('c2028')).toEqual(['Rural Medical Center: Research stay', undefined]);
    expect(lists('c2029')).toEqual([undefined, undefined]);
    expect(worldFor('c2028').host(ID, 'research')?.modes).toEqual(['research']);
  });

  test('has cells like any other, unknown until entered', () => {
    const item = entered(UNCHANGED_WORLD, RURAL);
    expect(worldsOf(item)('c2028').host(ID)?.acceptsGraduates).toBeUndefined();
    expect(worldsOf(entered(item, GRADUATES, 'b'))('c2028').host(ID)?.acceptsGraduates).toBe('yes');
  });

  test('that two advisors describe in two ways stays, as the first said', () => {
    const item = entered(
      entered(UNCHANGED_WORLD, RURAL),
      { ...RURAL, mode: 'observer' },
      'b',
      OMAR,
    );
    expect(worldsOf(item)('c2028').host(ID)?.modes).toEqual(['hands-on']);
  });

  test('withdrawn is gone with its cells', () => {
    const item = entered(entered(UNCHANGED_WORLD, RURAL), GRADUATES, 'b');
    const gone = value(takeBack(item, 'a', by('back'), MONDAY));
    expect(worldsOf(gone)('c2028').host(ID)).toBeUndefined();
  });

  test.each([
    ['the directory has, by another of its names', { ...RURAL, name: 'yale' }, 'known-host'],
    ['has an official page already', { ...RURAL, certainty: 'official' }, 'not-official'],
  ])('is refused that %s', (_, form, reason) => {
    expect(refusal(UNCHANGED_WORLD, form)).toBe(reason);
  });

  test.each([
    ['no name', { ...RURAL, name: '' }],
    ['a state in words', { ...RURAL, state: 'Nebraska' }],
    ['no kind of rotation', { ...RURAL, mode: 'unclear' }],
  ])('with %s is no form of ours', (_, form) => {
    expect(readCorrections({ ...form, update: 'a' }).ok).toBe(false);
  });

  test.each(['مستشفى', '🏥', 'Medical Center', '東京 Hospital'])(
    'needs a name by which plans can find it: %s',
    (name) => {
      expect(readCorrections({ ...RURAL, name, update: 'a' })).toMatchObject({
        ok: false,
        failure: { field: 'name', message: expect.stringContaining('Latin letters') },
      });
    },
  );

  test('that nobody confirmed has no cell that everyone has', () => {
    const item = entered(entered(UNCHANGED_WORLD, RURAL), GRADUATES, 'b');
    expect(confirmCorrection(item, 'b', by('x'), MONDAY)).toMatchObject({
      failure: { reason: 'unknown-subject' },
    });
  });
});

describe('the domain of a new host', () => {
  const item = entered(entered(UNCHANGED_WORLD, RURAL), DOMAIN, 'b');

  test('makes no page official while one advisor says so', () => {
    expect(refusal(item, OFFICIAL)).toBe('not-official');
    expect(refusal(confirmed(item, 'a'), OFFICIAL)).toBe('not-official');
  });

  test('confirmed makes its pages official, and those of a look-alike not', () => {
    const both = confirmed(confirmed(item, 'a'), 'b');
    expect(refusal(both, OFFICIAL)).toBeUndefined();
    expect(refusal(both, { ...OFFICIAL, source: 'https://ruralmed.org.evil.example/' })).toBe(
      'not-official',
    );
  });

  test('that one advisor enters for a host of the directory makes no page of it official either', () => {
    const yales = entered(UNCHANGED_WORLD, {
      ...DOMAIN,
      institutionId: 'yale',
      domain: 'evil.example',
    });
    const page = { ...OFFICIAL, institutionId: 'yale', source: 'https://evil.example/' };
    expect(refusal(yales, page)).toBe('not-official');
  });

  test.each(['edu', 'https://yale.edu', 'yale.edu/ir', 'ya le.edu', '.edu', ''])(
    'is not %j',
    (text) => {
      expect(readCorrections({ ...DOMAIN, domain: text, update: 'a' }).ok).toBe(false);
    },
  );
});

function entered(
  item: WorldItem,
  form: Record<string, string>,
  id = 'a',
  unconfirmed = DANA,
): WorldItem {
  const { corrections, reason } = value(readCorrections({ ...form, update: id }));
  const all = corrections.map((each) => ({ correction: { ...each, unconfirmed }, reason }));
  return value(correctAll(item, all, 'Dana Advisor', MONDAY));
}

function refusal(item: WorldItem, form: Record<string, string>): string | undefined {
  const { corrections, reason } = value(readCorrections({ ...form, update: 'z' }));
  const all = corrections.map((each) => ({ correction: { ...each, unconfirmed: DANA }, reason }));
  const made = correctAll(item, all, 'Dana Advisor', MONDAY);
  return made.ok ? undefined : made.failure[0]?.refusal.reason;
}

function confirmed(item: WorldItem, id: string): WorldItem {
  return value(confirmCorrection(item, id, by(`${id}-too`), MONDAY));
}

function by(id: string) {
  return { id, by: 'Dana Advisor', reason: 'read it' };
}

function value<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

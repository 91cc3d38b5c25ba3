import { describe, expect, test } from 'vitest';
import { institutions, programs } from '#shared/world/programs/directory.ts';
import { findSites, pickedSite } from '#shared/world/programs/find-site.ts';

describe('a site is found', () => {
  test('by the beginnings of its words, in any order and however written', () => {
    const names = findSites('BIRM alab').sites.map(({ name }) => name);
    expect(names).toContain('University of Alabama Hospital (Birmingham)');
    expect(findSites('medicine yale').sites[0]).toMatchObject({
      pick: 'host-yale-international-electives',
    });
  });

  test.each([
    ['MGH', 'massachusetts-general'],
    ['UPMC', 'upmc'],
    ['Hopkins', 'johns-hopkins'],
    ['Standford', 'stanford'],
  ])('by an alias or a near spelling: %s', (text, hostId) => {
    expect(findSites(text).sites.map(({ host }) => host?.hostId)).toContain(hostId);
  });

  test('twenty at a time, saying how many more', () => {
    const { sites, more } = findSites('university');
    expect(sites).toHaveLength(20);
    expect(more).toBeGreaterThan(50);
  });

  test('by no text at all never', () => {
    expect(findSites('  ')).toEqual({ sites: [], more: 0 });
    expect(findSites('<script>').sites).toEqual([]);
  });
});

describe('a pick', () => {
  test('of every program and every host is known again', () => {
    const picks = [
      ...institutions().map(({ id }) => `host-${id}`),
      ...programs().map(({ code }) => `program-${code}`),
    ];
    expect(picks).toHaveLength(435);
    expect(picks.filter((pick) => pickedSite(pick)?.pick !== pick)).toEqual([]);
  });

  test.each(['', 'host-', 'host-nowhere', 'program-1', '__proto__'])(
    'that is none: "%s"',
    (pick) => {
      expect(pickedSite(pick)).toBeUndefined();
    },
  );
});

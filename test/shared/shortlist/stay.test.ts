import { describe, expect, test } from 'vitest';
import { sites } from '#shared/shortlist/site.ts';
import { datesIn, staysAt } from '#shared/shortlist/stay.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';

describe('four weeks in a month', () => {
  test.each([
    ['2027-04', '2027-04-05', '2027-04-30'],
    // The first Monday is the 7th: four weeks from it would touch July, where Baylor is closed.
    ['2027-06', '2027-06-01', '2027-06-26'],
    ['2027-02', '2027-02-01', '2027-02-26'],
    ['2028-02', '2028-02-01', '2028-02-26'],
  ])('of %s', (month, start, end) => {
    expect(datesIn(month)).toEqual({ start, end });
  });
});

describe('ways into a site', () => {
  const at = (id: string) => {
    const site = sites(PUBLISHED_WORLD).find((each) => each.id === id);
    if (!site) throw new Error(`No site ${id}`);
    return staysAt(site, []).map(({ mode, route }) => `${mode} by ${route}`);
  };

  test('never mix watching with an elective', () => {
    expect(at('cleveland-clinic')).toEqual(['hands-on by institution', 'observer by observership']);
    expect(at('bidmc')).toEqual(['observer by observership']);
  });

  test('are taken as hands-on by its own form where nothing is said, and that is no fact', () => {
    expect(at('fiu')).toEqual(['hands-on by institution']);
  });

  test('are told apart by place where a host has several', () => {
    const mayo = sites(PUBLISHED_WORLD).filter(({ host }) => host.id === 'mayo');
    expect(mayo.map(({ state }) => state)).toEqual(['AZ', 'FL', 'MN']);
    expect(new Set(mayo.map(({ id }) => id)).size).toBe(3);
  });
});

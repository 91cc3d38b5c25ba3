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

  test('are one for each offering: nobody watches by an elective’s route', () => {
    expect(at('uab-international-electives')).toEqual(['hands-on by institution']);
    expect(at('uab-international-observers')).toEqual(['observer by observership']);
  });

  test('are taken as hands-on by its own form where nothing is said, and that is no fact', () => {
    expect(at('mount-sinai-beth-israel-any-placement')).toEqual(['hands-on by institution']);
  });

  test('lead to no research: it is not a rotation', () => {
    expect(sites(PUBLISHED_WORLD).map(({ id }) => id)).not.toContain(
      'cincinnati-childrens-non-employee-research',
    );
  });

  test('are distinguished by place where a host has several, and by offering', () => {
    const sinai = sites(PUBLISHED_WORLD).filter(({ host }) => host.hostId === 'mount-sinai');
    expect(new Set(sinai.map(({ id }) => id)).size).toBe(4);
    expect(new Set(sinai.map(({ name }) => name)).size).toBe(4);
  });
});

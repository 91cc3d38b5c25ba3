import { expect, test } from 'vitest';
import { cities, cityOf, countryNamed, zoneNamed } from '#shared/base/time/cities.ts';
import { isZone } from '#shared/base/time/instant.ts';

test('every zone of the runtime is found by its city, its country, and its name', () => {
  const known = cities().map(({ zone }) => zone);
  const spelled = Intl.supportedValuesOf('timeZone').map((zone) => zoneNamed(cityOf(zone)));
  expect(spelled.filter((zone) => zone === undefined || !known.includes(zone))).toEqual([]);
  for (const { zone, name } of cities()) {
    expect(isZone(zone), zone).toBe(true);
    expect(zoneNamed(name)).toBe(zone);
    expect(zoneNamed(name.split(', ')[0] ?? '')).toBe(zone);
  }
});

test.each([
  ['kolkata', 'Asia/Kolkata'],
  ['Bogotá', 'America/Bogota'],
  ['  Ho Chi Minh, Vietnam ', 'Asia/Ho_Chi_Minh'],
  ['Nigeria', 'Africa/Lagos'],
  ['Europe/Kiev', 'Europe/Kiev'],
])('“%s” means %s', (text, zone) => {
  expect(zoneNamed(text)).toBe(zone);
});

test.each(['IST', 'Brazil', 'United States', '', ',', 'India, Kolkata', '+05:30'])(
  '“%s” means no zone',
  (text) => {
    expect(zoneNamed(text)).toBeUndefined();
  },
);

test.each([
  ['India', 'IN'],
  ['in', 'IN'],
  ['Germany', 'DE'],
  ['UK', 'GB'],
  ['united states', 'US'],
  ['Atlantis', undefined],
  ['', undefined],
])('“%s” is the country %s', (text, code) => {
  expect(countryNamed(text)).toBe(code);
});

test.each([
  ['Asia/Calcutta', 'Kolkata, India'],
  ['UTC', 'UTC'],
])('%s is shown as %s', (zone, name) => {
  expect(cityOf(zone)).toBe(name);
});

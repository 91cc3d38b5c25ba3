import { expect, test } from 'vitest';
import { cities, cityOf, countryNamed, zoneNamed, zoneSchema } from '#shared/base/time/cities.ts';
import towns from '#shared/base/time/city-zones.json' with { type: 'json' };
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
  ['Mumbai', 'Asia/Kolkata'],
  ['Pune, India', 'Asia/Kolkata'],
  ['Pune, Maharashtra, India', 'Asia/Kolkata'],
  ['Lagos', 'Africa/Lagos'],
  ['Hyderabad, PK', 'Asia/Karachi'],
  ['Boston', 'America/New_York'],
  ['Bangalore, India', 'Asia/Kolkata'],
])('“%s” means %s', (text, zone) => {
  expect(zoneNamed(text)).toBe(zone);
});

test.each([
  'IST',
  'Brazil',
  'United States',
  'Hyderabad',
  'Springfield, US',
  'Pune, Japan, Mars',
  '',
  ',',
  'India, Kolkata',
  '+05:30',
])('“%s” means no zone', (text) => {
  expect(zoneNamed(text)).toBeUndefined();
});

test('a text longer than any city is looked up nowhere, and is refused', () => {
  const long = (city: string) => `${city}${' '.repeat(60)}`;
  expect([zoneNamed(long('Sofia')), countryNamed(long('India'))]).toEqual([undefined, undefined]);
  // Of a text that is looked up, cities of that name are offered.
  const { error } = zoneSchema.safeParse(long('Hyderabad'));
  expect(error?.issues.at(-1)?.message).toContain('such as “Kolkata, India”, or an IANA name');
});

test('five thousand towns that nobody knows are looked up within a second of processor time', () => {
  zoneNamed('Sofia');
  // Processor time, since a busy machine makes everything wait.
  const before = process.cpuUsage();
  const found = Array.from({ length: 5000 }, (_, n) => zoneNamed(`Nowhere ${n}, Mars`));
  expect(found.filter((zone) => zone !== undefined)).toEqual([]);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
});

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

test.each([
  ['Hyderabad', '“Hyderabad, India” or “Hyderabad, Pakistan”'],
  [
    'Springfield, US',
    '“Chicago, United States”, “New York, United States”, or “Los Angeles, United States”',
  ],
  ['Brazil', '“Sao Paulo, Brazil”, “Fortaleza, Brazil”, “Bahia, Brazil”, or “Belem, Brazil”'],
  ['IST', '“Kolkata, India”, “Dublin, Ireland”, or “Jerusalem, Israel”'],
  ['XYZ', '“Kolkata, India”, or an IANA name, such as Asia/Kolkata'],
])('“%s” is answered with cities, each of which is a zone', (text, offered) => {
  const { error } = zoneSchema.safeParse(text);
  expect(error?.issues.map(({ message }) => message)).toEqual([
    `must be a city and its country, such as ${offered}`,
  ]);
  for (const [, city = ''] of offered.matchAll(/“(.+?)”/g)) expect(zoneNamed(city)).toBeDefined();
});

test('every row of towns has a zone of the runtime, a country of today, and no town twice', () => {
  for (const { zone, country, cities: names } of towns) {
    expect(isZone(zone), zone).toBe(true);
    expect(countryNamed(country), country).toBe(country);
    expect(names.length, zone).toBeGreaterThan(0);
    expect(new Set(names.map((name) => name.toLowerCase())).size, zone).toBe(names.length);
  }
});

/** Time zones by city and country, so that nobody has to know how the tz database spells them. */
import * as z from 'zod';
import { unaccented } from '../text.ts';
// Of the package city-timezones 1.3.4 (MIT): whole, it would add a megabyte to every function. Largest first.
import towns from './city-zones.json' with { type: 'json' };
import { isZone } from './instant.ts';

export interface City {
  readonly zone: string;
  /** `Kolkata, India` */
  readonly name: string;
  /** `IN` */
  readonly country: string;
}

/** More than any city with its country has. */
const TYPED_CHARACTERS_MAX = 64;

export const zoneSchema = z
  .string()
  .max(TYPED_CHARACTERS_MAX)
  .refine(isZone, {
    error: ({ input }) => `must be a city and its country, such as ${offered(String(input))}`,
  });

/** As people type it in a command or a file. */
export const typedZoneSchema = z.preprocess(
  (typed) => (typeof typed === 'string' ? (zoneNamed(typed) ?? typed) : typed),
  zoneSchema,
);

const OFFERED_MAX = 4;

/** The cities that a text may mean; where it means none, how one is written. */
function offered(text: string): string {
  const choices = meantBy(text)
    .toSorted((a, b) => townsIn(b) - townsIn(a))
    .map(({ name }) => `“${name}”`);
  return choices.length > 1
    ? new Intl.ListFormat('en-US', { type: 'disjunction' }).format(choices.slice(0, OFFERED_MAX))
    : '“Kolkata, India”, or an IANA name, such as Asia/Kolkata';
}

function townsIn({ zone, country }: City): number {
  return towns.find((each) => each.zone === zone && each.country === country)?.cities.length ?? 0;
}

/** The runtime still lists these cities under former names. */
export const NAMES_NOW: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** Every zone of every country, by city. */
export function cities(): readonly City[] {
  known ??= byCity();
  return known;
}

let known: readonly City[] | undefined;

/** `Kolkata, India` for `Asia/Kolkata`; a zone that no country has stays as it is. */
export function cityOf(zone: string): string {
  const now = NAMES_NOW[zone] ?? zone;
  return cities().find((each) => each.zone === now)?.name ?? zone;
}

/** The zone that a text names: by its own name, a city, a city and its country, or a country with one zone. */
export function zoneNamed(text: string): string | undefined {
  if (isZone(text)) return text;
  const [meant, other] = meantBy(text);
  return other ? undefined : meant?.zone;
}

/** Most are used in several countries, so we ask which one. */
const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  BST: ['Europe/London', 'Asia/Dhaka'],
  CST: ['America/Chicago', 'Asia/Shanghai', 'America/Mexico_City'],
  EST: ['America/New_York', 'America/Jamaica', 'America/Panama'],
  PST: ['America/Los_Angeles', 'Asia/Manila'],
  AST: ['America/Halifax', 'America/Puerto_Rico', 'Asia/Riyadh'],
  PKT: ['Asia/Karachi'],
  NPT: ['Asia/Kathmandu'],
};

/** A city that names a zone comes before towns of that name, and an unknown town gets its country’s zones. */
function meantBy(text: string): readonly City[] {
  if (text.length > TYPED_CHARACTERS_MAX) return [];
  const abbreviated = ABBREVIATIONS[text.trim().toUpperCase()];
  if (abbreviated) return cities().filter(({ zone }) => abbreviated.includes(zone));
  names ??= indexed();
  const [typed = '', ...rest] = text.split(',');
  const country = countryNamed(rest.at(-1) ?? text);
  const isThere = (each: { readonly country: string }) =>
    rest.length === 0 || each.country === country;
  const named = names.cities.get(unaccented(typed))?.filter(isThere) ?? [];
  if (named.length > 0) return named;
  const found = names.towns.get(unaccented(typed))?.filter(isThere) ?? [];
  if (found.length === 0) return cities().filter((each) => each.country === country);
  return found.map((of) => {
    const isAlone = found.filter((each) => each.country === of.country).length === 1;
    const name = isAlone ? `${of.name}, ${COUNTRIES.of(of.country)}` : cityOf(of.zone);
    return { zone: of.zone, country: of.country, name };
  });
}

/** `IN` for `India`, in any letters. */
export function countryNamed(text: string): string | undefined {
  if (text.length > TYPED_CHARACTERS_MAX) return undefined;
  names ??= indexed();
  const meant = names.countries.get(unaccented(text));
  return meant && regionOf(meant);
}

/** By plain name: a sheet asks for fifty thousand cities. A town’s name has no country. */
interface Names {
  readonly cities: ReadonlyMap<string, readonly City[]>;
  readonly towns: ReadonlyMap<string, readonly City[]>;
  readonly countries: ReadonlyMap<string, string>;
}

let names: Names | undefined;

function indexed(): Names {
  const inTowns = new Map<string, City[]>();
  for (const { zone, country, cities: listed } of towns) {
    for (const name of listed) {
      inTowns.set(unaccented(name), [
        ...(inTowns.get(unaccented(name)) ?? []),
        { zone, country, name },
      ]);
    }
  }
  const spelled = twoLetters().flatMap((code) => {
    const name = COUNTRIES.of(code);
    return name ? [code, name].map((each) => [unaccented(each), code] as const) : [];
  });
  return {
    cities: Map.groupBy(cities(), ({ name }) => unaccented(name.slice(0, name.lastIndexOf(', ')))),
    towns: inTowns,
    // The first of two codes for one country counts.
    countries: new Map(spelled.toReversed()),
  };
}

/** Former codes lead to current ones. */
function regionOf(code: string): string {
  return new Intl.Locale(`und-${code}`).region ?? code;
}

const COUNTRIES = new Intl.DisplayNames('en-US', { type: 'region', fallback: 'none' });

function byCity(): City[] {
  const found = new Map<string, City>();
  for (const code of twoLetters()) {
    const country = COUNTRIES.of(code);
    for (const listed of country ? zonesOf(code) : []) {
      const zone = NAMES_NOW[listed] ?? listed;
      const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
      if (!found.has(zone))
        found.set(zone, { zone, name: `${city}, ${country}`, country: regionOf(code) });
    }
  }
  return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en-US'));
}

/** Newer than the types of this project's TypeScript. */
function zonesOf(code: string): readonly string[] {
  const locale = new Intl.Locale(`und-${code}`) as Intl.Locale & {
    getTimeZones?(): string[] | undefined;
  };
  return locale.getTimeZones?.() ?? [];
}

function twoLetters(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((first) => letters.map((second) => first + second));
}

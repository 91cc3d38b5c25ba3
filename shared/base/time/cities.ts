/** Time zones by city and country, so that nobody has to know how the tz database spells them. */
import { isZone } from './instant.ts';

export interface City {
  readonly zone: string;
  /** `Kolkata, India` */
  readonly name: string;
}

/** The runtime still lists these cities under the names of another time. */
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

/** The zone that is meant by its own name, a city, a city and its country, or a country with one zone. */
export function zoneNamed(text: string): string | undefined {
  if (isZone(text)) return text;
  const typed = plain(text);
  const meant = cities().filter(({ name }) => {
    const whole = plain(name);
    const comma = whole.lastIndexOf(', ');
    return [whole, whole.slice(0, comma), whole.slice(comma + 2)].includes(typed);
  });
  return meant.length === 1 ? meant[0]?.zone : undefined;
}

/** `IN` for `India`, in any letters; codes of the past lead to those of today. */
export function countryNamed(text: string): string | undefined {
  const typed = plain(text);
  const names = new Intl.DisplayNames('en-US', { type: 'region', fallback: 'none' });
  const meant = twoLetters().find((code) => {
    const name = names.of(code);
    return name && [code.toLowerCase(), plain(name)].includes(typed);
  });
  return meant && new Intl.Locale(`und-${meant}`).region;
}

function plain(text: string): string {
  return text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function byCity(): City[] {
  const countries = new Intl.DisplayNames('en-US', { type: 'region', fallback: 'none' });
  const found = new Map<string, City>();
  for (const code of twoLetters()) {
    const country = countries.of(code);
    for (const listed of country ? zonesOf(code) : []) {
      const zone = NAMES_NOW[listed] ?? listed;
      const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
      if (!found.has(zone)) found.set(zone, { zone, name: `${city}, ${country}` });
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

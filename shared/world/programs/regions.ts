/** The states: by census division, as ERAS asks for preferences, and by time zone. */
import { EASTERN } from '#shared/base/time/instant.ts';

export const DIVISIONS = {
  'new-england': { label: 'New England', states: ['CT', 'ME', 'MA', 'NH', 'RI', 'VT'] },
  'middle-atlantic': { label: 'Middle Atlantic', states: ['NJ', 'NY', 'PA'] },
  'east-north-central': { label: 'East North Central', states: ['IL', 'IN', 'MI', 'OH', 'WI'] },
  'west-north-central': {
    label: 'West North Central',
    states: ['IA', 'KS', 'MN', 'MO', 'NE', 'ND', 'SD'],
  },
  'south-atlantic': {
    label: 'South Atlantic',
    states: ['DE', 'DC', 'FL', 'GA', 'MD', 'NC', 'SC', 'VA', 'WV'],
  },
  'east-south-central': { label: 'East South Central', states: ['AL', 'KY', 'MS', 'TN'] },
  'west-south-central': { label: 'West South Central', states: ['AR', 'LA', 'OK', 'TX'] },
  mountain: { label: 'Mountain', states: ['AZ', 'CO', 'ID', 'MT', 'NV', 'NM', 'UT', 'WY'] },
  pacific: { label: 'Pacific', states: ['AK', 'CA', 'HI', 'OR', 'WA'] },
} as const satisfies Record<string, { label: string; states: readonly string[] }>;

type Division = keyof typeof DIVISIONS;
export const DIVISION_IDS = Object.keys(DIVISIONS) as [Division, ...Division[]];
/** In no division, but US visas admit to them (INA 101(a)(38)). */
export const TERRITORIES: readonly string[] = ['PR', 'GU', 'VI', 'MP'];
export const STATES: readonly string[] = [
  ...Object.values(DIVISIONS).flatMap(({ states }) => [...states]),
  ...TERRITORIES,
].toSorted();

/** The directory's rules are those of the US. */
export const STATE_MUST =
  'Enter a US state as two capital letters, such as CT. Add a host outside the US by hand on a plan.';

/** True where the state is the place itself, or is in the division it names. */
export function isInRegion(state: string, place: string): boolean {
  if (state === place) return true;
  const division = Object.hasOwn(DIVISIONS, place) ? DIVISIONS[place as Division] : undefined;
  return division !== undefined && (division.states as readonly string[]).includes(state);
}

/** For a state with two zones, the one that its hosts in the directory are in. All other states are Eastern. */
const STATES_BY_ZONE: Readonly<Record<string, string>> = {
  'America/Chicago': 'AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI',
  'America/Denver': 'CO ID MT NM UT WY',
  'America/Phoenix': 'AZ',
  'America/Los_Angeles': 'CA NV OR WA',
  'America/Anchorage': 'AK',
  'Pacific/Honolulu': 'HI',
  'America/Puerto_Rico': 'PR VI',
  'Pacific/Guam': 'GU MP',
};

const ZONES: ReadonlyMap<string, string> = new Map(
  Object.entries(STATES_BY_ZONE).flatMap(([zone, states]) =>
    states.split(' ').map((state) => [state, zone] as const),
  ),
);

/** The clock of a host: an offer may end at an hour there. Eastern time where the state is not known. */
export function zoneOfState(state: string | undefined): string {
  return ZONES.get(state ?? '') ?? EASTERN;
}

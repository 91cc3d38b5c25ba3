/** The clock of a host, by its state: an offer may end at an hour there. */
import { EASTERN } from '#shared/base/time/instant.ts';

/** For a state with two zones, the one that its hosts in the directory are in. All other states are Eastern. */
const STATES: Readonly<Record<string, string>> = {
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
  Object.entries(STATES).flatMap(([zone, states]) =>
    states.split(' ').map((state) => [state, zone] as const),
  ),
);

/** Eastern time where the state is not known. */
export function zoneOfState(state: string | undefined): string {
  return ZONES.get(state ?? '') ?? EASTERN;
}

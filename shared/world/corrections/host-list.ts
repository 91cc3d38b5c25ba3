/** Hosts for the advisors who maintain them: what is old, what a cohort uses. */
import type { Day } from '#shared/base/time/day.ts';
import { institutions } from '../programs/directory.ts';
import type { Institution } from '../programs/institution.ts';
import { isOld } from '../provenance.ts';
import type { World } from '../world.ts';

interface HostFilter {
  readonly text: string;
  /** Only those that nobody checked for twelve months, or on a day that is not recorded. */
  readonly old: boolean;
  /** Only these, where given: the offerings that a cohort's plans name. */
  readonly used?: ReadonlySet<string>;
}

export function hostList(world: World, today: Day, { text, old, used }: HostFilter): Institution[] {
  return [...institutions(), ...(world.newHosts ?? [])]
    .flatMap(({ id }) => world.host(id) ?? [])
    .filter((host) => isNamed(host, text))
    .filter((host) => !old || isDue(host, today))
    .filter(({ id }) => !used || used.has(id));
}

/** Due for a recheck: a year has passed, or nobody knows when it was read. */
export function isDue({ checkedOn }: Institution, today: Day): boolean {
  return checkedOn === undefined || isOld(checkedOn, today);
}

function isNamed({ name, program, offering: { city, state } }: Institution, text: string): boolean {
  const all = [name, program, city, state].join(' ').toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

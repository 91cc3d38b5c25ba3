/** Requests that anyone can make are counted per hour and requester, so that nobody uses up what others need. */
import * as z from 'zod';
import {
  HOUR_MS,
  type Instant,
  instantOfMs,
  instantSchema,
  msOf,
} from '#shared/base/time/instant.ts';

/** Per hour: from everyone, and from one requester. */
export const REQUESTS_MAX = {
  /** Unconfirmed sign-ups: a confirmed one gives its place back, so that a class begins within the hour. Twenty networks can close it. */
  all: { together: 600, each: 30 },
  /** Links to people who may be known here: a class on one network, and as many requests as twenty such networks make. */
  links: { together: 1200, each: 60 },
  /** Checks of large sheets, each up to a second of processor time; here the requester is a cohort. */
  sheets: { together: 300, each: 40 },
  /** Lines that someone says are wrong. */
  doubts: { together: 60, each: 6 },
} as const;
/** A tunnel gives anyone thousands of networks at one site: together they count as four. */
const NETWORKS_OF_A_SITE = 4;
type Counted = keyof typeof REQUESTS_MAX;

export const requesterTallySchema = z.strictObject({
  kind: z.literal('sign-ups'),
  id: z.enum(['all', 'links', 'sheets', 'doubts']),
  version: z.int().min(0),

  hour: instantSchema,
  taken: z.int().min(0),
  /** By requester: a cohort, or keyed hashes of the site and the network, `site/network`. */
  by: z.record(z.string(), z.int().min(0)).default({}),
});
type RequesterTally = z.infer<typeof requesterTallySchema>;

/** Undefined when the hour's places are taken, or those of this requester or its site. */
export function takeOne(
  id: Counted,
  tally: RequesterTally | undefined,
  requester: string,
  now: Instant,
): RequesterTally | undefined {
  const { taken, by, ...item } = tallyAt(id, tally, now);
  const own = by[requester] ?? 0;
  const ofSite = Object.entries(by)
    .filter(([each]) => siteOf(each) === siteOf(requester))
    .reduce((sum, [, places]) => sum + places, 0);
  const { together, each } = REQUESTS_MAX[id];
  if (taken >= together || own >= each || ofSite >= each * NETWORKS_OF_A_SITE) return undefined;
  return { ...item, taken: taken + 1, by: { ...by, [requester]: own + 1 } };
}

export function siteOf(requester: string): string {
  return requester.split('/')[0] ?? requester;
}

/** Returns the place of a request that proved honest within its hour. */
export function giveBack(
  tally: RequesterTally | undefined,
  { since, from }: { readonly since: Instant; readonly from?: string | undefined },
): RequesterTally | undefined {
  const own = from === undefined ? 0 : (tally?.by[from] ?? 0);
  if (!tally || from === undefined || own === 0 || tally.hour !== hourOf(since)) return tally;
  const { [from]: _, ...others } = tally.by;
  return {
    ...tally,
    taken: tally.taken - 1,
    by: own > 1 ? { ...others, [from]: own - 1 } : others,
  };
}

function tallyAt(id: Counted, tally: RequesterTally | undefined, now: Instant): RequesterTally {
  const hour = hourOf(now);
  return tally?.hour === hour
    ? tally
    : { kind: 'sign-ups', id, version: tally?.version ?? 0, hour, taken: 0, by: {} };
}

function hourOf(now: Instant): Instant {
  return instantOfMs(msOf(now) - (msOf(now) % HOUR_MS));
}

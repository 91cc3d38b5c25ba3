/** How many strangers may begin in an hour, over the whole service: a flood must not be emailed to other people. */
import * as z from 'zod';
import {
  HOUR_MS,
  type Instant,
  instantOfMs,
  instantSchema,
  msOf,
} from '#shared/base/time/instant.ts';

/** Over the whole service: a class of students can begin within an hour, a flood cannot. */
export const SIGN_UPS_PER_HOUR_MAX = 60;

export const signUpTallySchema = z.strictObject({
  kind: z.literal('sign-ups'),
  id: z.literal('all'),
  version: z.int().min(0),
  /** The hour that is counted. */
  hour: instantSchema,
  taken: z.int().min(0).max(SIGN_UPS_PER_HOUR_MAX),
});
export type SignUpTally = z.infer<typeof signUpTallySchema>;

/** The tally with one more taken; undefined when the hour is spent. */
export function takeOne(tally: SignUpTally | undefined, now: Instant): SignUpTally | undefined {
  const hour = instantOfMs(msOf(now) - (msOf(now) % HOUR_MS));
  const standing = tally ?? { kind: 'sign-ups', id: 'all', version: 0, hour, taken: 0 };
  const taken = standing.hour === hour ? standing.taken : 0;
  return taken < SIGN_UPS_PER_HOUR_MAX ? { ...standing, hour, taken: taken + 1 } : undefined;
}

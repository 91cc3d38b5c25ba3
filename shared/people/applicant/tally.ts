/** Limits sign-ups per hour over the whole service, so that nobody can flood others with our emails. */
import * as z from 'zod';
import {
  HOUR_MS,
  type Instant,
  instantOfMs,
  instantSchema,
  msOf,
} from '#shared/base/time/instant.ts';

/** A class of students can sign up within an hour, a flood cannot. */
export const SIGN_UPS_PER_HOUR_MAX = 60;

export const signUpTallySchema = z.strictObject({
  kind: z.literal('sign-ups'),
  id: z.literal('all'),
  version: z.int().min(0),

  hour: instantSchema,
  taken: z.int().min(0).max(SIGN_UPS_PER_HOUR_MAX),
});
export type SignUpTally = z.infer<typeof signUpTallySchema>;

/** Undefined when the hour's limit is reached. */
export function takeOne(tally: SignUpTally | undefined, now: Instant): SignUpTally | undefined {
  const hour = instantOfMs(msOf(now) - (msOf(now) % HOUR_MS));
  const standing = tally ?? { kind: 'sign-ups', id: 'all', version: 0, hour, taken: 0 };
  const taken = standing.hour === hour ? standing.taken : 0;
  return taken < SIGN_UPS_PER_HOUR_MAX ? { ...standing, hour, taken: taken + 1 } : undefined;
}

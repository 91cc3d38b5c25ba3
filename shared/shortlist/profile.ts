/** The questions of a shortlist. Age, gender, nationality, and prestige are not fields, so nothing depends on them. Unknown is never "no". */
import * as z from 'zod';
import type { GatePerson } from '#shared/agenda/gates/gate.ts';
import { MONTHS_WISHED_MAX, ROTATIONS_MAX } from '#shared/base/limits.ts';
import { type Day, dayOf, daySchema } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant, startOfDay } from '#shared/base/time/instant.ts';
import { hostSchema, OWN_TIERS } from '#shared/plan/facts/rotation.ts';
import { DIVISION_IDS, STATES } from '#shared/world/programs/regions.ts';
import { entrySchema, pathwaySchema } from '#shared/world/vocabulary.ts';
import type { World } from '#shared/world/world.ts';

/** The guide: two to four US rotations. */
const PLAN_ROTATIONS_MAX = 4;
/** Nine census divisions and a few states. */
const REGIONS_MAX = 12;

const PLACES: ReadonlySet<string> = new Set([...DIVISION_IDS, ...STATES]);
const yesNo = z.boolean().exactOptional();
const dollars = z.int().min(0).max(1_000_000).exactOptional();
const programs = z.int().min(0).max(300).exactOptional();
const months = z.int().min(0).max(60).exactOptional();

const regionSchema = z.strictObject({
  place: z.string().refine((place) => PLACES.has(place), {
    error: 'is not a state such as NY, nor a census division such as new-england',
  }),
  /** 1 would do, 3 is where you want to be. */
  weight: z.int().refine((weight) => weight >= 1 && weight <= 3, { error: 'is not 1, 2 or 3' }),
});

/** The most points of each English test, or of its part. */
export const ENGLISH_MOST = {
  toefl: 120,
  'toefl-speaking': 30,
  ielts: 9,
  oet: 500,
  'oet-writing': 500,
  duolingo: 160,
} as const;

/** Half points are IELTS's. */
function score(of: keyof typeof ENGLISH_MOST) {
  const most = ENGLISH_MOST[of];
  return z
    .number()
    .multipleOf(0.5)
    .refine((each) => each > 0 && each <= most, { error: `is not a score from 1 to ${most}` })
    .exactOptional();
}

export const shortlistProfileSchema = z
  .strictObject({
    matchYear: z.int().min(2020).max(2060),
    pathway: pathwaySchema,
    enrollment: z.enum(['enrolled', 'graduate']),
    /** Expected or past; an applicant who graduates before a month counts as a graduate in it. */
    graduationOn: daySchema.exactOptional(),
    graduationYear: z.int().min(1970).max(2060).exactOptional(),
    step1Passed: yesNo,
    step2CkPassed: yesNo,
    oetPassed: yesNo,
    /** In a file alone: the page compares scores where they are typed, and its address has none. */
    english: z
      .strictObject({
        toefl: score('toefl'),
        'toefl-speaking': score('toefl-speaking'),
        ielts: score('ielts'),
        oet: score('oet'),
        'oet-writing': score('oet-writing'),
        duolingo: score('duolingo'),
      })
      .default({}),
    ecfmgCertified: yesNo,
    entry: entrySchema.exactOptional(),
    visaWaitDays: z.int().min(0).max(1000).exactOptional(),
    schoolInVslo: yesNo,
    usHandsOnMonths: months,
    usObserverMonths: months,
    researchMentorLetter: yesNo,
    regions: z.array(regionSchema).max(REGIONS_MAX).default([]),
    /** Months, such as `2027-03`. */
    months: z
      .array(
        z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, {
          error: 'is not a month written YYYY-MM, such as 2027-03',
        }),
      )
      .max(MONTHS_WISHED_MAX)
      .default([]),
    /** By an offering's id: the tier that the person gives the place. */
    tiers: z.record(hostSchema.shape.institutionId.unwrap(), z.enum(OWN_TIERS)).exactOptional(),
    /** What stands on the person's plan already: no proposal overlaps it, or names its host again. */
    planned: z
      .array(
        z.strictObject({
          institutionId: hostSchema.shape.institutionId,
          start: daySchema,
          end: daySchema,
        }),
      )
      .max(ROTATIONS_MAX)
      .exactOptional(),
    /** How many new rotations a proposed plan has; the guide recommends two to four US months in all. */
    rotationsWished: z.int().min(1).max(PLAN_ROTATIONS_MAX).default(3),
    budgetUsd: dollars,
    /** How many programs of each specialty you will apply to, for what ERAS costs. */
    irPrograms: programs,
    drPrograms: programs,
    /** What you expect to pay yourself; anything left out is shown as not known. */
    costs: z
      .strictObject({
        housingUsdPerMonth: dollars,
        insuranceUsdPerMonth: dollars,
        malpracticeUsdPerMonth: dollars,
        travelUsdPerRotation: dollars,
      })
      .default({}),
  })
  .refine(({ months }) => new Set(months).size === months.length, {
    error: 'names a month twice',
    path: ['months'],
  })
  .refine(({ regions }) => new Set(regions.map(({ place }) => place)).size === regions.length, {
    error: 'names a place twice',
    path: ['regions'],
  })
  .refine(
    ({ graduationOn, graduationYear }) =>
      !graduationOn || !graduationYear || graduationOn.startsWith(String(graduationYear)),
    { error: 'is another year than graduationOn', path: ['graduationYear'] },
  );
export type ShortlistProfile = z.infer<typeof shortlistProfileSchema>;

/** Who asks, in which world, and on which day. */
export interface Asked {
  readonly profile: ShortlistProfile;
  readonly world: World;
  readonly today: Day;
  /** The day's first moment: the same profile gives the same answer all day, to the byte. */
  readonly now: Instant;
}

export function askedOn(at: Instant, profile: ShortlistProfile, world: World): Asked {
  const today = dayIn(EASTERN, at);
  return { profile, world, today, now: startOfDay(today, EASTERN) };
}

/** Nobody is enrolled after graduating: the day decides, and the list says so. */
export function asOf(profile: ShortlistProfile, today: Day): ShortlistProfile {
  const { graduationOn, graduationYear } = profile;
  const on = graduationOn ?? (graduationYear && dayOf(graduationYear, 12, 31));
  return on && on < today ? { ...profile, enrollment: 'graduate' } : profile;
}

/** The person as a host's gates see them. */
export function gatePersonOf(profile: ShortlistProfile): GatePerson {
  const { enrollment, graduationOn, graduationYear, schoolInVslo, entry } = profile;
  const { ecfmgCertified, step1Passed, step2CkPassed, english } = profile;
  const graduated = graduationOn ?? (graduationYear && dayOf(graduationYear, 12, 31));
  return {
    enrollment,
    ...(graduated && { graduationOn: graduated }),
    ...(schoolInVslo !== undefined && { schoolInVslo }),
    ...(entry && { entry }),
    ...(ecfmgCertified !== undefined && { ecfmgCertified }),
    ...(step1Passed !== undefined && { step1Passed }),
    ...(step2CkPassed !== undefined && { step2Passed: step2CkPassed }),
    ...(Object.keys(english).length > 0 && { english }),
  };
}

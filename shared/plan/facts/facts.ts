/** A plan's facts: everything that updates change and undo restores. No bookkeeping. */
import * as z from 'zod';
import { withoutContact } from '#shared/base/contact.ts';
import { OWN_LETTERS_MAX, ROTATIONS_MAX } from '#shared/base/limits.ts';
import { addressSchema, lineSchema, phoneSchema, wholeNumberOf } from '#shared/base/text.ts';
import { zoneSchema } from '#shared/base/time/cities.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { entrySchema, pathwaySchema } from '#shared/world/vocabulary.ts';
import { costSchema } from './cost.ts';
import { DOCUMENTS_MAX, heldDocumentSchema } from './document.ts';
import { experienceSchema, STORY_KINDS, storySchema } from './experience.ts';
import { letterSchema } from './letter.ts';
import { mailingSchema } from './mailing.ts';
import { packetSchema } from './packet.ts';
import { rotationSchema } from './rotation.ts';

/** Every kind of cost at six rotations. */
export const COSTS_MAX = 60;
/** ERAS lists ten; what a person chooses from may be more. */
export const EXPERIENCES_MAX = 20;

export const profileSchema = z.strictObject({
  name: lineSchema,
  address: addressSchema,
  /** For advisors' calls; never in an email. */
  phone: phoneSchema.exactOptional(),
  /** Digest hours and quiet hours follow it. */
  zone: zoneSchema,
  /** 2028 means applying in September 2027. */
  matchYear: wholeNumberOf(2020, 2060),
  pathway: pathwaySchema,
  enrollment: z.enum(['enrolled', 'graduate']),
  graduationOn: daySchema.exactOptional(),
  school: lineSchema.exactOptional(),
  schoolInVslo: z.boolean().exactOptional(),
  ecfmgCertified: z.boolean().exactOptional(),
  /** Undefined means that nobody has answered yet. */
  entry: entrySchema.exactOptional(),
  /** For someone in the US with legal status: the day it ends. */
  entryUntil: daySchema.exactOptional(),
  /** The consulate's wait for an appointment, as the applicant read it. */
  visaWaitDays: wholeNumberOf(0, 1000).exactOptional(),
  /** When it was read: waits change weekly. */
  visaWaitReadOn: daySchema.exactOptional(),
});
export type Profile = z.infer<typeof profileSchema>;

/** What a person may change. The address needs a confirmation email, and the zone has its own update. */
const { address: _, zone: __, ...changeable } = profileSchema.shape;
export const profileChangeSchema = z.strictObject({
  ...changeable,
  name: withoutContact(changeable.name).exactOptional(),
  matchYear: changeable.matchYear.exactOptional(),
  enrollment: changeable.enrollment.exactOptional(),
  pathway: changeable.pathway.exactOptional(),
});
export type ProfileChange = z.infer<typeof profileChangeSchema>;

export const factsSchema = z.strictObject({
  profile: profileSchema,
  rotations: z.array(rotationSchema).max(ROTATIONS_MAX),
  documents: z.array(heldDocumentSchema).max(DOCUMENTS_MAX),
  /** Letters from outside the rotations, such as a research mentor's. */
  letters: z.array(letterSchema).max(OWN_LETTERS_MAX).exactOptional(),
  /** For letter writers, besides the case list. */
  packet: packetSchema.exactOptional(),
  /** Absent: the defaults apply. */
  mailing: mailingSchema.exactOptional(),
  /** The day the ERAS application was submitted. */
  erasSubmittedOn: daySchema.exactOptional(),
  /** Stories ready for interviews (G20), and experiences to list in ERAS (G21). Absent if unknown. */
  storyCount: z.int().min(0).max(50).exactOptional(),
  experienceCount: z.int().min(0).max(100).exactOptional(),
  stories: z.array(storySchema).max(STORY_KINDS.length).exactOptional(),
  /** Besides the plan's rotations. */
  experiences: z.array(experienceSchema).max(EXPERIENCES_MAX).exactOptional(),
  costs: z.array(costSchema).max(COSTS_MAX).exactOptional(),
});
export type Facts = z.infer<typeof factsSchema>;

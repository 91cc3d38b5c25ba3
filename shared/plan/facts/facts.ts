/** What the applicant says is so: everything an update changes and an undo gives back. No bookkeeping in here. */
import * as z from 'zod';
import { withoutContact } from '#shared/base/contact.ts';
import { OWN_LETTERS_MAX, ROTATIONS_MAX } from '#shared/base/limits.ts';
import { addressSchema, lineSchema, phoneSchema, wholeNumberOf } from '#shared/base/text.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { zoneSchema } from '#shared/base/time/instant.ts';
import { entrySchema } from '#shared/world/vocabulary.ts';
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
  /** Where an advisor calls; never in an email. */
  phone: phoneSchema.exactOptional(),
  /** The zone the person lives by: digest hours and quiet hours follow it. */
  zone: zoneSchema,
  /** The year of the Match aimed for: 2028 means applying in September 2027. */
  matchYear: wholeNumberOf(2020, 2060),
  pathway: z.enum(['integrated-ir', 'dr-esir']),
  enrollment: z.enum(['enrolled', 'graduate']),
  graduationOn: daySchema.exactOptional(),
  school: lineSchema.exactOptional(),
  schoolInVslo: z.boolean().exactOptional(),
  ecfmgCertified: z.boolean().exactOptional(),
  /** Undefined means that nobody has answered yet. */
  entry: entrySchema.exactOptional(),
  /** Consulate's wait for an appointment as the applicant read it. */
  visaWaitDays: wholeNumberOf(0, 1000).exactOptional(),
  /** The day it was read there: waits change by the week. */
  visaWaitReadOn: daySchema.exactOptional(),
});
export type Profile = z.infer<typeof profileSchema>;

/** What a person may say of themselves. An address is proved by an email, and the zone has an update of its own. */
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
  /** Letters that no rotation gave, such as a research mentor's. Absent: none. */
  letters: z.array(letterSchema).max(OWN_LETTERS_MAX).exactOptional(),
  /** What letter writers are given beside the case list. */
  packet: packetSchema.exactOptional(),
  /** Absent: nothing was wished, so the defaults hold. */
  mailing: mailingSchema.exactOptional(),
  /** The day the ERAS application was submitted. */
  erasSubmittedOn: daySchema.exactOptional(),
  /** Rotation stories noted for interviews (G20), and experiences to be listed in ERAS (G21). Absent: nobody has said. */
  storyCount: z.int().min(0).max(50).exactOptional(),
  experienceCount: z.int().min(0).max(100).exactOptional(),
  stories: z.array(storySchema).max(STORY_KINDS.length).exactOptional(),
  /** Beside the rotations of this plan. */
  experiences: z.array(experienceSchema).max(EXPERIENCES_MAX).exactOptional(),
  costs: z.array(costSchema).max(COSTS_MAX).exactOptional(),
});
export type Facts = z.infer<typeof factsSchema>;

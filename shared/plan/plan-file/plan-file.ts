/** The file of `npm run plan`, as `docs/plan-file.md` explains it. What is left out takes the commonest value or stays unknown. */
import * as z from 'zod';
import { LETTERS_PER_ROTATION_MAX, ROTATIONS_MAX } from '#shared/base/limits.ts';
import { idSchema, lineSchema, wholeNumberOf } from '#shared/base/text.ts';
import { typedZoneSchema } from '#shared/base/time/cities.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { EASTERN } from '#shared/base/time/instant.ts';
import {
  clearanceSchema,
  DOCUMENTS_MAX,
  heldDocumentSchema,
  holderSchema,
} from '#shared/plan/facts/document.ts';
import { profileSchema } from '#shared/plan/facts/facts.ts';
import { letterSchema } from '#shared/plan/facts/letter.ts';
import {
  closedReasonSchema,
  hostSchema,
  type RotationPlan,
  rotationPlanSchema,
  rotationSchema,
} from '#shared/plan/facts/rotation.ts';
import { STATUS_NAMES } from '#shared/plan/facts/stage-names.ts';
import { isOwnSchool } from '#shared/plan/rotation/kind.ts';
import { documentKindSchema } from '#shared/world/vocabulary.ts';

const fileProfileSchema = profileSchema.extend({
  name: lineSchema.default('Applicant'),
  address: profileSchema.shape.address.default('applicant@example.org'),
  zone: typedZoneSchema.default(EASTERN),
  pathway: profileSchema.shape.pathway.default('integrated-ir'),
});

const fileLetterSchema = letterSchema
  .pick({ writer: true, status: true, askedOn: true, packet: true, erasLetterId: true })
  .extend({ id: idSchema.exactOptional() });

const fileChecklistItemSchema = z.strictObject({
  kind: documentKindSchema,
  status: clearanceSchema,
  heldBy: holderSchema.default('applicant'),
});

const fileRotationSchema = rotationPlanSchema.extend({
  id: idSchema.exactOptional(),
  /** A name alone, or what the directory knows it by. */
  host: z.union([lineSchema.transform((name) => ({ name })), hostSchema], {
    error: 'is not a name, nor {"name", "institutionId", "programCode"}',
  }),
  mode: rotationPlanSchema.shape.mode.default('hands-on'),
  route: rotationPlanSchema.shape.route.default('institution'),
  country: rotationPlanSchema.shape.country.exactOptional(),
  status: z.enum(STATUS_NAMES).default('shortlisted'),
  /** The day the current status began; today unless given. */
  since: daySchema.exactOptional(),
  offerExpiresOn: daySchema.exactOptional(),
  closedReason: closedReasonSchema.exactOptional(),
  /** Only what differs from the host's list, still to do. */
  checklist: z.array(fileChecklistItemSchema).max(DOCUMENTS_MAX).default([]),
  letters: z.array(fileLetterSchema).max(LETTERS_PER_ROTATION_MAX).default([]),
  feedback: rotationSchema.shape.feedback,
  mentor: rotationSchema.shape.mentor,
  tasks: rotationSchema.shape.tasks,
  appliedOn: rotationSchema.shape.appliedOn,
  followedUpOn: rotationSchema.shape.followedUpOn,
  steps: rotationSchema.shape.steps,
  visaAppointmentOn: rotationSchema.shape.visaAppointmentOn,
  hostDays: rotationSchema.shape.hostDays,
  tier: rotationSchema.shape.tier,
  confirmed: rotationSchema.shape.confirmed,
});
export type FileRotation = z.infer<typeof fileRotationSchema> & Pick<RotationPlan, 'country'>;

export const planFileSchema = z.strictObject({
  profile: fileProfileSchema,
  rotations: z.array(fileRotationSchema).max(ROTATIONS_MAX).default([]),
  documents: z.array(heldDocumentSchema).max(DOCUMENTS_MAX).default([]),
  erasSubmittedOn: daySchema.exactOptional(),
  storyCount: wholeNumberOf(0, 50).exactOptional(),
  experienceCount: wholeNumberOf(0, 100).exactOptional(),
});
type PlanFileAsGiven = z.infer<typeof planFileSchema>;
export interface PlanFile extends Omit<PlanFileAsGiven, 'rotations'> {
  readonly rotations: readonly FileRotation[];
}

/** In the US, unless stated otherwise, or is the applicant's own school. */
export function withCountries(file: PlanFileAsGiven): PlanFile {
  const usual = (host: string) => (isOwnSchool(host, file.profile.school) ? ELSEWHERE : 'US');
  const rotations = file.rotations.map((each) => ({ country: usual(each.host.name), ...each }));
  return { ...file, rotations };
}

/** ISO 3166 leaves this code to its users: a country that nobody named. */
const ELSEWHERE = 'ZZ';

/** A rotation at one host, from the first idea to the assigned letter. */
import * as z from 'zod';
import { LETTERS_PER_ROTATION_MAX } from '#shared/base/limits.ts';
import { idSchema, lineSchema } from '#shared/base/text.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { instantSchema } from '#shared/base/time/instant.ts';
import { documentKindSchema, modeSchema, routeSchema } from '#shared/world/vocabulary.ts';
import { casesSchema, PROCEDURES_MAX } from './cases.ts';
import { checklistItemSchema, DOCUMENTS_MAX } from './document.ts';
import { letterSchema } from './letter.ts';
import { noteSchema, ownTextSchema } from './patient-data.ts';
import { STAGE_NAMES, STATUS_NAMES } from './stage-names.ts';

/** A small task every working day of a four-week month. */
export const TASKS_PER_ROTATION_MAX = 20;

export const specialtySchema = z.enum(['ir', 'dr', 'surgery', 'medicine', 'icu', 'other']);
export type Specialty = z.infer<typeof specialtySchema>;

/** The directory names an offering by host and program, which is longer than our own ids. */
const directoryIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'is not an id of the directory' })
  .max(120);

export const hostSchema = z.strictObject({
  name: lineSchema,
  /** Known to the directory of visiting rules. */
  institutionId: directoryIdSchema.exactOptional(),
  /** ACGME code of the residency program at this host. */
  programCode: z
    .string()
    .regex(/^\d{10}$/, { error: 'is not an ACGME code of ten digits' })
    .exactOptional(),
});

/** Both days count: the rotation's first and last day. */
export const datesSchema = z
  .strictObject({ start: daySchema, end: daySchema })
  .refine((dates) => dates.start <= dates.end, { error: 'is before the start', path: ['end'] });
export type RotationDates = z.infer<typeof datesSchema>;

export const closedReasonSchema = z.enum([
  'complete',
  'withdrawn',
  'rejected',
  'canceled-by-host',
  'offer-expired',
  'finished-without-letter',
]);
export type ClosedReason = z.infer<typeof closedReasonSchema>;

export const withdrawnWhySchema = z.enum(['another-place', 'dates', 'visa', 'cost']);
export type WithdrawnWhy = z.infer<typeof withdrawnWhySchema>;

/** Where a closed rotation is after all; one with an offer reports the offer. */
export const reopenedAsSchema = z.enum(['listed', 'applied', 'accepted', 'finished']);
export type ReopenedAs = z.infer<typeof reopenedAsSchema>;
/** Where an open one is, if another step was reported by mistake. */
export const correctedAsSchema = z.enum([...reopenedAsSchema.options, 'offered']);

/** What is entered for a new rotation. */
export const rotationPlanSchema = z.strictObject({
  host: hostSchema,
  specialty: specialtySchema,
  mode: modeSchema,
  route: routeSchema,
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'is not a two-letter country code' }),
  dates: datesSchema.exactOptional(),
  /** Last day the host takes applications. */
  windowClosesOn: daySchema.exactOptional(),
});
export type RotationPlan = z.infer<typeof rotationPlanSchema>;

const taskSchema = z.strictObject({
  title: noteSchema,
  assignedOn: daySchema,
  doneOn: daySchema.exactOptional(),
});

/** What the applicant must not forget here, by a day of their own. */
const ownTaskSchema = z.strictObject({
  title: ownTextSchema,
  dueOn: daySchema,
  doneOn: daySchema.exactOptional(),
});

export const feedbackSchema = z.strictObject({
  mood: z.enum(['positive', 'mixed']),
  on: daySchema,
  /** "Is there anything I could change to be more helpful to the team?" */
  change: noteSchema.exactOptional(),
  /** "Are there any areas you’d recommend I focus on for improvement in the next two weeks?" */
  focus: noteSchema.exactOptional(),
});

/** Steps of the path to the first day that no stage shows. */
export const REPORTED_STEPS = [
  'affiliation',
  'payment',
  'visa-appointment',
  'housing',
  'flight',
] as const;
export const reportedStepSchema = z.strictObject({
  step: z.enum(REPORTED_STEPS),
  state: z.enum(['begun', 'done']),
  /** The day of the report. */
  on: daySchema,
});
export type ReportedStep = (typeof REPORTED_STEPS)[number];

/** Days that the host gave the applicant, where its page states none. */
export const HOST_DAYS = ['apply-by', 'decision', 'documents-by'] as const;
export type HostDayName = (typeof HOST_DAYS)[number];

/** What only a person knows: whether the rotation began, and whether it took place to the end. */
export const PLACE_QUESTIONS = ['started', 'ended'] as const;
const ANSWERED = [...PLACE_QUESTIONS, 'possible'] as const;

/** The guide's tiers as the applicant sets them; `unknown` takes the setting back. */
export const OWN_TIERS = ['1', '2', '3', 'unknown'] as const;

/** What a rotator reports about a host afterward: the three answers that the next one needs. */
export const describedSchema = z.strictObject({
  did: modeSchema.exclude(['research']),
  gaveLetters: z.boolean(),
  wouldReturn: z.boolean(),
});

export const rotationSchema = rotationPlanSchema.extend({
  id: idSchema,
  stage: z.enum(STAGE_NAMES),
  status: z.enum(STATUS_NAMES),
  /** When the current status was reached. */
  since: instantSchema,
  /** When the current stage was entered, where that was with an earlier status. */
  stageSince: instantSchema.exactOptional(),
  /** The day it came to the plan: what is asked about it is asked from then. */
  addedOn: daySchema.exactOptional(),
  /** `at` is the moment it ends, where the offer names an hour. */
  offer: z
    .strictObject({ expiresOn: daySchema, at: instantSchema.exactOptional() })
    .exactOptional(),
  /** The days the offer and its acceptance were reported: a host's terms count from them. */
  offeredOn: daySchema.exactOptional(),
  acceptedOn: daySchema.exactOptional(),
  /** The day the application was sent. */
  appliedOn: daySchema.exactOptional(),
  steps: z.array(reportedStepSchema).max(REPORTED_STEPS.length).exactOptional(),
  visaAppointmentOn: daySchema.exactOptional(),
  hostDays: z.partialRecord(z.enum(HOST_DAYS), daySchema).exactOptional(),
  /** Follow-ups that the host has not answered: the day of the last one. */
  followedUpOn: daySchema.exactOptional(),
  /** Answered with yes: it took place, or the host can take the applicant. */
  confirmed: z.array(z.enum(ANSWERED)).max(ANSWERED.length).exactOptional(),
  checklist: z.array(checklistItemSchema),
  /** Papers that the host does not ask for here, as the applicant reported. */
  notAsked: z.array(documentKindSchema).max(DOCUMENTS_MAX).exactOptional(),
  /** True when the start date came before every document was cleared. */
  startedIncomplete: z.literal(true).exactOptional(),
  /** Mid-rotation (G15b), with the answers to the guide's two questions. */
  feedback: feedbackSchema.exactOptional(),
  letters: z.array(letterSchema).max(LETTERS_PER_ROTATION_MAX),
  /** The faculty member who knows the applicant best there (G18). */
  mentor: lineSchema.exactOptional(),
  /** When the applicant had the short talk with the mentor near the end (G18). */
  talkedOn: daySchema.exactOptional(),
  /** Small tasks, each to be answered the next day (G19). */
  tasks: z.array(taskSchema).max(TASKS_PER_ROTATION_MAX).exactOptional(),
  ownTasks: z.array(ownTaskSchema).max(TASKS_PER_ROTATION_MAX).exactOptional(),
  /** For the applicant alone. */
  ownNote: ownTextSchema.exactOptional(),
  tier: z.enum(OWN_TIERS).exactOptional(),
  described: describedSchema.exactOptional(),
  cases: z.array(casesSchema).max(PROCEDURES_MAX).exactOptional(),
  closed: z
    .strictObject({
      reason: closedReasonSchema,
      at: instantSchema,
      why: withdrawnWhySchema.exactOptional(),
    })
    .exactOptional(),
  /** The time to undo is over: nothing more can happen. */
  endedAt: instantSchema.exactOptional(),
});
export type Rotation = z.infer<typeof rotationSchema>;

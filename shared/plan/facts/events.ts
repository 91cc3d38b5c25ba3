/** The events that change a plan: one schema for forms, webhook, import, and tests. */
import * as z from 'zod';
import { withoutContact } from '#shared/base/contact.ts';
import { LETTERS_PER_ROTATION_MAX } from '#shared/base/limits.ts';
import { idSchema, lineSchema, wholeNumberOf } from '#shared/base/text.ts';
import { zoneSchema } from '#shared/base/time/cities.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { clockTimeSchema, instantSchema } from '#shared/base/time/instant.ts';
import { documentKindSchema, routeSchema } from '#shared/world/vocabulary.ts';
import { CASES_MAX, roleSchema } from './cases.ts';
import { costPlanSchema } from './cost.ts';
import { DOCUMENTS_MAX, holderSchema, paperNewsSchema, statedDocumentSchema } from './document.ts';
import { experiencePlanSchema, storySchema } from './experience.ts';
import { profileChangeSchema } from './facts.ts';
import { statedLetterSchema } from './letter.ts';
import { LETTER_EVENTS, WRITER_EVENTS } from './letter-events.ts';
import {
  digestHourSchema,
  quietFromSchema,
  quietUntilSchema,
  ruleIdSchema,
  subjectSchema,
} from './mailing.ts';
import { ENTERED_ITEMS, packetTextSchema } from './packet.ts';
import { noteSchema, ownTextSchema, procedureSchema } from './patient-data.ts';
import {
  closedReasonSchema,
  correctedAsSchema,
  datesSchema,
  describedSchema,
  feedbackSchema,
  HOST_DAYS,
  hostSchema,
  OWN_TIERS,
  PLACE_QUESTIONS,
  reopenedAsSchema,
  reportedStepSchema,
  rotationPlanSchema,
  TASKS_PER_ROTATION_MAX,
  withdrawnWhySchema,
} from './rotation.ts';
import { STATUS_NAMES } from './stage-names.ts';
import { topicSchema } from './topics.ts';

/** The host's name is emailed to letter writers. */
const enteredRotationSchema = rotationPlanSchema.extend({
  host: hostSchema.extend({ name: withoutContact(hostSchema.shape.name) }),
});

const ofRotation = { rotationId: idSchema };
const ofOccasion = { rule: ruleIdSchema, subject: subjectSchema };

/** Everything that can happen to one rotation. */
export const rotationEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('chosen'),
    ...ofRotation,
    route: routeSchema.exactOptional(),
    dates: datesSchema.exactOptional(),
    windowClosesOn: daySchema.exactOptional(),
  }),
  z.strictObject({ type: z.literal('applied'), ...ofRotation, dates: datesSchema.exactOptional() }),
  z.strictObject({ type: z.literal('waitlisted'), ...ofRotation }),
  z.strictObject({
    type: z.literal('offered'),
    ...ofRotation,
    expiresOn: daySchema.exactOptional(),
    /** In the host's zone, 24-hour. */
    expiresTime: clockTimeSchema.exactOptional(),
  }),
  z.strictObject({
    type: z.literal('accepted'),
    ...ofRotation,
    dates: datesSchema.exactOptional(),
  }),
  z.strictObject({ type: z.literal('rejected'), ...ofRotation }),
  z.strictObject({
    type: z.literal('document-updated'),
    ...ofRotation,
    kind: documentKindSchema,
    /** Other papers of the same status: the page reports several at once. */
    also: z
      .array(documentKindSchema)
      .min(1)
      .max(DOCUMENTS_MAX)
      .meta({ readOnly: true })
      .exactOptional(),
    status: paperNewsSchema,
    heldBy: holderSchema.exactOptional(),
    issuedOn: daySchema.exactOptional(),
    expiresOn: daySchema.exactOptional(),
    keptAt: lineSchema.exactOptional(),
  }),
  z.strictObject({
    type: z.literal('feedback-given'),
    ...ofRotation,
    mood: feedbackSchema.shape.mood,
    change: feedbackSchema.shape.change,
    focus: feedbackSchema.shape.focus,
  }),
  z.strictObject({
    type: z.literal('cases-counted'),
    ...ofRotation,
    on: daySchema,
    procedure: procedureSchema,
    role: roleSchema,
    /** The total for this day, procedure, and role; 0 removes it. */
    count: wholeNumberOf(0, CASES_MAX),
  }),
  z.strictObject({ type: z.literal('mentor-named'), ...ofRotation, mentor: lineSchema }),
  z.strictObject({ type: z.literal('talk-held'), ...ofRotation, on: daySchema }),
  z.strictObject({
    type: z.literal('task-given'),
    ...ofRotation,
    title: noteSchema,
    on: daySchema,
  }),
  z.strictObject({
    type: z.literal('task-done'),
    ...ofRotation,
    /** Counted from 1. */
    task: wholeNumberOf(1, TASKS_PER_ROTATION_MAX),
  }),
  z.strictObject({
    type: z.literal('own-task-set'),
    ...ofRotation,
    title: ownTextSchema,
    dueOn: daySchema,
  }),
  z.strictObject({
    type: z.literal('own-task-done'),
    ...ofRotation,
    /** Counted from 1. */
    task: wholeNumberOf(1, TASKS_PER_ROTATION_MAX),
  }),
  // Absent: the note is removed.
  z.strictObject({
    type: z.literal('note-kept'),
    ...ofRotation,
    ownNote: ownTextSchema.exactOptional(),
  }),
  ...LETTER_EVENTS,
  ...WRITER_EVENTS,
  z.strictObject({
    type: z.literal('step-reported'),
    ...ofRotation,
    step: reportedStepSchema.shape.step,
    /** `not-done` takes an earlier report back. */
    state: z.enum([...reportedStepSchema.shape.state.options, 'not-done']),
    /** The day of the visa appointment, where that is the step. */
    appointmentOn: daySchema.exactOptional(),
  }),
  z.strictObject({
    type: z.literal('host-day-entered'),
    ...ofRotation,
    hostDay: z.enum(HOST_DAYS),
    day: daySchema,
  }),
  z.strictObject({ type: z.literal('followed-up'), ...ofRotation }),
  // The host, or its page, said that the applicant may come.
  z.strictObject({ type: z.literal('host-confirmed'), ...ofRotation }),
  z.strictObject({
    type: z.literal('took-place'),
    ...ofRotation,
    happened: z.enum(PLACE_QUESTIONS),
  }),
  z.strictObject({ type: z.literal('tier-set'), ...ofRotation, tier: z.enum(OWN_TIERS) }),
  z.strictObject({ type: z.literal('host-described'), ...ofRotation, ...describedSchema.shape }),
  z.strictObject({ type: z.literal('dates-changed'), ...ofRotation, dates: datesSchema }),
  z.strictObject({ type: z.literal('finished-without-letter'), ...ofRotation }),
  z.strictObject({
    type: z.literal('withdrawn'),
    ...ofRotation,
    why: withdrawnWhySchema.exactOptional(),
  }),
  z.strictObject({ type: z.literal('canceled-by-host'), ...ofRotation }),
  z.strictObject({ type: z.literal('reopened'), ...ofRotation, as: reopenedAsSchema }),
  z.strictObject({ type: z.literal('step-corrected'), ...ofRotation, to: correctedAsSchema }),
]);
export type RotationEvent = z.infer<typeof rotationEventSchema>;
export type RotationEventType = RotationEvent['type'];
export type WriterEventType = z.infer<(typeof WRITER_EVENTS)[number]>['type'];

export const ROTATION_EVENT_TYPES: readonly RotationEventType[] = rotationEventSchema.options.map(
  ({ shape }) => shape.type.value,
);
/** What the page of one rotation takes: it names the rotation. */
export const ROTATION_PAGE_TYPES: readonly string[] = [
  ...ROTATION_EVENT_TYPES,
  'rotation-corrected',
];
export const WRITER_EVENT_TYPES: readonly WriterEventType[] = WRITER_EVENTS.map(
  ({ shape }) => shape.type.value,
);

/** Email preferences. */
export const wishEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('snoozed'), ...ofOccasion, until: daySchema }),
  z.strictObject({ type: z.literal('snooze-ended'), ...ofOccasion }),
  z.strictObject({
    type: z.literal('email-hours-set'),
    hour: digestHourSchema.or(z.literal('morning')),
    quietFrom: quietFromSchema,
    quietUntil: quietUntilSchema,
  }),
  z.strictObject({
    type: z.literal('topic-set'),
    topic: topicSchema,
    wish: z.enum(['emailed', 'stopped']),
  }),
]);
export type WishEvent = z.infer<typeof wishEventSchema>;

/** A rotation from an imported sheet; only imports send it. */
const rotationTakenOverSchema = z.strictObject({
  type: z.literal('rotation-taken-over'),
  rotation: enteredRotationSchema,
  state: z.strictObject({
    status: z.enum(STATUS_NAMES),
    /** When it reached the status; absent if unknown. */
    since: instantSchema.exactOptional(),
    /** On an earlier plan; absent if it is new. */
    addedOn: daySchema.exactOptional(),
    offerExpiresOn: daySchema.exactOptional(),
    /** For a closed one. */
    closedReason: closedReasonSchema.exactOptional(),
    documents: z.array(statedDocumentSchema).max(DOCUMENTS_MAX).exactOptional(),
    letters: z.array(statedLetterSchema).max(LETTERS_PER_ROTATION_MAX).exactOptional(),
  }),
});
export type RotationTakenOver = z.infer<typeof rotationTakenOverSchema>;

/** Updates that are not about one rotation. */
export const ownEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('rotation-added'),
    rotation: enteredRotationSchema,
    /** One that is over is added to be counted, and for its letter. */
    tookPlace: z.literal('yes').exactOptional(),
  }),
  rotationTakenOverSchema,
  z.strictObject({
    type: z.literal('rotation-corrected'),
    ...ofRotation,
    rotation: enteredRotationSchema.omit({ dates: true, windowClosesOn: true }),
  }),
  z.strictObject({ type: z.literal('profile-changed'), profile: profileChangeSchema }),
  z.strictObject({
    type: z.literal('cost-entered'),
    /** The cost to correct; absent for a new one. */
    costId: idSchema.exactOptional(),
    cost: costPlanSchema,
  }),
  z.strictObject({ type: z.literal('cost-removed'), costId: idSchema }),
  z.strictObject({ type: z.literal('experience-added'), experience: experiencePlanSchema }),
  z.strictObject({ type: z.literal('experience-removed'), experienceId: idSchema }),
  z.strictObject({ type: z.literal('story-noted'), story: storySchema }),
  z.strictObject({
    type: z.literal('packet-entered'),
    item: z.enum(ENTERED_ITEMS),
    ...packetTextSchema.shape,
  }),
  z.strictObject({ type: z.literal('zone-changed'), zone: zoneSchema }),
  z.strictObject({ type: z.literal('eras-submitted') }),
  z.strictObject({
    type: z.literal('eras-corrected'),
    /** Absent: it is not submitted after all. */
    submittedOn: daySchema.exactOptional(),
  }),
]);
export type OwnEvent = z.infer<typeof ownEventSchema>;

/** Everything that changes a plan's facts, except email preferences. */
export type PlanEvent = RotationEvent | OwnEvent;

export type EventOf<Type extends (PlanEvent | WishEvent)['type']> = Extract<
  PlanEvent | WishEvent,
  { type: Type }
>;

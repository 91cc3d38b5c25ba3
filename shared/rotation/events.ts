/** The events as they come from outside: one schema for the form, the webhook, the import and the tests. */
import * as z from 'zod';
import { clearanceSchema, documentKindSchema, holderSchema } from '../documents/document.ts';
import { erasLetterIdSchema, writerSchema } from '../letters/letter.ts';
import { idSchema, lineSchema } from '../text.ts';
import { daySchema } from '../time/day.ts';
import { zoneSchema } from '../time/instant.ts';
import { datesSchema, rotationPlanSchema, routeSchema } from './rotation.ts';

const ofRotation = { rotationId: idSchema };
const ofLetter = { ...ofRotation, letterId: idSchema };
const erasLetterId = erasLetterIdSchema.exactOptional();

/** Everything that can happen to one rotation. */
export const rotationEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('chosen'),
    ...ofRotation,
    route: routeSchema.exactOptional(),
    dates: datesSchema.exactOptional(),
    windowClosesOn: daySchema.exactOptional(),
  }),
  z.strictObject({
    type: z.literal('applied'),
    ...ofRotation,
    dates: datesSchema.exactOptional(),
  }),
  z.strictObject({ type: z.literal('waitlisted'), ...ofRotation }),
  z.strictObject({
    type: z.literal('offered'),
    ...ofRotation,
    expiresOn: daySchema.exactOptional(),
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
    status: clearanceSchema,
    heldBy: holderSchema.exactOptional(),
    issuedOn: daySchema.exactOptional(),
    expiresOn: daySchema.exactOptional(),
    liesAt: lineSchema.exactOptional(),
  }),
  z.strictObject({
    type: z.literal('feedback-given'),
    ...ofRotation,
    mood: z.enum(['positive', 'mixed']),
  }),
  z.strictObject({ type: z.literal('letter-asked'), ...ofRotation, writer: writerSchema }),
  z.strictObject({ type: z.literal('letter-agreed'), ...ofLetter }),
  z.strictObject({ type: z.literal('letter-requested'), ...ofLetter, erasLetterId }),
  z.strictObject({ type: z.literal('letter-uploaded'), ...ofLetter }),
  z.strictObject({ type: z.literal('letter-assigned'), ...ofLetter }),
  z.strictObject({ type: z.literal('letter-declined'), ...ofLetter }),
  z.strictObject({ type: z.literal('dates-changed'), ...ofRotation, dates: datesSchema }),
  z.strictObject({ type: z.literal('finished-without-letter'), ...ofRotation }),
  z.strictObject({ type: z.literal('withdrawn'), ...ofRotation }),
  z.strictObject({ type: z.literal('cancelled-by-host'), ...ofRotation }),
]);
export type RotationEvent = z.infer<typeof rotationEventSchema>;

/** Everything a person can report: of one rotation, or of themselves. */
export const eventSchema = z.union([
  rotationEventSchema,
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('rotation-added'), rotation: rotationPlanSchema }),
    z.strictObject({ type: z.literal('zone-changed'), zone: zoneSchema }),
    z.strictObject({ type: z.literal('eras-submitted') }),
    z.strictObject({ type: z.literal('undone') }),
  ]),
]);
export type Event = z.infer<typeof eventSchema>;

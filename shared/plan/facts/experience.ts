/** Experiences for ERAS besides the plan's rotations, and stories for interviews. */
import * as z from 'zod';
import { idSchema, lineSchema } from '#shared/base/text.ts';
import { modeSchema } from '#shared/world/vocabulary.ts';
import { noteSchema } from './patient-data.ts';
import { datesSchema, specialtySchema } from './rotation.ts';

export const experiencePlanSchema = z.strictObject({
  title: lineSchema,
  place: lineSchema,
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'is not a two-letter country code' }),
  specialty: specialtySchema,
  /** Absent if the person is not sure; required for the export. */
  mode: modeSchema.exactOptional(),
  dates: datesSchema,
});

export const experienceSchema = experiencePlanSchema.extend({ id: idSchema });

/** The three that the guide names (G20). */
export const STORY_KINDS = ['challenging-case', 'teamwork', 'feedback'] as const;
export type StoryKind = (typeof STORY_KINDS)[number];

export const storySchema = z.strictObject({ kind: z.enum(STORY_KINDS), note: noteSchema });

/** What was changed of the world since this release's data files: one item, so that a change is one conditional write. */
import * as z from 'zod';
import { CORRECTIONS_MAX, SEASONS_REPLACED_MAX } from '../limits.ts';
import { seasonRowSchema } from '../season/season-row.ts';
import { correctionSchema } from './correction.ts';

export const worldItemSchema = z.strictObject({
  kind: z.literal('world'),
  id: z.literal('present'),
  version: z.int().min(0),
  /** Seasons put as whole files; each stands in place of the release's own. */
  seasons: z
    .array(
      z.strictObject({ matchYear: z.int().min(2020).max(2060), rows: z.array(seasonRowSchema) }),
    )
    .max(SEASONS_REPLACED_MAX),
  corrections: z.array(correctionSchema).max(CORRECTIONS_MAX),
});
export type WorldItem = z.infer<typeof worldItemSchema>;

/** The one id of it. */
export const WORLD_ID = 'present';

/** Nothing changed yet. */
export const UNCHANGED_WORLD: WorldItem = {
  kind: 'world',
  id: WORLD_ID,
  version: 0,
  seasons: [],
  corrections: [],
};

/** The message that asks for a look at one person: written by the sweep, read by `nudge`. */
import * as z from 'zod';
import { idSchema } from '../text.ts';

export const lookMessageSchema = z.strictObject({ personId: idSchema });
export type LookMessage = z.infer<typeof lookMessageSchema>;

/** Operands, options, and settings that several commands share. */
import * as z from 'zod';
import { type Argument, flag, given } from './arguments.ts';

export const ON_DATA = ['AWAY_DATA', 'AWAY_TABLE'] as const;

export const json = flag('print JSON');

export function file(value: string, means: string): Argument<z.ZodString> {
  return given(value, z.string(), means);
}

export function wholeNumber(least: number, most: number) {
  const isWithin = (text: string) =>
    /^\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= most;
  const error = `is not a whole number from ${least} to ${most}`;
  return z.string().refine(isWithin, { error }).transform(Number);
}

/** Figures for IR and DR in the whole country: shown beside a program, and never used to rank. */
import * as z from 'zod';
import { parseRows } from '#shared/base/rows.ts';
import rows from './national-figures.json' with { type: 'json' };
import type { Program } from './program.ts';

const words = z.string().min(1).max(400);

const figureSchema = z
  .strictObject({
    about: z.enum(['ir', 'dr']),
    what: words,
    value: words,
    /** The year, or years, that it is of; `undated` where the source names none. */
    year: z
      .string()
      .regex(/^(\d{4}(-\d{4})?|undated)$/, { error: 'is no year, years, or undated' }),
    address: z.url({ protocol: /^https?$/, error: 'is not an address' }).exactOptional(),
    /** Who published it, where the address is a copy or was not kept. */
    publisher: words.exactOptional(),
    certainty: z.enum(['official', 'secondary', 'survey']),
    note: words.exactOptional(),
  })
  .refine(({ address, publisher }) => address !== undefined || publisher !== undefined, {
    error: 'is missing, and no publisher is named',
    path: ['address'],
  });
export type NationalFigure = z.infer<typeof figureSchema>;

export function readNationalFigures(all: unknown): NationalFigure[] {
  return parseRows('shared/world/programs/national-figures.json', figureSchema, all);
}

export const NATIONAL_FIGURES: readonly NationalFigure[] = readNationalFigures(rows);

/** Figures of the specialty that the program trains for. */
export function figuresFor({ kind }: Pick<Program, 'kind'>): readonly NationalFigure[] {
  const about = kind === 'integrated-ir' ? 'ir' : 'dr';
  return NATIONAL_FIGURES.filter((figure) => figure.about === about);
}

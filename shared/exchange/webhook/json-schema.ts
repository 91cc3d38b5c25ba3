/** Our schemas as JSON Schema 2020-12, which OpenAPI 3.1 speaks. */
import * as z from 'zod';
import { daySchema } from '#shared/base/time/day.ts';
import { instantSchema } from '#shared/base/time/instant.ts';

export type Json = { [name: string]: unknown };

/** @param io what is read, or what is answered. What JSON Schema cannot say is checked all the same. */
export function jsonOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const said = WRITTEN.find(([of]) => zodSchema === of)?.[1];
      if (said) Object.assign(jsonSchema, said);
    },
  });
  return json;
}

/** Schemas of our own making, which the library cannot see into. */
const WRITTEN: readonly [of: unknown, says: Json][] = [
  [daySchema, { type: 'string', format: 'date' }],
  [instantSchema, { type: 'string', format: 'date-time' }],
];

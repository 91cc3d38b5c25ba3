/** Our schemas as JSON Schema 2020-12, which OpenAPI 3.1 speaks. */
import * as z from 'zod';

export type Json = { [name: string]: unknown };

/**
 * @param io what is read, or what is answered. What JSON Schema cannot say is checked all the same; a schema of our own
 * making says in its `meta` what it is in JSON.
 */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' });
}

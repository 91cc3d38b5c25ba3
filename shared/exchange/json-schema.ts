/** Our schemas as JSON Schema 2020-12, which OpenAPI 3.1 uses. */
import * as z from 'zod';

export type Json = { [name: string]: unknown };

/**
 * @param io what is read, or what is answered. What JSON Schema cannot express is checked all the same; a custom
 * schema states in its `meta` what it is in JSON.
 */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' });
}

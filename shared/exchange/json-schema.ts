/** Our schemas as JSON Schema 2020-12, which OpenAPI 3.1 uses. */
import * as z from 'zod';

export type Json = { [name: string]: unknown };

/** `io`: what is read, or answered. What JSON Schema cannot express is checked all the same; a custom schema's `meta` says it in JSON. */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' });
}

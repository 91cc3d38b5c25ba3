/** A sender as described in a file or a form. */
import * as z from 'zod';
import { failure, type Result, success } from '#shared/base/result.ts';
import { mappingSchema } from './mapping.ts';
import { eventTypeSchema, type NewSender, senderSchema } from './sender.ts';

const newSenderSchema = senderSchema
  .pick({ id: true, name: true, product: true, cohortIds: true, mapping: true })
  .extend({ eventTypes: z.array(eventTypeSchema).min(1) });

/** Every fault as a sentence that names its field. */
export function readNewSender(value: unknown): Result<NewSender, string[]> {
  return read(newSenderSchema, value, 'The sender');
}

/** A mapping from outside. Refuses with a sentence a field that is wrong. */
export function readMapping(value: unknown): Result<z.infer<typeof mappingSchema>, string[]> {
  return read(mappingSchema, value, 'The mapping');
}

function read<Value>(
  schema: z.ZodType<Value>,
  value: unknown,
  what: string,
): Result<Value, string[]> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return success(parsed.data);
  return failure(
    parsed.error.issues.map((issue) => {
      const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
      const field = [...issue.path, ...keys].join('.');
      const why = keys.length > 0 ? 'is not a field of it' : issue.message;
      return `${field ? `${what}’s ${field}` : what} ${why}.`;
    }),
  );
}

/** What is wrong with an event from outside, field by field, in the words of its form. */
import type * as z from 'zod';
import { labelOf } from '#shared/words/field-words.ts';
import type { FormError } from './field.ts';

type Issue = z.core.$ZodIssue;

/** The first error found in each field. `isFilled`: a wrong answer and a missing one have different words. */
export function eventFaults(
  issues: readonly Issue[],
  type: string,
  isFilled: (field: string) => boolean,
): FormError[] {
  const errors = issues.flatMap(leaves).map((issue) => {
    if (issue.code === 'unrecognized_keys') {
      const field = [...issue.path, ...issue.keys.slice(0, 1)].join('.');
      return fault(field, 'is not a field of this form', type);
    }
    const field = issue.path.join('.');
    return fault(field, isFilled(field) ? reasonOf(issue) : 'is missing', type);
  });
  return errors.filter(
    ({ field }, index) => errors.findIndex((other) => other.field === field) === index,
  );
}

/** One sentence about one field. */
export function fault(field: string, reason: string, type?: string): FormError {
  const label = labelOf(field, type);
  const message = reason === 'is before the start' ? 'is before the first day' : reason;
  return { field, message: `${label} ${message}.` };
}

// The event schema is a union of unions; the branch that knows the type is the one whose issues matter.
function leaves(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const branches = issue.errors.map((branch) => branch.flatMap(leaves));
  const ofThisType = branches.find(
    (branch) => branch.length > 0 && !branch.some(({ path }) => path[0] === 'type'),
  );
  return (ofThisType ?? []).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function reasonOf(issue: Issue): string {
  return issue.code === 'invalid_value' ? 'is not one of the choices' : issue.message;
}

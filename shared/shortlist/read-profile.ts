/** Reads a profile from outside, or names every problem: the field, what is wrong, and what to do. */
import { failure, type Result, success } from '#shared/base/result.ts';
import { problemsOf } from '#shared/base/rows.ts';
import { type ShortlistProfile, shortlistProfileSchema } from './profile.ts';

/** Sometimes sent and never used; the refusal says so. */
export const NEVER_USED = ['age', 'gender', 'sex', 'nationality', 'citizenship', 'prestige'];

/** A profile from outside. Refuses a wrong field with a sentence. */
export function readProfile(value: unknown): Result<ShortlistProfile, string[]> {
  const parsed = shortlistProfileSchema.safeParse(value, { reportInput: true });
  if (parsed.success) return success(parsed.data);
  return failure(
    problemsOf(parsed.error.issues).map((problem) => {
      if (problem === 'needsVisa is not a known field') {
        return `${problem}: write entry, which is citizen, in-us, visa, or waiver`;
      }
      if (problem === 'step2CkScore is not a known field') {
        return 'step2CkScore is not asked: a score is compared on the page and enters no list. Leave it out';
      }
      const field = NEVER_USED.find((name) => problem === `${name} is not a known field`);
      return field
        ? `${field} is not asked: age, gender, nationality, and prestige never enter the order. Leave it out`
        : problem;
    }),
  );
}

export function readProfileText(text: string): Result<ShortlistProfile, string[]> {
  try {
    return readProfile(JSON.parse(text));
  } catch (error) {
    return failure([
      `the file is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
}

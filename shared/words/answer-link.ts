/** Where an occasion is answered: the same form or page from an email and from the plan. */
import { atForm, type EmailUrls } from '#shared/base/links/urls.ts';
import { OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import { formOf } from './answer-form.ts';
import type { Occasion } from './occasions.ts';

type AnswerUrls = Pick<
  EmailUrls,
  'plan' | 'rotation' | 'add' | 'shortlist' | 'profile' | 'experience'
>;

export function urlOf(occasion: Occasion, urls: AnswerUrls): string {
  const { rotationId, resolvedAt } = occasion;
  if (resolvedAt) return resolvedAt === 'letters' ? urls.rotation(OWN_LETTERS) : urls[resolvedAt];
  const form = formOf(occasion);
  const url = rotationId ? urls.rotation(rotationId) : urls.plan;
  return form ? atForm(url, form) : url;
}

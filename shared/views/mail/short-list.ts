/** A list in an email: a few lines, and the number of others. */

import { formOf, type Occasion } from '#shared/agenda/occasions/occasion.ts';
import { papersTogether } from '#shared/agenda/occasions/papers-together.ts';
import { DIGEST_ITEMS_MAX } from '#shared/base/limits.ts';
import { atForm, type MailUrls } from '#shared/base/links/urls.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { MailLink } from './layout.ts';

export function shortList<Each extends { readonly occasion: Occasion }>(
  list: readonly Each[],
  rotations: readonly Rotation[],
  urls: Pick<MailUrls, 'plan'>,
  line: (each: Each) => MailLink,
): MailLink[] {
  const lines = papersTogether(list, rotations).map(line);
  const more = lines.length - DIGEST_ITEMS_MAX;
  const rest = more > 0 ? [{ label: `and ${more} more on your plan`, url: urls.plan }] : [];
  return [...lines.slice(0, DIGEST_ITEMS_MAX), ...rest];
}

/** The address of the form that answers an occasion. */
export function urlOf(occasion: Occasion, urls: MailUrls): string {
  const form = formOf(occasion);
  if (!occasion.rotationId) return form ? atForm(urls.plan, form) : urls.plan;
  const url = urls.rotation(occasion.rotationId);
  return form ? atForm(url, form) : url;
}

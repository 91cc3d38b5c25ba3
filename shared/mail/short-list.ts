/** A list in a mail: a few lines, the rest counted. */
import { DIGEST_ITEMS_MAX } from '../limits.ts';
import { atForm, type MailUrls } from '../links/urls.ts';
import { formOf, type Occasion } from '../nudges/occasion.ts';
import { documentRule } from '../nudges/rules/documents.ts';
import { nameOf } from '../nudges/rules/subjects.ts';
import type { Rotation } from '../rotation/rotation.ts';
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

/** Where a thing is answered: its form, on the page that has it. */
export function urlOf(occasion: Occasion, urls: MailUrls): string {
  const form = formOf(occasion);
  if (!occasion.rotationId) return form ? atForm(urls.plan, form) : urls.plan;
  const url = urls.rotation(occasion.rotationId);
  return form ? atForm(url, form) : url;
}

/**
 * Papers of one rotation that are due on one day are one line, under the whole checklist's subject and in the place of the
 * first: thirteen lines would hide everything else.
 */
function papersTogether<Each extends { readonly occasion: Occasion }>(
  list: readonly Each[],
  rotations: readonly Rotation[],
): Each[] {
  const groups = Map.groupBy(list, ({ occasion: { rule, rotationId, subject, deadline } }) =>
    [rule, rule === documentRule.id ? rotationId : subject, deadline.day].join('|'),
  );
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return first ?? [];
    const { occasion } = first;
    const rotation = rotations.find(({ id }) => id === occasion.rotationId);
    if (!rotation) return [first, ...others];
    const title = `${others.length + 1} documents for the ${nameOf(rotation)}`;
    const words = { ...occasion.words, title };
    return [{ ...first, occasion: { ...occasion, subject: `${rotation.id}/documents`, words } }];
  });
}

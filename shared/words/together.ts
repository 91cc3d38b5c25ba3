/** Merges the occasions of one rotation into one that names what it holds, wherever occasions are listed. */
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { type Held, type Occasion, shownDay } from './occasions.ts';

/** Papers that a line names; the rest are counted. */
const NAMED_MAX = 2;

type Listed = { readonly occasion: Occasion };

/** A rotation's papers of one day become one line, in the place of the first: thirteen would hide everything else. */
export function papersTogether<Each extends Listed>(
  list: readonly Each[],
  rotations: readonly Rotation[],
): Each[] {
  return together(list, rotations, ({ rule, rotationId, deadline }) =>
    rule === 'G14' ? `${rotationId}|${deadline.day}` : undefined,
  );
}

/** What is open for a rotation becomes one line, led by its soonest day; questions and losses keep lines of their own. */
export function rotationsTogether<Each extends Listed>(
  list: readonly Each[],
  rotations: readonly Rotation[],
): Each[] {
  return together(list, rotations, ({ rotationId, isQuestion, ladder, news }) =>
    isQuestion || ladder === 'loss' || news ? undefined : rotationId,
  );
}

function together<Each extends Listed>(
  list: readonly Each[],
  rotations: readonly Rotation[],
  keyOf: (occasion: Occasion) => string | undefined,
): Each[] {
  const groups = Map.groupBy(
    list,
    ({ occasion }) => keyOf(occasion) ?? `${occasion.rule}|${occasion.subject}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group.toSorted((a, b) =>
      shownDay(a.occasion) < shownDay(b.occasion) ? -1 : 1,
    );
    const rotation = rotations.find(({ id }) => id === first?.occasion.rotationId);
    if (!first || others.length === 0 || !rotation) return group;
    return [{ ...first, occasion: asOne(first.occasion, others, rotation) }];
  });
}

function asOne(first: Occasion, others: readonly Listed[], rotation: Rotation): Occasion {
  const all = [first, ...others.map(({ occasion }) => occasion)];
  const holds = all.flatMap((each) => each.holds ?? [heldOf(each)]);
  const arePapers = all.every(({ rule }) => rule === 'G14');
  const { event: _, resolvedAt: __, discreet, ...occasion } = first;
  const { short: ___, listed: ____, ...words } = occasion.words;
  const isPrivate = discreet !== undefined || all.some((each) => each.discreet);
  return {
    ...occasion,
    holds,
    // The whole checklist, or the whole rotation, is where several things are answered.
    subject: arePapers ? `${rotation.id}/documents` : `${rotation.id}/all`,
    ...(isPrivate && {
      discreet: `${holds.length} ${arePapers ? 'papers' : 'steps'} for your ${nameOf(rotation)}`,
    }),
    words: {
      ...words,
      title: togetherTitle(holds, rotation),
      ...(arePapers && { button: 'Show the papers' }),
    },
  };
}

function heldOf({ words, rule }: Occasion): Held {
  return { title: words.listed ?? words.short ?? words.title, isPaper: rule === 'G14' };
}

/** `housing; TB test, flu shot, and 3 more papers for Johns Hopkins`: each step is named and is no paper. */
export function togetherTitle(things: readonly Held[], rotation: Rotation): string {
  const papers = things.filter(({ isPaper }) => isPaper).map(({ title }) => title);
  const steps = counted(things.filter(({ isPaper }) => !isPaper).map(({ title }) => title));
  const more = papers.length > NAMED_MAX + 1 ? papers.splice(NAMED_MAX).length : 0;
  const isCounted = more > 0 && steps.length > 0;
  const listed = [
    ...(isCounted ? [] : steps),
    ...papers,
    ...(more > 0 ? [`${more} more papers`] : []),
  ];
  const before = isCounted ? `${LIST.format(steps)}; ` : '';
  return `${before}${LIST.format(listed)} for ${rotation.host.name}`;
}

/** `personal task` three times is `3 personal tasks`. */
function counted(titles: readonly string[]): string[] {
  return [...Map.groupBy(titles, (title) => title)].map(([title, { length }]) =>
    length > 1 ? `${length} ${title}s` : title,
  );
}

const LIST = new Intl.ListFormat('en-US', { type: 'conjunction' });

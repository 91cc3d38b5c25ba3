/** Papers of one rotation as one thing, wherever occasions are listed. */
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import type { Occasion } from './occasions.ts';

/**
 * Papers of one rotation that are due on one day are one line, under the whole checklist's subject and in the place of the
 * first: thirteen lines would hide everything else.
 */
export function papersTogether<Each extends { readonly occasion: Occasion }>(
  list: readonly Each[],
  rotations: readonly Rotation[],
): Each[] {
  const groups = Map.groupBy(list, ({ occasion: { rule, rotationId, subject, deadline } }) =>
    [rule, rule === 'G14' ? rotationId : subject, deadline.day].join('|'),
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

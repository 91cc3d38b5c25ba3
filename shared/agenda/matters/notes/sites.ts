/** What kinds of sites the plan has, and in which order. */
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { inUs, irAways } from '#shared/plan/rotation/on-plan.ts';
import { hasIrPath, type Known, siteOf, tierOf } from '#shared/plan/rotation/site.ts';
import type { Matter } from '../../matter.ts';
import type { View } from '../../view.ts';
import { note } from './draft.ts';

export function siteNotes(view: View): Matter[] {
  return [...irPath(view), ...twoKinds(view), ...tierOneFirst(view), ...firstMonth(view)];
}

/** G2: one IR month at a program with integrated IR or ESIR. */
function irPath({ facts, world }: View): Matter[] {
  const aways = irAways(facts);
  if (aways.length === 0) return [];
  const unsure = notYes(aways, (rotation) => hasIrPath(siteOf(rotation, world)));
  if (!unsure) return [];
  const weight = unsure.length > 0 ? 'advice' : 'warning';
  return [note({ rule: 'G2', weight, reason: { code: 'ir-path', unsure } })];
}

/** G23, "ideally": one integrated IR site and one DR site with ESIR or a strong DR. */
function twoKinds({ facts, world }: View): Matter[] {
  const us = inUs(facts);
  if (us.length === 0) return [];
  const dr = us.filter(({ specialty }) => specialty === 'dr');
  const integrated = notYes(irAways(facts), (rotation) => siteOf(rotation, world).integratedIr);
  const esir = notYes(dr, (rotation) => siteOf(rotation, world).esir);
  if (!integrated && !esir) return [];
  const reason = {
    code: 'two-kinds' as const,
    ...(integrated && { integrated }),
    ...(esir && { esir }),
  };
  return [note({ rule: 'G23', weight: 'advice', reason })];
}

/** G5: a Tier 1 month comes after another US month. */
function tierOneFirst({ facts, world }: View): Matter[] {
  const dated = inUs(facts).flatMap((rotation) =>
    rotation.dates ? [{ rotation, dates: rotation.dates }] : [],
  );
  return dated
    .filter(({ rotation }) => tierOf(rotation, world) === 1)
    .filter(
      ({ rotation: { id }, dates: { start } }) =>
        !dated.some((other) => other.rotation.id !== id && other.dates.end < start),
    )
    .map(({ rotation: { id } }) =>
      note({
        rule: 'G5',
        subject: id,
        about: { rotationId: id },
        weight: 'advice',
        reason: { code: 'tier-1-first' },
      }),
    );
}

/** G5b, a hint: the first US month is best at a Tier 2 site. */
function firstMonth({ facts, world }: View): Matter[] {
  const [first] = inUs(facts)
    .filter(({ dates }) => dates)
    .toSorted((a, b) => ((a.dates?.start ?? '') < (b.dates?.start ?? '') ? -1 : 1));
  const tier = first && tierOf(first, world);
  if (!first || !tier || tier === 2) return [];
  return [
    note({
      rule: 'G5b',
      subject: first.id,
      about: { rotationId: first.id },
      weight: tier === 'unknown' ? 'reference' : 'advice',
      reason: { code: 'first-month', tier },
    }),
  ];
}

/** Undefined when one is "yes"; else the hosts of those that may be. */
function notYes(
  rotations: readonly Rotation[],
  known: (rotation: Rotation) => Known,
): string[] | undefined {
  if (rotations.some((rotation) => known(rotation) === 'yes')) return undefined;
  const unsure = rotations.filter((rotation) => known(rotation) === 'unknown');
  return [...new Set(unsure.map(({ host }) => host.name))];
}

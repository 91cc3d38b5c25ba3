import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { inUs, irAways } from '#shared/plan/rotation/on-plan.ts';
import type { World } from '#shared/world/world.ts';
import { type Check, check, planCheck } from '../check.ts';
import { hasIrPath, type Known, siteOf, tierOf } from '../site.ts';

/** G2: one IR month at a program with integrated IR or ESIR. */
const irPath = planCheck({
  id: 'G2',
  applies: ({ facts }) => irAways(facts).length > 0,
  finds: ({ facts, world }) => {
    const unsure = notYes(irAways(facts), (rotation) => hasIrPath(siteOf(rotation, world)));
    if (!unsure) return undefined;
    if (unsure.length > 0) {
      return {
        severity: 'advice',
        says: `Not known whether any IR site of your plan has integrated IR or ESIR: ${hosts(unsure)}.`,
        fix: 'Ask the program, or look on its page, and choose one site that has either.',
      };
    }
    return {
      severity: 'warning',
      says: 'No IR site of your plan has integrated IR or ESIR.',
      fix: 'Choose one IR rotation at a program with integrated IR or ESIR.',
    };
  },
});

/** G23, "ideally": one integrated IR site and one DR site with ESIR or a strong DR. */
const twoKinds = planCheck({
  id: 'G23',
  applies: ({ facts }) => inUs(facts).length > 0,
  finds: ({ facts, world }) => {
    const integrated = lacking('an integrated IR site', irAways(facts), world, 'integratedIr');
    const dr = inUs(facts).filter(({ specialty }) => specialty === 'dr');
    const esir = lacking('a DR site with ESIR or a strong DR', dr, world, 'esir');
    const missing = [integrated, esir].filter((words) => words !== undefined);
    if (missing.length === 0) return undefined;
    return {
      severity: 'advice',
      says: `Your plan has ${missing.join(', and ')}.`,
      fix: 'Ideally, says the guide, have one of each; DR with ESIR is often easier to reach.',
    };
  },
});

/** G5: a Tier 1 month comes after another US month. */
const tierOneLater = check<Rotation>({
  id: 'G5',
  subjects: ({ facts, world }) =>
    inUs(facts).filter((rotation) => rotation.dates && tierOf(rotation, world) === 1),
  subjectId: ({ id }) => id,
  finds: (rotation, { facts }) => {
    const start = rotation.dates?.start ?? '';
    if (inUs(facts).some(({ id, dates }) => id !== rotation.id && dates && dates.end < start)) {
      return undefined;
    }
    return {
      severity: 'advice',
      says: `The ${nameOf(rotation)} is a Tier 1 target, and no other US rotation ends before it.`,
      fix: 'Put another US month first, best a DR site with ESIR: you will be better prepared.',
    };
  },
});

/** G5b, a hint: the first US month is best at a Tier 2 site. */
const firstMonth = check<Rotation>({
  id: 'G5b',
  subjects: ({ facts }) =>
    inUs(facts)
      .filter(({ dates }) => dates)
      .toSorted((a, b) => ((a.dates?.start ?? '') < (b.dates?.start ?? '') ? -1 : 1))
      .slice(0, 1),
  subjectId: ({ id }) => id,
  finds: (rotation, { world }) => {
    const tier = tierOf(rotation, world);
    if (tier === 2) return undefined;
    if (tier === 'unknown') {
      return {
        severity: 'reference',
        says: `Your first US month is the ${nameOf(rotation)}. Not known whether it is a DR site with ESIR.`,
        fix: 'Ask the program: such a site is a good first month.',
      };
    }
    return {
      severity: 'advice',
      says: `Your first US month is the ${nameOf(rotation)}, Tier ${tier} in the guide’s order.`,
      fix: 'If you can still choose, begin at a DR site with ESIR and keep Tier 1 for later.',
    };
  },
});

export const SITE_CHECKS: readonly Check[] = [irPath, twoKinds, tierOneLater, firstMonth];

/** "no …", "… that is not known for certain", or undefined where one is known. */
function lacking(
  what: string,
  rotations: readonly Rotation[],
  world: World,
  field: 'integratedIr' | 'esir',
): string | undefined {
  const unsure = notYes(rotations, (rotation) => siteOf(rotation, world)[field]);
  if (!unsure) return undefined;
  return unsure.length > 0
    ? `perhaps ${what} (not known of ${hosts(unsure)}: ask)`
    : `no ${what.replace(/^an? /, '')}`;
}

/** Undefined when one is "yes"; else those that may be. */
function notYes(
  rotations: readonly Rotation[],
  known: (rotation: Rotation) => Known,
): Rotation[] | undefined {
  if (rotations.some((rotation) => known(rotation) === 'yes')) return undefined;
  return rotations.filter((rotation) => known(rotation) === 'unknown');
}

function hosts(rotations: readonly Rotation[]): string {
  return [...new Set(rotations.map(({ host }) => host.name))].join(', ');
}

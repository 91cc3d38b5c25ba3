/** Which kinds of sites the plan has, and in which order. */
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { byStart } from '#shared/plan/rotation/moments.ts';
import { inUs, irAways } from '#shared/plan/rotation/on-plan.ts';
import { hasIrPath, type Known, type Site, siteOf, tierOf } from '#shared/plan/rotation/site.ts';
import type { World } from '#shared/world/world.ts';
import { type Matter, note, onRotation, type View } from '../../matter.ts';

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
  return [note({ code: 'ir-path', unsure, weight })];
}

/** G23, "ideally": one integrated IR site, and another institution with ESIR or a strong DR, whatever the specialty there. */
function twoKinds({ facts, world }: View): Matter[] {
  const sites = sitesOf(inUs(facts), world);
  const integrated = sites.filter((site) => site.integratedIr === 'yes');
  const esir = sites.filter((site) => site.esir === 'yes');
  if (sites.length === 0 || integrated.some((one) => esir.some((other) => other !== one)))
    return [];
  const unsure = (kind: 'integratedIr' | 'esir', taken: typeof sites) =>
    sites
      .filter((site) => site[kind] === 'unknown' && (taken.length > 1 || site !== taken[0]))
      .map(({ name }) => name);
  const lacking = {
    ...(integrated.length === 0 && { integrated: unsure('integratedIr', esir) }),
    // A site that is both counts once, as the integrated one.
    ...((esir.length === 0 || integrated.length > 0) && { esir: unsure('esir', integrated) }),
  };
  return [note({ code: 'two-kinds', ...lacking, weight: 'advice' })];
}

/** One per host, with what is known about it from any of its rotations; a tier that the applicant set fills a gap. */
function sitesOf(rotations: readonly Rotation[], world: World): (Site & { name: string })[] {
  const byHost = Map.groupBy(
    rotations,
    ({ host: { institutionId, programCode, name } }) =>
      world.host(institutionId ?? world.program(programCode)?.institutionId)?.hostId ??
      name.trim().toLowerCase(),
  );
  return [...byHost.values()].map((there) => {
    const found = there.map((each) => siteOf(each, world));
    const integratedIr = best(found.map((site) => site.integratedIr));
    const isTier = (tier: Rotation['tier']) => there.some((each) => each.tier === tier);
    return {
      name: there[0]?.host.name ?? '',
      integratedIr: integratedIr === 'unknown' && isTier('1') ? 'yes' : integratedIr,
      // Tier 2 is also a strong DR program without ESIR.
      esir: isTier('2') ? 'yes' : best(found.map((site) => site.esir)),
    };
  });
}

function best(known: readonly Known[]): Known {
  return (['yes', 'unknown'] as const).find((each) => known.includes(each)) ?? 'no';
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
    .map(({ rotation }) => note({ code: 'tier-1-first', weight: 'advice' }, onRotation(rotation)));
}

/** G5b, a hint: the first US month is best at a Tier 2 site. */
function firstMonth({ facts, world }: View): Matter[] {
  const [first] = inUs(facts)
    .filter(({ dates }) => dates)
    .toSorted(byStart);
  const tier = first && tierOf(first, world);
  if (!first || !tier || tier === 2) return [];
  const weight = tier === 'unknown' ? 'reference' : 'advice';
  return [note({ code: 'first-month', tier, weight }, onRotation(first))];
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

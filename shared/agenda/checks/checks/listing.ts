import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isConfirmed, isInUs, nameOf } from '#shared/plan/rotation/kind.ts';
import { onPlan } from '#shared/plan/rotation/on-plan.ts';
import { guideRule } from '#shared/world/guide/rules.ts';
import { provenanceOf } from '#shared/world/programs/institution.ts';
import { phraseSource } from '#shared/world/source-words.ts';
import { type Check, check, planCheck } from '../check.ts';

/** G21: ERAS holds ten experiences. What comes first is the guide's; the limit is AAMC's. */
const experiences = planCheck({
  id: 'G21',
  applies: ({ facts }) =>
    facts.experienceCount !== undefined || facts.rotations.filter(isConfirmed).length > 1,
  finds: ({ facts }) => {
    const most = guideRule('G21')?.countMax ?? 10;
    const rotations = facts.rotations.filter(isConfirmed);
    const count = facts.experienceCount;
    if (count !== undefined && count <= most) return undefined;
    const order = rotations.toSorted((a, b) => rank(a) - rank(b)).map(nameOf);
    return {
      severity: count === undefined ? 'reference' : 'warning',
      says:
        count === undefined
          ? `ERAS holds ${most} experiences. Not known how many you have.`
          : `You have ${count} experiences, and ERAS holds ${most}.`,
      fix: `List US IR rotations first, then other US rotations, then IR at home${order.length > 0 ? `: ${order.join(', ')}` : ''}.`,
    };
  },
});

/** G21b: hands-on or observer, said as it is. Every rotation states one; it must be one that the host offers. */
const honestRole = check<Rotation>({
  id: 'G21b',
  subjects: ({ facts, world }) =>
    onPlan(facts).filter(
      ({ host, mode }) => world.host(host.institutionId, mode)?.modes !== undefined,
    ),
  subjectId: ({ id }) => id,
  finds: (rotation, { world }) => {
    const host = world.host(rotation.host.institutionId, rotation.mode);
    if (!host?.modes || host.modes.includes(rotation.mode)) return undefined;
    const role = rotation.mode === 'hands-on' ? 'hands-on' : 'an observer’s';
    return {
      severity: 'warning',
      says: `You call the ${nameOf(rotation)} ${role}; the host’s page offers ${host.modes.join(' and ')} only.`,
      fix: 'Ask which it is, and list it in ERAS as what it was.',
      source: phraseSource(provenanceOf(host, 'modes')),
    };
  },
});

/** G24: the ways into IR and their length. Nothing to judge; good to have at hand. */
const pathways = planCheck({
  id: 'G24',
  finds: ({ facts }) => ({
    severity: 'reference',
    says:
      facts.profile.pathway === 'integrated-ir'
        ? 'Your way: integrated IR, five to six years from graduation.'
        : 'Your way: DR with early specialization (ESIR), then independent IR, which ESIR shortens to about a year.',
    fix: 'Keep the other way open: both are read from the same application.',
  }),
});

export const LISTING_CHECKS: readonly Check[] = [experiences, honestRole, pathways];

/** US IR, other US, IR at home, the rest. */
function rank({ country, specialty }: Rotation): number {
  if (isInUs({ country })) return specialty === 'ir' ? 0 : 1;
  return specialty === 'ir' ? 2 : 3;
}

/** A possible stay: a site, a role, a route, and a month. As a rotation, it can be judged by every rule. */

import { type Day, dayOf, plusDays, plusMonths, weekdayOf } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Facts, Profile } from '#shared/plan/facts/facts.ts';
import type { Rotation, RotationPlan } from '#shared/plan/facts/rotation.ts';
import type { ShortlistProfile } from './profile.ts';
import type { Site } from './site.ts';

export interface Stay {
  readonly site: Site;
  readonly mode: RotationPlan['mode'];
  readonly route: RotationPlan['route'];
  /** `2027-03`; absent where the person named no months. */
  readonly month?: string;
}

/** Every way to rotate at a site. If its pages do not say, we assume hands-on and the host's own application. */
export function staysAt(site: Site, months: readonly string[]): Stay[] {
  const modes = site.host.modes ?? ['hands-on'];
  const routes = site.host.routes ?? ['institution'];
  const hasObserverRoute = routes.includes('observership');
  return modes.flatMap((mode) =>
    routes
      .filter((route) => !hasObserverRoute || (mode === 'observer') === (route === 'observership'))
      .flatMap((route): Stay[] =>
        months.length === 0
          ? [{ site, mode, route }]
          : months.map((month) => ({ site, mode, route, month })),
      ),
  );
}

/** The stay as a rotation that is on nobody's list yet. */
export function rotationOf(
  { site, mode, route, month }: Stay,
  specialty: 'ir' | 'dr',
  id: string,
  now: Instant,
  { tiers }: Pick<ShortlistProfile, 'tiers'> = {},
): Rotation {
  const tier = tiers?.[site.host.id] ?? tiers?.[site.host.hostId];
  const program = specialty === 'ir' ? (site.ir ?? site.dr) : (site.dr ?? site.ir);
  return {
    id,
    host: {
      name: site.place,
      institutionId: site.host.id,
      ...(program && { programCode: program.code }),
    },
    specialty,
    mode,
    route,
    country: 'US',
    ...(month && { dates: datesIn(month) }),
    stage: 'identify',
    status: 'shortlisted',
    since: now,
    ...(tier && { tier }),
    checklist: [],
    letters: [],
  };
}

/** Four weeks inside the month, from its first Monday if they fit, else from its first day: the host may be closed in the next month. */
export function datesIn(month: string): { start: Day; end: Day } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const first = dayOf(year, number, 1);
  const last = plusDays(plusMonths(first, 1), -1);
  const monday = plusDays(first, (8 - weekdayOf(first)) % 7);
  const start = plusDays(monday, 25) <= last ? monday : first;
  return { start, end: plusDays(start, 25) };
}

/** A shortlist's profile as an applicant's facts. What it does not ask stays unknown. */
export function factsOf(profile: ShortlistProfile, rotations: readonly Rotation[] = []): Facts {
  const { matchYear, enrollment, pathway, graduationOn, entry, visaWaitDays } = profile;
  const person: Profile = {
    name: 'Applicant',
    address: 'applicant@example.org',
    zone: 'America/New_York',
    matchYear,
    enrollment,
    pathway,
    ...(graduationOn && { graduationOn }),
    ...(entry && { entry }),
    ...(visaWaitDays !== undefined && { visaWaitDays }),
    ...(profile.schoolInVslo !== undefined && { schoolInVslo: profile.schoolInVslo }),
    ...(profile.ecfmgCertified !== undefined && { ecfmgCertified: profile.ecfmgCertified }),
  };
  return { profile: person, rotations: [...rotations], documents: [] };
}

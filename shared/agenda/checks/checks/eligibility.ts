import type { Profile } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { inUs, isOpenQuestion } from '#shared/plan/rotation/on-plan.ts';
import {
  type Institution,
  provenanceOf,
  type ReadField,
} from '#shared/world/programs/institution.ts';
import { phraseSource } from '#shared/world/source-words.ts';
import type { View } from '../../occasions/occasion.ts';
import { type Check, check } from '../check.ts';

/** G12: whoever has graduated by the rotation's start needs a host that takes graduates. Asked before anything else. */
const graduates = check<Rotation>({
  id: 'G12',
  subjects: ({ facts }) =>
    undecided(facts).filter((rotation) => isGraduateAt(rotation, facts.profile)),
  subjectId: ({ id }) => id,
  finds: (rotation, view) => {
    const host = hostOf(rotation, view);
    const visa =
      rotation.mode === 'hands-on' && entersAsVisitor(view.facts.profile)
        ? ' The B-1 clause for electives is for enrolled students only.'
        : '';
    if (host?.acceptsGraduates === undefined) {
      return {
        severity: 'warning',
        says: `Not known whether ${rotation.host.name} takes graduates, which you will be.${visa}`,
        fix: 'Ask the host before you apply.',
      };
    }
    const takesYou =
      host.acceptsGraduates === 'yes' ||
      (host.acceptsGraduates === 'observer-only' && rotation.mode === 'observer');
    if (takesYou) return undefined;
    const observers = host.acceptsGraduates === 'observer-only';
    return {
      severity: 'impossible',
      says: `${rotation.host.name} takes graduates ${observers ? 'as observers only' : 'not at all'}.${visa}`,
      fix: observers
        ? 'Apply as an observer there, or look for a host that takes graduates hands-on.'
        : 'Look for an observership, a hospital program or a research post instead.',
      source: sourceOf(host, 'acceptsGraduates'),
    };
  },
});

/** G12b: VSLO is open only to students of schools that are in it. */
const vsloSchool = check<Rotation>({
  id: 'G12b',
  subjects: ({ facts }) => undecided(facts).filter(({ route }) => route === 'vslo'),
  subjectId: ({ id }) => id,
  finds: (rotation, view) => {
    const { schoolInVslo } = view.facts.profile;
    const host = hostOf(rotation, view);
    if (schoolInVslo === true || host?.vsloTakesOtherSchools) return undefined;
    if (schoolInVslo === undefined) {
      return {
        severity: 'warning',
        says: `The ${nameOf(rotation)} is applied for through VSLO. Not known whether your school is in it.`,
        fix: 'Ask your dean’s office whether your school is in VSLO or its Global Network.',
      };
    }
    const own = host?.routes?.includes('institution')
      ? 'has a route of its own'
      : 'may have a route of its own';
    return {
      severity: 'impossible',
      says: `The ${nameOf(rotation)} is applied for through VSLO, and your school is not in it.`,
      fix: `${rotation.host.name} ${own}: ask, and apply through that.`,
    };
  },
});

/** Ours: VSLO enrolls students through their schools, so behind a graduate a school must still stand. */
const graduateThroughVslo = check<Rotation>({
  id: 'graduate-vslo',
  subjects: ({ facts, world }) =>
    undecided(facts).filter((rotation) => {
      const routes = world.host(rotation.host.institutionId)?.routes ?? [rotation.route];
      return routes.every((route) => route === 'vslo');
    }),
  subjectId: ({ id }) => id,
  finds: (rotation, view) => {
    if (!isGraduateAt(rotation, view.facts.profile)) return undefined;
    const host = hostOf(rotation, view);
    return {
      severity: 'warning',
      says: `${rotation.host.name} is applied for through VSLO only, and you will have graduated. VSLO is for students: your school must still sponsor you.`,
      fix: 'Ask your school whether it sponsors graduates in VSLO, before anything else.',
      source: host?.routes
        ? sourceOf(host, 'routes')
        : 'AAMC, VSLO: the home school enrolls its students',
    };
  },
});

/** G13b: some hosts take no IMG without an ECFMG certificate. */
const ecfmg = check<Rotation>({
  id: 'G13b',
  subjects: ({ facts }) => undecided(facts),
  subjectId: ({ id }) => id,
  finds: (rotation, view) => {
    const host = hostOf(rotation, view);
    const { ecfmgCertified } = view.facts.profile;
    if (host?.requiresEcfmgCertificate === false || ecfmgCertified === true) return undefined;
    if (host?.requiresEcfmgCertificate === undefined) {
      return {
        severity: 'reference',
        says: `Not known whether ${rotation.host.name} asks for ECFMG certification.`,
        fix: 'Ask the host, together with the visa class it takes.',
      };
    }
    return {
      severity: ecfmgCertified === false ? 'impossible' : 'warning',
      says: `${rotation.host.name} asks for ECFMG certification. ${ecfmgCertified === false ? 'You do not have it.' : 'Not known whether you have it.'}`,
      fix: 'Find a host that does not ask for it, or come back once you are certified.',
      source: sourceOf(host, 'requiresEcfmgCertificate'),
    };
  },
});

/** Ours, from hosts' pages: whether they take students of schools outside the US at all. */
const takesInternational = check<Rotation>({
  id: 'host-international',
  subjects: ({ facts }) => undecided(facts),
  subjectId: ({ id }) => id,
  finds: (rotation, view) => {
    const host = hostOf(rotation, view);
    const { name } = rotation.host;
    switch (host?.acceptsInternational) {
      case 'yes':
        return undefined;
      case 'no':
        return {
          severity: 'impossible',
          says: `${name} takes no students of schools outside the US.`,
          fix: 'Choose another host; some have an observership beside it.',
          source: sourceOf(host, 'acceptsInternational'),
        };
      case 'partner-schools':
        return {
          severity: 'warning',
          says: `${name} takes students of partner schools only. Not known whether yours is one.`,
          fix: 'Ask your dean’s office; a new agreement takes 8 to 10 weeks where hosts say so.',
          source: sourceOf(host, 'acceptsInternational'),
        };
      case 'limited':
        return {
          severity: 'advice',
          says: `${name} takes few international students, or in some departments only.`,
          fix: 'Ask whether the department you want is open before you pay a fee.',
          source: sourceOf(host, 'acceptsInternational'),
        };
      case undefined:
        return {
          severity: 'reference',
          says: `Not known whether ${name} takes international students.`,
          fix: 'Ask the host’s visiting-student office.',
          source: 'our directory of hosts has no page that says so',
        };
    }
  },
});

export const ELIGIBILITY_CHECKS: readonly Check[] = [
  graduates,
  vsloSchool,
  graduateThroughVslo,
  ecfmg,
  takesInternational,
];

/** True for a graduate, and for a student whose graduation comes before the rotation. */
export function isGraduateAt({ dates }: Rotation, profile: Profile): boolean {
  const { enrollment, graduationOn } = profile;
  if (!graduationOn || !dates) return enrollment === 'graduate';
  return graduationOn < dates.start;
}

/** With a visa or a waiver still to get; so is anybody who has not answered. */
export function entersAsVisitor({ entry }: Profile): boolean {
  return entry !== 'citizen' && entry !== 'in-us';
}

/** A host that has said yes knows whom it takes. */
function undecided(facts: View['facts']): Rotation[] {
  return inUs(facts).filter(isOpenQuestion);
}

function hostOf(rotation: Rotation, { world }: View): Institution | undefined {
  return world.host(rotation.host.institutionId);
}

function sourceOf(host: Institution, field: ReadField): string {
  return phraseSource(provenanceOf(host, field));
}

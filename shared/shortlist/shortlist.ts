/** `shortlist`: where to rotate and where to apply, as two lists. Pure. It orders facts and predicts nothing. */
import { hostPath, programPath } from '#shared/base/links/urls.ts';
import { counted } from '#shared/base/sentence.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { tierOf } from '#shared/plan/rotation/site.ts';
import { programs } from '#shared/world/programs/directory.ts';
import { aimsAtIntegrated } from '#shared/world/vocabulary.ts';
import type { World } from '#shared/world/world.ts';
import type { CanApply } from './gates.ts';
import { type Line, lineOf, orderKey, type RankedLine } from './line.ts';
import { placeCost } from './place-cost.ts';
import { inTime, type Possible, possiblesAt } from './possible.ts';
import { type Asked, askedOn, type ShortlistProfile } from './profile.ts';
import { applicationGates } from './program-gates.ts';
import { ranked } from './rank.ts';
import { researchLines } from './research.ts';
import { type Site, sites } from './site.ts';

export interface ShortlistList {
  readonly lines: readonly RankedLine[];
  /** What a stated rule or the time forbids, with the reason; by name. */
  readonly failing: readonly Line[];
}

export interface Shortlist {
  /** Hosts to rotate at. */
  readonly rotations: ShortlistList;
  /** For graduates; empty for students. */
  readonly research: readonly Line[];
  /** Residency programs to apply to. */
  readonly applications: ShortlistList;
  /** What one other answer would change. */
  readonly moves: readonly string[];
  /** What was entered but does not affect the order, and why. */
  readonly notes: readonly string[];
}

export function shortlist(profile: ShortlistProfile, world: World, at: Instant): Shortlist {
  const asked = askedOn(at, profile, world);
  const list = (all: readonly Line[]): ShortlistList => ({
    lines: ranked(
      all.filter(({ canApply }) => canApply !== 'no'),
      (line) => orderKey(line, profile),
    ),
    failing: all
      .filter(({ canApply }) => canApply === 'no')
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  });
  return {
    rotations: list(rotationLines(asked)),
    research: researchLines(asked),
    applications: list(applicationLines(asked)),
    moves: profileMoves(asked),
    notes: notesOf(profile),
  };
}

function rotationLines(asked: Asked): Line[] {
  return sites(asked.world).flatMap((site) => {
    const [best] = inTime(possiblesAt(site, asked), asked);
    return best ? [rotationLine(site, best, asked)] : [];
  });
}

function rotationLine(
  { id, name, host, ir, dr, state }: Site,
  { rotation, gates, applyBy, tooLate, forStudents }: Possible,
  asked: Asked,
): Line {
  const stay = {
    rotation,
    ...(applyBy && { applyBy }),
    tier: tierOf(rotation, asked.world),
    cost: placeCost(host, rotation.route, asked.profile),
  };
  const place = { host, ...(ir && { ir }), ...(dr && { dr }), ...(state && { state }) };
  const closedBy = tooLate ?? forStudents;
  return lineOf(
    { id, name, path: hostPath(host.id), ...place, stay, gates, ...(closedBy && { closedBy }) },
    asked,
  );
}

/** Applicants who go through DR apply to DR programs; those who aim at integrated IR, by the guide, to both kinds. */
function applicationLines(asked: Asked): Line[] {
  const { profile, world } = asked;
  return programs()
    .filter(({ kind }) => kind === 'dr' || aimsAtIntegrated(profile.pathway))
    .map((listed) => world.program(listed.code) ?? listed)
    .map((program) =>
      lineOf(
        {
          id: program.code,
          name: program.name,
          path: programPath(program.code),
          ...(program.kind === 'integrated-ir' ? { ir: program } : { dr: program }),
          state: program.state,
          gates: applicationGates(program, profile),
        },
        asked,
      ),
    );
}

function notesOf(profile: ShortlistProfile): string[] {
  return [
    'This is an order of facts. It is no forecast of who is invited or matched, and no score orders it.',
    ...(profile.step2CkPassed === false || profile.ecfmgCertified === false
      ? [
          'Passing results and an accepted Pathway are needed by the rank list deadline, or NRMP withdraws you (https://www.ecfmg.org/news/2023/01/24/).',
        ]
      : []),
    ...(profile.researchMentorLetter
      ? ['Your research mentor’s letter counts beside those of your months.']
      : []),
    ...(profile.usHandsOnMonths === 0 && profile.usObserverMonths === 0
      ? ['Keep Tier 1 sites for after a first US month, as the guide advises.']
      : []),
    ...(profile.enrollment === 'graduate' ? [GRADUATE_NOTE] : []),
  ];
}

/** Said above a graduate's list. */
export const GRADUATE_NOTE =
  'Most hands-on electives are for students: see “Left out”. An observership is watching only, and its letter counts separately. Places that give letters come first.';

const CHANGES = [
  ['schoolInVslo', 'With a school in VSLO or its Global Network'],
  ['step1Passed', 'With Step 1 passed'],
  ['step2CkPassed', 'With Step 2 CK passed'],
  ['ecfmgCertified', 'With ECFMG certification'],
] as const satisfies readonly (readonly [keyof ShortlistProfile, string])[];

/** What one other answer would change: one answer of the profile turned to "yes" at a time, everything else unchanged. */
function profileMoves({ profile, world, now }: Asked): string[] {
  const all = sites(world);
  const answers = (of: ShortlistProfile) =>
    all.map((site) => possiblesAt(site, { profile: of, now })[0]?.canApply ?? 'no');
  const before = answers(profile);
  return CHANGES.filter(([field]) => profile[field] !== true).flatMap(([field, what]) => {
    const after = answers({ ...profile, [field]: true });
    const more = (answer: CanApply) =>
      after.filter((each, at) => each === answer && before[at] !== answer).length;
    const [yes, ask] = [more('yes'), more('ask')];
    const gains = [
      ...(yes > 0 ? [`${counted(yes, 'more place')} to apply to`] : []),
      ...(ask > 0 ? [`${counted(ask, 'more place')} to ask`] : []),
    ];
    return gains.length > 0 ? [`${what}: ${gains.join(', ')}.`] : [];
  });
}

/**
 * `shortlist`: where to rotate and where to apply, as two lists, ordered by what matters to this person. Pure. It
 * orders facts and predicts nothing.
 */

import { hostPath, programPath } from '#shared/base/links/urls.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { tierOf } from '#shared/plan/rotation/site.ts';
import { institutions, programs } from '#shared/world/programs/directory.ts';
import type { Program } from '#shared/world/programs/program.ts';
import type { World } from '#shared/world/world.ts';
import { bestStay } from './best-stay.ts';
import { APPLICATION_FACTORS, DEFAULT_WEIGHTS, FACTOR_IDS, type Weights } from './factors.ts';
import { worstOf } from './gates.ts';
import { type Entry, type Line, lineOf, valued } from './line.ts';
import type { ShortlistProfile } from './profile.ts';
import { profileMoves } from './profile-moves.ts';
import { applicationGates } from './program-gates.ts';
import { rank } from './rank.ts';
import { sites } from './site.ts';
import { rotationOf } from './stay.ts';

export interface ShortlistList {
  /** In order. */
  readonly lines: readonly Line[];
  /** What a stated rule forbids, with the rule and its source; by name. */
  readonly failing: readonly Line[];
}

export interface Shortlist {
  readonly weights: Weights;
  /** Hosts to rotate at. */
  readonly rotations: ShortlistList;
  /** Residency programs to apply to. */
  readonly applications: ShortlistList;
  /** What would open more hosts to this person. */
  readonly moves: readonly string[];
  /** What was entered but does not affect the order, and why. */
  readonly notes: readonly string[];
}

export function shortlist(profile: ShortlistProfile, world: World, now: Instant): Shortlist {
  const weights: Weights = { ...DEFAULT_WEIGHTS[profile.pathway], ...profile.weights };
  const highestFeeUsd = Math.max(...institutions().map(({ id }) => world.host(id)?.feeUsd ?? 0), 1);
  const list = (entries: readonly Entry[], factors: typeof APPLICATION_FACTORS): ShortlistList => {
    const today = dayIn(EASTERN, now);
    const judged = entries.map((entry) => ({
      entry,
      gate: worstOf(entry.gates),
      line: valued(entry, factors, profile, highestFeeUsd),
    }));
    const open = judged.filter(({ gate }) => gate !== 'fails');
    const byId = new Map(open.map((each) => [each.entry.id, each]));
    return {
      lines: rank(
        open.map(({ line }) => line),
        weights,
      ).flatMap((placed) => {
        const each = byId.get(placed.id);
        return each ? [lineOf(each.line, each.gate, weights, today, placed)] : [];
      }),
      failing: judged
        .filter(({ gate }) => gate === 'fails')
        .toSorted((a, b) => (a.entry.name < b.entry.name ? -1 : 1))
        .map(({ line, gate }) => lineOf(line, gate, weights, today)),
    };
  };
  return {
    weights,
    rotations: list(rotationEntries(profile, world, now), FACTOR_IDS),
    applications: list(applicationEntries(profile, world), APPLICATION_FACTORS),
    moves: profileMoves(profile, world),
    notes: notesOf(profile),
  };
}

function rotationEntries(profile: ShortlistProfile, world: World, now: Instant): Entry[] {
  return sites(world).map((site) => {
    const { stay, gates } = bestStay(site, profile);
    const { id, name, host, ir, dr, state } = site;
    return {
      id,
      name,
      path: hostPath(host.id),
      host,
      ...(ir && { ir }),
      ...(dr && { dr }),
      ...(state && { state }),
      mode: stay.mode,
      gates,
      tier: tierOf(rotationOf(stay, ir ? 'ir' : 'dr', id, now), world),
    };
  });
}

/** Applicants who go through DR apply to DR programs; those who aim at integrated IR, by the guide, to both kinds. */
function applicationEntries(profile: ShortlistProfile, world: World): Entry[] {
  return programs()
    .filter(({ kind }) => profile.pathway === 'integrated-ir' || kind === 'dr')
    .map((listed) => world.program(listed.code) ?? listed)
    .map((program) => ({
      id: program.code,
      name: program.name,
      path: programPath(program.code),
      ...only(program),
      state: program.state,
      gates: applicationGates(program, profile),
    }));
}

function only(program: Program): Pick<Entry, 'ir' | 'dr'> {
  return program.kind === 'integrated-ir' ? { ir: program } : { dr: program };
}

function notesOf(profile: ShortlistProfile): string[] {
  return [
    'This is an order for what you say matters. It is no forecast of who is invited or matched.',
    ...(profile.step2CkScore === undefined
      ? []
      : [
          'Your Step 2 CK score is compared only with a minimum that a dated, recent page states. Older minimums are hints, on each program’s page.',
        ]),
    ...(profile.step2CkPassed === false || profile.ecfmgCertified === false
      ? [
          'Passing results and an accepted Pathway are needed by the rank list deadline, or NRMP withdraws you (https://www.ecfmg.org/news/2023/01/24/).',
        ]
      : []),
    ...(profile.graduationYear === undefined
      ? []
      : [
          'Your graduation year is compared only with a limit that a dated, recent page states. Older limits are hints, on each program’s page.',
        ]),
    ...(profile.researchMentorLetter
      ? ['Your research mentor’s letter counts beside those of your months (G17b).']
      : []),
    ...(profile.usHandsOnMonths === 0 && profile.usObserverMonths === 0
      ? ['Keep Tier 1 sites for after a first US month, as the guide advises (G5).']
      : []),
  ];
}

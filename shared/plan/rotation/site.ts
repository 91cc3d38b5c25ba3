/** What is known about a rotation's site: integrated IR, early specialization (ESIR), and the guide's tier. */
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { esirOf } from '#shared/world/programs/decided.ts';
import type { Program } from '#shared/world/programs/program.ts';
import type { Teaching } from '#shared/world/programs/teaching.ts';
import type { World } from '#shared/world/world.ts';

/** False where the host's page says that it gives no letters: a rotation there never counts for one. */
export function grantsLetters(
  { host, mode }: Pick<Rotation, 'host' | 'mode'>,
  world: Pick<World, 'host'>,
): boolean {
  return world.host(host.institutionId, mode)?.grantsLetters !== false;
}

export type Known = 'yes' | 'no' | 'unknown';

export interface Site {
  readonly integratedIr: Known;
  readonly esir: Known;
}

/** The program's row and its partner's. AAMC's list of integrated programs is complete, so absent is "no"; that of ESIR is not, so absent is unknown. */
export function siteOf(rotation: Rotation, world: World): Site {
  const program = programOf(rotation, world);
  if (!program) return { integratedIr: 'unknown', esir: 'unknown' };
  const partner = world.program(program.pairedCode);
  const isIntegrated = [program, partner].some((each) => each?.kind === 'integrated-ir');
  const isListedWhole = program.pairedCode === undefined || partner !== undefined;
  return {
    integratedIr: isIntegrated ? 'yes' : isListedWhole ? 'no' : 'unknown',
    esir: esirOf(program)?.offered ?? esirOf(partner)?.offered ?? 'unknown',
  };
}

/** The program that the rotation names, or the only one of its kind at its host, which may have several campuses; else the only one there. */
function programOf({ host, specialty }: Rotation, world: World): Program | undefined {
  if (host.programCode) return world.program(host.programCode);
  const there = world.programsAt(host.institutionId);
  const own = there.filter(({ kind }) => (kind === 'integrated-ir') === (specialty === 'ir'));
  const [only, ...others] = own.length > 0 ? own : there;
  return others.length === 0 ? only : undefined;
}

/** Integrated IR or ESIR: either is enough for G2. */
export function hasIrPath({ integratedIr, esir }: Site): Known {
  if (integratedIr === 'yes' || esir === 'yes') return 'yes';
  return integratedIr === 'no' && esir === 'no' ? 'no' : 'unknown';
}

export type Tier = 1 | 2 | 3 | 'unknown';

/** 1: an IR month, IR integrated, IMG-friendly, strong in teaching; 2: DR with ESIR; 3: a backup. Unknown until all is known, or set. */
export function tierOf(rotation: Rotation, world: World): Tier {
  if (rotation.tier && rotation.tier !== 'unknown') return Number(rotation.tier) as Tier;
  if (rotation.specialty !== 'ir' && rotation.specialty !== 'dr') return 3;
  const site = siteOf(rotation, world);
  const host = world.host(rotation.host.institutionId, rotation.mode);
  if (rotation.specialty === 'ir' && site.integratedIr === 'yes') {
    if (host?.acceptsInternational === 'no') return 3;
    return trainsImgs(rotation, world) && isStrongInTeaching(host?.teaching) ? 1 : 'unknown';
  }
  if (site.esir === 'yes') return 2;
  return site.integratedIr === 'no' && site.esir === 'no' ? 3 : 'unknown';
}

/** One resident from abroad is what "IMG-friendly" can be checked by. */
function trainsImgs(rotation: Rotation, world: World): boolean {
  const program = programOf(rotation, world);
  return [program, world.program(program?.pairedCode)].some(
    (each) => (each?.imgResidents?.img ?? 0) > 0,
  );
}

/** Most of the signs by which the guide tells good teaching, and none denied. */
const STRONG_SIGNS_MIN = 5;

function isStrongInTeaching(teaching: Teaching = {}): boolean {
  const answers = Object.values(teaching).map(({ answer }) => answer);
  return answers.length >= STRONG_SIGNS_MIN && !answers.includes('no');
}

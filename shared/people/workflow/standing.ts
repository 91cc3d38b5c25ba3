/** How each rotation's execution stands to what the item says. Pure: the item alone tells. */

import type { Instant } from '#shared/base/time/instant.ts';
import type { StageName } from '#shared/plan/facts/stage-names.ts';
import { nextMoment } from '#shared/plan/rotation/moments.ts';
import type { World } from '#shared/world/world.ts';
import type { Applicant, Run } from '../person/applicant.ts';
import type { RunInput } from './executions.ts';
import { runOf } from './runs.ts';

/** What an execution must be waiting for: the stage, and the moment at which time moves it, if any does. */
export interface Place {
  readonly stage: StageName;
  readonly until?: Instant;
}

export interface Standing {
  readonly input: RunInput;
  readonly wait?: NonNullable<Run['wait']>;
  /**
   * `follows`: it waits for what the item says. `behind`: it waits for what is no longer so, and must be signalled.
   * `waitless`: not started, on its way from one wait to the next, or dead.
   */
  readonly state: 'follows' | 'behind' | 'waitless';
}

/** Every rotation that has an execution or should have one. A rotation that is over for good has neither. */
export function standingsOf(applicant: Applicant, world: World): Standing[] {
  const ids = new Set([
    ...applicant.facts.rotations.map(({ id }) => id),
    ...Object.keys(applicant.runs),
  ]);
  return [...ids].flatMap((rotationId) => {
    const standing = standingOf(applicant, rotationId, world);
    return standing ? [standing] : [];
  });
}

/** Where the item says a rotation is; undefined once it is over for good, or was never there. */
export function placeOf(applicant: Applicant, rotationId: string, world: World): Place | undefined {
  const rotation = applicant.facts.rotations.find(({ id }) => id === rotationId);
  if (!rotation || rotation.endedAt) return undefined;
  const until = nextMoment(rotation, world.season(applicant.facts.profile.matchYear))?.at;
  return { stage: rotation.stage, ...(until && { until }) };
}

/** True when both are the same stage and the same moment, or the same lack of one. */
export function isSamePlace(wait: Pick<Place, 'until'> & { stage: string }, place: Place): boolean {
  return wait.stage === place.stage && wait.until === place.until;
}

function standingOf(applicant: Applicant, rotationId: string, world: World): Standing | undefined {
  const input = { applicantId: applicant.id, rotationId, run: runOf(applicant, rotationId) };
  const place = placeOf(applicant, rotationId, world);
  const wait = applicant.runs[rotationId]?.wait;
  if (!wait) return place && { input, state: 'waitless' };
  return { input, wait, state: place && isSamePlace(wait, place) ? 'follows' : 'behind' };
}

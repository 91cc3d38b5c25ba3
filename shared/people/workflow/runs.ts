/** A rotation's execution as the item records it: its run, its wait, and whether the wait is still right. */
import type { Instant } from '#shared/base/time/instant.ts';
import type { StageName } from '#shared/plan/facts/stage-names.ts';
import { nextMoment } from '#shared/plan/rotation/moments.ts';
import type { World } from '#shared/world/world.ts';
import type { Applicant, Run } from '../person/applicant.ts';
import type { WaitRequest } from './messages.ts';
import type { RunInput } from './workflow.ts';

type Wait = NonNullable<Run['wait']>;

/** The current run of a rotation. The first needs no record: a rotation that has none is at its first. */
export function runOf(applicant: Applicant, rotationId: string): number {
  return applicant.runs[rotationId]?.run ?? 1;
}

/** The next run is committed before it is started; due now, so that a sweep starts it if nothing else does. */
export function withNextRun(applicant: Applicant, rotationId: string, now: Instant): Applicant {
  const next = { run: runOf(applicant, rotationId) + 1 };
  return { ...applicant, dueAt: now, runs: { ...applicant.runs, [rotationId]: next } };
}

/** The item with an execution waiting for a rotation's next event. */
export function withWait(applicant: Applicant, rotationId: string, wait: Wait): Applicant {
  const waiting = { run: runOf(applicant, rotationId), wait };
  return { ...applicant, runs: { ...applicant.runs, [rotationId]: waiting } };
}

/** Without a wait. The same object if there was none. */
export function withoutWait(applicant: Applicant, rotationId: string): Applicant {
  const { [rotationId]: seen, ...others } = applicant.runs;
  if (!seen?.wait) return applicant;
  const isThere = applicant.facts.rotations.some(({ id }) => id === rotationId);
  return { ...applicant, runs: isThere ? { ...others, [rotationId]: { run: seen.run } } : others };
}

/** What an execution must be waiting for: the stage, and the moment at which time moves it, if any does. */
export interface Place {
  readonly stage: StageName;
  readonly until?: Instant;
}

export interface RunState {
  readonly input: RunInput;
  readonly wait?: NonNullable<Run['wait']>;
  /** `behind`: its wait is outdated, and it must be signaled. `waitless`: not started, between two waits, or dead. */
  readonly state: 'follows' | 'behind' | 'waitless';
}

/** Every rotation that has an execution or should have one. A rotation that is over for good has neither. */
export function runStatesOf(applicant: Applicant, world: World): RunState[] {
  const ids = new Set([
    ...applicant.facts.rotations.map(({ id }) => id),
    ...Object.keys(applicant.runs),
  ]);
  return [...ids].flatMap((rotationId) => {
    const state = runStateOf(applicant, rotationId, world);
    return state ? [state] : [];
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
function isSamePlace(wait: Pick<Place, 'until'> & { stage: string }, place: Place): boolean {
  return wait.stage === place.stage && wait.until === place.until;
}

function runStateOf(applicant: Applicant, rotationId: string, world: World): RunState | undefined {
  const input = { applicantId: applicant.id, rotationId, run: runOf(applicant, rotationId) };
  const place = placeOf(applicant, rotationId, world);
  const wait = applicant.runs[rotationId]?.wait;
  if (!wait) return place && { input, state: 'waitless' };
  return { input, wait, state: place && isSamePlace(wait, place) ? 'follows' : 'behind' };
}

/** `kept`: its wait is already on the item. `wake`: the item has moved on, or another wait came later: Arm reads it again at once. */
export function judgeWait(
  applicant: Applicant | undefined,
  request: WaitRequest,
  world: World,
): 'keep' | 'kept' | 'wake' {
  if (!applicant || runOf(applicant, request.rotationId) !== request.run) return 'wake';
  const wait = waitOf(request);
  const seen = applicant.runs[request.rotationId]?.wait;
  if (seen?.token === wait.token) return 'kept';
  if (seen && seen.at >= wait.at) return 'wake';
  const place = placeOf(applicant, request.rotationId, world);
  return place && isSamePlace(wait, place) ? 'keep' : 'wake';
}

/** As the item records it. `at` sorts by when the state was entered, then by the retry. */
export function waitOf(request: WaitRequest): NonNullable<Run['wait']> {
  const { token, stage, until, enteredAt, retryCount } = request;
  const at = `${enteredAt}#${String(retryCount).padStart(3, '0')}`;
  return { token, at, stage, ...(until && { until }) };
}

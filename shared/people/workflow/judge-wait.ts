/** Whether a wait that asks to be kept on the item is the one the item needs. */

import type { World } from '#shared/world/world.ts';
import type { Applicant, Run } from '../person/applicant.ts';
import type { WaitRequest } from './messages.ts';
import { runOf } from './runs.ts';
import { isSamePlace, placeOf } from './standing.ts';

/**
 * `keep`: it waits for what the item says. `kept`: it is on the item already, told twice. `wake`: the item has moved
 * on, or another wait came later, so that Arm must look again at once.
 */
export function judgeWait(
  applicant: Applicant | undefined,
  request: WaitRequest,
  world: World,
): 'keep' | 'kept' | 'wake' {
  if (!applicant || runOf(applicant, request.rotationId) !== request.run) return 'wake';
  const wait = waitOf(request);
  const standing = applicant.runs[request.rotationId]?.wait;
  if (standing?.token === wait.token) return 'kept';
  if (standing && standing.at >= wait.at) return 'wake';
  const place = placeOf(applicant, request.rotationId, world);
  return place && isSamePlace(wait, place) ? 'keep' : 'wake';
}

/** As it stands on the item. `at` sorts by when the state was entered, then by the retry. */
export function waitOf(request: WaitRequest): NonNullable<Run['wait']> {
  const { token, stage, until, enteredAt, retryCount } = request;
  const at = `${enteredAt}#${String(retryCount).padStart(3, '0')}`;
  return { token, at, stage, ...(until && { until }) };
}

/** What the deployed functions are made of. Each takes only what it needs, so that it is told and granted only that. */

import type { Clock } from '#shared/base/time/clock.ts';
import type { Executions } from '#shared/people/workflow/executions.ts';
import type { Workflow } from '#shared/people/workflow/workflow.ts';
import type { Store } from '#shared/store/store.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { systemClock } from '../adapters/clock.ts';
import { dynamoClient } from '../adapters/dynamo-client.ts';
import { dynamoStore } from '../adapters/dynamo-store.ts';
import { readAwsEnv } from '../adapters/env.ts';
import { log } from '../adapters/log.ts';
import { sqsClient, sqsQueue, wakeThrough } from '../adapters/sqs-queue.ts';
import { sfnClient, stepFunctions } from '../adapters/step-functions.ts';
import { followRotations } from '../follow.ts';
import { ofWorld, presentWorld, type WorldOf } from '../present-world.ts';

interface Stand {
  readonly store: Store;
  readonly clock: Clock;
  readonly worldOf: WorldOf;
}

/** A stand in the world as it is now. */
type Ground = Omit<Stand, 'worldOf'> & { readonly worldFor: WorldFor };

/** The table, the clock and how the present world is had. */
export function stand(): Stand {
  const { AWAY_TABLE } = readAwsEnv(['AWAY_TABLE']);
  const ground = { store: dynamoStore(dynamoClient(), AWAY_TABLE), clock: systemClock };
  return { ...ground, worldOf: presentWorld({ ...ground, log }) };
}

/** What a handler works with: asked for at its door, made anew when the world is another one. */
export function inWorld<Made>({ worldOf, ...ground }: Stand, make: (ground: Ground) => Made) {
  return ofWorld(worldOf, (worldFor) => make({ ...ground, worldFor }));
}

/** The state machine, and how its executions are made to follow the table. */
export function machine({ store, worldFor }: Ground): {
  executions: Executions;
  workflow: Workflow;
} {
  const { AWAY_STATE_MACHINE } = readAwsEnv(['AWAY_STATE_MACHINE']);
  const executions = stepFunctions(sfnClient(), AWAY_STATE_MACHINE);
  return { executions, workflow: followRotations({ store, worldFor, executions, log }) };
}

/** Names a person who asked for an email to a queue of their own, in which nobody waits behind a sweep. */
export function waker(): ReturnType<typeof wakeThrough> {
  const { AWAY_REQUEST_QUEUE } = readAwsEnv(['AWAY_REQUEST_QUEUE']);
  return wakeThrough(sqsQueue(sqsClient(), AWAY_REQUEST_QUEUE), log);
}

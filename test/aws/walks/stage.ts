/** The deployed emulation as the walks see it: its table, its executions, and how they are held against each other. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { expect } from 'vitest';
import { systemClock } from '#functions/adapters/clock.ts';
import { dynamoStore } from '#functions/adapters/dynamo-store.ts';
import { stateNameOf } from '#infra/aws/rotation-machine.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { placeOf, runOf, runStatesOf } from '#shared/people/workflow/runs.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';

interface Deployed {
  readonly outputs: Record<string, string>;
  readonly lambdas: Record<string, string>;
  readonly tables: Record<string, string>;
  readonly stateMachines: Record<string, string>;
}

const RIG_HOME =
  process.env.AWS_RIG_HOME ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'aws-rig');

/** How long a walk waits for what must come. */
const PATIENCE_MS = 40_000;

const sfn = new SFNClient({});
export const clock = systemClock;
export const world = PUBLISHED_WORLD;
// Patient, unlike the product's own: fifty walks at once keep the emulation busy.
export const store = dynamoStore(
  new DynamoDBClient({}),
  physical('AwayRotationsData', 'tables', 'Table'),
);
export const machineArn = physical('AwayRotations', 'stateMachines', 'RotationMachine');

/** The physical name of what a stack calls by this logical id, up to its hash. */
export function physical(
  stack: string,
  kind: 'lambdas' | 'tables' | 'stateMachines' | 'outputs',
  id: string,
): string {
  const { stacks } = JSON.parse(readFileSync(join(RIG_HOME, 'run/outputs.json'), 'utf8')) as {
    stacks: Record<string, Deployed>;
  };
  const found = Object.entries(stacks[stack]?.[kind] ?? {}).find(([name]) => name.startsWith(id));
  if (!found) throw new Error(`The deployed stack ${stack} has no ${id} among its ${kind}.`);
  return found[1];
}

/** Asks until the answer is there, and fails with the last reason why it was not. */
export async function until<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined | false>,
  patienceMs = PATIENCE_MS,
): Promise<Answer> {
  const endsAt = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > endsAt) throw new Error(`It did not come to this: ${what}.`);
    await pause(200);
  }
}

export async function read(id: string): Promise<Applicant> {
  const item = await store.read('applicant', id);
  if (!item) throw new Error(`${id} is not in the table.`);
  return item;
}

export interface Execution {
  readonly status: string;
  /** The names of the states it entered, in order. */
  readonly entered: readonly string[];
}

export async function execution(rotationId: string, run: number): Promise<Execution | undefined> {
  const executionArn = arnOf(rotationId, run);
  try {
    const { status = '' } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    const { events = [] } = await sfn.send(
      new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }),
    );
    const entered = events.flatMap(({ stateEnteredEventDetails: of }) =>
      of?.name ? [of.name] : [],
    );
    return { status, entered };
  } catch (error) {
    if ((error as Error).name === 'ExecutionDoesNotExist') return undefined;
    throw error;
  }
}

/** Stops an execution that waits. The emulation notices a stop only when the wait is answered besides. */
export async function kill(
  rotationId: string,
  run: number,
  token: string | undefined,
): Promise<void> {
  await sfn.send(new StopExecutionCommand({ executionArn: arnOf(rotationId, run) }));
  await signal(token);
  await until(
    'the execution is dead',
    async () => (await execution(rotationId, run))?.status === 'ABORTED',
  );
}

/** Answers a wait by its token, as someone who once read it could. */
export async function signal(taskToken: string | undefined): Promise<void> {
  if (taskToken === undefined) throw new Error('There is no token to signal.');
  await sfn.send(new SendTaskSuccessCommand({ taskToken, output: '{}' }));
}

/**
 * Waits until table and execution agree about a rotation: the item holds the wait of its own stage and moment, and the
 * execution of the item's run stands in that very state. Of a rotation that is over: no wait, and the execution ended.
 */
export async function agreed(personId: string, rotationId: string): Promise<Applicant> {
  let seen: unknown;
  try {
    return await until('table and execution agree', async () => {
      const item = await read(personId);
      const follows = await execution(rotationId, runOf(item, rotationId));
      const place = placeOf(item, rotationId, world);
      seen = {
        place,
        run: item.runs[rotationId],
        last: follows?.entered.at(-1),
        status: follows?.status,
      };
      if (!place) return follows?.status === 'SUCCEEDED' && !item.runs[rotationId]?.wait && item;
      const found = runStatesOf(item, world).find(({ input }) => input.rotationId === rotationId);
      return (
        found?.state === 'follows' &&
        follows?.status === 'RUNNING' &&
        follows.entered.at(-1) === stateNameOf(place.stage) &&
        item
      );
    });
  } catch (error) {
    expect.fail(`${(error as Error).message} Last seen: ${JSON.stringify(seen)}`);
  }
}

export function arnOf(rotationId: string, run: number): string {
  return `${machineArn.replace(':stateMachine:', ':execution:')}:${rotationId}-${run}`;
}

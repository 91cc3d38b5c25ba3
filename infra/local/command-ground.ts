/** What a command stands on: this machine's data folder, or the deployed table that AWAY_TABLE names. */
import { systemClock } from '../../functions/adapters/clock.ts';
import { dynamoClient } from '../../functions/adapters/dynamo-client.ts';
import { dynamoStore } from '../../functions/adapters/dynamo-store.ts';
import { isDeployedNamed, readAwsEnv } from '../../functions/adapters/env.ts';
import { log } from '../../functions/adapters/log.ts';
import { readPepper, secretsClient } from '../../functions/adapters/secrets-manager.ts';
import { openSqliteStore } from '../../functions/adapters/sqlite-store.ts';
import type { DryRunDeps } from '../../functions/operate/dry-run.ts';
import { presentWorld } from '../../functions/present-world.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import type { Store } from '../../shared/store/store.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { openForCommand } from './command-store.ts';
import { storeFileIn } from './data-folder.ts';
import { secretsOf } from './secrets.ts';

export interface Ground {
  readonly store: Store;
  readonly clock: Clock;
  /** Keys the hashes of addresses. */
  pepper(): Promise<string>;
  /** What planning needs beside them: the world as it is now, and how writers' items are named. */
  planning(): Promise<DryRunDeps>;
  close(): void;
}

/** @param absent what becomes of a data folder that holds nothing yet */
export function openGround(
  dataFolder: string,
  absent: 'refused' | 'made' = 'refused',
): Result<Ground, string> {
  return isDeployedNamed() ? success(deployed()) : onThisMachine(dataFolder, absent);
}

function onThisMachine(dataFolder: string, absent: 'refused' | 'made'): Result<Ground, string> {
  try {
    if (absent === 'refused') {
      openSqliteStore(storeFileIn(dataFolder), { readOnly: true }).close();
    }
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
  const opened = openForCommand(dataFolder);
  if (!opened.ok) return opened;
  const { store, clock } = opened.value;
  const pepper = async (): Promise<string> => secretsOf(store).pepper;
  return success({
    store,
    clock,
    pepper,
    planning: async () => ({
      store,
      world: await presentWorld({ store, clock, log })(),
      pepper: await pepper(),
    }),
    close: () => store.close(),
  });
}

function deployed(): Ground {
  const { AWAY_TABLE } = readAwsEnv(['AWAY_TABLE']);
  const store = dynamoStore(dynamoClient(), AWAY_TABLE);
  const clock = systemClock;
  async function pepper(): Promise<string> {
    const { AWAY_PEPPER } = readAwsEnv(['AWAY_PEPPER']);
    return readPepper(secretsClient(), AWAY_PEPPER);
  }
  return {
    store,
    clock,
    pepper,
    async planning() {
      const world = await presentWorld({ store, clock, log })();
      return { store, world, pepper: await pepper() };
    },
    close: () => undefined,
  };
}

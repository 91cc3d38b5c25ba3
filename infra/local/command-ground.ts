/** What a command stands on: this machine's data folder, or the deployed table that AWAY_TABLE names. */
import { type Env, isDeployedNamed, readEnv } from '#functions/adapters/env.ts';
import { log } from '#functions/adapters/log.ts';
import { openSqliteStore } from '#functions/adapters/sqlite-store.ts';
import { presentWorld } from '#functions/present-world.ts';
import { failure, type Result } from '#shared/base/result.ts';
import type { Clock } from '#shared/base/time/clock.ts';
import type { Store } from '#shared/store/store.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { openForCommand } from './command-store.ts';
import { storeFileIn } from './data-folder.ts';
import { secretsOf } from './secrets.ts';

export interface Standing {
  readonly store: Store;
  readonly clock: Clock;
  /** Keys the hashes of addresses. */
  pepper(): Promise<string>;
  /** What senders' secrets are derived from. */
  webhookKey(): Promise<string>;
  close(): void;
}

export interface Ground extends Standing {
  /** As it is now. */
  worldFor(): Promise<WorldFor>;
}

/**
 * Opens it, acts, and closes it. What is thrown on the way is told as a sentence.
 * @param absent what becomes of a data folder that holds nothing yet
 */
export async function onGround<Said>(
  absent: 'refused' | 'made',
  act: (ground: Ground, env: Env) => Promise<Result<Said, string>>,
): Promise<Result<Said, string>> {
  const env = readEnv();
  if (!env.ok) return env;
  let close = (): void => undefined;
  try {
    const standing = isDeployedNamed()
      ? await deployed()
      : onThisMachine(env.value.dataFolder, absent);
    ({ close } = standing);
    const { store, clock } = standing;
    return await act({ ...standing, worldFor: presentWorld({ store, clock, log }) }, env.value);
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  } finally {
    close();
  }
}

/** Loaded only where it is used: the SDK takes as long as the rest of a command. */
async function deployed(): Promise<Standing> {
  const { deployedGround } = await import('./deployed-ground.ts');
  return deployedGround();
}

function onThisMachine(dataFolder: string, absent: 'refused' | 'made'): Standing {
  if (absent === 'refused') openSqliteStore(storeFileIn(dataFolder), { readOnly: true }).close();
  const { store, clock } = openForCommand(dataFolder);
  return {
    store,
    clock,
    pepper: async () => secretsOf(store).pepper,
    webhookKey: async () => secretsOf(store).webhookKey,
    close: () => store.close(),
  };
}

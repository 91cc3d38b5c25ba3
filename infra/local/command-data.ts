/** The data that a command works on: this machine's data folder, or the deployed table that AWAY_TABLE names. */
import { mkdirSync } from 'node:fs';
import { systemClock, virtualClock } from '#functions/adapters/clock.ts';
import { type Env, isDeployedNamed, readEnv } from '#functions/adapters/env.ts';
import { log } from '#functions/adapters/log.ts';
import { openSqliteStore } from '#functions/adapters/sqlite-store.ts';
import { presentWorld } from '#functions/present-world.ts';
import { failure, type Result } from '#shared/base/result.ts';
import type { Clock, Instant } from '#shared/base/time/instant.ts';
import type { Store } from '#shared/store/store.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { enterModeOfCommand, storeFileIn } from './data-folder.ts';
import { rotateLinkKeyIn, secretsIn } from './secrets.ts';

interface OpenData {
  readonly store: Store;
  readonly clock: Clock;
  pepper(): Promise<string>;
  webhookKey(): Promise<string>;
  /** @returns the id of the key that signs links from now on; older keys are accepted until then */
  rotateLinkKey(until: Instant): Promise<string>;
  close(): void;
}

export interface CommandData extends OpenData {
  worldFor(): Promise<WorldFor>;
}

/** Opens the data, acts, and closes it; an error becomes a failure. `absent`: what happens to a folder that is empty or missing. */
export async function onData<Answer>(
  absent: 'refuse' | 'create',
  act: (data: CommandData, env: Env) => Promise<Result<Answer, string>>,
): Promise<Result<Answer, string>> {
  const env = readEnv();
  if (!env.ok) return env;
  let close = (): void => undefined;
  try {
    const opened = isDeployedNamed() ? await deployedData() : dataIn(env.value.dataFolder, absent);
    ({ close } = opened);
    const { store, clock } = opened;
    return await act({ ...opened, worldFor: presentWorld({ store, clock, log }) }, env.value);
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  } finally {
    close();
  }
}

/** Loaded only here: the SDK takes as long to load as the rest of a command. */
async function deployedData(): Promise<OpenData> {
  const { openDeployedData } = await import('./deployed-data.ts');
  return openDeployedData();
}

/** The same file as the server's, and the server's own time. */
function dataIn(dataFolder: string, absent: 'refuse' | 'create'): OpenData {
  if (absent === 'refuse') openSqliteStore(storeFileIn(dataFolder), { readOnly: true }).close();
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    const store = openSqliteStore(storeFileIn(dataFolder));
    const secrets = secretsIn(dataFolder);
    // A command never sets the demo's clock.
    const setting = { read: () => store.getSetting('clock'), write: () => undefined };
    return {
      store,
      clock: enterModeOfCommand(store) === 'demo' ? virtualClock(setting, undefined) : systemClock,
      pepper: async () => secrets.pepper,
      webhookKey: async () => secrets.webhookKey,
      rotateLinkKey: async (until) => rotateLinkKeyIn(dataFolder, until),
      close: () => store.close(),
    };
  } catch (error) {
    throw new Error(
      `The data folder ${dataFolder} cannot be used: ${error instanceof Error ? error.message : error}`,
    );
  }
}

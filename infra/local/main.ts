/** `npm start`: the whole product in one process. If it cannot start, it says why in one sentence and exits with 1. */
import { readEnv } from '#functions/adapters/env.ts';
import { success } from '#shared/base/result.ts';
import { runCommand } from './commands/run.ts';
import { startHost } from './host.ts';

await runCommand('start', async () => {
  const env = readEnv();
  if (!env.ok) return env;
  const started = await startHost(env.value);
  if (!started.ok) return started;
  const { welcome, stop } = started.value;
  let stopping = false;
  // Before the welcome: its reader may stop the server at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A second signal comes from someone who will not wait.
      if (stopping) process.exit(1);
      stopping = true;
      void stop().then(() => process.exit(0));
    });
  }
  return success(welcome);
});

/** `npm start`: the whole product in one process. Whatever forbids a start is one sentence and exit code 1. */
import { readEnv } from '#functions/adapters/env.ts';
import { startHost } from './host.ts';
import { heedReaderGone } from './reader-gone.ts';

heedReaderGone();
const env = readEnv();
const started = env.ok ? await startHost(env.value) : env;

if (started.ok) {
  const { welcome, stop } = started.value;
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A second signal means that somebody will not wait.
      if (stopping) process.exit(1);
      stopping = true;
      void stop().then(() => process.exit(0));
    });
  }
  // Said last: whoever reads it may stop the server at once.
  console.log(welcome);
} else {
  console.error(started.failure);
  process.exitCode = 1;
}

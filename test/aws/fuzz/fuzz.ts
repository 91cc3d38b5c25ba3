/**
 * `npm run verify:api`: schemathesis against a real local server, each message signed. No server error, and every answer
 * of a status and a schema that /openapi.json names. Python's part is installed once, beside the emulation's own.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '#functions/adapters/clock.ts';
import { openSqliteStore } from '#functions/adapters/sqlite-store.ts';
import { addSender } from '#functions/senders.ts';
import { storeFileIn } from '#infra/local/data-folder.ts';
import { DEMO_COHORT } from '#infra/local/demo/cast.ts';
import { secretsIn } from '#infra/local/secrets.ts';
import { OPENAPI_PATH, WEBHOOK_PATHS } from '#shared/base/links/urls.ts';
import { type Product, productSchema, sendableTypes } from '#shared/exchange/webhook/sender.ts';
import { secretText } from '#shared/exchange/webhook/signature.ts';
import { freePort, startServer, temporaryFolder } from '../../process/server-process.ts';

const SCHEMATHESIS = '4.32.5';
/** The same cases in every run, so that a failure comes again. */
const SEED = '20261124';
/** Several senders take turns at each door, all together under their limits: answers are about what was sent. */
const SENDERS_PER_DOOR = 4;
const RATE = '70/s';
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'negative_data_rejection',
];

const folder = temporaryFolder();
const server = await startServer({ PORT: await freePort(), AWAY_DATA: folder.path });
try {
  process.exitCode = await fuzz(server.url, await senders());
} finally {
  await server.stop();
  folder.remove();
}

/** By the path of their door. */
async function senders(): Promise<Record<string, { sender: string; secret: string }[]>> {
  const store = openSqliteStore(storeFileIn(folder.path));
  try {
    const { webhookKey } = secretsIn(folder.path);
    const doors: Record<string, { sender: string; secret: string }[]> = {};
    for (const product of productSchema.options) {
      for (let turn = 0; turn < SENDERS_PER_DOOR; turn += 1) {
        const id = `${product}-${turn}`;
        const made = await addSender({ store, clock: systemClock }, sender(id, product));
        if (!made.ok) throw new Error(made.failure.join('\n'));
        const known = { sender: id, secret: secretText(webhookKey, id, 1) };
        doors[WEBHOOK_PATHS[product]] = [...(doors[WEBHOOK_PATHS[product]] ?? []), known];
      }
    }
    return doors;
  } finally {
    store.close();
  }
}

function sender(id: string, product: Product) {
  const mapping = {
    always: [{ field: 'type', value: 'offered' }],
    questions: [
      { question: 'Your email address', field: 'applicant.address' },
      { question: 'Where is the rotation?', field: 'rotation.host' },
      { question: 'Until when is the offer valid?', field: 'expiresOn' },
      { question: 'What happened?', field: 'ignored' },
    ],
  };
  return {
    id,
    name: `The fuzzer of ${product}`,
    product,
    cohortIds: [DEMO_COHORT],
    eventTypes: sendableTypes(),
    ...(product !== 'standard' && { mapping }),
  };
}

async function fuzz(url: string, secrets: object): Promise<number> {
  const args = ['--config-file', join(import.meta.dirname, 'schemathesis.toml')];
  args.push('run', `${url}${OPENAPI_PATH}`, '--checks', CHECKS.join(','));
  args.push('--seed', SEED, '--rate-limit', RATE, '--continue-on-failure', '--max-examples', '150');
  args.push('--generation-database', 'none', '--phases', 'examples,coverage,fuzzing', '--no-color');
  const child = spawn(join(python(), 'schemathesis'), args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    cwd: folder.path,
    env: {
      ...process.env,
      PYTHONPATH: import.meta.dirname,
      SCHEMATHESIS_HOOKS: 'sign',
      AWAY_SECRETS: JSON.stringify(secrets),
    },
  });
  return new Promise((done) => child.once('close', (code) => done(code ?? 1)));
}

/** The folder of its commands. An installation that broke off is restarted. */
function python(): string {
  const cache =
    process.env.AWS_RIG_HOME ??
    join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'away-rotations');
  const home = join(cache, `schemathesis-${SCHEMATHESIS}`);
  const whole = join(home, 'whole');
  if (!existsSync(whole)) {
    rmSync(home, { recursive: true, force: true });
    run('python3', ['-m', 'venv', home]);
    run(join(home, 'bin/pip'), ['install', '--quiet', `schemathesis==${SCHEMATHESIS}`]);
    writeFileSync(whole, '');
  }
  return join(home, 'bin');
}

function run(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed.`);
}

/**
 * What needs Java or Python. `npm run verify` does all of it: checks the template, runs the store's contract on AWS's own
 * DynamoDB, fuzzes the webhook, deploys to the emulation, and walks it. With `template` or `dynamodb` it does that alone.
 * The last line is `N passed, N failed`; a step that fails without counting tests counts as one failure.
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const RIG = fileURLToPath(new URL('./rig', import.meta.url));

/** A deployment that could be anybody's. */
const CONTEXT = {
  domain: 'rotations.example.org',
  certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d',
  sender: 'rotations@example.org',
  alarms: 'operator@example.org',
  emailsPerSecond: '14',
};

const tally = { passed: 0, failed: 0 };
const PARTS = ['template', 'dynamodb', 'all'] as const;
const asked = PARTS.find((part) => part === (process.argv[2] ?? 'all'));

if (!asked) {
  console.error(`There is no part ${process.argv[2]}. Name one of ${PARTS.join(', ')}, or none.`);
  tally.failed += 1;
} else {
  const isReady = asked === 'dynamodb' || (await checkTemplate());
  if (asked !== 'template') await runContract();
  if (asked === 'all') await walkEmulation(isReady);
}
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed > 0 ? 1 : 0;

/** False when there is nothing to deploy. */
async function checkTemplate(): Promise<boolean> {
  const context = Object.entries(CONTEXT).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  if (!(await step('synth', ['npm', 'run', '--silent', 'synth', '--', ...context]))) return false;
  await step('lint of templates and state machine', [resolve(RIG, 'lint.sh'), 'cdk.out']);
  return true;
}

async function runContract(): Promise<void> {
  await step('contract on DynamoDB Local', vitest('dynamodb'), 'tests');
}

async function walkEmulation(isReady: boolean): Promise<void> {
  await step('fuzzing of the webhook', ['npm', 'run', '--silent', 'verify:api']);
  if (!isReady) return;
  if (await step('emulation up', [resolve(RIG, 'up.sh')])) {
    try {
      if (await step('deploy', [resolve(RIG, 'deploy.sh'), 'cdk.out'])) {
        await step('walks', vitest('walks'), 'tests');
      }
    } finally {
      await step('emulation down', [resolve(RIG, 'down.sh')]);
    }
  }
}

function vitest(folder: string): string[] {
  return ['npx', 'vitest', 'run', '--config', `test/aws/${folder}/vitest.config.ts`];
}

/** Runs a command with its AWS clients pointed at the emulation and at nothing else. A step counts as one, tests as theirs. */
async function step(name: string, command: readonly string[], counts?: 'tests'): Promise<boolean> {
  console.log(`== ${name}`);
  const { code, text } = await run(command);
  const counted = /^(\d+) passed, (\d+) failed/m.exec(text);
  if (counts && counted) {
    tally.passed += Number(counted[1]);
    tally.failed += Number(counted[2]);
  } else if (code === 0 && !counts) {
    tally.passed += 1;
  }
  const isSilentFailure = code !== 0 && !(counted && Number(counted[2]) > 0);
  const isEmpty = counts && code === 0 && !counted;
  if (isSilentFailure || isEmpty) {
    console.log(`== failed: ${name}`);
    tally.failed += 1;
  }
  return code === 0;
}

async function run(command: readonly string[]): Promise<{ code: number; text: string }> {
  const script = '. "$0/env.sh" && export AWS_RIG_DIR && "$@"';
  const child = spawn('bash', ['-c', script, RIG, ...command], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CDK_DISABLE_VERSION_CHECK: '1', CDK_DISABLE_CLI_TELEMETRY: 'true' },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (part: string) => {
      text += part;
      // The sum is printed once, at the very end.
      process.stdout.write(part.replaceAll(/^(\d+ passed, \d+ failed)/gm, 'of these: $1'));
    });
  }
  const code = await new Promise<number>((done) => {
    child.on('error', () => done(1));
    child.on('close', (status) => done(status ?? 1));
  });
  return { code, text };
}

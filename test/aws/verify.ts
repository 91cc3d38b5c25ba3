/**
 * `npm run verify`: what needs Java or Python. Synthesises, lints template and state machine, runs the store's contract
 * on AWS's own DynamoDB, fuzzes the webhook by its description, deploys to the emulation, walks it by the deployed
 * handlers, and takes it down again.
 * The last line is `N passed, N failed`; a step that fails without counting tests counts as one failure.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The emulation's kit lies beside the checkout, unless AWAY_RIG says where. */
const RIG = resolve(process.env.AWAY_RIG ?? '../shared/aws-rig');

/** A deployment that could be anybody's. */
const CONTEXT = {
  domain: 'rotations.example.org',
  certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d',
  sender: 'rotations@example.org',
  alarms: 'operator@example.org',
};

const tally = { passed: 0, failed: 0 };

if (!existsSync(resolve(RIG, 'up.sh'))) {
  console.error(
    `The kit that emulates AWS is not at ${RIG}. Put it beside this checkout as ../shared/aws-rig, or set AWAY_RIG to where it is.`,
  );
  tally.failed += 1;
} else {
  await verify();
}
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed > 0 ? 1 : 0;

async function verify(): Promise<void> {
  const context = Object.entries(CONTEXT).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const assembled = await step('synth', ['npm', 'run', '--silent', 'synth', '--', ...context]);
  await step('contract on DynamoDB Local', vitest('dynamodb'), 'tests');
  await step('fuzzing of the webhook', ['npm', 'run', '--silent', 'verify:api']);
  if (!assembled) return;
  await step('lint of templates and state machine', [resolve(RIG, 'lint.sh'), 'cdk.out']);
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

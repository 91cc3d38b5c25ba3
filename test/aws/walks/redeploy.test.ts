import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFINITION } from '#shared/people/workflow/definition.ts';
import { person } from './people.ts';
import { agreed, execution, until } from './stage.ts';

const OLDER = DEFINITION - 1;

test('a redeploy in the middle: executions of the older definition go on, then hand over', {
  timeout: 300_000,
}, async () => {
  const older = olderRelease('cdk.out');
  try {
    deploy(older);
    const alice = await person();
    const rotation = await alice.adds();
    await agreed(alice.id, rotation);

    deploy('cdk.out');
    // Still waiting under the old definition, and the new functions answer it.
    expect(await execution(rotation, 1)).toMatchObject({ status: 'RUNNING' });
    await alice.reports(rotation, { type: 'applied' });
    const item = await agreed(alice.id, rotation);
    expect(item.runs[rotation]).toMatchObject({ run: 2, wait: { stage: 'apply' } });
    await until(
      'run 1 has ended',
      async () => (await execution(rotation, 1))?.status === 'SUCCEEDED',
    );

    await alice.reports(rotation, { type: 'rejected' });
    expect((await agreed(alice.id, rotation)).runs[rotation]?.run).toBe(2);
  } finally {
    rmSync(older, { recursive: true, force: true });
  }
});

test('one that starts under the older definition while it is being replaced continues', {
  timeout: 300_000,
}, async () => {
  const older = olderRelease('cdk.out');
  try {
    deploy(older);
    const bob = await person('bob');
    const rotation = await bob.adds();
    expect((await agreed(bob.id, rotation)).runs[rotation]?.run).toBe(1);
    expect(await execution(rotation, 2)).toBeUndefined();
  } finally {
    deploy('cdk.out');
    rmSync(older, { recursive: true, force: true });
  }
});

/** The same assembly with a state machine of the definition before. Its files get other hashes, as a release's have. */
function olderRelease(assembly: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'older-'));
  cpSync(assembly, folder, { recursive: true });
  const path = join(folder, 'AwayRotations.template.json');
  const template = readFileSync(path, 'utf8');
  const made = `\\"definition\\":${DEFINITION}}`;
  if (!template.includes(made)) throw new Error('The template names no definition.');
  writeFileSync(path, template.replace(made, `\\"definition\\":${OLDER}}`));

  const hash = /"([0-9a-f]{64})": \{\s*"displayName": "AwayRotations Template"/.exec(
    readFileSync(join(folder, 'AwayRotations.assets.json'), 'utf8'),
  )?.[1];
  if (!hash) throw new Error('The assembly names no template of AwayRotations.');
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
    const file = join(folder, name);
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replaceAll(
        hash,
        hash.replace(/./, (c) => (c === '0' ? '1' : '0')),
      ),
    );
  }
  return folder;
}

function deploy(assembly: string): void {
  execFileSync(join(process.env.AWS_RIG_DIR ?? '', 'deploy.sh'), [assembly], { stdio: 'pipe' });
}

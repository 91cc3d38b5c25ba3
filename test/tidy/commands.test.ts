/** Every command is in the one table: its script, its reference, and no reader of arguments beside it. */
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '#infra/local/commands/table.ts';
import { matching, read } from './files.ts';
import { REFERENCE, referenceOf, referencePage } from './reference.ts';

const SCRIPTS: Record<string, string> = JSON.parse(read('package.json')).scripts;

describe('the table of commands', () => {
  test.each(Object.keys(COMMANDS))('has %s, and its script runs it', (name) => {
    const [, file] = /^node (\S+\.ts)$/.exec(SCRIPTS[name] ?? '') ?? [];
    expect(read(file ?? '')).toContain(`runCommand('${name}',`);
  });

  test('is the reference: run `npm run reference` after a change to it', () => {
    expect(read(REFERENCE)).toBe(referencePage());
    expect(referencePage()).toMatch(
      /npm run ops -- dry-run --day YYYY-MM-DD[\s\S]+`AWAY_FROM`: the sender/,
    );
  });

  test('is the only reader of arguments: give a new command its entry', () => {
    const readers = matching(/^(infra|functions|shared)\/.*\.ts$/).filter((path) =>
      /\bparseArgs\b|process\.argv/.test(read(path)),
    );
    expect(readers.toSorted()).toEqual([
      'infra/local/commands/read-arguments.ts',
      'infra/local/commands/run.ts',
    ]);
  });
});

test('the reference has a heading, the calls, and a line per argument', () => {
  const { plan } = COMMANDS;
  expect(referenceOf({ plan })).toBe(
    [
      '### plan',
      plan.does,
      '```sh\nnpm run plan -- FILE.json [--json]\n```',
      '- `FILE.json`: the applicant\n- `--json`: print JSON',
      'Settings: `AWAY_NOW`.',
      'See `docs/plan-file.md`.',
    ].join('\n\n'),
  );
});

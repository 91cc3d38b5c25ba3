/** `npm run plan` as a person runs it: the process, its output, and its exit code. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { PROJECT, runCommand } from './run-command.ts';
import { temporaryFolder } from './server-process.ts';

const EXAMPLE = join(PROJECT, 'docs/plan-example.json');
const folder = temporaryFolder();
afterAll(() => folder.remove());

describe('a good file', () => {
  test('is answered in plain text', () => {
    const { status, stdout } = run(EXAMPLE);
    expect(status).toBe(0);
    expect(stdout).toContain('Alice Mathew, Match 2028, as of Mon, Nov 23, 2026');
  });

  test('is answered in parts for a machine', () => {
    const { status, stdout } = run(EXAMPLE, '--json');
    expect(status).toBe(0);
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer).join(' ')).toBe('state next late steps papers nudges findings');
    for (const list of Object.values(answer)) expect(list).not.toEqual([]);
  });
});

test.each(['America/Los_Angeles', 'Pacific/Honolulu', 'America/New_York', 'Asia/Tokyo'])(
  'the day that was set is the day judged, in %s',
  (zone) => {
    const file = join(folder.path, 'zone.json');
    const profile = { matchYear: 2028, enrollment: 'enrolled', zone };
    writeFileSync(file, JSON.stringify({ profile, rotations: [] }));
    expect(run(file).stdout).toContain('as of Mon, Nov 23, 2026');
  },
);

describe('a failure ends with code 1 and a wrong call with code 2, each with a sentence', () => {
  const bad = join(folder.path, 'bad.json');
  writeFileSync(bad, '{"profile": {"matchYear": 2028, "enrollment": "perhaps"}}');
  const latin = join(folder.path, 'latin.json');
  writeFileSync(latin, '{"name": "José"}', 'latin1');

  test.each([
    ['a wrong field', [bad], 1, `${bad}: profile.enrollment is not one of enrolled, graduate`],
    ['a file that is not there', [join(folder.path, 'none.json')], 1, 'none.json cannot be read.'],
    ['another encoding', [latin], 1, `${latin} is not UTF-8 text: save it in that encoding.`],
    ['no file', [], 2, 'FILE.json is missing.\nUsage: npm run plan'],
    ['an unknown option', [EXAMPLE, '--xml'], 2, '--xml is not an option.\nUsage: npm run plan'],
  ])('%s', (_, args, code, sentence) => {
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout]).toEqual([code, '']);
    expect(stderr).toContain(sentence);
  });
});

test('its help is not a failure', () => {
  const { status, stdout, stderr } = run('--help');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('Usage: npm run plan -- FILE.json [--json]');
  expect(stdout).toContain('See docs/plan-file.md.');
});

function run(...args: string[]) {
  return runCommand({ AWAY_NOW: '2026-11-23' }, 'plan', ...args);
}

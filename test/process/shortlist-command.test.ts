/** `npm run shortlist` as a person runs it: the process, its output, and its exit code. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { PROJECT, runCommand } from './run-command.ts';
import { temporaryFolder } from './server-process.ts';

const EXAMPLE = join(PROJECT, 'docs/shortlist-example.json');
const folder = temporaryFolder();
afterAll(() => folder.remove());

describe('the example', () => {
  test('is answered in plain text, with places, reasons, and plans', () => {
    const { status, stdout } = run(EXAMPLE);
    expect(status).toBe(0);
    expect(stdout).toContain('  1. Yale School of Medicine: Visiting International Student');
    expect(stdout).toContain('Can you apply? yes. Yale School of Medicine accepts students');
    expect(stdout).toContain('left out: UCSF. UCSF accepts no students from schools outside');
    expect(stdout).toContain('Plan: The first places of your list');
  });

  test('is answered for a machine, the same each time', () => {
    const [first, second] = [run(EXAMPLE, '--json').stdout, run(EXAMPLE, '--json').stdout];
    expect(first).toBe(second);
    const { rotations, applications, proposals } = JSON.parse(first);
    expect(rotations.lines.length + rotations.failing.length).toBe(138);
    expect(applications.lines).toHaveLength(296);
    expect(Buffer.byteLength(first)).toBeLessThan(1_000_000);
    // Of a place that is left out, only why is printed.
    for (const line of rotations.failing) {
      expect(Object.keys(line)).toEqual(['id', 'name', 'path', 'why']);
      expect(line.why).not.toBe('');
    }
    expect(proposals.plans.length).toBeGreaterThanOrEqual(2);
    for (const { isSound } of proposals.plans) expect(isSound).toBe(true);
  });
});

test('a bad file ends with code 1 and every field that is wrong', () => {
  const bad = join(folder.path, 'bad.json');
  writeFileSync(
    bad,
    '{"matchYear": 2028, "pathway": "integrated-ir", "enrollment": "x", "age": 30}',
  );
  const { status, stdout, stderr } = run(bad);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain(`${bad}: enrollment is not one of enrolled, graduate`);
  expect(stderr).toContain(`${bad}: age is not asked`);
});

function run(...args: string[]) {
  return runCommand({ AWAY_NOW: '2026-11-23' }, 'shortlist', ...args);
}

/** What every command of the table does alike, as a process: its help, and its answer to a wrong call. */
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '#infra/local/commands/table.ts';
import { runCommand } from './run-command.ts';

describe.each(Object.keys(COMMANDS))('%s', (name) => {
  test('prints its help and ends with 0', () => {
    const { status, stdout, stderr } = runCommand({}, name, '--help');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Usage: npm (start|run )/);
    expect(stdout).toContain('Exit codes: 0');
  });

  test('answers an option it does not have with its usage and 2', () => {
    const { status, stdout, stderr } = runCommand({}, name, '--nonsense');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^--nonsense is not an option\.\nUsage: npm (start|run )/);
  });
});

/** How a command explains itself. */
import { expect, test } from 'vitest';
import { COMMANDS } from '#infra/local/commands/table.ts';
import { helpOf, usageOf } from '#infra/local/commands/usage.ts';

test('the usage has one line per form: required parts first, optional ones in brackets', () => {
  expect(usageOf('season', COMMANDS.season)).toBe(
    [
      'Usage: npm run season -- FILE.json [--check] [--by NAME]',
      '       npm run season -- --withdraw YEAR [--by NAME]',
    ].join('\n'),
  );
});

test('the help explains each argument once, with its default, and the settings', () => {
  const help = helpOf('season', COMMANDS.season);
  expect(help.match(/your name, for the record \(default: operator\)/g)).toHaveLength(1);
  expect(help).toContain('\n  --check          check the file and change nothing\n');
  expect(help).toContain('\nEnvironment variables:\n  AWAY_DATA   the folder that holds the data');
  expect(help).toContain('See docs/season-file.md.');
  expect(help).toContain('Exit codes: 0 for done');
});

test('the help names the words of a command that has several ways', () => {
  const help = helpOf('ops', COMMANDS.ops);
  expect(help).toContain('\n  dry-run              show what would be emailed on a day');
  expect(help).toContain('\n  corrections confirm  make a correction valid for everyone\n');
});

test('the start is called without "run", and its help lists settings only', () => {
  const lines = helpOf('start', COMMANDS.start).split('\n');
  expect(lines.slice(0, 5)).toEqual([
    'Usage: npm start',
    '',
    COMMANDS.start.does,
    '',
    'Environment variables:',
  ]);
});

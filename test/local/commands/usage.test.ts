/** What a command says of itself. */
import { expect, test } from 'vitest';
import { COMMANDS } from '#infra/local/commands/table.ts';
import { helpOf, referenceOf, usageOf } from '#infra/local/commands/usage.ts';

test('the usage is a line a form: what must be there first, what may be there in brackets', () => {
  expect(usageOf('season', COMMANDS.season)).toBe(
    [
      'Usage: npm run season -- FILE.json [--check] [--by NAME]',
      '       npm run season -- --withdraw YEAR [--by NAME]',
    ].join('\n'),
  );
});

test('the help says what each argument means, once, and what is taken where none is given', () => {
  const help = helpOf('season', COMMANDS.season);
  expect(help.match(/your name, for the record \(default: operator\)/g)).toHaveLength(1);
  expect(help).toContain('\n  --check          only checks the file\n');
  expect(help).toContain('See docs/season-file.md.');
  expect(help).toContain('Exit code: 0');
});

test('the help names the words of a command that has several ways', () => {
  const help = helpOf('ops', COMMANDS.ops);
  expect(help).toContain('\n  dry-run              what would be emailed on a day');
  expect(help).toContain('\n  corrections confirm  makes it valid for everyone\n');
});

test('the reference has a heading, the calls, and a line an argument', () => {
  const { plan } = COMMANDS;
  expect(referenceOf({ plan })).toBe(
    [
      '### plan',
      plan.does,
      '```sh\nnpm run plan -- FILE.json [--json]\n```',
      '- `FILE.json`: the applicant\n- `--json`: prints JSON',
      'See `docs/plan-file.md`.',
    ].join('\n\n'),
  );
});

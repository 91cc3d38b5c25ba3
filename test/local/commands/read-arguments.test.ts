/** What can be typed after a command's name, and the sentence for anything else. */
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type Command, flag, given, givenOften } from '#infra/local/commands/arguments.ts';
import { readArguments } from '#infra/local/commands/read-arguments.ts';
import { COMMANDS } from '#infra/local/commands/table.ts';

const count = given(
  'N',
  z.string().regex(/^\d+$/, { error: 'is not a number' }).exactOptional(),
  '',
);
const kind = given('KIND', z.enum(['a', 'b', 'c']).default('a'), '');
const file = given('FILE', z.string(), '');

/** Two forms without a word, and two that share their first word. */
const TRAIN = {
  does: 'Runs.',
  settings: [],
  forms: {
    run: {
      operands: { file },
      options: { count, kind, fast: flag(''), but: givenOften('NAME', z.string(), '') },
    },
    stop: { options: { stop: given('WHEN', z.string(), '') } },
    list: { means: 'list', options: { json: flag('') } },
    'list drop': { means: 'drop', operands: { file } },
  },
} as const satisfies Command;

const NOT_GIVEN = { kind: 'a', fast: false, but: [] };

describe('a call is read as its form and values', () => {
  test.each([
    [['x.csv'], { form: 'run', file: 'x.csv', ...NOT_GIVEN }],
    [['--count', '3', 'x.csv'], { form: 'run', file: 'x.csv', ...NOT_GIVEN, count: '3' }],
    [
      ['--count=3', '--fast', 'x.csv'],
      { form: 'run', file: 'x.csv', ...NOT_GIVEN, count: '3', fast: true },
    ],
    [
      ['x.csv', '--but', 'a', '--but=b'],
      { form: 'run', file: 'x.csv', ...NOT_GIVEN, but: ['a', 'b'] },
    ],
    [['x.csv', '--kind=b'], { form: 'run', file: 'x.csv', ...NOT_GIVEN, kind: 'b' }],
    [['--stop', 'now'], { form: 'stop', stop: 'now' }],
    [['--stop=--now'], { form: 'stop', stop: '--now' }],
    [['list'], { form: 'list', json: false }],
    [['list', '--json'], { form: 'list', json: true }],
    [['list', 'drop', 'x'], { form: 'list drop', file: 'x' }],
    [['--', '--x.csv'], { form: 'run', file: '--x.csv', ...NOT_GIVEN }],
  ])('%j', (args, asked) => {
    expect(readArguments(TRAIN, args)).toEqual({ ok: true, value: asked });
  });
});

describe('a wrong call is answered with a sentence', () => {
  test.each([
    [[], 'FILE is missing.'],
    [['x.csv', 'y.csv'], '“y.csv” is one argument too many.'],
    [['x.csv', '--slow'], '--slow is not an option.'],
    [['x.csv', '-f'], '-f is not an option.'],
    [['x.csv', '--fast=yes'], '--fast takes no value.'],
    [['x.csv', '--count', '--fast'], '--count needs a value: --count N.'],
    [['x.csv', '--count', '3', '--count', '4'], '--count is given twice.'],
    [['x.csv', '--but'], '--but needs a value: --but NAME.'],
    [['x.csv', '--count=three'], '--count is not a number.'],
    [['x.csv', '--kind=d'], '--kind must be a, b, or c.'],
    [['x.csv', '--json'], '--json does not apply here.'],
    [['list', 'drop', 'x', '--json'], '--json does not apply to list drop.'],
    [['list', 'drop'], 'FILE is missing.'],
  ])('%j', (args, sentence) => {
    expect(readArguments(TRAIN, args)).toEqual({ ok: false, failure: sentence });
  });

  test.each([
    [[], 'Choose list, add, rotate, end-older, mapping, or revoke.'],
    [['lost'], '“lost” must be list, add, rotate, end-older, mapping, or revoke.'],
  ])('%j of a command that begins with a word', (args, sentence) => {
    expect(readArguments(COMMANDS.sender, args)).toEqual({ ok: false, failure: sentence });
  });
});

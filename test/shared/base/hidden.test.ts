import { describe, expect, test } from 'vitest';
import { withoutContact } from '#shared/base/contact.ts';
import { hiddenIn } from '#shared/base/hidden.ts';
import { lineSchema } from '#shared/base/text.ts';

describe('a name that holds what nobody sees is refused, with the character and its place', () => {
  test.each([
    ['Al\u00adice', 'an invisible character (U+00AD) after “Al”'],
    ['\u200bAlice', 'an invisible character (U+200B) at its start'],
    ['Alice\u2060 Mathew', 'an invisible character (U+2060) after “Alice”'],
    ['Al\u200dice', 'an invisible character (U+200D) after “Al”'],
    ['Alice\u{e0041}\u{e0042}', 'an invisible character (U+E0041) after “Alice”'],
    ['Alice\ufe0f', 'an invisible character (U+FE0F) after “Alice”'],
    ['Al\u3164ice', 'an invisible character (U+3164) after “Al”'],
    ['=?UTF-8?B?QWxpY2U=?=', 'an encoded word'],
    ['Dr. =?iso-8859-1?q?Ren=E9?=', 'an encoded word'],
  ])('%j', (name, why) => {
    expect(hiddenIn(name)).toContain(why);
    const read = withoutContact(lineSchema).safeParse(name);
    expect(read.error?.issues.map(({ message }) => message)).toEqual([
      expect.stringContaining(why),
    ]);
  });
});

describe('a name that is spelled so is taken', () => {
  test.each([
    ['Persian, with a non-joiner', 'علی\u200cرضا محمدی'],
    ['Malayalam chillus', 'അനില്\u200d കുമാര്\u200d'],
    ['Sinhala', 'ශ්\u200dරී ලංකා'],
    ['Devanagari', 'क्\u200dष'],
    ['a variant that a family writes', '葛\u{e0100}城'],
    ['Latin with its marks', 'Núñez Ó Súilleabháin-d’Arc'],
    ['Vietnamese', 'Nguyễn Thị Ánh'],
    ['markup, which pages show as text', 'Alice <b>Mathew</b>'],
  ])('%s', (_, name) => {
    expect(hiddenIn(name)).toBeUndefined();
    expect(withoutContact(lineSchema).safeParse(name).success).toBe(true);
  });
});

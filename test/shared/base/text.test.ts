import { describe, expect, test } from 'vitest';
import { addressSchema, idSchema, lineSchema } from '#shared/base/text.ts';

const takes = (
  schema: { safeParse(value: unknown): { success: boolean } },
  text: string,
): boolean => schema.safeParse(text).success;

describe('a line', () => {
  test.each([
    'Brown',
    '  Brown  ',
    'Müller & Söhne (Zürich)',
    '東京大学',
    'محمد',
    'O’Hara-Núñez, MD',
  ])('may be %s', (text) => expect(takes(lineSchema, text)).toBe(true));

  test.each([
    ['empty', '   '],
    ['two lines', 'Brown\r\nBcc: all@example.org'],
    ['a paragraph break', 'Brown\u2029x'],
    ['a line break of another kind', 'Brown\u2028x'],
    ['turned around', 'Brown\u202Ecod'],
    ['not to be seen', '\u200B'],
    ['not decoded', 'Bro\uFFFDwn'],
    ['without a letter', '---'],
    ['too long', 'x'.repeat(121)],
  ])('may not be %s', (_, text) => expect(takes(lineSchema, text)).toBe(false));
});

describe('an id', () => {
  test.each(['u1', 'a_b-C', '0', 'x'.repeat(64)])('may be %s', (id) =>
    expect(takes(idSchema, id)).toBe(true),
  );

  test.each([
    '',
    '__proto__',
    '-x',
    'plan',
    'constructor',
    'a b',
    'a#b',
    'a/b',
    'é',
    'x'.repeat(65),
  ])('may not be %s', (id) => expect(takes(idSchema, id)).toBe(false));
});

describe('an address', () => {
  test('is kept in lower case, without the spaces around it', () => {
    expect(addressSchema.parse(' Alice@Example.ORG ')).toBe('alice@example.org');
  });

  test.each(['alice', 'alice@', 'a@b\r\nBcc: c@d.org', `${'a'.repeat(250)}@example.org`])(
    'may not be %s',
    (text) => expect(takes(addressSchema, text)).toBe(false),
  );
});

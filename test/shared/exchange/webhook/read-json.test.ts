import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JSON_DEPTH_MAX } from '#shared/base/limits.ts';
import { readJson } from '#shared/exchange/webhook/read-json.ts';

const SEEDED = { seed: 20_261_124, numRuns: 500 } as const;
const bytes = (text: string) => new TextEncoder().encode(text);
const reasonOf = (body: Uint8Array) => {
  const read = readJson(body);
  return read.ok ? undefined : read.failure.reason;
};

describe('JSON from outside', () => {
  test('is what it says', () => {
    const plain = fc.jsonValue({ maxDepth: JSON_DEPTH_MAX - 2, noUnicodeString: false });
    fc.assert(
      fc.property(plain, (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/"(__proto__|constructor|prototype)":/.test(text));
        expect(readJson(bytes(text))).toEqual({ ok: true, value: JSON.parse(text) });
      }),
      SEEDED,
    );
  });

  test('or any bytes at all, is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (body) => {
        expect(typeof readJson(body).ok).toBe('boolean');
      }),
      SEEDED,
    );
  });

  test('cut anywhere is refused', () => {
    const whole = '{"updates":[{"applicant":{"id":"a\\"[{"},"event":{"type":"applied"}}]}';
    for (let cut = 0; cut < whole.length; cut += 1) {
      expect(reasonOf(bytes(whole.slice(0, cut)))).toBe('not-json');
    }
  });

  test('counts brackets where they nest, not where they are text', () => {
    expect(readJson(bytes(JSON.stringify('[['.repeat(JSON_DEPTH_MAX)))).ok).toBe(true);
    const nest = (depth: number) => bytes(`${'['.repeat(depth)}${']'.repeat(depth)}`);
    expect(reasonOf(nest(JSON_DEPTH_MAX))).toBeUndefined();
    expect(reasonOf(nest(JSON_DEPTH_MAX + 1))).toBe('too-deep');
  });

  test.each([
    '{"__proto__":{}}',
    '{"a":[{"__pr\\u006fto__":1}]}',
    '{"constructor":{"prototype":{}}}',
  ])('with a name that reaches a prototype is refused: %s', (text) => {
    expect(reasonOf(bytes(text))).toBe('forbidden-name');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

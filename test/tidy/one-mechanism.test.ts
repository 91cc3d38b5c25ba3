/** What there is one mechanism for is done by it and by nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const FILES = ['shared', 'functions', 'infra'].flatMap((tree) =>
  readdirSync(`${PROJECT}${tree}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${tree}/${path.replaceAll('\\', '/')}`),
);

describe('no file but change.ts loops around a write of the store: call change()', () => {
  test('in the whole tree', () => {
    const loops = FILES.filter((path) =>
      loopsAroundWrite(readFileSync(`${PROJECT}${path}`, 'utf8')),
    );
    expect(loops).toEqual([]);
    const counting = FILES.filter((path) =>
      /\bCONFLICT_RETRIES_MAX\b/.test(readFileSync(`${PROJECT}${path}`, 'utf8')),
    );
    expect(counting).toEqual(['shared/base/limits.ts', 'functions/change.ts']);
  });

  test.each([
    'for (let n = 0; n < 9; n += 1) { const item = await store.read("a", "b"); if ((await deps.store.write(item)).written) return; }',
    'for (const id of ids) await store.remove(id);',
    'while (true) { if (done) { await writeItem(store, item, now); } }',
    'do { ok = (await ports.store.write(x)).written } while (!ok)',
  ])('sees %s', (code) => expect(loopsAroundWrite(code)).toBe(true));

  test.each([
    'await store.write(item); for (const id of ids) { await wake(id); }',
    'for (const id of ids) await store.read("a", id);\nawait store.write(item);',
    'while (left) { left -= 1; }\nawait store.remove(item);',
  ])('lets %s be', (code) => expect(loopsAroundWrite(code)).toBe(false));
});

describe('no browser test counts or looks on a page that may be half there: countOf, isShown', () => {
  const AT_ONCE = /\.(?:count|isVisible)\(\)/;

  test('in every file but theirs', () => {
    const found = readdirSync(`${PROJECT}test/browser`).filter((name) =>
      AT_ONCE.test(readFileSync(`${PROJECT}test/browser/${name}`, 'utf8')),
    );
    expect(found).toEqual(['chromium.ts']);
  });
});

const WRITE = /\bstore\.(write|remove)\(|\bwriteItem\(/;

function loopsAroundWrite(code: string): boolean {
  return [...code.matchAll(/\b(?:for(?: await)?|while) ?\(|\bdo \{/g)].some(
    ({ 0: head, index }) => {
      const open = index + head.length - 1;
      const end = closing(code, open);
      if (head.startsWith('do')) return WRITE.test(code.slice(open, end));
      return WRITE.test(code.slice(end + 1, bodyEnd(code, end + 1)));
    },
  );
}

/** Where a loop's body ends that begins here: at its brace, or with its statement. */
function bodyEnd(code: string, from: number): number {
  const start = from + (/^\s*/.exec(code.slice(from))?.[0].length ?? 0);
  if (code[start] === '{') return closing(code, start);
  const semicolon = code.indexOf(';', start);
  return semicolon < 0 ? code.length : semicolon;
}

/** The bracket that closes the one here. Brackets in texts come in pairs, as far as this tree has them. */
function closing(code: string, open: number): number {
  let depth = 0;
  for (let at = open; at < code.length; at += 1) {
    if ('({['.includes(code[at] ?? '')) depth += 1;
    if (')}]'.includes(code[at] ?? '')) depth -= 1;
    if (depth === 0) return at;
  }
  return code.length;
}

/** No regular expression takes more than linear time: what strangers and advisors send goes through many of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { tokenizer } from 'acorn';
import { checkSync } from 'recheck';
import { expect, test, vi } from 'vitest';

const ROOMS = ['shared', 'functions', 'infra/local'];

interface Found {
  readonly source: string;
  readonly flags: string;
  readonly file: string;
}

const FILES = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(room, name)),
);

/** Every literal of the code, once; comments and texts that look like one are none. */
function literals(): Found[] {
  const found = FILES.flatMap((file) => {
    const code = stripTypeScriptTypes(readFileSync(file, 'utf8'));
    return [...tokenizer(code, { ecmaVersion: 'latest', sourceType: 'module' })].flatMap(
      (token): Found[] => {
        const { type, value } = token as { type: { label: string }; value?: unknown };
        const { pattern, flags } = (value ?? {}) as { pattern?: string; flags?: string };
        return type.label === 'regexp' && pattern !== undefined
          ? [{ source: pattern, flags: flags ?? '', file }]
          : [];
      },
    );
  });
  return [...new Map(found.map((each) => [`${each.source}/${each.flags}`, each])).values()];
}

/** Every expression that is built from text: each is built when its file is first loaded, so that none can be missed. */
async function built(): Promise<Found[]> {
  const plain = globalThis.RegExp;
  const found: Found[] = [];
  for (const file of FILES) {
    const code = stripTypeScriptTypes(readFileSync(file, 'utf8'));
    const written = [...code.matchAll(/\bRegExp\(/g)].length;
    if (written === 0) continue;
    const before = found.length;
    // Another test of this worker may have loaded it already.
    vi.resetModules();
    globalThis.RegExp = new Proxy(plain, {
      construct: (target, args: [string, string?]) => {
        const made = Reflect.construct(target, args) as RegExp;
        const isOurs = new Error('where').stack?.split('\n')[2]?.includes(file);
        if (isOurs) found.push({ source: made.source, flags: made.flags, file });
        return made;
      },
    });
    try {
      await import(/* @vite-ignore */ `${join(process.cwd(), file)}`);
    } finally {
      globalThis.RegExp = plain;
    }
    expect(
      found.length - before,
      `${file} builds each of its expressions once, when it loads`,
    ).toBe(written);
  }
  return found;
}

/** Quadratic at most, on text that is cut before it is judged or that nobody outside types. */
const SHORT: Readonly<Record<string, string>> = {
  'shared/base/contact.ts': 'cut to 400 characters',
  'shared/plan/facts/patient-data.ts': 'cut to 400 characters',
  'shared/cohort/import/mapping.ts': 'cut to 120 characters',
  'functions/store/tally.ts': 'an address of 254 characters',
  'functions/adapters/aws-variables.ts': 'a setting of the operator',
  'shared/words/plan-words.ts': 'a number of our own',
  'shared/views/pages/api-page.ts': 'a text of our own',
};

/** With a seed, and bounded by steps: what is found depends on no run, and on no machine's speed. */
const SEEDED = {
  randomSeed: 1,
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
};

test('takes linear time, and is not undecided', { timeout: 300_000 }, async () => {
  const constructed = await built();
  expect(constructed.length).toBeGreaterThan(3);
  const all = [...literals(), ...constructed];
  expect(all.length).toBeGreaterThan(50);
  const slow = all.flatMap(({ source, flags, file }) => {
    const checked = checkSync(source, flags, SEEDED);
    if (checked.status === 'safe') return [];
    const summary = 'complexity' in checked ? checked.complexity?.summary : undefined;
    const isShort = SHORT[file] !== undefined && summary?.startsWith('2nd degree');
    return isShort ? [] : [`${file}: /${source}/${flags} is ${summary ?? checked.status}`];
  });
  expect(slow).toEqual([]);
});

test('finds one that takes longer', () => {
  expect(checkSync(String.raw`^(.+?)\s*->\s*x$`, '').status).toBe('vulnerable');
});

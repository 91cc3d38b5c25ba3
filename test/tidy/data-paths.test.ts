/** The data's path runs down. */
import { describe, expect, test } from 'vitest';
import { DATA_PATHS } from './data-paths.ts';
import { FILES, read } from './files.ts';
import { importsOf, roomOf } from './imports.ts';

describe.each(DATA_PATHS)('$of', ({ legs, roomsMax }) => {
  test('goes through files that exist, each of which imports the next', () => {
    expect(legs.flat().filter((file) => !FILES.includes(file))).toEqual([]);
    const broken = legs.flatMap((leg) =>
      leg.slice(1).flatMap((next, at) => {
        const file = leg[at] ?? '';
        const imports = importsOf(file, read(file)).map(({ to }) => to);
        return imports.includes(next) ? [] : [`${file} does not import ${next}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  test('ends at the store, and what judges on the way is called from a file on it', () => {
    expect(legs[0]?.at(-1)).toBe('shared/store/store.ts');
    for (const [at, leg] of legs.entries()) {
      if (at > 0) expect(legs.slice(0, at).flat()).toContain(leg[0]);
    }
  });

  test(`enters at most ${roomsMax} rooms`, () => {
    expect(new Set(legs.flat().map(roomOf)).size).toBeLessThanOrEqual(roomsMax);
  });
});

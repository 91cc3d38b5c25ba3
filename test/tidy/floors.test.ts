/** One direction through the code. Each finding names both files. */
import { describe, expect, test } from 'vitest';
import { FILES, matching, read } from './files.ts';
import { AWS, AWS_MAY_IMPORT, FLOORS } from './floors.ts';
import { aroundTheName, beyondNames, cyclesOf, importsOf, roomOf, upward } from './imports.ts';
import { pagesOfRooms } from './rooms.ts';

/** All but this folder, whose strings hold imports to be found. */
const CODE = matching(/^(shared\/|functions\/|infra\/|test\/(?!tidy\/)).*\.(ts|mjs)$/);
const IMPORTS = CODE.flatMap((file) => importsOf(file, read(file)));

describe('the house', () => {
  test('is seen by this test', () => {
    expect(IMPORTS.length).toBeGreaterThan(4000);
    expect(IMPORTS.map(({ to }) => to).filter((to) => !FILES.includes(to))).toEqual([]);
  });

  test('has no code of the product outside its rooms', () => {
    const rooms = [...FLOORS, AWS].map(({ room }) => room);
    const outside = CODE.filter((file) => !file.startsWith('test/'));
    expect(outside.filter((file) => !rooms.includes(roomOf(file)))).toEqual([]);
  });

  test('has no import that runs up, those of types included', () => {
    expect(upward(IMPORTS)[0]).toBeUndefined();
  });

  test('names what is in another room, so that a move touches no import', () => {
    expect(aroundTheName(IMPORTS)[0]).toBeUndefined();
  });

  test('gives its stack names and limits, nothing that reads or writes', () => {
    expect(beyondNames(IMPORTS)[0]).toBeUndefined();
    const reached = new Set(AWS_MAY_IMPORT);
    for (const file of reached) for (const { to } of importsOf(file, read(file))) reached.add(to);
    const outside = [...reached].filter((file) => !file.startsWith('shared/'));
    expect(outside).toEqual(['functions/adapters/aws-variables.ts']);
  });

  test('has no cycle of files, those of types included', () => {
    expect(cyclesOf(IMPORTS)[0]).toBeUndefined();
  });
});

describe('a planted import', () => {
  test.each([
    ['shared/base/text.ts', "import type { Facts } from '#shared/plan/facts/facts.ts';"],
    ['shared/world/world.ts', "export { STAGES } from '#shared/plan/facts/stages.ts';"],
    ['shared/plan/facts/a.ts', "type A = import('../../people/person/person.ts').Person;"],
    ['shared/views/page.ts', "import {\n  update,\n} from '#functions/update.ts';"],
    ['shared/store/keys.ts', "import '../../test/cast.ts';"],
    ['functions/update.ts', "import { start } from '#infra/local/main.ts';"],
    ['infra/local/main.ts', "import { makeApp } from '#infra/aws/make-app.ts';"],
    ['infra/local/main.ts', "const cast = await import('../cast.ts');"],
  ])('that runs up is found in %s', (file, text) => {
    const [found] = upward(importsOf(file, text));
    expect(found).toContain(`${file} imports `);
    expect(found).toContain('on a floor above it');
  });

  test.each([
    ['shared/plan/facts/a.ts', "import { plusDays } from '#shared/base/time/day.ts';"],
    ['shared/plan/facts/a.ts', "import { transition } from '../moves/transition.ts';"],
    ['functions/update.ts', "import type { Store } from '#shared/store/store.ts';"],
    ['test/a.test.ts', "import { makeApp } from '#infra/aws/make-app.ts';"],
    ['shared/base/text.ts', "import * as z from 'zod';"],
    ['shared/base/text.ts', "const TEXT = `\n  import a from '#functions/update.ts'`;"],
  ])('that runs down or stays is let pass in %s', (file, text) => {
    expect(upward(importsOf(file, text))).toEqual([]);
  });

  test('by a relative path into another room is found', () => {
    const text = "import { day } from '../../base/time/day.ts';";
    expect(aroundTheName(importsOf('shared/plan/facts/a.ts', text))).toEqual([
      'shared/plan/facts/a.ts imports shared/base/time/day.ts by a relative path: use #shared/base/time/day.ts',
    ]);
    expect(aroundTheName(importsOf('test/aws/a.ts', "import '../cast.ts';"))).toEqual([]);
  });

  test('of something that writes is found in the stack', () => {
    const text = "import { update } from '#functions/update.ts';";
    expect(beyondNames(importsOf('infra/aws/web.ts', text))).toHaveLength(1);
    const names = "import { TABLE } from '#shared/store/table.ts';";
    expect(beyondNames(importsOf('infra/aws/web.ts', names))).toEqual([]);
  });

  test('that closes a cycle of three is found once, with the way around it', () => {
    const files: [string, string][] = [
      ['shared/base/a.ts', "import './b.ts';"],
      ['shared/base/b.ts', "import type { C } from './c.ts';"],
      ['shared/base/c.ts', "import './a.ts';\nimport './d.ts';"],
      ['shared/base/d.ts', ''],
    ];
    expect(cyclesOf(files.flatMap(([file, text]) => importsOf(file, text)))).toEqual([
      'shared/base/a.ts → shared/base/b.ts → shared/base/c.ts → shared/base/a.ts',
    ]);
  });
});

describe('what is written of the rooms', () => {
  test.each(pagesOfRooms())('in %s is what the list says: `npm run rooms`', (path, text) => {
    expect(FILES).toContain(path);
    expect(read(path)).toBe(text);
  });

  test.each([...FLOORS, AWS])('names a file of $room to start at', ({ room, start }) => {
    expect(FILES).toContain(`${room}/${start}`);
  });
});

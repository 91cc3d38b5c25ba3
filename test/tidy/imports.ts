/** The imports of files, read from their text: types, re-exports, and `import()` included. */
import { posix } from 'node:path';
import { AWS, AWS_MAY_IMPORT, FLOORS } from './floors.ts';

export interface Import {
  readonly file: string;
  /** The path that is imported, from the project's root. */
  readonly to: string;
  readonly isRelative: boolean;
}

// The formatter begins every statement on a line of its own, so code inside a string is left alone.
const STATEMENTS = [
  /^(?:import|export)\b(?:[\w\s{},*$]*?\bfrom)?\s*'([^'\n]+)'/gm,
  /\bimport\(\s*['"`]([^'"`\n]+)['"`]/g,
];

/** @returns what is imported from the project itself; packages are left out */
export function importsOf(file: string, text: string): Import[] {
  const names = STATEMENTS.flatMap((pattern) => [...text.matchAll(pattern)]).map(
    ([, name = '']) => name,
  );
  return names
    .filter((name) => /^[.#]/.test(name))
    .map((name) => {
      const isRelative = name.startsWith('.');
      const to = isRelative ? posix.join(posix.dirname(file), name) : name.slice(1);
      return { file, to, isRelative };
    });
}

/** `shared/plan`; a file outside the rooms is in the room of its tree. */
export function roomOf(path: string): string {
  const room = [...FLOORS, AWS].find((each) => path.startsWith(`${each.room}/`))?.room;
  return room ?? path.slice(0, path.indexOf('/'));
}

/** One sentence for each import of a file above its own. */
export function upward(imports: readonly Import[]): string[] {
  return imports
    .filter(({ file, to }) => floorOf(to) > floorOf(file))
    .map(({ file, to }) => `${file} imports ${to}, which is on a floor above it`);
}

/** One sentence for each import by a relative path that leaves its room. */
export function aroundTheName(imports: readonly Import[]): string[] {
  return imports
    .filter(({ file, to, isRelative }) => isRelative && roomOf(to) !== roomOf(file))
    .map(({ file, to }) => `${file} imports ${to} by a relative path: use #${to}`);
}

/** One sentence for each import of the stack that may do more than name something. */
export function beyondNames(imports: readonly Import[]): string[] {
  return imports
    .filter(({ file, to }) => roomOf(file) === AWS.room && roomOf(to) !== AWS.room)
    .filter(({ to }) => !AWS_MAY_IMPORT.includes(to))
    .map(({ file, to }) => `${file} imports ${to}, which is not in AWS_MAY_IMPORT`);
}

/** Each cycle of files as the path around it. */
export function cyclesOf(imports: readonly Import[]): string[] {
  const importedBy = Map.groupBy(imports, ({ file }) => file);
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const { to } of importedBy.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of importedBy.keys()) visit(file, []);
  return cycles;
}

/** The stack and the tests stand above every floor. */
function floorOf(path: string): number {
  const floor = FLOORS.findIndex(({ room }) => room === roomOf(path));
  return floor === -1 ? FLOORS.length : floor;
}

/** Flat fields as the tree their names spell: `dates.start` is in `dates`. */
import { eventValueOf, neededGroups } from './event-fields.ts';

type Tree = { [name: string]: Tree | string | number | boolean };

/**
 * Names are ours or of letters and dots only, at most four deep.
 * @param type of the event they are of: groups it needs are made also where none of their fields is filled, so that
 * each is named as missing
 */
export function nested(entries: readonly (readonly [string, string])[], type = ''): Tree {
  const root: Tree = {};
  for (const group of neededGroups(type)) placeOf(root, group.split('.'));
  for (const [name, value] of entries) {
    const path = name.split('.');
    placeOf(root, path.slice(0, -1))[path.at(-1) ?? name] = eventValueOf(type, name, value.trim());
  }
  return root;
}

function placeOf(root: Tree, path: readonly string[]): Tree {
  return path.reduce((place, part) => {
    place[part] ??= {};
    return place[part] as Tree;
  }, root);
}

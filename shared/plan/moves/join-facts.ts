/** Two plans of one person as one: what only one of them holds is kept, and where they differ the owner sees both. */
import { isDeepStrictEqual } from 'node:util';
import { failure, type Result, success } from '#shared/base/result.ts';
import { plainName } from '#shared/world/hosts/hosts.ts';
import { type Facts, factsSchema } from '../facts/facts.ts';
import type { Letter } from '../facts/letter.ts';
import type { Rotation } from '../facts/rotation.ts';

export interface Difference {
  /** `profile.zone`, or a rotation's id and its part: `brown.dates`. */
  readonly path: readonly string[];
  readonly own: unknown;
  readonly other: unknown;
  readonly kept: 'own' | 'other';
}

export interface Joined {
  readonly facts: Facts;
  readonly differences: readonly Difference[];
  /** What the other plan calls a rotation or a letter, and what it is called from now on. */
  readonly renamed: Readonly<Record<string, string>>;
}

/** The owner's value wins; for a rotation or a letter, the plan in which it moved last. */
export function joinFacts(own: Facts, other: Facts): Result<Joined, 'too-much'> {
  const { differences, renamed } = { differences: [], renamed: {} };
  const joining = { differences, renamed, taken: new Set(idsIn(own)) };
  const { rotations, letters = [], ...rest } = other;
  const facts = {
    ...own,
    ...joinedItem(joining, { ...own, letters: own.letters ?? [] }, { rotations, letters }, []),
  };
  // Costs and postponed reminders name rotations and letters, so these come first.
  const named = renamedIn(rest, renamed);
  const { letters: all, ...others } = joinedItem(joining, facts, named, []) as unknown as Facts;
  const joined = { ...others, ...(all && (own.letters || all.length > 0) && { letters: all }) };
  // Not the schema's copies: an undo keeps every object that is not the same as before.
  return factsSchema.safeParse(joined).success
    ? success({ differences, renamed, facts: joined })
    : failure('too-much');
}

type Item = Readonly<Record<string, unknown>>;

interface Joining {
  readonly differences: Difference[];
  readonly renamed: Record<string, string>;
  /** Ids that something on the joined plan has. */
  readonly taken: Set<unknown>;
}

/** These belong together: a status is never taken without its day, nor a paper’s without its holder. */
const STATE = [
  'stage',
  'status',
  'heldBy',
  'since',
  'stageSince',
  'startedIncomplete',
  'offer',
  'closed',
  'endedAt',
];
/** One value, however many parts it has. */
const WHOLE = [
  'dates',
  'feedback',
  'described',
  'contact',
  'promised',
  'coordinator',
  'cv',
  'personal-statement',
  'img-note',
];

function joinedValue(
  joining: Joining,
  own: unknown,
  other: unknown,
  path: readonly string[],
  kept: Difference['kept'],
): unknown {
  const name = path.at(-1) ?? '';
  if (other === undefined || isDeepStrictEqual(own, other)) return own;
  if (own === undefined) return other;
  if (Array.isArray(own) && Array.isArray(other))
    return joinedList(joining, own, other, path, kept);
  if (isItem(own) && isItem(other) && !WHOLE.includes(name)) {
    return joinedItem(joining, own, other, path, kept);
  }
  joining.differences.push({ path, own, other, kept });
  return kept === 'own' ? own : other;
}

function joinedItem(
  joining: Joining,
  own: Item,
  other: Item,
  path: readonly string[],
  outer: Difference['kept'] = 'own',
): Item {
  const isDated = typeof own.since === 'string' && typeof other.since === 'string';
  // The day of a paper is the one on which its holder received it.
  const isMoved = 'heldBy' in own && (own.status !== other.status || own.heldBy !== other.heldBy);
  const isState = isDated || isMoved;
  const kept = !isDated ? outer : String(other.since) > String(own.since) ? 'other' : 'own';
  const names = [...new Set([...Object.keys(own), ...Object.keys(other)])];
  const plain = names.filter((name) => name !== 'id' && !(isState && STATE.includes(name)));
  const state = isState ? joinedState(joining, own, other, path, kept) : {};
  return {
    ...(own.id === undefined ? {} : { id: own.id }),
    ...Object.fromEntries(
      plain.flatMap((name) => {
        const value = joinedValue(joining, own[name], other[name], [...path, name], kept);
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    ...state,
  };
}

function joinedState(
  joining: Joining,
  own: Item,
  other: Item,
  path: readonly string[],
  kept: Difference['kept'],
): Item {
  const [mine, theirs] = [own, other].map((item) =>
    Object.fromEntries(Object.entries(item).filter(([name]) => STATE.includes(name))),
  ) as [Item, Item];
  if (!isDeepStrictEqual(mine, theirs)) {
    joining.differences.push({ path: [...path, 'status'], own: mine, other: theirs, kept });
  }
  return kept === 'own' ? mine : theirs;
}

function joinedList(
  joining: Joining,
  own: readonly unknown[],
  other: readonly unknown[],
  path: readonly string[],
  kept: Difference['kept'],
): unknown[] {
  const list = [...own];
  const free = new Set(own.keys());
  for (const each of other) {
    const at = [...free].find((index) => isSame(own[index], each, path.at(-1) ?? ''));
    if (at === undefined) {
      list.push(named(joining, each));
      continue;
    }
    free.delete(at);
    const mine = own[at];
    if (!isItem(mine) || !isItem(each)) continue;
    if (typeof each.id === 'string' && typeof mine.id === 'string' && each.id !== mine.id) {
      joining.renamed[each.id] = mine.id;
    }
    const entry = String(mine.id ?? mine.kind ?? mine.step ?? mine.procedure ?? '');
    list[at] = joinedItem(joining, mine, each, [...path.slice(0, -1), entry], kept);
  }
  return list;
}

/** No id of the owner's plan is used twice, nor one of a letter in a rotation. */
function named(joining: Joining, item: unknown): unknown {
  if (!isItem(item) || typeof item.id !== 'string') return item;
  let id = item.id;
  for (let n = 2; joining.taken.has(id); n += 1) id = `${item.id.slice(0, 56)}-${n}`;
  joining.taken.add(id);
  if (id !== item.id) joining.renamed[item.id] = id;
  const { letters } = item;
  return {
    ...item,
    id,
    ...(Array.isArray(letters) && { letters: letters.map((each) => named(joining, each)) }),
  };
}

function idsIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return ['id' in value ? value.id : undefined, ...Object.values(value).flatMap(idsIn)];
}

function isSame(own: unknown, other: unknown, list: string): boolean {
  if (!isItem(own) || !isItem(other)) return own === other;
  if (list === 'rotations') return isSameRotation(own as Rotation, other as Rotation);
  if (list === 'letters') return isSameLetter(own as Letter, other as Letter);
  const keys = KEYS[list];
  if (keys) return keys.every((key) => own[key] === other[key]);
  return isDeepStrictEqual({ ...own, id: '' }, { ...other, id: '' });
}

/** What identifies the entries of each list; those of other lists must be equal as a whole. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  checklist: ['kind'],
  steps: ['step'],
  stories: ['kind'],
  cases: ['procedure', 'role'],
  snoozes: ['rule', 'subject', 'day'],
};

function isSameRotation(own: Rotation, other: Rotation): boolean {
  const isAtHost =
    own.host.institutionId && other.host.institutionId
      ? own.host.institutionId === other.host.institutionId
      : plainName(own.host.name) === plainName(other.host.name);
  if (!isAtHost || own.specialty !== other.specialty) return false;
  if (!own.dates || !other.dates) return !own.closed && !other.closed;
  return own.dates.start <= other.dates.end && other.dates.start <= own.dates.end;
}

/** If both know an address, it decides: consent given for one writer never lets us email another. */
function isSameLetter({ writer: own }: Letter, { writer: other }: Letter): boolean {
  if (own.address && other.address) return own.address === other.address;
  return plainName(own.name) === plainName(other.name);
}

/** Every text that is such an id, or a path of them: `brown/visa`. */
export function renamedIn<Value>(value: Value, renamed: Joined['renamed']): Value {
  if (Array.isArray(value)) return value.map((each) => renamedIn(each, renamed)) as Value;
  if (!isItem(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      (name === 'rotationId' || name === 'subject') && typeof each === 'string'
        ? renamedSubject(each, renamed)
        : renamedIn(each, renamed),
    ]),
  ) as Value;
}

export function renamedSubject(subject: string, renamed: Joined['renamed']): string {
  return subject
    .split('/')
    .map((part) => (Object.hasOwn(renamed, part) ? renamed[part] : part))
    .join('/');
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

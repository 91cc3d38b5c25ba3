/** Which rows match a report's filters. */
import { unaccented } from '#shared/base/text.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import type { Case } from '#shared/people/casework/casework.ts';
import { openCaseIn } from '#shared/people/outlook/summary.ts';
import { placedLetters } from '#shared/plan/letters/placed.ts';
import type { CaseOwner } from '../acts.ts';
import { lettersBySameWriter } from './by-writer.ts';
import { FILTER_NAMES, type FilterName, type Filters, valuesOf } from './filters.ts';
import { hardDays, isLostSince, isReached, type ReportRow } from './row.ts';
import { countsThings, THINGS } from './things.ts';

/** What a row is compared with besides a filter's value: the same for every row, and made before the first. */
interface List {
  readonly today: Day;
  /** Whose cases are "mine". */
  readonly reader: CaseOwner | undefined;
  readonly codes: readonly string[];
  readonly levels: readonly string[];
  /** Where what is new or lost ends. */
  readonly before: Day;
  readonly words: readonly string[];
  readonly dueBy: Day;
  readonly startsBy: Day;
  /** The applicants of the writer whom the filter `letter` names. */
  readonly ofWriter: ReadonlySet<string>;
}

const NEVER: Day = '9999-12-31';

/** Made once, used for ten thousand rows. `everybody`: the whole list, to find a letter's writer. */
export function matcher(
  filters: Filters,
  today: Day,
  everybody: readonly ReportRow[],
  reader?: CaseOwner,
): (row: ReportRow) => boolean {
  const { find = '', due = 0, starts = 0, letter, before = NEVER } = filters;
  const letters = letter ? lettersBySameWriter(everybody, letter) : [];
  const list: List = {
    today,
    reader,
    codes: valuesOf('code', filters),
    levels: valuesOf('risk', filters),
    before,
    words: unaccented(find).split(' '),
    dueBy: plusDays(today, Number(due)),
    startsBy: plusDays(today, Number(starts)),
    ofWriter: new Set(letters.map(({ id }) => id)),
  };
  const tests = FILTER_NAMES.filter((name) => filters[name] !== undefined).map((name) => {
    if (countsThings(name)) {
      const { count } = THINGS[name];
      return (row: ReportRow) => count(row, filters) > 0;
    }
    const test = TESTS[name];
    const values = valuesOf(name, filters);
    return (row: ReportRow) => values.some((value) => test(row, value, list));
  });
  return (row) => tests.every((test) => test(row));
}

type Test = (row: ReportRow, value: string, list: List) => boolean;

/** One test for each filter that counts people. */
const TESTS: Readonly<Record<Exclude<FilterName, keyof typeof THINGS>, Test>> = {
  person: ({ of }, id) => of.id === id,
  find: ({ of }, _, { words }) => {
    const hosts = of.rotations.map(({ host }) => host);
    const text = unaccented([of.name, of.address, ...hosts].join(' '));
    return words.every((word) => text.includes(word));
  },
  // Together with a reason, it means the level of that reason.
  risk: ({ color }, risk, { codes }) => codes.length > 0 || color === risk,
  code: ({ findings }, code, { levels }) => {
    const worst = findings.find((each) => each.code === code);
    return worst !== undefined && (levels.length === 0 || levels.includes(worst.level));
  },
  since: isNew,
  losses: ({ findings }, losses, { before }) =>
    findings.some((each) => isLostSince(each, losses as Day) && each.levelSince < before),
  // It ends what is new or lost, and means nothing alone.
  before: () => true,
  call: ({ call }) => call !== undefined,
  case: ({ of }, which, { today, reader }) => {
    const open = openCaseIn(of);
    if (!open) return false;
    if (which === 'mine') return reader !== undefined && isOwner(open, reader);
    if (which === 'unowned') return open.owner === undefined;
    if (which === 'follow-up') return (open.followUpOn ?? '9') <= today;
    return true;
  },
  closed: ({ of }, since) =>
    of.case?.closed !== undefined && dayIn(EASTERN, of.case.closed.at) >= since,
  waiting: ({ waitingOn }, party) => waitingOn.some((holder) => holder === party),
  img: ({ of }, enrollment) => of.enrollment === enrollment,
  pathway: ({ of }, pathway) => of.pathway === pathway,
  entry: ({ of }, entry) => (of.entry ?? 'unknown') === entry,
  season: ({ of }, year) => String(of.matchYear) === year,
  // Includes overdue deadlines, which are still open.
  due: (row, _, { dueBy }) => hardDays(row).some((day) => day <= dueBy),
  starts: ({ of }, _, { today, startsBy }) =>
    of.rotations.some(
      ({ stage, start = '' }) => stage !== 'closed' && start >= today && start <= startsBy,
    ),
  reached: (row) => !isReached(row),
  site: ({ of }, site) => of.rotations.some(({ host }) => host === site),
  writer: ({ of }, name) =>
    placedLetters(of.rotations, of.ownLetters).some(({ letter }) => letter.writer === name),
  letter: ({ of }, _, { ofWriter }) => ofWriter.has(of.id),
  advisor: ({ of }, name) => of.case?.owner === name,
};

/** With a reason, that reason is new; else the person is new in this color, however old its reasons are. */
function isNew(
  { findings, levelSince: own }: ReportRow,
  since: string,
  { before, codes, levels }: List,
): boolean {
  const isIn = (day = '') => day >= since && day < before;
  if (codes.length === 0) return isIn(own);
  return findings.some(
    ({ code, level, levelSince }) =>
      codes.includes(code) && isIn(levelSince) && (levels.length === 0 || levels.includes(level)),
  );
}

/** How many a list counts: things where a filter counts such, else people. */
export function countOf(
  filters: Filters,
  { rows, today }: { readonly rows: readonly ReportRow[]; readonly today: Day },
  reader?: CaseOwner,
): number {
  const things = FILTER_NAMES.filter((name) => filters[name] !== undefined).find(countsThings);
  if (!things) return rows.filter(matcher(filters, today, rows, reader)).length;
  // A row without such things adds none: the other filters alone choose the rows.
  const { [things]: _, ...others } = filters;
  const { count } = THINGS[things];
  const matching = rows.filter(matcher(others, today, rows, reader));
  return matching.reduce((sum, row) => sum + count(row, filters), 0);
}

/** Filters that are read together, as a reason and its level are. */
const READ_TOGETHER: readonly (readonly FilterName[])[] = [
  ['code', 'risk', 'since'],
  ['since', 'before'],
  ['losses', 'before'],
  ['letters', 'arrived'],
  ['rung', 'followed'],
];

/** True where the list with `more` too is of just those here whom `more` lets through. False where `more` takes the place of a filter in force, or changes how it is read. */
export function onlyNarrows(inForce: Filters, more: Filters): boolean {
  // Without a reason, a color and its first day are the person's.
  if (more.code && !inForce.code && (inForce.risk ?? inForce.since)) return false;
  const names = FILTER_NAMES.filter((name) => more[name] !== undefined);
  const read = READ_TOGETHER.filter((group) => group.some((name) => names.includes(name)));
  return [...names, ...read.flat()].every((name) => {
    if (inForce[name] === undefined) return true;
    const [wider, asked] = [valuesOf(name, inForce), valuesOf(name, more)];
    return asked.length > 0 && asked.every((value) => wider.includes(value));
  });
}

/** A case of an earlier release knows its owner by name alone. */
export function isOwner({ owner, ownerId }: Case, reader: CaseOwner): boolean {
  return ownerId ? ownerId === reader.id : owner === reader.name;
}

/** Which rows match a report's filters. */
import { unaccented } from '#shared/base/text.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import type { Case } from '#shared/people/casework/casework.ts';
import type { CaseOwner } from '../acts.ts';
import { lettersBySameWriter } from './by-writer.ts';
import { FILTER_NAMES, type FilterName, type Filters, valuesOf } from './filters.ts';
import { hardDays, isLostSince, isReached, type ReportRow } from './row.ts';
import { countsThings, THINGS, thingsOf } from './things.ts';

/** What a row is compared with besides a filter. */
interface List {
  readonly today: Day;
  /** Whose cases are "mine". */
  readonly reader: CaseOwner | undefined;
  /** The applicants of the writer whom the filter `letter` names. */
  readonly ofWriter: ReadonlySet<string>;
}

const NEVER = '9999-12-31';

/** Made once, used for ten thousand rows. `everybody`: the whole list, to find a letter's writer. */
export function matcher(
  filters: Filters,
  today: Day,
  everybody: readonly ReportRow[],
  reader?: CaseOwner,
): (row: ReportRow) => boolean {
  const letters = filters.letter ? lettersBySameWriter(everybody, filters.letter) : [];
  const list: List = { today, reader, ofWriter: new Set(letters.map(({ id }) => id)) };
  const wanted = FILTER_NAMES.filter((name) => filters[name] !== undefined).map((name) => {
    const each = valuesOf(name, filters).map((value) => ({ ...filters, [name]: value }));
    return { name, each };
  });
  return (row) =>
    wanted.every(({ name, each }) =>
      each.some((one) =>
        countsThings(name) ? THINGS[name].count(row, one) > 0 : TESTS[name](row, one, list),
      ),
    );
}

type Test = (row: ReportRow, filters: Filters, list: List) => boolean;

/** One test for each filter that counts people. */
const TESTS: Readonly<Record<Exclude<FilterName, keyof typeof THINGS>, Test>> = {
  person: ({ of }, { person }) => of.id === person,
  find: ({ of }, { find = '' }) => {
    const text = unaccented(
      [of.name, of.address, ...of.rotations.map(({ host }) => host)].join(' '),
    );
    return unaccented(find)
      .split(' ')
      .every((word) => text.includes(word));
  },
  // Together with a reason, it means the level of that reason.
  risk: ({ color }, { risk, code }) => code !== undefined || color === risk,
  code: ({ findings }, filters) => {
    const worst = findings.find(({ code }) => code === filters.code);
    const levels = valuesOf('risk', filters);
    return worst !== undefined && (levels.length === 0 || levels.includes(worst.level));
  },
  since: isNew,
  losses: ({ findings }, { losses = NEVER, before = NEVER }) =>
    findings.some((each) => isLostSince(each, losses) && each.levelSince < before),
  // It ends what is new or lost, and means nothing alone.
  before: () => true,
  call: ({ call }) => call !== undefined,
  case: ({ of }, filters, { today, reader }) => {
    if (!of.case || of.case.closed) return false;
    if (filters.case === 'mine') return reader !== undefined && isOwner(of.case, reader);
    if (filters.case === 'unowned') return of.case.owner === undefined;
    if (filters.case === 'follow-up') return (of.case.followUpOn ?? '9') <= today;
    return true;
  },
  closed: ({ of }, { closed = NEVER }) =>
    of.case?.closed !== undefined && dayIn(EASTERN, of.case.closed.at) >= closed,
  waiting: ({ waitingOn }, { waiting }) => waitingOn.some((holder) => holder === waiting),
  img: ({ of }, { img }) => of.enrollment === img,
  pathway: ({ of }, { pathway }) => of.pathway === pathway,
  entry: ({ of }, { entry }) => (of.entry ?? 'unknown') === entry,
  season: ({ of }, { season }) => String(of.matchYear) === season,
  // Includes overdue deadlines, which are still open.
  due: (row, { due }, { today }) =>
    hardDays(row).some((day) => day <= plusDays(today, Number(due))),
  starts: ({ of }, { starts }, { today }) =>
    of.rotations.some(
      ({ stage, start = '' }) =>
        stage !== 'closed' && start >= today && start <= plusDays(today, Number(starts)),
    ),
  reached: (row) => !isReached(row),
  site: ({ of }, { site }) => of.rotations.some(({ host }) => host === site),
  writer: ({ of: { rotations, ownLetters = [] } }, { writer }) =>
    [...rotations.flatMap(({ letters }) => letters), ...ownLetters].some(
      (letter) => letter.writer === writer,
    ),
  letter: ({ of }, _, { ofWriter }) => ofWriter.has(of.id),
  advisor: ({ of }, { advisor }) => of.case?.owner === advisor,
};

/** With a reason, that reason is new; else the person is new in this color, however old its reasons are. */
function isNew({ findings, levelSince: own }: ReportRow, filters: Filters): boolean {
  const { since = NEVER, before = NEVER } = filters;
  const isIn = (day = '') => day >= since && day < before;
  const codes = valuesOf('code', filters);
  const risks = valuesOf('risk', filters);
  if (codes.length === 0) return isIn(own);
  return findings.some(
    ({ code, level, levelSince }) =>
      codes.includes(code) && isIn(levelSince) && (risks.length === 0 || risks.includes(level)),
  );
}

/** How many a list counts: things where a filter counts such, else people. */
export function countOf(
  filters: Filters,
  { rows, today }: { readonly rows: readonly ReportRow[]; readonly today: Day },
  reader?: CaseOwner,
): number {
  const matching = rows.filter(matcher(filters, today, rows, reader));
  const name = FILTER_NAMES.find((each) => filters[each] !== undefined && countsThings(each));
  return (name && thingsOf(name, filters, matching)?.count) ?? matching.length;
}

/** A case of an earlier release knows its owner by name alone. */
export function isOwner({ owner, ownerId }: Case, reader: CaseOwner): boolean {
  return ownerId ? ownerId === reader.id : owner === reader.name;
}

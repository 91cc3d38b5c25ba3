/** Which rows match a report's filters. */
import { impossible } from '#shared/base/result.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import type { Case } from '#shared/people/casework/casework.ts';
import type { CaseOwner } from '../acts.ts';
import { lettersBySameWriter } from './by-writer.ts';
import { FILTER_NAMES, type FilterName, type Filters, valuesOf } from './filters.ts';
import { hardDays, isLostSince, isReached, type ReportRow } from './row.ts';
import { THINGS, thingsOf } from './things.ts';

type Test = (row: ReportRow) => boolean;

const NEVER = '9999-12-31';

/** Made once, used for ten thousand rows. `everybody`: the whole list, to find a letter's writer. `reader`: whose cases are "mine". */
export function matcher(
  filters: Filters,
  today: Day,
  everybody: readonly ReportRow[],
  reader?: CaseOwner,
): Test {
  const tests = FILTER_NAMES.filter((name) => filters[name] !== undefined).map((name) =>
    valuesOf(name, filters).map((value) =>
      testOf(name, { ...filters, [name]: value }, today, everybody, reader),
    ),
  );
  return (row) => tests.every((each) => each.some((test) => test(row)));
}

function testOf(
  name: FilterName,
  filters: Filters,
  today: Day,
  everybody: readonly ReportRow[],
  reader?: CaseOwner,
): Test {
  switch (name) {
    case 'person':
      return ({ of }) => of.id === filters.person;
    case 'find': {
      const words = plain(filters.find ?? '').split(' ');
      return ({ of }) => {
        const text = plain(
          [of.name, of.address, ...of.rotations.map(({ host }) => host)].join(' '),
        );
        return words.every((word) => text.includes(word));
      };
    }
    case 'risk':
      // Together with a reason, it means the level of that reason.
      return filters.code ? () => true : ({ color }) => color === filters.risk;
    case 'code':
      return ({ findings }) => {
        const worst = findings.find(({ code }) => code === filters.code);
        const levels = valuesOf('risk', filters);
        return worst !== undefined && (levels.length === 0 || levels.includes(worst.level));
      };
    case 'since':
      return isNew(filters);
    case 'losses': {
      const { losses = today, before = NEVER } = filters;
      return ({ findings }) =>
        findings.some((each) => isLostSince(each, losses) && each.levelSince < before);
    }
    case 'before':
      // It ends what is new or lost, and means nothing alone.
      return () => true;
    case 'call':
      return ({ call }) => call !== undefined;
    case 'case':
      return caseTest(filters.case, today, reader);
    case 'closed':
      return ({ of }) =>
        of.case?.closed !== undefined &&
        dayIn(EASTERN, of.case.closed.at) >= (filters.closed ?? today);
    case 'waiting':
      return ({ waitingOn }) => waitingOn.some((holder) => holder === filters.waiting);
    case 'img':
      return ({ of }) => of.enrollment === filters.img;
    case 'pathway':
      return ({ of }) => of.pathway === filters.pathway;
    case 'entry':
      return ({ of }) => (of.entry ?? 'unknown') === filters.entry;
    case 'season':
      return ({ of }) => String(of.matchYear) === filters.season;
    case 'due': {
      const by = plusDays(today, Number(filters.due));
      return hasHardDay((day) => day <= by);
    }
    case 'starts': {
      const by = plusDays(today, Number(filters.starts));
      return ({ of }) =>
        of.rotations.some(
          ({ stage, start }) => stage !== 'closed' && start && start >= today && start <= by,
        );
    }
    case 'reached':
      return (row) => !isReached(row);
    case 'step':
    case 'week':
    case 'letters':
    case 'arrived':
    case 'rung':
    case 'followed':
    case 'funnel':
    case 'lost':
      return (row) => THINGS[name].count(row, filters) > 0;
    case 'site':
      return ({ of }) => of.rotations.some(({ host }) => host === filters.site);
    case 'writer':
      return ({ of }) =>
        [...of.rotations.flatMap(({ letters }) => letters), ...(of.ownLetters ?? [])].some(
          ({ writer }) => writer === filters.writer,
        );
    case 'letter': {
      const people = new Set(lettersBySameWriter(everybody, filters.letter).map(({ id }) => id));
      return ({ of }) => people.has(of.id);
    }
    case 'advisor':
      return ({ of }) => of.case?.owner === filters.advisor;
    default:
      return impossible(name);
  }
}

/** How many a list counts: things where a filter counts such, else people. */
export function countOf(
  filters: Filters,
  { rows, today }: { readonly rows: readonly ReportRow[]; readonly today: Day },
  reader?: CaseOwner,
): number {
  const [things] = FILTER_NAMES.flatMap((name) =>
    filters[name] === undefined ? [] : (thingsOf(name, filters, rows) ?? []),
  );
  return things?.count ?? rows.filter(matcher(filters, today, rows, reader)).length;
}

/** Without case and accents, so that "nunez" finds Núñez. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}

/** Includes overdue deadlines, which are still open. */
function hasHardDay(is: (day: Day) => boolean): Test {
  return (row) => hardDays(row).some(is);
}

/** With a reason, that reason is new; else the person is new in this color, however old its reasons are. */
function isNew(filters: Filters): Test {
  const { since = NEVER, before = NEVER } = filters;
  const isIn = (day = '') => day >= since && day < before;
  const codes = valuesOf('code', filters);
  const risks = valuesOf('risk', filters);
  if (codes.length === 0) return ({ levelSince }) => isIn(levelSince);
  return ({ findings }) =>
    findings.some(
      ({ code, level, levelSince }) =>
        codes.includes(code) && isIn(levelSince) && (risks.length === 0 || risks.includes(level)),
    );
}

/** A case of an earlier release knows its owner by name alone. */
export function isOwner({ owner, ownerId }: Case, reader: CaseOwner): boolean {
  return ownerId ? ownerId === reader.id : owner === reader.name;
}

function caseTest(wanted: Filters['case'], today: Day, reader: CaseOwner | undefined): Test {
  return ({ of }) => {
    if (!of.case || of.case.closed) return false;
    if (wanted === 'mine') return reader !== undefined && isOwner(of.case, reader);
    if (wanted === 'unowned') return of.case.owner === undefined;
    if (wanted === 'follow-up') return (of.case.followUpOn ?? '9') <= today;
    return true;
  };
}

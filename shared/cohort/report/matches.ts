/** Which rows a report's filters let through. */
import { impossible } from '../../result.ts';
import { daysBetween, plusDays } from '../../time/day.ts';
import { dayIn, EASTERN, type Instant } from '../../time/instant.ts';
import { FILTER_NAMES, type FilterName, type Filters } from './filters.ts';
import { reachedStep, wasLostAt } from './funnel.ts';
import type { ReportRow } from './row.ts';
import { isReached } from './row.ts';

export function matches(
  row: ReportRow,
  filters: Filters,
  now: Instant,
  reader: string | undefined,
): boolean {
  return FILTER_NAMES.every(
    (name) => filters[name] === undefined || passes(row, name, filters, now, reader),
  );
}

function passes(
  row: ReportRow,
  name: FilterName,
  filters: Filters,
  now: Instant,
  reader: string | undefined,
): boolean {
  const { of } = row;
  const today = dayIn(EASTERN, now);
  switch (name) {
    case 'risk':
      return (row.level ?? 'none') === filters.risk;
    case 'code':
      return row.findings.some(({ code }) => code === filters.code);
    case 'since':
      return isNew(row, filters);
    case 'closed':
      return (
        of.case?.closed !== undefined &&
        dayIn(EASTERN, of.case.closed.at) >= (filters.closed ?? today)
      );
    case 'case':
      return casePasses(row, filters.case, now, reader);
    case 'step':
      return of.rotations.some(({ stage }) => stage === filters.step);
    case 'waiting':
      return filters.waiting !== undefined && row.waitingOn.includes(filters.waiting);
    case 'img':
      return of.enrolment === filters.img;
    case 'pathway':
      return of.pathway === filters.pathway;
    case 'visa':
      return visaWord(of.needsVisa) === filters.visa;
    case 'season':
      return String(of.matchYear) === filters.season;
    case 'due':
      return hardDays(row).some((day) => daysBetween(today, day) <= Number(filters.due));
    case 'week': {
      const { week } = filters;
      return hardDays(row).some((day) => week && day >= week && day < plusDays(week, 7));
    }
    case 'starts':
      return of.rotations.some(
        ({ stage, start }) =>
          stage !== 'closed' && start && start >= today && daysBetween(today, start) <= 30,
      );
    case 'letters':
      return of.rotations.some(({ outlook }) =>
        outlook?.letterDueOn?.startsWith(filters.letters ?? ''),
      );
    case 'reached':
      return !isReached(row);
    case 'funnel':
      return of.rotations.some(
        (rotation) => filters.funnel && reachedStep(rotation, filters.funnel),
      );
    case 'lost':
      return of.rotations.some((rotation) => wasLostAt(rotation) === filters.lost);
    case 'site':
      return of.rotations.some(({ host }) => host === filters.site);
    case 'writer':
      return [...of.rotations.flatMap(({ letters }) => letters), ...(of.ownLetters ?? [])].some(
        ({ writer }) => writer === filters.writer,
      );
    case 'advisor':
      return of.case?.owner === filters.advisor;
    default:
      return impossible(name);
  }
}

/** Of the level and reason that the other filters name, one that is new. */
function isNew({ findings }: ReportRow, { since, risk, code }: Filters): boolean {
  return findings.some(
    (each) =>
      since !== undefined &&
      each.since >= since &&
      (risk === undefined || each.level === risk) &&
      (code === undefined || each.code === code),
  );
}

export function visaWord(needsVisa: boolean | undefined): 'yes' | 'no' | 'unknown' {
  return needsVisa === undefined ? 'unknown' : needsVisa ? 'yes' : 'no';
}

/** Days of what must be done and can be done: those that have passed are open all the same. */
export function hardDays({ of }: Pick<ReportRow, 'of'>) {
  return (of.outlook?.due ?? []).filter(({ hard }) => hard).map(({ day }) => day);
}

function casePasses(
  { of }: ReportRow,
  wanted: Filters['case'],
  now: Instant,
  reader: string | undefined,
): boolean {
  if (!of.case || of.case.closed) return false;
  if (wanted === 'mine') return of.case.owner !== undefined && of.case.owner === reader;
  if (wanted === 'unowned') return of.case.owner === undefined;
  if (wanted === 'follow-up') return (of.case.followUpOn ?? '9') <= dayIn(EASTERN, now);
  return true;
}

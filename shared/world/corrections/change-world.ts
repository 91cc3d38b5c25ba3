/**
 * Changes of the world, each judged whole and written down: a date corrected, a correction taken back, a season put or
 * withdrawn. Pure: the caller reads the item, calls one of these, and writes the answer under the version it read.
 */
import { CORRECTIONS_MAX, SEASONS_REPLACED_MAX } from '#shared/base/limits.ts';
import type { Refusal } from '#shared/base/refusal.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { checkSeason } from '../season/check-season.ts';
import { PUBLISHED_CALENDAR } from '../season/published.ts';
import type { SeasonRow } from '../season/season-row.ts';
import { changedWorld, correctedCalendar } from './changed-world.ts';
import { type Correction, type SeasonCorrection, targetOf } from './correction.ts';
import { worldRefusals } from './refusals.ts';
import { isKnownSource } from './sources.ts';
import { valueWords } from './words.ts';
import type { AuditEntry, WorldItem } from './world-item.ts';

/** Who changes it, why, and the id of the change: the same id again changes nothing again. */
export interface Change {
  readonly id: string;
  readonly by: string;
  readonly reason: string;
}

type Changed = Result<WorldItem, Refusal>;

/** A date corrected. The correction that stood before it is kept in the audit, so that it can come back. */
export function correct(item: WorldItem, of: Correction, change: Change, now: Instant): Changed {
  if (isDone(item, change)) return success(item);
  const correction = { ...of, id: change.id };
  const problem = problemOf(item, correction, now);
  if (problem) return failure(problem);
  const target = targetOf(correction);
  const before = item.corrections.find((each) => targetOf(each) === target);
  const others = item.corrections.filter((each) => each !== before);
  if (others.length >= CORRECTIONS_MAX) return failure(worldRefusals.tooMany());
  const after = { ...item, corrections: [...others, correction] };
  return success(
    audited(after, {
      ...change,
      at: now,
      act: 'corrected',
      target,
      old: valueWords(correction, changedWorld(item)),
      new: valueWords(correction, changedWorld(after)),
      ...(before && { before }),
    }),
  );
}

/** The latest correction of a date taken back: what stood before it stands again. */
export function takeBack(item: WorldItem, entryId: string, change: Change, now: Instant): Changed {
  if (isDone(item, change)) return success(item);
  const entry = item.audit.find(({ id }) => id === entryId);
  const standing = item.corrections.find(({ id }) => id === entryId);
  if (!entry || !standing) return failure(worldRefusals.notTheLatest());
  const others = item.corrections.filter((each) => each !== standing);
  const corrections = entry.before ? [...others, entry.before] : others;
  const after = { ...item, corrections };
  return success(
    audited(after, {
      ...change,
      at: now,
      act: 'taken-back',
      target: entry.target,
      old: valueWords(standing, changedWorld(item)),
      new: valueWords(standing, changedWorld(after)),
    }),
  );
}

/** A whole season, checked before (`readSeasonFile`). Corrections of its dates are older than it, and go. */
export function putSeason(
  item: WorldItem,
  matchYear: number,
  rows: SeasonRow[],
  change: Change,
  now: Instant,
): Changed {
  if (isDone(item, change)) return success(item);
  const others = item.seasons.filter((season) => season.matchYear !== matchYear);
  if (others.length >= SEASONS_REPLACED_MAX) return failure(worldRefusals.tooManySeasons());
  const kept = item.corrections.filter((each) => each.of !== 'season' || each.season !== matchYear);
  const after = { ...item, seasons: [...others, { matchYear, rows }], corrections: kept };
  return success(
    audited(after, {
      ...change,
      at: now,
      act: 'season-put',
      target: `season/${matchYear}`,
      old: seasonWords(item, matchYear),
      new: seasonWords(after, matchYear),
    }),
  );
}

/** The release's own season again, corrections and all that a file brought gone. */
export function withdrawSeason(
  item: WorldItem,
  matchYear: number,
  change: Change,
  now: Instant,
): Changed {
  if (isDone(item, change)) return success(item);
  const seasons = item.seasons.filter((season) => season.matchYear !== matchYear);
  if (seasons.length === item.seasons.length) {
    return failure(worldRefusals.noSuchSeason(matchYear));
  }
  const after = { ...item, seasons };
  return success(
    audited(after, {
      ...change,
      at: now,
      act: 'season-withdrawn',
      target: `season/${matchYear}`,
      old: seasonWords(item, matchYear),
      new: seasonWords(after, matchYear),
    }),
  );
}

/** The rows of a season as they stand, corrections among them. */
export function rowsOf(item: WorldItem, matchYear: number): readonly SeasonRow[] {
  const put = item.seasons.find((season) => season.matchYear === matchYear)?.rows;
  const base = put ?? PUBLISHED_CALENDAR.get(matchYear) ?? [];
  const corrections = item.corrections.flatMap((each) =>
    each.of === 'season' && each.season === matchYear ? [each] : [],
  );
  return correctedCalendar(new Map([[matchYear, base]]), corrections).get(matchYear) ?? [];
}

function isDone({ audit }: WorldItem, { id }: Change): boolean {
  return audit.some((entry) => entry.id === id);
}

function audited(item: WorldItem, entry: AuditEntry): WorldItem {
  return { ...item, audit: [...item.audit, entry] };
}

function problemOf(item: WorldItem, correction: Correction, now: Instant): Refusal | undefined {
  const today = dayIn(EASTERN, now);
  if (correction.checkedOn > today) return worldRefusals.checkedLater();
  if (!isKnownSource(correction)) return worldRefusals.unknownSource();
  if (correction.of === 'season') return seasonProblem(item, correction, today);
  const host = changedWorld(item).host(correction.institutionId);
  if (!host) return worldRefusals.unknownHost();
  const isSame = host[correction.field] === correction.days;
  const from = host.corrected?.[correction.field];
  return isSame && from?.source === correction.source && from.checkedOn === correction.checkedOn
    ? worldRefusals.same()
    : undefined;
}

function seasonProblem(
  item: WorldItem,
  correction: SeasonCorrection,
  today: string,
): Refusal | undefined {
  const { season, event, day, timeEt, source, checkedOn } = correction;
  if (day < today) return worldRefusals.past(day);
  const rows = rowsOf(item, season);
  const stands = rows.find((row) => row.event === event);
  if (
    stands?.day === day &&
    stands.timeEt === timeEt &&
    stands.source === source &&
    stands.checkedOn === checkedOn
  ) {
    return worldRefusals.same();
  }
  const corrected = correctedCalendar(new Map([[season, rows]]), [correction]).get(season) ?? [];
  const [problem] = checkSeason(season, corrected, (index) => corrected[index]?.event ?? '');
  return problem === undefined
    ? undefined
    : worldRefusals.unsound(problem.slice(problem.indexOf(': ') + 2));
}

function seasonWords(item: WorldItem, matchYear: number): string {
  const rows = rowsOf(item, matchYear);
  const found = rows.filter(({ certainty }) => certainty !== 'estimated').length;
  return rows.length === 0 ? 'no file' : `${rows.length} dates, ${found} of them published`;
}

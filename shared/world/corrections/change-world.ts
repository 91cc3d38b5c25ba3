/**
 * Changes of the world, each judged whole and written down: a date corrected, a correction taken back, a season put or
 * withdrawn. Pure: the caller reads the item, calls one of these, and writes the answer under the version it read.
 */
import { ALL_CORRECTIONS_MAX, SEASONS_REPLACED_MAX } from '#shared/base/limits.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { SeasonRow } from '../season/season-row.ts';
import { changedWorld, rowsOf } from './changed-world.ts';
import { type Correction, targetOf } from './correction.ts';
import { problemOf } from './judge-correction.ts';
import { type WorldRefusal, worldRefusals } from './refusals.ts';
import { peopleOf } from './unconfirmed.ts';
import { valueWords } from './words.ts';
import type { AuditEntry, WorldItem } from './world-item.ts';

/** For everyone. A season has 19 dates and a host two leads: more corrections than this belong in the data files. */
const CORRECTIONS_MAX = 60;
/** Not yet confirmed, of one team: no cohort uses up what all share. */
export const UNCONFIRMED_CORRECTIONS_MAX = 30;
const WORLD_BYTES_MAX = 300_000;

/** Who changes it, why, and the id of the change: the same id again changes nothing again. */
export interface Change {
  readonly id: string;
  readonly by: string;
  readonly reason: string;
}

type Changed = Result<WorldItem, WorldRefusal>;

/** A date corrected, for everyone or for a team's own cohorts. The audit keeps what it replaces, so that it can be restored. */
export function correct(item: WorldItem, of: Correction, change: Change, now: Instant): Changed {
  if (isDone(item, change)) return success(item);
  const correction = { ...of, id: change.id };
  const problem = problemOf(item, correction, now);
  return problem ? failure(problem) : put(item, correction, 'corrected', change, now);
}

/** What one team entered now applies to everyone, as the newest value of its date. */
export function confirmCorrection(
  item: WorldItem,
  correctionId: string,
  change: Change,
  now: Instant,
): Changed {
  if (isDone(item, change)) return success(item);
  const entered = item.corrections.find(({ id }) => id === correctionId);
  if (!entered?.unconfirmed) return failure(worldRefusals.nothingToConfirm());
  const { unconfirmed: _, ...stated } = entered;
  const correction = { ...stated, id: change.id };
  const left = { ...item, corrections: item.corrections.filter((each) => each !== entered) };
  const problem = problemOf(left, correction, now);
  return problem ? failure(problem) : put(left, correction, 'confirmed', change, now);
}

/**
 * Withdraws the latest correction of a date: what it replaced applies again.
 * @param cohortIds the cohorts whose corrections may be withdrawn; absent for an operator, who may withdraw any
 */
export function takeBack(
  item: WorldItem,
  entryId: string,
  change: Change,
  now: Instant,
  cohortIds?: readonly string[],
): Changed {
  if (isDone(item, change)) return success(item);
  const entry = item.audit.find(({ id }) => id === entryId);
  const existing = item.corrections.find(({ id }) => id === entryId);
  if (!entry || !existing) return failure(worldRefusals.notTheLatest());
  if (cohortIds && !isWithin(existing, cohortIds)) return failure(worldRefusals.notYours());
  const after = {
    ...item,
    corrections: item.corrections.flatMap((each) => {
      if (each !== existing) return [each];
      return entry.before ? [entry.before] : [];
    }),
  };
  return success(
    audited(after, { ...entryOf(existing, item, after), ...change, at: now, act: 'taken-back' }),
  );
}

/** True if a correction applies to these cohorts and no others. */
export function isWithin(
  correction: Correction | undefined,
  cohortIds: readonly string[],
): boolean {
  return correction?.unconfirmed?.cohortIds.every((id) => cohortIds.includes(id)) ?? false;
}

/** A whole season, already checked by `readSeasonFile`. It replaces older corrections of its dates. */
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

/** Back to the release's own season, without corrections or a loaded file. */
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

function isDone({ audit }: WorldItem, { id }: Change): boolean {
  return audit.some((entry) => entry.id === id);
}

function audited(item: WorldItem, entry: AuditEntry): WorldItem {
  return { ...item, audit: [...item.audit, entry] };
}

/** The correction in place of the one that the same people entered of the same date. */
function put(
  item: WorldItem,
  correction: Correction,
  act: 'corrected' | 'confirmed',
  change: Change,
  now: Instant,
): Changed {
  const isOfSamePeople = (each: Correction) => peopleOf(each) === peopleOf(correction);
  const target = targetOf(correction);
  const before = item.corrections.find((each) => isOfSamePeople(each) && targetOf(each) === target);
  const others = item.corrections.filter((each) => each !== before);
  const most = correction.unconfirmed ? UNCONFIRMED_CORRECTIONS_MAX : CORRECTIONS_MAX;
  const after = { ...item, corrections: [...others, correction] };
  const isFull =
    others.filter(isOfSamePeople).length >= most ||
    others.length >= ALL_CORRECTIONS_MAX ||
    Buffer.byteLength(JSON.stringify(after)) > WORLD_BYTES_MAX;
  if (isFull) return failure(worldRefusals.tooMany());
  const entry = { ...entryOf(correction, item, after), ...change, at: now, act };
  return success(audited(after, { ...entry, ...(before && { before }) }));
}

/** The target of a correction, who sees it, and what they saw before and see after it. */
function entryOf(correction: Correction, before: WorldItem, after: WorldItem) {
  const { unconfirmed } = correction;
  const [cohortId] = unconfirmed?.cohortIds ?? [];
  return {
    target: targetOf(correction),
    old: valueWords(correction, changedWorld(before, cohortId)),
    new: valueWords(correction, changedWorld(after, cohortId)),
    ...(unconfirmed && { cohortIds: unconfirmed.cohortIds }),
  };
}

function seasonWords(item: WorldItem, matchYear: number): string {
  const rows = rowsOf(item, matchYear);
  const found = rows.filter(({ certainty }) => certainty !== 'estimated').length;
  return rows.length === 0 ? 'no file' : `${rows.length} dates, ${found} of them published`;
}

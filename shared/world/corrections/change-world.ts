/** Changes of the world, each judged whole and written down. Pure: the caller writes the answer under the version it read. */
import { createHash } from 'node:crypto';
import { SEASONS_REPLACED_MAX } from '#shared/base/limits.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { SeasonRow } from '../season/events.ts';
import { changedWorld, rowsOf } from './changed-world.ts';
import { type Correction, isOfItsCell, targetOf } from './correction.ts';
import { atItsCell, problemOf } from './judge-correction.ts';
import { type WorldRefusal, worldRefusals } from './refusals.ts';
import { isOfSame, type Unconfirmed } from './unconfirmed.ts';
import { valueWords } from './words.ts';
import { AUDIT_CHARACTERS_MAX, type AuditEntry, shareOf, type WorldItem } from './world-item.ts';

/** For everyone: more than this belong in the data files of the next release. */
const CORRECTIONS_MAX = 200;
/** Not yet confirmed, for one cohort: no cohort uses up what all share. One page's cells of one host or program are one. */
export const UNCONFIRMED_CORRECTIONS_MAX = 30;
/** Their cells, which every reader of the world loads: more than two forms with every field. */
export const UNCONFIRMED_CELLS_MAX = 200;
/** Pages read again, of one cohort: each offering once, beside its corrections. */
const CHECKS_MAX = 150;
/** A table's item holds 400 kB: one share, and what is beside all of them. */
const ITEM_BYTES_MAX = 350_000;

/** Who changes it, why, and the id of the change: the same id again changes nothing again. */
export interface Change {
  readonly id: string;
  readonly by: string;
  readonly reason: string;
}

type Changed = Result<WorldItem, WorldRefusal>;

/** A cell corrected, for everyone or for an advisor's own cohorts. */
export function correct(item: WorldItem, of: Correction, change: Change, now: Instant): Changed {
  if (isDone(item, change)) return success(item);
  const correction = atItsCell({ ...of, id: change.id });
  const problem = problemOf(item, correction, now);
  return problem ? failure(problem) : put(item, correction, 'corrected', change, now);
}

/** Several by one person: all of them, or which cannot be, and why. */
export function correctAll(
  item: WorldItem,
  all: readonly { readonly correction: Correction; readonly reason: string }[],
  by: string,
  now: Instant,
): Result<WorldItem, { readonly nth: number; readonly refusal: WorldRefusal }[]> {
  const refused: { nth: number; refusal: WorldRefusal }[] = [];
  const after = all.reduce((before, { correction, reason }, nth) => {
    const done = correct(before, correction, { id: correction.id, by, reason }, now);
    if (!done.ok) refused.push({ nth, refusal: done.failure });
    return done.ok ? done.value : before;
  }, item);
  return refused.length > 0 ? failure(refused) : success(after);
}

/** The second person; an operator is nobody's colleague. */
interface Confirming {
  readonly advisorId: string;
  /** Every cohort they advise or ever advised. */
  readonly cohortIds: readonly string[];
  /** The same of the first person, who has perhaps joined others since. */
  readonly authorsCohortIds: readonly string[];
}

/** What one advisor entered now applies to everyone, as the newest value of its cell. */
export function confirmCorrection(
  item: WorldItem,
  correctionId: string,
  change: Change,
  now: Instant,
  second?: Confirming,
): Changed {
  if (isDone(item, change)) return success(item);
  const entered = item.corrections.find(({ id }) => id === correctionId);
  if (!entered?.unconfirmed || !isOfItsCell(entered))
    return failure(worldRefusals.nothingToConfirm());
  const { unconfirmed, ...stated } = entered;
  if (second && unconfirmed.advisorId === second.advisorId) return failure(worldRefusals.own());
  if (second && isColleague(second, unconfirmed)) return failure(worldRefusals.colleague());
  const correction = { ...stated, id: change.id, confirmed: { by: unconfirmed.by } };
  const left = { ...item, corrections: item.corrections.filter((each) => each !== entered) };
  const problem = problemOf(left, correction, now);
  return problem ? failure(problem) : put(left, correction, 'confirmed', change, now);
}

function isColleague(second: Confirming, { cohortIds }: Unconfirmed): boolean {
  const firsts = new Set([...cohortIds, ...second.authorsCohortIds]);
  return second.cohortIds.some((cohortId) => firsts.has(cohortId));
}

/** What everyone had before it applies again. `cohortIds`: whose corrections may be withdrawn; absent for an operator, any. */
export function takeBack(
  item: WorldItem,
  entryId: string,
  change: Change,
  now: Instant,
  cohortIds?: readonly string[],
): Changed {
  if (isDone(item, change)) return success(item);
  const existing = item.corrections.find(({ id }) => id === entryId);
  if (!existing) return failure(worldRefusals.notTheLatest());
  if (cohortIds && !isWithin(existing, cohortIds)) return failure(worldRefusals.notYours());
  const before = item.audit.find(({ id }) => id === entryId)?.before;
  const after = {
    ...item,
    corrections: item.corrections.flatMap((each) => {
      if (each !== existing) return [each];
      return before ? [before] : [];
    }),
  };
  return success(
    audited(after, { ...entryOf(existing, item, after), ...change, at: now, act: 'taken-back' }),
  );
}

/** What a person entered and nobody confirmed ends with their part in a cohort. */
export function endEntries(
  item: WorldItem,
  { advisorId, cohortId }: { readonly advisorId: string; readonly cohortId: string },
  by: Pick<Change, 'by' | 'reason'>,
  now: Instant,
): WorldItem {
  const isTheirs = ({ unconfirmed }: Correction) =>
    unconfirmed?.advisorId === advisorId && unconfirmed.cohortIds.includes(cohortId);
  const end = (before: WorldItem, entry: Correction): WorldItem => {
    const { unconfirmed, ...stated } = entry;
    const cohortIds = unconfirmed?.cohortIds.filter((id) => id !== cohortId) ?? [];
    const kept =
      unconfirmed && cohortIds.length > 0
        ? [{ ...stated, unconfirmed: { ...unconfirmed, cohortIds } }]
        : [];
    const corrections = before.corrections.flatMap((each) => (each === entry ? kept : [each]));
    const after = { ...before, corrections };
    const said = { ...entryOf(entry, before, after), cohortIds: [cohortId] };
    const ended = createHash('sha256').update(`${entry.id} ${cohortId}`);
    const id = `end-${ended.digest('base64url').slice(0, 22)}`;
    return audited(after, { ...said, ...by, id, at: now, act: 'taken-back' });
  };
  return item.corrections.filter(isTheirs).reduce(end, item);
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
      ...seasonEntry(item, after, matchYear),
      ...change,
      at: now,
      act: 'season-put',
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
      ...seasonEntry(item, after, matchYear),
      ...change,
      at: now,
      act: 'season-withdrawn',
    }),
  );
}

/** The id of a correction is taken for as long as it applies, also after its entry in the audit was put aside. */
function isDone({ audit, corrections }: WorldItem, { id }: Change): boolean {
  return [...audit, ...corrections].some((each) => each.id === id);
}

function audited(item: WorldItem, entry: AuditEntry): WorldItem {
  return { ...item, audit: [...item.audit, entry] };
}

/** The correction in place of the same person's older one; one for everyone settles what all others entered. */
function put(
  item: WorldItem,
  correction: Correction,
  act: 'corrected' | 'confirmed',
  change: Change,
  now: Instant,
): Changed {
  const target = targetOf(correction);
  const ofCell = item.corrections.filter((each) => targetOf(each) === target);
  const replaced = ofCell.filter((each) => !correction.unconfirmed || isOfSame(each, correction));
  const before = correction.unconfirmed ? undefined : replaced.find((each) => !each.unconfirmed);
  const others = item.corrections.filter((each) => !replaced.includes(each));
  const after = { ...item, corrections: [...others, correction] };
  if (!hasRoom(others, correction) || !fitsItems(after, shareOf(correction)))
    return failure(worldRefusals.tooMany());
  const entry = { ...entryOf(correction, item, after), ...change, at: now, act };
  return success(audited(after, { ...entry, ...(before && { before }) }));
}

/** Each cohort has a share of its own, and everyone another; pages read again are counted apart from corrections. */
function hasRoom(all: readonly Correction[], correction: Correction): boolean {
  const { of, unconfirmed } = correction;
  const isCheck = of === 'host-check';
  const alike = all.filter((each) => (each.of === 'host-check') === isCheck);
  if (!unconfirmed) {
    const general = alike.filter((each) => !each.unconfirmed).length;
    return general < (isCheck ? CHECKS_MAX : CORRECTIONS_MAX);
  }
  return unconfirmed.cohortIds.every((cohortId) => {
    const own = alike.filter((each) => each.unconfirmed?.cohortIds.includes(cohortId));
    if (isCheck) return own.length < CHECKS_MAX;
    const pages = new Set([...own, correction].map(pageOf));
    return own.length < UNCONFIRMED_CELLS_MAX && pages.size <= UNCONFIRMED_CORRECTIONS_MAX;
  });
}

/** What one person took from one page about one host or program; each date of a season is by itself. */
function pageOf(correction: Correction): string {
  const target = targetOf(correction);
  const isCell = correction.of === 'host' || correction.of === 'program';
  const subject = isCell ? target.slice(0, target.lastIndexOf('/')) : target;
  return JSON.stringify([correction.unconfirmed?.advisorId, subject, correction.source]);
}

function fitsItems({ corrections, ...beside }: WorldItem, share: string): boolean {
  const own = corrections.filter((each) => shareOf(each) === share);
  return [own, beside].every((item) => Buffer.byteLength(JSON.stringify(item)) <= ITEM_BYTES_MAX);
}

/** The target of a correction, who sees it, and what they saw before and see after it. */
function entryOf(correction: Correction, before: WorldItem, after: WorldItem) {
  const { unconfirmed } = correction;
  const [cohortId] = unconfirmed?.cohortIds ?? [];
  const seenIn = (item: WorldItem) =>
    valueWords(correction, item.corrections, changedWorld(item, cohortId), cohortId);
  return {
    target: targetOf(correction),
    old: seenIn(before).slice(0, AUDIT_CHARACTERS_MAX),
    new: seenIn(after).slice(0, AUDIT_CHARACTERS_MAX),
    ...(unconfirmed && { cohortIds: unconfirmed.cohortIds }),
  };
}

function seasonEntry(before: WorldItem, after: WorldItem, matchYear: number) {
  const seenIn = (item: WorldItem) => {
    const rows = rowsOf(item, matchYear);
    const found = rows.filter(({ certainty }) => certainty !== 'estimated').length;
    return rows.length === 0 ? 'no file' : `${rows.length} dates, ${found} of them published`;
  };
  return { target: `season/${matchYear}`, old: seenIn(before), new: seenIn(after) };
}

/** Whom corrections affect before they are saved: people of the advisor's own cohorts by name, all others by number. */
import { createHash } from 'node:crypto';
import { SWEEP_PAGE_MAX } from '#shared/base/limits.ts';
import { LAST_DAY } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant, startOfDay } from '#shared/base/time/instant.ts';
import {
  isDrastic,
  moveOf,
  movesDates,
  movesOf,
  type ReachOfCorrection,
} from '#shared/people/outlook/affected.ts';
import type { Summary } from '#shared/people/outlook/summary.ts';
import { type Applicant, isDeleted } from '#shared/people/person/applicant.ts';
import type { Store } from '#shared/store/store.ts';
import { worldsOf } from '#shared/world/corrections/changed-world.ts';
import { type Correction, enteredValue, targetOf } from '#shared/world/corrections/correction.ts';
import type { WorldItem } from '#shared/world/corrections/world-item.ts';
import { wholeCohort } from './whole-cohort.ts';

interface Planned {
  readonly store: Store;
  readonly now: Instant;
  readonly before: WorldItem;
  readonly after: WorldItem;
  /** One, or those of a sheet. */
  readonly corrections: readonly Correction[];
  /** The advisor's own. */
  readonly cohortIds: readonly string[];
  /** Everyone, where several corrections are asked about. */
  readonly everybody?: Readings;
}

/** How many people one request reads; beyond that, the page says only that there are more. */
const READ_MAX = 1000;

/** What an advisor enters reaches their own cohorts alone, so nobody else is read. */
export async function reachOfCorrection(planned: Planned): Promise<ReachOfCorrection> {
  const { store, before, after, corrections, cohortIds, now } = planned;
  const [worldBefore, worldAfter] = [worldsOf(before), worldsOf(after)];
  const isForAll = corrections.some(({ unconfirmed }) => unconfirmed === undefined);
  const read = isForAll
    ? (planned.everybody ?? (await everybodys(store)))
    : await ofCohorts(store, cohortIds, corrections);
  // One date is enough: it finds every date of a plan that moves.
  const dated = corrections.find(movesDates);
  const asked = corrections.filter((each) => !movesDates(each) || each === dated);
  const affected = read.applicants.flatMap(({ facts, cohortId }) => {
    const [was, is] = [worldBefore(cohortId), worldAfter(cohortId)];
    const found = asked.flatMap((each) => {
      const moves = movesOf(facts, each, was, is);
      return moves ? [moves] : [];
    });
    return found.length > 0 ? [{ name: facts.profile.name, cohortId, moves: found.flat() }] : [];
  });
  const people = affected
    .filter(({ cohortId }) => cohortIds.includes(cohortId))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const count = affected.length - people.length;
  const [cohortId] = corrections[0]?.unconfirmed?.cohortIds ?? [];
  const today = dayIn(EASTERN, now);
  const moves = [
    ...corrections.flatMap((each) => moveOf(each, worldBefore(cohortId))),
    ...affected.flatMap((each) => each.moves),
  ];
  const shown = [
    corrections.map((each) => [targetOf(each), enteredValue(each), each.source]),
    people,
    count,
  ];
  return {
    people,
    ...(isForAll && { others: { count, isComplete: read.isComplete } }),
    isDrastic: isDrastic(moves, today),
    digest: createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22),
  };
}

export interface Readings {
  readonly applicants: readonly Applicant[];
  readonly isComplete: boolean;
}

async function ofCohorts(
  store: Store,
  cohortIds: readonly string[],
  corrections: readonly Correction[],
): Promise<Readings> {
  const rows = await Promise.all(cohortIds.map((id) => wholeCohort(store, id)));
  const ids = rows
    .flat()
    .filter((row) => corrections.some((each) => mayDepend(row, each)))
    .map(({ id }) => id);
  return readingsOf(store, ids);
}

export async function everybodys(store: Store): Promise<Readings> {
  const ids: string[] = [];
  let from: string | undefined;
  do {
    const { rows, next } = await store.due(startOfDay(LAST_DAY, 'UTC'), SWEEP_PAGE_MAX, from);
    ids.push(...rows.flatMap(({ kind, id }) => (kind === 'applicant' ? [id] : [])));
    from = next;
  } while (from !== undefined && ids.length <= READ_MAX);
  return readingsOf(store, ids);
}

async function readingsOf(store: Store, ids: readonly string[]): Promise<Readings> {
  const read = await Promise.all(ids.slice(0, READ_MAX).map((id) => store.read('applicant', id)));
  const applicants = read.flatMap((each) => (each && !isDeleted(each) ? [each] : []));
  return { applicants, isComplete: ids.length <= READ_MAX };
}

/** From the index's own row, so that few plans are read. */
function mayDepend({ matchYear, rotations }: Summary, correction: Correction): boolean {
  return correction.of === 'season'
    ? matchYear === correction.season
    : rotations.some(({ institutionId }) => institutionId !== undefined);
}

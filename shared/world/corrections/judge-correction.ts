/** What a corrected cell needs before it applies: a page that anybody can read, and a season whose dates fit together. */
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { hostNamed } from '../hosts/hosts.ts';
import { checkSeason } from '../season/check-season.ts';
import type { SeasonRow } from '../season/events.ts';
import { PUBLISHED_WORLD } from '../world.ts';
import { changedWorld, correctedCalendar, rowsOf } from './changed-world.ts';
import { type Correction, enteredValue, type SeasonCorrection, targetOf } from './correction.ts';
import { isSign } from './host-cells.ts';
import { isDate } from './in-force.ts';
import { type WorldRefusal, worldRefusals } from './refusals.ts';
import { isKnownSource, isPageOn, SEASON_PUBLISHERS } from './sources.ts';
import { isSeenBy } from './unconfirmed.ts';
import type { WorldItem } from './world-item.ts';

/** Under the one name of its cell: an offering has its id, a sign of teaching belongs to the whole host. */
export function atItsCell(correction: Correction): Correction {
  if (correction.of !== 'host' && correction.of !== 'host-check') return correction;
  const host = PUBLISHED_WORLD.host(correction.institutionId);
  const id = correction.of === 'host' && isSign(correction.field) ? host?.hostId : host?.id;
  return { ...correction, institutionId: id ?? correction.institutionId };
}

/** Why a correction cannot be made, for everyone or for its own cohorts; undefined when it can. */
export function problemOf(
  item: WorldItem,
  correction: Correction,
  now: Instant,
): WorldRefusal | undefined {
  const today = dayIn(EASTERN, now);
  if (correction.checkedOn > today) return worldRefusals.checkedLater();
  // A date is read on a page. What a coordinator answers by phone is a secondary source, in words.
  if (isDate(correction) && !isKnownSource(correction)) return worldRefusals.unknownSource();
  const cohorts = correction.unconfirmed?.cohortIds ?? [undefined];
  if (cohorts.length === 0) return worldRefusals.noCohort();
  if (cohorts.every((cohortId) => isSame(item, correction, cohortId))) return worldRefusals.same();
  if (cohorts.every((cohortId) => isOlder(item, correction, cohortId))) return worldRefusals.same();
  if (correction.of === 'new-host' && hostNamed(correction.name).host) {
    return worldRefusals.knownHost();
  }
  const domains = publishersOf(item, correction, cohorts);
  if (!domains) return worldRefusals.unknownSubject(correction.of === 'program');
  if (correction.certainty === 'official' && !isPageOn(domains, correction.source)) {
    return worldRefusals.notOfficial(domains);
  }
  if (correction.of !== 'season') return undefined;
  if (
    correction.day < today &&
    cohorts.every((cohortId) => isOver(item, correction, today, cohortId))
  ) {
    return worldRefusals.past(correction.day);
  }
  return cohorts.map((cohortId) => unsound(item, correction, cohortId)).find((each) => each);
}

/** True if the cohort already has this value, from the same source. */
function isSame(item: WorldItem, correction: Correction, cohortId: string | undefined): boolean {
  const target = targetOf(correction);
  const known =
    item.corrections.findLast((each) => isSeenBy(each, cohortId) && targetOf(each) === target) ??
    publishedRow(item, correction);
  return (
    known !== undefined &&
    (['source', 'checkedOn'] as const).every((field) => known[field] === correction[field]) &&
    enteredValue({ ...correction, ...known } as Correction) === enteredValue(correction)
  );
}

/** A page that was reread since: an old sheet has nothing new. */
function isOlder(item: WorldItem, of: Correction, cohortId: string | undefined): boolean {
  if (of.of !== 'host-check') return false;
  const known = changedWorld(item, cohortId).host(of.institutionId)?.checkedOn;
  return known !== undefined && known >= of.checkedOn;
}

/** Undefined for a host or program: what is published about one has no source or day for each cell. */
function publishedRow(item: WorldItem, of: Correction): SeasonRow | undefined {
  return of.of === 'season'
    ? rowsOf(item, of.season).find((row) => row.event === of.event)
    : undefined;
}

/** No plan depends on a date that is past and stays past. */
function isOver(
  item: WorldItem,
  { season, event }: SeasonCorrection,
  today: string,
  cohortId: string | undefined,
): boolean {
  const row = rowsOf(item, season, cohortId).find((each) => each.event === event);
  return row === undefined || row.day < today;
}

function unsound(
  item: WorldItem,
  correction: SeasonCorrection,
  cohortId: string | undefined,
): WorldRefusal | undefined {
  const { season } = correction;
  const rows = new Map([[season, rowsOf(item, season, cohortId)]]);
  const corrected = correctedCalendar(rows, [correction]).get(season) ?? [];
  const [problem] = checkSeason(season, corrected, (index) => corrected[index]?.event ?? '');
  return problem === undefined
    ? undefined
    : worldRefusals.unsound(problem.slice(problem.indexOf(': ') + 2));
}

/** The domains whose pages are official for a cell; undefined for what is not in the directory. */
function publishersOf(
  item: WorldItem,
  correction: Correction,
  cohorts: readonly (string | undefined)[],
): readonly string[] | undefined {
  if (correction.of === 'season') return SEASON_PUBLISHERS;
  if (correction.of === 'new-host') return [];
  if (correction.of === 'host' || correction.of === 'host-check') {
    const { institutionId } = correction;
    const isKnown = cohorts.every((id) => changedWorld(item, id).host(institutionId));
    // A domain that only one advisor entered makes no page official.
    return isKnown ? (changedWorld(item).host(institutionId)?.offering.domains ?? []) : undefined;
  }
  const program = PUBLISHED_WORLD.program(correction.code);
  return program && (PUBLISHED_WORLD.host(program.institutionId)?.offering.domains ?? []);
}

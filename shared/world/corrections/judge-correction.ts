/** What a corrected date needs before it applies: a page that anybody can read, and a season whose dates fit together. */
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { checkSeason } from '../season/check-season.ts';
import { PUBLISHED_WORLD } from '../world.ts';
import { correctedCalendar, rowsOf } from './changed-world.ts';
import { type Correction, type SeasonCorrection, targetOf } from './correction.ts';
import { type WorldRefusal, worldRefusals } from './refusals.ts';
import { isKnownSource, isPageOn, SEASON_PUBLISHERS } from './sources.ts';
import { isSeenBy } from './unconfirmed.ts';
import type { WorldItem } from './world-item.ts';

/** Why a correction cannot be made, for everyone or for its own cohorts; undefined when it can. */
export function problemOf(
  item: WorldItem,
  correction: Correction,
  now: Instant,
): WorldRefusal | undefined {
  const today = dayIn(EASTERN, now);
  if (correction.checkedOn > today) return worldRefusals.checkedLater();
  if (!isKnownSource(correction)) return worldRefusals.unknownSource();
  if (correction.of === 'season' && correction.day < today) {
    return worldRefusals.past(correction.day);
  }
  const cohorts = correction.unconfirmed?.cohortIds ?? [undefined];
  if (cohorts.length === 0) return worldRefusals.noCohort();
  if (cohorts.every((cohortId) => isSame(item, correction, cohortId))) return worldRefusals.same();
  const domains = publishersOf(correction);
  if (!domains) return worldRefusals.unknownHost();
  const { unconfirmed, certainty, source } = correction;
  if (unconfirmed && certainty === 'official' && !isPageOn(domains, source)) {
    return worldRefusals.notOfficial(domains);
  }
  if (correction.of === 'host') return undefined;
  return cohorts.map((cohortId) => unsound(item, correction, cohortId)).find((each) => each);
}

/** True if the cohort already sees this date, from the same source. */
function isSame(item: WorldItem, correction: Correction, cohortId: string | undefined): boolean {
  const { source, checkedOn } = correction;
  if (correction.of === 'host') {
    const target = targetOf(correction);
    const existing = item.corrections.findLast(
      (each) => isSeenBy(each, cohortId) && targetOf(each) === target,
    );
    const isSameLead = existing?.of === 'host' && existing.days === correction.days;
    return isSameLead && existing.source === source && existing.checkedOn === checkedOn;
  }
  const { season, event, day, timeEt } = correction;
  const existing = rowsOf(item, season, cohortId).find((row) => row.event === event);
  return (
    existing?.day === day &&
    existing.timeEt === timeEt &&
    existing.source === source &&
    existing.checkedOn === checkedOn
  );
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

/** The domains whose pages are official for a date; undefined for a host that is not in the directory. */
function publishersOf(correction: Correction): readonly string[] | undefined {
  if (correction.of === 'season') return SEASON_PUBLISHERS;
  const host = PUBLISHED_WORLD.host(correction.institutionId);
  return host?.offering.domains;
}

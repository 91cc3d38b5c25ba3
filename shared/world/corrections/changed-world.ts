/** The world as each cohort sees it now: this release's data files with the changes made since. */
import { weekdayOf } from '#shared/base/time/day.ts';
import { institutionById, isOf } from '../programs/directory.ts';
import type { Institution } from '../programs/institution.ts';
import { type SeasonRow, WEEKDAYS } from '../season/events.ts';
import { type Calendar, PUBLISHED_CALENDAR, type Season, seasonOf } from '../season/season.ts';
import { PUBLISHED_WORLD, type World, type WorldFor } from '../world.ts';
import { disputedHost, hostChecked, hostWith, newHostOf } from './corrected-host.ts';
import { disputedProgram, programWith } from './corrected-program.ts';
import type { Correction, HostCorrection, SeasonCorrection } from './correction.ts';
import { isSign } from './host-cells.ts';
import { inForce } from './in-force.ts';
import { isSeenBy } from './unconfirmed.ts';
import type { WorldItem } from './world-item.ts';

/** The published world with the seasons added here and a cohort's corrections; without a cohort, those that apply to everyone. */
export function changedWorld(item: WorldItem, cohortId?: string): World {
  const { seasons } = item;
  const { corrections, disputed } = inForce(item.corrections, cohortId);
  if (seasons.length === 0 && corrections.length === 0 && disputed.length === 0) {
    return PUBLISHED_WORLD;
  }
  const calendar = correctedCalendar(
    new Map([
      ...PUBLISHED_CALENDAR,
      ...seasons.map(({ matchYear, rows }) => [matchYear, rows] as const),
    ]),
    ofKind('season', corrections),
  );
  const known = new Map<number, Season>();
  const hosts = new Map<string, Institution>();
  const [hostCells, hostDisputes] = [ofKind('host', corrections), ofKind('host', disputed)];
  const checks = new Map(
    ofKind('host-check', corrections).map((each) => [each.institutionId, each]),
  );
  const newHosts = ofKind('new-host', corrections).map(newHostOf);
  const [programCells, programDisputes] = [
    ofKind('program', corrections),
    ofKind('program', disputed),
  ];
  const isOfProgram = (code: string) => (each: { readonly code: string }) => each.code === code;
  const changed: World['program'] = (code) => {
    const program = PUBLISHED_WORLD.program(code);
    return (
      program &&
      programDisputes
        .filter(isOfProgram(program.code))
        .reduce(
          disputedProgram,
          programCells.filter(isOfProgram(program.code)).reduce(programWith, program),
        )
    );
  };
  return {
    ...PUBLISHED_WORLD,
    season: (matchYear) => {
      const season = known.get(matchYear) ?? seasonOf(matchYear, calendar);
      known.set(matchYear, season);
      return season;
    },
    ...(newHosts.length > 0 && { newHosts: newHosts.map((each) => corrected(each)) }),
    host: (id, mode) => {
      if (id === undefined) return undefined;
      const entered = newHosts.find((each) => each.id === id);
      const host = entered ? corrected(entered) : institutionById(id, mode, corrected);
      return host && isOf(host, mode) ? host : undefined;
    },
    program: changed,
    programsAt: (id) =>
      PUBLISHED_WORLD.programsAt(id).map((program) => changed(program.code) ?? program),
  };

  function corrected(host: Institution): Institution {
    const made = hosts.get(host.id) ?? correctedNow(host);
    hosts.set(host.id, made);
    return made;
  }

  function correctedNow(host: Institution): Institution {
    const isOf = ({ institutionId, field }: HostCorrection) => {
      const of = PUBLISHED_WORLD.host(institutionId);
      if (!of) return institutionId === host.id;
      return isSign(field) ? of.hostId === host.hostId : of.id === host.id;
    };
    const made = hostDisputes
      .filter(isOf)
      .reduce(disputedHost, hostCells.filter(isOf).reduce(hostWith, host));
    const check = checks.get(host.id);
    return check ? hostChecked(made, check) : made;
  }
}

function ofKind<Of extends Correction['of']>(
  of: Of,
  corrections: readonly Correction[],
): Extract<Correction, { of: Of }>[] {
  return corrections.filter((each): each is Extract<Correction, { of: Of }> => each.of === of);
}

/** The rows of a season for a cohort, or for everyone, with corrections. */
export function rowsOf(
  item: WorldItem,
  matchYear: number,
  cohortId?: string,
): readonly SeasonRow[] {
  const put = item.seasons.find((season) => season.matchYear === matchYear)?.rows;
  const base = put ?? PUBLISHED_CALENDAR.get(matchYear) ?? [];
  const { corrections } = inForce(item.corrections, cohortId);
  const ofSeason = ofKind('season', corrections).filter(({ season }) => season === matchYear);
  return correctedCalendar(new Map([[matchYear, base]]), ofSeason).get(matchYear) ?? [];
}

/** Corrected rows replace those they correct; a date that was not known is added. */
export function correctedCalendar(
  calendar: Calendar,
  corrections: readonly SeasonCorrection[],
): Calendar {
  const corrected = new Map(calendar);
  for (const correction of corrections) {
    const { season, event } = correction;
    const others = (corrected.get(season) ?? []).filter((row) => row.event !== event);
    corrected.set(season, [...others, rowOf(correction)]);
  }
  return corrected;
}

function rowOf({
  of: _,
  id: __,
  unconfirmed: ___,
  confirmed: ____,
  ...stated
}: SeasonCorrection): SeasonRow {
  return { ...stated, weekday: WEEKDAYS[weekdayOf(stated.day)] ?? 'Sun' };
}

/** Each is made when it is first asked for. The item is plain data, for another thread. */
export function worldsOf(item: WorldItem): WorldFor & { readonly item: WorldItem } {
  const everyones = changedWorld(item);
  const made = new Map<string, World>();
  return Object.assign(forCohort, { item });

  function forCohort(cohortId?: string): World {
    if (cohortId === undefined) return everyones;
    const known = made.get(cohortId) ?? worldOf(cohortId);
    made.set(cohortId, known);
    return known;
  }

  function worldOf(cohortId: string): World {
    const hasOwn = item.corrections.some((each) => each.unconfirmed && isSeenBy(each, cohortId));
    return hasOwn ? changedWorld(item, cohortId) : everyones;
  }
}

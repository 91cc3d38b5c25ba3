/** The season as a picture, before it is drawn: the months shown, a lane for each rotation, the dates that mark it. */
import {
  type AgendaAt,
  agendaAt,
  type NextStep,
  nextSteps,
  standingOf,
} from '#shared/agenda/agenda-at.ts';
import { dayShown, type Matter } from '#shared/agenda/matter.ts';
import { isLate } from '#shared/agenda/urgency.ts';
import { type Day, dayOf, earliest, latest, partsOf, plusMonths } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation, RotationDates } from '#shared/plan/facts/rotation.ts';
import { isCommitted } from '#shared/plan/facts/stages.ts';
import { nameOf, wasDone } from '#shared/plan/rotation/kind.ts';
import type { SeasonEvent } from '#shared/world/season/events.ts';
import type { Season } from '#shared/world/season/season.ts';
import type { World } from '#shared/world/world.ts';

/** How certain a place is; drawn as four patterns. */
export type LaneState = 'listed' | 'applied' | 'confirmed' | 'done';

/** What is drawn of a rotation. */
export interface DrawnLane {
  readonly name: string;
  readonly state: LaneState;
  /** Absent while nobody has entered them. */
  readonly dates?: RotationDates;
  /** The next step, and the day that is shown for it. */
  readonly next?: { readonly day: Day; readonly isLate: boolean };
  /** What it still needs, by day. */
  readonly pins: readonly Omit<Pin, 'isEstimated'>[];
}

export interface Lane extends DrawnLane {
  readonly rotationId: string;
  readonly next?: NextStep & { readonly isLate: boolean };
  readonly pins: readonly Pin[];
}

/** A visa, papers, or a letter that is still open. */
export interface Pin {
  readonly what: 'visa' | 'papers' | 'letter';
  readonly day: Day;
  readonly isLate: boolean;
  readonly isEstimated: boolean;
}

export type SeasonLanes<L extends DrawnLane = DrawnLane> = ReturnType<typeof seasonAround<L>>;

/** The few dates that a season turns on, in as few words as fit on a phone. */
const MARKED: readonly (readonly [SeasonEvent, string])[] = [
  ['eras-opens', 'ERAS opens'],
  ['eras-submit-opens', 'ERAS: submit'],
  ['programs-review-opens', 'programs review'],
  ['rank-list-certify-deadline', 'rank list due'],
  ['match-day', 'Match Day'],
];
/** More would be months too narrow to read on a phone. */
const MONTHS_MAX = 30;

/** Rotations in the order of their days; those that came to nothing are left out. */
export function seasonLanes(facts: Facts, world: World, now: Instant): SeasonLanes<Lane> {
  const at = agendaAt(facts, world, now);
  const lanes = facts.rotations
    .flatMap((rotation): Lane[] => {
      const { id: rotationId, dates } = rotation;
      const state = stateOf(rotation);
      if (!state) return [];
      const [step] = nextSteps(rotationId, at);
      const next = step && { ...step, isLate: isLate(standingOf(at, step.matter)) };
      const timed = { ...(dates && { dates }), ...(next && { next }) };
      return [{ rotationId, name: nameOf(rotation), state, ...timed, pins: pinsOf(rotation, at) }];
    })
    .toSorted((a, b) => startOf(a) - startOf(b));
  const { matchYear, zone } = facts.profile;
  return seasonAround(lanes, world.season(matchYear), dayIn(zone, now));
}

/** The lanes among the season's dates; `from` and `to` are first days of months. */
export function seasonAround<L extends DrawnLane>(lanes: readonly L[], season: Season, today: Day) {
  const marks = MARKED.flatMap(([event, label]) => {
    const date = season.dates[event];
    return date ? [{ label, day: date.day, certainty: date.certainty }] : [];
  });
  const days = [
    ...lanes.flatMap(({ dates, next }) => [
      ...(dates ? [dates.start, dates.end] : []),
      ...(next ? [next.day] : []),
    ]),
    ...marks.map(({ day }) => day),
  ];
  // From the first rotation or today to Match Day, whole months, today always among them.
  const last = plusMonths(firstOfMonth(latest(today, ...days)), 1);
  const first = latest(firstOfMonth(earliest(today, ...days)), plusMonths(last, -MONTHS_MAX));
  const from = earliest(first, firstOfMonth(today));
  return { from, to: earliest(last, plusMonths(from, MONTHS_MAX)), today, lanes, marks };
}

/** One of each kind and day. */
function pinsOf({ id }: Rotation, at: AgendaAt): Pin[] {
  const pins = at.matters.flatMap((matter): Pin[] => {
    const standing = standingOf(at, matter);
    const { name } = standing;
    const [what, day] = [pinnedAs(matter), dayShown(matter)];
    if (matter.about.rotationId !== id || !what || !day || name === 'done' || name === 'lost')
      return [];
    const isEstimated = matter.due?.certainty === 'estimated';
    return [{ what, day, isLate: isLate(standing), isEstimated }];
  });
  return [...new Map(pins.map((pin) => [`${pin.what}|${pin.day}`, pin])).values()].toSorted(
    (a, b) => (a.day < b.day ? -1 : 1),
  );
}

function pinnedAs({ kind, about, rule }: Matter): Pin['what'] | undefined {
  if (about.paper === 'visa' || about.paper === 'esta' || VISA_RULES.includes(rule)) return 'visa';
  if (kind === 'paper') return 'papers';
  return kind === 'letter' ? 'letter' : undefined;
}

const VISA_RULES = ['G13', 'visa', 'esta', 'appointment-day'];

function startOf({ dates }: Lane): number {
  return dates ? Number(dates.start.replaceAll('-', '')) : Number.MAX_SAFE_INTEGER;
}

function stateOf(rotation: Rotation): LaneState | undefined {
  if (wasDone(rotation)) return 'done';
  switch (rotation.stage) {
    case 'closed':
      return undefined;
    case 'identify':
      return 'listed';
    case 'apply':
      return rotation.status === 'preparing' ? 'listed' : 'applied';
    default:
      return isCommitted(rotation.stage) ? 'confirmed' : 'done';
  }
}

export function firstOfMonth(day: Day): Day {
  const { year, month } = partsOf(day);
  return dayOf(year, month, 1);
}

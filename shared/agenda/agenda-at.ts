/** An agenda at a moment: its matters, where each stands, and the plan in one phrase. */
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { onPlan } from '#shared/plan/rotation/on-plan.ts';
import type { World } from '#shared/world/world.ts';
import { agenda } from './agenda.ts';
import { dayShown, type Matter, type View, viewOf } from './matter.ts';
import { firstApplicationBy } from './matters/season.ts';
import { type Standing, type Standings, standings, standingsAfter } from './standings.ts';
import { isSeasonOver, isTheirs, type PlanState, stateOf } from './state.ts';
import { inOrder, isLate, type Ranked } from './urgency.ts';

export interface AgendaAt {
  readonly now: Instant;
  readonly view: View;
  readonly matters: readonly Matter[];
  readonly standings: Standings;
  /** Most urgent first. */
  readonly ordered: readonly Ranked[];
  readonly state: PlanState;
}

/** @param isReachable false for someone whose address accepts no email */
export function agendaAt(
  facts: Facts,
  world: World,
  now: Instant,
  isReachable: boolean = true,
): AgendaAt {
  const made = latest.get(facts);
  const isOfThis = made?.world === world && made.isReachable === isReachable && made.at.now === now;
  if (isOfThis) return made.at;
  const at = judged(facts, world, now, isReachable);
  latest.set(facts, { world, isReachable, at });
  return at;
}

// One visit asks several times about the same facts: for its email, its outlook, and the moment of the next visit.
const latest = new WeakMap<
  Facts,
  { readonly world: World; readonly isReachable: boolean; readonly at: AgendaAt }
>();

function judged(facts: Facts, world: World, now: Instant, isReachable: boolean): AgendaAt {
  const view = viewOf(facts, world);
  const matters = agenda(facts, world);
  const { zone } = facts.profile;
  const isOver = isOverFor(view, dayIn(zone, now));
  const found = isOver ? standingsAfter(matters, now) : standings(matters, now, zone);
  const ordered = inOrder(matters, found, dayIn(zone, now));
  const hasRotations = onPlan(facts).length > 0;
  const applyBy = firstApplicationBy(view.season);
  const plan = { matters, ordered, isReachable, hasRotations, isOver };
  const state = stateOf({ ...plan, ...(applyBy && { applyBy }) }, found, now, zone);
  return { now, view, matters, standings: found, ordered, state };
}

/** What is still open when a season is over is closed with it. */
export function isOverFor({ season, facts }: View, today: Day): boolean {
  return isSeasonOver(season.dates['match-day']?.day, today, facts.rotations);
}

export function standingOf({ standings: found }: AgendaAt, { id }: Matter): Standing {
  const standing = found.get(id);
  if (!standing) throw new Error(`The matter ${id} is not on this agenda.`);
  return standing;
}

export interface NextStep {
  readonly matter: Matter;
  readonly day: Day;
}

/** The applicant's own matters of a rotation that have a day and wait for nothing else, as every view puts them. */
export function nextSteps(rotationId: string, at: AgendaAt): NextStep[] {
  return at.ordered.flatMap(({ matter }) => {
    const { name, need } = standingOf(at, matter);
    const day = dayShown(matter);
    const isOpen = DOABLE.includes(name) || (name === 'ahead' && need === undefined);
    const isOwn = matter.about.rotationId === rotationId && matter.whose === 'applicant';
    return day && isOwn && isOpen ? [{ matter, day }] : [];
  });
}

const DOABLE: readonly Standing['name'][] = ['open', 'late', 'unknown'];

/** The applicant's own matters that are late, a comfort aside: what the plan counts, and what each rotation shows. */
export function lateOnes(at: AgendaAt): readonly Matter[] {
  return at.ordered
    .map(({ matter }) => matter)
    .filter((each) => isTheirs(each) && isLate(standingOf(at, each)));
}

/** A missed appointment loses its visa, too: one loss, mentioned once, under what was lost first. */
export function isLostWithNeed(matter: Matter, at: AgendaAt): boolean {
  if (standingOf(at, matter).name !== 'lost') return false;
  return at.matters.some(({ id, kind }) => {
    if (kind !== 'step' || !matter.needs.includes(id)) return false;
    const need = at.standings.get(id);
    return need?.name === 'lost' && need.lostWith === undefined;
  });
}

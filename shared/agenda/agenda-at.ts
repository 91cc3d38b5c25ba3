/** An agenda at a moment: its matters, where each stands, and the plan in one phrase. */
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { onPlan } from '#shared/plan/rotation/on-plan.ts';
import type { World } from '#shared/world/world.ts';
import { agenda } from './agenda.ts';
import type { Matter } from './matter.ts';
import { type Standing, type Standings, standings, standingsAfter } from './standings.ts';
import { isSeasonOver, type PlanState, stateOf } from './state.ts';
import { inOrder, type Ranked } from './urgency.ts';
import { type View, viewOf } from './view.ts';

export interface AgendaAt {
  readonly now: Instant;
  readonly view: View;
  readonly matters: readonly Matter[];
  readonly standings: Standings;
  /** What comes first first. */
  readonly ordered: readonly Ranked[];
  readonly state: PlanState;
}

/** @param isReachable false for somebody whose address takes no email */
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

// One visit asks several times of the same facts: for its email, its outlook, and the moment to come back.
const latest = new WeakMap<
  Facts,
  { readonly world: World; readonly isReachable: boolean; readonly at: AgendaAt }
>();

function judged(facts: Facts, world: World, now: Instant, isReachable: boolean): AgendaAt {
  const view = viewOf(facts, world);
  const matters = agenda(facts, world);
  const { zone } = facts.profile;
  const matchDay = view.season.dates['match-day']?.day;
  const found = isSeasonOver(matchDay, dayIn(zone, now))
    ? standingsAfter(matters, now)
    : standings(matters, now, zone);
  const ordered = inOrder(matters, found, dayIn(zone, now));
  const hasRotations = onPlan(facts).length > 0;
  const state = stateOf(
    { matters, ordered, isReachable, hasRotations, ...(matchDay && { matchDay }) },
    found,
    now,
    zone,
  );
  return { now, view, matters, standings: found, ordered, state };
}

export function standingOf({ standings: found }: AgendaAt, { id }: Matter): Standing {
  const standing = found.get(id);
  if (!standing) throw new Error(`The matter ${id} is not on this agenda.`);
  return standing;
}

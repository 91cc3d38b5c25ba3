/** Whom a correction affects, and how: the dates of one plan in the world before it and after it. */
import { type Day, daysBetween, isDay, LAST_DAY, plusDays } from '#shared/base/time/day.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { isFinished } from '#shared/plan/facts/stages.ts';
import { hostText } from '#shared/world/corrections/corrected-host.ts';
import type { Correction } from '#shared/world/corrections/correction.ts';
import type { HostField } from '#shared/world/corrections/host-cells.ts';
import { isDate } from '#shared/world/corrections/in-force.ts';
import type { World } from '#shared/world/world.ts';
import { planDates } from '../mailing/plan-dates.ts';

export interface Move {
  readonly label: string;
  readonly was?: Day;
  readonly is?: Day;
}

/** Whom a correction affects, as its page shows it before it is saved. */
export interface ReachOfCorrection {
  readonly people: readonly {
    readonly name: string;
    readonly cohortId: string;
    readonly moves: readonly Move[];
  }[];
  /** People of other cohorts; undefined for a correction that does not reach them. */
  readonly others?: { readonly count: number; readonly isComplete: boolean };
  /** It brings a deadline nearer by more than 30 days, or into the past. */
  readonly isDrastic: boolean;
  /** Changes with whatever the page shows. */
  readonly digest: string;
}

/** Undefined for a plan that does not depend on the cell; without moves where it is not one of its dates. */
export function movesOf(
  facts: Facts,
  correction: Correction,
  before: World,
  after: World,
): readonly Move[] | undefined {
  if (!movesDates(correction)) return dependsOn(facts, correction, before) ? [] : undefined;
  const [was, is] = [byKey(facts, before), byKey(facts, after)];
  const moves = [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [from, to] = [was.get(key), is.get(key)];
    if (from?.day === to?.day) return [];
    const label = (to ?? from)?.label ?? '';
    return [{ label, ...(from && { was: from.day }), ...(to && { is: to.day }) }];
  });
  return moves.length > 0 ? moves : undefined;
}

/** Nearer by this much, it must be confirmed again before it is saved. */
const NEARER_DAYS = 30;

/** True if a deadline comes nearer by more than 30 days, or into the past. */
export function isDrastic(moves: readonly Move[], today: Day): boolean {
  return moves.some(({ was, is }) => {
    if (!is) return false;
    const isPast = is < today && (was === undefined || was >= today);
    return isPast || (was !== undefined && was >= today && daysBetween(is, was) > NEARER_DAYS);
  });
}

const NOT_DUE: ReadonlySet<HostField> = new Set(['opens', 'decision']);

/** The move of the cell itself, for any plan; days before the start count from any day, and are compared with days alone. */
export function moveOf(correction: Correction, before: World): Move[] {
  if (correction.of === 'season') {
    const was = before.season(correction.season).dates[correction.event]?.day;
    return [{ label: '', ...(was && { was }), is: correction.day }];
  }
  // Nothing is due on the day applications open, or a host answers.
  if (correction.of !== 'host' || !isDate(correction) || NOT_DUE.has(correction.field)) return [];
  const host = before.host(correction.institutionId);
  const held = (host && hostText(host, correction.field)) ?? '';
  const { value } = correction;
  if (typeof value === 'string' && isDay(value)) {
    return [{ label: '', ...(isDay(held) && { was: held }), is: value }];
  }
  const days = Number(held);
  if (!days) return [];
  const inDays = (lead: number) => plusDays(LAST_DAY, -lead);
  return [{ label: '', was: inDays(days), is: inDays(Number(value)) }];
}

/** Whether it changes a date that plans are emailed about. Other days of a host change only what a plan asks for. */
export function movesDates(of: Correction): boolean {
  if (of.of === 'season') return true;
  return of.of === 'host' && (of.field === 'leadDays' || of.field === 'documentsLeadDays');
}

function dependsOn({ rotations }: Facts, correction: Correction, world: World): boolean {
  return rotations.some(({ stage, host: { institutionId } }) => {
    if (isFinished(stage) || institutionId === undefined) return false;
    if (correction.of === 'program') {
      return world.programsAt(institutionId).some(({ code }) => code === correction.code);
    }
    const host = world.host(institutionId)?.hostId;
    return correction.of === 'host' && host === world.host(correction.institutionId)?.hostId;
  });
}

function byKey(facts: Facts, world: World) {
  return new Map(planDates(facts, world).map((date) => [date.key, date]));
}

/** What can no longer be done, and what goes with it. */
import type { Instant } from '#shared/base/time/instant.ts';
import { startOf } from '#shared/plan/rotation/moments.ts';
import { followersOf } from './chains.ts';
import type { Matter, MatterKind } from './matter.ts';

interface Losses {
  /** Matters that are lost by themselves. */
  readonly lost: ReadonlySet<string>;
  /** Undone matters that are lost with another, by id: that other's id. */
  readonly takenAlong: ReadonlyMap<string, string>;
  /** Rotations that can no longer take place as planned. */
  readonly rotations: ReadonlySet<string>;
  /** Whether something could still save what would be lost with it. */
  isSavable(matter: Matter): boolean;
}

/** A lost stake of the rotation takes its undone matters along, unless something can save it. What only lost matters need is closed, too. */
export function lossesOf(matters: readonly Matter[], now: Instant): Losses {
  const byId = new Map(matters.map((each) => [each.id, each]));
  const lost = new Set(matters.filter((each) => isLostAlone(each, now)).map(({ id }) => id));
  const isSavable = (each: Matter) =>
    (each.kind === 'conflict' && each.answers.length > 0) ||
    each.savedBy.some((id) => {
      const other = byId.get(id);
      return other !== undefined && !other.done && !lost.has(id);
    });
  const firstLoss = new Map<string, Matter>();
  for (const each of matters) {
    const { rotationId } = each.about;
    if (!rotationId || each.stake !== 'rotation' || !lost.has(each.id) || isSavable(each)) continue;
    const first = firstLoss.get(rotationId);
    if (!first || lostAt(each, now) < lostAt(first, now)) firstLoss.set(rotationId, each);
  }
  const takenAlong = new Map<string, string>();
  for (const each of matters) {
    const { rotationId = '', rotationIds = [rotationId] } = each.about;
    const loss = firstLoss.get(rotationId);
    const isForLost = rotationIds.every((id) => firstLoss.has(id));
    const goesAlong = !NEVER_LOST.includes(each.kind) && !each.done && each !== loss;
    if (loss && isForLost && goesAlong) takenAlong.set(each.id, loss.id);
  }
  closeWhatOnlyTheLostNeed(matters, lost, takenAlong);
  return { lost, takenAlong, rotations: new Set(firstLoss.keys()), isSavable };
}

const NEVER_LOST: readonly MatterKind[] = ['question', 'note'];

function isLostAlone(each: Matter, now: Instant): boolean {
  if (each.done || each.kind === 'count' || NEVER_LOST.includes(each.kind)) return false;
  if (each.kind === 'season' && each.whose === 'nobody') return false;
  if (each.kind === 'conflict' || each.impossible) return true;
  return each.lastDay !== undefined && each.lastDay.at <= now;
}

/** When it was lost: its last day, or the day the fact that rules it out became known; if unrecorded, before any day. */
function lostAt({ lastDay, opens }: Matter, now: Instant): string {
  if (lastDay && lastDay.at <= now) return lastDay.at;
  return opens ? startOf(opens) : '';
}

function closeWhatOnlyTheLostNeed(
  matters: readonly Matter[],
  lost: ReadonlySet<string>,
  takenAlong: Map<string, string>,
): void {
  if (lost.size === 0) return;
  const followers = followersOf(matters);
  // Backwards, so that a chain closes from its end; the order of a list is that of its needs.
  for (const each of matters.toReversed()) {
    if (each.done || lost.has(each.id) || takenAlong.has(each.id)) continue;
    // Without housing, the rest is still possible.
    const after = (followers.get(each.id) ?? []).filter(({ stake }) => stake !== 'comfort');
    const loss = after.map(({ id }) => takenAlong.get(id) ?? (lost.has(id) ? id : undefined));
    const [first] = loss;
    if (first && loss.every((id) => id !== undefined)) takenAlong.set(each.id, first);
  }
}

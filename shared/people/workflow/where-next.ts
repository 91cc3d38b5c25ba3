/** Where Arm finds a rotation, and where its execution waits next: the whole decision of the loop, without its acts. */
import { type Instant, msBetween, plusMs, SECOND_MS, soonest } from '#shared/base/time/instant.ts';
import type { World } from '#shared/world/world.ts';
import { withTimePassed } from '../applicant/accept.ts';
import type { Applicant } from '../person/applicant.ts';
import { DEFINITION } from './definition.ts';
import type { ArmRequest } from './messages.ts';
import { type Place, placeOf, runOf, withNextRun, withoutWait } from './runs.ts';

/** An execution lives a year at most and holds 25,000 events: it hands over to a next run well before either. */
export const RUN_MS_MAX = 300 * 86_400_000;
/** Each entry into Arm costs about fifteen events. */
export const RE_ENTRIES_MAX = 200;

type WhereNext =
  /** The item's run is another: this execution is not the current one. */
  | { readonly found: 'superseded' }
  /** Time moves are due: write this, then ask again. */
  | { readonly found: 'time-moves'; readonly commit: Applicant }
  /** Over for good. What to write first, if the item still has a wait. */
  | { readonly found: 'ended'; readonly commit?: Applicant }
  /** This execution has grown old: write this, then start the run it names. */
  | { readonly found: 'next-run'; readonly commit: Applicant; readonly run: number }
  | { readonly found: 'place'; readonly place: Place; readonly seconds: number };

/** @param secondsMax the longest wait; shorter than its default only in tests that wait for its end */
export function whereNext(
  item: Applicant,
  { input, startedAt, definition }: ArmRequest,
  now: Instant,
  world: World,
  secondsMax: number,
): WhereNext {
  const { rotationId } = input;
  if (runOf(item, rotationId) !== input.run) return { found: 'superseded' };

  const moved = withTimePassed(item, now, world);
  if (moved !== item) return { found: 'time-moves', commit: { ...moved, dueAt: now } };

  const place = placeOf(item, rotationId, world);
  if (!place) {
    const commit = withoutWait(item, rotationId);
    return { found: 'ended', ...(commit !== item && { commit }) };
  }

  const endsAt = plusMs(startedAt, RUN_MS_MAX);
  // One that just started under an old definition continues: while a release is being deployed the machine may still be
  // the old one, and would start one run after another.
  const isOld = definition < DEFINITION && input.entries > 0;
  if (now >= endsAt || input.entries >= RE_ENTRIES_MAX || isOld) {
    return { found: 'next-run', commit: withNextRun(item, rotationId, now), run: input.run + 1 };
  }
  return { found: 'place', place, seconds: secondsTo(soonest(endsAt, place.until ?? endsAt)) };

  function secondsTo(moment: Instant): number {
    const seconds = Math.ceil(msBetween(now, moment) / SECOND_MS);
    return Math.min(Math.max(seconds, 1), secondsMax);
  }
}

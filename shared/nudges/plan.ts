/**
 * `planNudges`: what one person should be told now, and when to look again. Pure. The ledger is the person's own mails,
 * so planning from the version that is claimed can never say a thing twice.
 */
import type { Applicant } from '../applicant/applicant.ts';
import { SWEEP_EVERY_MS } from '../limits.ts';
import { plusDays } from '../time/day.ts';
import { dayIn, type Instant, plusMs, soonest, startOfDay } from '../time/instant.ts';
import type { World } from '../world.ts';
import { isSkipped } from './acted.ts';
import { digestOpensAt, quietUntil, urgentIsFree } from './gate.ts';
import { currentRung, nextRungAt, type Rung, rungsOf } from './ladder.ts';
import { keyOfNudge, keysSaid, type Stream } from './mail-record.ts';
import { type Occasion, viewOf } from './occasion.ts';
import { RULES } from './rules.ts';

/** One occasion at one rung: what a mail says. */
export interface Nudge {
  /** (rule, subject, deadline value, rung): said once, and again only when its date moves. */
  readonly key: string;
  readonly rung: string;
  readonly occasion: Occasion;
}

export interface PlannedMail {
  readonly stream: Exclude<Stream, 'letters' | 'sign-in'>;
  /** Nearest deadline first; empty for a mail that answers a cause. */
  readonly nudges: readonly Nudge[];
  /** The id of the cause it answers, where it answers one. */
  readonly causeId?: string;
  /** The rotation the cause is about, where it is about one. */
  readonly rotationId?: string;
}

export interface NudgePlan {
  readonly mail?: PlannedMail;
  /** The first moment at which this plan could be another one, if nobody acts; absent when never. */
  readonly nextAt?: Instant;
}

/** @param applicant with time already passed up to `now` (`withTimePassed`) */
export function planNudges(applicant: Applicant, world: World, now: Instant): NudgePlan {
  // A bounced address cannot be reached; one that complained must not be.
  if (applicant.reach === 'bounced' || applicant.reach === 'complained') return {};
  const night = quietUntil(applicant.facts.profile.zone, now);
  const cause = nextCause(applicant, night !== undefined);
  if (cause) return { mail: cause };
  if (applicant.reach === 'unsubscribed') return {};
  const plan = planOccasions(applicant, world, now);
  const isHeld = night !== undefined && nextCause(applicant, false) !== undefined;
  return isHeld && !plan.mail ? nextAt(soonestOf([plan.nextAt, night])) : plan;
}

function planOccasions(applicant: Applicant, world: World, now: Instant): NudgePlan {
  const { zone } = applicant.facts.profile;
  const reader = { id: applicant.id, zone, mails: applicant.mails };
  const timed = openOccasions(applicant, world).map((occasion) => ({
    occasion,
    rungs: rungsOf(occasion, zone),
  }));
  const due = dueNudges(applicant, timed, now);
  const nextRung = soonestOf(timed.map(({ rungs }) => nextRungAt(rungs, now)));
  if (due.length === 0) return nextAt(nextRung);

  const digestAt = digestOpensAt(reader, now);
  if (digestAt <= now) return { mail: { stream: 'digest', nudges: due } };

  // A window that ends is not an emergency; a hard date that the next digest would miss is. The digest leaves at the
  // first sweep after its moment, up to an hour later.
  const digestBy = plusMs(digestAt, SWEEP_EVERY_MS);
  const pressing = due.filter(
    ({ occasion }) => isHard(occasion) && isBetween(now, occasion.deadline.at, digestBy),
  );
  if (pressing.length === 0) return nextAt(soonestOf([digestAt, nextRung]));
  if (!urgentIsFree(reader, now)) {
    // The next local day brings another one, perhaps hours before its digest.
    const tomorrow = startOfDay(plusDays(dayIn(zone, now), 1), zone);
    return nextAt(soonestOf([digestAt, nextRung, tomorrow]));
  }
  const quiet = quietUntil(zone, now);
  // Quiet hours hold a mail, unless holding it would pass the deadline.
  const heldSafely =
    quiet && pressing.every(({ occasion }) => occasion.deadline.at > plusMs(quiet, SWEEP_EVERY_MS));
  if (heldSafely) return nextAt(soonestOf([quiet, nextRung]));
  return { mail: { stream: 'urgent', nudges: pressing } };
}

/** Everything this person could be doing now, nearest deadline first, whether or not a mail is due. */
export function openOccasions({ facts }: Pick<Applicant, 'facts'>, world: World): Occasion[] {
  const view = viewOf(facts, world);
  return RULES.flatMap((rule) => rule.judge(view))
    .flatMap((judged) => (judged.state === 'open' ? [judged.occasion] : []))
    .toSorted(byDeadline);
}

function dueNudges(
  applicant: Applicant,
  timed: readonly { occasion: Occasion; rungs: readonly Rung[] }[],
  now: Instant,
): Nudge[] {
  const said = new Set([...keysSaid(applicant.mails), ...applicant.saidBefore]);
  return timed.flatMap(({ occasion, rungs }) => {
    const rung = currentRung(rungs, now);
    if (!rung) return [];
    const key = keyOfNudge(occasion.rule, occasion.subject, occasion.deadline.day, rung.name);
    if (said.has(key) || isSkipped(applicant, occasion.subject, rung)) return [];
    return [{ key, rung: rung.name, occasion }];
  });
}

/** Who has unsubscribed gets what they ask for, a link, and nothing else. What nobody asked for waits for the morning. */
function nextCause(applicant: Applicant, isNight: boolean): PlannedMail | undefined {
  const said = new Set(keysSaid(applicant.mails));
  for (const { id, stream, rotationId } of applicant.causes) {
    if (stream === 'sign-in' || said.has(id)) continue;
    if (stream !== 'link' && applicant.reach !== 'ok') continue;
    if (stream === 'date-moved' && isNight) continue;
    return { stream, nudges: [], causeId: id, ...(rotationId && { rotationId }) };
  }
  return undefined;
}

function byDeadline(a: Occasion, b: Occasion): number {
  return a.deadline.at < b.deadline.at ? -1 : a.deadline.at > b.deadline.at ? 1 : 0;
}

function isHard({ ladder }: Occasion): boolean {
  return ladder === 'hard' || ladder === 'last-call';
}

function isBetween(from: Instant, at: Instant, to: Instant): boolean {
  return from < at && at <= to;
}

function soonestOf(instants: readonly (Instant | undefined)[]): Instant | undefined {
  const [first, ...others] = instants.filter((instant) => instant !== undefined);
  return first && soonest(first, ...others);
}

function nextAt(instant: Instant | undefined): NudgePlan {
  return instant ? { nextAt: instant } : {};
}

/**
 * `planNudges`: what one person should be told now, and when to look again. Pure. The ledger is the person's own emails,
 * so planning from the version that is claimed can never say a thing twice.
 */

import {
  currentRung,
  nextMorning,
  nextRungAt,
  type Pace,
  type PacedRung,
  rungsOf,
  withSnooze,
} from '#shared/agenda/occasions/ladder.ts';
import { isMissed, type Occasion } from '#shared/agenda/occasions/occasion.ts';
import { openOccasions } from '#shared/agenda/occasions/open-occasions.ts';
import { SWEEP_EVERY_MS } from '#shared/base/limits.ts';
import { plusDays } from '#shared/base/time/day.ts';
import { dayIn, type Instant, plusMs, soonest, startOfDay } from '#shared/base/time/instant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { type FullMailing, mailingOf, snoozeOf } from '#shared/plan/facts/mailing.ts';
import { isStopped } from '#shared/plan/facts/topics.ts';
import type { World } from '#shared/world/world.ts';
import { removedAt } from '../applicant/pending.ts';
import type { Applicant } from '../person/applicant.ts';
import { keyOfNudge, keysSaid, type Stream } from '../person/mail-record.ts';
import { isSkipped } from './acted.ts';
import { digestOpensAt, quietUntil, type Reader, urgentIsFree, weeklyOpensAt } from './gate.ts';
import type { CalendarChange } from './ics.ts';
import { isOverviewSaid, type Overview, overviewSlot } from './overview.ts';

/** One occasion at one rung: what an email says. */
export interface Nudge {
  /** (rule, subject, deadline value, rung): said once, and again only when its date moves. */
  readonly key: string;
  readonly rung: string;
  readonly pace: Pace;
  readonly occasion: Occasion;
}

export interface PlannedMail {
  readonly stream: Exclude<Stream, 'letters' | 'sign-in' | 'brief'>;
  /** Nearest deadline first; empty for an email that answers a cause. */
  readonly nudges: readonly Nudge[];
  /** What lies further ahead, once a week or month. */
  readonly overview?: Overview;
  /** The id of the cause it answers, where it answers one. */
  readonly causeId?: string;
  /** The rotation the cause is about, where it is about one. */
  readonly rotationId?: string;
  /** What it brings up to date in the reader's calendar. */
  readonly calendar?: readonly CalendarChange[];
}

export interface NudgePlan {
  readonly mail?: PlannedMail;
  /** The first moment at which this plan could be another one, if nobody acts; absent when never. */
  readonly nextAt?: Instant;
}

/**
 * @param applicant with time already passed up to `now` (`withTimePassed`)
 * @param sending `critical`: digests are held, so that only what cannot wait for one is planned
 */
export function planNudges(
  applicant: Applicant,
  world: World,
  now: Instant,
  sending: 'on' | 'critical' = 'on',
): NudgePlan {
  // A bounced address cannot be reached; one that complained must not be.
  if (applicant.reach === 'bounced' || applicant.reach === 'complained') return {};
  const reader = readerOf(applicant);
  const night = quietUntil(reader, now);
  const cause = nextCause(applicant, night !== undefined);
  if (cause) return { mail: cause };
  // Until the address is proved nothing else is emailed.
  if (applicant.pending) return nextAt(removedAt(applicant));
  if (applicant.reach === 'unsubscribed') return {};
  const plan = planOccasions(applicant, reader, world, now, sending);
  const isHeld = night !== undefined && nextCause(applicant, false) !== undefined;
  return isHeld && !plan.mail ? nextAt(soonestOf([plan.nextAt, night])) : plan;
}

function readerOf({ id, facts, mails }: Applicant): Reader {
  return { id, zone: facts.profile.zone, mails, mailing: mailingOf(facts) };
}

function planOccasions(
  applicant: Applicant,
  reader: Reader,
  world: World,
  now: Instant,
  sending: 'on' | 'critical',
): NudgePlan {
  const { zone, mailing } = reader;
  const said = new Set([...keysSaid(applicant.mails), ...applicant.saidBefore]);
  const timed = timedOccasions(applicant, world);
  const due = dueNudges(applicant, timed, said, now);
  const overview = overviewDue(
    timed,
    due,
    { said, world, zone, mailing, facts: applicant.facts },
    now,
  );
  const nextChange = soonestOf([
    ...timed.map(({ rungs }) => nextRungAt(rungs, now)),
    overview.nextAt,
  ]);
  if (due.length === 0 && !overview.due) return nextAt(nextChange);

  const isNear = overview.due?.every === 'weekly' || due.some(({ pace }) => pace === 'day');
  const tomorrow = startOfDay(plusDays(dayIn(zone, now), 1), zone);
  const from = sending === 'on' ? now : tomorrow;
  const digestAt = isNear ? digestOpensAt(reader, from) : weeklyOpensAt(reader, from);
  if (digestAt <= now) {
    return {
      mail: { stream: 'digest', nudges: due, ...(overview.due && { overview: overview.due }) },
    };
  }

  // A window that ends is not an emergency; a hard date that the next digest would miss is. The digest leaves at the
  // first sweep after its moment, up to an hour later.
  const digestBy = plusMs(digestAt, SWEEP_EVERY_MS);
  const pressing = due.filter(
    ({ occasion }) => isHard(occasion) && isBetween(now, occasion.deadline.at, digestBy),
  );
  if (pressing.length === 0) return nextAt(soonestOf([digestAt, nextChange]));
  if (!urgentIsFree(reader, now)) {
    // The next local day brings another one, perhaps hours before its digest.
    return nextAt(soonestOf([digestAt, nextChange, tomorrow]));
  }
  const quiet = quietUntil(reader, now);
  // Quiet hours hold an email, unless holding it would pass the deadline.
  const heldSafely =
    quiet && pressing.every(({ occasion }) => occasion.deadline.at > plusMs(quiet, SWEEP_EVERY_MS));
  if (heldSafely) return nextAt(soonestOf([quiet, nextChange]));
  return { mail: { stream: 'urgent', nudges: pressing } };
}

/** What is open and wanted, each with its rungs as its person put them off. */
function timedOccasions(applicant: Applicant, world: World): Timed[] {
  const { zone } = applicant.facts.profile;
  const { stopped, snoozes } = mailingOf(applicant.facts);
  return openOccasions(applicant.facts, world)
    .filter(({ rule }) => !isStopped(rule, stopped))
    .map((occasion) => {
      const { until } = snoozeOf(snoozes, occasion) ?? {};
      const rungs = withSnooze(rungsOf(occasion, zone), until, zone);
      const begins = occasion.opens || until ? rungs[0]?.at : undefined;
      return { occasion, rungs, ...(begins && { begins }) };
    });
}

interface Timed {
  readonly occasion: Occasion;
  readonly rungs: readonly PacedRung[];
  /** The morning from which it may be spoken of, where it opens later or was put off. */
  readonly begins?: Instant;
}

function dueNudges(
  applicant: Applicant,
  timed: readonly Timed[],
  said: ReadonlySet<string>,
  now: Instant,
): Nudge[] {
  return timed.flatMap(({ occasion, rungs }) => {
    const rung = currentRung(rungs, now);
    if (!rung || rung.pace === 'overview') return [];
    const key = keyOfNudge(occasion.rule, occasion.subject, occasion.deadline.day, rung.name);
    if (said.has(key) || isSkipped(applicant, occasion.subject, rung)) return [];
    return [{ key, rung: rung.name, pace: rung.pace, occasion }];
  });
}

/** The overview that is due now, if any, and when another could be. After Match Day there is nothing ahead. */
function overviewDue(
  timed: readonly Timed[],
  due: readonly Nudge[],
  of: {
    readonly said: ReadonlySet<string>;
    readonly world: World;
    readonly zone: string;
    readonly mailing: FullMailing;
    readonly facts: Facts;
  },
  now: Instant,
): { due?: Overview; nextAt?: Instant } {
  const { zone, mailing } = of;
  const today = dayIn(zone, now);
  const matchDay = of.world.season(of.facts.profile.matchYear).dates['match-day']?.day;
  if (mailing.stopped.includes('overview') || (matchDay && today > matchDay)) return {};
  const others = timed
    .filter(({ begins }) => !begins || begins <= now)
    .map(({ occasion }) => occasion)
    .filter((occasion) => !due.some((nudge) => nudge.occasion === occasion));
  const ahead = others.filter(({ deadline }) => deadline.day > today);
  const missed = others.filter((occasion) => isMissed(occasion, now));
  // With nothing to tell, a week is not worth an email.
  const isEmpty = ahead.length + due.length === 0;
  const slot = overviewSlot(isEmpty ? { ...mailing, overview: 'monthly' } : mailing, zone, now);
  // Whether there is anything to tell a week is asked every morning.
  const next = mailing.overview === 'weekly' ? nextMorning(zone, now) : slot.nextAt;
  if (isOverviewSaid(slot, of.said)) return { nextAt: next };
  return { due: { key: slot.key, every: slot.every, ahead, missed }, nextAt: next };
}

/** Who has unsubscribed gets what they ask for, a link, and nothing else. What nobody asked for waits for the morning. */
function nextCause(applicant: Applicant, isNight: boolean): PlannedMail | undefined {
  const said = new Set(keysSaid(applicant.mails));
  for (const { id, stream, rotationId } of applicant.causes) {
    if (stream === 'sign-in' || said.has(id)) continue;
    if (applicant.pending && stream !== 'confirm') continue;
    if (stream !== 'link' && applicant.reach !== 'ok') continue;
    if ((stream === 'date-moved' || stream === 'message') && isNight) continue;
    return { stream, nudges: [], causeId: id, ...(rotationId && { rotationId }) };
  }
  return undefined;
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

/** What to email one person now, and when to plan again. Planning on the version that is claimed never repeats an email. */
import { type AgendaAt, agendaAt } from '#shared/agenda/agenda-at.ts';
import { changesAt } from '#shared/agenda/changes-at.ts';
import {
  currentRung,
  nextMorning,
  nextRungAt,
  type Pace,
  type PacedRung,
  rungsOf,
  withSnooze,
} from '#shared/agenda/ladder.ts';
import type { PlanState } from '#shared/agenda/state.ts';
import { SWEEP_EVERY_MS } from '#shared/base/limits.ts';
import { plusDays } from '#shared/base/time/day.ts';
import { dayIn, type Instant, plusMs, soonest, startOfDay } from '#shared/base/time/instant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { type FullMailing, mailingOf, snoozeOf } from '#shared/plan/facts/mailing.ts';
import { isStopped } from '#shared/plan/facts/topics.ts';
import { isMissed, type Occasion, occasionsOf } from '#shared/words/occasions.ts';
import type { World } from '#shared/world/world.ts';
import { removedAt } from '../applicant/pending.ts';
import type { Applicant } from '../person/applicant.ts';
import { keyOfNudge, keysSaid, type Stream } from '../person/mail-record.ts';
import { isSkipped } from './acted.ts';
import { digestOpensAt, quietUntil, type Reader, urgentIsFree, weeklyOpensAt } from './gate.ts';
import type { CalendarChange } from './ics.ts';
import { isOverviewSaid, type Overview, overviewSlot } from './overview.ts';

export interface Nudge {
  /** (rule, subject, deadline, rung): sent once, and again only when the deadline changes. */
  readonly key: string;
  readonly rung: string;
  readonly pace: Pace;
  readonly occasion: Occasion;
}

export interface PlannedMail {
  readonly stream: Exclude<Stream, 'letters' | 'sign-in' | 'brief'>;
  /** Nearest deadline first; empty for an email with a cause. */
  readonly nudges: readonly Nudge[];

  readonly overview?: Overview;

  readonly causeId?: string;

  readonly rotationId?: string;

  readonly calendar?: readonly CalendarChange[];
}

export interface NudgePlan {
  readonly mail?: PlannedMail;
  /** When the result could change if nobody acts; absent when never. */
  readonly nextAt?: Instant;
}

/**
 * @param applicant with time already passed up to `now` (`withTimePassed`)
 * @param sending `critical` holds digests, so that only what cannot wait for one is planned
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
  // Nothing else is emailed until the address is confirmed.
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
  const at = agendaAt(applicant.facts, world, now);
  // Nothing more is said of a season that is over; its page says so.
  if (at.state.name === 'over') return {};
  const timed = timedOccasions(applicant, at, now);
  const due = dueNudges(applicant, timed, said, now);
  const overview = overviewDue(
    timed,
    due,
    { said, world, zone, mailing, facts: applicant.facts, state: at.state },
    now,
  );
  const nextChange = soonestOf([
    ...timed.map(({ rungs }) => nextRungAt(rungs, now)),
    changesAt(at, now),
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

  // Only a hard deadline that the next digest would miss is urgent. A digest is sent by the first sweep after its time,
  // up to an hour later.
  const digestBy = plusMs(digestAt, SWEEP_EVERY_MS);
  const pressing = due.filter(
    ({ occasion }) => isHard(occasion) && isBetween(now, occasion.deadline.at, digestBy),
  );
  if (pressing.length === 0) return nextAt(soonestOf([digestAt, nextChange]));
  if (!urgentIsFree(reader, now)) {
    // Another one may be sent on the next local day, perhaps hours before its digest.
    return nextAt(soonestOf([digestAt, nextChange, tomorrow]));
  }
  const quiet = quietUntil(reader, now);
  // Quiet hours hold an email, unless holding it would pass the deadline.
  const heldSafely =
    quiet && pressing.every(({ occasion }) => occasion.deadline.at > plusMs(quiet, SWEEP_EVERY_MS));
  if (heldSafely) return nextAt(soonestOf([quiet, nextChange]));
  return { mail: { stream: 'urgent', nudges: pressing } };
}

/** Open occasions that the person wants to hear about, with their rungs adjusted for later reminders. */
function timedOccasions(applicant: Applicant, at: AgendaAt, now: Instant): Timed[] {
  const { zone } = applicant.facts.profile;
  const { stopped, snoozes } = mailingOf(applicant.facts);
  return occasionsOf(at, now)
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
  /** The first morning on which it may be mentioned, if it opens later or was put off. */
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

/** The overview due now, if any, and when the next one could be. There is none after Match Day. */
function overviewDue(
  timed: readonly Timed[],
  due: readonly Nudge[],
  of: {
    readonly said: ReadonlySet<string>;
    readonly world: World;
    readonly zone: string;
    readonly mailing: FullMailing;
    readonly facts: Facts;
    readonly state: PlanState;
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
  // With nothing to report, monthly is enough.
  const isEmpty = ahead.length + due.length === 0;
  const slot = overviewSlot(isEmpty ? { ...mailing, overview: 'monthly' } : mailing, zone, now);
  // A weekly overview is checked every morning for something to report.
  const next = mailing.overview === 'weekly' ? nextMorning(zone, now) : slot.nextAt;
  if (isOverviewSaid(slot, of.said)) return { nextAt: next };
  return {
    due: { key: slot.key, every: slot.every, ahead, missed, state: of.state },
    nextAt: next,
  };
}

/** After unsubscribing, a person gets only links that they request. Unrequested emails wait for the morning. */
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

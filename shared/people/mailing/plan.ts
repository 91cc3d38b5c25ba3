/** What to email one person now, and when to plan again. Planning on the version that is claimed never repeats an email. */

import { type AgendaAt, agendaAt } from '#shared/agenda/agenda-at.ts';
import { changesAt } from '#shared/agenda/changes-at.ts';
import { nextRungBy, rungsOf, withSnooze } from '#shared/agenda/ladder.ts';
import { SWEEP_EVERY_MS } from '#shared/base/limits.ts';
import { plusDays } from '#shared/base/time/day.ts';
import { dayIn, type Instant, plusMs, soonest, startOfDay } from '#shared/base/time/instant.ts';
import { mailingOf, snoozeOf } from '#shared/plan/facts/mailing.ts';
import { isStopped } from '#shared/plan/facts/topics.ts';
import { isHard, isLostRotation, isMissed, occasionsOf } from '#shared/words/occasions.ts';
import type { World } from '#shared/world/world.ts';
import { removedAt } from '../applicant/pending.ts';
import { type Applicant, isHeld } from '../person/applicant.ts';
import { keysSaid, type Stream } from '../person/email-record.ts';
import { isHarmed } from '../person/person.ts';
import { digestOpensAt, quietUntil, type Reader, urgentIsFree, weekOpensAt } from './gate.ts';
import type { CalendarChange } from './ics.ts';
import { type Nudge, openNudges, type TimedOccasion } from './open-nudges.ts';
import { type Overview, overviewAt, overviewKey } from './overview.ts';
import { toldApart } from './ruled-out.ts';

export interface PlannedEmail {
  readonly stream: Exclude<Stream, 'letters' | 'sign-in' | 'brief'>;
  /** Nearest deadline first; empty for an email with a cause. */
  readonly nudges: readonly Nudge[];

  readonly overview?: Overview;

  readonly causeId?: string;

  readonly rotationId?: string;

  readonly calendar?: readonly CalendarChange[];
}

export interface NudgePlan {
  readonly email?: PlannedEmail;
  /** When the result could change if nobody acts; absent when never. */
  readonly nextAt?: Instant;
}

/** `applicant` has the time passed up to `now`. `critical` holds digests: only what cannot wait for one is planned. */
export function planNudges(
  applicant: Applicant,
  world: World,
  now: Instant,
  sending: 'on' | 'critical' = 'on',
): NudgePlan {
  // A bounced address cannot be reached; one that complained must not be.
  if (isHarmed(applicant.reach)) return {};
  const reader = readerOf(applicant);
  const night = quietUntil(reader, now);
  const asks = isHeld(applicant, now);
  const cause = nextCause(applicant, { asks, isNight: night !== undefined });
  if (cause) return { email: cause };
  // Nothing else is emailed until the address is confirmed.
  if (asks) return nextAt(applicant.pending?.opensAt ?? removedAt(applicant));
  if (applicant.reach === 'unsubscribed') return {};
  const plan = planOccasions(applicant, reader, world, now, sending);
  const waits = night !== undefined && nextCause(applicant, { asks, isNight: false }) !== undefined;
  return waits && !plan.email ? nextAt(soonestOf([plan.nextAt, night])) : plan;
}

function readerOf({ id, facts, emails }: Applicant): Reader {
  return { id, zone: facts.profile.zone, emails, mailing: mailingOf(facts) };
}

function planOccasions(
  applicant: Applicant,
  reader: Reader,
  world: World,
  now: Instant,
  sending: 'on' | 'critical',
): NudgePlan {
  const { zone } = reader;
  const at = agendaAt(applicant.facts, world, now);
  // A season that is over is not mentioned again; its page says so.
  if (at.state.name === 'over') return {};
  const timed = timedOccasions(applicant, at);
  const open = openNudges(applicant, timed, now);
  const due = open.filter(({ by }) => by <= now);
  const overview = due.length > 0 ? {} : overviewDue(applicant, timed, at);
  const nextChange = soonestOf([
    ...timed.map(({ rungs }) => nextRungBy(rungs, now)),
    ...open.flatMap(({ by, firmBy }) => [by, firmBy].filter((each) => each && each > now)),
    changesAt(at, now),
    overview.nextAt,
  ]);
  if (due.length === 0 && !overview.due) return nextAt(nextChange);

  const tomorrow = startOfDay(plusDays(dayIn(zone, now), 1), zone);
  const from = sending === 'on' ? now : tomorrow;
  const isFirm = due.some(({ firmBy }) => firmBy && firmBy <= now);
  const opensAt = digestOpensAt(reader, from);
  const digestAt = isFirm ? opensAt : weekOpensAt(reader, from);
  if (digestAt <= now) {
    // Whatever may join an email does.
    const nudges = open.filter((nudge) => nudge.from <= now).map(({ nudge }) => nudge);
    return { email: { stream: 'digest', nudges, ...(overview.due && { overview: overview.due }) } };
  }

  // Only a hard deadline that the next digest would miss is urgent. A digest is sent by the first sweep after its time,
  // up to an hour later. A full week makes nothing urgent: each hard deadline has a rung before it that no cap holds.
  const digestBy = plusMs(opensAt, SWEEP_EVERY_MS);
  const pressing = due
    .map(({ nudge }) => nudge)
    .filter(({ occasion }) => isHard(occasion) && isBetween(now, occasion.deadline.at, digestBy));
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
  return { email: { stream: 'urgent', nudges: pressing } };
}

/** Open occasions that the person wants to hear about, with their rungs adjusted for later reminders. */
function timedOccasions(applicant: Applicant, at: AgendaAt): TimedOccasion[] {
  const { zone } = applicant.facts.profile;
  const { stopped, snoozes } = mailingOf(applicant.facts);
  return occasionsOf(at)
    .filter(({ rule }) => !isStopped(rule, stopped))
    .map((occasion) => {
      const { until } = snoozeOf(snoozes, occasion) ?? {};
      const rungs = toldApart(
        withSnooze(rungsOf(occasion, zone), until, zone),
        occasion,
        applicant.outlook,
      );
      const begins = occasion.opens || until ? rungs[0]?.at : undefined;
      return { occasion, rungs, ...(begins && { begins }) };
    });
}

/** The overview due now, if any, and when the next one could be. There is none after Match Day. */
function overviewDue(
  applicant: Applicant,
  timed: readonly TimedOccasion[],
  { view, state, now }: AgendaAt,
): { due?: Overview; nextAt?: Instant } {
  const { profile } = applicant.facts;
  const today = dayIn(profile.zone, now);
  const matchDay = view.season.dates['match-day']?.day;
  const isStoppedForGood = mailingOf(applicant.facts).stopped.includes('overview');
  const at = overviewAt(applicant);
  if (!at || isStoppedForGood || (matchDay && today > matchDay)) return {};
  if (at > now) return { nextAt: at };
  const open = timed
    .filter(({ begins }) => !begins || begins <= now)
    .map(({ occasion }) => occasion)
    .toSorted((a, b) => a.place - b.place);
  const ahead = open.filter(({ ladder, deadline }) => ladder !== 'loss' && deadline.day > today);
  const missed = open.filter((occasion) => isMissed(occasion, now));
  if (ahead.length + missed.length === 0) return {};
  const late = open.filter(
    (occasion) => occasion.ladder === 'advised' && occasion.deadline.at <= now,
  );
  const lost = open.find(isLostRotation);
  return { due: { key: overviewKey(today), ahead, missed, late, ...(lost && { lost }), state } };
}

/** After unsubscribing, a person gets only links that they request. Unrequested emails wait for the morning. */
function nextCause(
  applicant: Applicant,
  { asks, isNight }: { readonly asks: boolean; readonly isNight: boolean },
): PlannedEmail | undefined {
  const said = new Set(keysSaid(applicant.emails));
  for (const { id, stream, rotationId } of applicant.causes) {
    if (stream === 'sign-in' || said.has(id)) continue;
    if (asks && stream !== 'confirm') continue;
    if (stream !== 'link' && applicant.reach !== 'ok') continue;
    if ((stream === 'date-moved' || stream === 'message') && isNight) continue;
    return { stream, nudges: [], causeId: id, ...(rotationId && { rotationId }) };
  }
  return undefined;
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

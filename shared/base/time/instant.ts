/**
 * Moments on the world's clock, and how a zone's wall clock shows them.
 * An instant is an ISO 8601 string in UTC with milliseconds, so it sorts, compares and stores as it reads.
 */
import { tzOffset } from '@date-fns/tz';
import * as z from 'zod';
import { type Day, isDay } from './day.ts';

/** A moment: `2027-09-01T13:00:00.000Z`. Always UTC, always with milliseconds. */
export type Instant = `${Day}T${string}Z`;

/** A wall clock time, 24 hours: `17:00`. */
export type ClockTime = `${number}:${number}`;

/** ERAS, NRMP and most hosts state their times in Eastern time. */
export const EASTERN = 'America/New_York';

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** @param epochMs milliseconds since 1970 in UTC. Throws outside what a date can hold. */
export function instantOfMs(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant;
}

/** Milliseconds since 1970 in UTC. */
export function msOf(instant: Instant): number {
  return Date.parse(instant);
}

/** True for an instant in exactly the form this product writes. */
export function isInstant(text: string): text is Instant {
  return INSTANT_FORM.test(text) && isDay(text.slice(0, 10)) && Number.isFinite(Date.parse(text));
}

// The last hour is 23: a day's end is the next day's 00:00, so that one moment is written in one way.
const INSTANT_FORM = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):\d{2}:\d{2}\.\d{3}Z$/;

// What the library cannot read from a schema of our own making.
const AS_JSON = { type: 'string', format: 'date-time' };

/** A stored instant; anything but our own form means the store holds what we did not write. */
export const instantSchema = z
  .custom<Instant>((value) => typeof value === 'string' && isInstant(value), {
    error: 'is not an instant written as YYYY-MM-DDTHH:MM:SS.mmmZ',
  })
  .meta(AS_JSON);

/** An instant of a list that this product wrote: its form alone is checked. */
export const storedInstantSchema = z
  .custom<Instant>((value) => typeof value === 'string' && STORED_FORM.test(value), {
    error: 'is not an instant as this product writes it',
  })
  .meta(AS_JSON);

const STORED_FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** A zone from outside. */
export const zoneSchema = z
  .string()
  .max(64)
  .refine(isZone, { error: 'is not an IANA time zone such as Asia/Kolkata' });

/** `ms` later, or earlier when negative. */
export function plusMs(instant: Instant, ms: number): Instant {
  return instantOfMs(msOf(instant) + ms);
}

/** Milliseconds from `from` to `to`; negative when `to` is earlier. */
export function msBetween(from: Instant, to: Instant): number {
  return msOf(to) - msOf(from);
}

/** The first of these instants. */
export function soonest(first: Instant, ...others: Instant[]): Instant {
  return others.reduce((least, instant) => (instant < least ? instant : least), first);
}

/** The last of these instants. */
export function latestOf(first: Instant, ...others: Instant[]): Instant {
  return others.reduce((most, instant) => (instant > most ? instant : most), first);
}

/** True for an IANA zone this runtime knows, by its place: an offset or `PST` knows no summer time. */
export function isZone(zone: string): boolean {
  if (knownZones.has(zone)) return true;
  if (!/^[A-Z][A-Za-z_]+\/|^UTC$/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    return false;
  }
  if (knownZones.size < ZONES_KEPT_MAX) knownZones.add(zone);
  return true;
}

// Asking the runtime takes longer than reading the rest of an item. There are some 600 names.
const ZONES_KEPT_MAX = 1000;
const knownZones = new Set<string>();

/** The calendar day that a zone's wall clock shows at an instant. */
export function dayIn(zone: string, instant: Instant): Day {
  return wallClockIn(zone, instant).slice(0, 10) as Day;
}

/** Minutes since local midnight on a zone's wall clock. */
export function minuteOfDayIn(zone: string, instant: Instant): number {
  const [hours, minutes] = wallClockIn(zone, instant).slice(11).split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** What a zone's wall clock shows, written as if it were UTC. */
function wallClockIn(zone: string, instant: Instant): Instant {
  const epochMs = msOf(instant);
  return instantOfMs(epochMs + offsetMs(zone, epochMs));
}

/**
 * The instant at which a zone's wall clock shows this time on this day.
 * In a spring gap the clock time does not exist: the first instant after the gap answers. In an autumn overlap it
 * exists twice: the earlier one answers, since a deadline read early is met and one read late is missed.
 */
export function instantAt(day: Day, time: ClockTime, zone: string): Instant {
  const key = `${day} ${time} ${zone}`;
  const known = knownInstants.get(key);
  if (known) return known;
  const instant = workOutInstant(day, time, zone);
  if (knownInstants.size >= INSTANTS_KEPT_MAX) knownInstants.clear();
  knownInstants.set(key, instant);
  return instant;
}

// A plan asks for the mornings of some hundred days, and for the same ones at every look; asking the runtime for a
// zone's offset is two thirds of the work of planning.
const INSTANTS_KEPT_MAX = 50_000;
const knownInstants = new Map<string, Instant>();

function workOutInstant(day: Day, time: ClockTime, zone: string): Instant {
  const wanted = wallMs(day, time);
  // Nearly every day of the year: the clocks do not change around it.
  const [before, after] = [
    offsetMs(zone, wanted - 26 * HOUR_MS),
    offsetMs(zone, wanted + 26 * HOUR_MS),
  ];
  if (before === after) return instantOfMs(wanted - before);
  const candidates = [-26, 0, 26]
    .map((hours) => wanted - offsetMs(zone, wanted + hours * HOUR_MS))
    .toSorted((a, b) => a - b);
  const exact = candidates.find((ms) => ms + offsetMs(zone, ms) === wanted);
  return instantOfMs(exact ?? afterGap(zone, wanted, candidates));
}

/** The first instant of a day in a zone (not always 00:00: some zones change their clocks at midnight). */
export function startOfDay(day: Day, zone: string): Instant {
  return instantAt(day, '00:00', zone);
}

function wallMs(day: Day, time: ClockTime): number {
  return Date.parse(`${day}T${time}:00.000Z`);
}

function offsetMs(zone: string, epochMs: number): number {
  return tzOffset(zone, new Date(epochMs)) * MINUTE_MS;
}

// The clock jumps over `wanted` somewhere between the two readings; halving finds the jump to the millisecond.
function afterGap(zone: string, wanted: number, candidates: number[]): number {
  let before = Math.min(...candidates) - DAY_MS / 2;
  let after = Math.max(...candidates) + DAY_MS / 2;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (middle + offsetMs(zone, middle) < wanted) before = middle;
    else after = middle;
  }
  return after;
}

/** The only reader of the system clock, and the virtual clock of a demo. */
import * as z from 'zod';
import { failure, type Result, success } from '#shared/base/result.ts';
import { LAST_DAY } from '#shared/base/time/day.ts';
import {
  type Clock,
  type Instant,
  instantAt,
  instantOfMs,
  instantSchema,
  latestOf,
  msBetween,
  plusMs,
} from '#shared/base/time/instant.ts';

export const systemClock: Clock = { now: () => instantOfMs(Date.now()) };

export interface VirtualClock extends Clock {
  /** Jumps forward. Going back, or past the product's last day, is refused with a sentence. */
  advanceTo(instant: Instant): Result<Instant, string>;
}

/** `offsetMs` ahead of the system (behind it when negative), and never before `notBefore`. */
const settingSchema = z.strictObject({ offsetMs: z.int(), notBefore: instantSchema });
type Setting = z.infer<typeof settingSchema>;

/** A stored clock that only moves forward, even while the machine is off or the system clock is set back. `start`: if none is stored yet. */
export function virtualClock(
  stored: { read(): string | undefined; write(value: string): void },
  start: Instant | undefined,
  system: Clock = systemClock,
): VirtualClock {
  const text = stored.read();
  let setting = text === undefined ? setTo(start ?? system.now()) : read(text);
  let latest = setting.notBefore;

  function setTo(instant: Instant): Setting {
    const set = { offsetMs: msBetween(system.now(), instant), notBefore: instant };
    stored.write(JSON.stringify(set));
    return set;
  }

  function now(): Instant {
    latest = latestOf(latest, plusMs(system.now(), setting.offsetMs));
    return latest;
  }

  return {
    now,
    advanceTo(instant) {
      if (instant < now()) {
        return failure(`The clock only moves forward, and it is already past ${instant}.`);
      }
      if (instant > LAST_INSTANT) return failure(`The clock ends on ${LAST_DAY}.`);
      setting = setTo(instant);
      return success(now());
    },
  };
}

const LAST_INSTANT = instantAt(LAST_DAY, '00:00', 'UTC');

function read(text: string): Setting {
  return settingSchema.parse(JSON.parse(text));
}

/** A day or an instant, in the type that the spreadsheet library expects. */
export function dateCell(text: string): Date {
  return new Date(text);
}

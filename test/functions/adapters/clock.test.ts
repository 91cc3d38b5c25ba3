import { beforeEach, describe, expect, test } from 'vitest';
import { systemClock, virtualClock } from '#functions/adapters/clock.ts';
import { DAY_MS, HOUR_MS, type Instant, msBetween, plusMs } from '#shared/base/time/instant.ts';
import { MONDAY } from '../../cast.ts';

const NEXT_MONDAY = plusMs(MONDAY, 7 * DAY_MS);
const SEASON: Instant = '2027-09-01T13:00:00.000Z';

let systemNow: Instant;
let kept: string | undefined;
const system = { now: () => systemNow };
const setting = {
  read: () => kept,
  write: (value: string) => {
    kept = value;
  },
};
/** The server as started now; starting it again is a restart. */
const start = (at?: Instant) => virtualClock(setting, at, system);

beforeEach(() => {
  systemNow = NEXT_MONDAY;
  kept = undefined;
});

describe('a virtual clock', () => {
  test('begins now when nobody says where', () => {
    expect(start().now()).toBe(NEXT_MONDAY);
  });

  test('starts at the given moment, even in the past, and ticks', () => {
    const clock = start(MONDAY);
    systemNow = plusMs(systemNow, HOUR_MS);
    expect(clock.now()).toBe(plusMs(MONDAY, HOUR_MS));
  });

  test('jumps forward and ticks on from there', () => {
    const clock = start(MONDAY);
    expect(clock.advanceTo(SEASON)).toEqual({ ok: true, value: SEASON });
    systemNow = plusMs(systemNow, HOUR_MS);
    expect(clock.now()).toBe(plusMs(SEASON, HOUR_MS));
  });

  test('continues after a restart as if it had kept running, whatever start is given then', () => {
    start(MONDAY).advanceTo(SEASON);
    systemNow = plusMs(systemNow, DAY_MS);
    expect(start(MONDAY).now()).toBe(plusMs(SEASON, DAY_MS));
  });
});

describe('a virtual clock never goes back', () => {
  test('when asked to', () => {
    const clock = start(SEASON);
    expect(clock.advanceTo(MONDAY)).toEqual({
      ok: false,
      failure: expect.stringMatching(/only moves forward/),
    });
    expect(clock.now()).toBe(SEASON);
  });

  test('when the system clock is set back', () => {
    const clock = start(SEASON);
    systemNow = plusMs(systemNow, -DAY_MS);
    expect(clock.now()).toBe(SEASON);
  });

  test('when the system clock is set back between two runs: not before its last jump', () => {
    start(MONDAY).advanceTo(SEASON);
    systemNow = plusMs(systemNow, -30 * DAY_MS);
    expect(start().now()).toBe(SEASON);
  });
});

test('it does not leave the days the product can hold', () => {
  const clock = start(MONDAY);
  expect(clock.advanceTo('2101-01-01T00:00:00.000Z')).toMatchObject({ ok: false });
  expect(clock.now()).toBe(MONDAY);
});

test('a stored clock that we did not write stops the start', () => {
  kept = '{"offsetMs":"much"}';
  expect(() => start()).toThrow();
});

test('the system clock is the system clock', () => {
  const ours = systemClock.now();
  expect(Math.abs(msBetween(ours, new Date().toISOString() as Instant))).toBeLessThan(5000);
});

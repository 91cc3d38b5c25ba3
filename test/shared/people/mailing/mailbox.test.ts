import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { isGone, triedAgainFrom } from '#shared/people/mailing/mailbox.ts';
import type { Blame, EmailRecord } from '#shared/people/person/email-record.ts';
import { MONDAY } from '../../../cast.ts';

const at = (hours: number): Instant => plusMs(MONDAY, hours * HOUR_MS);

describe('an address', () => {
  test('that was refused twice, a day apart, is gone', () => {
    expect(isGone([failed(0, 'address'), failed(24, 'address')])).toBe(true);
    expect(isGone([returned(0, 'address'), returned(24, 'address')])).toBe(true);
    expect(isGone([failed(0, 'address'), failed(900, 'address')])).toBe(true);
  });

  test('that was refused once, or any number of times on one day, is not', () => {
    expect(isGone([failed(0, 'address')])).toBe(false);
    expect(isGone([0, 1, 2, 3, 23].map((hours) => failed(hours, 'address')))).toBe(false);
  });

  test('at which an email arrived in between is not', () => {
    expect(isGone([failed(0, 'address'), sent(12), failed(24, 'address')])).toBe(false);
  });

  test('whose server took the emails and gave them back is', () => {
    const back = (hours: number): EmailRecord => ({
      ...sent(hours),
      cameBack: { at: at(hours), blames: 'address' },
    });
    expect(isGone([back(0), back(24)])).toBe(true);
  });
});

describe('a mailbox', () => {
  test('that was full or away three times within a week is gone', () => {
    expect(isGone([0, 24, 167].map((hours) => returned(hours, 'mailbox')))).toBe(true);
    expect(isGone([0, 24, 48].map((hours) => failed(hours, 'mailbox')))).toBe(true);
  });

  test('that was so less often, or over more than a week, is not', () => {
    expect(isGone([0, 24].map((hours) => returned(hours, 'mailbox')))).toBe(false);
    expect(isGone([0, 24, 169].map((hours) => returned(hours, 'mailbox')))).toBe(false);
  });

  test('that refuses ten times in a day was full once', () => {
    const hours = Array.from({ length: 10 }, (_, hour) => hour);
    expect(isGone(hours.map((hour) => failed(hour, 'mailbox')))).toBe(false);
  });

  test('at which an email arrived in between is not gone', () => {
    const away = [0, 24, 72].map((hours) => returned(hours, 'mailbox'));
    expect(isGone([...away.slice(0, 2), sent(48), ...away.slice(2)])).toBe(false);
  });
});

test('refusals of the sender never make it gone, however many', () => {
  const days = Array.from({ length: 60 }, (_, day) => failed(24 * day, 'sender'));
  expect(isGone(days)).toBe(false);
});

describe('the next email', () => {
  test('is held by nothing where the last one arrived', () => {
    expect(triedAgainFrom([])).toBeUndefined();
    expect(triedAgainFrom([failed(0, 'sender'), sent(1)])).toBeUndefined();
    expect(triedAgainFrom([failed(0)])).toBeUndefined();
  });

  test('waits an hour, then two, four, in the end a day', () => {
    const waits = [0, 1, 2, 3, 4, 5, 6, 20].map((before) => {
      const refusals = Array.from({ length: before + 1 }, () => failed(0, 'sender'));
      return triedAgainFrom(refusals);
    });
    expect(waits).toEqual([1, 2, 4, 8, 16, 24, 24, 24].map(at));
  });

  test('waits a day for an address that was refused', () => {
    expect(triedAgainFrom([failed(0, 'address')])).toBe(plusMs(MONDAY, DAY_MS));
    expect(triedAgainFrom([failed(0, 'address'), failed(5, 'sender')])).toBe(at(24));
  });

  test('waits a day for what came back', () => {
    expect(triedAgainFrom([returned(0, 'mailbox')])).toBe(at(24));
    expect(triedAgainFrom([returned(0, 'sender')])).toBe(at(24));
  });

  test('waits for no request that was refused, but for the address that it found missing', () => {
    expect(triedAgainFrom([{ ...failed(0, 'sender'), stream: 'link' }])).toBeUndefined();
    expect(triedAgainFrom([{ ...failed(0, 'address'), stream: 'link' }])).toBe(at(24));
  });
});

function email(hours: number, of: Partial<EmailRecord>): EmailRecord {
  return {
    n: hours + 1,
    stream: 'digest',
    status: 'sent',
    keys: [],
    rotationIds: [],
    subject: 'Due',
    claimedAt: at(hours),
    leaseUntil: at(hours),
    settledAt: at(hours),
    ...of,
  };
}

const sent = (hours: number) => email(hours, {});
const failed = (hours: number, blames?: Blame) => back('failed', hours, blames);
const returned = (hours: number, blames: Blame) => back('returned', hours, blames);

function back(status: 'failed' | 'returned', hours: number, blames?: Blame): EmailRecord {
  return email(hours, { status, ...(blames && { cameBack: { at: at(hours), blames } }) });
}

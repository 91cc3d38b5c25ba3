import { describe, expect, test } from 'vitest';
import { DAY_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { claimEmail, entryOf, settleEmail } from '#shared/people/mailing/claim.ts';
import { withCalendar } from '#shared/people/mailing/email-part.ts';
import { withDatesNoticed } from '#shared/people/mailing/notice.ts';
import { type PlannedEmail, planNudges } from '#shared/people/mailing/plan.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { PUBLISHED_WORLD, type World } from '#shared/world/world.ts';
import { aliceAtYale, FEBRUARY } from './alice.ts';
import { correctedWorld, longerLead, matchDay } from './worlds.ts';

/** A month before Yale's last day to apply, 4 July, in the morning of Kolkata. */
const JUNE: Instant = '2027-06-04T06:00:00.000Z';

describe('the calendar part of an email', () => {
  test('holds each date once, when it is first spoken of', () => {
    const { alice, email } = emailed(aliceAtYale(), PUBLISHED_WORLD, JUNE);
    expect(lines(email)).toContain('confirmed due/apply/yale-1 2027-06-13');
    const later = emailed(alice, PUBLISHED_WORLD, plusMs(JUNE, 17 * DAY_MS));
    expect(later.email.nudges.map(({ key }) => key).join()).toContain('apply');
    expect(lines(later.email)).not.toContain('confirmed due/apply/yale-1 2027-06-13');
  });

  test('holds it again when it has moved, with the email that says so', () => {
    const before = emailed(seen(), PUBLISHED_WORLD, JUNE).alice;
    const { email } = emailed(...nextDay(before, 125));
    expect(email.stream).toBe('date-moved');
    expect(lines(email)).toContain('confirmed due/apply/yale-1 2027-06-08');
  });

  test('cancels it when it has moved to a day that is past', () => {
    const before = emailed(seen(), PUBLISHED_WORLD, JUNE).alice;
    const { email } = emailed(...nextDay(before, 150));
    expect(email.stream).toBe('date-moved');
    expect(lines(email)).toContain('canceled due/apply/yale-1 2027-06-13');
  });

  test('of an email that says a date of the season moved holds that date', () => {
    const world = correctedWorld(matchDay('2028-03-24'));
    const { email } = emailed(withDatesNoticed(seen(), world, JUNE), world, JUNE);
    expect(lines(email)).toContain('confirmed season/2028/match-day 2028-03-24');
  });

  test('cancels what is no longer open, once', () => {
    const { alice } = emailed(aliceAtYale(), PUBLISHED_WORLD, JUNE);
    const without = { ...asking(alice, 'l1'), facts: { ...alice.facts, rotations: [] } };
    const next = emailed(without, PUBLISHED_WORLD, plusMs(JUNE, DAY_MS));
    expect(lines(next.email)).toContain('canceled due/apply/yale-1 2027-06-13');
    const after = emailed(asking(next.alice, 'l2'), PUBLISHED_WORLD, plusMs(JUNE, 2 * DAY_MS));
    expect(lines(after.email).join()).not.toContain('yale-1');
  });

  test('of an email that failed is not remembered: the next one holds it', () => {
    const { alice, planned } = claimed(aliceAtYale(), PUBLISHED_WORLD, JUNE);
    const failed = settleEmail(alice, 1, 'failed', JUNE, 'refused');
    if (!failed) throw new Error('The email had a fate already.');
    expect(lines(emailed(failed, PUBLISHED_WORLD, plusMs(JUNE, 60_000)).email)).toEqual(
      lines(planned),
    );
  });
});

/** The next day, on which Yale wants applications so many days ahead. */
function nextDay(before: Applicant, leadDays: number): [Applicant, World, Instant] {
  const world = correctedWorld(longerLead('yale', leadDays));
  const now = plusMs(JUNE, DAY_MS);
  return [withDatesNoticed(before, world, now), world, now];
}

/** With a new link asked for, which is an email of its own. */
function asking(person: Applicant, id: string): Applicant {
  return { ...person, causes: [{ id, stream: 'link', at: JUNE }] };
}

function seen(): Applicant {
  return withDatesNoticed(aliceAtYale(), PUBLISHED_WORLD, FEBRUARY);
}

function lines({ calendar = [] }: PlannedEmail): string[] {
  return calendar.map(({ status, key, day }) => `${status} ${key} ${day}`);
}

function emailed(person: Applicant, world: World, now: Instant) {
  const { alice, planned } = claimed(person, world, now);
  const n = alice.emails.at(-1)?.n ?? 0;
  return { alice: settleEmail(alice, n, 'sent', now) ?? alice, email: planned };
}

function claimed(person: Applicant, world: World, now: Instant) {
  const { email } = planNudges(person, world, now);
  if (!email) throw new Error(`Nothing is due at ${now}.`);
  const planned = withCalendar(email, person, world, now);
  return { alice: claimEmail(person, entryOf(planned), 'a subject', now).person, planned };
}

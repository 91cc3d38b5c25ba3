/** The calendar text, read by a parser that is not ours. */
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type CalendarEntry, calendarEntries } from '#shared/people/mailing/entry.ts';
import { icsOf, sequenceOf } from '#shared/people/mailing/ics.ts';
import { withDatesNoticed } from '#shared/people/mailing/notice.ts';
import type { SeasonCorrection } from '#shared/world/corrections/correction.ts';
import { PUBLISHED_WORLD, type World } from '#shared/world/world.ts';
import { aliceAtYale, FEBRUARY } from './alice.ts';
import { correctedWorld, matchDay } from './worlds.ts';

describe('a person’s calendar', () => {
  test('is iCalendar, with the season, their deadlines and their rotations, and no alarm', () => {
    const text = icsOfAlice(PUBLISHED_WORLD);
    const { events, calendar } = read(text);
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(text).not.toContain('VALARM');
    const titles = events.map(({ summary }) => summary);
    expect(titles).toContain('Match Day (estimated)');
    expect(titles).toContain('Start: apply for the Yale School of Medicine IR rotation');
    expect(titles).toContain('Rotation at Yale School of Medicine');
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    expect(events.every(({ component }) => component.getFirstPropertyValue('dtstamp'))).toBe(true);
  });

  test('ends each line as RFC 5545 has it, and says how often to read it again', () => {
    const text = icsOfAlice(PUBLISHED_WORLD);
    expect(
      text
        .split('\n')
        .slice(0, -1)
        .every((line) => line.endsWith('\r')),
    ).toBe(true);
    expect(text).toMatch(/END:VCALENDAR\r\n$/);
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT6H');
    expect(text).toContain('X-PUBLISHED-TTL:PT6H');
  });

  test('shows a day as a day, and a rotation to the end of its last one', () => {
    const { events } = read(icsOfAlice(PUBLISHED_WORLD));
    const rotation = events.find(({ summary }) => summary.startsWith('Rotation'));
    expect([
      rotation?.startDate.isDate,
      String(rotation?.startDate),
      String(rotation?.endDate),
    ]).toEqual([true, '2027-11-01', '2027-11-27']);
  });

  test('shows a stated time as that moment, and says it in Eastern and local time', () => {
    const at: SeasonCorrection = {
      ...(matchDay('2028-03-17') as SeasonCorrection),
      event: 'rank-list-certify-deadline',
      day: '2028-03-01',
      timeEt: '21:00',
    };
    const { events } = read(icsOfAlice(correctedWorld(at)));
    const rank = events.find(({ summary }) => summary.startsWith('Rank lists must be'));
    expect(rank?.startDate.toJSDate().toISOString()).toBe('2028-03-02T02:00:00.000Z');
    expect(rank?.description).toContain(
      'Wed, Mar 1, 2028, 9:00 p.m. ET (Thu, Mar 2, 7:30 a.m. in Kolkata) (official)',
    );
    expect(rank?.description).toContain('Source: https://www.nrmp.org/match-calendars/');
  });

  test('keeps the UID of a date that moves, and raises its sequence', () => {
    const before = withDatesNoticed(aliceAtYale(), PUBLISHED_WORLD, FEBRUARY);
    const world = correctedWorld(matchDay('2028-03-24'));
    const after = withDatesNoticed(before, world, FEBRUARY);
    const one = matchOf(
      icsOf(confirmed(calendarEntries(before, PUBLISHED_WORLD, FEBRUARY)), of(before)),
    );
    const two = matchOf(icsOf(confirmed(calendarEntries(after, world, FEBRUARY)), of(after)));
    expect([two?.uid, String(two?.startDate)]).toEqual([one?.uid, '2028-03-24']);
    expect(two?.sequence).toBeGreaterThan(one?.sequence ?? 0);
  });

  test('raises the sequence with every change of the person’s own, too', () => {
    const alice = withDatesNoticed(aliceAtYale(), PUBLISHED_WORLD, FEBRUARY);
    expect(sequenceOf({ ...alice, revision: 5 })).toBe(sequenceOf({ ...alice, revision: 4 }) + 1);
  });

  test('cancels what is not so any more under the same UID', () => {
    const alice = aliceAtYale();
    const [entry] = calendarEntries(alice, PUBLISHED_WORLD, FEBRUARY);
    if (!entry) throw new Error('Alice has no dates.');
    const [event] = read(icsOf([{ ...entry, status: 'canceled' }], of(alice))).events;
    const [standing] = read(icsOf(confirmed([entry]), of(alice))).events;
    expect(event?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event?.uid).toBe(standing?.uid);
  });

  test('lists no step of a rotation that its host refuses, and the season all the same', () => {
    const { facts, ...alice } = aliceAtYale();
    const profile = { ...facts.profile, enrollment: 'graduate' as const };
    const refused = { ...alice, facts: { ...facts, profile } };
    const keys = calendarEntries(refused, PUBLISHED_WORLD, FEBRUARY).map(({ key }) => key);
    expect(keys.filter((key) => key.startsWith('due/') && key.endsWith('/yale-1'))).toEqual([]);
    expect(keys).toContain('season/2028/match-day');
  });

  test('holds what a name may hold without breaking', () => {
    const alice = aliceAtYale();
    const [rotation] = alice.facts.rotations;
    if (!rotation) throw new Error('Alice has no rotation.');
    const host = { name: 'A; B, C: “D” BEGIN:VALARM \\n' };
    const odd = { ...alice, facts: { ...alice.facts, rotations: [{ ...rotation, host }] } };
    const { events } = read(
      icsOf(confirmed(calendarEntries(odd, PUBLISHED_WORLD, FEBRUARY)), of(odd)),
    );
    expect(events.map(({ summary }) => summary)).toContain(`Rotation at ${host.name}`);
    expect(
      events.every(({ component }) => component.getAllSubcomponents('valarm').length === 0),
    ).toBe(true);
  });
});

test('the same plan makes the same bytes, so that a feed that has not changed says so', () => {
  expect(icsOfAlice(PUBLISHED_WORLD)).toBe(icsOfAlice(PUBLISHED_WORLD));
});

function icsOfAlice(world: World): string {
  const alice = withDatesNoticed(aliceAtYale(), world, FEBRUARY);
  return icsOf(confirmed(calendarEntries(alice, world, FEBRUARY)), of(alice));
}

function of(applicant: ReturnType<typeof aliceAtYale>) {
  return { applicant, stampedAt: FEBRUARY };
}

function confirmed(entries: readonly CalendarEntry[]) {
  return entries.map((entry) => ({ ...entry, status: 'confirmed' as const }));
}

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  return { calendar, events };
}

function matchOf(text: string) {
  return read(text).events.find(({ summary }) => summary.startsWith('Match Day'));
}

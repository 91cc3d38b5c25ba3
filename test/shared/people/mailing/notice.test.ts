import { describe, expect, test } from 'vitest';
import type { Instant } from '#shared/base/time/instant.ts';
import { withDatesNoticed } from '#shared/people/mailing/notice.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { changedWorld } from '#shared/world/corrections/changed-world.ts';
import type { Correction } from '#shared/world/corrections/correction.ts';
import { UNCHANGED_WORLD } from '#shared/world/corrections/world-item.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { aliceAtYale, FEBRUARY } from './alice.ts';
import { correctedWorld, longerLead, matchDay } from './worlds.ts';

const LATER: Instant = '2027-02-02T15:00:00.000Z';
const MOVED = correctedWorld(matchDay('2028-03-24'));

describe('nobody is told', () => {
  test('at the first look, which only notes what is so', () => {
    expect(seen().causes).toEqual([]);
    expect(seen().seen?.dates['season/2028/match-day']).toEqual({
      day: '2028-03-17',
      certainty: 'estimated',
    });
  });

  test('while nothing changes: it is the same object', () => {
    const alice = seen();
    expect(withDatesNoticed(alice, PUBLISHED_WORLD, LATER)).toBe(alice);
  });

  test('when an estimate becomes official on the same day', () => {
    const alice = withDatesNoticed(seen(), correctedWorld(matchDay('2028-03-17')), FEBRUARY);
    expect(alice.causes).toEqual([]);
    expect(alice.seen?.dates['season/2028/match-day']?.certainty).toBe('official');
  });

  test('of another season’s dates, or another host’s', () => {
    const other = { ...matchDay('2029-03-23'), season: 2029 } as Correction;
    const world = correctedWorld(other, longerLead('stanford'));
    expect(withDatesNoticed(seen(), world, FEBRUARY).causes).toEqual([]);
  });

  test('of what they moved themselves', () => {
    const { facts, ...alice } = seen();
    const dates = { start: '2027-12-06', end: '2027-12-31' } as const;
    const later = facts.rotations.map((rotation) => ({ ...rotation, dates }));
    const aims = { ...facts.profile, matchYear: 2029 };
    for (const own of [
      { ...facts, rotations: later },
      { ...facts, rotations: [] },
      { ...facts, profile: aims },
    ]) {
      const noted = withDatesNoticed({ ...alice, facts: own }, PUBLISHED_WORLD, FEBRUARY);
      expect(noted.causes).toEqual([]);
    }
  });

  test('of a date that is over, whatever it was', () => {
    const after: Instant = '2028-04-01T15:00:00.000Z';
    expect(withDatesNoticed(seen(), MOVED, after).causes).toEqual([]);
  });

  test('who cannot or will not be emailed; what is so is noted all the same', () => {
    for (const reach of ['bounced', 'complained', 'unsubscribed'] as const) {
      const alice = withDatesNoticed({ ...seen(), reach }, MOVED, FEBRUARY);
      expect(alice.causes).toEqual([]);
      expect(alice.seen?.dates['season/2028/match-day']?.day).toBe('2028-03-24');
    }
  });
});

describe('whose date changed hears of it once', () => {
  test('a season’s', () => {
    const alice = withDatesNoticed(seen(), MOVED, FEBRUARY);
    expect(alice.causes).toEqual([
      {
        id: 'moved-20270201150000000',
        stream: 'date-moved',
        at: FEBRUARY,
        moved: [
          { key: 'season/2028/match-day', was: { day: '2028-03-17', certainty: 'estimated' } },
        ],
      },
    ]);
    expect(alice.seen?.moves).toBe(1);
    expect(withDatesNoticed(alice, MOVED, LATER)).toBe(alice);
  });

  test('their host’s, by the day it comes to for them', () => {
    const alice = withDatesNoticed(seen(), correctedWorld(longerLead('yale')), FEBRUARY);
    expect(alice.causes[0]?.moved).toEqual([
      {
        key: 'host/yale-1/2027-11-01/leadDays',
        was: { day: '2027-07-04', certainty: 'official' },
      },
    ]);
  });

  test('two moves before the email leaves are one email, from what they last knew', () => {
    const once = withDatesNoticed(seen(), MOVED, FEBRUARY);
    const both = correctedWorld(matchDay('2028-03-31'), longerLead('yale'));
    const twice = withDatesNoticed(once, both, LATER);
    expect(twice.causes).toHaveLength(1);
    expect(new Set(twice.causes[0]?.moved?.map(({ key, was }) => `${key} ${was.day}`))).toEqual(
      new Set(['season/2028/match-day 2028-03-17', 'host/yale-1/2027-11-01/leadDays 2027-07-04']),
    );
  });

  test('a change that is withdrawn before the email is sent is never mentioned', () => {
    const once = withDatesNoticed(seen(), MOVED, FEBRUARY);
    expect(withDatesNoticed(once, PUBLISHED_WORLD, LATER).causes).toEqual([]);
  });

  test('a change that is withdrawn after the email was sent is emailed again', () => {
    const once = withDatesNoticed(seen(), MOVED, FEBRUARY);
    const email = {
      n: 1,
      stream: 'date-moved',
      status: 'sent',
      keys: ['moved-20270201150000000'],
      rotationIds: [],
      subject: 'Date changed',
      claimedAt: FEBRUARY,
      leaseUntil: FEBRUARY,
    } as const;
    for (const causes of [[], once.causes]) {
      const reported: Applicant = {
        ...once,
        causes,
        emails: [{ ...email, keys: [...email.keys], rotationIds: [] }],
      };
      const back = withDatesNoticed(reported, PUBLISHED_WORLD, LATER).causes.at(-1);
      expect([back?.id, back?.moved?.[0]?.was.day]).toEqual([
        'moved-20270202150000000',
        '2028-03-24',
      ]);
    }
  });

  test('a date that is no longer published', () => {
    const row = { season: 2028, event: 'match-day', day: '2028-03-17', weekday: 'Fri' } as const;
    const estimate = { source: '', checkedOn: '2027-02-01', certainty: 'estimated' } as const;
    const rows = [{ ...row, ...estimate }];
    const fewer = changedWorld({ ...UNCHANGED_WORLD, seasons: [{ matchYear: 2028, rows }] });
    const alice = withDatesNoticed(seen(), fewer, FEBRUARY);
    expect(alice.causes[0]?.moved?.map(({ key }) => key)).toContain(
      'season/2028/nrmp-registration-opens',
    );
  });
});

function seen(): Applicant {
  return withDatesNoticed(aliceAtYale(), PUBLISHED_WORLD, FEBRUARY);
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import {
  type ClockTime,
  DAY_MS,
  HOUR_MS,
  type Instant,
  instantAt,
  plusMs,
} from '#shared/base/time/instant.ts';
import { accept, withTimePassed } from '#shared/people/applicant/accept.ts';
import { claimEmail, entryOf, settleEmail } from '#shared/people/mailing/claim.ts';
import { type NudgePlan, planNudges } from '#shared/people/mailing/plan.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Event } from '#shared/people/person/event.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice } from '../../../cast.ts';
import { acceptedAtBrown, NOVEMBER, storyOf } from '../../plan/moves/stories.ts';
import { aliceAtYale } from './alice.ts';

const KOLKATA = 'Asia/Kolkata';
const OFFER_IN_THREE_DAYS = 'accept|r1|2027-03-20|3';

/** Alice with an offer of Brown that she must answer by Sat, Mar 20, 2027. */
const offered = withFacts(
  storyOf()
    .report('2027-02-10T15:00:00.000Z', { type: 'applied', rotationId: 'r1' })
    .report('2027-03-01T15:00:00.000Z', {
      type: 'offered',
      rotationId: 'r1',
      expiresOn: '2027-03-20',
    }).facts,
);

describe('a digest', () => {
  test('holds everything that is due, in the order of the deadlines', () => {
    const { email } = planAt(offered, '2027-03-18', '12:00');
    expect(email?.stream).toBe('digest');
    expect(email?.nudges.map(({ key }) => key)).toContain(OFFER_IN_THREE_DAYS);
    const ends = email?.nudges.map(({ occasion }) => occasion.deadline.at) ?? [];
    expect(ends).toEqual(ends.toSorted());
  });

  test('is not planned in quiet hours, and is in the morning after them', () => {
    const { email, nextAt } = planAt(offered, '2027-03-18', '03:00');
    expect(email).toBeUndefined();
    expect(nextAt && nextAt >= instantAt('2027-03-18', '09:00', KOLKATA)).toBe(true);
    expect(nextAt && nextAt < instantAt('2027-03-18', '11:00', KOLKATA)).toBe(true);
  });

  test('is planned once: what it said is not said again', () => {
    const now = instantAt('2027-03-18', '12:00', KOLKATA);
    const said = sent(offered, now);
    expect(planNudges(said, PUBLISHED_WORLD, plusMs(now, HOUR_MS)).email).toBeUndefined();
  });

  test('repeats nothing that a spilled email has said', () => {
    const now = instantAt('2027-03-18', '12:00', KOLKATA);
    const { email } = planNudges(offered, PUBLISHED_WORLD, now);
    const keys = email ? entryOf(email).keys : [];
    expect(planNudges({ ...offered, olderKeys: keys }, PUBLISHED_WORLD, now).email).toBeUndefined();
  });

  test('that was refused is planned again', () => {
    const now = instantAt('2027-03-18', '12:00', KOLKATA);
    const refused = settleEmail(claimed(offered, now), 1, 'failed', now) ?? offered;
    const again = planNudges(refused, PUBLISHED_WORLD, plusMs(now, HOUR_MS));
    expect(again.email?.nudges.map(({ key }) => key)).toContain(OFFER_IN_THREE_DAYS);
  });

  test('says a date again when the date moves, and only then', () => {
    const now = instantAt('2027-03-18', '12:00', KOLKATA);
    const said = sent(offered, now);
    const moved = {
      ...said,
      facts: {
        ...said.facts,
        rotations: said.facts.rotations.map((each) => ({
          ...each,
          offer: { expiresOn: '2027-03-22' as Day },
        })),
      },
    };
    const next = planNudges(moved, PUBLISHED_WORLD, instantAt('2027-03-19', '12:00', KOLKATA));
    const ofOffer = next.email?.nudges.filter(({ key }) => key.startsWith('accept|'));
    expect(ofOffer?.map(({ key }) => key)).toEqual(['accept|r1|2027-03-22|3']);
  });
});

describe('an urgent email', () => {
  /** The offer moved to the next morning, entered by an advisor after today's digest has left. */
  const now = instantAt('2027-03-18', '12:00', KOLKATA);
  const pressed = (expiresOn: Day): Applicant => {
    const said = sent(offered, now);
    return {
      ...said,
      facts: {
        ...said.facts,
        rotations: said.facts.rotations.map((each) => ({ ...each, offer: { expiresOn } })),
      },
    };
  };

  test('leaves beside the digest when the next digest would come too late', () => {
    const { email } = planNudges(
      pressed('2027-03-17'),
      PUBLISHED_WORLD,
      plusMs(instantAt('2027-03-18', '08:00', KOLKATA), 4 * HOUR_MS),
    );
    expect(email).toBeUndefined();
    const urgent = planNudges(pressed('2027-03-18'), PUBLISHED_WORLD, plusMs(now, HOUR_MS));
    expect([urgent.email?.stream, urgent.email?.nudges.length]).toEqual(['urgent', 1]);
  });

  test('does not leave when the next digest is in time', () => {
    const { email, nextAt } = planNudges(
      pressed('2027-03-19'),
      PUBLISHED_WORLD,
      plusMs(now, HOUR_MS),
    );
    expect(email).toBeUndefined();
    expect(nextAt && nextAt <= instantAt('2027-03-19', '11:00', KOLKATA)).toBe(true);
  });
});

describe('an urgent email near the next digest', () => {
  // Asha's digest leaves at 10:06. In winter the US day ends at 10:30 in Kolkata.
  const evening = instantAt('2027-01-14', '19:00', KOLKATA);
  const pressed = (emails: Applicant['emails']): Applicant => ({
    ...offered,
    id: 'asha',
    emails,
    facts: {
      ...offered.facts,
      rotations: offered.facts.rotations.map((each) => ({
        ...each,
        since: instantAt('2027-01-10', '12:00', KOLKATA),
        offeredOn: '2027-01-10' as Day,
        offer: { expiresOn: '2027-01-14' as Day },
      })),
    },
  });
  const email = (stream: 'digest' | 'urgent', at: Instant) =>
    claimEmail(offered, { stream, keys: [], rotationIds: [] }, 'said', at).person.emails;

  test('leaves where the sweep after the digest’s moment would come too late', () => {
    const person = pressed(email('digest', instantAt('2027-01-14', '10:30', KOLKATA)));
    const morning = planNudges(person, PUBLISHED_WORLD, instantAt('2027-01-15', '09:30', KOLKATA));
    expect(morning.email?.stream).toBe('urgent');
  });

  test('that today’s urgent email holds up is planned again when the next day starts', () => {
    const digest = email('digest', instantAt('2027-01-14', '10:30', KOLKATA));
    const urgent = email('urgent', instantAt('2027-01-14', '12:00', KOLKATA));
    const plan = planNudges(pressed([...digest, ...urgent]), PUBLISHED_WORLD, evening);
    expect(plan).toEqual({ nextAt: instantAt('2027-01-15', '00:00', KOLKATA) });
  });
});

describe('silence', () => {
  test('falls over what was done', () => {
    const accepted = reported(
      offered,
      { type: 'accepted', rotationId: 'r1' },
      '2027-03-18',
      '11:00',
    );
    expect(rulesIn(planAt(accepted, '2027-03-18', '12:00'))).not.toContain('accept');
  });

  test('falls over a withdrawn rotation at once', () => {
    const gone = reported(offered, { type: 'withdrawn', rotationId: 'r1' }, '2027-03-18', '11:00');
    const { email } = planAt(gone, '2027-03-18', '12:00');
    expect((email?.nudges ?? []).filter(({ occasion }) => occasion.rotationId === 'r1')).toEqual(
      [],
    );
  });

  test('skips everything for people who unsubscribed, bounced, or complained', () => {
    for (const reach of ['unsubscribed', 'bounced', 'complained'] as const) {
      expect(planAt({ ...offered, reach }, '2027-03-18', '12:00')).toEqual({});
    }
  });

  test('does not stop at a link that an unsubscribed person requests', () => {
    const asks = {
      ...offered,
      reach: 'unsubscribed',
      causes: [{ id: 'c1', stream: 'link', at: offered.createdAt }],
    } as const;
    expect(
      planAt({ ...asks, causes: [...asks.causes] }, '2027-03-18', '03:00').email,
    ).toMatchObject({ stream: 'link', causeId: 'c1' });
  });

  test('skips a correction, too, for people who unsubscribed, and does not hold up a link behind it', () => {
    const causes: Applicant['causes'] = [
      { id: 'c0', stream: 'correction', at: offered.createdAt, rotationId: 'r1' },
      { id: 'c1', stream: 'link', at: offered.createdAt },
    ];
    const person: Applicant = { ...offered, reach: 'unsubscribed', causes };
    expect(planAt(person, '2027-03-18', '12:00').email).toMatchObject({ stream: 'link' });
    expect(planAt({ ...person, causes: causes.slice(0, 1) }, '2027-03-18', '12:00')).toEqual({});
  });

  test('falls over an offer for the day somebody wrote it down, and not for the next', () => {
    const short = reported(
      withFacts(
        storyOf().report('2027-02-10T15:00:00.000Z', { type: 'applied', rotationId: 'r1' }).facts,
      ),
      { type: 'offered', rotationId: 'r1', expiresOn: '2027-03-03' },
      '2027-03-01',
      '12:00',
    );
    expect(rulesIn(planAt(short, '2027-03-01', '18:00'))).not.toContain('accept');
    expect(rulesIn(planAt(short, '2027-03-02', '12:00'))).toContain('accept');
  });

  test('falls over a rung whose subject was touched two days before it', () => {
    const accepted = withFacts(acceptedAtBrown().facts);
    const touched = reported(
      accepted,
      {
        type: 'document-updated',
        rotationId: 'r1',
        kind: 'tb',
        status: 'in-progress',
        heldBy: 'applicant',
      },
      '2027-05-08',
      '12:00',
    );
    const keys = (person: Applicant) =>
      (planAt(person, '2027-05-09', '12:00').email?.nudges ?? []).map(({ key }) => key);
    expect(keys(accepted).some((key) => key.startsWith('G14|r1/tb|'))).toBe(true);
    expect(keys(touched).some((key) => key.startsWith('G14|r1/tb|'))).toBe(false);
    expect(keys(touched).some((key) => key.startsWith('G14|r1/mmr|'))).toBe(true);
  });
});

describe('an overview', () => {
  const { facts } = alice();
  const last = instantAt('2027-11-08', '10:00', KOLKATA);
  /** Three emails in the fall, and an act of hers after the first. */
  const answered: Applicant = {
    ...alice(),
    olderKeys: [
      'G7|plan/targets|2027-03-17|+1',
      'G8|plan/early-rotation|2027-03-01|lost',
      'G10|plan/final-letters|2027-09-22|lost',
      'G11|plan/application|2027-09-21|+7',
      'G17|plan/ir-letter|2027-09-22|lost',
      'G17b|plan/other-letter|2027-09-22|lost',
    ],
    emails: ['2027-10-28', '2027-11-02', '2027-11-08'].map((day, index) => ({
      n: index + 1,
      stream: 'digest',
      status: 'sent',
      keys: [],
      rotationIds: [],
      subject: 'x',
      claimedAt: instantAt(day as Day, '10:00', KOLKATA),
      leaseUntil: last,
    })),
    history: [
      {
        id: 'u1',
        at: instantAt('2027-10-30', '10:00', KOLKATA),
        by: 'applicant',
        event: { type: 'zone-changed', zone: KOLKATA },
      },
    ],
  };
  const missedOn = (person: Applicant, day: Day) =>
    planAt(person, day, '12:00').email?.overview?.missed.map(({ rule }) => rule);

  test('comes after sixty days of silence, and knows what was missed and is open', () => {
    expect(missedOn(answered, '2028-01-06')).toBeUndefined();
    expect(missedOn(answered, '2028-01-07')).toEqual(['G11']);
  });

  const [listed] = aliceAtYale().facts.rotations;
  if (!listed) throw new Error('Alice should have a rotation');
  const winter = { ...listed, dates: { start: '2028-02-07', end: '2028-03-03' } } as const;
  const withRotation = (rotation: Rotation) => {
    const person = { ...answered, facts: { ...facts, rotations: [rotation] } };
    // Everything that is due that day has been said before.
    const due = planAt(person, '2028-01-07', '12:00').email?.nudges ?? [];
    const keys = due.map(({ key }) => key);
    const told = { ...person, olderKeys: [...(answered.olderKeys ?? []), ...keys] };
    return planAt(told, '2028-01-07', '12:00').email?.overview;
  };

  test('knows of a rotation on the plan that can no longer be applied for, until it is closed', () => {
    const closed = { reason: 'withdrawn', at: NOVEMBER } as const;
    expect(withRotation(winter)?.lost?.rule).toBe('apply');
    const gone = withRotation({ ...winter, stage: 'closed', status: 'closed', closed });
    expect(gone?.missed.map(({ rule }) => rule)).toEqual(['G11']);
    expect(gone?.lost).toBeUndefined();
  });

  test('offers no day for two rotations at once, even on the evening before that day in the US', () => {
    const accepted = { stage: 'documents', status: 'preparing' } as const;
    const evening: Instant = '2028-01-08T05:30:00.000Z';
    const both = ['r1', 'r2'].map((id) => ({ ...winter, ...accepted, id, since: evening }));
    const profile = { ...facts.profile, zone: 'Pacific/Honolulu' };
    const mailing = { ...facts.mailing, hour: '20:00' as const };
    const person = { ...answered, facts: { ...facts, profile, mailing, rotations: both } };
    const at = plusMs(evening, HOUR_MS);
    const due = planNudges(person, PUBLISHED_WORLD, at).email?.nudges ?? [];
    const olderKeys = [...answered.olderKeys, ...due.map(({ key }) => key)];
    const { email } = planNudges({ ...person, olderKeys }, PUBLISHED_WORLD, at);
    expect(email?.overview?.missed.map(({ rule }) => rule)).toContain('G11');
    expect(email?.overview?.ahead.map(({ rule }) => rule)).not.toContain('overlap');
  });

  test('does not come to somebody who answered none of the last three', () => {
    const early = answered.history.map((each) => ({ ...each, at: NOVEMBER }));
    expect(missedOn({ ...answered, history: early }, '2028-01-07')).toBeUndefined();
  });

  test('does not come with nothing to say, nor to somebody who stopped it', () => {
    const done = { ...answered, facts: { ...facts, erasSubmittedOn: '2027-09-15' as Day } };
    expect(missedOn(done, '2028-01-07')).toBeUndefined();
    const mailing = { stopped: ['overview' as const] };
    expect(missedOn({ ...answered, facts: { ...facts, mailing } }, '2028-01-07')).toBeUndefined();
  });
});

describe('of three emails within a week', () => {
  const three = (['2027-03-12', '2027-03-14', '2027-03-15'] as const).map(
    (day, index): Applicant['emails'][number] => ({
      n: index + 1,
      stream: 'digest',
      status: 'sent',
      keys: [],
      rotationIds: [],
      subject: 'x',
      claimedAt: instantAt(day, '10:00', KOLKATA),
      leaseUntil: instantAt(day, '10:00', KOLKATA),
    }),
  );
  const full = {
    ...offered,
    emails: three,
    olderKeys: ['G8|plan/early-rotation|2027-03-01|lost'],
  };
  const stopped = { stopped: ['applications' as const] };
  const withoutOffer = { ...full, facts: { ...full.facts, mailing: stopped } };

  test('the fourth waits until the week is over where a cap may hold it', () => {
    expect(planAt({ ...withoutOffer, emails: [] }, '2027-03-17', '12:00').email).toBeDefined();
    const { email, nextAt } = planAt(withoutOffer, '2027-03-17', '12:00');
    expect(email).toBeUndefined();
    expect(nextAt && nextAt <= instantAt('2027-03-19', '11:00', KOLKATA)).toBe(true);
    expect(planAt(withoutOffer, '2027-03-19', '12:00').email).toBeDefined();
  });

  test('the fourth goes where an offer ends in three days, with all that may join it', () => {
    const { email } = planAt(full, '2027-03-17', '12:00');
    expect(email?.nudges.map(({ key }) => key)).toContain(OFFER_IN_THREE_DAYS);
    expect(email?.nudges.length).toBeGreaterThan(1);
  });

  test('no hard deadline becomes urgent: its word of three days before leaves with the digest', () => {
    const september = (['2027-09-16', '2027-09-17', '2027-09-17'] as const).map((day, index) => ({
      ...(three[index] as Applicant['emails'][number]),
      stream: index === 2 ? ('urgent' as const) : ('digest' as const),
      claimedAt: instantAt(day, '10:00', KOLKATA),
    }));
    const olderKeys = ['G7|plan/targets|2027-03-17|+1', 'G17|plan/ir-letter|2027-09-01|+1'];
    const applying = { ...alice(), emails: september, olderKeys };
    expect(planAt({ ...applying, emails: [] }, '2027-09-18', '12:00').email).toBeDefined();
    expect(planAt(applying, '2027-09-18', '12:00').email).toBeUndefined();
    const { email } = planAt(applying, '2027-09-19', '12:00');
    expect(email?.stream).toBe('digest');
    expect(email?.nudges.map(({ key }) => key)).toContain('G11|plan/application|2027-09-21|3');
  });
});

test('no plan changes before its own nextAt, at whatever hour it is made', () => {
  const anyStart = fc
    .integer({ min: 0, max: 500 })
    .map((days) => plusMs('2026-11-23T03:30:00.000Z', days * DAY_MS));
  const people = [offered, withFacts(acceptedAtBrown().facts), alice()];
  fc.assert(
    fc.property(
      fc.constantFrom(...people),
      anyStart,
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (person, start, part) => {
        const present = withTimePassed(person, start, PUBLISHED_WORLD);
        const plan = planNudges(present, PUBLISHED_WORLD, start);
        if (plan.email || !plan.nextAt) return;
        const between = plusMs(
          start,
          Math.floor(part * (Date.parse(plan.nextAt) - Date.parse(start))),
        );
        expect(planNudges(present, PUBLISHED_WORLD, between).email).toBeUndefined();
      },
    ),
    { numRuns: 200 },
  );
});

function withFacts(facts: Applicant['facts']): Applicant {
  return alice({ facts });
}

function planAt(person: Applicant, day: Day, time: ClockTime): NudgePlan {
  return planNudges(person, PUBLISHED_WORLD, instantAt(day, time, KOLKATA));
}

function rulesIn({ email }: NudgePlan): string[] {
  return (email?.nudges ?? []).map(({ occasion }) => occasion.rule);
}

function claimed(person: Applicant, now: Instant): Applicant {
  const { email } = planNudges(person, PUBLISHED_WORLD, now);
  if (!email) throw new Error('The story expected an email to be due.');
  return claimEmail(person, entryOf(email), 'an email', now).person;
}

function sent(person: Applicant, now: Instant): Applicant {
  return settleEmail(claimed(person, now), 1, 'sent', now) ?? person;
}

function reported(person: Applicant, event: Event, day: Day, time: ClockTime): Applicant {
  const verdict = accept(
    person,
    { id: 'u-told', by: 'applicant', event },
    instantAt(day, time, KOLKATA),
    PUBLISHED_WORLD,
  );
  if (verdict.verdict !== 'accepted')
    throw new Error('The story expected the update to be accepted.');
  return verdict.applicant;
}

/** The outlook: the same dates as the emails and the plan, small, and true on whatever day it is read. */
import { describe, expect, test } from 'vitest';
import { ROTATIONS_MAX } from '#shared/base/limits.ts';
import { DAY_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { cohortSchema, newCohort } from '#shared/cohort/cohort.ts';
import { risksOf } from '#shared/cohort/risk/risks-of.ts';
import { accept, withTimePassed } from '#shared/people/applicant/accept.ts';
import { outlookOf, withOutlook } from '#shared/people/outlook/look-ahead.ts';
import {
  indexedSummary,
  summaryOfApplicant,
  summarySchema,
} from '#shared/people/outlook/summary.ts';
import {
  type Applicant,
  applicantSchema,
  type HistoryEntry,
} from '#shared/people/person/applicant.ts';
import { occasionsAt } from '#shared/words/occasions.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice, bob, MONDAY } from '../../../cast.ts';
import { acceptedAtBrown, midwayAtBrown } from '../../plan/moves/stories.ts';

const APRIL: Instant = '2027-04-01T15:00:00.000Z';
const JULY: Instant = '2027-07-20T15:00:00.000Z';
const outlook = (applicant: Applicant, at = APRIL) => outlookOf(applicant, PUBLISHED_WORLD, at);
const reported = (id: string, at: Instant, event: HistoryEntry['event']): HistoryEntry => ({
  id,
  at,
  by: 'applicant',
  event,
});
const accepted = alice({
  facts: acceptedAtBrown().facts,
  history: [
    reported('u1', '2027-02-10T15:00:00.000Z', { type: 'applied', rotationId: 'r1' }),
    reported('u2', '2027-03-10T15:00:00.000Z', { type: 'offered', rotationId: 'r1' }),
  ],
});

describe('an outlook', () => {
  test('has the deadlines that the emails have, papers of one day taken together', () => {
    const occasions = occasionsAt(accepted.facts, PUBLISHED_WORLD, APRIL);
    const { due } = outlook(accepted);
    expect(occasions.filter(({ rule }) => rule === 'G14')).toHaveLength(8);
    expect(due.find(({ rule }) => rule === 'G14')).toMatchObject({
      title: expect.stringMatching(
        /^MMR record or titers, varicella record or titer, and 6 more papers/,
      ),
      day: '2027-06-07',
      hard: true,
    });
    for (const each of due) {
      expect(occasions.map(({ deadline }) => deadline.day)).toContain(each.day);
    }
  });

  test('holds no task of one’s own, and no task given on the rotation', () => {
    const { rotation, facts } = midwayAtBrown();
    const busy = {
      ...rotation,
      ownTasks: [{ title: 'Call aunt Mary', dueOn: '2027-07-21' as const }],
      tasks: [{ title: 'Summarize TIPS', assignedOn: '2027-07-19' as const }],
    };
    const own = alice({ facts: { ...facts, rotations: [busy] } });
    const rules = occasionsAt(own.facts, PUBLISHED_WORLD, JULY).map(({ rule }) => rule);
    expect(rules).toContain('own-task');
    expect(JSON.stringify(outlook(own, JULY))).not.toMatch(/own-task|aunt Mary|TIPS/);
  });

  test('distinguishes two promised letters of one rotation by their writers', () => {
    const { facts } = midwayAtBrown();
    const promised = (id: string, name: string) => ({
      id,
      writer: { name, specialty: 'ir' as const },
      status: 'agreed' as const,
      askedOn: '2027-07-19' as const,
      since: JULY,
    });
    const letters = [promised('l1', 'Dr. Osei'), promised('l2', 'Dr. Lind')];
    const rotations = facts.rotations.map((rotation) => ({ ...rotation, letters }));
    const { due } = outlook(alice({ facts: { ...facts, rotations } }), JULY);
    expect(due.filter(({ rule }) => rule === 'G16b').map(({ title }) => title)).toEqual([
      'the Letter Request Form for Dr. Osei',
      'the Letter Request Form for Dr. Lind',
    ]);
  });

  test('has the first of the applicant’s own steps, on the day that the plan shows', () => {
    expect(outlook(accepted).rotations[0]).toMatchObject({
      waitingOn: 'applicant',
      next: { title: 'housing for the Brown IR rotation', day: '2027-05-31' },
      documents: { cleared: 0, pending: 8, expiring: 0 },
      letterDueOn: '2027-08-20',
      answerDays: 28,
    });
  });

  test('says the same until the moment it names, and something else from then on', () => {
    const { at: _, ...early } = outlook(accepted, APRIL);
    const changes = early.changesAt ?? APRIL;
    expect(changes > APRIL).toBe(true);
    const seen = withOutlook(accepted, PUBLISHED_WORLD, APRIL);
    const { at: __, ...late } = outlook(seen, plusMs(changes, -1));
    expect(late).toEqual(early);
  });

  test('is written with every accepted update', () => {
    const update = {
      id: 'u3',
      by: 'applicant' as const,
      event: { type: 'withdrawn' as const, rotationId: 'r1' },
    };
    const verdict = accept(accepted, update, APRIL, PUBLISHED_WORLD);
    expect(verdict.verdict === 'accepted' && verdict.applicant.outlook?.rotations).toEqual([
      { id: 'r1', waitingOn: 'nobody', answerDays: 28 },
    ]);
  });

  test('counts an email once its seven days are over, and whether an act followed', () => {
    const emailed: Applicant = {
      ...bob(),
      emails: [
        {
          n: 1,
          stream: 'digest',
          status: 'sent',
          keys: ['G6|bob-r1|2027-01-01|30', 'apply|bob-r1|2027-01-01|7'],
          rotationIds: ['bob-r1'],
          subject: 'Due',
          claimedAt: MONDAY,
          leaseUntil: MONDAY,
        },
      ],
    };
    const acted: Applicant = {
      ...emailed,
      history: [
        {
          id: 'u1',
          at: plusMs(MONDAY, 2 * DAY_MS),
          by: 'applicant',
          event: { type: 'withdrawn', rotationId: 'bob-r1' },
        },
      ],
    };
    expect(outlook(emailed, plusMs(MONDAY, 6 * DAY_MS)).followed).toEqual({});
    expect(outlook(emailed, plusMs(MONDAY, 7 * DAY_MS)).followed).toEqual({
      '30': [1, 0],
      '7': [1, 0],
    });
    expect(outlook(acted, plusMs(MONDAY, 7 * DAY_MS)).followed).toEqual({
      '30': [1, 1],
      '7': [1, 1],
    });
  });
});

describe('a summary', () => {
  const bytes = (applicant: Applicant) =>
    new TextEncoder().encode(JSON.stringify(indexedSummary(summaryOfApplicant(applicant))))
      .byteLength;

  test('of a usual plan with four rotations stays under four kilobytes', () => {
    const [rotation] = midwayAtBrown().facts.rotations;
    const MONTHS = ['07', '08', '09', '10'];
    const rotations = MONTHS.map((month, n) => ({
      ...rotation,
      id: `r${n}`,
      dates: { start: `2027-${month}-02`, end: `2027-${month}-28` },
    }));
    const usual = withOutlook(
      alice({
        facts: { ...accepted.facts, rotations: rotations as Applicant['facts']['rotations'] },
      }),
      PUBLISHED_WORLD,
      APRIL,
    );
    expect(bytes(usual)).toBeLessThan(4_000);
  });

  test.each([
    ['an address', `https://www.example.org/${'visiting/'.repeat(12)}`],
    ['a sentence', 'a word and another '.repeat(8).trim()],
  ])('keeps all of a source that is %s', (_, source) => {
    const person = withOutlook(accepted, PUBLISHED_WORLD, APRIL);
    const due = (person.outlook?.due ?? []).map((each) => ({ ...each, source }));
    const kept = indexedSummary(
      summaryOfApplicant({
        ...person,
        ...(person.outlook && { outlook: { ...person.outlook, due } }),
      }),
    );
    expect(kept.outlook?.due[0]?.source).toBe(source);
  });

  test('gives the same sentences and sources from the index as from the plan', () => {
    const LATE: Instant = '2027-08-30T15:00:00.000Z';
    const person = withOutlook(accepted, PUBLISHED_WORLD, LATE);
    const [first, ...others] = person.outlook?.findings ?? [];
    if (!person.outlook || !first) throw new Error('Nothing is late.');
    const findings = [{ ...first, source: 'another page' }, ...others];
    for (const outlook of [person.outlook, { ...person.outlook, findings }]) {
      const whole = summaryOfApplicant({ ...person, outlook });
      const sentences = (summary: typeof whole) =>
        risksOf(summary, '2027-08-30').map((each) => each.words());
      expect(sentences(indexedSummary(whole))).toEqual(sentences(whole));
      expect(sentences(whole).flatMap(({ data }) => data)).not.toEqual([]);
    }
    expect(bytes(person)).toBeLessThan(JSON.stringify(summaryOfApplicant(person)).length);
  });

  test('of the fullest plan there can be stays under forty, and is of its schema', () => {
    const [rotation] = accepted.facts.rotations;
    if (!rotation) throw new Error('no rotation');
    const long = 'ж'.repeat(120);
    const letters = Array.from({ length: 4 }, (_, n) => ({
      id: `letter-${n}`,
      writer: { name: long, specialty: 'research' as const },
      status: 'not-progressing' as const,
      askedOn: '2027-07-20' as const,
      since: APRIL,
    }));
    const rotations = Array.from({ length: ROTATIONS_MAX }, (_, n) => ({
      ...rotation,
      id: `${'r'.repeat(60)}${n}`,
      host: { name: long },
      letters,
    }));
    const fullest = withOutlook(
      alice({
        facts: { ...accepted.facts, profile: { ...accepted.facts.profile, name: long }, rotations },
      }),
      PUBLISHED_WORLD,
      APRIL,
    );
    expect(bytes(fullest)).toBeLessThan(40_000);
    expect(summarySchema.parse(summaryOfApplicant(fullest)).rotations).toHaveLength(ROTATIONS_MAX);
  });

  test('of somebody nobody has looked at says nothing of dates', () => {
    const summary = summaryOfApplicant(withTimePassed(bob(), MONDAY, PUBLISHED_WORLD));
    expect([summary.outlook, summary.rotations[0]?.outlook]).toEqual([undefined, undefined]);
  });

  test('of a plan that an earlier release wrote is read, without what that release judged', () => {
    const [rotation] = accepted.facts.rotations;
    const step = { step: 'documents', day: '2027-06-07' };
    const older = {
      at: APRIL,
      due: [],
      followed: {},
      rotations: [
        { id: rotation?.id, waitingOn: 'host', waitingSince: '2027-03-01', safe: step, last: step },
      ],
    };
    const read = applicantSchema.parse({ ...accepted, outlook: older });
    expect(read.outlook?.rotations).toEqual([{ id: rotation?.id, waitingOn: 'host' }]);
    expect(read.outlook?.findings).toBeUndefined();
    const cohort = newCohort({ id: 'c2028', name: 'Match 2028' }, MONDAY);
    expect(cohortSchema.parse({ ...cohort, risk: { version: 2 } })).toEqual(cohort);
  });
});

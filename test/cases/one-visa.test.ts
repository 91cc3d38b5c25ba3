/** Two accepted rotations in the US: one visitor’s visa serves both, and is one act. */
import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import { interviewOn } from '#shared/plan/documents/entry-paper.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { transition } from '#shared/plan/moves/transition.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { type File, factsOf, judged, namedIn, withProfile } from './judged.ts';
import { noon, said } from './said.ts';
import {
  BASE,
  BAYLOR,
  type Events,
  NOW,
  reported,
  standingsOf,
  TWO,
  UAB,
  YALE,
} from './two-accepted.ts';

const ids = (file: File) =>
  judged(file, NOW)
    .at.matters.filter(({ rule }) => rule === 'G13' || rule === 'visa')
    .map(({ id }) => id);

describe('a visa for two rotations', () => {
  test('is one appointment and one visa, on the days of the earlier', () => {
    expect(ids(TWO)).toEqual(['G13|r2', 'visa|r2']);
    const { matter } = judged(TWO, NOW);
    const alone = judged({ ...BASE, rotations: [YALE] }, NOW);
    for (const rule of ['G13', 'visa']) {
      expect(matter(`${rule}|r2`)?.due).toEqual(alone.matter(`${rule}|r1`)?.due);
      expect(matter(`${rule}|r2`)?.safeBy).toEqual(alone.matter(`${rule}|r1`)?.safeBy);
    }
    expect(matter('flight|r1')?.needs).toContain('visa|r2');
  });

  test('names both on page, command, and in the email, which names it once', () => {
    const { page, command, email } = said(TWO, '2026-11-30');
    expect(page).toContain('visa appointment for the Yale IR rotation and the UAB DR rotation');
    expect(command).toContain('visa appointment for the Yale IR rotation and the UAB DR rotation');
    expect(email).toMatch(/visa appointment.*UAB DR rotation/i);
    const named = judged(TWO, NOW).emails(2).flatMap(namedIn);
    expect(named.filter((id) => id.startsWith('G13'))).toEqual(['G13|r2']);
  });

  test('says on the page that it can cover both', () => {
    expect(judged(TWO, NOW).said('G13|r2')?.words.why).toContain(
      'One visa can cover both rotations if it is valid through the last one.',
    );
  });

  test('is lost for the earliest alone once its last day has passed', () => {
    const rotations = [{ ...UAB, dates: { start: '2027-08-02', end: '2027-08-27' } }, YALE];
    const { said: occasion } = judged({ ...BASE, rotations }, noon('2027-03-14'));
    const words = occasion('G13|r2')?.words;
    expect(words?.title).toBe('no longer possible: visa appointment for the Yale IR rotation');
    const before = judged({ ...BASE, rotations }, NOW).said('G13|r2')?.words;
    expect(before?.title).toBe('visa appointment for the Yale IR rotation and the UAB DR rotation');
  });

  // Between the last day of the earlier one's visa and its start, the later one has no step of its own.
  test.each(['2027-03-13', '2027-03-14'] as const)(
    'is asked for the later in time, within two days, once it is lost for the earlier: %s',
    (day) => {
      const { standing, emails } = judged(TWO, noon(day));
      expect(standing('G13|r2')).toMatchObject({ name: 'lost', color: 'red' });
      expect(standing('flight|r1')).toMatchObject({ name: 'ahead', need: 'G13|r2' });
      const [email] = emails(2).filter((each) => namedIn(each).includes('G13|r1'));
      expect(email?.at.slice(0, 10)).toBe('2027-03-15');
      const { matter } = judged(TWO, noon('2027-03-15'));
      expect(matter('G13|r1')?.lastDay?.day).toBe('2027-04-30');
    },
  );

  test('is booked, whichever of the two it was reported of', () => {
    for (const rotations of [
      [{ ...UAB, visaAppointmentOn: '2027-01-20' }, YALE],
      [UAB, { ...YALE, visaAppointmentOn: '2027-01-20' }],
    ]) {
      const { standing, said: occasion, at } = judged({ ...BASE, rotations }, NOW);
      expect(standing('G13|r2').name).toBe('done');
      expect(occasion('visa|r2')?.words.next).toContain('Interview on Wed, Jan 20, 2027');
      const thursday = judged({ ...BASE, rotations }, noon('2027-01-21'));
      expect(thursday.said('visa|r2')?.words.next).toBe(
        'Your interview was on Wed, Jan 20, 2027: record the visa once your passport is back.',
      );
      expect(at.matters.map(({ rule }) => rule)).not.toContain('visa-wait');
    }
  });

  const inHand = (expiresOn?: '2027-04-30' | '2028-04-30') => {
    const reported = transition(
      factsOf(TWO, NOW),
      {
        type: 'document-updated',
        rotationId: 'r2',
        kind: 'visa',
        status: 'cleared',
        ...(expiresOn && { expiresOn }),
      },
      'new',
      NOW,
      PUBLISHED_WORLD,
    );
    if (!reported.ok) throw new Error('The visa was refused.');
    return reported.value.rotations.map(
      ({ checklist }) => checklist.find(({ kind }) => kind === 'visa')?.status,
    );
  };

  test.each([undefined, '2028-04-30'] as const)('is in hand for both: expires %s', (expiresOn) => {
    expect(inHand(expiresOn)).toEqual(['cleared', 'cleared']);
  });

  test('is not in hand for one that it does not last for', () => {
    expect(inHand('2027-04-30')).toEqual(['to-do', 'cleared']);
  });
});

describe('a visa of its own is asked for', () => {
  const EACH = ['G13|r1', 'visa|r1', 'G13|r2', 'visa|r2'];

  test.each<[why: string, other: object, expected: string[]]>([
    ['where the host issues a form for it', BAYLOR, EACH],
    ['for research', { ...UAB, host: 'Brown', mode: 'research' }, EACH],
    ['before the host has accepted', { ...UAB, status: 'submitted' }, EACH],
    [
      'where the interview is too late for the other',
      { ...UAB, visaAppointmentOn: '2027-03-20' },
      EACH,
    ],
    [
      'where the other has its own',
      { ...UAB, checklist: [{ kind: 'visa', status: 'cleared' }] },
      EACH,
    ],
    ['and none at home', { ...UAB, host: 'My own hospital', country: 'IN' }, EACH.slice(2)],
  ])('%s', (_, other, expected) => {
    expect(ids({ ...BASE, rotations: [other, YALE] })).toEqual(expected);
  });

  test('but by nobody who enters without one', () => {
    for (const entry of ['citizen', 'in-us', 'waiver'])
      expect(ids(withProfile(TWO, { entry }))).toEqual([]);
  });

  test('with one rotation it names that one alone', () => {
    const { command } = said({ ...TWO, rotations: [YALE] }, '2026-11-30');
    expect(command).toContain('visa appointment for the Yale IR rotation:');
    expect(command).not.toContain('One visa can cover');
  });
});

describe('an interview', () => {
  const BOOKED = { ...YALE, visaAppointmentOn: '2027-01-20' };
  const judgedWith = (...rotations: object[]) => judged({ ...BASE, rotations }, NOW);

  test.each<[why: string, other: object]>([
    ['that is applied to', { ...UAB, status: 'submitted' }],
    ['that has made an offer', { ...UAB, status: 'offered', offerExpiresOn: '2026-12-20' }],
    ['that is only planned, and begins first', { ...UAB, status: 'preparing', dates: FEBRUARY }],
  ])('serves another rotation too: one %s', (_, other) => {
    const { standing, at } = judgedWith(other, BOOKED);
    expect(standing('G13|r1').name).toBe('done');
    expect(daysOf(at.view.facts)).toEqual(['2027-01-20', '2027-01-20']);
  });

  test.each<[why: string, other: object]>([
    ['that needs a form of its host', { ...BAYLOR, status: 'submitted' }],
    ['of research', { ...UAB, host: 'Brown', mode: 'research', status: 'submitted' }],
    ['that begins before it', { ...UAB, status: 'submitted', dates: JANUARY }],
  ])('serves no rotation %s', (_, other) => {
    expect(judgedWith(other, BOOKED).standing('G13|r1').name).not.toBe('done');
  });

  test('serves the rotation that stays, where the one it was booked for is given up', () => {
    const facts = reported(
      [UAB, BOOKED],
      [[TODAY, { type: 'withdrawn', rotationId: 'r2' }]],
      TODAY,
    );
    expect(standingsOf('G13', facts, TODAY)[0]).toBe('done');
  });

  const atConsulate = (state: 'done' | 'not-done', appointmentOn?: Day) =>
    ({
      type: 'step-reported',
      rotationId: 'r1',
      step: 'visa-appointment',
      state,
      ...(appointmentOn && { appointmentOn }),
    }) as const;

  test('that is moved is so for each, whichever rotation the report names', () => {
    const moved = reported([UAB, BOOKED], [[TODAY, atConsulate('done', '2027-02-03')]], TODAY);
    expect(daysOf(moved)).toEqual(['2027-02-03', '2027-02-03']);
  });

  test('of another year serves no rotation of this one', () => {
    const last = { start: '2025-08-04', end: '2025-08-29' };
    const over = { ...YALE, status: 'closed', closedReason: 'complete', dates: last };
    const { standing } = judgedWith(UAB, { ...over, visaAppointmentOn: '2025-05-12' });
    expect(standing('G13|r1').name).toBe('open');
  });

  test.each<[until: Day | undefined, standing: string]>([
    [undefined, 'done'],
    ['2028-04-30', 'done'],
    ['2027-04-30', 'late'],
  ])('that led to a visa until %s: a rotation that is applied to has it %s', (until, standing) => {
    const inHand = {
      type: 'document-updated',
      rotationId: 'r2',
      kind: 'visa',
      status: 'cleared',
      ...(until && { expiresOn: until }),
    } as const;
    const applied = { ...UAB, status: 'submitted' };
    const facts = reported([applied, BOOKED], [['2027-02-08', inHand]], '2027-02-08');
    expect(standingsOf('G13', facts, '2027-02-08')).toEqual([standing, 'done']);
  });

  test('that was held stays, where another for a later rotation is booked or canceled', () => {
    const another = [['2027-02-08', atConsulate('done', '2027-04-01')]] as const;
    const canceled = [...another, ['2027-02-09', atConsulate('not-done')]] as const;
    const held = (events: Events) => reported([UAB, BOOKED], events, '2027-02-09');
    expect(daysOf(held(another))).toEqual(['2027-04-01', '2027-01-20']);
    expect(daysOf(held(canceled))).toEqual(['2027-01-20', '2027-01-20']);
  });

  test('that may be too late for two is asked about once', () => {
    const later = { ...UAB, dates: { start: '2027-03-29', end: '2027-04-23' } };
    const sooner = { ...YALE, dates: { start: '2027-03-15', end: '2027-03-26' } };
    const { at } = judgedWith(later, { ...sooner, visaAppointmentOn: '2027-03-12' });
    const asked = at.matters.filter(({ rule }) => rule === 'appointment-day');
    expect(asked.map(({ id }) => id)).toEqual(['appointment-day|r2']);
  });

  test('that is canceled has to be booked again', () => {
    const canceled = reported([UAB, BOOKED], [[TODAY, atConsulate('not-done')]], TODAY);
    expect(daysOf(canceled)).toEqual([undefined, undefined]);
    expect(standingsOf('G13', canceled, TODAY)).toEqual([undefined, 'open']);
  });

  test('for a visa of its own stays where it is', () => {
    const moved = reported([BAYLOR, BOOKED], [[TODAY, atConsulate('done', '2027-02-03')]], TODAY);
    expect(daysOf(moved)).toEqual(['2027-02-03', '2027-01-20']);
  });

  test('booked on a day nobody has entered yet serves only accepted rotations', () => {
    const steps = [{ step: 'visa-appointment', state: 'done', on: '2026-11-20' }];
    const { standing } = judgedWith({ ...UAB, status: 'submitted' }, { ...YALE, steps });
    expect(standing('G13|r1').name).not.toBe('done');
    expect(judgedWith(UAB, { ...YALE, steps }).standing('G13|r2').name).toBe('done');
  });
});

const TODAY = '2026-11-30';
const FEBRUARY = { start: '2027-02-01', end: '2027-02-26' };
const JANUARY = { start: '2027-01-11', end: '2027-02-05' };

function daysOf(facts: Facts): (Day | undefined)[] {
  return facts.rotations.map((each) => interviewOn(each, facts, PUBLISHED_WORLD));
}

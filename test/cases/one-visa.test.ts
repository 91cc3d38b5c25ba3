/** Two accepted rotations in the US: one visitor’s visa serves both, and is one act. */
import { describe, expect, test } from 'vitest';
import { transition } from '#shared/plan/moves/transition.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { type File, factsOf, judged, namedIn, withProfile } from './judged.ts';
import { noon, said } from './said.ts';
import { BASE, BAYLOR, NOW, TWO, UAB, YALE } from './two-accepted.ts';

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

/** Pairs of sentences that readers found to contradict each other, and what is said instead. */
import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import { type File, judged, withProfile, withRotation } from './judged.ts';
import { ACCEPTED, BASE, noon, said } from './said.ts';

/** What no page, command, or email says together, and what they say instead. */
describe('what was found by readers who looked for it', () => {
  const visa = withProfile(ACCEPTED, { entry: 'visa', visaWaitDays: 60 });
  const appointment = (day: Day) =>
    withRotation(visa, {
      steps: [{ step: 'visa-appointment', state: 'done', on: '2026-11-20' }],
      visaAppointmentOn: day,
    });
  const unread = withProfile(appointment('2027-02-01'), { visaWaitDays: undefined });
  const atConsulate = withRotation(visa, {
    checklist: [{ kind: 'visa', status: 'submitted', heldBy: 'visa' }],
  });
  const citizen = (of: object) => withProfile(withRotation(BASE, of), { entry: 'citizen' });
  const kiribati = withProfile(citizen({ status: 'preparing', windowClosesOn: '2027-03-05' }), {
    zone: 'Pacific/Kiritimati',
  });
  const weill = citizen({
    host: { name: 'Weill', institutionId: 'weill-cornell-international-electives' },
    status: 'preparing',
    since: '2026-11-01',
    dates: { start: '2027-09-06', end: '2027-10-01' },
    windowClosesOn: '2027-04-20',
  });
  const griffin = withProfile(
    citizen({
      host: { name: 'Griffin', institutionId: 'griffin-hospital-internal-medicine-observership' },
      mode: 'observer',
      route: 'observership',
      specialty: 'medicine',
      dates: { start: '2027-06-07', end: '2027-07-02' },
    }),
    { enrollment: 'graduate', graduationOn: '2026-06-30', ecfmgCertified: false },
  );
  const yale = { host: { name: 'Yale', institutionId: 'yale-international-electives' } };
  const april = { ...yale, status: 'preparing', hostDays: { 'apply-by': '2027-04-01' } };
  const aDay = { start: '2027-05-03', end: '2027-05-03' };
  const february = { start: '2028-02-07', end: '2028-03-03' };
  const told = [{ writer: { name: 'Dr. Lee', specialty: 'ir' }, askedOn: '2026-09-25' }];
  const finished = {
    dates: { start: '2026-09-07', end: '2026-10-02' },
    status: 'closed',
    closedReason: 'complete',
    since: '2026-11-05',
    letters: told.map((each) => ({ ...each, status: 'assigned' })),
  };
  const complete = withProfile(
    {
      ...BASE,
      erasSubmittedOn: '2026-09-03',
      rotations: [finished, { ...finished, specialty: 'dr' }].map((of) => ({
        ...BASE.rotations[0],
        ...of,
      })),
    },
    { matchYear: 2027 },
  );

  test.each<[why: string, file: File, day: Day, expected: RegExp, never: RegExp]>([
    [
      'a lost visa',
      atConsulate,
      '2027-03-14',
      /First: No longer possible: visa/,
      /to the interview/,
    ],
    ['a question', visa, '2027-03-16', /First: Did the Yale IR rotation start\? /, /\?\./],
    ['a missed appointment', visa, '2027-03-16', /IMPOSSIBLE G13/, /IMPOSSIBLE visa/],
    [
      'a late appointment',
      appointment('2027-03-16'),
      '2026-12-01',
      /is after the last day/,
      /last day was/,
    ],
    [
      'a tight one',
      appointment('2027-03-10'),
      '2027-02-15',
      /Mar 10, 2027.* be earlier\?|be earlier\?/i,
      /visa for the Yale IR rotation: (LATE|start)/,
    ],
    [
      'one with weeks to spare',
      appointment('2027-02-01'),
      '2026-12-01',
      /visa for the Yale IR rotation: done by Sat, Mar 13/,
      /be earlier/,
    ],
    [
      'a wait with the appointment booked',
      unread,
      '2026-12-01',
      /visa appointment for the Yale IR rotation: done/,
      /the wait at the consulate/,
    ],
    [
      'a wait of years',
      withProfile(visa, { visaWaitDays: 1000 }),
      '2026-11-27',
      /one step for your Yale IR rotation/,
      /by [A-Z][a-z]+, [A-Z][a-z]+ \d+ · [^i]/,
    ],
    ['a day that runs on in the US', kiribati, '2027-03-05', /Only hours are left/, /-\d+ days/],
    [
      'an offer beyond the first day',
      citizen({ status: 'offered', since: '2027-01-04', offerExpiresOn: '2027-07-10' }),
      '2027-06-30',
      /3 days left/,
      /10 days left/,
    ],
    [
      'an offer',
      citizen({ status: 'offered', since: '2027-01-04', offerExpiresOn: '2027-01-15' }),
      '2027-01-10',
      /answer the offer/,
      /before (applying|you apply)|before you pay/,
    ],
    [
      'an opening',
      weill,
      '2027-04-15',
      /Start by Thu, Apr 15, 2027, today/,
      /apply for the Weill IR rotation: late/,
    ],
    [
      'two refusals',
      griffin,
      '2026-12-01',
      /July.* Griffin requires an ECFMG certificate/,
      /last day to apply at/,
    ],
    [
      'a day that the host gave',
      citizen(april),
      '2027-02-01',
      /done by Thu, Apr 1, 2027/,
      /(due|done by) Sun, Mar 7/,
    ],
    [
      'a rotation of a day',
      citizen({ dates: aDay, status: 'underway', since: '2027-05-03' }),
      '2027-05-03',
      /talk with a mentor/i,
      /Apr 26/,
    ],
    [
      'a letter after the Match',
      citizen({ dates: february, status: 'collecting', since: '2027-11-01' }),
      '2028-01-15',
      /cannot count for this Match/,
      /still be added later/,
    ],
    [
      'a comfort that is missing',
      complete,
      '2026-11-29',
      /On track. Next: two or three rotation stories/,
      /Still missing/,
    ],
    [
      'a season that ended',
      withProfile(BASE, { matchYear: 2026 }),
      '2026-05-03',
      /This season is over/,
      /Findings/,
    ],
  ])('is said in one way: %s', (_, file, day, expected, never) => {
    const { page, command, email } = said(file, day);
    const all = [page, command, email ?? ''].join('\n').replaceAll(/<[^>]*>/g, ' ');
    expect(all).toMatch(expected);
    expect(all).not.toMatch(never);
  });

  test('is in an email once, whatever a page rules out', () => {
    expect(said(griffin, '2026-12-01').email?.match(/rules out the Griffin/g)).toHaveLength(1);
  });

  test('is counted from one day on every page: since when a host has it', () => {
    const waitlisted = citizen({
      status: 'waitlisted',
      since: '2026-12-04',
      appliedOn: '2026-11-04',
    });
    const now = noon('2027-06-10');
    const { matter } = judged(waitlisted, now);
    expect(matter('host-answer|r1')?.heldBy?.since).toBe('2026-12-04');
    expect(said(waitlisted, '2027-05-10').page).toContain('since Fri, Dec 4, 2026');
  });
});

/** An invented plan in the middle of its season, for the picture on the front page. */
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';

export function examplePlan(matchYear: number, now: Instant): Facts {
  const today = dayIn(EASTERN, now);
  const writer = { name: 'A radiologist', specialty: 'ir' } as const;
  const letters: Rotation['letters'] = [
    { id: 'l', writer, status: 'uploaded', askedOn: today, since: now },
  ];
  const rotation = (
    of: Pick<Rotation, 'id' | 'stage' | 'status'> & Partial<Rotation>,
    name: string,
    startsIn: number,
  ): Rotation => ({
    host: { name },
    specialty: 'ir',
    mode: 'hands-on',
    route: 'institution',
    country: 'US',
    dates: weeksFrom(plusDays(today, startsIn)),
    since: now,
    checklist: [],
    letters: [],
    ...of,
  });
  return {
    profile: {
      name: 'An example',
      address: 'example@example.org',
      zone: 'America/New_York',
      matchYear,
      pathway: 'integrated-ir',
      enrollment: 'enrolled',
      entry: 'visa',
    },
    rotations: [
      rotation(
        { id: 'home', country: 'IN', stage: 'letter-received', status: 'to-assign', letters },
        'Home school',
        -56,
      ),
      rotation(
        {
          id: 'second',
          stage: 'documents',
          status: 'collecting',
          steps: [{ step: 'visa-appointment', state: 'begun', on: today }],
          visaAppointmentOn: plusDays(today, 30),
          checklist: [
            { kind: 'visa', status: 'in-progress', heldBy: 'visa', askedBy: 'default' },
            { kind: 'tb', status: 'to-do', heldBy: 'applicant', askedBy: 'default' },
          ],
        },
        'University hospital',
        95,
      ),
      rotation({ id: 'third', stage: 'apply', status: 'submitted' }, 'Clinic on the coast', 190),
    ],
    documents: [],
  };
}

function weeksFrom(start: Day): NonNullable<Rotation['dates']> {
  return { start, end: plusDays(start, 25) };
}

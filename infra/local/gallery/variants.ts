/** People in situations in which nobody in the demo happens to be, so that every rule applies to someone. */
import { plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Letter } from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { institutions } from '#shared/world/programs/directory.ts';

/** The people themselves, then each of them in each situation. */
export function withVariants(people: readonly Applicant[], now: Instant): Applicant[] {
  const changes = [...ofPlans(now), ...ofPaths(now), ...ofLetters(now)];
  return [
    ...people,
    ...changes.flatMap((change) =>
      people.map((person) => ({ ...person, facts: change(person.facts) })),
    ),
  ];
}

type Change = (facts: Facts) => Facts;

function everyRotation(change: (of: Rotation) => Rotation): Change {
  return (facts) => ({ ...facts, rotations: facts.rotations.map(change) });
}

function ofPlans(now: Instant): Change[] {
  const today = dayIn(EASTERN, now);
  return [
    (facts) => ({ ...facts, rotations: [] }),
    (facts) => ({ ...facts, storyCount: 0 }),
    everyRotation((of) => ({ ...of, specialty: 'surgery' })),
    everyRotation((of) => ({ ...of, feedback: { mood: 'positive', on: today }, letters: [] })),
    everyRotation((of) => ({
      ...of,
      tasks: [{ title: 'bleeding after a liver biopsy', assignedOn: today }],
      ownTasks: [{ title: 'call the coordinator', dueOn: today }],
    })),
    everyRotation((of) => ({
      ...of,
      stage: 'closed',
      status: 'closed',
      closed: { reason: 'rejected', at: now },
    })),
  ];
}

/** On the way to a first day in half a year, all at once: two places that are held at the same time overlap. */
function ofPaths(now: Instant): Change[] {
  const today = dayIn(EASTERN, now);
  const dates = { start: plusDays(today, 180), end: plusDays(today, 207) };
  const partner = institutions().find((each) => each.acceptsInternational === 'partner-schools');
  const withFee = institutions().find(({ offering }) => offering.read?.paymentTerm);
  const closedToAll = institutions().find((each) => each.acceptsInternational === 'no');
  const at = (host: typeof partner): Pick<Rotation, 'host' | 'country'> => ({
    host: { name: host?.name ?? '', ...(host && { institutionId: host.id }) },
    country: 'US',
  });
  return [
    everyRotation(({ dates: _undated, ...of }) => ({
      ...of,
      stage: 'identify',
      status: 'shortlisted',
    })),
    everyRotation((of) => ({ ...of, ...at(partner), dates, stage: 'apply', status: 'preparing' })),
    everyRotation((of) => ({
      ...of,
      ...at(closedToAll),
      dates,
      stage: 'apply',
      status: 'preparing',
    })),
    everyRotation(({ offer: _unknown, ...of }) => ({
      ...of,
      dates,
      stage: 'apply',
      status: 'offered',
    })),
    everyRotation((of) => ({
      ...of,
      dates: { start: plusDays(today, 1), end: plusDays(today, 28) },
      stage: 'apply',
      status: 'submitted',
    })),
    (facts) => ({
      ...everyRotation((of) => ({
        ...of,
        ...at(withFee),
        dates,
        stage: 'documents',
        status: 'collecting',
      }))(facts),
      profile: { ...facts.profile, entry: 'in-us', entryUntil: plusDays(today, 90) },
    }),
    ...[{}, { visaAppointmentOn: plusDays(today, 20) }].map(
      (appointment): Change =>
        (facts) => ({
          ...everyRotation((of) => ({
            ...of,
            ...appointment,
            dates,
            country: 'US',
            stage: 'documents',
            status: 'collecting',
            steps: [{ step: 'visa-appointment', state: 'done', on: today }],
          }))(facts),
          profile: { ...facts.profile, entry: 'visa', visaWaitDays: 30 },
        }),
    ),
  ];
}

function ofLetters(now: Instant): Change[] {
  const today = dayIn(EASTERN, now);
  const emailed = { on: today, since: today };
  const everyLetter = (change: Partial<Letter>) =>
    everyRotation((of) => ({ ...of, letters: of.letters.map((each) => ({ ...each, ...change })) }));
  return [
    everyLetter({ status: 'agreed' }),
    everyLetter({ status: 'agreed', contact: { ...emailed, state: 'stopped' } }),
    everyLetter({ status: 'agreed', promised: { by: plusDays(today, 500), on: today } }),
    (facts) => ({
      ...facts,
      rotations: [],
      letters: facts.rotations
        .flatMap(({ letters }) => letters)
        .slice(0, 1)
        .map((each) => ({ ...each, status: 'declined' })),
    }),
  ];
}

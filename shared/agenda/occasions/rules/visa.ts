import { plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isInUs, nameOf, OURS } from '#shared/plan/rotation/kind.ts';
import { draftSteps } from '../../back-plan/drafts.ts';
import { isDone } from '../../back-plan/open-steps.ts';
import { STEP_FACTS } from '../../back-plan/step-table.ts';
import { type Deadline, dayDeadline, type View } from '../occasion.ts';
import { rule } from '../rule.ts';

/** Ours: a place was won, and the safe day may already be past; a week to book is what is left to say. */
const BOOK_DAYS_AFTER_OFFER = 7;

/**
 * G13: the visa appointment, once a place is offered or accepted. The guide gives no number of days: the day follows from
 * the first day of the rotation and the wait that the applicant read at the consulate. Who has not said how they will enter
 * the US is asked on the plan, not hurried by email.
 */
export const visaAppointment = rule<Rotation>({
  id: 'G13',
  source: 'guide, Visa Considerations; the consulate’s wait, entered by the applicant',
  ladder: 'hard',
  subjects: ({ facts }) =>
    facts.profile.entry === 'visa'
      ? facts.rotations.filter((rotation) => isInUs(rotation) && isWonAndAhead(rotation))
      : [],
  subjectId: ({ id }) => `${id}/visa`,
  satisfied: (rotation) => isDone('visa-appointment', rotation),
  says: (rotation, view) => {
    const deadline = bookBy(rotation, view);
    const { visaWaitDays } = view.facts.profile;
    const hasForm = rotation.checklist.some(({ kind }) => kind === 'visa');
    return (
      deadline && {
        rotationId: rotation.id,
        ...(hasForm && { event: 'document-updated' as const }),
        deadline,
        words: {
          title: `visa appointment for the ${nameOf(rotation)}`,
          next:
            visaWaitDays === undefined
              ? 'Look up the wait at your consulate, and book the appointment at once.'
              : `Book the visa appointment: the wait you entered is ${visaWaitDays} days.`,
          why: 'Waits of many months have cost more rotations than refusals have. Ask the host which visa class it takes.',
          button: 'The appointment is booked',
        },
      }
    );
  },
});

/** The permission to fly without a visa, once a place is won: nobody with a waiver is sent to a consulate. */
export const esta = rule<Rotation>({
  id: 'esta',
  source: 'CBP: the application at least 72 hours before the flight',
  ladder: 'hard',
  subjects: ({ facts }) =>
    facts.profile.entry === 'waiver'
      ? facts.rotations.filter((rotation) => isInUs(rotation) && isWonAndAhead(rotation))
      : [],
  subjectId: ({ id }) => `${id}/esta`,
  satisfied: (rotation) => isDone('esta', rotation),
  says: (rotation) =>
    rotation.dates && {
      rotationId: rotation.id,
      ...(rotation.checklist.some(({ kind }) => kind === 'esta') && {
        event: 'document-updated' as const,
      }),
      deadline: dayDeadline(plusDays(rotation.dates.start, -ESTA_DAYS_BEFORE), {
        certainty: 'estimated',
        source: `${OURS}: two weeks before the first day; CBP wants 72 hours before the flight`,
      }),
      words: {
        title: `ESTA for the ${nameOf(rotation)}`,
        next: STEP_FACTS.esta.next,
        why: 'Without an approved ESTA the airline does not let you board.',
        button: 'The ESTA is approved',
      },
    },
});

/** Ours: time for a visa is over by then, but an ESTA that is refused can still be spoken of with the host. */
const ESTA_DAYS_BEFORE = 14;

function bookBy(rotation: Rotation, { facts, world }: View): Deadline | undefined {
  const drafted = draftSteps(rotation, facts, world);
  const seenBy = drafted?.safe.get('visa-appointment');
  if (!seenBy) return undefined;
  const soon = plusDays(dayIn(EASTERN, rotation.since), BOOK_DAYS_AFTER_OFFER);
  const { visaWaitDays } = facts.profile;
  if (visaWaitDays === undefined) {
    return dayDeadline(soon, {
      certainty: 'estimated',
      source: `${OURS}: a week after the host’s answer, since the consulate’s wait is not known`,
    });
  }
  const safe = plusDays(seenBy, -visaWaitDays);
  if (safe < soon) {
    return dayDeadline(soon, {
      certainty: 'estimated',
      source: `${OURS}: a week after the host’s answer, since the safe day is already past`,
    });
  }
  return dayDeadline(safe, {
    certainty: 'entered',
    source:
      'back from the first day of the rotation by the wait as entered; the passport’s return and the flight are our own defaults',
  });
}

function isWonAndAhead({ status }: Rotation): boolean {
  return status === 'offered' || status === 'collecting' || status === 'upcoming';
}

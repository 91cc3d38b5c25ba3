import { nameOf } from '#shared/plan/rotation/kind.ts';
import { dayDeadline } from '../occasion.ts';
import { rule } from '../rule.ts';

/** An offer or a hold ends on its day, and the place goes to somebody else. */
export const offerExpiry = rule({
  id: 'offer-expiry',
  source: 'the offer, as the applicant entered it',
  ladder: 'hard',
  subjects: ({ facts }) => facts.rotations.filter(({ stage }) => stage === 'apply'),
  subjectId: ({ id }) => id,
  satisfied: ({ status }) => status !== 'offered',
  says: (rotation) =>
    rotation.offer && {
      rotationId: rotation.id,
      event: 'accepted',
      deadline: dayDeadline(rotation.offer.expiresOn, {
        certainty: 'entered',
        source: 'the offer, as entered',
      }),
      words: {
        title: `answer the offer of the ${nameOf(rotation)}`,
        next: `Accept or decline the offer of ${rotation.host.name}.`,
        why: 'An offer that is not answered goes to another student.',
        button: 'I have accepted',
      },
    },
});

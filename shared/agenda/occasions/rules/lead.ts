import { plusDays, plusMonths } from '#shared/base/time/day.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isInUs, nameOf } from '#shared/plan/rotation/kind.ts';
import { provenanceOf } from '#shared/world/programs/institution.ts';
import { type Deadline, dayDeadline, type View } from '../occasion.ts';
import { rule } from '../rule.ts';

/** G6: plan rotations away from home, so those in the US, 9 to 12 months ahead. Planning is not applying: the host's own window is the rule below. */
export const planningLead = rule({
  id: 'G6',
  source: 'guide, Timing and Logistics',
  ladder: 'window',
  subjects: ({ facts }) =>
    facts.rotations.filter((rotation) => isInUs(rotation) && isBeforeApplying(rotation)),
  subjectId: ({ id }) => id,
  satisfied: ({ status }) => status !== 'shortlisted',
  says: (rotation) =>
    rotation.dates && {
      rotationId: rotation.id,
      event: 'chosen',
      opens: plusMonths(rotation.dates.start, -12),
      deadline: dayDeadline(plusMonths(rotation.dates.start, -9), {
        certainty: 'secondary',
        source:
          'guide: plan away rotations 9 to 12 months ahead; counted from the dates as entered',
      }),
      words: {
        title: `decide on the ${nameOf(rotation)}`,
        next: `Decide whether to apply to ${rotation.host.name}, and by which route.`,
        why: 'The guide advises 9 to 12 months of lead. Later can still work: check that the host is open.',
        button: 'I will apply here',
      },
    },
});

/** The host's own last day for applications: entered by the applicant, or computed from the lead its page states. */
export const hostWindow = rule({
  id: 'host-window',
  source: 'the host’s visiting-student page, or the applicant',
  ladder: 'hard',
  subjects: ({ facts }) => facts.rotations.filter(isBeforeApplying),
  subjectId: ({ id }) => id,
  satisfied: () => false,
  says: (rotation, view) => {
    const deadline = applyBy(rotation, view);
    return (
      deadline && {
        rotationId: rotation.id,
        event: 'applied',
        deadline,
        words: {
          title: `apply for the ${nameOf(rotation)}`,
          next: `Send the application to ${rotation.host.name}.`,
          why: 'The host takes no application for these dates after this day.',
          button: 'I have applied',
          late: {
            next: 'If you applied in time, record it. Otherwise choose later dates or another host.',
            why: 'The last day to apply for these dates has passed.',
          },
        },
      }
    );
  },
});

function applyBy(rotation: Rotation, { world }: View): Deadline | undefined {
  if (rotation.windowClosesOn) {
    return dayDeadline(rotation.windowClosesOn, {
      certainty: 'entered',
      source: 'the host’s closing day, as entered',
    });
  }
  const host = world.host(rotation.host.institutionId, rotation.mode);
  if (!rotation.dates || host?.leadDays === undefined) return undefined;
  return dayDeadline(plusDays(rotation.dates.start, -host.leadDays), {
    ...provenanceOf(host, 'leadDays'),
  });
}

function isBeforeApplying(rotation: Rotation): boolean {
  return rotation.status === 'shortlisted' || rotation.status === 'preparing';
}

/** Two facts that cannot both hold, until one of them is changed. */
import { dayIn, EASTERN, latestOf } from '#shared/base/time/instant.ts';
import type { Rotation, RotationDates } from '#shared/plan/facts/rotation.ts';
import { isCommitted } from '#shared/plan/facts/stages.ts';
import { isClinical } from '#shared/plan/rotation/kind.ts';
import { byStart } from '#shared/plan/rotation/moments.ts';
import { report } from '../answer.ts';
import { type Matter, matter, type View } from '../matter.ts';

type Dated = Rotation & { readonly dates: RotationDates };

/** Applications may overlap, since one of them may fail; places may not, in whatever country. */
export function conflictMatters({ facts }: View): Matter[] {
  const held = facts.rotations.filter(isHeld).toSorted(byStart);
  return held.flatMap((first, index) =>
    held
      .slice(index + 1)
      .filter((next) => next.dates.start <= first.dates.end)
      .map((next) =>
        matter({
          rule: 'overlap',
          subject: `${first.id}/${next.id}`,
          kind: 'conflict',
          about: { rotationId: next.id, otherId: first.id },
          opens: dayIn(EASTERN, latestOf(first.since, next.since)),
          answers: [
            report({ type: 'dates-changed', rotationId: next.id }, 'dates'),
            report({ type: 'withdrawn', rotationId: next.id }),
            report({ type: 'withdrawn', rotationId: first.id }),
          ],
        }),
      ),
  );
}

/** A month of rotation may fall within a year of research. */
export function isHeld(rotation: Rotation): rotation is Dated {
  return (
    rotation.dates !== undefined &&
    isClinical(rotation) &&
    (rotation.status === 'offered' || isCommitted(rotation.stage))
  );
}

import type { Day } from '#shared/base/time/day.ts';
import type { Summary } from '#shared/people/outlook/summary.ts';
import type { OutlookDue } from '#shared/people/person/outlook.ts';
import { isCandidate } from '#shared/plan/rotation/kind.ts';

/** Deadlines that still matter: past ones do not for a rotation that is only considered. */
export function standingDues({ outlook, rotations }: Summary, today: Day): readonly OutlookDue[] {
  const due = outlook?.due ?? [];
  const candidates = rotations.filter(isCandidate);
  if (candidates.length === 0) return due;
  return due.filter(
    ({ day, rotationId }) => day >= today || !candidates.some(({ id }) => id === rotationId),
  );
}

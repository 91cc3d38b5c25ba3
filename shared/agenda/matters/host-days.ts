/** The host's own days for one rotation: to apply, to decide, for papers; estimated where its page states none. */
import { earliest, plusDays } from '#shared/base/time/day.ts';
import type { Rotation, RotationDates } from '#shared/plan/facts/rotation.ts';
import { isInUs } from '#shared/plan/rotation/kind.ts';
import { type Institution, provenanceOf } from '#shared/world/programs/institution.ts';
import { type Deadline, dayDeadline, ENTERED, ours } from '../deadline.ts';
import type { Draft } from '../matter.ts';

/** Ours, where the host states none: Yale, FIU, Penn, and UT Southwestern want four months. */
const APPLY_DAYS_BEFORE = 123;
/** Ours, where the host states none: sampled hosts want documents 2 to 8 weeks before the start; four is the middle. */
const DOCUMENTS_DAYS_BEFORE = 28;
/** Ours, where the host states no decision day: six weeks after applying, and eight weeks before the start at the latest. */
const DECISION_DAYS = { afterApplying: 42, beforeStart: 56 };

/** The day to apply: entered, else the host's own, else ours, marked as an estimate. */
export function applyDays(
  { dates, windowClosesOn, ...rotation }: Rotation,
  host: Institution | undefined,
): Pick<Draft, 'due' | 'lastDay' | 'hard'> {
  if (windowClosesOn) {
    const due = dayDeadline(windowClosesOn, {
      ...ENTERED,
      source: 'the host’s last day, as entered',
    });
    return { due, lastDay: due, hard: true };
  }
  if (!dates) return {};
  const lastDay = dayDeadline(plusDays(dates.start, -1), {
    ...ENTERED,
    source: 'the day before the rotation, by its dates as entered',
  });
  const stated = statedDeadline(dates, host, 'leadDays');
  if (stated) {
    // A page that we know from elsewhere states a day, and does not forbid the next one.
    return {
      due: stated,
      lastDay: stated.certainty === 'secondary' ? lastDay : stated,
      hard: true,
    };
  }
  if (!isInUs(rotation)) return { due: lastDay, lastDay };
  return {
    due: dayDeadline(
      plusDays(dates.start, -APPLY_DAYS_BEFORE),
      ours('four months ahead, as several hosts ask; ask this one'),
    ),
    lastDay,
  };
}

/** Whether the host's last day to apply is only our estimate, so that it is asked for. */
export function isApplyDayUnknown(
  { windowClosesOn, dates }: Rotation,
  host: Institution | undefined,
): boolean {
  return !windowClosesOn && dates !== undefined && host?.leadDays === undefined;
}

/** When an application that waits is to be followed up. */
export function decisionDay(
  { dates, appliedOn, hostDays }: Rotation,
  _host: Institution | undefined,
): Deadline | undefined {
  if (hostDays?.decision) {
    return dayDeadline(hostDays.decision, {
      ...ENTERED,
      source: 'the host’s decision day, as entered',
    });
  }
  if (!appliedOn || !dates) return undefined;
  const day = earliest(
    plusDays(appliedOn, DECISION_DAYS.afterApplying),
    plusDays(dates.start, -DECISION_DAYS.beforeStart),
  );
  return dayDeadline(day, ours('six weeks after applying, or eight weeks before the start'));
}

export function documentsDeadline(
  { hostDays }: Pick<Rotation, 'hostDays'>,
  dates: RotationDates,
  host: Institution | undefined,
): Deadline {
  if (hostDays?.['documents-by']) {
    return dayDeadline(hostDays['documents-by'], {
      ...ENTERED,
      source: 'the host’s day for papers, as entered',
    });
  }
  return (
    statedDeadline(dates, host, 'documentsLeadDays') ??
    dayDeadline(
      plusDays(dates.start, -DOCUMENTS_DAYS_BEFORE),
      ours('hosts ask for documents 2 to 8 weeks before the start'),
    )
  );
}

function statedDeadline(
  { start }: RotationDates,
  host: Institution | undefined,
  field: 'leadDays' | 'documentsLeadDays',
): Deadline | undefined {
  const days = host?.[field];
  if (!host || days === undefined) return undefined;
  return dayDeadline(plusDays(start, -days), { ...provenanceOf(host, field) });
}

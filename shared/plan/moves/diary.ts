/** Notes about the days of a rotation: cases, mentor, and small tasks. */
import { failure, impossible, type Result, success } from '#shared/base/result.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { CASES_MAX, type Cases, PROCEDURES_MAX, totalOf } from '../facts/cases.ts';
import type { EventOf } from '../facts/events.ts';
import { type PlanRefusal, refusals } from '../facts/refusals.ts';
import { type Rotation, TASKS_PER_ROTATION_MAX } from '../facts/rotation.ts';
import { isTooFarAhead } from '../rotation/days-meant.ts';
import type { Setting } from './settle.ts';

export type DiaryEvent = EventOf<
  | 'cases-counted'
  | 'mentor-named'
  | 'talk-held'
  | 'task-given'
  | 'task-done'
  | 'own-task-set'
  | 'own-task-done'
>;

export function writeDiary(
  rotation: Rotation,
  event: DiaryEvent,
  { facts: { rotations, profile }, now }: Setting,
): Result<Rotation, PlanRefusal> {
  const today = dayIn(EASTERN, now);
  switch (event.type) {
    case 'mentor-named':
      return success({ ...rotation, mentor: event.mentor });
    case 'talk-held':
      return onDay(rotation, event.on, today) ?? success({ ...rotation, talkedOn: event.on });
    case 'cases-counted': {
      const wrongDay = onDay(rotation, event.on, today);
      // Cases on a day that new dates have excluded can still be removed.
      if (wrongDay && event.count > 0) return wrongDay;
      const others = rotations.filter((other) => other !== rotation);
      const counted = countCases(rotation.cases ?? [], others, event);
      return counted.ok ? success({ ...rotation, cases: counted.value }) : counted;
    }
    case 'task-given': {
      const tasks = rotation.tasks ?? [];
      if (tasks.length >= TASKS_PER_ROTATION_MAX) {
        return failure(refusals.tooManyTasks(TASKS_PER_ROTATION_MAX));
      }
      const task = { title: event.title, assignedOn: event.on };
      return onDay(rotation, event.on, today) ?? success({ ...rotation, tasks: [...tasks, task] });
    }
    case 'task-done': {
      const tasks = withDone(rotation.tasks, event.task, today);
      return tasks ? success({ ...rotation, tasks }) : failure(refusals.unknownTask());
    }
    case 'own-task-set': {
      const { ownTasks = [] } = rotation;
      if (ownTasks.length >= TASKS_PER_ROTATION_MAX) {
        return failure(refusals.tooManyTasks(TASKS_PER_ROTATION_MAX));
      }
      const { title, dueOn } = event;
      if (dueOn < dayIn(profile.zone, now)) return failure(refusals.promisedInThePast('dueOn'));
      if (isTooFarAhead(dueOn, now)) return failure(refusals.tooFarAhead(dueOn, 'dueOn'));
      return success({ ...rotation, ownTasks: [...ownTasks, { title, dueOn }] });
    }
    case 'own-task-done': {
      const ownTasks = withDone(rotation.ownTasks, event.task, today);
      return ownTasks ? success({ ...rotation, ownTasks }) : failure(refusals.unknownTask());
    }
    default:
      return impossible(event);
  }
}

/** Undefined where there is no such open task. */
function withDone<Task extends { readonly doneOn?: Day }>(
  tasks: readonly Task[] | undefined,
  number: number,
  today: Day,
): Task[] | undefined {
  const task = tasks?.[number - 1];
  if (!task || task.doneOn) return undefined;
  return tasks?.map((each) => (each === task ? { ...each, doneOn: today } : each));
}

/** Refuses a future day; the applicant's zone may be a day ahead of Eastern time. */
function onDay(
  rotation: Rotation,
  day: Day,
  today: Day,
): { readonly ok: false; readonly failure: PlanRefusal } | undefined {
  if (day > plusDays(today, 1)) return failure(refusals.notYetThere(day));
  const { dates } = rotation;
  if (dates && (day < dates.start || day > dates.end)) {
    return failure(refusals.notOnRotation(rotation));
  }
  return undefined;
}

/** Sets one day's count, so that a form sent twice counts once. `others`: limits are the person's, not the rotation's. */
function countCases(
  log: readonly Cases[],
  others: readonly Pick<Rotation, 'cases'>[],
  { procedure, role, on, count }: EventOf<'cases-counted'>,
): Result<Cases[], PlanRefusal> {
  const isSame = (each: Cases) =>
    each.role === role && each.procedure.toLowerCase() === procedure.toLowerCase();
  const known = log.find(isSame);
  const { [on]: _, ...otherDays } = known?.days ?? {};
  const days = count > 0 ? { ...otherDays, [on]: count } : otherDays;
  const cases = [
    ...log.filter((each) => !isSame(each)),
    ...(Object.keys(days).length > 0
      ? [{ procedure: known?.procedure ?? procedure, role, days }]
      : []),
  ];
  const all = [...others.flatMap((other) => other.cases ?? []), ...cases];
  if (count > 0 && totalOf(all) > CASES_MAX) return failure(refusals.tooManyCases(CASES_MAX));
  if (count > 0 && all.length > PROCEDURES_MAX) {
    return failure(refusals.tooManyProcedures(PROCEDURES_MAX));
  }
  return success(cases);
}

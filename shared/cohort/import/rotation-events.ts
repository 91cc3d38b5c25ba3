/** A line's rotation as the update that brings it onto a plan. A rotation already on the plan is its owner's to move. */

import { failure, type Result, success } from '#shared/base/result.ts';
import type { Event } from '#shared/people/person/event.ts';
import type { RotationTakenOver } from '#shared/plan/facts/events.ts';
import { datesSchema, type Rotation, type RotationDates } from '#shared/plan/facts/rotation.ts';
import { institutions } from '#shared/world/programs/directory.ts';
import type { World } from '#shared/world/world.ts';
import type { FieldProblem } from './problem.ts';
import type { Cells } from './read-cell.ts';
import type { RotationLine } from './read-people.ts';

type Planned = { readonly events: readonly Event[] } | { readonly leftOut: string };

export function rotationEvents(
  rotations: readonly Rotation[],
  { line, cells }: RotationLine,
  rotationId: string,
  world: World,
): Result<Planned, FieldProblem[]> {
  const dates = datesOf(line, cells);
  if (!dates.ok) return dates;
  const known = rotations.find((rotation) => isSame(rotation, rotationId, cells));
  if (known) return success({ events: movedDates(known, dates.value) });

  const problems = problemsOf(line, cells, world);
  const { host: name, specialty, status = 'shortlisted', closedReason } = cells;
  if (!specialty || problems.length > 0) return failure(problems);
  if (status === 'closed' && !isWhole(cells)) return success({ leftOut: LEFT_OUT });
  const institutionId = cells.institutionId ?? idOfHost(name);
  const { programCode, windowClosesOn, since, offerExpiresOn, documents, letters } = cells;
  const takenOver: RotationTakenOver = {
    type: 'rotation-taken-over',
    rotation: {
      host: {
        name,
        ...(institutionId && { institutionId }),
        ...(programCode && { programCode }),
      },
      specialty,
      mode: cells.mode ?? 'hands-on',
      route: cells.route ?? 'institution',
      country: cells.country ?? 'US',
      ...(dates.value && { dates: dates.value }),
      ...(windowClosesOn && { windowClosesOn }),
    },
    standing: {
      status,
      ...(since && { since }),
      ...(offerExpiresOn && { offerExpiresOn }),
      ...(status === 'closed' && closedReason && { closedReason }),
      ...(documents && { documents }),
      ...(letters && { letters }),
    },
  };
  return success({ events: [takenOver] });
}

const LEFT_OUT =
  'A closed rotation is left out where the sheet does not say why, or not which letter completed it.';

/** Whether a closed rotation's line holds all that closed it. */
function isWhole({ closedReason, letters = [] }: Cells): boolean {
  return closedReason === 'complete'
    ? letters.some(({ status }) => status === 'assigned')
    : closedReason !== undefined;
}

function datesOf(
  line: number,
  { start, end }: Cells,
): Result<RotationDates | undefined, FieldProblem[]> {
  if (!start && !end) return success(undefined);
  if (!start) return failure([{ line, field: 'start', says: 'The first day is missing.' }]);
  if (!end) return failure([{ line, field: 'end', says: 'The last day is missing.' }]);
  const dates = datesSchema.safeParse({ start, end });
  return dates.success
    ? success(dates.data)
    : failure([{ line, field: 'end', says: 'The last day is before the first.' }]);
}

/** By its id where the file knows it; else the same host from the same day on. */
function isSame(rotation: Rotation, rotationId: string, cells: RotationLine['cells']): boolean {
  if (rotation.id === rotationId) return true;
  return (
    cells.rotationId === undefined &&
    sameName(rotation.host.name, cells.host) &&
    rotation.dates?.start === cells.start
  );
}

function movedDates(known: Rotation, dates: RotationDates | undefined): Event[] {
  const isMoved = dates && (known.dates?.start !== dates.start || known.dates?.end !== dates.end);
  if (!isMoved || known.stage === 'closed') return [];
  return [{ type: 'dates-changed', rotationId: known.id, dates }];
}

function problemsOf(line: number, cells: Cells, world: World): FieldProblem[] {
  const { specialty, institutionId, programCode } = cells;
  const problems: FieldProblem[] = [];
  if (!specialty) {
    const says = 'The specialty is missing: ir, dr, surgery, medicine, icu or other.';
    problems.push({ line, field: 'specialty', says });
  }
  if (institutionId && !world.host(institutionId)) {
    const says = `${institutionId} is not in the directory of hosts. Leave it empty.`;
    problems.push({ line, field: 'institutionId', says });
  }
  if (programCode && !world.program(programCode)) {
    const says = `${programCode} is not in the list of programs. Leave it empty.`;
    problems.push({ line, field: 'programCode', says });
  }
  return problems;
}

function idOfHost(name: string): string | undefined {
  return institutions().find((institution) => sameName(institution.name, name))?.id;
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Turns a line's rotation into the update that adds it to a plan. A rotation already on the plan is left to the applicant. */
import { failure, type Result, success } from '#shared/base/result.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Event } from '#shared/people/person/event.ts';
import type { RotationTakenOver } from '#shared/plan/facts/events.ts';
import { isInEras } from '#shared/plan/facts/letter.ts';
import { datesSchema, type Rotation, type RotationDates } from '#shared/plan/facts/rotation.ts';
import { isInUs, isOwnSchool } from '#shared/plan/rotation/kind.ts';
import { hostById, hostNamed, offeringById, plainName } from '#shared/world/hosts/hosts.ts';
import type { World } from '#shared/world/world.ts';
import { keptOfRotation } from './kept.ts';
import type { FieldProblem } from './problem.ts';
import type { Cells } from './read-cell.ts';
import type { RotationLine } from './read-people.ts';

type Planned =
  | {
      readonly events: readonly Event[];
      readonly outcome: 'added' | 'changed' | 'same';
      /** The plan's rotation that the line was matched with. */
      readonly meant?: string;
      /** What the line says otherwise of it, and its owner keeps. */
      readonly kept?: string | undefined;
    }
  | { readonly leftOut: string };

/** `rotations`: those on the plan so far; `candidates`: open ones on it that no other line matches. */
export function rotationEvents(
  rotations: readonly Rotation[],
  candidates: readonly Rotation[],
  { line, nth, cells }: RotationLine,
  of: {
    readonly rotationId: string;
    readonly answer: string | undefined;
    readonly school: string | undefined;
  },
  world: World,
): Result<Planned, FieldProblem[]> {
  const dates = datesOf(line, cells);
  if (!dates.ok) return dates;
  const { rotationId, answer } = of;
  const atHost = candidates.filter((rotation) => isAtHost(rotation, cells));
  const meant = meantBy(answer, atHost, cells);
  const known =
    rotations.find((rotation) => isSame(rotation, rotationId, cells)) ??
    rotations.find(({ id }) => id === meant?.id);
  if (known) {
    const events = movedDates(known, dates.value);
    const isOfThisImport = known.id === rotationId && cells.rotationId === undefined;
    const outcome = isOfThisImport ? 'added' : events.length > 0 ? 'changed' : 'same';
    const kept = isOfThisImport ? undefined : keptOfRotation(known, cells);
    return success({ events, outcome, kept, ...(meant && { meant: meant.id }) });
  }
  if (atHost.length > 0 && answer !== 'second') {
    return failure([questionOf(line, nth, dates.value, atHost)]);
  }

  const problems = problemsOf(line, cells, of.school, world);
  const { host: name, specialty, status = 'shortlisted', closedReason } = cells;
  if (!specialty || problems.length > 0) return failure(problems);
  if (status === 'closed' && !isWhole(cells)) return success({ leftOut: LEFT_OUT });
  const { country = 'US' } = cells;
  const institutionId = cells.institutionId ?? idOfHost(name, country);
  const { programCode, windowClosesOn, since, addedOn, offerExpiresOn } = cells;
  const { documents, letters } = cells;
  const takenOver: RotationTakenOver = {
    type: 'rotation-taken-over',
    rotation: {
      host: { name, ...(institutionId && { institutionId }), ...(programCode && { programCode }) },
      specialty,
      mode: cells.mode ?? 'hands-on',
      route: cells.route ?? 'institution',
      country,
      ...(dates.value && { dates: dates.value }),
      ...(windowClosesOn && { windowClosesOn }),
    },
    state: {
      status,
      ...(since && { since }),
      ...(addedOn && { addedOn }),
      ...(offerExpiresOn && { offerExpiresOn }),
      ...(status === 'closed' && closedReason && { closedReason }),
      ...(documents && { documents }),
      ...(letters && { letters }),
    },
  };
  return success({ events: [takenOver], outcome: 'added' });
}

const LEFT_OUT =
  'A closed rotation is left out if the sheet does not say why it closed or which letter completed it.';

/** Whether the line says how the rotation closed. */
function isWhole({ closedReason, letters = [] }: Cells): boolean {
  return closedReason === 'complete' ? letters.some(isInEras) : closedReason !== undefined;
}

function datesOf(
  line: number,
  { start, end }: Cells,
): Result<RotationDates | undefined, FieldProblem[]> {
  if (!start && !end) return success(undefined);
  if (!start) return failure([{ line, field: 'start', message: 'The first day is missing.' }]);
  if (!end) return failure([{ line, field: 'end', message: 'The last day is missing.' }]);
  const dates = datesSchema.safeParse({ start, end });
  return dates.success
    ? success(dates.data)
    : failure([{ line, field: 'end', message: 'The last day is before the first.' }]);
}

/** `7`, or `7.2` for the second rotation on line 7. */
export function keyOf({ line, nth }: Pick<RotationLine, 'line' | 'nth'>): string {
  return nth === 1 ? `${line}` : `${line}.${nth}`;
}

function questionOf(
  line: number,
  nth: number,
  dates: RotationDates | undefined,
  atHost: readonly Rotation[],
): FieldProblem {
  const candidates = atHost.map(({ id, host: { name }, dates: days }) => ({
    id,
    text: `${name}, ${daysWords(days)}`,
  }));
  const list = candidates.map(({ text }) => text).join('; ');
  return {
    line,
    nth,
    field: 'host',
    message: `The plan has an open rotation there: ${list}. Is this the same rotation, now ${daysWords(dates)}, or a second one?`,
    asks: { key: keyOf({ line, nth }), candidates },
  };
}

function daysWords(dates: RotationDates | undefined): string {
  return dates ? `${phraseDay(dates.start)} to ${phraseDay(dates.end)}` : 'without dates';
}

/** By id if the file has it; otherwise the same host and the same first day. */
export function isSame(
  rotation: Rotation,
  rotationId: string,
  cells: RotationLine['cells'],
): boolean {
  if (rotation.id === rotationId) return true;
  return (
    cells.rotationId === undefined &&
    sameName(rotation.host.name, cells.host) &&
    rotation.dates?.start === cells.start
  );
}

/** Which open rotation at the host the line is about, if that is certain or answered. */
function meantBy(
  answer: string | undefined,
  atHost: readonly Rotation[],
  { start, specialty }: Cells,
): Rotation | undefined {
  const [first, ...others] = atHost;
  const only = others.length === 0 ? first : undefined;
  // A line without dates says only that there is a rotation at the host, and there is one.
  if (only && !start && (!specialty || specialty === only.specialty)) return only;
  return answer === 'moved' ? only : atHost.find(({ id }) => id === answer);
}

/** The same host under any of its names. */
function isAtHost(
  { host }: Rotation,
  { host: name, institutionId, country }: RotationLine['cells'],
): boolean {
  const id = institutionId ?? idOfHost(name, country);
  return (
    sameName(host.name, name) ||
    (id !== undefined && isOneHost(host.institutionId, id)) ||
    (plainName(name) !== '' && plainName(host.name) === plainName(name))
  );
}

function movedDates(known: Rotation, dates: RotationDates | undefined): Event[] {
  const isMoved = dates && (known.dates?.start !== dates.start || known.dates?.end !== dates.end);
  if (!isMoved || known.stage === 'closed') return [];
  return [{ type: 'dates-changed', rotationId: known.id, dates }];
}

function problemsOf(
  line: number,
  cells: RotationLine['cells'],
  school: string | undefined,
  world: World,
): FieldProblem[] {
  const { specialty, institutionId, programCode } = cells;
  const problems: FieldProblem[] = [];
  if (!specialty) {
    const message = 'The specialty is missing: ir, dr, surgery, medicine, icu, or other.';
    problems.push({ line, field: 'specialty', message });
  }
  if (!cells.country && isOwnSchool(cells.host, school)) {
    const message = `${cells.host} is the applicant’s own school. Enter its country, such as IN.`;
    problems.push({ line, field: 'country', message });
  }
  if (institutionId && !world.host(institutionId)) {
    const message = `${institutionId} is not in the directory of hosts. Leave it empty.`;
    problems.push({ line, field: 'institutionId', message });
  }
  if (programCode && !world.program(programCode)) {
    const message = `${programCode} is not in the list of programs. Leave it empty.`;
    problems.push({ line, field: 'programCode', message });
  }
  return problems;
}

function isOneHost(one: string | undefined, other: string): boolean {
  const hostOf = (id: string | undefined) => offeringById(id)?.hostId ?? hostById(id)?.id;
  return one === other || (hostOf(one) !== undefined && hostOf(one) === hostOf(other));
}

/** A hospital elsewhere may have the name of a US one. */
function idOfHost(name: string, country: string = 'US'): string | undefined {
  return isInUs({ country }) ? hostNamed(name).host?.id : undefined;
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

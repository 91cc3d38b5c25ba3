/** Reads a plan file into an applicant's facts, or gives every reason why not, each with its field. */

import { failure, type Result, success } from '#shared/base/result.ts';
import { problemsOf } from '#shared/base/rows.ts';
import type { Day } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant, instantAt } from '#shared/base/time/instant.ts';
import { checklistFor } from '#shared/plan/documents/checklist.ts';
import type { ChecklistItem, HeldDocument } from '#shared/plan/facts/document.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation, RotationDates } from '#shared/plan/facts/rotation.ts';
import { stageOf } from '#shared/plan/facts/stages.ts';
import { passTime } from '#shared/plan/moves/pass-time.ts';
import { settle } from '#shared/plan/moves/settle.ts';
import { daysNotMeant, documentNotMeant } from '#shared/plan/rotation/days-meant.ts';
import { isInUs } from '#shared/plan/rotation/kind.ts';
import type { World } from '#shared/world/world.ts';
import { againstEntry, contradictionsOf } from './contradictions.ts';
import { fieldGivenTwice, givenTwice } from './given-twice.ts';
import { noticesOf, noticesOfRotation } from './notices.ts';
import { type FileRotation, type PlanFile, planFileSchema, withCountries } from './plan-file.ts';

/** An applicant's file takes a few kilobytes, and a string of many megabytes overflows a regular expression's stack. */
const CHARACTERS_MAX = 1_000_000;

interface PlanRead {
  /** With time passed up to the moment it was read. */
  readonly facts: Facts;
  readonly notices: readonly string[];
}

/** @returns problems such as `rotations.0.dates.end is before the start`, if there are any */
export function readPlanFile(text: string, now: Instant, world: World): Result<PlanRead, string[]> {
  if (text.length > CHARACTERS_MAX) {
    const max = CHARACTERS_MAX.toLocaleString('en-US');
    return failure([`the file is longer than a plan can be, which is ${max} characters`]);
  }
  const json = jsonOf(text);
  if (!json.ok) return failure([json.failure]);
  const twice = fieldGivenTwice(text);
  if (twice !== undefined) return failure([`the field ${twice} is given twice in one place`]);
  const parsed = planFileSchema.safeParse(json.value, { reportInput: true });
  if (!parsed.success)
    return failure(problemsOf(parsed.error.issues, 'the file').map(inWordsOfFile));
  const file = withCountries(parsed.data);
  const today = dayIn(file.profile.zone, now);
  const rotations = file.rotations.map((each, index) => rotationOf(each, index, file, now, world));
  const problems = [
    ...givenTwice(file, rotations),
    ...file.rotations.flatMap((rotation, index) =>
      problemsOfRotation(rotation, file, now, world).map(
        (problem) => `rotations.${index}.${problem}`,
      ),
    ),
    ...file.documents.flatMap((each, index) => problemsOfDocument(each, index, today)),
    ...inTheFuture({ erasSubmittedOn: file.erasSubmittedOn }, today),
    ...(file.profile.enrollment === 'graduate'
      ? inTheFuture({ 'profile.graduationOn': file.profile.graduationOn }, today)
      : []),
  ];
  if (problems.length > 0) return failure(problems);
  const facts: Facts = { ...file, rotations };
  const notices = [
    ...noticesOf(file, today, world),
    ...file.rotations.flatMap((each, index) =>
      noticesOfRotation(each, stageOf(each.status)).map((said) => `rotations.${index}.${said}`),
    ),
  ];
  return success({ facts: passTime(facts, now, world).facts, notices });
}

function inWordsOfFile(problem: string): string {
  // An older field that asked only half the question.
  return problem === 'profile.needsVisa is not a known field'
    ? `${problem}: write profile.entry, which is citizen, in-us, visa, or waiver`
    : problem;
}

function jsonOf(text: string): Result<unknown, string> {
  try {
    return success(JSON.parse(text));
  } catch (error) {
    return failure(
      `the file is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function problemsOfRotation(
  of: FileRotation,
  file: PlanFile,
  now: Instant,
  world: World,
): string[] {
  const { host, status, dates } = of;
  const { institutionId, programCode } = host as Rotation['host'];
  const unknownHost = institutionId !== undefined && !world.host(institutionId);
  const unknownProgram = programCode !== undefined && !world.program(programCode);
  return [
    ...(unknownHost
      ? [`host.institutionId ${institutionId} is not in the directory of hosts`]
      : []),
    ...(unknownProgram ? [`host.programCode ${programCode} is not in the list of programs`] : []),
    ...againstEntry(of, file.profile.entry, hostOf(of, world)),
    ...(!dates && status !== 'shortlisted' && status !== 'closed'
      ? [`dates is missing, which a rotation that is ${status} must have`]
      : []),
    ...(dates ? daysOf(of, dates, now) : []),
    ...contradictionsOf(of, stageOf(status), dayIn(file.profile.zone, now)),
    ...inTheFuture(
      {
        since: of.since,
        appliedOn: of.appliedOn,
        followedUpOn: of.followedUpOn,
        'feedback.on': of.feedback?.on,
        ...Object.fromEntries([
          ...of.letters.map(({ askedOn }, n) => [`letters.${n}.askedOn`, askedOn]),
          ...(of.steps ?? []).map(({ on }, n) => [`steps.${n}.on`, on]),
          ...(of.tasks ?? []).flatMap(({ assignedOn, doneOn }, n) => [
            [`tasks.${n}.assignedOn`, assignedOn],
            [`tasks.${n}.doneOn`, doneOn],
          ]),
        ]),
      },
      dayIn(file.profile.zone, now),
    ),
  ];
}

/** A day that passed while it was on the list is lost, and the plan says so. */
function daysOf({ mode, status }: FileRotation, dates: RotationDates, now: Instant): string[] {
  const unmeant = daysNotMeant({ host: { name: '' }, mode, stage: stageOf(status) }, dates, now);
  switch (unmeant?.reason) {
    case 'lasts-too-long':
      return [`dates.end makes it a ${unmeant.kind} of ${unmeant.days} days`];
    case 'too-far-ahead':
      return [`dates.start ${dates.start} is more than three years ahead`];
    default:
      return [];
  }
}

function problemsOfDocument(document: HeldDocument, index: number, today: Day): string[] {
  switch (documentNotMeant(document, today)?.reason) {
    case 'not-yet-there':
      return [`documents.${index}.issuedOn ${document.issuedOn} is in the future`];
    case 'expires-before-issue':
      return [`documents.${index}.expiresOn is before issuedOn`];
    default:
      return [];
  }
}

/** What is reported as past cannot be in the future. */
function inTheFuture(days: Readonly<Record<string, Day | undefined>>, today: Day): string[] {
  return Object.entries(days).flatMap(([name, day]) =>
    day && day > today ? [`${name} ${day} is in the future`] : [],
  );
}

function rotationOf(
  of: FileRotation,
  index: number,
  file: PlanFile,
  now: Instant,
  world: World,
): Rotation {
  const {
    id = `r${index + 1}`,
    since: sinceDay,
    offerExpiresOn,
    closedReason,
    letters,
    checklist,
    host,
    hostDays: { 'apply-by': closesOn, ...hostDays } = {},
    ...plan
  } = of;
  const since = sinceDay ? instantAt(sinceDay, '12:00', EASTERN) : now;
  const rotation: Rotation = {
    ...plan,
    ...(closesOn && { windowClosesOn: closesOn }),
    ...(Object.keys(hostDays).length > 0 && { hostDays }),
    id,
    host: placed(of, world),
    stage: stageOf(plan.status),
    since,
    // The file is a plan that starts today, unless it says since when.
    ...(!sinceDay && { addedOn: dayIn(EASTERN, now) }),
    ...(offerExpiresOn && { offer: { expiresOn: offerExpiresOn } }),
    ...(plan.status === 'closed' && { closed: { reason: closedReason ?? 'withdrawn', at: since } }),
    checklist: checklistOf(of, hostOf(of, world), file),
    letters: letters.map((letter, at) => ({
      ...letter,
      id: letter.id ?? `${id}-l${at + 1}`,
      since,
    })),
  };
  // Of a closed one, only a letter that is not assigned yet can make something follow.
  return rotation.closed ? settle(rotation, { facts: file, now, world }) : rotation;
}

/** A program names the institution whose visiting rules apply, so that a code alone is enough. Outside the US none does. */
function placed(of: FileRotation, world: World): Rotation['host'] {
  const host: Rotation['host'] = of.host;
  if (!isInUs(of)) return { name: host.name };
  const institutionId = host.institutionId ?? world.program(host.programCode)?.institutionId;
  return institutionId ? { ...host, institutionId } : host;
}

function hostOf(of: FileRotation, world: World): ReturnType<World['host']> {
  return world.host(placed(of, world).institutionId, of.mode);
}

function checklistOf(
  { status, checklist, country, mode, dates }: FileRotation,
  host: ReturnType<World['host']>,
  { profile }: PlanFile,
): ChecklistItem[] {
  const stage = stageOf(status);
  if (stage !== 'documents' && stage !== 'rotate') return [];
  const asked = checklistFor({ country, mode, ...(dates && { dates }) }, host, profile);
  // A person past this stage has cleared every document, unless the file says otherwise.
  const standard =
    stage === 'rotate' ? asked.map((item) => ({ ...item, status: 'cleared' as const })) : asked;
  const kinds = new Set(checklist.map(({ kind }) => kind));
  return [
    ...standard.filter(({ kind }) => !kinds.has(kind)),
    ...checklist.map((item) => ({ ...item, askedBy: 'default' as const })),
  ];
}

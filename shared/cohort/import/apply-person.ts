/** Imports one person through the same updates that a form would send. A known applicant keeps whatever the file does not mention. */
import { failure, type Result, success } from '#shared/base/result.ts';
import { wordsIn } from '#shared/base/text.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { accept, type Update } from '#shared/people/applicant/accept.ts';
import { type Applicant, isDeleted, newApplicant } from '#shared/people/person/applicant.ts';
import type { Event } from '#shared/people/person/event.ts';
import { type Profile, type ProfileChange, profileSchema } from '#shared/plan/facts/facts.ts';
import { refusals } from '#shared/plan/facts/refusals.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { lettersStated } from '#shared/plan/letters/stated-letter.ts';
import { documentNotMeant, todayOf } from '#shared/plan/rotation/days-meant.ts';
import { refusalWords } from '#shared/words/refusals.ts';
import type { World } from '#shared/world/world.ts';
import { COLUMNS, type Field, NEEDED_FIELDS, PROFILE_FIELDS } from '../table/columns.ts';
import { keptOfPlan } from './kept.ts';
import type { Answers, FieldProblem } from './problem.ts';
import type { PersonLines, RotationLine } from './read-people.ts';
import { isSame, keyOf, rotationEvents } from './rotation-events.ts';

export interface ImportTerms {
  /** Update ids derive from it, so that applying the import again is a replay. */
  readonly importId: string;
  readonly cohortId: string;
  /** When the import started: the time of all its updates. */
  readonly at: Instant;
  readonly world: World;
  readonly answers: Answers;
}

export type Outcome = 'added' | 'changed' | 'same';
export type Counts = Readonly<Record<Outcome, number>>;

/** `3 added, 1 changed, 0 as before` */
export function countsWords({ added, changed, same }: Counts): string {
  return `${added} added, ${changed} changed, ${same} as before`;
}

export interface Applied {
  readonly applicant: Applicant;
  readonly outcome: Outcome;
  readonly rotations: Counts;
  /** What was left unchanged, and why. */
  readonly notices: readonly FieldProblem[];
}

/** `known`: the applicant with this address in this cohort; `newId`: of a new one. */
export function applyPerson(
  known: Applicant | undefined,
  said: PersonLines,
  newId: string,
  terms: ImportTerms,
): Result<Applied, FieldProblem[]> {
  if (known && known.cohortId !== terms.cohortId) {
    const message =
      'This applicant is archived. Bring them back from the archive, or leave this line out.';
    return failure([{ line: said.line, message }]);
  }
  // Also for a line that reports nothing new: its address may be mistyped.
  if (known && isDeleted(known)) {
    return failure([{ line: said.line, message: refusalWords(refusals.erased()) }]);
  }
  const other = known && otherName(known.facts.profile.name, said.profile.name);
  if (other) return failure([{ line: said.line, field: 'name', message: other }]);
  const begun = known ? success(known) : begin(said, newId, terms);
  if (!begun.ok) return begun;
  let applicant = begun.value;
  // A person whom this import created counts as new, however often it had to restart.
  const isNew = !known || (known.createdAt === terms.at && known.id === newId);
  const notices: FieldProblem[] = [];
  const problems: FieldProblem[] = [];
  const rotations = { added: 0, changed: 0, same: 0 };
  const meant = new Set<string>();
  const candidates = unclaimed(applicant.facts.rotations, said.rotations, terms);

  function report(
    events: readonly Event[],
    { line, nth = 1 }: Pick<FieldProblem, 'line' | 'nth'>,
    rotationId: string,
  ): void {
    for (const [index, event] of events.entries()) {
      const isOwn = event.type === 'profile-changed' || event.type === 'zone-changed';
      const part = isOwn ? 'p' : placeOf({ line, nth });
      const id =
        event.type === 'rotation-taken-over' ? rotationId : `${terms.importId}-${part}-${index}`;
      const update: Update = { id, by: 'advisor', event };
      const verdict = accept(applicant, update, terms.at, terms.world);
      if (verdict.verdict === 'accepted') applicant = verdict.applicant;
      if (verdict.verdict === 'refused') {
        problems.push({
          line,
          nth,
          ...fieldOf(verdict.refusal.field),
          message: refusalWords(verdict.refusal),
        });
        return;
      }
    }
  }

  report(profileEvents(applicant.facts.profile, said.profile), said, '');
  const kept = isNew ? undefined : keptOfPlan(applicant.facts, said.profile);
  if (kept) notices.push({ line: said.line, message: kept });
  for (const rotation of said.rotations) {
    const { line, nth } = rotation;
    const rotationId = rotationIdOf(rotation, terms);
    const answer = terms.answers[keyOf(rotation)] ?? terms.answers.all;
    const planned = rotationEvents(
      applicant.facts.rotations,
      candidates,
      rotation,
      { rotationId, answer, school: applicant.facts.profile.school },
      terms.world,
    );
    if (!planned.ok) problems.push(...planned.failure.map((each) => ({ nth, ...each })));
    else if ('leftOut' in planned.value) notices.push({ line, message: planned.value.leftOut });
    else if (planned.value.meant && meant.has(planned.value.meant)) {
      const message =
        'Another line is about the same rotation on the plan. Is this a second rotation?';
      const asks = { key: keyOf(rotation), candidates: [] };
      problems.push({ line, nth, field: 'host', message, asks });
    } else {
      if (planned.value.meant) meant.add(planned.value.meant);
      report(planned.value.events, rotation, rotationId);
      rotations[planned.value.outcome] += 1;
      if (planned.value.kept) notices.push({ line, nth, message: planned.value.kept });
    }
  }
  if (problems.length > 0) return failure(problems);
  const outcome = isNew ? 'added' : applicant === known ? 'same' : 'changed';
  return success({ applicant, outcome, rotations, notices });
}

/** Two names without a common word are of two people. */
function otherName(known: string, said: string | undefined): string | undefined {
  const words = new Set(wordsIn(known));
  if (said === undefined || wordsIn(said).some((word) => words.has(word))) return undefined;
  return `This address is ${known}’s in this cohort. Two people need two addresses. If the name changed, the applicant enters the new one on the plan.`;
}

/** Open rotations on the plan that no line matches yet: one may have moved to other dates. */
function unclaimed(
  all: readonly Rotation[],
  said: readonly RotationLine[],
  terms: ImportTerms,
): Rotation[] {
  return all.filter(
    (rotation) =>
      rotation.stage !== 'closed' &&
      !said.some((line) => isSame(rotation, rotationIdOf(line, terms), line.cells)),
  );
}

function rotationIdOf(line: RotationLine, { importId }: ImportTerms): string {
  return line.cells.rotationId ?? `${importId}-${placeOf(line)}`;
}

function placeOf(line: Pick<RotationLine, 'line' | 'nth'>): string {
  return keyOf(line).replace('.', '_');
}

function begin(
  { address, line, profile }: PersonLines,
  id: string,
  { cohortId, at, world }: ImportTerms,
): Result<Applicant, FieldProblem[]> {
  const missing = NEEDED_FIELDS.filter((field) => field !== 'address' && !(field in profile));
  if (missing.length > 0) {
    return failure(
      missing.map((field) => ({
        line,
        field,
        message: `${COLUMNS[field].header} is missing. A new applicant needs ${COLUMNS[field].takes}.`,
      })),
    );
  }
  const { erasSubmittedOn, papers, ownLetters, ...said } = profile;
  const of = profileSchema.parse({ ...said, address });
  const letters = lettersStated(ownLetters ?? [], id, world.season(of.matchYear), at);
  if (!letters.ok)
    return failure([{ line, field: 'ownLetters', message: refusalWords(letters.failure) }]);
  const today = todayOf(of, at);
  const unmeant = (papers ?? []).flatMap((paper) => documentNotMeant(paper, today) ?? []);
  if (unmeant[0]) return failure([{ line, field: 'papers', message: refusalWords(unmeant[0]) }]);
  const past = {
    erasSubmittedOn,
    graduationOn: of.enrollment === 'graduate' ? of.graduationOn : undefined,
  };
  for (const field of ['erasSubmittedOn', 'graduationOn'] as const) {
    const day = past[field];
    if (!day || day <= today) continue;
    return failure([{ line, field, message: refusalWords(refusals.notYetThere(day)) }]);
  }
  const facts = {
    profile: of,
    rotations: [],
    documents: papers ?? [],
    ...(letters.value.length > 0 && { letters: letters.value }),
    ...(erasSubmittedOn && { erasSubmittedOn }),
  };
  return success(newApplicant({ id, cohortId, facts }, at));
}

/** What the file changes. An empty cell changes nothing. */
function profileEvents(profile: Profile, said: PersonLines['profile']): Event[] {
  const differing = Object.fromEntries(
    PROFILE_FIELDS.flatMap((field) =>
      field === 'address' || field === 'zone' || !(field in said) || said[field] === profile[field]
        ? []
        : [[field, said[field]]],
    ),
  ) as ProfileChange;
  return [
    ...(Object.keys(differing).length > 0
      ? [{ type: 'profile-changed' as const, profile: differing }]
      : []),
    ...(said.zone !== undefined && said.zone !== profile.zone
      ? [{ type: 'zone-changed' as const, zone: said.zone }]
      : []),
  ];
}

/** The column to blame for a refusal that names a field of an event. */
function fieldOf(named: string = ''): { field: Field } {
  return { field: OWN_COLUMNS.find((each) => each === named) ?? BLAMED.get(named) ?? 'host' };
}

const OWN_COLUMNS: readonly Field[] = [
  'windowClosesOn',
  'since',
  'addedOn',
  'documents',
  'letters',
];
const BLAMED: ReadonlyMap<string, Field> = new Map([
  ['rotation.country', 'country'],
  ['dates', 'start'],
  ['dates.start', 'start'],
  ['rotation.dates', 'start'],
  ['dates.end', 'end'],
  ['expiresOn', 'offerExpiresOn'],
  ['type', 'status'],
]);

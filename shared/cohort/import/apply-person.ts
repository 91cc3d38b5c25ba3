/**
 * One person as the file has them, made so by the same updates that a form would send: what the plan refuses, an import
 * refuses. Somebody new begins with their profile; somebody known keeps whatever the file does not speak of.
 */

import { failure, type Result, success } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { accept, type Update } from '#shared/people/applicant/accept.ts';
import { type Applicant, newApplicant } from '#shared/people/person/applicant.ts';
import type { Event } from '#shared/people/person/event.ts';
import { type Profile, type ProfileChange, profileSchema } from '#shared/plan/facts/facts.ts';
import { lettersStated } from '#shared/plan/letters/stated-letter.ts';
import { refusalWords } from '#shared/words/refusals.ts';
import type { World } from '#shared/world/world.ts';
import { COLUMNS, type Field, NEEDED_FIELDS, PROFILE_FIELDS } from '../table/columns.ts';
import type { FieldProblem } from './problem.ts';
import type { PersonLines } from './read-people.ts';
import { rotationEvents } from './rotation-events.ts';

export interface ImportTerms {
  /** Of the import: makes the ids of its updates, so that applying it again is a replay. */
  readonly importId: string;
  readonly cohortId: string;
  /** When the import was started: the moment of all its updates. */
  readonly at: Instant;
  readonly world: World;
}

export interface Applied {
  readonly applicant: Applicant;
  readonly outcome: 'added' | 'changed' | 'same';
  /** What was left as it is, and why. */
  readonly notices: readonly FieldProblem[];
}

/**
 * @param known the person with this address in this cohort, as stored
 * @param newId the id of somebody new
 */
export function applyPerson(
  known: Applicant | undefined,
  said: PersonLines,
  newId: string,
  terms: ImportTerms,
): Result<Applied, FieldProblem[]> {
  const begun = known ? success(known) : begin(said, newId, terms);
  if (!begun.ok) return begun;
  let applicant = begun.value;
  const notices: FieldProblem[] = [];
  const problems: FieldProblem[] = [];

  function tell(events: readonly Event[], line: number, rotationId: string): void {
    for (const [index, event] of events.entries()) {
      const part = event.type === 'profile-changed' || event.type === 'zone-changed' ? 'p' : line;
      const id =
        event.type === 'rotation-taken-over' ? rotationId : `${terms.importId}-${part}-${index}`;
      const update: Update = { id, by: 'advisor', event };
      const verdict = accept(applicant, update, terms.at, terms.world);
      if (verdict.verdict === 'accepted') applicant = verdict.applicant;
      if (verdict.verdict === 'refused') {
        problems.push({
          line,
          ...fieldOf(verdict.refusal.field),
          says: refusalWords(verdict.refusal),
        });
        return;
      }
    }
  }

  tell(profileEvents(applicant.facts.profile, said.profile), said.line, '');
  for (const rotation of said.rotations) {
    const id = rotation.cells.rotationId ?? `${terms.importId}-${rotation.line}`;
    const planned = rotationEvents(applicant.facts.rotations, rotation, id, terms.world);
    if (!planned.ok) problems.push(...planned.failure);
    else if ('leftOut' in planned.value) {
      notices.push({ line: rotation.line, says: planned.value.leftOut });
    } else tell(planned.value.events, rotation.line, id);
  }
  if (problems.length > 0) return failure(problems);
  // Whoever this very import began is told as new however often it had to begin again.
  const isNew = !known || (known.createdAt === terms.at && known.id === newId);
  const outcome = isNew ? 'added' : applicant === known ? 'same' : 'changed';
  return success({ applicant, outcome, notices });
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
        says: `${COLUMNS[field].header} is missing, which a new applicant needs: ${COLUMNS[field].takes}.`,
      })),
    );
  }
  const { erasSubmittedOn, papers, ownLetters, ...said } = profile;
  const of = profileSchema.parse({ ...said, address });
  const letters = lettersStated(ownLetters ?? [], id, world.season(of.matchYear), at);
  if (!letters.ok)
    return failure([{ line, field: 'ownLetters', says: refusalWords(letters.failure) }]);
  const facts = {
    profile: of,
    rotations: [],
    documents: papers ?? [],
    ...(letters.value.length > 0 && { letters: letters.value }),
    ...(erasSubmittedOn && { erasSubmittedOn }),
  };
  return success(newApplicant({ id, cohortId, facts }, at));
}

/** What the file says otherwise. An empty cell says nothing. */
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

/** The column to look at for a refusal that names a field of an event. */
function fieldOf(named: string | undefined): { field: Field } {
  switch (named) {
    case 'dates':
    case 'dates.start':
    case 'rotation.dates':
      return { field: 'start' };
    case 'dates.end':
      return { field: 'end' };
    case 'expiresOn':
      return { field: 'offerExpiresOn' };
    case 'windowClosesOn':
      return { field: 'windowClosesOn' };
    case 'type':
      return { field: 'status' };
    case 'since':
    case 'documents':
    case 'letters':
      return { field: named };
    default:
      return { field: 'host' };
  }
}

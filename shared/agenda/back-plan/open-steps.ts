/** Which steps a rotation needs, and which of them are behind it. */
import type { Profile } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isInUs } from '#shared/plan/rotation/kind.ts';
import type { DocumentKind } from '#shared/world/hosts/document-kinds.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import { STEP_IDS, type StepId } from './step-table.ts';

/**
 * The steps that this person has to take for this rotation, in the order of `STEP_IDS`. While nobody has said how
 * they will enter the US, no visa and no ESTA is planned; a rotation outside the US has no US steps, and papers only where its checklist names some.
 */
export function neededSteps(
  rotation: Rotation,
  profile: Profile,
  host: Institution | undefined,
): StepId[] {
  return STEP_IDS.filter((step) => {
    switch (step) {
      case 'affiliation':
        return isInUs(rotation) && host?.acceptsInternational === 'partner-schools';
      case 'visa':
      case 'visa-appointment':
        return isInUs(rotation) && profile.entry === 'visa';
      case 'esta':
        return isInUs(rotation) && profile.entry === 'waiver';
      case 'documents':
        return isInUs(rotation) || rotation.checklist.length > 0;
      case 'housing':
      case 'flight':
        return isInUs(rotation);
      default:
        return true;
    }
  });
}

/** Whether a rotation's status and checklist show the step as taken. */
export function isDone(step: StepId, { status, checklist }: Rotation): boolean {
  const applied = status !== 'shortlisted' && status !== 'preparing';
  const accepted = status === 'collecting' || status === 'upcoming';
  const visa = checklist.find(({ kind }) => kind === 'visa');
  switch (step) {
    case 'choose':
      return status !== 'shortlisted';
    case 'affiliation':
    case 'apply':
      return applied;
    case 'answer':
      return accepted;
    case 'documents':
      return (
        status === 'upcoming' ||
        (accepted &&
          checklist.every(({ kind, status }) => isForEntry(kind) || status === 'cleared'))
      );
    case 'visa-appointment':
      // With the consulate the appointment is made: its day is then theirs.
      return visa?.heldBy === 'visa' || visa?.status === 'cleared';
    case 'visa':
      return visa?.status === 'cleared';
    case 'esta':
      return checklist.some(({ kind, status }) => kind === 'esta' && status === 'cleared');
    case 'housing':
    case 'flight':
      return false;
  }
}

/** Not for the host: entering has steps and a rule of its own. */
export function isForEntry(kind: DocumentKind): boolean {
  return kind === 'visa' || kind === 'esta';
}

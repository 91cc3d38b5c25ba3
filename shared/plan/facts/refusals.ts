/** Every reason to refuse an update: a code with its values. The messages are in shared/words/refusals.ts. */
import type { RefusalBy } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { RotationEventType } from './events.ts';
import type { LetterStatus } from './letter.ts';
import type { StageName, StatusName } from './stage-names.ts';

type LetterEventType = Extract<RotationEventType, `letter-${string}`>;

interface Named {
  readonly host: { readonly name: string };
}

export const refusals = {
  unknownRotation: () => ({ reason: 'unknown-rotation', field: 'rotationId' }) as const,
  unknownLetter: () => ({ reason: 'unknown-letter', field: 'letterId' }) as const,
  closed: (rotation: Named) => ({ reason: 'closed', host: rotation.host.name }) as const,
  notNow: (
    { host, stage, status }: Named & { readonly stage: StageName; readonly status: StatusName },
    type: RotationEventType,
  ) => ({ reason: 'not-now', host: host.name, stage, status, type, field: 'type' }) as const,
  datesNeeded: () => ({ reason: 'dates-needed', field: 'dates' }) as const,
  datesOverlap: (other: Named) =>
    ({ reason: 'dates-overlap', host: other.host.name, field: 'dates' }) as const,
  lastsTooLong: (days: number, kind: string) =>
    ({ reason: 'lasts-too-long', days, kind, field: 'dates.end' }) as const,
  tooFarAhead: (day: Day, field: string = 'dates.start') =>
    ({ reason: 'too-far-ahead', day, field }) as const,
  daysHavePassed: ({ host }: Named, day: Day) =>
    ({ reason: 'days-have-passed', host: host.name, day, field: 'dates.end' }) as const,
  startBehindUs: (rotation: Named) =>
    ({ reason: 'start-behind-us', host: rotation.host.name, field: 'dates.start' }) as const,
  offerAlreadyExpired: (day: Day) =>
    ({ reason: 'offer-already-expired', day, field: 'expiresOn' }) as const,
  offerDayNeeded: () => ({ reason: 'offer-day-needed', field: 'expiresOn' }) as const,
  windowAlreadyClosed: (day: Day) =>
    ({ reason: 'window-already-closed', day, field: 'windowClosesOn' }) as const,
  nothingToRecord: () => ({ reason: 'nothing-to-record', field: 'issuedOn' }) as const,
  unknownSite: () => ({ reason: 'unknown-site', field: 'rotation.host.name' }) as const,
  hostIsInUs: ({ host }: Named) =>
    ({ reason: 'host-is-in-us', host: host.name, field: 'rotation.country' }) as const,
  tooManyRotations: (most: number) =>
    ({ reason: 'too-many-rotations', most, field: 'rotation' }) as const,
  tooManyLetters: (most: number) =>
    ({ reason: 'too-many-letters', most, field: 'writer' }) as const,
  noChecklistYet: (rotation: Named) =>
    ({ reason: 'no-checklist-yet', host: rotation.host.name, field: 'documents' }) as const,
  followsFromEntry: () => ({ reason: 'follows-from-entry', field: 'kind' }) as const,
  expiresBeforeIssue: () => ({ reason: 'expires-before-issue', field: 'expiresOn' }) as const,
  hostGrantsNoLetters: (rotation: Named) =>
    ({ reason: 'host-grants-no-letters', host: rotation.host.name, field: 'writer' }) as const,
  askedAfterward: (day: Day) => ({ reason: 'asked-afterward', day, field: 'letters' }) as const,
  letterTooEarly: (from: Day) => ({ reason: 'letter-too-early', from, field: 'type' }) as const,
  letterOutOfOrder: (type: LetterEventType, status: LetterStatus) =>
    ({ reason: 'letter-out-of-order', type, status, field: 'type' }) as const,
  erasNotOpen: (opens: Day) => ({ reason: 'eras-not-open', opens, field: 'type' }) as const,
  writerIsApplicant: (field: string = 'writer.address') =>
    ({ reason: 'writer-is-applicant', field }) as const,
  writerWantsNoEmail: () => ({ reason: 'writer-wants-no-email', field: 'address' }) as const,
  tooManyWritersNamed: () => ({ reason: 'too-many-writers-named', field: 'type' }) as const,
  writerUnreachable: () => ({ reason: 'writer-unreachable', field: 'address' }) as const,
  promisedInThePast: (field: string = 'by') => ({ reason: 'promised-in-the-past', field }) as const,
  coordinatorIsNobodyNew: () =>
    ({ reason: 'coordinator-is-nobody-new', field: 'coordinator.address' }) as const,
  tooManyHandOvers: (most: number) =>
    ({ reason: 'too-many-hand-overs', most, field: 'coordinator.address' }) as const,
  nobodyTakesOver: () => ({ reason: 'nobody-takes-over', field: 'type' }) as const,
  notYetThere: (day: Day, field: string = 'on') =>
    ({ reason: 'not-yet-there', day, field }) as const,
  notOnRotation: (rotation: Named) =>
    ({ reason: 'not-on-rotation', host: rotation.host.name, field: 'on' }) as const,
  tooManyCases: (most: number) => ({ reason: 'too-many-cases', most, field: 'count' }) as const,
  tooManyProcedures: (most: number) =>
    ({ reason: 'too-many-procedures', most, field: 'procedure' }) as const,
  tooManyTasks: (most: number) => ({ reason: 'too-many-tasks', most, field: 'title' }) as const,
  unknownTask: () => ({ reason: 'unknown-task', field: 'task' }) as const,
  nothingToChange: () => ({ reason: 'nothing-to-change', field: 'profile' }) as const,
  erasNotReported: () => ({ reason: 'eras-not-reported', field: 'type' }) as const,
  unknownCost: () => ({ reason: 'unknown-cost', field: 'costId' }) as const,
  tooManyCosts: (most: number) => ({ reason: 'too-many-costs', most, field: 'cost' }) as const,
  unknownExperience: () => ({ reason: 'unknown-experience', field: 'experienceId' }) as const,
  tooManyExperiences: (most: number) =>
    ({ reason: 'too-many-experiences', most, field: 'experience' }) as const,
  nothingToPutOff: () => ({ reason: 'nothing-to-put-off', field: 'subject' }) as const,
  putOffIntoThePast: () => ({ reason: 'put-off-into-the-past', field: 'until' }) as const,
  putOffTooLong: (last: Day) => ({ reason: 'put-off-too-long', last, field: 'until' }) as const,
  cannotBePutOff: () => ({ reason: 'cannot-be-put-off', field: 'until' }) as const,
  tooManyPutOff: (most: number) => ({ reason: 'too-many-put-off', most, field: 'until' }) as const,
  notPutOff: () => ({ reason: 'not-put-off', field: 'subject' }) as const,
  idTaken: () => ({ reason: 'id-taken', field: 'update' }) as const,
  stale: () => ({ reason: 'stale', field: 'revision' }) as const,
  erased: () => ({ reason: 'erased' }) as const,
  nothingToUndo: () => ({ reason: 'nothing-to-undo', field: 'type' }) as const,
  busy: () => ({ reason: 'busy' }) as const,
  // For an advisor's cases. None reveals whether another cohort exists.
  staleCase: () => ({ reason: 'stale-case', field: 'revision' }) as const,
  caseIsOpen: () => ({ reason: 'case-is-open' }) as const,
  unknownCase: () => ({ reason: 'unknown-case', field: 'caseId' }) as const,
  caseIsClosed: () => ({ reason: 'case-is-closed' }) as const,
  noteNeeded: () => ({ reason: 'note-needed', field: 'note' }) as const,
  contactAhead: (day: Day) => ({ reason: 'contact-ahead', day, field: 'contactedOn' }) as const,
  followUpPast: (day: Day) => ({ reason: 'follow-up-past', day, field: 'followUpOn' }) as const,
  noCaseToUndo: () => ({ reason: 'no-case-to-undo' }) as const,
  onlyForAdvisors: () => ({ reason: 'only-for-advisors' }) as const,
} as const;
export type PlanRefusal = RefusalBy<typeof refusals>;

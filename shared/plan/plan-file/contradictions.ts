/** Contradictions within a rotation of a plan file: what its status or its days rule out, and no report could bring about. */
import type { Day } from '#shared/base/time/day.ts';
import { entryPaperOf, isEntryPaper } from '#shared/plan/documents/entry-paper.ts';
import type { StageName } from '#shared/plan/facts/stage-names.ts';
import { isCommitted, isFinished } from '#shared/plan/facts/stages.ts';
import { isInUs } from '#shared/plan/rotation/kind.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import type { Entry } from '#shared/world/vocabulary.ts';
import type { FileRotation } from './plan-file.ts';

const IN_ERAS: readonly FileRotation['letters'][number]['status'][] = ['uploaded', 'assigned'];

/** Closed for one of these, it took place to its end. */
const FINISHED: readonly FileRotation['closedReason'][] = ['complete', 'finished-without-letter'];

export function contradictionsOf(of: FileRotation, stage: StageName, today: Day): string[] {
  return [...againstStatus(of, stage), ...againstDates(of, stage, today)];
}

/** Who needs no visa is asked for none, nor for an ESTA; what the host has accepted stays. */
export function againstEntry(
  of: FileRotation,
  entry: Entry | undefined,
  host: Institution | undefined,
): string[] {
  if (!entry || !isInUs(of)) return [];
  const paper = entryPaperOf(of, host, entry);
  const papers = of.checklist
    .filter(({ kind, status }) => isEntryPaper(kind) && kind !== paper && status !== 'cleared')
    .map(({ kind }) => `checklist ${kind}`);
  const isBooked = of.visaAppointmentOn !== undefined && paper !== 'visa';
  return [...papers, ...(isBooked ? ['visaAppointmentOn'] : [])].map(
    (field) => `${field} is given, but profile.entry is ${entry}`,
  );
}

function againstStatus(of: FileRotation, stage: StageName): string[] {
  const { status, confirmed = [], appliedOn, followedUpOn, feedback } = of;
  const isClosed = stage === 'closed';
  const isSent = stage !== 'identify' && status !== 'preparing';
  const isOffered = status === 'offered' || isCommitted(stage) || isFinished(stage) || isClosed;
  const hasBegun = status === 'underway' || isFinished(stage) || isClosed;
  // Of an accepted rotation the first day may have passed since.
  const mayHaveBegun = isCommitted(stage) || hasBegun;
  const isInEras = of.letters.some((letter) => IN_ERAS.includes(letter.status));
  const [happened] = confirmed.filter((each) => each !== 'possible');
  const rules: readonly (readonly [field: string, isGiven: boolean, fits: boolean])[] = [
    ['appliedOn', appliedOn !== undefined, isSent],
    ['followedUpOn', followedUpOn !== undefined, isSent],
    ['offerExpiresOn', of.offerExpiresOn !== undefined, isOffered],
    [`confirmed ${happened}`, happened !== undefined, mayHaveBegun],
    ['feedback', feedback !== undefined, mayHaveBegun],
    ['letters', of.letters.length > 0, mayHaveBegun],
    ['closedReason', of.closedReason !== undefined, isClosed],
  ];
  return [
    ...rules.flatMap(([field, isGiven, fits]) =>
      isGiven && !fits ? [`${field} is given, but status is ${status}`] : [],
    ),
    ...(status === 'to-assign' && !isInEras
      ? ['status is to-assign, but no letter is uploaded']
      : []),
  ];
}

function againstDates(of: FileRotation, stage: StageName, today: Day): string[] {
  const { status, dates, confirmed = [], closedReason, appliedOn, followedUpOn, feedback } = of;
  if (!dates) return [];
  const { start } = dates;
  const applyBy = of.hostDays?.['apply-by'];
  const isApplyByOther = applyBy && of.windowClosesOn && applyBy !== of.windowClosesOn;
  const ahead = (claim: string, field: 'start' | 'end', isClaimed: boolean) =>
    isClaimed && dates[field] > today
      ? [`${claim}, but dates.${field} ${dates[field]} is in the future`]
      : [];
  const order = (field: string, day: Day | undefined, from: string, first: Day | undefined) =>
    day && first && day < first ? [`${field} ${day} is before ${from} ${first}`] : [];
  return [
    ...ahead(`status is ${status}`, 'start', status === 'underway'),
    ...ahead(`status is ${status}`, 'end', isFinished(stage)),
    ...ahead('confirmed says started', 'start', confirmed.includes('started')),
    ...ahead('confirmed says ended', 'end', confirmed.includes('ended')),
    ...ahead(
      `closedReason is ${closedReason}`,
      'end',
      closedReason !== undefined && FINISHED.includes(closedReason),
    ),
    ...order('dates.start', start, 'appliedOn', appliedOn),
    ...order('followedUpOn', followedUpOn, 'appliedOn', appliedOn),
    ...order('feedback.on', feedback?.on, 'dates.start', start),
    ...(isApplyByOther
      ? [`hostDays.apply-by is ${applyBy}, but windowClosesOn is ${of.windowClosesOn}`]
      : []),
    ...(of.tasks ?? []).flatMap(({ assignedOn, doneOn }, index) =>
      order(`tasks.${index}.doneOn`, doneOn, 'assignedOn', assignedOn),
    ),
  ];
}

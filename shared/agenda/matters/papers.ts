/** The papers of an accepted rotation: each cleared by the host, or sent and valid through the rotation's last day. */
import { type Day, earliest, latest, plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { availableFrom, judgeChecklist, type Standing } from '#shared/plan/documents/judge.ts';
import type { ChecklistItem } from '#shared/plan/facts/document.ts';
import type { Rotation, RotationDates } from '#shared/plan/facts/rotation.ts';
import { isStartUnsure } from '#shared/plan/rotation/on-plan.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import { report } from '../answer.ts';
import { type Deadline, ours } from '../deadline.ts';
import { type Matter, matter, ofRotation, type View } from '../matter.ts';
import { documentsDeadline } from './host-days.ts';
import { need } from './step.ts';

/** Our default: nobody can send in time what is not there yet; this long after a season's vaccine is. */
const AVAILABLE_DAYS = 14;

export function paperMatters(rotation: Rotation, { facts, world }: View): Matter[] {
  const { dates, status } = rotation;
  const isDue = status === 'collecting' || status === 'upcoming' || isStartUnsure(rotation);
  if (!dates || !isDue) return [];
  const host = world.host(rotation.host.institutionId, rotation.mode);
  return judgeChecklist(rotation, facts.documents, host).flatMap((standing, index) => {
    const item = rotation.checklist[index];
    // The visa or ESTA is a step of the path until the applicant has it.
    if (!item || isEntryToCome(standing)) return [];
    return [paper(rotation, dates, item, standing, host)];
  });
}

function isEntryToCome({ kind, word }: Standing): boolean {
  if (word === 'cleared') return false;
  return kind === 'esta' || (kind === 'visa' && word !== 'expires-too-early');
}

function paper(
  rotation: Rotation,
  dates: RotationDates,
  item: ChecklistItem,
  standing: Standing,
  host: Institution | undefined,
): Matter {
  const opens = notBefore(standing, dates, host);
  const toSend = documentsDeadline(rotation, dates, host);
  const due = opens ? onceAvailable(opens, toSend, dates) : toSend;
  const isTooEarly = standing.word === 'expires-too-early';
  const isHeld = !isTooEarly && item.heldBy !== 'applicant' && standing.word !== 'cleared';
  const news = { type: 'document-updated' as const, rotationId: rotation.id, kind: item.kind };
  // What expires too early is sent again with the day of a new one.
  const isSent = report({ ...news, status: 'submitted' }, ...(isTooEarly ? ['issuedOn'] : []));
  const isCleared = report({ ...news, status: 'cleared' });
  return matter({
    ...ofRotation(rotation, 'G14', 'paper', item.kind),
    about: { rotationId: rotation.id, paper: item.kind },
    opens,
    due,
    // The first day of an accepted rotation binds, even where the day before it is our estimate.
    hard: true,
    done: standing.word === 'cleared',
    ...(isHeld && {
      heldBy: { party: item.heldBy, since: item.since ?? dayIn(EASTERN, rotation.since) },
    }),
    answers: standing.word === 'submitted' ? [isCleared, isSent] : [isSent, isCleared],
    savedBy: need(rotation, 'started'),
  });
}

/** The day from which a paper that is still missing is available. */
function notBefore(
  { kind, word, validUntil }: Standing,
  dates: RotationDates,
  host: Institution | undefined,
): Day | undefined {
  const isAtHand = validUntil !== undefined && word !== 'expires-too-early';
  return isAtHand ? undefined : availableFrom(kind, dates, host);
}

/** Two weeks after it is available, and never after the day before the start. */
function onceAvailable(opens: Day, deadline: Deadline, { start }: RotationDates): Deadline {
  const soon = plusDays(opens, AVAILABLE_DAYS);
  if (deadline.day >= soon) return deadline;
  return ours(
    latest(opens, earliest(soon, plusDays(start, -1))),
    'two weeks after the vaccine of the season is available',
  );
}

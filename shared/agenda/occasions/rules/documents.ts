import { counted } from '#shared/base/counted.ts';
import { type Day, earliest, plusDays } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { availableFrom, judgeChecklist, type Standing } from '#shared/plan/documents/judge.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { nameOf, OURS } from '#shared/plan/rotation/kind.ts';
import { DOCUMENT_FACTS } from '#shared/world/hosts/document-kinds.ts';
import { provenanceOf } from '#shared/world/programs/institution.ts';
import { isForEntry } from '../../back-plan/open-steps.ts';
import { type Deadline, dayDeadline, type View } from '../occasion.ts';
import { rule } from '../rule.ts';

/** Ours: sampled hosts want documents two to eight weeks before the start (guide_rules G14b); four is the middle. */
const DOCUMENTS_LEAD_DAYS = 28;

interface OpenDocument {
  readonly rotation: Rotation;
  readonly standing: Standing;
  readonly heldByApplicant: boolean;
}

/** G14: every document of an accepted rotation, cleared and valid through the rotation's last day. */
export const documentRule = rule<OpenDocument>({
  id: 'G14',
  source: 'guide, Practical Logistics and Documentation',
  ladder: 'hard',
  subjects: (view) =>
    view.facts.rotations
      .filter(isBeforeStart)
      .flatMap((rotation) => documentsOf(rotation, view))
      .filter(({ standing }) => !isEntryToCome(standing)),
  subjectId: ({ rotation, standing }) => `${rotation.id}/${standing.kind}`,
  // What the host, the school or a consulate holds is not the applicant's to hurry; a paper that expires too early is.
  satisfied: ({ standing, heldByApplicant }) => !isForApplicant(standing, heldByApplicant),
  says: ({ rotation, standing }, view) => {
    const toSend = documentsDeadline(rotation, view);
    if (!toSend) return undefined;
    const opens = notBefore(standing, rotation, view);
    const deadline = opens ? onceAvailable(opens, toSend, rotation) : toSend;
    const { label } = DOCUMENT_FACTS[standing.kind];
    return {
      rotationId: rotation.id,
      event: 'document-updated',
      // A rung of its own only where the month before the deadline begins without the vaccine.
      ...(opens && opens > plusDays(deadline.day, -DOCUMENTS_LEAD_DAYS) && { opens }),
      deadline,
      words: {
        title: `${label} for the ${nameOf(rotation)}`,
        next: nextStep(label, standing),
        why: 'A rotation can be lost to one missing document. It must be valid to the last day, not only the first.',
        button: 'This document is ready',
      },
    };
  },
});

/**
 * G14b: the rotation starts and its documents are not complete. Speaks once for all of them, when the documents' own
 * deadline is long past or was never reachable: a late starter's last call.
 */
export const documentsLastCall = rule<Rotation>({
  id: 'G14b',
  source: 'guide, Practical Logistics and Documentation',
  ladder: 'last-call',
  subjects: ({ facts }) => facts.rotations.filter(isBeforeStart),
  subjectId: ({ id }) => `${id}/documents`,
  // What only others hold is theirs to finish; a paper that expires too early is not.
  satisfied: (rotation, view) =>
    documentsOf(rotation, view).every(
      ({ standing, heldByApplicant }) => !isForApplicant(standing, heldByApplicant),
    ),
  says: (rotation) =>
    rotation.dates && {
      rotationId: rotation.id,
      event: 'document-updated',
      opens: plusDays(rotation.dates.start, -LAST_CALL_DAYS),
      deadline: dayDeadline(plusDays(rotation.dates.start, -1), {
        certainty: 'entered',
        source: 'the day before the rotation, by its dates as entered',
      }),
      words: {
        title: `documents for the ${nameOf(rotation)}`,
        next: `Your documents for ${rotation.host.name} are not complete. Call the host’s coordinator and ask what can still be accepted.`,
        why: 'Delays with documents can cost the place.',
        button: 'Show the checklist',
      },
    },
});

/** Ours: a week is what a coordinator needs to still say yes. */
const LAST_CALL_DAYS = 7;

function documentsOf(rotation: Rotation, { facts, world }: View): OpenDocument[] {
  const host = world.host(rotation.host.institutionId, rotation.mode);
  return judgeChecklist(rotation, facts.documents, host).map((standing, index) => ({
    rotation,
    standing,
    heldByApplicant: rotation.checklist[index]?.heldBy === 'applicant',
  }));
}

function isForApplicant(standing: Standing, heldByApplicant: boolean): boolean {
  if (standing.word === 'cleared') return false;
  return heldByApplicant || standing.word === 'expires-too-early';
}

/** A visa is dated by its appointment (G13), an ESTA by the flight, until it is there. */
function isEntryToCome({ kind, word }: Standing): boolean {
  return isForEntry(kind) && word !== 'cleared' && word !== 'expires-too-early';
}

/** The host's own deadline where its page states one, else four weeks before the start, said to be ours. */
function documentsDeadline(rotation: Rotation, { world }: View): Deadline | undefined {
  if (!rotation.dates) return undefined;
  const host = world.host(rotation.host.institutionId, rotation.mode);
  if (host?.documentsLeadDays !== undefined) {
    return dayDeadline(plusDays(rotation.dates.start, -host.documentsLeadDays), {
      ...provenanceOf(host, 'documentsLeadDays'),
    });
  }
  return dayDeadline(plusDays(rotation.dates.start, -DOCUMENTS_LEAD_DAYS), {
    certainty: 'estimated',
    source: `${OURS}: hosts ask for documents 2 to 8 weeks before the start`,
  });
}

/** The day from which a paper that is still to be had is available, where it is not yet at hand. */
function notBefore(
  { kind, word, validUntil }: Standing,
  { dates, host, mode }: Rotation,
  { world }: View,
): Day | undefined {
  const isAtHand = validUntil !== undefined && word !== 'expires-too-early';
  return dates && !isAtHand
    ? availableFrom(kind, dates, world.host(host.institutionId, mode))
    : undefined;
}

/** Nobody can send in time what is not there yet: two weeks after it is, and before the first day. */
function onceAvailable(opens: Day, deadline: Deadline, { dates }: Rotation): Deadline {
  const soon = plusDays(opens, AVAILABLE_DAYS);
  if (!dates || deadline.day >= soon) return deadline;
  return dayDeadline(earliest(soon, plusDays(dates.start, -1)), {
    certainty: 'estimated',
    source: `${OURS}: two weeks after the vaccine of the season is available`,
  });
}

const AVAILABLE_DAYS = 14;

function nextStep(
  label: string,
  { word, document, validUntil, short, renewFrom }: Standing,
): string {
  if (word === 'not-accepted') return `${label}: the host did not accept it. Send a new one.`;
  const which = document?.issuedOn ? `the one of ${phraseDay(document.issuedOn)}` : 'it';
  if (word !== 'expires-too-early') {
    return document && validUntil
      ? `${label}: ${which} covers the rotation. Send it to the host.`
      : `${label}: get it and send it to the host.`;
  }
  const of = short?.of === 'start' ? 'starts' : 'ends';
  const renew = renewFrom ? ` One issued on or after ${phraseDay(renewFrom)} covers it.` : '';
  return `${label}: ${which} expires ${counted(short?.byDays ?? 0, 'day')} before the rotation ${of}.${renew}`;
}

function isBeforeStart(rotation: Rotation): boolean {
  return rotation.status === 'collecting' || rotation.status === 'upcoming';
}

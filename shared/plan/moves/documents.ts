/** Changes to the papers of a rotation. */
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { DocumentKind } from '#shared/world/hosts/document-kinds.ts';
import type { Institution } from '#shared/world/programs/institution.ts';
import { holderAfter, withFluShot } from '../documents/checklist.ts';
import { hasVisaInHand, isEntryPaper, takesVisitorVisa } from '../documents/entry-paper.ts';
import { judgeChecklist, latestOf, type Standing } from '../documents/judge.ts';
import type { ChecklistItem, HeldDocument } from '../facts/document.ts';
import type { EventOf, RotationEvent } from '../facts/events.ts';
import { type PlanRefusal, refusals } from '../facts/refusals.ts';
import type { Rotation, RotationDates } from '../facts/rotation.ts';
import { isCommitted } from '../facts/stages.ts';
import { documentNotMeant, todayOf } from '../rotation/days-meant.ts';
import type { Setting } from './settle.ts';

type DocumentUpdated = EventOf<'document-updated'>;

/** A document's status belongs to the rotation; its dates, to the document, which serves every rotation: `withDates`. */
export function updateDocument(
  rotation: Rotation,
  event: DocumentUpdated,
  { facts: { profile }, now }: Setting,
): Result<Rotation, PlanRefusal> {
  const today = todayOf(profile, now);
  const unmeant = documentNotMeant(event, today);
  if (unmeant) return failure(unmeant);
  const kinds = [event.kind, ...(event.also ?? [])];
  const isListed = kinds.every((kind) => rotation.checklist.some((item) => item.kind === kind));
  // There is no checklist before acceptance, but the applicant may already have the document.
  if (rotation.stage === 'apply' && !isListed) {
    const isSomething = event.issuedOn ?? event.expiresOn ?? event.keptAt;
    return isSomething ? success(rotation) : failure(refusals.nothingToRecord());
  }
  const isHostsChoice = !isListed || event.status === 'not-asked';
  if (isHostsChoice && kinds.some(isEntryPaper)) {
    return failure(refusals.followsFromEntry());
  }
  return success(withPapers(rotation, kinds, event, today));
}

export function isVisaInHand(event: RotationEvent): boolean {
  if (event.type !== 'document-updated' || event.status !== 'cleared') return false;
  return [event.kind, ...(event.also ?? [])].includes('visa');
}

/** Another rotation that the visa was asked for: it serves that one unless it is known to expire before. */
export function withVisaInHand(rotation: Rotation, held: readonly HeldDocument[]): Rotation {
  const ends = latestOf(held, 'visa')?.expiresOn;
  if (ends && rotation.dates && ends < rotation.dates.end) return rotation;
  const inHand = { status: 'cleared', heldBy: 'applicant' } as const;
  const checklist = rotation.checklist.map((item) => {
    const { since: _, ...kept } = item;
    return item.kind === 'visa' ? { ...kept, ...inHand } : item;
  });
  return { ...rotation, checklist };
}

/** Accepted once a visa with its last day was recorded: a visitor’s visa that lasts long enough serves it, too. */
export function withVisaHeldBefore(rotation: Rotation, { facts, world }: Setting): Rotation {
  const { rotations, documents, profile } = facts;
  const isToDo = rotation.checklist.some(
    ({ kind, status }) => kind === 'visa' && status === 'to-do',
  );
  if (!isToDo || !latestOf(documents, 'visa')?.expiresOn) return rotation;
  const served = rotations.filter(hasVisaInHand);
  // With two classes of visa, it is unknown which one the day belongs to.
  const isOfOneClass = [rotation, ...served].every((each) =>
    takesVisitorVisa(each, profile.entry, world),
  );
  return served.length > 0 && isOfOneClass ? withVisaInHand(rotation, documents) : rotation;
}

/** A paper that was not on the checklist is one that the host asks for, too. */
function withPapers(
  rotation: Rotation,
  kinds: readonly DocumentKind[],
  { status, heldBy }: DocumentUpdated,
  today: Day,
): Rotation {
  const { notAsked = [], ...others } = rotation;
  if (status === 'not-asked') {
    return {
      ...others,
      checklist: rotation.checklist.filter(({ kind }) => !kinds.includes(kind)),
      notAsked: [...new Set([...notAsked, ...kinds])],
    };
  }
  const left = notAsked.filter((kind) => !kinds.includes(kind));
  const isNew = (kind: DocumentKind) => !rotation.checklist.some((item) => item.kind === kind);
  const all = [
    ...rotation.checklist,
    ...kinds.filter(isNew).map((kind) => ({ kind, askedBy: 'host' as const })),
  ];
  const checklist = all.map((item): ChecklistItem => {
    if ('status' in item && !kinds.includes(item.kind)) return item;
    const { since: before, ...kept } = { since: undefined, ...item };
    const holder = heldBy ?? holderAfter({ kind: item.kind, status });
    const since = 'heldBy' in item && item.heldBy === holder ? before : today;
    const isHeld = since !== undefined && holder !== 'applicant';
    return { ...kept, status, heldBy: holder, ...(isHeld && { since }) };
  });
  return { ...others, checklist, ...(left.length > 0 && { notAsked: left }) };
}

export function withDates(held: readonly HeldDocument[], event: DocumentUpdated): HeldDocument[] {
  const { kind, issuedOn, expiresOn, keptAt } = event;
  if (!issuedOn && !expiresOn && !keptAt) return [...held];
  const known = latestOf(held, kind);
  const updated: HeldDocument = {
    kind,
    // A new issue date means a new document, so the old expiry date no longer applies.
    ...(issuedOn ? { issuedOn } : known?.issuedOn && { issuedOn: known.issuedOn }),
    ...(expiresOn
      ? { expiresOn }
      : !issuedOn && known?.expiresOn && { expiresOn: known.expiresOn }),
    ...(keptAt ? { keptAt } : known?.keptAt && { keptAt: known.keptAt }),
  };
  return [...held.filter((document) => document !== known), updated];
}

/** With new dates, a flu shot is required if they touch the season, and cleared documents reopen if they expire too early. */
export function withNewDates(
  rotation: Rotation,
  dates: RotationDates,
  { facts: { documents, profile }, world }: Setting,
): Rotation {
  const host = world.host(rotation.host.institutionId, rotation.mode);
  const moved = { ...rotation, dates };
  if (!isCommitted(rotation.stage)) return moved;
  const before = papersOf(rotation, documents, host);
  const after = papersOf(moved, documents, host);
  const checklist = moved.checklist.map((item, index) =>
    item.status === 'cleared' && isTooEarly(after[index]) && !isTooEarly(before[index])
      ? { ...item, status: 'to-do' as const, heldBy: 'applicant' as const }
      : item,
  );
  return withFluShot({ ...moved, checklist }, host, profile.entry);
}

/** Assessed by dates alone, whatever is cleared. */
function papersOf(
  rotation: Rotation,
  held: readonly HeldDocument[],
  host: Institution | undefined,
): Standing[] {
  const checklist = rotation.checklist.map((item) => ({ ...item, status: 'to-do' as const }));
  return judgeChecklist({ ...rotation, checklist }, held, host);
}

function isTooEarly(standing: Standing | undefined): boolean {
  return standing?.word === 'expires-too-early';
}

import { failure, type Result, success } from '#shared/base/result.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import { holderAfter } from '../documents/checklist.ts';
import { latestOf } from '../documents/judge.ts';
import type { ChecklistItem, HeldDocument } from '../facts/document.ts';
import type { RotationEvent } from '../facts/events.ts';
import type { Facts } from '../facts/facts.ts';
import { type PlanRefusal, refusals } from '../facts/refusals.ts';
import type { Rotation } from '../facts/rotation.ts';
import { documentNotMeant } from '../rotation/days-meant.ts';

type DocumentUpdated = Extract<RotationEvent, { type: 'document-updated' }>;

/** The status belongs to the rotation; dates belong to the document, which serves every rotation. */
export function updateDocument(
  rotation: Rotation,
  { documents: held, profile }: Facts,
  event: DocumentUpdated,
  now: Instant,
): Result<{ rotation: Rotation; documents: HeldDocument[] }, PlanRefusal> {
  const unmeant = documentNotMeant(event, dayIn(profile.zone, now));
  if (unmeant) return failure(unmeant);
  const kinds = [event.kind, ...(event.also ?? [])];
  const isListed = kinds.every((kind) => rotation.checklist.some((item) => item.kind === kind));
  const documents = withDates(held, event);
  if (!isListed) {
    // There is no checklist before acceptance, but the applicant may already have the document.
    const isSomething = event.issuedOn ?? event.expiresOn ?? event.liesAt;
    if (rotation.stage === 'apply') {
      return isSomething ? success({ rotation, documents }) : failure(refusals.nothingToRecord());
    }
    return failure(refusals.notOnChecklist(rotation));
  }
  const { status } = event;
  const checklist = rotation.checklist.map((item): ChecklistItem => {
    const { kind } = item;
    const heldBy = event.heldBy ?? holderAfter({ kind, status });
    return kinds.includes(kind) ? { ...item, status, heldBy } : item;
  });
  return success({ rotation: { ...rotation, checklist }, documents });
}

function withDates(held: readonly HeldDocument[], event: DocumentUpdated): HeldDocument[] {
  const { kind, issuedOn, expiresOn, liesAt } = event;
  if (!issuedOn && !expiresOn && !liesAt) return [...held];
  const known = latestOf(held, kind);
  const updated: HeldDocument = {
    kind,
    // A new issue date means a new document, so the old expiry date no longer applies.
    ...(issuedOn ? { issuedOn } : known?.issuedOn && { issuedOn: known.issuedOn }),
    ...(expiresOn
      ? { expiresOn }
      : !issuedOn && known?.expiresOn && { expiresOn: known.expiresOn }),
    ...(liesAt ? { liesAt } : known?.liesAt && { liesAt: known.liesAt }),
  };
  return [...held.filter((document) => document !== known), updated];
}

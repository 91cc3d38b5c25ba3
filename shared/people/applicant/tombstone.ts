/** What remains of a deleted plan: its rotations' stages, so that totals stay correct; no name, address, place, date, or history. */
import { DELETION_DAYS } from '#shared/base/limits.ts';
import { DAY_MS, EASTERN, type Instant, plusMs } from '#shared/base/time/instant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Letter } from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { Applicant, Erased } from '../person/applicant.ts';

/** When a plan that its reader deleted is erased; until then the reader can keep it. */
export function erasedAtOf({ leaving }: Pick<Applicant, 'leaving'>): Instant | undefined {
  return leaving && plusMs(leaving.since, DELETION_DAYS * DAY_MS);
}

/** @param left what is stored outside the item and must be removed next */
export function tombstoneOf(
  applicant: Applicant,
  left: NonNullable<Erased['left']>,
  now: Instant,
): Applicant {
  const { kind, id, version, createdAt, cohortId, revision, linkEpoch } = applicant;
  return {
    kind,
    id,
    version,
    createdAt,
    cohortId,
    revision: revision + 1,
    linkEpoch: linkEpoch + 1,
    reach: 'unsubscribed',
    facts: countsOf(applicant.facts, now),
    history: [],
    accepted: [],
    runs: {},
    causes: [],
    emails: [],
    olderKeys: [],
    chunks: 0,
    failures: 0,
    dueAt: now,
    erased: { at: now, left },
  };
}

function countsOf({ profile, rotations }: Facts, now: Instant): Facts {
  const { matchYear, enrollment, pathway } = profile;
  return {
    profile: {
      name: 'Deleted plan',
      address: 'deleted@deleted.invalid',
      zone: EASTERN,
      matchYear,
      enrollment,
      pathway,
    },
    rotations: rotations.map((rotation) => ofRotation(rotation, now)),
    documents: [],
  };
}

function ofRotation(rotation: Rotation, now: Instant): Rotation {
  const { id, specialty, mode, route, country, stage, status, since, letters, closed } = rotation;
  return {
    id,
    specialty,
    mode,
    route,
    country,
    stage,
    status,
    since,
    host: { name: 'A host' },
    checklist: [],
    letters: letters.map(ofLetter),
    ...(closed && { closed, endedAt: now }),
  };
}

function ofLetter({ id, writer, status, askedOn, since }: Letter): Letter {
  return { id, writer: { name: 'A writer', specialty: writer.specialty }, status, askedOn, since };
}

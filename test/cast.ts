/**
 * The people of the stories, each the least that is a valid item. Alice is on track, Bob is late, Carol was declined a
 * letter. Dana advises them.
 */

import type { Instant } from '#shared/base/time/instant.ts';
import { type Applicant, newApplicant } from '#shared/people/person/applicant.ts';
import type { Profile } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';

/** A Monday, 10 a.m. in New York: when the stories begin unless they say otherwise. */
export const MONDAY: Instant = '2026-11-23T15:00:00.000Z';

export const DANA = { name: 'Dana Advisor', address: 'dana@school.example.org' } as const;

/** Enrolled, in Kolkata, ten months before applications open; nothing on her list yet. */
export function alice(overrides: Partial<Applicant> = {}): Applicant {
  return person(
    'alice',
    { name: 'Alice Mathew', zone: 'Asia/Kolkata', enrollment: 'enrolled' },
    [],
    overrides,
  );
}

/** A graduate in Auckland who shortlisted one place and let the months pass. */
export function bob(overrides: Partial<Applicant> = {}): Applicant {
  const rotation = rotationAt({ id: 'bob-r1', stage: 'identify', status: 'shortlisted' });
  return person(
    'bob',
    { name: 'Bob Tane', zone: 'Pacific/Auckland', enrollment: 'graduate' },
    [rotation],
    overrides,
  );
}

/** Her rotation is over, and the one letter she asked for was declined. */
export function carol(overrides: Partial<Applicant> = {}): Applicant {
  const rotation = rotationAt({
    id: 'carol-r1',
    stage: 'request-letter',
    status: 'waiting',
    dates: { start: '2026-09-07', end: '2026-10-02' },
    letters: [
      {
        id: 'carol-l1',
        writer: { name: 'Prof. Wren', specialty: 'ir' },
        status: 'declined',
        askedOn: '2026-09-21',
        since: '2026-10-12T12:00:00.000Z',
      },
    ],
  });
  return person(
    'carol',
    { name: 'Carol Núñez', zone: 'America/Lima', enrollment: 'enrolled' },
    [rotation],
    overrides,
  );
}

function person(
  id: string,
  profile: Pick<Profile, 'name' | 'zone' | 'enrollment'>,
  rotations: Rotation[],
  overrides: Partial<Applicant>,
): Applicant {
  const facts = {
    profile: {
      ...profile,
      address: `${id}@example.org`,
      matchYear: 2028,
      pathway: 'integrated-ir' as const,
    },
    rotations,
    documents: [],
  };
  return { ...newApplicant({ id, cohortId: 'c2028', facts }, MONDAY), ...overrides };
}

function rotationAt(at: Pick<Rotation, 'id' | 'stage' | 'status'> & Partial<Rotation>): Rotation {
  return {
    host: { name: 'Brown' },
    specialty: 'ir',
    mode: 'hands-on',
    route: 'institution',
    country: 'US',
    since: MONDAY,
    checklist: [],
    letters: [],
    ...at,
  };
}

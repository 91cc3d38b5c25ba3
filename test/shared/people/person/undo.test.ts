import { describe, expect, test } from 'vitest';
import { accept } from '#shared/people/applicant/accept.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Event } from '#shared/people/person/event.ts';
import { undoSchema } from '#shared/people/person/undo.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice } from '../../../cast.ts';
import { midwayAtBrown } from '../../plan/moves/stories.ts';

const NOW = '2027-07-20T15:00:00.000Z';

function reported(applicant: Applicant, id: string, event: Event): Applicant {
  const verdict = accept(applicant, { id, by: 'applicant', event }, NOW, PUBLISHED_WORLD);
  if (verdict.verdict !== 'accepted') throw new Error(JSON.stringify(verdict));
  return verdict.applicant;
}

/** One of every kind of fact that an update can change. */
const EVENTS: readonly Event[] = [
  { type: 'profile-changed', profile: { entry: 'visa' } },
  { type: 'zone-changed', zone: 'Europe/London' },
  { type: 'eras-submitted' },
  { type: 'cost-entered', cost: { kind: 'visa', amountUsd: 185, state: 'paid' } },
  { type: 'story-noted', story: { kind: 'teamwork', note: 'A night on call' } },
  {
    type: 'experience-added',
    experience: {
      title: 'Clerkship',
      place: 'Home',
      country: 'IN',
      specialty: 'dr',
      dates: { start: '2026-01-05', end: '2026-01-30' },
    },
  },
  { type: 'mentor-named', rotationId: 'r1', mentor: 'Dr. Amsel' },
  { type: 'talk-held', rotationId: 'r1', on: '2027-07-20' },
  { type: 'task-given', rotationId: 'r1', title: 'a paper', on: '2027-07-20' },
  {
    type: 'cases-counted',
    rotationId: 'r1',
    on: '2027-07-20',
    procedure: 'biopsy',
    role: 'observed',
    count: 2,
  },
  {
    type: 'document-updated',
    rotationId: 'r1',
    kind: 'tb',
    status: 'cleared',
    issuedOn: '2027-06-01',
  },
];

describe('an undo gives back every fact', () => {
  test.each(EVENTS)('$type', (event) => {
    const before = alice({ facts: midwayAtBrown().facts });
    const after = reported(before, 'u1', event);
    expect(after.facts).not.toEqual(before.facts);
    expect(undoSchema.safeParse(after.undo).error).toBeUndefined();
    expect(reported(after, 'u2', { type: 'undone' }).facts).toEqual(before.facts);
  });

  test('also where the part was there before', () => {
    const cost = (amountUsd: number): Event => ({
      type: 'cost-entered',
      cost: { kind: 'travel', amountUsd, state: 'planned' },
    });
    const before = reported(alice(), 'u1', cost(900));
    const after = reported(before, 'u2', cost(40));
    expect(reported(after, 'u3', { type: 'undone' }).facts).toEqual(before.facts);
  });
});

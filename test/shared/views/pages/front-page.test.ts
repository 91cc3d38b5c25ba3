/** The picture on the front page is the picture of a plan. */
import { expect, test } from 'vitest';
import { plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { frontPage } from '#shared/views/pages/front-page.ts';
import { seasonLanes } from '#shared/views/pages/plan/season-lanes.ts';
import { seasonDrawing } from '#shared/views/pages/plan/season-picture.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../../../cast.ts';
import { aliceFacts } from '../../plan/moves/stories.ts';

const TODAY = dayIn(EASTERN, MONDAY);

function rotation(
  host: string,
  startsIn: number,
  of: Pick<Rotation, 'country' | 'stage' | 'status'> & Partial<Rotation>,
): Rotation {
  const start = plusDays(TODAY, startsIn);
  return {
    id: host,
    host: { name: host },
    specialty: 'ir',
    mode: 'hands-on',
    route: 'institution',
    dates: { start, end: plusDays(start, 25) },
    since: MONDAY,
    checklist: [],
    letters: [],
    ...of,
  };
}

/** Alice needs a visa and has its appointment in 30 days, home behind her, one rotation accepted, and one applied for. */
function alicePlan(): Facts {
  const { profile, ...facts } = aliceFacts();
  const writer = { name: 'Prof. Wren', specialty: 'ir' } as const;
  const home = rotation('Home school', -56, {
    country: 'IN',
    stage: 'letter-received',
    status: 'to-assign',
    letters: [{ id: 'l1', writer, status: 'uploaded', askedOn: TODAY, since: MONDAY }],
  });
  const accepted = rotation('University hospital', 95, {
    country: 'US',
    stage: 'documents',
    status: 'collecting',
    steps: [{ step: 'visa-appointment', state: 'begun', on: TODAY }],
    visaAppointmentOn: plusDays(TODAY, 30),
    checklist: [
      { kind: 'visa', status: 'in-progress', heldBy: 'visa', askedBy: 'default' },
      { kind: 'tb', status: 'to-do', heldBy: 'applicant', askedBy: 'default' },
    ],
  });
  const applied = rotation('Clinic on the coast', 190, {
    country: 'US',
    stage: 'apply',
    status: 'submitted',
  });
  return {
    ...facts,
    profile: { ...profile, entry: 'visa', zone: EASTERN },
    rotations: [home, accepted, applied],
  };
}

test('the picture of the front page is the one that the agenda draws of such a plan on that day', () => {
  const lanes = seasonLanes(alicePlan(), PUBLISHED_WORLD, MONDAY);
  expect(lanes.lanes.map(({ pins }) => pins.length)).toEqual([1, 3, 1]);
  const drawn = String(seasonDrawing(lanes));
  expect(frontPage({ world: PUBLISHED_WORLD, now: MONDAY })).toContain(drawn);
});

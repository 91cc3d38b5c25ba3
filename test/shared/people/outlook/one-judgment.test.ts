import { expect, test } from 'vitest';
import { withOutlook } from '#shared/people/outlook/look-ahead.ts';
import { summaryOfApplicant } from '#shared/people/outlook/summary.ts';
import { closedReasonSchema, type Rotation } from '#shared/plan/facts/rotation.ts';
import { STAGE_NAMES } from '#shared/plan/facts/stage-names.ts';
import { letterPlan } from '#shared/plan/letters/letter-plan.ts';
import { isConfirmed, isIrInUs, wasDone } from '#shared/plan/rotation/kind.ts';
import { onPlan, openRotations } from '#shared/plan/rotation/on-plan.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice } from '../../../cast.ts';
import { aliceFacts, NOVEMBER, storyOf } from '../../plan/moves/stories.ts';

const AT_BROWN = storyOf().rotation;
const ELSEWHERE = [
  { country: 'US', specialty: 'dr' },
  { country: 'DE', specialty: 'ir' },
] as const;

const ROTATIONS: readonly Rotation[] = [
  ...STAGE_NAMES.map((stage) => ({ ...AT_BROWN, stage })),
  ...closedReasonSchema.options.map((reason) => ({
    ...AT_BROWN,
    stage: 'closed' as const,
    status: 'closed' as const,
    closed: { reason, at: NOVEMBER },
  })),
  ...ELSEWHERE.map((there) => ({ ...AT_BROWN, ...there })),
].map((rotation, index) => ({ ...rotation, id: `r${index}` }));

const PLAN = { rotations: ROTATIONS };
const ROW = summaryOfApplicant(alice({ facts: aliceFacts({ rotations: [...ROTATIONS] }) }));

test.each([
  ['is confirmed', isConfirmed, isConfirmed],
  ['was done', wasDone, wasDone],
  ['is an IR rotation in the US', isIrInUs, isIrInUs],
])('a plan and its row in a report say of the same rotations that each %s', (_, ofPlan, ofRow) => {
  const [said, reported] = [idsOf(ROTATIONS.filter(ofPlan)), idsOf(ROW.rotations.filter(ofRow))];
  expect(reported).toEqual(said);
  expect(said.length).toBeGreaterThan(0);
  expect(said.length).toBeLessThan(ROTATIONS.length);
});

test('a plan and its row in a report hold the same rotations, and the same open ones', () => {
  expect(idsOf(onPlan(ROW))).toEqual(idsOf(onPlan(PLAN)));
  expect(idsOf(openRotations(ROW))).toEqual(idsOf(openRotations(PLAN)));
  expect(onPlan(PLAN).length).toBeGreaterThan(openRotations(PLAN).length);
});

test.each([
  ['promised', ['agreed', 'requested'], 2],
  ['only asked for', ['asked'], 0],
] as const)('a plan and its row in a report count the same letters: %s', (_, statuses, covered) => {
  const letters = statuses.map((status, n) => ({ ...LETTER, id: `l${n}`, status }));
  const { facts } = alice({ facts: aliceFacts({ rotations: [{ ...AT_BROWN, letters }] }) });
  const { outlook } = summaryOfApplicant(withOutlook(alice({ facts }), PUBLISHED_WORLD, NOVEMBER));
  expect(outlook?.covered).toBe(covered);
  expect(letterPlan(facts, PUBLISHED_WORLD).covered).toBe(covered);
});

const LETTER = {
  writer: { name: 'Prof. Wren', specialty: 'ir' },
  askedOn: '2026-11-20',
  since: NOVEMBER,
} as const;

function idsOf(rotations: readonly { readonly id: string }[]): string[] {
  return rotations.map(({ id }) => id);
}

/** Alice and a namesake who would be a formula, as an export finds them. */

import type { ExportOf } from '#shared/cohort/export/exports.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice, bob, carol, MONDAY } from '../../../cast.ts';

export const FORMULA = "=cmd()|' /C calc'!A0";

export function exportOfThree(): ExportOf {
  const neo = bob();
  const { facts } = neo;
  const named = { ...neo, facts: { ...facts, profile: { ...facts.profile, name: FORMULA } } };
  return {
    cohort: { id: 'c2028', name: 'Match 2028' },
    world: PUBLISHED_WORLD,
    now: MONDAY,
    async *people() {
      yield alice();
      yield named;
      yield carol();
    },
  };
}

export async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

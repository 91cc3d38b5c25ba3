/** The demo cohort: a dozen invented people at real hosts, each in a different situation. */
import { farah, george, lucia } from './after.ts';
import { alice, bob, carol, hana, ivan } from './applying.ts';
import { deepa, emeka } from './preparing.ts';
import { julia, kenji } from './rotating.ts';
import type { Character } from './story.ts';

export const DEMO_COHORT = 'demo';

export const CAST: readonly Character[] = [
  alice,
  bob,
  carol,
  deepa,
  emeka,
  farah,
  george,
  hana,
  ivan,
  julia,
  kenji,
  lucia,
];

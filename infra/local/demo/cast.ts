/** The demo cohort: a dozen made-up people at real hosts, each in a situation of their own. */
import { farah, george, lucia } from './after.ts';
import { alice, bob, hana, ivan } from './applying.ts';
import { carol } from './graduate.ts';
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

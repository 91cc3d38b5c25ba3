/** Every check, in the order in which equal findings are named. A new one is a file in `checks/` and a line here. */
import type { Check } from './check.ts';
import { COUNT_CHECKS } from './checks/counts.ts';
import { GAP_CHECKS } from './checks/gaps.ts';
import { HOST_GATE_CHECKS } from './checks/host-gates.ts';
import { LETTER_CHECKS } from './checks/letters.ts';
import { LISTING_CHECKS } from './checks/listing.ts';
import { MONTH_CHECKS } from './checks/months.ts';
import { SITE_CHECKS } from './checks/sites.ts';

export const CHECKS: readonly Check[] = [
  ...HOST_GATE_CHECKS,
  ...MONTH_CHECKS,
  ...GAP_CHECKS,
  ...COUNT_CHECKS,
  ...SITE_CHECKS,
  ...LETTER_CHECKS,
  ...LISTING_CHECKS,
];

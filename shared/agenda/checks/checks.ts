/** Every check, in the order in which equal findings are named. A new one is a file in `checks/` and a line here. */
import type { Check } from './check.ts';
import { COUNT_CHECKS } from './checks/counts.ts';
import { ELIGIBILITY_CHECKS } from './checks/eligibility.ts';
import { GAP_CHECKS } from './checks/gaps.ts';
import { LETTER_CHECKS } from './checks/letters.ts';
import { LISTING_CHECKS } from './checks/listing.ts';
import { MONTH_CHECKS } from './checks/months.ts';
import { SITE_CHECKS } from './checks/sites.ts';
import { VISA_CHECKS } from './checks/visa.ts';

export const CHECKS: readonly Check[] = [
  ...ELIGIBILITY_CHECKS,
  ...MONTH_CHECKS,
  ...GAP_CHECKS,
  ...VISA_CHECKS,
  ...COUNT_CHECKS,
  ...SITE_CHECKS,
  ...LETTER_CHECKS,
  ...LISTING_CHECKS,
];

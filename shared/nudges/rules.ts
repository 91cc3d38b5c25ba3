/** Every rule, in the order in which equal deadlines are named. A new rule is a file in `rules/` and a line here. */
import type { Rule } from './rule.ts';
import { documentRule, documentsLastCall } from './rules/documents.ts';
import { hostWindow, planningLead } from './rules/lead.ts';
import {
  assignLetter,
  letterFormLastCall,
  letterRequestForm,
  lettersInTime,
  lettersMissing,
} from './rules/letters.ts';
import { midpointFeedback, midpointLetter } from './rules/midpoint.ts';
import { offerExpiry } from './rules/offer.ts';
import { applicationWindow, earlyRotation, targetList } from './rules/season.ts';

export const RULES: readonly Rule[] = [
  offerExpiry,
  hostWindow,
  documentRule,
  documentsLastCall,
  midpointLetter,
  midpointFeedback,
  assignLetter,
  lettersInTime,
  letterRequestForm,
  letterFormLastCall,
  lettersMissing,
  applicationWindow,
  planningLead,
  earlyRotation,
  targetList,
];

/** Every rule, in the order in which equal deadlines are named. A new rule is a file in `rules/` and a line here. */
import type { Rule } from './rule.ts';
import { irAwayListed, otherUsListed } from './rules/counts.ts';
import { documentRule, documentsLastCall } from './rules/documents.ts';
import { hostWindow, planningLead } from './rules/lead.ts';
import {
  assignLetter,
  letterFormLastCall,
  letterRequestForm,
  lettersInTime,
  lettersMissing,
  otherLetter,
} from './rules/letters.ts';
import { midpointFeedback, midpointLetter } from './rules/midpoint.ts';
import { offerExpiry } from './rules/offer.ts';
import { mentorTalk, nextDaySummary } from './rules/on-rotation.ts';
import { applicationWindow, earlyRotation, targetList } from './rules/season.ts';
import { rotationStories } from './rules/stories.ts';
import { esta, visaAppointment } from './rules/visa.ts';

import { callWriter, letterDeclined, promisedTooLate } from './rules/writers.ts';

export const RULES: readonly Rule[] = [
  offerExpiry,
  hostWindow,
  visaAppointment,
  esta,
  documentRule,
  documentsLastCall,
  midpointLetter,
  midpointFeedback,
  mentorTalk,
  nextDaySummary,
  assignLetter,
  letterDeclined,
  callWriter,
  promisedTooLate,
  lettersInTime,
  letterRequestForm,
  letterFormLastCall,
  lettersMissing,
  otherLetter,
  applicationWindow,
  planningLead,
  earlyRotation,
  irAwayListed,
  otherUsListed,
  targetList,
  rotationStories,
];

/** What must be said of a rotation that is to take place, up to the letter (facts.md, sections 2 and 6, G14, G15, and G18). */
import { daysBetween, plusDays } from '#shared/base/time/day.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { hostByHand } from './hosts-by-hand.ts';
import { AT_ONCE, type OfRotation } from './owed.ts';
import {
  entryPaperOf,
  fluSeasonOf,
  isAccepted,
  isObstructed,
  isOutsideFluSeason,
  middleOf,
  type Situation,
} from './situation.ts';

const ANY_PAPER =
  /\b(?:documents|papers|titers?|test|vaccination|shot|check|insurance|proof|letter from your school|transcript|training|certificate|passport|CV|result|visa|ESTA)\b/i;

export function owedOnTheWay(rotation: Rotation, situation: Situation): OfRotation[] {
  const { dates, feedback, letters, checklist, mentor } = rotation;
  if (!dates || !isAccepted(rotation) || isObstructed(rotation, situation)) return [];
  const { start, end } = dates;
  const middle = middleOf(dates);
  const paper = entryPaperOf(rotation, situation);
  const lacks = (kind: 'visa' | 'esta' | 'influenza') =>
    checklist.some((line) => line.kind === kind && line.status === 'to-do');
  const rows: (OfRotation | false)[] = [
    checklist.some(({ status }) => status === 'to-do') && {
      key: 'papers before the first day',
      from: AT_ONCE,
      by: plusDays(start, -4),
      noticeDays: 14,
      says: ANY_PAPER,
      topic: 'documents',
    },
    // Each autumn's, for a rotation in its season.
    lacks('influenza') &&
      !isOutsideFluSeason(dates) && {
        key: 'the flu shot',
        from: `${fluSeasonOf(dates)}-08-01` as const,
        by: plusDays(start, -4),
        noticeDays: 30,
        says: /\bflu\b|\binfluenza\b|\bdocuments\b|\bpapers\b/i,
        topic: 'documents',
      },
    paper === 'visa' &&
      lacks('visa') && {
        key: 'the visa',
        from: AT_ONCE,
        by: plusDays(start, -10),
        noticeDays: 21,
        says: /\bvisa\b/i,
        topic: 'documents',
      },
    paper === 'esta' &&
      lacks('esta') && {
        key: 'the ESTA',
        from: plusDays(start, -60),
        by: plusDays(start, -4),
        noticeDays: 14,
        says: /\bESTA\b/,
        topic: 'documents',
      },
    // G15b: about halfway.
    !feedback && {
      key: 'feedback at half time',
      from: plusDays(middle, -3),
      by: plusDays(middle, 5),
      noticeDays: 10,
      says: /\bfeedback\b/i,
      topic: 'rotation',
    },
    !mentor && {
      key: 'a mentor near the end',
      from: middle,
      by: plusDays(end, 3),
      noticeDays: 12,
      says: /\bmentor\b/i,
      topic: 'rotation',
    },
    // In a shorter stay nobody comes to know anybody.
    letters.length === 0 &&
      !hostByHand(rotation.host.institutionId)?.noLetters &&
      daysBetween(start, end) >= 20 && {
        key: 'a letter while they know you',
        from: plusDays(middle, -3),
        by: plusDays(end, 8),
        noticeDays: 14,
        says: /\bletter\b/i,
        topic: 'letters',
      },
  ];
  return rows.filter((row) => row !== false);
}

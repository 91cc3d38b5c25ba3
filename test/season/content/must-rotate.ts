/** What must be said about a rotation that is to take place, up to its end (facts.md, sections 2 and 6, G14, G15b, and G18). */
import { plusDays } from '#shared/base/time/day.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { AT_ONCE, type OfRotation } from './owed.ts';
import { lastDayOf, PAPERS } from './papers-by-hand.ts';
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
  const { dates, feedback, checklist, mentor, talkedOn, letters } = rotation;
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
    // Section 2: "as its own task, computed back from rotation start", by the wait that was read.
    paper === 'visa' &&
      lacks('visa') &&
      !isBooked(rotation) && {
        key: 'the visa appointment',
        from: AT_ONCE,
        by: plusDays(start, -(situation.facts.profile.visaWaitDays ?? 30) - 7),
        noticeDays: 14,
        says: /\bappointment\b/i,
        topic: 'documents',
      },
    ...endingTooSoon(rotation, situation),
    paper === 'esta' &&
      lacks('esta') && {
        key: 'the ESTA',
        from: plusDays(start, -60),
        by: plusDays(start, -4),
        noticeDays: 14,
        says: /\bESTA\b/,
        topic: 'documents',
      },
    // G15b: about halfway; in the week after it (design, section 8) to a person who has just reported something.
    !feedback && {
      key: 'feedback at half time',
      from: plusDays(middle, -3),
      by: plusDays(middle, 8),
      noticeDays: 10,
      says: /\bfeedback\b/i,
      topic: 'rotation',
    },
    // Who was asked for a letter is one.
    !mentor &&
      !talkedOn &&
      letters.every(({ status }) => status === 'declined') && {
        key: 'a mentor near the end',
        from: middle,
        by: plusDays(end, -1),
        noticeDays: 8,
        says: /\bmentor\b/i,
        topic: 'rotation',
      },
  ];
  return rows.filter((row) => row !== false);
}

function isBooked({ visaAppointmentOn, steps = [] }: Rotation): boolean {
  return visaAppointmentOn !== undefined || steps.some(({ step }) => step === 'visa-appointment');
}

/** Section 6: each must be valid to the last day, also one that was sent; what the host has accepted is accepted. */
function endingTooSoon({ dates, checklist }: Rotation, { facts }: Situation): OfRotation[] {
  if (!dates) return [];
  return checklist
    .filter(({ status }) => status === 'submitted' || status === 'not-accepted')
    .flatMap(({ kind }): OfRotation[] => {
      const paper = PAPERS[kind];
      const lasts = lastDayOf(kind, facts.documents);
      if (!paper || !lasts || lasts >= dates.end) return [];
      return [
        {
          key: `the ${kind} that ends too soon`,
          from: AT_ONCE,
          by: plusDays(dates.start, -4),
          noticeDays: 14,
          says: paper.says,
          topic: 'documents',
        },
      ];
    });
}

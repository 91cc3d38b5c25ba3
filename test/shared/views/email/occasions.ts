/** A deadline to write about: the TB test for the Yale rotation, due on Friday 3 September 2027. */
import type { Deadline } from '#shared/agenda/deadline.ts';
import type { Nudge } from '#shared/people/mailing/open-nudges.ts';
import type { Occasion } from '#shared/words/occasions.ts';

export const FRIDAY: Deadline = {
  day: '2027-09-03',
  at: '2027-09-04T04:00:00.000Z',
  hasClockTime: false,
  certainty: 'official',
  source: 'the host’s visiting page',
  checkedOn: '2026-11-23',
};

/** Five in the afternoon Eastern: half past two the next morning in Kolkata. */
export const FRIDAY_AT_FIVE: Deadline = {
  ...FRIDAY,
  at: '2027-09-03T21:00:00.000Z',
  hasClockTime: true,
};

export const TB_AT_YALE: Occasion = {
  rule: 'G14',
  subject: 'r1/tb',
  rotationId: 'r1',
  ladder: 'hard',
  place: 0,
  rank: 'rest',
  deadline: FRIDAY,
  event: 'document-updated',
  words: {
    title: 'TB test for the Yale IR rotation',
    next: 'TB test: it expires 12 days before the rotation ends.',
    why: 'A rotation can be lost to one missing document.',
    button: 'This document is ready',
  },
};

export function nudgeOf(occasion: Partial<Occasion> = {}, rung = '7'): Nudge {
  const whole = { ...TB_AT_YALE, ...occasion };
  return { key: `${whole.rule}|${whole.subject}|${rung}`, rung, occasion: whole };
}

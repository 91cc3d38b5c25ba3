/** What the oracle has to say: what it counts, and its first complaints in words. */
import type { Instant } from '#shared/base/time/instant.ts';

/** Each nudge or email is complained of once in each of these. */
type Complaint =
  | 'duplicates'
  /** An email that says again what one before it said: a fault hid that one's acceptance, and no event of it was heard. */
  | 'excused'
  /** A claim that was called lost with no fault to blame, or though an event of it was heard. */
  | 'unexplained'
  | 'missed'
  | 'afterDone'
  /** At the wrong hour, too soon after another, or not urgent. */
  | 'untimely'
  /** Carried past its time by a fault; its next rung is owed. */
  | 'overtaken'
  /** Left without a claim that says the same. */
  | 'unclaimed'
  /** The rules' date is not the one worked out by hand. */
  | 'wrongDates';

/** @param key what it is about: a nudge, or an email */
export type Complain = (
  what: Complaint,
  personId: string,
  key: string,
  at: Instant,
  why: string,
) => void;

/** Reminders that one person got, and the fewest that would have said the same within its days. */
interface PersonCount {
  readonly id: string;
  readonly emails: number;
  readonly fewest: number;
  /** What these named, each thing once. */
  readonly matters: number;
  readonly weeksOverThree: number;
}

export interface Verdict extends Readonly<Record<Complaint, number>> {
  readonly nudgesDue: number;
  readonly nudgesSent: number;
  readonly lostClaims: number;
  readonly emails: number;
  readonly perPersonPerDayMax: number;
  /** Digests and urgent emails within seven, and thirty, local days on end. */
  readonly perPersonPerWeekMax: number;
  readonly perPersonPerMonthMax: number;
  readonly persons: readonly PersonCount[];
  /** The first complaints in words, for the person who must find out why. */
  readonly complaints: readonly string[];
}

export interface Complaints {
  readonly complain: Complain;
  counts(): Record<Complaint, number>;
  /** `<person> <key>` of everything missed. */
  missed(): ReadonlySet<string>;
  words(): readonly string[];
}

const WORDS_SHOWN = 12;
/** Counted and expected: not worth a word. */
const QUIET: readonly Complaint[] = ['overtaken', 'excused'];

export function complaintsBook(): Complaints {
  const words: string[] = [];
  const wrong: Record<Complaint, Set<string>> = {
    duplicates: new Set(),
    excused: new Set(),
    unexplained: new Set(),
    missed: new Set(),
    afterDone: new Set(),
    untimely: new Set(),
    overtaken: new Set(),
    unclaimed: new Set(),
    wrongDates: new Set(),
  };
  return {
    complain(what, personId, key, at, why) {
      const id = `${personId} ${key}`;
      if (wrong[what].has(id)) return;
      wrong[what].add(id);
      if (!QUIET.includes(what) && words.length < WORDS_SHOWN) {
        words.push(`${what}: ${id} at ${at}: ${why}`);
      }
    },
    counts: () => ({
      duplicates: wrong.duplicates.size,
      excused: wrong.excused.size,
      unexplained: wrong.unexplained.size,
      missed: wrong.missed.size,
      afterDone: wrong.afterDone.size,
      untimely: wrong.untimely.size,
      overtaken: wrong.overtaken.size,
      unclaimed: wrong.unclaimed.size,
      wrongDates: wrong.wrongDates.size,
    }),
    missed: () => wrong.missed,
    words: () => words,
  };
}

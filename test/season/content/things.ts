/**
 * What an email may ask for: the words by which a reader knows it, when it is still to be done, and on which days it can
 * be due. Written from facts.md; numbers in comments are its sections and the guide's rules.
 */
import { type Day, earliest, latest, plusDays, plusMonths } from '#shared/base/time/day.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { hostByHand } from './hosts-by-hand.ts';
import { guideDays } from './season-by-hand.ts';
import {
  entryPaperOf,
  isAccepted,
  isComing,
  isOpen,
  isToApply,
  middleOf,
  type Situation,
} from './situation.ts';

type Span = readonly [from: Day, to: Day];

interface RotationThing {
  readonly name: string;
  readonly says: RegExp;
  isToDo(rotation: Rotation, situation: Situation): boolean;
  /** Absent where facts.md has no day for it. */
  days?(rotation: Rotation): Span | undefined;
  /** Nobody but us says so: its day is an estimate. */
  isOurDay?(rotation: Rotation): boolean;
}

interface PlanThing {
  readonly name: string;
  readonly says: RegExp;
  days(situation: Situation): Span;
}

export const OF_A_ROTATION: readonly RotationThing[] = [
  {
    name: 'offer',
    says: /\banswer the offer\b/i,
    isToDo: ({ status }) => status === 'offered',
    // One that runs on after the first day is to be answered before it.
    days: ({ offer, dates }) => {
      if (!offer) return undefined;
      const isBeyond = dates && dates.start <= offer.expiresOn;
      return isBeyond
        ? [plusMonths(dates.start, -12), plusDays(dates.start, -1)]
        : only(offer.expiresOn);
    },
  },
  {
    name: 'application',
    says: /\bapply for the (?!ESTA)/i,
    isToDo: isToApply,
    days: ({ windowClosesOn, hostDays, dates, country }) => {
      const last = windowClosesOn ?? hostDays?.['apply-by'];
      if (last) return [last, last];
      // No lead is known about a host outside the US: nothing is certain but its first day.
      const latest = country === 'US' ? -14 : -1;
      return dates && [plusMonths(dates.start, -8), plusDays(dates.start, latest)];
    },
    isOurDay: ({ host, windowClosesOn, hostDays }) =>
      !host.institutionId && !windowClosesOn && !hostDays?.['apply-by'],
  },
  {
    // G6
    name: 'decision',
    says: /\bdecide on the\b/i,
    isToDo: ({ status }) => status === 'shortlisted',
    days: ({ dates }) => dates && [plusMonths(dates.start, -12), plusMonths(dates.start, -9)],
  },
  {
    // G15b
    name: 'feedback',
    says: /\bask for feedback\b|\bfeedback(?:,| and) [^.\n]* for /i,
    isToDo: (rotation) => isAccepted(rotation) && !rotation.feedback,
    days: ({ dates }) => dates && [middleOf(dates), middleOf(dates)],
  },
  {
    // G18
    name: 'mentor',
    says: /\btalk with a mentor\b/i,
    isToDo: (rotation) => isAccepted(rotation) && !(rotation.mentor && rotation.talkedOn),
    days: ({ dates }) => dates && [plusDays(dates.end, -7), dates.end],
  },
  {
    // G15, section 0 (7)
    name: 'letter',
    says: /\bask for a letter at\b/i,
    isToDo: (rotation) =>
      isOpen(rotation) &&
      !rotation.letters.some(isComing) &&
      !hostByHand(rotation.host.institutionId)?.noLetters,
    // Research may outlast the season, which its letter may not.
    days: ({ dates, mode }) =>
      dates && [mode === 'research' ? dates.start : middleOf(dates), plusDays(dates.end, 28)],
  },
  {
    // Section 2
    name: 'ESTA',
    says: /\bESTA\b/,
    isToDo: (rotation, situation) =>
      isOpen(rotation) && entryPaperOf(rotation, situation) === 'esta' && !has(rotation, 'esta'),
    days: ({ dates }) => dates && [plusDays(dates.start, -90), plusDays(dates.start, -3)],
    isOurDay: () => true,
  },
  {
    name: 'visa',
    says: /\bvisa\b/i,
    isToDo: (rotation, situation) =>
      isOpen(rotation) && entryPaperOf(rotation, situation) === 'visa' && !has(rotation, 'visa'),
    days: ({ dates }) => dates && [plusMonths(dates.start, -24), plusDays(dates.start, -1)],
    isOurDay: () => true,
  },
  {
    name: 'housing',
    says: /\bhousing\b/i,
    isToDo: (rotation) => isOpen(rotation) && !isReported(rotation, 'housing'),
    days: ({ dates }) => dates && [plusDays(dates.start, -120), dates.start],
    isOurDay: () => true,
  },
  {
    name: 'flight',
    says: /\bflight\b/i,
    isToDo: (rotation) => isOpen(rotation) && !isReported(rotation, 'flight'),
    days: ({ dates }) => dates && [plusDays(dates.start, -120), dates.start],
    isOurDay: () => true,
  },
  {
    // G14b
    name: 'papers',
    says: /\b(?:documents|papers) for the\b/i,
    isToDo: ({ stage, checklist }) =>
      stage !== 'closed' &&
      // Before an offer is accepted nobody has listed them.
      (checklist.length === 0 || checklist.some(({ status }) => status !== 'cleared')),
    days: ({ dates, hostDays }) => {
      const entered = hostDays?.['documents-by'];
      if (!dates) return entered && only(entered);
      // A day entered for other dates: the first day binds.
      const eve = plusDays(dates.start, -1);
      return entered ? only(earliest(entered, eve)) : [plusMonths(dates.start, -12), eve];
    },
    isOurDay: ({ host, hostDays }) => !host.institutionId && !hostDays?.['documents-by'],
  },
  {
    name: 'answer of the host',
    says: /^(?:- )?Has .* answered/,
    isToDo: ({ status }) => status === 'submitted' || status === 'waitlisted',
  },
];

export const OF_THE_PLAN: readonly PlanThing[] = [
  {
    // G8
    name: 'early rotation',
    says: /\bearly IR or DR rotation\b/i,
    days: ({ season }) => only(guideDays(season).earlyRotation),
  },
  {
    // G7
    name: 'list of targets',
    says: /\blist of target programs\b/i,
    days: ({ season }) => only(guideDays(season).targetsBy),
  },
  {
    // G1 to G4: planned while hosts are being chosen; what was counted on and closed is missed from that day.
    name: 'rotations of the plan',
    says: /\b(?:an IR rotation in the US|second US rotation|US rotation outside IR|hands-on IR or DR rotation)\b/i,
    days: ({ season, facts }) => {
      const { targetsFrom, targetsBy } = guideDays(season);
      const closed = facts.rotations.flatMap(({ closed: each }) => each?.at.slice(0, 10) ?? []);
      return [targetsFrom, [targetsBy, ...(closed as Day[])].toSorted().at(-1) ?? targetsBy];
    },
  },
  {
    // G10; letters of a rotation that ends later take two to four weeks more, to the review at the latest.
    name: 'final letters',
    says: /\bfinal letters\b/i,
    days: ({ season, facts }) => {
      const { finalLetters } = guideDays(season);
      const [firstEnd] = facts.rotations
        .filter((each) => isSeen(each) && !hostByHand(each.host.institutionId)?.noLetters)
        .flatMap(({ dates }) => dates?.end ?? [])
        .toSorted();
      if (!firstEnd) return only(finalLetters);
      const bounded = (day: Day) => latest(finalLetters, earliest(day, season.review));
      return [bounded(plusDays(firstEnd, 14)), bounded(plusDays(firstEnd, 28))];
    },
  },
  {
    // G17
    name: 'letters by faculty',
    says: /\ba letter from (?:IR faculty|outside IR)\b/i,
    days: ({ season }) => [season.submit, season.review],
  },
  {
    // G11, section 0 (8)
    name: 'ERAS',
    says: /\bsubmit (?:the|your) ERAS\b/i,
    days: ({ season }) => [season.submit, season.review],
  },
  {
    // G20
    name: 'stories',
    says: /\brotation stories\b/i,
    days: ({ season }) => [plusDays(season.review, 1), plusDays(season.review, 31)],
  },
];

function has({ checklist }: Rotation, paper: 'visa' | 'esta'): boolean {
  return checklist.some(({ kind, status }) => kind === paper && status === 'cleared');
}

function isReported({ steps = [] }: Rotation, step: 'housing' | 'flight'): boolean {
  return steps.some((each) => each.step === step && each.state === 'done');
}

function only(day: Day): Span {
  return [day, day];
}

/** Someone has seen the applicant's work there. */
function isSeen({ stage, status }: Rotation): boolean {
  return status === 'underway' || stage === 'request-letter' || stage === 'letter-received';
}

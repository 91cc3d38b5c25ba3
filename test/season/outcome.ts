/** One season out of many villages: what `npm run simulate` prints, and whether it passes. */
import type { SeasonReport } from './simulator.ts';

export interface Outcome {
  readonly applicants: number;
  readonly season: number;
  readonly seed: number;
  readonly sweeps: number;
  readonly updates: number;
  readonly refused: number;
  readonly replayed: number;
  readonly faultsInjected: number;
  readonly nudgesDue: number;
  readonly nudgesSent: number;
  readonly duplicates: number;
  /** Second emails: a fault hid the first one's fate, and its Send event was lost or late. */
  readonly excused: number;
  readonly missed: number;
  readonly afterDone: number;
  readonly lostClaims: number;
  /** Lost claims that no injected fault explains. */
  readonly unexplained: number;
  /** Carried past their time by a fault; their next rung is owed. */
  readonly overtaken: number;
  readonly untimely: number;
  readonly unclaimed: number;
  readonly wrongDates: number;
  readonly lostUpdates: number;
  readonly unfollowed: number;
  readonly contradictions: number;
  readonly emails: number;
  readonly perPersonPerDayMax: number;
  readonly perPersonPerWeekMax: number;
  /** Emails of a season to one person: of those who as good as never act, and of all others. */
  readonly passiveMedian: number;
  readonly passiveMost: number;
  readonly activeMedian: number;
  readonly activeMost: number;
  /** The fewest that would have said the same in time, by the oracle's own table. */
  readonly passiveFewestMedian: number;
  readonly passiveFewestMost: number;
  readonly activeFewestMedian: number;
  readonly activeFewestMost: number;
  /** Emails for each thing that they name. */
  readonly passivePerMatter: number;
  readonly activePerMatter: number;
  /** Weeks, from one email on, that hold more than three. */
  readonly weeksOverThree: number;
  readonly seconds: number;
}

/** Each of these must be 0. */
export const FORBIDDEN = [
  'duplicates',
  'missed',
  'afterDone',
  'unexplained',
  'untimely',
  'unclaimed',
  'wrongDates',
  'lostUpdates',
  'unfollowed',
  'contradictions',
] as const satisfies readonly (keyof Outcome)[];

export function outcomeOf(
  of: Pick<Outcome, 'season' | 'seed' | 'seconds'>,
  villages: readonly SeasonReport[],
): Outcome {
  const sum = (count: (village: SeasonReport) => number): number =>
    villages.reduce((total, village) => total + count(village), 0);
  const persons = villages.flatMap(({ persons: counts, passive }) =>
    counts.map((count) => ({ ...count, isPassive: passive.includes(count.id) })),
  );
  const spread = (isPassive: boolean, count: 'emails' | 'fewest') => {
    const counts = persons
      .filter((person) => person.isPassive === isPassive)
      .map((person) => person[count])
      .toSorted((a, b) => a - b);
    return { median: counts[counts.length >> 1] ?? 0, most: counts.at(-1) ?? 0 };
  };
  const perMatter = (isPassive: boolean) => {
    const of = persons.filter((person) => person.isPassive === isPassive);
    const total = (count: 'emails' | 'matters') => of.reduce((all, each) => all + each[count], 0);
    return Math.round((100 * total('emails')) / Math.max(1, total('matters'))) / 100;
  };
  const [passive, active] = [spread(true, 'emails'), spread(false, 'emails')];
  const [passiveFewest, activeFewest] = [spread(true, 'fewest'), spread(false, 'fewest')];
  return {
    applicants: sum(({ people }) => people),
    season: of.season,
    seed: of.seed,
    sweeps: sum(({ sweeps }) => sweeps),
    updates: sum(({ updates }) => updates),
    refused: sum(({ refused }) => refused),
    replayed: sum(({ replayed }) => replayed),
    faultsInjected: sum(({ faultsInjected }) => faultsInjected),
    nudgesDue: sum(({ nudgesDue }) => nudgesDue),
    nudgesSent: sum(({ nudgesSent }) => nudgesSent),
    duplicates: sum(({ duplicates }) => duplicates),
    excused: sum(({ excused }) => excused),
    missed: sum(({ missed }) => missed),
    afterDone: sum(({ afterDone }) => afterDone),
    lostClaims: sum(({ lostClaims }) => lostClaims),
    unexplained: sum(({ unexplained }) => unexplained),
    overtaken: sum(({ overtaken }) => overtaken),
    untimely: sum(({ untimely }) => untimely),
    unclaimed: sum(({ unclaimed }) => unclaimed),
    wrongDates: sum(({ wrongDates }) => wrongDates),
    lostUpdates: sum(({ lostUpdates }) => lostUpdates),
    unfollowed: sum(({ unfollowed }) => unfollowed),
    contradictions: sum(({ contradictions }) => contradictions),
    emails: sum(({ emails }) => emails),
    perPersonPerDayMax: Math.max(...villages.map((village) => village.perPersonPerDayMax)),
    perPersonPerWeekMax: Math.max(...villages.map((village) => village.perPersonPerWeekMax)),
    passiveMedian: passive.median,
    passiveMost: passive.most,
    activeMedian: active.median,
    activeMost: active.most,
    passiveFewestMedian: passiveFewest.median,
    passiveFewestMost: passiveFewest.most,
    activeFewestMedian: activeFewest.median,
    activeFewestMost: activeFewest.most,
    passivePerMatter: perMatter(true),
    activePerMatter: perMatter(false),
    weeksOverThree: persons.reduce((total, { weeksOverThree }) => total + weeksOverThree, 0),
    seconds: of.seconds,
  };
}

/** What must not be and is; empty when the season passes. */
export function failingsOf(outcome: Outcome): string[] {
  return FORBIDDEN.filter((name) => outcome[name] > 0).map((name) => `${name}: ${outcome[name]}`);
}

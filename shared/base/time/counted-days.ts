/** Day arithmetic that remembers its answers: a list of ten thousand people speaks of a few hundred days. */
import { type Day, daysBetween, plusDays } from './day.ts';

export interface CountedDays {
  plus(day: Day, days: number): Day;
  between(from: Day, to: Day): number;
}

/** Made for one list and let go with it. */
export function countedDays(): CountedDays {
  const sums = new Map<number, Map<Day, Day>>();
  const distances = new Map<Day, Map<Day, number>>();
  return {
    plus: (day, days) => remembered(sums, days, day, () => plusDays(day, days)),
    between: (from, to) => remembered(distances, to, from, () => daysBetween(from, to)),
  };
}

function remembered<Outer, Value>(
  answers: Map<Outer, Map<Day, Value>>,
  outer: Outer,
  day: Day,
  answer: () => Value,
): Value {
  const known = answers.get(outer) ?? new Map<Day, Value>();
  const value = known.get(day) ?? answer();
  known.set(day, value);
  answers.set(outer, known);
  return value;
}

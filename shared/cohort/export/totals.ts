/** A cohort in numbers, for readers outside the team. Counts that could identify someone are hidden, and the next smallest with them. */
import { csvOf } from '#shared/base/csv.ts';
import type { Summary } from '#shared/people/outlook/summary.ts';
import { FURTHEST_STEPS } from '#shared/plan/rotation/track.ts';
import { FUNNEL_WORDS, furthestOf } from '../report/things.ts';

/** A smaller count could identify someone (the minimum that US states publish is 5 to 30, most often 10). */
export const TOTALS_CELL_MIN = 10;

interface TotalCell {
  readonly value: string;
  /** Undefined where it is hidden. */
  readonly count: number | undefined;
}

interface TotalTable {
  readonly of: string;
  readonly cells: readonly TotalCell[];
}

/** One table per question. Each adds up to the same total, so each is protected by itself. */
const QUESTIONS: readonly { of: string; answer(person: Summary): string }[] = [
  { of: 'Match year', answer: ({ matchYear }) => String(matchYear) },
  { of: 'Enrollment', answer: ({ enrollment }) => enrollment },
  { of: 'Pathway', answer: ({ pathway }) => pathway },
  { of: 'Entry to the US', answer: ({ entry }) => entry ?? 'not answered' },
  { of: 'Furthest step', answer: furthestStepOf },
  { of: 'Reachable', answer: ({ reach }) => (reach === 'ok' ? 'yes' : 'no') },
];

/** Deleted plans are not counted. */
export function totalsOf(people: readonly Summary[]): readonly TotalTable[] {
  const present = people.filter(({ erased }) => !erased);
  return QUESTIONS.map(({ of, answer }) => {
    const counts = Map.groupBy(present, answer);
    const cells = [...counts].map(([value, those]) => ({ value, count: those.length }));
    return { of, cells: suppressed(cells.toSorted((a, b) => (a.value < b.value ? -1 : 1))) };
  });
}

/** Hides every cell below the minimum, then the smallest of the others until the hidden ones could be anyone. */
export function suppressed(cells: readonly { value: string; count: number }[]): TotalCell[] {
  const bySize = cells.toSorted((a, b) => a.count - b.count);
  const hidden = new Set(bySize.filter(({ count }) => count < TOTALS_CELL_MIN));
  const sumHidden = () => [...hidden].reduce((sum, { count }) => sum + count, 0);
  for (const cell of bySize) {
    if (hidden.size === 0) break;
    if (hidden.size > 1 && sumHidden() >= TOTALS_CELL_MIN) break;
    hidden.add(cell);
  }
  return cells.map((cell) => ({
    value: cell.value,
    count: hidden.has(cell) ? undefined : cell.count,
  }));
}

/** A hidden count says so and is never shown as 0. */
export function totalsCsv(tables: readonly TotalTable[]): string {
  return csvOf(
    ['Of', 'Value', 'Applicants'],
    tables.flatMap(({ of, cells }) =>
      cells.map(({ value, count }) => [of, value, count ?? HIDDEN]),
    ),
  );
}

const HIDDEN = `fewer than ${TOTALS_CELL_MIN}, or hidden to protect such a number`;

function furthestStepOf({ rotations }: Summary): string {
  const steps = rotations.map((rotation) => FURTHEST_STEPS.indexOf(furthestOf(rotation)));
  const furthest = FURTHEST_STEPS[Math.max(-1, ...steps)];
  return furthest ? FUNNEL_WORDS[furthest] : 'no rotation yet';
}

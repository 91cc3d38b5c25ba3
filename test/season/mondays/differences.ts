/** A Monday brief as its reader has it, beside the week as it was: each figure, the list behind it, and the subject. */

import type { WeekByHand } from './by-hand.ts';
import type { ColorByHand } from './colors-by-hand.ts';

export interface BriefRead {
  readonly subject: string;
  readonly text: string;
  /** Who is on the list that a link leads to, by its query. */
  listed(query: string): readonly string[];
}

export function differencesOf({ subject, text, listed }: BriefRead, week: WeekByHand): string[] {
  const said = subjectOf(week);
  return [
    ...(subject === said ? [] : [`“${subject}” should be “${said}”`]),
    ...Object.entries(TOTALS).flatMap(([color, words]) => {
      const count = Number(new RegExp(`[:,d] (\\d+) ${words}[.,]`).exec(text)?.[1] ?? 0);
      const ids = week.colors.get(color as ColorByHand) ?? [];
      return count === ids.length ? [] : [`${count} ${words}, of ${idsIn(ids)}`];
    }),
    ...LISTS.flatMap(([of, words]) => {
      const [, count = '0', url] =
        new RegExp(`^- (\\d+) ${words}:\\n(\\S+)$`, 'm').exec(text) ?? [];
      const ids = week[of];
      const shown = url ? listed(new URL(url).search.slice(1)) : [];
      const isSame = Number(count) === ids.length && idsIn(shown) === idsIn(ids);
      return isSame ? [] : [`${count} ${words}: the list has ${idsIn(shown)}, not ${idsIn(ids)}`];
    }),
  ];
}

/** What is new, else how many are red. */
function subjectOf({ newlyRed, newlyLost, colors }: WeekByHand): string {
  const news = [
    ...(newlyRed.length > 0 ? [`${newlyRed.length} newly red`] : []),
    ...(newlyLost.length > 0 ? [`${newlyLost.length} with a new loss`] : []),
  ];
  if (news.length > 0) return `Last week: ${news.join(', ')}`;
  const red = colors.get('red')?.length ?? 0;
  return `Last week: no one newly red${red > 0 ? `; ${red} red now` : ''}`;
}

function idsIn(ids: readonly string[]): string {
  return ids.toSorted().join(' ') || 'nobody';
}

const TOTALS: Readonly<Record<ColorByHand, string>> = {
  red: 'red',
  'cannot be saved': 'with something lost for good',
  amber: 'amber',
  outside: 'held up by others',
  gray: 'with something to check',
  unreachable: 'not reached',
  over: 'with the season over',
  empty: 'without a plan yet',
  green: 'with nothing late or lost',
};

const LISTS = [
  ['newlyRed', 'newly red'],
  ['newlyLost', 'with a new loss'],
  ['followUps', 'follow-ups? due'],
  ['mine', 'of the open cases (?:is|are) yours'],
  ['unowned', 'open cases? without an owner'],
] as const;

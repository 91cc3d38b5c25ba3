/** The value of a cell as a page says it after the cell's label. */
import { counted, phraseUsd } from '#shared/base/sentence.ts';
import { isDay } from '#shared/base/time/day.ts';
import { phraseDay, phraseYearly } from '#shared/base/time/phrase.ts';
import type { Validity } from '../hosts/document-kinds.ts';
import type { Opening, Term } from '../hosts/host-date.ts';
import type { Cell, CellValue } from './cell-kinds.ts';
import { heldOf, textOf } from './cells.ts';

export function cellWords(of: Cell, value: CellValue): string {
  const { kind, choices, zero } = of;
  const held = heldOf(of, value);
  switch (kind) {
    case 'usd':
      return phraseUsd(Number(value));
    case 'term':
      return termWords(held as Term);
    case 'weekday':
      return weekdayWords(held as NonNullable<Opening['startsOn']>);
    case 'period': {
      const { from, to } = held as NonNullable<Opening['between']>;
      return `${phraseDay(from)}, to ${phraseDay(to)}`;
    }
    case 'each-year':
      return (held as string[]).map(phraseYearly).join(' to ');
    case 'validity':
      return Object.entries(held as Readonly<Record<string, Validity>>)
        .map(([paper, term]) => `${choices[paper] ?? paper}: ${validityWords(term)}`)
        .join('; ');
    case 'words':
      return (value as string[]).join('; ');
  }
  if (value === 0 && zero) return zero;
  if (Array.isArray(value)) return AND.format(value.map((each) => wordsOf(each, choices)));
  if (typeof value === 'string') return wordsOf(value, choices);
  return typeof value === 'number' && (kind === 'days' || kind === 'date')
    ? `${counted(value, 'day')} before the start`
    : textOf(of, value);
}

function wordsOf(text: string, choices: Cell['choices']): string {
  return choices[text] ?? (isDay(text) ? phraseDay(text) : text);
}

function termWords(term: Term): string {
  const many = 'days' in term ? counted(term.days, 'day') : counted(term.hours, 'hour');
  return `${many} from ${term.from === 'offer' ? 'the offer' : term.from}`;
}

function weekdayWords({ weekday, nth }: NonNullable<Opening['startsOn']>): string {
  const name = WEEKDAYS[weekday];
  return nth ? `${ORDINALS[nth - 1]} ${name} of a month` : name;
}

function validityWords(term: Validity): string {
  if (term === 'season') return 'until the next flu season';
  if (term === 'none') return 'until its printed date';
  if ('months' in term) return counted(term.months, 'month');
  return `${counted(term.days, 'day')}${term.countedTo ? ', counted to the start' : ''}`;
}

const AND = new Intl.ListFormat('en-US');
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
const WEEKDAYS = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
} as const;

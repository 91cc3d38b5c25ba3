/** Days as spreadsheets write them, `7/30/2027` or `30.07.2027`: read where the sheet itself says which part is the month. */
import { type Day, daySchema, isDay, plusDays } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { COLUMNS, FIELDS } from '../table/columns.ts';
import { columnOf, type Mapping } from './mapping.ts';
import type { Problem } from './problem.ts';
import type { CsvTable } from './sheet.ts';

export const ORDERS = ['month-first', 'day-first'] as const;
export type Order = (typeof ORDERS)[number];

interface ReadDays {
  readonly table: CsvTable;
  readonly problems: readonly Problem[];
  readonly orders: readonly OrderQuestion[];
  readonly notices: readonly Problem[];
}

/** A column whose days can be read in two ways, with its first cell in each. */
export interface OrderQuestion extends Problem {
  readonly column: string;
  readonly as: Readonly<Record<Order, Day>>;
}

/** A cell whose parts are numbers between slashes or hyphens: the same day in both orders, in one alone, or another in each. */
interface Parted {
  readonly line: number;
  readonly column: string;
  readonly text: string;
  readonly yearDigits: number;
  readonly as: Readonly<Record<Order, Day | undefined>>;
  /** The only order in which it is a day. */
  readonly order: Order | undefined;
}

/** The table with its days as `2027-07-30`; what cannot be read is left for its schema to refuse. `answer`: the order where no cell shows it. */
export function withDaysRead(
  table: CsvTable,
  mappings: readonly Mapping[],
  answer?: Order,
): ReadDays {
  const columns = [...new Set(mappings.flatMap(dayColumns))].filter((column) => {
    const at = table.header.indexOf(column);
    return table.lines.some(({ cells }) => cells[at] && !isDay(cells[at]));
  });
  const moments = new Set(mappings.map((mapping) => columnOf(mapping, 'since').column));
  const parted = columns.flatMap((column) => partedIn(table, column, moments.has(column)));
  // One program writes all days in one form; people who type them do not.
  const isOneForm = new Set(parted.map(({ yearDigits }) => yearDigits)).size < 2;
  const own = new Map(
    columns.map((column) => [column, parted.filter((each) => each.column === column)]),
  );
  const orders = new Map(
    [...own].map(([column, cells]) => {
      const shown = (isOneForm ? orderOf(parted) : undefined) ?? orderOf(cells);
      return [column, shown ?? (isMixed(cells) ? undefined : answer)];
    }),
  );
  const isOpen = ({ column, as, order }: Parted) =>
    !order && as['month-first'] !== as['day-first'] && !orders.get(column);
  const places = columns.map((column) => [table.header.indexOf(column), column] as const);
  const lines = table.lines.map((line) => {
    const cells = [...line.cells];
    for (const [at, column] of places) {
      cells[at] = dayWritten(cells[at] ?? '', orders.get(column), moments.has(column));
    }
    return { ...line, cells };
  });
  return {
    table: { ...table, lines },
    problems: [...own.values()].flatMap((cells) =>
      isMixed(cells) ? refusedOf(cells, cells.filter(isOpen)) : [],
    ),
    orders: [...own.values()].flatMap((cells) =>
      isMixed(cells) ? [] : askedOf(cells.filter(isOpen)),
    ),
    notices: [...noticesOf(parted, orders), ...columns.flatMap((each) => countedIn(table, each))],
  };
}

function dayColumns(mapping: Mapping): string[] {
  return FIELDS.flatMap((field) => {
    const { type } = COLUMNS[field];
    return ((type === 'day' || type === 'moment') && columnOf(mapping, field).column) || [];
  });
}

function partedIn({ header, lines }: CsvTable, column: string, isMoment: boolean): Parted[] {
  const at = header.indexOf(column);
  return lines.flatMap(({ line, cells }) => {
    const text = cells[at] ?? '';
    const read = partsIn(dayPartOf(text, isMoment));
    return read ? [{ line, column, text, ...read }] : [];
  });
}

function partsIn(text: string): Pick<Parted, 'yearDigits' | 'as' | 'order'> | undefined {
  const [, first = '', , second = '', year = ''] = NUMBERS.exec(text) ?? [];
  const as = { 'month-first': dayOf(year, first, second), 'day-first': dayOf(year, second, first) };
  const [order, another] = ORDERS.filter((each) => as[each]);
  return order && { yearDigits: year.length, as, order: another ? undefined : order };
}

/** Undefined while every cell could be either, or where two contradict each other. */
function orderOf(cells: readonly Parted[]): Order | undefined {
  const [order, another] = new Set(cells.flatMap((cell) => cell.order ?? []));
  return another ? undefined : order;
}

/** Month first while its order is asked for; the text itself where it is not a known day. */
function dayWritten(text: string, order: Order | undefined, isMoment: boolean): string {
  const plain = dayPartOf(text, isMoment);
  const parted = partsIn(plain);
  const day = parted
    ? parted.as[parted.order ?? order ?? 'month-first']
    : (dayCounted(plain) ?? dayNamed(plain));
  if (!day) return text;
  const time = isMoment && timeIn(text);
  return time ? `${day} ${time}` : day;
}

/** Without its time; a day keeps one that is not midnight, so that it is refused. */
function dayPartOf(text: string, isMoment: boolean): string {
  return isMoment || timeIn(text) === MIDNIGHT ? text.replace(TIME, '') : text;
}

function dayNamed(text: string): Day | undefined {
  for (const [form, year, month, day] of FORMS) {
    const found = form.exec(text);
    if (found) return dayOf(found[year] ?? '', monthOf(found[month] ?? ''), found[day] ?? '');
  }
  return undefined;
}

function timeIn(text: string): string | undefined {
  const [, hour, minute, second = '00', half] = TIME.exec(text) ?? [];
  if (!hour) return undefined;
  const afternoon = half?.toUpperCase() === 'P' ? 12 : 0;
  const hours = half ? (Number(hour) % 12) + afternoon : Number(hour);
  return [hours, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
}

const NUMBERS = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/;
const MIDNIGHT = '00:00:00';
/** Many programs write midnight behind a day that has no time. */
const TIME = /[T\s]{1,3}(\d{1,2}):(\d\d)(?::(\d\d)(?:\.0{1,6})?)?(?: ?([AP])M)?Z?$/i;
/** Each with the places of year, month, and day. */
const FORMS = [
  [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})\.?$/, 3, 2, 1],
  [/^(\d{4})([/.-])\s?(\d{1,2})\2\s?(\d{1,2})\.?$/, 1, 3, 4],
  [/^(\d{1,2})(?:st|nd|rd|th)?[\s.-]?([a-z]{3,9})[\s.,-]{0,2}(\d{4}|\d{2})$/i, 3, 2, 1],
  [/^([a-z]{3,9})[\s.-]{1,2}(\d{1,2})(?:st|nd|rd|th)?[\s,.-]{1,2}(\d{4})$/i, 3, 1, 2],
] as const;

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

/** Its number, for a name or the first letters of one. */
function monthOf(text: string): string {
  const name = text.toLowerCase().replace(/^sept$/, 'sep');
  return /^\d/.test(name) ? name : String(MONTHS.findIndex((month) => month.startsWith(name)) + 1);
}

/** Later ones may be of the last century: a graduate of `98`. */
const LAST_SHORT_YEAR = '60';

function dayOf(year: string, month: string, day: string): Day | undefined {
  if (year.length === 2 && year > LAST_SHORT_YEAR) return undefined;
  const text = [year.padStart(4, '20'), month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  return daySchema.safeParse(text).data;
}

function isMixed(cells: readonly Parted[]): boolean {
  return new Set(cells.flatMap(({ order }) => order ?? [])).size > 1;
}

/** Once for a column. */
function askedOf(open: readonly Parted[]): OrderQuestion[] {
  return open.slice(0, 1).map(({ line, column, text, as }) => {
    // Open, so it is a day in both.
    const days = as as Readonly<Record<Order, Day>>;
    const [one, other] = ORDERS.map((order) => phraseDay(days[order]));
    const cells = open.length > 1 ? ` The column has ${open.length} such cells.` : '';
    return { line, column, as: days, message: `“${text}” can be ${one} or ${other}.${cells}` };
  });
}

/** Where other cells of the column are written in both orders, no order can be chosen for it. */
function refusedOf(cells: readonly Parted[], open: readonly Parted[]): Problem[] {
  const [one, other] = ORDERS.map((order) => cells.find((cell) => cell.order === order)?.text);
  return askedOf(open).map(({ line, column, message, as }) => ({
    line,
    column,
    message: `${message} The column has the month first in “${one}” and the day first in “${other}”, so write it as ${as['month-first']} or ${as['day-first']}.`,
  }));
}

/** Says once how the sheet was read, and which cell shows it. */
function noticesOf(
  parted: readonly Parted[],
  orders: ReadonlyMap<string, Order | undefined>,
): Problem[] {
  return ORDERS.flatMap((order) => {
    const shown = parted.find((cell) => cell.order === order && orders.get(cell.column) === order);
    const day = shown?.as[order];
    if (!shown || !day) return [];
    const { line, column, text } = shown;
    return [
      {
        line,
        column,
        message: `Days are read ${order.replace('-', ' ')}: “${text}” is ${phraseDay(day)}.`,
      },
    ];
  });
}

/** A day as Excel counts it where the cell lost its format, for the years 2009 to 2050. */
function dayCounted(text: string): Day | undefined {
  const [, days = ''] = /^([45]\d{4})(?:\.0+)?$/.exec(text) ?? [];
  return days && days <= '55000' ? plusDays(EXCEL_DAY_ZERO, Number(days)) : undefined;
}

const EXCEL_DAY_ZERO = '1899-12-30' as Day;

/** The first such cell of a column shows how all were read. */
function countedIn({ header, lines }: CsvTable, column: string): Problem[] {
  const at = header.indexOf(column);
  for (const { line, cells } of lines) {
    const text = cells[at] ?? '';
    const day = dayCounted(text);
    if (day)
      return [
        { line, column, message: `“${text}”, a day as Excel counts it, is ${phraseDay(day)}.` },
      ];
  }
  return [];
}

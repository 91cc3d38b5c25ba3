/** A bar chart as SVG: bars start at zero and link to their lists. Colors are classes, since the pages allow no inline style. */
import { type Html, html } from '#shared/base/html.ts';
import { table } from '../../components.ts';

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** At the bar's end, in place of the value. */
  readonly text?: string;
  /** Filled from the bar's start: 3 of 5 planned letters have arrived. */
  readonly part?: number;
  /** The list it counts. */
  readonly href?: string;
  /** Behind its label in the table. */
  readonly cells?: readonly (Html | string)[];
}

interface BarChart {
  readonly id: string;
  readonly title: string;
  /** One sentence on what is counted. */
  readonly text: string;
  readonly bars: readonly Bar[];
  readonly tone?: 'late' | 'blocked';
  /** The table's header. */
  readonly head: readonly string[];
}

/** A phone's width, so that letters keep their size there. */
const WIDTH = 360;
const LABEL_WIDTH = 118;
/** Room for the text at the end of the longest bar: so much for a letter, and at least this. */
const LETTER_WIDTH = 6.5;
const TEXT_WIDTH_MIN = 100;
const ROW_HEIGHT = 26;
const BAR_HEIGHT = 20;

export function barChart(chart: BarChart): Html {
  const { id, title, text, bars, head } = chart;
  const rows = bars.map(({ label, cells = [] }) => [label, ...cells]);
  return html`<section class="chart" aria-labelledby="${id}"><h3 id="${id}">${title}</h3>
${
  bars.length === 0
    ? html`<p class="quiet">Nothing to show yet. ${text}</p>`
    : html`<p class="hint">${text}</p>
${drawing(chart)}
<details><summary>Show as a table</summary>
${table(title, head, rows)}</details>`
}</section>`;
}

function drawing({ bars, tone = 'blocked' }: BarChart): Html {
  const height = bars.length * ROW_HEIGHT;
  const longest = Math.max(1, ...bars.map(({ value }) => value));
  const letters = Math.max(0, ...bars.map(({ text = '' }) => text.length));
  const room = WIDTH - LABEL_WIDTH - Math.max(TEXT_WIDTH_MIN, letters * LETTER_WIDTH);
  // What is not there yet has no length; a width below zero is no SVG.
  const widthOf = (value: number) => (Math.max(0, Math.min(value, longest)) / longest) * room;
  return html`<svg class="bars ${tone}" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">
${bars.map((bar, index) => {
  const middle = number((index + 0.5) * ROW_HEIGHT);
  const rect = (name: string, value: number) => html`
<rect class="${name}" x="${LABEL_WIDTH}" y="${number(index * ROW_HEIGHT + (ROW_HEIGHT - BAR_HEIGHT) / 2)}" width="${number(widthOf(value))}"
height="${BAR_HEIGHT}"></rect>`;
  const mark = html`<text class="label" x="${LABEL_WIDTH - 8}" y="${middle}" text-anchor="end"
dominant-baseline="central">${bar.label}</text>${rect('bar', bar.value)}${bar.part === undefined ? '' : rect('part', bar.part)}
<text class="value" x="${number(LABEL_WIDTH + widthOf(bar.value) + 6)}" y="${middle}" dominant-baseline="central">${bar.text ?? bar.value}</text>`;
  return bar.href ? html`<a href="${bar.href}">${mark}</a>\n` : html`<g>${mark}</g>\n`;
})}</svg>`;
}

function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}

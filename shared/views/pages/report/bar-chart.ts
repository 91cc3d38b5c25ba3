/**
 * A bar chart as SVG, drawn on the server: labels and numbers are on the marks, bars start at zero, and each links to its
 * list. Colors are classes of the style sheet, since the pages allow no inline style.
 */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** At the bar's end, in place of the value. */
  readonly text?: string;
  /** Filled from the bar's start: 3 of 5 planned letters have arrived. */
  readonly part?: number;
  /** The list it counts. */
  readonly href?: string;
}

/** A number in the table, linked to its list if it has one. */
export type Cell = string | { readonly text: string; readonly href: string };

export interface BarChart {
  readonly id: string;
  readonly title: string;
  /** One sentence on what is counted. */
  readonly text: string;
  readonly bars: readonly Bar[];
  readonly tone?: 'late' | 'blocked';
  readonly table: {
    readonly head: readonly string[];
    readonly rows: readonly (readonly Cell[])[];
  };
}

/** A phone's width, so that letters keep their size there. */
const WIDTH = 360;
const LABEL_WIDTH = 118;
/** Room for the text at the end of the longest bar. */
const TEXT_WIDTH = 100;
const ROW_HEIGHT = 26;
const BAR_HEIGHT = 20;

export function barChart(chart: BarChart): Html {
  const { id, title, text, bars, table } = chart;
  if (bars.length === 0) {
    return html`<section class="chart" aria-labelledby="${id}"><h3 id="${id}">${title}</h3><p class="quiet">Nothing to show yet. ${text}</p></section>`;
  }
  return html`<section class="chart" aria-labelledby="${id}"><h3 id="${id}">${title}</h3>
<p class="hint">${text}</p>
${drawing(chart)}
<details><summary>Show as a table</summary>
<table><caption>${title}</caption>
<thead><tr>${table.head.map((word) => html`<th scope="col">${word}</th>`)}</tr></thead>
<tbody>${table.rows.map(
    ([first, ...others]) =>
      html`<tr><th scope="row">${first === undefined ? '' : cell(first)}</th>${others.map((other) => html`<td>${cell(other)}</td>`)}</tr>
`,
  )}</tbody></table></details></section>`;
}

function drawing({ bars, tone = 'blocked' }: BarChart): Html {
  const height = bars.length * ROW_HEIGHT;
  const longest = Math.max(1, ...bars.map(({ value }) => value));
  // What is not there yet has no length; a width below zero is no SVG.
  const widthOf = (value: number) =>
    (Math.max(0, Math.min(value, longest)) / longest) * (WIDTH - LABEL_WIDTH - TEXT_WIDTH);
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

function cell(of: Cell): Html | string {
  return typeof of === 'string' ? of : html`<a class="target" href="${of.href}">${of.text}</a>`;
}

function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}

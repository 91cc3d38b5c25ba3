/** The report's charts, of the filtered rows; each bar links to its list. */
import { type Html, html } from '#shared/base/html.ts';
import { phraseMonth, phraseShortDay } from '#shared/base/time/phrase.ts';
import {
  agingByStage,
  deadlinesByWeek,
  followedByRungOf,
  lettersByMonth,
  reasonsOf,
} from '#shared/cohort/report/chart-data.ts';
import type { Filters } from '#shared/cohort/report/filters.ts';
import { FUNNEL_WORDS, funnelOf } from '#shared/cohort/report/funnel.ts';
import type { Report } from '#shared/cohort/report/report.ts';
import { codeWords } from '#shared/people/casework/codes.ts';
import { link } from '../../components.ts';
import { type Bar, barChart } from './bar-chart.ts';
import { rungWords } from './filter-words.ts';
import { listOf } from './first-screen.ts';

interface Chart {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly tone?: 'late';
  readonly head: readonly string[];
  bars(report: Report): readonly ChartBar[];
}

interface ChartBar extends Omit<Bar, 'href' | 'cells'> {
  readonly list: Filters;
  /** Of the table: a number, or a number and the list that it counts. */
  readonly counts: readonly (number | readonly [count: number, list: Filters])[];
}

const CHARTS: readonly Chart[] = [
  {
    id: 'chart-reasons',
    title: 'Reasons for risk',
    text: 'Applicants by reason; the filled part is red or cannot be saved. What is held up by others is not counted.',
    tone: 'late',
    head: ['Reason', 'Red', 'Cannot be saved', 'Amber'],
    bars: ({ rows }) =>
      reasonsOf(rows).map(({ code, red, lost, amber }) => ({
        label: codeWords([code]),
        value: red + lost + amber,
        part: red + lost,
        text: `${red} red, ${lost} lost, ${amber} amber`,
        list: { code },
        counts: [
          [red, { code, risk: 'red' }],
          [lost, { code, risk: 'cannot-be-saved' }],
          [amber, { code, risk: 'amber' }],
        ],
      })),
  },
  {
    id: 'chart-funnel',
    title: 'From the list to the assigned letter',
    text: 'Rotations that reached this step, and how many were lost before the next one.',
    head: ['Step', 'Reached', 'Lost here'],
    bars: ({ rows }) =>
      funnelOf(rows).map(({ step, reached, lost }) => ({
        label: FUNNEL_WORDS[step],
        value: reached,
        text: lost > 0 ? `${reached}, ${lost} lost` : String(reached),
        list: { funnel: step },
        counts: [
          [reached, { funnel: step }],
          [lost, { lost: step }],
        ],
      })),
  },
  {
    id: 'chart-deadlines',
    title: 'Deadlines in the next 12 weeks',
    text: 'Open hard deadlines, by the week that starts on this day.',
    head: ['Week from', 'Deadlines'],
    bars: (report) =>
      deadlinesByWeek(report).map(({ week, count }) => ({
        label: phraseShortDay(week),
        value: count,
        list: { week },
        counts: [[count, { week }]],
      })),
  },
  {
    id: 'chart-aging',
    title: 'How long rotations stay in a step',
    text: 'Days in the current step, and how many rotations are in it. Half have been there no longer than the filled part, and nine in ten no longer than the bar.',
    head: ['Step', 'Rotations', 'Median days', '90th percentile'],
    bars: (report) =>
      agingByStage(report).map(({ stage, title, count, medianDays, p90Days }) => ({
        label: `${title} (${count})`,
        value: p90Days,
        part: medianDays,
        text: `${medianDays} / ${p90Days} d`,
        list: { step: stage },
        counts: [[count, { step: stage }], medianDays, p90Days],
      })),
  },
  {
    id: 'chart-letters',
    title: 'Letters received and planned',
    text: 'One letter per confirmed rotation, by the month it is due; the filled part is in ERAS.',
    head: ['Due in', 'Planned', 'Received', 'Not there yet'],
    bars: ({ rows }) =>
      lettersByMonth(rows).map(({ month: letters, planned, received }) => ({
        label: phraseMonth(letters),
        value: planned,
        part: received,
        text: `${received} of ${planned}`,
        list: { letters },
        counts: [
          [planned, { letters }],
          [received, { letters, arrived: 'yes' }],
          [planned - received, { letters, arrived: 'no' }],
        ],
      })),
  },
  {
    id: 'chart-followed',
    title: 'Emails followed by an update within 7 days',
    text: 'By how long before the date an email was sent. An update that follows an email may have another cause.',
    head: ['Sent', 'Emails', 'Followed by an update', 'Not followed'],
    bars: ({ rows }) =>
      followedByRungOf(rows).map(({ rung, sent, followed }) => ({
        label: rungWords(rung),
        value: sent,
        part: followed,
        text: `${followed} of ${sent}`,
        list: { rung },
        counts: [
          [sent, { rung }],
          [followed, { rung, followed: 'yes' }],
          [sent - followed, { rung, followed: 'no' }],
        ],
      })),
  },
];

export function charts(report: Report): Html {
  const cell = (count: ChartBar['counts'][number]) => {
    if (typeof count === 'number') return String(count);
    const [number, list] = count;
    return number === 0 ? '0' : link(listOf(report, list), String(number));
  };
  return html`<section aria-labelledby="charts"><h2 id="charts">Charts</h2>
<div class="charts">${CHARTS.map((chart) => {
    const bars = chart.bars(report).map(({ list, counts, ...bar }): Bar => {
      return { ...bar, href: listOf(report, list), cells: counts.map(cell) };
    });
    return barChart({ ...chart, bars });
  })}</div>
</section>`;
}

/** The report's charts, of the filtered rows; each bar links to its list, where there is one. */
import { type Html, html } from '#shared/base/html.ts';
import { phraseMonth, phraseShortDay } from '#shared/base/time/phrase.ts';
import type { Filters } from '#shared/cohort/report/filters.ts';
import { countOf } from '#shared/cohort/report/matches.ts';
import type { Report } from '#shared/cohort/report/report.ts';
import type { ReportRow } from '#shared/cohort/report/row.ts';
import {
  agingByStage,
  byCode,
  byLetterMonth,
  byRung,
  byWeek,
  FUNNEL_WORDS,
} from '#shared/cohort/report/things.ts';
import { codeWords } from '#shared/people/casework/codes.ts';
import { STAGES } from '#shared/plan/facts/stages.ts';
import { FURTHEST_STEPS } from '#shared/plan/rotation/track.ts';
import { type Bar, barChart } from './bar-chart.ts';
import { rungWords } from './filter-words.ts';
import { countedList, linkedCount } from './first-screen.ts';

interface Chart {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly tone?: 'late';
  readonly head: readonly string[];
  bars(report: Report, many: Counter): readonly ChartBar[];
}

/** Looks only among these rows, if given. */
type Counter = (list: Filters, among?: readonly ReportRow[]) => Many;

/** How many are on a list, and which list it is. */
interface Many {
  readonly count: number;
  readonly list: Filters;
}

interface ChartBar extends Omit<Bar, 'href' | 'cells'> {
  /** Where the bar leads, if not to the first of its cells. */
  readonly list?: Filters;
  /** One row of the table. */
  readonly cells: readonly (Many | number)[];
}

const CHARTS: readonly Chart[] = [
  {
    id: 'chart-reasons',
    title: 'Reasons for risk',
    text: 'Applicants by reason; the filled part is red or cannot be saved. What is held up by others is not counted.',
    tone: 'late',
    head: ['Reason', 'Red', 'Cannot be saved', 'Amber'],
    bars: ({ rows }, many) =>
      byCode(rows)
        .filter(([code]) => code !== 'X1')
        .map(([code, those]) => {
          const red = many({ code, risk: 'red' }, those);
          const lost = many({ code, risk: 'cannot-be-saved' }, those);
          const amber = many({ code, risk: 'amber' }, those);
          const all = many({ code, risk: 'red,cannot-be-saved,amber' }, those);
          return {
            label: codeWords([code]),
            value: all.count,
            part: red.count + lost.count,
            text: `${red.count} red, ${lost.count} lost, ${amber.count} amber`,
            list: all.list,
            cells: [red, lost, amber],
          };
        })
        .filter(({ value }) => value > 0)
        .toSorted((a, b) => b.value - a.value),
  },
  {
    id: 'chart-funnel',
    title: 'From the list to the assigned letter',
    text: 'Rotations that reached this step, and how many were lost before the next one.',
    head: ['Step', 'Reached', 'Lost here'],
    bars: (_, many) =>
      FURTHEST_STEPS.map((step) => {
        const reached = many({ funnel: step });
        const lost = many({ lost: step });
        return {
          label: FUNNEL_WORDS[step],
          value: reached.count,
          text: `${reached.count}${lost.count > 0 ? `, ${lost.count} lost` : ''}`,
          cells: [reached, lost],
        };
      }),
  },
  {
    id: 'chart-deadlines',
    title: 'Deadlines in the next 12 weeks',
    text: 'Open hard deadlines, by the week that starts on this day.',
    head: ['Week from', 'Deadlines'],
    bars: ({ rows, today }, many) =>
      byWeek(rows, today).map(([week, those]) => {
        const deadlines = many({ week }, those);
        return { label: phraseShortDay(week), value: deadlines.count, cells: [deadlines] };
      }),
  },
  {
    id: 'chart-aging',
    title: 'How long rotations stay in a step',
    text: 'Days in the current step, and how many rotations are in it. Half have been there no longer than the filled part, and nine in ten no longer than the bar.',
    head: ['Step', 'Rotations', 'Median days', '90th percentile'],
    bars: ({ rows, today }, many) =>
      agingByStage(rows, today).map(({ stage, medianDays, p90Days }) => {
        const there = many({ step: stage });
        return {
          label: `${STAGES[stage].title} (${there.count})`,
          value: p90Days,
          part: medianDays,
          text: `${medianDays} / ${p90Days} d`,
          cells: [there, medianDays, p90Days],
        };
      }),
  },
  {
    id: 'chart-letters',
    title: 'Letters received and planned',
    text: 'One letter per confirmed rotation, by the month it is due; the filled part is in ERAS.',
    head: ['Due in', 'Planned', 'Received', 'Not there yet'],
    bars: ({ rows }, many) =>
      byLetterMonth(rows).map(([letters, those]) =>
        partly(phraseMonth(letters), 'arrived', (more) => many({ letters, ...more }, those)),
      ),
  },
  {
    id: 'chart-followed',
    title: 'Emails followed by an update within 7 days',
    text: 'By how long before the date an email was sent. An update that follows an email may have another cause.',
    head: ['Sent', 'Emails', 'Followed by an update', 'Not followed'],
    bars: ({ rows }, many) =>
      byRung(rows).map(([rung, those]) =>
        partly(rungWords(rung), 'followed', (more) => many({ rung, ...more }, those)),
      ),
  },
];

/** Filled as far as this filter says yes. */
function partly(
  label: string,
  filter: 'arrived' | 'followed',
  many: (more: Filters) => Many,
): ChartBar {
  const all = many({});
  const done = many({ [filter]: 'yes' });
  return {
    label,
    value: all.count,
    part: done.count,
    text: `${done.count} of ${all.count}`,
    cells: [all, done, many({ [filter]: 'no' })],
  };
}

export function charts(report: Report): Html {
  const { rows, today } = report;
  const many: Counter = (list, among = rows) => ({
    count: countOf(list, { rows: among, today }),
    list,
  });
  const linked = ({ count, list }: Many) =>
    count === 0 ? '0' : linkedCount(report, list, String(count));
  return html`<section aria-labelledby="charts"><h2 id="charts">Charts</h2>
<div class="charts">${CHARTS.map((chart) => {
    const bars = chart.bars(report, many).map(({ list, cells, ...bar }): Bar => {
      const [first] = cells.filter((cell) => typeof cell !== 'number');
      const href = countedList(report, list ?? first?.list ?? {});
      return {
        ...bar,
        ...(href && { href }),
        cells: cells.map((cell) => (typeof cell === 'number' ? String(cell) : linked(cell))),
      };
    });
    return barChart({ ...chart, bars });
  })}</div>
</section>`;
}

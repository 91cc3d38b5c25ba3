/** The report's charts, of the filtered rows; each bar links to its list. */
import { type Html, html } from '#shared/base/html.ts';
import { phraseMonth, phraseShortDay } from '#shared/base/time/phrase.ts';
import type { Filters } from '#shared/cohort/report/filters.ts';
import { countOf } from '#shared/cohort/report/matches.ts';
import type { Report } from '#shared/cohort/report/report.ts';
import {
  agingByStage,
  FUNNEL_WORDS,
  letterMonths,
  rungsSent,
  weeksFrom,
} from '#shared/cohort/report/things.ts';
import { codeWords, RISK_CODES } from '#shared/people/casework/codes.ts';
import { STAGES } from '#shared/plan/facts/stages.ts';
import { FURTHEST_STEPS } from '#shared/plan/rotation/track.ts';
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
  bars(report: Report, many: (list: Filters) => Many): readonly ChartBar[];
}

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
    bars: (_, many) =>
      RISK_CODES.filter((code) => code !== 'X1')
        .map((code) => {
          const red = many({ code, risk: 'red' });
          const lost = many({ code, risk: 'cannot-be-saved' });
          const amber = many({ code, risk: 'amber' });
          return {
            label: codeWords([code]),
            value: red.count + lost.count + amber.count,
            part: red.count + lost.count,
            text: `${red.count} red, ${lost.count} lost, ${amber.count} amber`,
            list: { code },
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
    bars: ({ today }, many) =>
      weeksFrom(today).map((week) => {
        const deadlines = many({ week });
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
      letterMonths(rows).map((letters) =>
        partly(
          phraseMonth(letters),
          many({ letters }),
          many({ letters, arrived: 'yes' }),
          many({ letters, arrived: 'no' }),
        ),
      ),
  },
  {
    id: 'chart-followed',
    title: 'Emails followed by an update within 7 days',
    text: 'By how long before the date an email was sent. An update that follows an email may have another cause.',
    head: ['Sent', 'Emails', 'Followed by an update', 'Not followed'],
    bars: ({ rows }, many) =>
      rungsSent(rows).map((rung) =>
        partly(
          rungWords(rung),
          many({ rung }),
          many({ rung, followed: 'yes' }),
          many({ rung, followed: 'no' }),
        ),
      ),
  },
];

function partly(label: string, all: Many, done: Many, open: Many): ChartBar {
  return {
    label,
    value: all.count,
    part: done.count,
    text: `${done.count} of ${all.count}`,
    cells: [all, done, open],
  };
}

export function charts(report: Report): Html {
  const many = (list: Filters): Many => ({ count: countOf(list, report), list });
  const linked = ({ count, list }: Many) =>
    count === 0 ? '0' : link(listOf(report, list), String(count));
  return html`<section aria-labelledby="charts"><h2 id="charts">Charts</h2>
<div class="charts">${CHARTS.map((chart) => {
    const bars = chart.bars(report, many).map(({ list, cells, ...bar }): Bar => {
      const [first] = cells.filter((cell) => typeof cell !== 'number');
      return {
        ...bar,
        href: listOf(report, list ?? first?.list ?? {}),
        cells: cells.map((cell) => (typeof cell === 'number' ? String(cell) : linked(cell))),
      };
    });
    return barChart({ ...chart, bars });
  })}</div>
</section>`;
}

/** The report's charts, of the filtered rows; each bar links to its list. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { cohortPath } from '#shared/base/links/advisor-paths.ts';
import { phraseMonth, phraseShortDay } from '#shared/base/time/phrase.ts';
import {
  ageingByStage,
  deadlinesByWeek,
  followedByRungOf,
  lettersByMonth,
  reasonsOf,
  sumOf,
} from '#shared/cohort/report/chart-data.ts';
import { type Filters, narrowed, writeQuery } from '#shared/cohort/report/filters.ts';
import { FUNNEL_WORDS, funnelOf } from '#shared/cohort/report/funnel.ts';
import type { Report } from '#shared/cohort/report/report.ts';
import { RISK_WORDS } from '#shared/people/casework/codes.ts';
import { type BarChart, barChart, type Cell } from './bar-chart.ts';
import { rungWords } from './filter-words.ts';

export function charts(report: Report): Html {
  return html`<section aria-labelledby="charts"><h2 id="charts">Charts</h2>
<div class="charts">${[reasons, funnel, deadlines, ageing, letters, followed].map((chart) => barChart(chart(report)))}</div>
</section>`;
}

function reasons(report: Report): BarChart {
  const found = reasonsOf(report.rows);
  return {
    id: 'chart-reasons',
    title: 'Reasons for risk',
    text: 'Applicants by reason; the filled part is red or cannot be saved. What is blocked outside is not counted.',
    tone: 'late',
    bars: found.map((each) => ({
      label: `${each.code} ${RISK_WORDS[each.code]}`,
      value: sumOf(each),
      part: each.red + each.lost,
      text: `${each.red} red, ${each.lost} lost, ${each.amber} amber`,
      href: to(report, { code: each.code }),
    })),
    table: {
      head: ['Reason', 'Red', 'Cannot be saved', 'Amber'],
      rows: found.map(({ code, red, lost, amber }) => [
        `${code} ${RISK_WORDS[code]}`,
        link(report, red, { code, risk: 'red' }),
        link(report, lost, { code, risk: 'cannot-be-saved' }),
        link(report, amber, { code, risk: 'amber' }),
      ]),
    },
  };
}

function funnel(report: Report): BarChart {
  const found = funnelOf(report.rows);
  return {
    id: 'chart-funnel',
    title: 'From the list to the assigned letter',
    text: 'Rotations that reached this step, and how many were lost before the next one.',
    bars: found.map(({ step, reached, lost }) => ({
      label: FUNNEL_WORDS[step],
      value: reached,
      text: lost > 0 ? `${reached}, ${lost} lost` : String(reached),
      href: to(report, { funnel: step }),
    })),
    table: {
      head: ['Step', 'Reached', 'Lost here'],
      rows: found.map(({ step, reached, lost }) => [
        FUNNEL_WORDS[step],
        link(report, reached, { funnel: step }),
        link(report, lost, { lost: step }),
      ]),
    },
  };
}

function deadlines(report: Report): BarChart {
  const found = deadlinesByWeek(report);
  return {
    id: 'chart-deadlines',
    title: 'Deadlines in the next 12 weeks',
    text: 'Open hard deadlines, by the week that starts on this day.',
    bars: found.map(({ week, count }) => ({
      label: phraseShortDay(week),
      value: count,
      href: to(report, { week }),
    })),
    table: {
      head: ['Week from', 'Deadlines'],
      rows: found.map(({ week, count }) => [phraseShortDay(week), link(report, count, { week })]),
    },
  };
}

function ageing(report: Report): BarChart {
  const found = ageingByStage(report);
  return {
    id: 'chart-ageing',
    title: 'How long rotations stay in a step',
    text: 'Days in the current step, and how many rotations are in it. Half have been there no longer than the filled part, and nine in ten no longer than the bar.',
    bars: found.map(({ stage, title, count, medianDays, p90Days }) => ({
      label: `${title} (${count})`,
      value: p90Days,
      part: medianDays,
      text: `${medianDays} / ${p90Days} d`,
      href: to(report, { step: stage }),
    })),
    table: {
      head: ['Step', 'Rotations', 'Median days', '90th percentile'],
      rows: found.map(({ stage, title, count, medianDays, p90Days }) => [
        title,
        link(report, count, { step: stage }),
        String(medianDays),
        String(p90Days),
      ]),
    },
  };
}

function letters(report: Report): BarChart {
  const found = lettersByMonth(report.rows);
  return {
    id: 'chart-letters',
    title: 'Letters received and planned',
    text: 'One letter per confirmed rotation, by the month it is due; the filled part is in ERAS.',
    bars: found.map(({ month, planned, received }) => ({
      label: phraseMonth(month),
      value: planned,
      part: received,
      text: `${received} of ${planned}`,
      href: to(report, { letters: month }),
    })),
    table: {
      head: ['Due in', 'Planned', 'Received', 'Not there yet'],
      rows: found.map(({ month, planned, received }) => [
        phraseMonth(month),
        link(report, planned, { letters: month }),
        link(report, received, { letters: month, arrived: 'yes' }),
        link(report, planned - received, { letters: month, arrived: 'no' }),
      ]),
    },
  };
}

function followed(report: Report): BarChart {
  const found = followedByRungOf(report.rows);
  return {
    id: 'chart-followed',
    title: 'Emails followed by an update within 7 days',
    text: 'By how long before the date an email was sent. An update that follows an email may have another cause.',
    bars: found.map(({ rung, sent, followed: acted }) => ({
      label: rungWords(rung),
      value: sent,
      part: acted,
      text: `${acted} of ${sent}`,
      href: to(report, { rung }),
    })),
    table: {
      head: ['Sent', 'Emails', 'Followed by an update', 'Not followed'],
      rows: found.map(({ rung, sent, followed: acted }) => [
        rungWords(rung),
        link(report, sent, { rung }),
        link(report, acted, { rung, followed: 'yes' }),
        link(report, sent - acted, { rung, followed: 'no' }),
      ]),
    },
  };
}

function link(report: Report, count: number, filters: Filters): Cell {
  return count === 0 ? '0' : { text: String(count), href: to(report, filters) };
}

function to({ cohort, query }: Report, filters: Filters): string {
  return `${cohortPath(cohort.id)}${writeQuery(narrowed(query, filters))}#people`;
}

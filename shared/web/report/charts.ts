/** The report's charts: few, of the rows that the filters let through, each bar a way to its list. */
import { html } from 'hono/html';
import {
  ageingByStage,
  deadlinesByWeek,
  followedByRungOf,
  lettersByMonth,
  reasonsOf,
} from '../../cohort/report/chart-data.ts';
import { type Filters, narrowed, writeQuery } from '../../cohort/report/filters.ts';
import { FUNNEL_WORDS, funnelOf } from '../../cohort/report/funnel.ts';
import type { Report } from '../../cohort/report/report.ts';
import { RISK_WORDS } from '../../cohort/risk/codes.ts';
import type { Html } from '../../html.ts';
import { cohortPath } from '../../links/advisor-paths.ts';
import { phraseMonth, phraseShortDay } from '../../time/phrase.ts';
import { type BarChart, barChart } from './bar-chart.ts';

export function charts(report: Report): Html {
  return html`<section aria-labelledby="charts"><h2 id="charts">Charts</h2>
<div class="charts">${[reasons, funnel, deadlines, ageing, letters, followed].map((chart) => barChart(chart(report)))}</div>
</section>`;
}

function reasons(report: Report): BarChart {
  const found = reasonsOf(report.rows);
  const words = ({ red, amber }: (typeof found)[number]) => `${red} red, ${amber} amber`;
  return {
    id: 'chart-reasons',
    title: 'Reasons of risk',
    says: 'Applicants by reason, the red ones filled. What is blocked outside is not counted.',
    tone: 'late',
    bars: found.map((each) => ({
      label: `${each.code} ${RISK_WORDS[each.code]}`,
      value: each.red + each.amber,
      part: each.red,
      says: words(each),
      href: to(report, { code: each.code }),
    })),
    table: {
      head: ['Reason', 'Red', 'Amber'],
      rows: found.map(({ code, red, amber }) => [
        `${code} ${RISK_WORDS[code]}`,
        String(red),
        String(amber),
      ]),
    },
  };
}

function funnel(report: Report): BarChart {
  const found = funnelOf(report.rows);
  return {
    id: 'chart-funnel',
    title: 'From the list to the assigned letter',
    says: 'Rotations that came at least this far, and how many were lost before the next step.',
    bars: found.map(({ step, reached, lost }) => ({
      label: FUNNEL_WORDS[step],
      value: reached,
      says: lost > 0 ? `${reached}, ${lost} lost` : String(reached),
      href: to(report, { funnel: step }),
    })),
    table: {
      head: ['Step', 'Reached', 'Lost here'],
      rows: found.map(({ step, reached, lost }) => [
        FUNNEL_WORDS[step],
        String(reached),
        String(lost),
      ]),
    },
  };
}

function deadlines(report: Report): BarChart {
  const found = deadlinesByWeek(report);
  return {
    id: 'chart-deadlines',
    title: 'Deadlines in the next 12 weeks',
    says: 'Hard dates that are open, by the week that begins on this day.',
    bars: found.map(({ week, count }) => ({
      label: phraseShortDay(week),
      value: count,
      href: to(report, { week }),
    })),
    table: {
      head: ['Week from', 'Deadlines'],
      rows: found.map(({ week, count }) => [phraseShortDay(week), String(count)]),
    },
  };
}

function ageing(report: Report): BarChart {
  const found = ageingByStage(report);
  return {
    id: 'chart-ageing',
    title: 'How long rotations stay in a step',
    says: 'Days in the present step: nine of ten are there no longer than the bar, half no longer than its filled part.',
    bars: found.map(({ stage, title, medianDays, p90Days }) => ({
      label: title,
      value: p90Days,
      part: medianDays,
      says: `${medianDays} / ${p90Days} d`,
      href: to(report, { step: stage }),
    })),
    table: {
      head: ['Step', 'Rotations', 'Median days', '90th percentile'],
      rows: found.map(({ title, count, medianDays, p90Days }) => [
        title,
        String(count),
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
    title: 'Letters received, against the plan',
    says: 'One letter a confirmed rotation, by the month in which it is due; those in ERAS filled.',
    bars: found.map(({ month, planned, received }) => ({
      label: phraseMonth(month),
      value: planned,
      part: received,
      says: `${received} of ${planned}`,
      href: to(report, { letters: month }),
    })),
    table: {
      head: ['Due in', 'Planned', 'Received'],
      rows: found.map(({ month, planned, received }) => [
        phraseMonth(month),
        String(planned),
        String(received),
      ]),
    },
  };
}

function followed(report: Report): BarChart {
  const found = followedByRungOf(report.rows);
  return {
    id: 'chart-followed',
    title: 'Mails followed by an update within 7 days',
    says: 'By how long before the date a mail was sent. Followed by, not caused by: who acts after a mail might have acted without it.',
    bars: found.map(({ rung, sent, followed: acted }) => ({
      label: rungWords(rung),
      value: sent,
      part: acted,
      says: `${acted} of ${sent}`,
    })),
    table: {
      head: ['Sent', 'Mails', 'Followed by an update'],
      rows: found.map(({ rung, sent, followed: acted }) => [
        rungWords(rung),
        String(sent),
        String(acted),
      ]),
    },
  };
}

function rungWords(rung: string): string {
  if (rung === 'opens') return 'on its first day';
  if (rung === '0') return 'on the day';
  const days = rung.replace('+', '');
  const unit = days === '1' ? 'day' : 'days';
  return rung.startsWith('+') ? `${days} ${unit} after` : `${days} ${unit} before`;
}

function to({ cohort, query }: Report, filters: Filters): string {
  return `${cohortPath(cohort.id)}${writeQuery(narrowed(query, filters))}#people`;
}

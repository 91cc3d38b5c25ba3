/** The report as one file, with its style sheet and all applicants; its links lead to the server. */
import { html, raw } from 'hono/html';
import { written } from '#shared/base/html.ts';
import type { Report } from '#shared/cohort/report/report.ts';
import { STYLE_SHEET } from '../style.ts';
import { charts } from './charts.ts';
import { figures } from './figures.ts';
import { reportHeader } from './header.ts';
import { hostsTable, writersTable } from './other-views.ts';
import { people } from './people-section.ts';

/** @param zone the reader's time zone */
export function reportFile(report: Report, zone: string, baseUrl: string): string {
  const whole: Report = { ...report, shown: report.rows, page: 1, pages: 1 };
  return written(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<base href="${baseUrl}">
<title>${report.cohort.name}: report · Away Rotations</title>
<style>${raw(STYLE_SHEET)}</style>
</head>
<body>
<header>Away Rotations</header>
<main><div class="wide">
${reportHeader(whole, zone)}
${figures(whole)}
${people(whole)}
${writersTable(whole)}
${hostsTable(whole)}
${charts(whole)}
</div></main>
</body>
</html>
`);
}

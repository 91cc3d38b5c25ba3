/** A simulated season as one page to look at: its figures, its emails a week, one applicant's life in it. */
import { html, raw, written } from '#shared/base/html.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import type { Chronicle } from '../chronicle.ts';
import { FORBIDDEN, failingsOf, type Outcome } from '../outcome.ts';
import { lifeChart } from './life-chart.ts';
import { weeksChart } from './weeks-chart.ts';

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 1rem auto; padding: 0 1rem; }
svg { max-width: 100%; height: auto; font-size: 12px; fill: currentColor; }
th { text-align: left; font-weight: normal; padding-right: 2rem; }
td { text-align: right; }
.key { margin-right: 1rem; white-space: nowrap; }
.digest, .identify { fill: #4477aa; } .urgent, .documents { fill: #ee6677; }
.link, .apply { fill: #ccbb44; } .correction, .rotate { fill: #228833; }
.request-letter { fill: #aa3377; } .letter-received { fill: #66ccee; } .closed { fill: #999999; }
.act, .email { stroke: currentColor; stroke-width: 1; }
`;

/** @param chronicles one a village; the first one's applicant is drawn */
export function seasonPage(
  outcome: Outcome,
  chronicles: readonly Chronicle[],
  start: Instant,
  end: Instant,
): string {
  const [first] = chronicles;
  const failings = failingsOf(outcome);
  const verdict =
    failings.length === 0
      ? `Passed: none of ${FORBIDDEN.join(', ')}.`
      : `Failed: ${failings.join(', ')}.`;
  return written(html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>A simulated season</title><style>${raw(STYLE)}</style></head>
<body>
<h1>Season ${outcome.season}, ${outcome.applicants} applicants, seed ${outcome.seed}</h1>
<p>${verdict}</p>
<h2>Emails a week</h2>
${weeksChart(weeksOf(chronicles))}
${first ? html`<h2>The season of ${first.life.name}</h2>${lifeChart(first.life, start, end)}` : ''}
<h2>Figures</h2>
<table>${Object.entries(outcome).map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</table>
</body>
</html>
`);
}

function weeksOf(chronicles: readonly Chronicle[]): Record<string, number[]> {
  const weeks: Record<string, number[]> = {};
  for (const chronicle of chronicles) {
    for (const [stream, counts] of Object.entries(chronicle.weeks)) {
      const sums = weeks[stream] ?? counts.map(() => 0);
      weeks[stream] = counts.map((count, week) => count + (sums[week] ?? 0));
    }
  }
  return weeks;
}

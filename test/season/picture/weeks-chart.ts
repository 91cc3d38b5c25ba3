/** Emails that left in each week, stacked by kind. */
import { type Html, html } from '#shared/base/html.ts';
import { HEIGHT, LEFT, WIDTH, xOf } from './frame.ts';

export function weeksChart(weeks: Readonly<Record<string, readonly number[]>>): Html {
  const streams = Object.keys(weeks).toSorted();
  const length = Math.max(1, ...streams.map((stream) => weeks[stream]?.length ?? 0));
  const totals = Array.from({ length }, (_, week) =>
    streams.reduce((sum, stream) => sum + (weeks[stream]?.[week] ?? 0), 0),
  );
  const most = Math.max(1, ...totals);
  const busiest = totals.indexOf(most);
  const yOf = (emails: number): number => Math.round((emails / most) * (HEIGHT - 40));
  const barWidth = Math.max(1, (WIDTH - LEFT) / length - 2);
  const bars = totals.flatMap((_, week) => {
    let below = 0;
    return streams.map((stream) => {
      const emails = weeks[stream]?.[week] ?? 0;
      below += emails;
      const title = `week ${week + 1}: ${emails} ${stream}`;
      return html`<rect class="${stream}" x="${xOf(week / length)}" y="${HEIGHT - 20 - yOf(below)}" width="${barWidth}" height="${yOf(emails)}"><title>${title}</title></rect>`;
    });
  });
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Emails a week by kind">
${bars}
<text x="${xOf(busiest / length)}" y="14">${most} in week ${busiest + 1}</text>
<text x="${LEFT}" y="${HEIGHT - 4}">week 1</text><text x="${WIDTH - 60}" y="${HEIGHT - 4}">week ${length}</text>
</svg>
<p>${streams.map((stream) => {
    const emails = (weeks[stream] ?? []).reduce((sum, each) => sum + each, 0);
    return html`<span class="key"><svg width="12" height="12" aria-hidden="true"><rect class="${stream}" width="12" height="12"/></svg> ${stream}: ${emails}</span> `;
  })}</p>`;
}

/** One applicant's season: a lane a rotation, drawn by stage; beneath it what they reported and what they were emailed. */
import { type Html, html } from '#shared/base/html.ts';
import { type Instant, msBetween } from '#shared/base/time/instant.ts';
import { STAGES } from '#shared/plan/facts/stages.ts';
import type { Life } from '../chronicle.ts';
import { LEFT, WIDTH, xOf } from './frame.ts';

const LANE = 26;

export function lifeChart(
  { name, rotations, emails, acts }: Life,
  start: Instant,
  end: Instant,
): Html {
  const at = (moment: Instant): number => xOf(msBetween(start, moment) / msBetween(start, end));
  const ends = rotations.length * LANE;
  const lanes = rotations.map(({ host, stages }, lane) => {
    const segments = stages.map(({ stage, from }, index) => {
      const x = at(from);
      const until = stages[index + 1]?.from ?? end;
      const width = Math.max(1, at(until) - x);
      return html`<rect class="stage ${stage}" x="${x}" y="${lane * LANE + 3}" width="${width}" height="${LANE - 8}"><title>${STAGES[stage].title} from ${from.slice(0, 10)}</title></rect>`;
    });
    return html`<text x="0" y="${lane * LANE + 16}">${host.slice(0, 24)}</text>${segments}`;
  });
  const marks = (moments: readonly Instant[], row: number, kind: string): Html[] =>
    moments.map((moment) => {
      const y = ends + row * LANE;
      return html`<path class="${kind}" d="M${at(moment)} ${y + 4}v${LANE - 10}"/>`;
    });
  return html`<svg viewBox="0 0 ${WIDTH} ${ends + 2 * LANE + 20}" role="img" aria-label="The season of ${name}">
${lanes}
<text x="0" y="${ends + 16}">${acts.length} reports</text>${marks(acts, 0, 'act')}
<text x="0" y="${ends + LANE + 16}">${emails.length} emails</text>${marks(
    emails.map((email) => email.at),
    1,
    'email',
  )}
<text x="${LEFT}" y="${ends + 2 * LANE + 14}">${start.slice(0, 10)}</text>
<text x="${WIDTH - 80}" y="${ends + 2 * LANE + 14}">${end.slice(0, 10)}</text>
</svg>
<p>${Object.entries(STAGES).map(
    ([stage, { title }]) =>
      html`<span class="key"><svg width="12" height="12" aria-hidden="true"><rect class="stage ${stage}" width="12" height="12"/></svg> ${title}</span> `,
  )}</p>`;
}

/** What else is open: at most five lines, one for each rotation. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { daysBetween } from '#shared/base/time/day.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { urlOf } from '#shared/words/answer-link.ts';
import { type Occasion, shownDay } from '#shared/words/occasions.ts';
import { rotationsTogether } from '#shared/words/together.ts';
import { list, section } from '../../components.ts';
import type { PageView } from '../person-page.ts';
import { whenWords } from '../when.ts';
import { openNow } from './next-action.ts';

const LINES_MAX = 5;
const MONTH_DAYS = 31;
/** Where nothing is due within a month. */
const AHEAD_MAX = 2;

/** @param above how many of what is open have a section of their own */
export function thisMonth(
  view: PageView,
  occasions: readonly Occasion[],
  above: number,
): Html | string {
  const { profile, rotations } = view.applicant.facts;
  const today = dayIn(profile.zone, view.now);
  const open = openNow(view, occasions);
  const putOff = occasions.length - open.length;
  const lines = rotationsTogether(
    open.slice(above).map((occasion) => ({ occasion })),
    rotations,
  );
  const soon = lines.filter(({ occasion }) => daysBetween(today, shownDay(occasion)) <= MONTH_DAYS);
  const shown = soon.length > 0 ? soon.slice(0, LINES_MAX) : lines.slice(0, AHEAD_MAX);
  if (shown.length + putOff === 0) return '';
  return section(
    'month',
    soon.length > 0 ? 'This month' : 'Coming up',
    html`${list(
      shown.map(
        ({ occasion }) =>
          html`<a href="${urlOf(occasion, view.paths)}">${occasion.words.title}</a><br><span class="quiet">${whenWords(occasion, view)}</span>`,
      ),
    )}
${lines.length > shown.length ? html`<p class="quiet">And ${lines.length - shown.length} more with your rotations.</p>` : ''}
${putOff > 0 ? html`<p><a class="target" href="${view.paths.you}#put-off">${putOff} put off</a></p>` : ''}`,
  );
}

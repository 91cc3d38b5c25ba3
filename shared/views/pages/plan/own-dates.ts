/** The days of a plan’s own rotations and of what each still needs, the next one first. */

import { type Html, html } from '#shared/base/html.ts';
import type { Day } from '#shared/base/time/day.ts';
import { phraseDay, phraseDistance } from '#shared/base/time/phrase.ts';
import { firstOf, section } from '../../components.ts';
import type { PageView } from '../person-page.ts';
import { phraseDates } from '../rotation-words.ts';
import { status } from '../status.ts';
import { type Pin, seasonLanes } from './season-lanes.ts';

const NEEDED: Readonly<Record<Pin['what'], string>> = {
  visa: 'visa or ESTA',
  papers: 'papers',
  letter: 'letter',
};

interface Line {
  readonly day: Day;
  readonly until: Day;
  readonly what: Html;
  readonly isLate: boolean;
  readonly isEstimated?: boolean;
}

/** Empty where no rotation has a day ahead. */
export function ownDates({ applicant: { facts }, world, now, paths }: PageView): Html | '' {
  const { lanes, today } = seasonLanes(facts, world, now);
  const lines = lanes.flatMap(({ rotationId, name, dates, pins }): Line[] => {
    const own = html`<a href="${paths.rotation(rotationId)}">${name}</a>`;
    const needs = pins.map((pin) => {
      const { what, day } = pin;
      return { ...pin, until: day, what: html`${own}: ${NEEDED[what]}` };
    });
    const { start, end } = dates ?? {};
    return start && end ? [...needs, { day: start, until: end, what: own, isLate: false }] : needs;
  });
  const ahead = lines
    .filter(({ until, isLate }) => isLate || until >= today)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  if (ahead.length === 0) return '';
  const shown = ahead.map((line) => lineOf(line, today));
  return section('dates', 'Your dates', firstOf(shown, { phone: 4, desk: 12 }));
}

function lineOf({ day, until, what, isLate, isEstimated = false }: Line, today: Day): Html {
  const days = day === until ? phraseDay(day) : phraseDates({ start: day, end: until });
  const when = `${days}, ${phraseDistance(today, day)}${isEstimated ? ' (estimated)' : ''}`;
  return html`${what}<br>${isLate ? status('late', when) : html`<span class="hint">${when}</span>`}`;
}

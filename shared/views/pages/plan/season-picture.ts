/** The season as a small SVG for a phone, with the same content as a table below it. */
import { html } from 'hono/html';
import {
  type Lane,
  type LaneState,
  type Mark,
  type SeasonLanes,
  seasonLanes,
} from '#shared/agenda/plan-file/season-lanes.ts';
import { viewOf } from '#shared/agenda/view.ts';
import { capital } from '#shared/base/capital.ts';
import type { Html } from '#shared/base/html.ts';
import { type Day, daysBetween, LAST_DAY, partsOf, plusMonths } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { wordsOf } from '#shared/words/matters/matter-words.ts';
import { certaintyWords } from '#shared/world/source-words.ts';
import type { PageView } from '../person-page.ts';
import { status } from '../status.ts';

/** A phone's width; a wider screen enlarges it. */
const WIDTH = 360;
const LEFT = 4;
const RIGHT = WIDTH - 4;
const HEAD = 28;
const LANE_HEIGHT = 36;
const MARK_HEIGHT = 18;
const LETTER_WIDTH = 5.2;
const NAME_LETTERS_MAX = 46;

/** Patterns, not colors, tell states apart, and so do the words beside the bars. */
const PATTERNS: Readonly<Record<LaneState, { readonly fill: string; readonly classes: string }>> = {
  wanted: { fill: 'none', classes: 'lane dashed' },
  applied: { fill: 'url(#hatch)', classes: 'lane' },
  confirmed: { fill: '', classes: 'lane ink' },
  done: { fill: 'url(#dots)', classes: 'lane' },
};

export function seasonPicture(view: PageView): Html {
  const { facts } = view.applicant;
  const season = seasonLanes(facts, view.world, view.now);
  const hasSafeDays = season.lanes.some(({ next }) => next !== undefined);
  return html`${svg(season)}
${hasSafeDays ? html`<p class="hint">A diamond marks the day of the next step. Open circles are estimated dates; filled circles are official.</p>` : ''}
${pictureTable(season, view)}`;
}

function svg(season: SeasonLanes): Html {
  const { from, to, today, lanes, marks } = season;
  const x = scale(from, to);
  const marksTop = HEAD + lanes.length * LANE_HEIGHT;
  const height = marksTop + marks.length * MARK_HEIGHT + 22;
  return html`<svg class="season" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="season-title season-says">
<title id="season-title">Your rotations and the season’s dates, by month</title>
<desc id="season-says">The tables below show everything in this picture.</desc>
<defs>
<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="5" class="ink"/></pattern>
<pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse"><circle cx="2.5" cy="2.5" r="1.4" class="ink"/></pattern>
</defs>
${months(from, to, height)}
${lanes.map((lane, index) => laneMarkup(lane, HEAD + index * LANE_HEIGHT, x))}
${marks.map((mark, index) => markMarkup(mark, marksTop + index * MARK_HEIGHT + 12, x))}
<line class="today" x1="${x(today)}" x2="${x(today)}" y1="${HEAD - 6}" y2="${height - 18}"/>
${label('today', x(today), height - 6, 'middle')}
</svg>`;
}

type Scale = (day: Day) => number;

function scale(from: Day, to: Day): Scale {
  const days = Math.max(1, daysBetween(from, to));
  return (day) => {
    const share = Math.min(1, Math.max(0, daysBetween(from, day) / days));
    return Math.round((LEFT + share * (RIGHT - LEFT)) * 10) / 10;
  };
}

function months(from: Day, to: Day, height: number): Html[] {
  const x = scale(from, to);
  const count = Math.round(daysBetween(from, to) / 30.44);
  return Array.from({ length: count }, (_, index) => {
    const first = plusMonths(from, index);
    const { year, month } = partsOf(first);
    const middle = (x(first) + x(plusMonths(first, 1))) / 2;
    return html`<line class="grid" x1="${x(first)}" x2="${x(first)}" y1="${HEAD - 8}" y2="${height - 18}"/>
${label('JFMAMJJASOND'.charAt(month - 1), middle, HEAD - 10, 'middle')}
${month === 1 || index === 0 ? label(String(year), x(first) + 2, 8, 'start') : ''}
`;
  });
}

function laneMarkup({ name, state, dates, next }: Lane, top: number, x: Scale): Html {
  const short = name.length > NAME_LETTERS_MAX ? `${name.slice(0, NAME_LETTERS_MAX - 1)}…` : name;
  const words = `${short}: ${state}${dates ? '' : ', no dates yet'}`;
  const nameStart = dates ? x(dates.start) : LEFT;
  return html`<g>${fitted(words, nameStart, top + 10)}
${dates ? html`<rect class="${PATTERNS[state].classes}" fill="${PATTERNS[state].fill}" x="${x(dates.start)}" y="${top + 15}" width="${Math.max(4, x(dates.end) - x(dates.start))}" height="12" rx="2"/>` : ''}
${next ? html`<path class="${next.isLate ? 'safe late' : 'safe'}" d="M${x(next.day)} ${top + 15}l4 6l-4 6l-4-6z"/>` : ''}
</g>
`;
}

function markMarkup({ label: words, day, certainty }: Mark, y: number, x: Scale): Html {
  const isEstimated = certainty === 'estimated';
  const at = x(day);
  const text = `${words}${isEstimated ? ' (estimated)' : ''}`;
  const isLeft = at > WIDTH / 2;
  return html`<circle class="${isEstimated ? 'mark open' : 'mark'}" cx="${at}" cy="${y - 3.5}" r="4"/>
${label(text, isLeft ? at - 8 : at + 8, y, isLeft ? 'end' : 'start')}
`;
}

/** Beside its bar, but never past the picture's edge. */
function fitted(text: string, start: number, y: number): Html {
  const width = text.length * LETTER_WIDTH;
  return label(text, Math.max(LEFT, Math.min(start, RIGHT - width)), y, 'start');
}

function label(text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end'): Html {
  const kept = anchor === 'middle' ? Math.min(RIGHT - 14, Math.max(LEFT + 14, x)) : x;
  return html`<text x="${kept}" y="${y}" text-anchor="${anchor}">${text}</text>`;
}

/** By day; what has no day comes last. */
function pictureTable({ lanes, marks, today }: SeasonLanes, view: PageView): Html {
  const rows = [
    ...lanes.flatMap((lane) => laneRows(lane, view)),
    ...marks.map(({ label: words, day, certainty }) => ({
      day,
      row: tableRow(capital(words), phraseDay(day), certaintyWords(certainty, 'applicant')),
    })),
    { day: today, row: tableRow('Today', phraseDay(today), '') },
  ].toSorted((a, b) => ((a.day ?? LAST_DAY) < (b.day ?? LAST_DAY) ? -1 : 1));
  return html`<table><caption>The picture in words, by day</caption>
<thead><tr><th scope="col">What</th><th scope="col">When</th><th scope="col">Status</th></tr></thead>
<tbody>${rows.map(({ row }) => row)}</tbody></table>`;
}

function laneRows(
  { rotationId, name, state, dates, next }: Lane,
  { paths, applicant, world }: PageView,
) {
  const link = html`<a href="${paths.rotation(rotationId)}">${name}</a>`;
  const when = dates ? `${phraseDay(dates.start)} to ${phraseDay(dates.end)}` : 'no dates yet';
  const late = status('late', 'this day has passed');
  return [
    { day: dates?.start, row: tableRow(link, when, state) },
    ...(next
      ? [
          {
            day: next.day,
            row: tableRow(
              html`${next.day === next.matter.due?.day ? 'Due' : 'Start'}: ${wordsOf(next.matter, viewOf(applicant.facts, world)).title}`,
              phraseDay(next.day),
              next.isLate ? late : 'next step',
            ),
          },
        ]
      : []),
  ];
}

function tableRow(what: Html | string, when: string, state: Html | string): Html {
  return html`<tr><th scope="row">${what}</th><td>${when}</td><td>${state}</td></tr>`;
}

/** The season as a picture, in one size for a phone and one for a desktop, and the same content in a table below. */
import { viewOf } from '#shared/agenda/matter.ts';
import { type Html, html } from '#shared/base/html.ts';
import { capital } from '#shared/base/sentence.ts';
import {
  type Day,
  daysBetween,
  earliest,
  LAST_DAY,
  latest,
  partsOf,
  plusMonths,
} from '#shared/base/time/day.ts';
import { phraseDay, phraseShortDay } from '#shared/base/time/phrase.ts';
import { wordsOf } from '#shared/words/matters/matter-words.ts';
import { certaintyWords } from '#shared/world/provenance.ts';
import { missingSeason } from '#shared/world/season/season.ts';
import { fold, link, table } from '../../components.ts';
import type { PageView } from '../person-page.ts';
import { status } from '../status.ts';
import {
  type DrawnLane,
  firstOfMonth,
  type Lane,
  type SeasonLanes,
  seasonLanes,
} from './season-lanes.ts';

/** The whole season on a desktop; its next months on a phone. Letters are 12 px high in both. */
const FRAMES = { year: { width: 690 }, half: { width: 326, months: 6, monthsMost: 12 } } as const;
type FrameName = keyof typeof FRAMES;

const EDGE = 4;
const HEAD = 36;
const LANE_HEIGHT = 42;
const MARK_HEIGHT = 18;
/** Wide enough for any font, so that no text runs over the edge. */
const LETTER_WIDTH = 7;
const PIN_WIDTH = 16;

/** Patterns, not colors, tell states apart, and so do the words beside the bars. */
const PATTERNS: Readonly<
  Record<Lane['state'], { readonly fill: string; readonly classes: string }>
> = {
  listed: { fill: 'none', classes: 'lane dashed' },
  applied: { fill: 'hatch', classes: 'lane' },
  confirmed: { fill: '', classes: 'lane ink' },
  done: { fill: 'dots', classes: 'lane' },
};

export function seasonPicture(view: PageView): Html {
  const { facts } = view.applicant;
  const season = seasonLanes(facts, view.world, view.now);
  const pins = season.lanes.some((lane) => lane.pins.length > 0);
  const estimates = missingSeason(view.world.season(facts.profile.matchYear));
  return html`${seasonDrawing(season)}
<p class="hint">${pins ? 'V visa or ESTA, P papers, L letter. ' : ''}${estimates ?? 'Open circles are estimates.'}</p>
${fold('The picture in words', html`${pictureTable(season, view)}<p>${link(view.paths.calendar, 'Every date and its source')}</p>`)}`;
}

/** Drawn twice: at a phone's width and at a desktop's. */
export function seasonDrawing(season: SeasonLanes): Html {
  return html`${svg('half', season)}${svg('year', season)}`;
}

interface Frame {
  readonly name: FrameName;
  readonly width: number;
  readonly from: Day;
  readonly to: Day;
}

function svg(name: FrameName, season: SeasonLanes): Html {
  const frame = frameOf(name, season);
  const { width, from, to } = frame;
  const { today, lanes } = season;
  const marks = season.marks.filter(({ day }) => day >= from && day < to);
  const x = scale(frame);
  const marksTop = HEAD + lanes.length * LANE_HEIGHT;
  const height = marksTop + marks.length * MARK_HEIGHT + 22;
  const id = `season-${name}`;
  return html`<svg class="season ${name}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title">
<title id="${id}-title">Rotations and the season’s dates, by month</title>
<defs>
<pattern id="hatch-${name}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="5" class="ink"/></pattern>
<pattern id="dots-${name}" width="5" height="5" patternUnits="userSpaceOnUse"><circle cx="2.5" cy="2.5" r="1.4" class="ink"/></pattern>
</defs>
${months(frame, height)}
<line class="today" x1="${x(today)}" x2="${x(today)}" y1="${HEAD - 6}" y2="${height - 18}"/>
${lanes.map((lane, index) => laneMarkup(lane, HEAD + index * LANE_HEIGHT, frame))}
${marks.map((mark, index) => markMarkup(mark, marksTop + index * MARK_HEIGHT + 12, frame))}
${label('today', x(today), height - 5, 'middle', width)}
</svg>`;
}

/** Empty months would make an empty picture, so a phone's extends to the first thing ahead. */
function frameOf(name: FrameName, { from, to, today, lanes, marks }: SeasonLanes): Frame {
  const { width } = FRAMES[name];
  if (name === 'year') return { name, width, from, to };
  const first = firstOfMonth(today);
  const { months, monthsMost } = FRAMES.half;
  const last = plusMonths(first, monthsMost);
  const days = [...lanes.flatMap(({ dates }) => dates?.end ?? []), ...marks.map(({ day }) => day)];
  const next = earliest(last, ...days.filter((day) => day >= today));
  const end = latest(plusMonths(first, months), plusMonths(firstOfMonth(next), 1));
  return { name, width, from: first, to: earliest(end, last) };
}

type Scale = (day: Day) => number;

/** A day outside the frame is at its edge. */
function scale({ width, from, to }: Frame): Scale {
  const days = Math.max(1, daysBetween(from, to));
  return (day) => {
    const share = Math.min(1, Math.max(0, daysBetween(from, day) / days));
    return Math.round((EDGE + share * (width - 2 * EDGE)) * 10) / 10;
  };
}

function months(frame: Frame, height: number): Html[] {
  const x = scale(frame);
  const count = Math.round(daysBetween(frame.from, frame.to) / 30.44);
  return Array.from({ length: count }, (_, index) => {
    const first = plusMonths(frame.from, index);
    const { year, month } = partsOf(first);
    const middle = (x(first) + x(plusMonths(first, 1))) / 2;
    const name = MONTHS[month - 1] ?? '';
    return html`<line class="grid" x1="${x(first)}" x2="${x(first)}" y1="${HEAD - 10}" y2="${height - 18}"/>
${label(count > 12 ? name.charAt(0) : name, middle, HEAD - 14, 'middle', frame.width)}
${month === 1 || index === 0 ? label(String(year), x(first) + 2, 10, 'start', frame.width) : ''}
`;
  });
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function laneMarkup(
  { name, state, dates, next, pins }: DrawnLane,
  top: number,
  frame: Frame,
): Html {
  const { width, from, to } = frame;
  const x = scale(frame);
  const words = `: ${state}${dates ? (dates.start >= to ? `, from ${phraseShortDay(dates.start)}` : '') : ', no dates yet'}`;
  const room = Math.floor((width - 2 * EDGE) / LETTER_WIDTH) - words.length;
  const short = name.length > room ? `${name.slice(0, room - 1)}…` : name;
  const { fill, classes } = PATTERNS[state];
  const isShown = dates && dates.end >= from && dates.start < to;
  const start = isShown ? x(dates.start) : 0;
  return html`<g>${fitted(`${short}${words}`, isShown ? start : EDGE, top + 10, width)}
${
  isShown
    ? html`<rect class="${classes}" fill="${fill && fill !== 'none' ? `url(#${fill}-${frame.name})` : fill}"
x="${start}" y="${top + 18}" width="${Math.max(4, x(dates.end) - start)}" height="12" rx="2"/>`
    : ''
}
${next && next.day >= from && next.day < to ? html`<path class="${next.isLate ? 'safe late' : 'safe'}" d="M${x(next.day)} ${top + 18}l4 6l-4 6l-4-6z"/>` : ''}
${pinMarkup(
  pins.filter(({ day }) => day >= from && day < to),
  top + 24,
  frame,
)}
</g>
`;
}

/** Pins whose days are too close together stand side by side. */
function pinMarkup(pins: DrawnLane['pins'], y: number, frame: Frame): Html[] {
  const x = scale(frame);
  let free = EDGE + PIN_WIDTH / 2;
  return pins.map(({ what, day, isLate }) => {
    const at = Math.min(Math.max(x(day), free), frame.width - EDGE - PIN_WIDTH / 2);
    free = at + PIN_WIDTH;
    return html`<circle class="pin${isLate ? ' late' : ''}" cx="${at}" cy="${y}" r="7.5"/>
<text x="${at}" y="${y + 4.5}" text-anchor="middle">${what.charAt(0).toUpperCase()}</text>`;
  });
}

function markMarkup(
  { label: words, day, certainty }: SeasonLanes['marks'][number],
  y: number,
  frame: Frame,
): Html {
  const isEstimated = certainty === 'estimated';
  const at = scale(frame)(day);
  const certain = isEstimated ? (frame.name === 'half' ? ' (est.)' : ' (estimated)') : '';
  const text = `${words} ${phraseShortDay(day)}${certain}`;
  const isLeft = at > frame.width / 2;
  return html`<circle class="${isEstimated ? 'mark open' : 'mark'}" cx="${at}" cy="${y - 4}" r="4"/>
${label(text, isLeft ? at - 8 : at + 8, y, isLeft ? 'end' : 'start', frame.width)}
`;
}

/** Beside its bar, but never past the picture's edge. */
function fitted(text: string, start: number, y: number, width: number): Html {
  const last = width - EDGE - text.length * LETTER_WIDTH;
  return label(text, Math.max(EDGE, Math.min(start, last)), y, 'start', width);
}

function label(
  text: string,
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end',
  width: number,
): Html {
  const kept = anchor === 'middle' ? Math.min(width - 18, Math.max(EDGE + 14, x)) : x;
  return html`<text x="${kept}" y="${y}" text-anchor="${anchor}">${text}</text>`;
}

/** Sorted by day; rows without a day come last. */
function pictureTable({ lanes, marks, today }: SeasonLanes<Lane>, view: PageView): Html {
  const rows = [
    ...lanes.flatMap((lane) => laneRows(lane, view)),
    ...marks.map(({ label: words, day, certainty }) => ({
      day,
      row: [capital(words), phraseDay(day), certaintyWords(certainty, 'applicant')],
    })),
    { day: today, row: ['Today', phraseDay(today), ''] },
  ].toSorted((a, b) => ((a.day ?? LAST_DAY) < (b.day ?? LAST_DAY) ? -1 : 1));
  return table(
    'The picture in words, by day',
    ['What', 'When', 'Status'],
    rows.map(({ row }) => row),
  );
}

function laneRows(
  { rotationId, name, state, dates, next }: Lane,
  { paths, applicant, world }: PageView,
) {
  const own = html`<a href="${paths.rotation(rotationId)}">${name}</a>`;
  const when = dates ? `${phraseDay(dates.start)} to ${phraseDay(dates.end)}` : 'no dates yet';
  const late = status('late', 'this day has passed');
  return [
    { day: dates?.start, row: [own, when, state] },
    ...(next
      ? [
          {
            day: next.day,
            row: [
              `${next.day === next.matter.due?.day ? 'Due' : 'Start'}: ${wordsOf(next.matter, viewOf(applicant.facts, world)).title}`,
              phraseDay(next.day),
              next.isLate ? late : 'next step',
            ],
          },
        ]
      : []),
  ];
}

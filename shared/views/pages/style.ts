/** The one stylesheet of the pages: one set of tokens, light and dark. Under 14 kB. */
import { REPORT_RULES, REPORT_RULES_ON_PHONE } from './report/report-rules.ts';

export const STYLE_SHEET = `
:root {
  color-scheme: light dark;
  --ground: #f5f7f7;
  --sheet: #fff;
  --ink: #17211f;
  --quiet: #4b5755;
  --line: #d3dad8;
  --edge: #717d7a;
  --act: #0b5f66;
  --on-act: #fff;
  --done: #1a6b3c;
  --late: #a3260f;
  --warn: #7a4b00;
  --bar: #9dc0bf;
  --note: #fff4d6;
  --wrong: #fdecea;
  --small: .875rem;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #101514;
    --sheet: #181f1e;
    --ink: #e7ecea;
    --quiet: #b1bdba;
    --line: #35403d;
    --edge: #8a9794;
    --act: #7fd1d4;
    --on-act: #0b1716;
    --done: #82d3a1;
    --late: #ffab99;
    --warn: #f2c46d;
    --bar: #3f6665;
    --note: #33290f;
    --wrong: #3a1f1b;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--ground);
  color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif;
  overflow-wrap: break-word;
}
header, main, footer { max-width: 72rem; margin: 0 auto; padding: 0 1rem; }
main:not(:has(.columns, .wide)) > * { max-width: 45rem; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.5rem; padding-block: .35rem; }
header nav { display: flex; flex-wrap: wrap; gap: 0 1rem; }
header a { text-decoration: none; }
header form { margin: 0 0 0 auto; }
header [aria-current] { color: var(--ink); box-shadow: inset 0 -3px var(--act); }
.brand { color: var(--ink); font-weight: 650; }
.brand svg { width: 1.5rem; height: 1.5rem; margin-right: .4rem; vertical-align: -.4rem; color: var(--act); }
footer { padding-block: 1rem 1.5rem; }
footer p { margin: 0; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .5rem 0; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 0 0 .25rem; }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
h1.person { font-size: 1rem; margin: 0 0 .4rem; }
p, ul, ol, dl { max-width: 70ch; margin: 0 0 .75rem; }
ul, ol { padding-left: 1.25rem; }
a { color: var(--act); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; border-radius: 3px; }
:target { scroll-margin-top: 1rem; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; display: inline-block; padding: .75rem 1rem; }
section, .card {
  background: var(--sheet);
  border: 1px solid var(--line);
  border-radius: 10px;
  padding: .55rem 1rem .6rem;
  margin: 0 0 .5rem;
}
:is(section, .card, li, details, .banner, .problem, div.done) > :last-child, .line > form { margin-bottom: 0; }
.columns { font-size: .9375rem; display: grid; gap: 0 1.25rem; grid: auto / minmax(0, 1fr); }
.columns > div { min-width: 0; }
section.next { border-top: 4px solid var(--act); }
h2 .when { display: block; font-size: 1rem; line-height: 1.4; margin: .25rem 0; text-wrap: wrap; }
section.next h2 { font-size: clamp(1.4rem, 1.1rem + 1.4vw, 1.9rem); line-height: 1.2; text-wrap: balance; }
.banner, div.done, .problem { border-left: 5px solid var(--edge); border-radius: 6px; padding: .75rem 1rem; margin: 0 0 1rem; background: var(--note); }
div.done { border-color: var(--done); background: var(--sheet); }
.problem { border-color: var(--late); background: var(--wrong); }
.banner p, .done p, .problem ul { margin: 0 0 .5rem; }
.quiet, .hint, .optional, footer, .chip, .track li, .ended, caption, thead th, .facts dt, .place .rank, .source > summary, .status.waiting, .status.blocked, .status.closed { color: var(--quiet); }
header [aria-current], .status, .when, tbody th, legend, label, .error, .place .name, .compare thead th, details.form > summary { font-weight: 600; }
.hint, .chip, .ended, footer, .calls, .wide > nav, .states button, .source > summary, .source p, .doors span { font-size: var(--small); }
.hint { margin: 0 0 .35rem; overflow-wrap: anywhere; }
.when { margin: 0 0 .5rem; }
.status.done { color: var(--done); }
.status.late { color: var(--late); }
.status.warn { color: var(--warn); }
.chip { display: inline-block; border: 1px solid transparent; border-radius: 6px; padding: .05rem .45rem; background: var(--ground); }
.chip.near { border-color: var(--edge); color: var(--ink); }
.chip.soon { border-color: var(--warn); background: var(--note); color: var(--warn); }
.chip.urgent { border-color: var(--late); background: var(--wrong); color: var(--late); }
.track { display: flex; margin: .15rem 0 .35rem; }
.track li { flex: 1; min-width: 0; position: relative; font-size: .75rem; line-height: 1.3; }
.track li + li::before { content: ''; position: absolute; top: .65rem; right: calc(50% + .75rem); width: calc(100% - 1.5rem); border-top: 2px solid var(--line); }
.track li.past::before { border-color: var(--done); }
.track li > * { position: relative; display: block; text-align: center; }
.track i { width: 1.4rem; height: 1.4rem; margin: 0 auto; border: 3px solid transparent; border-radius: 50%; font: 1.1rem/1 system-ui, sans-serif; display: grid; place-items: center; }
.track .past i { color: var(--done); }
.track .ahead i { font-weight: 900; }
.track .now i { border-color: var(--act); color: var(--act); font-size: .9rem; }
.track .now { color: var(--ink); }
.track li > span { margin: 0 -.1rem; overflow-wrap: normal; }
.track .now > span { margin: 0 -.5rem; }
.list .track { margin-inline: -.75rem; }
.track .late i { border-color: var(--late); color: var(--late); }
.board, .compare ul { margin: 0; }
.board > li { border-top: 1px solid var(--line); padding: .5rem 0 .4rem; }
.board > li:first-child { border: 0; padding-top: 0; }
.board p { margin: 0; }
.board .track { margin-left: calc(.7rem - 100% / 12); }
.line { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: center; }
:is(.list, .places, .figures, .filters, .board, .doors, .track, .compare ul) { list-style: none; padding: 0; max-width: none; }
:is(.list, .places) > li { border-top: 1px solid var(--line); }
.list > li { padding: .35rem 0; }
.list:has(+ details) { margin-bottom: 0; }
.list .status, label .optional { font-weight: 400; }
.list summary { padding: .15rem 0; }
:not(.rest) > .list > li:first-child { border-top: 0; }
.target, header a { display: inline-block; min-height: 44px; padding: .6rem 0; }
table { border-collapse: collapse; width: 100%; margin: 0 0 .5rem; }
caption { text-align: left; padding: 0 0 .5rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-top: 1px solid var(--line); font-weight: 400; }
thead :is(th, td) { border-top: 0; }
thead th, .facts dt { font-size: .9rem; }
.compare li + li { margin-top: .35rem; }
.compare :is(th, td) { overflow-wrap: anywhere; hyphens: auto; }
.compare thead th { color: inherit; }
button, .button {
  display: inline-block;
  min-height: 44px;
  padding: .55rem 1.1rem;
  border: 1px solid var(--act);
  border-radius: 8px;
  background: var(--act);
  color: var(--on-act);
  font: inherit;
  font-weight: 600;
  text-decoration: none;
  cursor: pointer;
}
button.plain, .button.plain { background: transparent; color: var(--act); }
form { margin: 0 0 .5rem; }
fieldset, .chart { border: 0; margin: 0; padding: 0; min-width: 0; }
legend { padding: .5rem 0; }
.unseen, .people .city { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.email { white-space: pre-wrap; font: inherit; }
.place > summary { display: grid; grid: auto / 6rem minmax(0, 1fr) auto; gap: 0 .75rem; padding: .35rem 0; align-items: baseline; }
.place > summary > .hint { grid-column: 2 / -1; }
.places > li { display: flex; flex-wrap: wrap; gap: 0 .5rem; align-items: start; }
.places > li > input { width: 1.5rem; min-height: 1.75rem; margin: 0; }
.places .place { flex: 1; min-width: min(100% - 2rem, 24rem); }
.places > li > :is(form, .status) { margin: 0 0 0 auto; }
.source p, .place .name { overflow-wrap: anywhere; }
.field { margin: 0 0 1rem; }
.field.wrong { border-left: 4px solid var(--late); padding-left: .75rem; }
label { display: block; margin: 0 0 .2rem; }
.error { color: var(--late); margin: 0 0 .35rem; }
input, select, textarea {
  width: 100%;
  max-width: 28rem;
  min-height: 44px;
  padding: .5rem .6rem;
  border: 1px solid var(--edge);
  border-radius: 6px;
  background: var(--sheet);
  color: var(--ink);
  font: inherit;
}
.pick { display: flex; gap: 0 .5rem; align-items: flex-start; }
.pick > input { width: 1.25rem; flex: none; }
td .chip { white-space: nowrap; }
.states span { display: inline-flex; flex-wrap: wrap; }
.states button { padding: .2rem .5rem; border-radius: 0; margin-left: -1px; background: transparent; color: var(--act); border-color: var(--edge); font-weight: 400; white-space: nowrap; }
.states [aria-pressed='true'] { background: var(--ground); color: var(--ink); font-weight: 600; box-shadow: inset 0 -3px var(--act); cursor: default; }
.papers td { padding-block: .3rem; padding-right: .5rem; }
.papers .chip { white-space: normal; }
.papers details thead th { padding: 0; font-size: 0; }
form:target { scroll-margin-top: 10rem; }
.tick input { width: 44px; vertical-align: middle; }
.tick label { display: inline-block; padding: .6rem 0; }
.states { margin: 0; }
.papers table { margin: 0 0 .35rem; }
summary { min-height: 44px; padding: .6rem 0; cursor: pointer; }
details.form { border-top: 1px solid var(--line); }
details.form > summary { color: var(--act); }
:is(.list, .folds) details.form { border: 0; }
details.form > form { padding: 0 0 1rem; }
.season, .bars { display: block; width: 100%; height: auto; }
.season { margin: 0 0 .35rem; }
.season.year { display: none; }
svg text { font: 12px system-ui, sans-serif; fill: var(--ink); paint-order: stroke; }
.season > text, .season g > text:first-child { stroke: var(--sheet); stroke-width: 4px; stroke-linejoin: round; }
svg .grid { stroke: var(--line); stroke-width: .5; }
svg .today { stroke: var(--act); stroke-width: 1.5; stroke-dasharray: 4 2; }
svg .ink, svg .mark, svg .safe { fill: var(--ink); }
svg .lane { stroke: var(--ink); }
svg .lane.dashed { stroke-dasharray: 2 2; }
svg .mark.open { fill: var(--sheet); stroke: var(--ink); stroke-width: 1.5; }
svg .safe { stroke: var(--sheet); }
svg .late { fill: var(--late); }
svg .pin { fill: var(--sheet); stroke: var(--act); stroke-width: 1.5; }
svg .pin.late { fill: var(--sheet); stroke: var(--late); stroke-width: 2.5; }
@media print, (min-width: 44rem) {
  .season.year { display: block; }
  .season.half { display: none; }
  .papers table { table-layout: fixed; }
}
@supports selector(::details-content) {
  @media print, (min-width: 60rem) {
    .rest > summary { display: none; }
    .rest::details-content { content-visibility: visible; }
  }
}
@media (min-width: 60rem) {
  .columns { grid: auto / minmax(0, 1fr) 23rem; }
  :is(.places > li, .plans) button { min-height: 24px; padding: .1rem .6rem; font-size: .8125rem; }
  .place > summary { grid: auto / 4.5rem minmax(0, 5fr) 7.5rem minmax(0, 7fr); padding: .125rem 0; font-size: .8125rem; line-height: 1.35; }
  .place > summary > .hint { grid-column: auto; }
  .plans { display: grid; grid: auto / repeat(3, minmax(0, 1fr)); gap: 0 1rem; align-items: start; }
  .board > li { display: grid; grid: auto / minmax(0, 1fr) 19rem; gap: 0 1.25rem; align-items: start; }
  .board > li.whole { display: block; }
  :is(.board, .papers) .chip { font-size: .8125rem; }
  .pick > input { min-height: 24px; margin: 0; }
  .states button { min-height: 28px; padding: .1rem .4rem; }
  .papers tr > :first-child { width: 26%; }
  .papers tr > :nth-child(2) { width: 44%; }
  .target, header a { min-height: 24px; padding: .1rem 0; }
  summary { min-height: 24px; padding: .25rem 0; }
  button, .button { min-height: 40px; padding: .4rem 1rem; }
}
.lead { font-size: 1.1rem; }
.front .fields { display: flex; flex-wrap: wrap; gap: 0 .5rem; }
.front .fields > * { flex: 1 1 20rem; }
.doors { display: grid; gap: .5rem; }
@media (max-width: 60rem) { .narrow-first > :last-child { order: -1; } }
.doors :is(.button, span) { display: block; text-align: center; }
${REPORT_RULES}@media (max-width: 40rem) {
  .phone { display: inline; color: var(--quiet); }
  .place > summary { grid: auto / 1fr auto; }
  .place > summary > .name { grid-area: 1 / 1 / auto / -1; }
  .place > summary > .hint { grid-column: 1 / -1; }
${REPORT_RULES_ON_PHONE}  thead { position: absolute; clip-path: inset(50%); }
  tr { display: block; border-top: 1px solid var(--line); padding: .5rem 0; }
  tbody tr:first-child { border-top: 0; }
  th, td { display: block; border: 0; padding: 0; }
  .board p:has(> .target) { margin-bottom: -.5rem; }
  .compare tr { display: grid; grid: auto / repeat(3, minmax(0, 1fr)); gap: 0 .5rem; font-size: var(--small); }
  .compare thead { position: static; clip-path: none; }
  .compare thead th:first-child { display: none; }
  .compare tbody th { grid-column: 1 / -1; }
  .papers tr { display: grid; grid: auto / minmax(0, 1fr) auto; align-items: center; padding: 0 0 .25rem; }
  .papers td { padding: 0; }
  .papers td:nth-child(2) { grid-area: 2 / 1 / 3 / 3; }
  .papers td:nth-child(3) { grid-area: 1 / 2; }
}
.as-written { white-space: pre-wrap; }
@media print {
  .skip, header nav, .button, form:not(.states), .states [aria-pressed='false'], .next > .line, [type='checkbox'], .whole, details.form, details:not([open], .rest), .screen { display: none; }
  li:not(.calls > li) > details:not([open]) { display: block; }
  :root { color-scheme: light; --ground: #fff; --ink: #000; --quiet: #333; --act: #000; --late: #8a1f0b; --bar: #bbb; }
  body { font-size: 10pt; }
  section, .card { border: 0; padding: 0; }
  .states [aria-pressed='true'] { border: 0; box-shadow: none; min-height: 0; padding: 0; }
  body:has(.people) { page: wide; }
  :is(.people, .people thead th) { font-size: 7.5pt; }
  .calls > li { grid: auto / 9rem minmax(0, 1fr) auto; }
  tr, li, .chart { break-inside: avoid; }
  h2, h3, thead { break-after: avoid; }
  a, .bars a text { text-decoration: none; }
  .target { min-height: 0; padding: 0; }
  .meeting, .meeting :is(h2, p, ul) { max-width: none; margin: 0; font-size: 9pt; line-height: 1.3; }
  body:has(.meeting) footer { display: none; }
}
@page wide { size: landscape; }
`
  .trimStart()
  // Sent without what only we read.
  .replaceAll(/\s+/g, ' ')
  .replaceAll(/ ?([{};,>]) ?/g, '$1')
  .replaceAll(';}', '}')
  .replaceAll(': ', ':');

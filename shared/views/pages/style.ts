/** The one stylesheet of the pages: one set of tokens, light and dark. Under 14 kB. */
export const STYLE_SHEET = `
:root {
  color-scheme: light dark;
  --ground: #f5f7f7;
  --sheet: #ffffff;
  --ink: #17211f;
  --quiet: #4b5755;
  --line: #d3dad8;
  --edge: #717d7a;
  --act: #0b5f66;
  --on-act: #ffffff;
  --done: #1a6b3c;
  --late: #a3260f;
  --warn: #7a4b00;
  --bar: #9dc0bf;
  --note: #fff4d6;
  --wrong: #fdecea;
  --display: clamp(1.4rem, 1.1rem + 1.4vw, 1.9rem);
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
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--ground);
  color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif;
  overflow-wrap: break-word;
}
header, main, footer { max-width: 72rem; margin: 0 auto; padding: 0 1rem; }
main:not(:has(.columns, .wide)) > * { max-width: 45rem; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.5rem; padding-top: .35rem; padding-bottom: .35rem; }
header nav { display: flex; flex-wrap: wrap; gap: 0 1rem; }
header a { display: inline-block; min-height: 44px; padding: .6rem 0; text-decoration: none; }
header [aria-current] { color: var(--ink); font-weight: 600; box-shadow: inset 0 -3px var(--act); }
.brand { color: var(--ink); font-weight: 650; }
.brand svg { width: 1.5rem; height: 1.5rem; margin-right: .4rem; vertical-align: -.4rem; color: var(--act); }
footer { padding-top: 1rem; padding-bottom: 1.5rem; color: var(--quiet); font-size: var(--small); }
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
:is(section, .card, li, details) > :last-child { margin-bottom: 0; }
.columns { font-size: .9375rem; display: grid; gap: 0 1.25rem; grid-template-columns: minmax(0, 1fr); }
.columns > div { min-width: 0; }
section.next { border-top: 4px solid var(--act); }
section.next h2 { font-size: var(--display); line-height: 1.2; text-wrap: balance; }
.banner, .done, .problem { border-left: 5px solid var(--edge); border-radius: 6px; padding: .75rem 1rem; margin: 0 0 1rem; background: var(--note); }
.done { border-color: var(--done); background: var(--sheet); }
.problem { border-color: var(--late); background: var(--wrong); }
.banner p, .done p, .problem ul { margin: 0 0 .5rem; }
.quiet, .hint, .optional { color: var(--quiet); }
.hint { font-size: var(--small); margin: 0 0 .35rem; overflow-wrap: anywhere; }
.when { font-weight: 600; margin: 0 0 .5rem; }
.status { font-weight: 600; }
.status.done { color: var(--done); background: none; border: 0; padding: 0; margin: 0; }
.status.late { color: var(--late); }
.status.warn { color: var(--warn); }
.status.waiting, .status.blocked, .status.closed { color: var(--quiet); }
.chip { display: inline-block; border: 1px solid transparent; border-radius: 6px; padding: .05rem .45rem; background: var(--ground); color: var(--quiet); font-size: var(--small); }
.chip.near { border-color: var(--edge); color: var(--ink); }
.chip.soon { border-color: var(--warn); background: var(--note); color: var(--warn); }
.chip.urgent { border-color: var(--late); background: var(--wrong); color: var(--late); font-weight: 600; }
.track { display: flex; list-style: none; padding: 0; margin: .15rem 0 .35rem; }
.track li { flex: 1; position: relative; color: var(--quiet); font-size: .75rem; line-height: 1.3; }
.track li + li::before { content: ''; position: absolute; top: .65rem; right: calc(50% + .75rem); width: calc(100% - 1.5rem); border-top: 2px solid var(--line); }
.track li.past::before { border-color: var(--done); }
.track li > * { position: relative; display: block; text-align: center; }
.track i { width: 1.4rem; height: 1.4rem; margin: 0 auto; border: 3px solid transparent; border-radius: 50%; font: 1.1rem/1 system-ui, sans-serif; display: grid; place-items: center; }
.track .past i { color: var(--done); }
.track .ahead i { font-weight: 900; }
.track .now i { border-color: var(--act); color: var(--act); font-size: .9rem; }
.track .now { color: var(--ink); font-weight: 600; }
.track .late i { border-color: var(--late); color: var(--late); }
.board { list-style: none; padding: 0; margin: 0; max-width: none; }
.board > li { border-top: 1px solid var(--line); padding: .5rem 0 .4rem; }
.board > li:first-child { border: 0; padding-top: 0; }
.board p { margin: 0; }
.board .ended { color: var(--quiet); font-size: var(--small); }
.trail, .trail ul, .line { display: flex; flex-wrap: wrap; gap: 0 1.25rem; align-items: center; justify-content: space-between; }
.line { justify-content: flex-start; gap: 0 .75rem; }
.trail ul { list-style: none; padding: 0; margin: 0; justify-content: flex-start; }
:is(.list, .places, .figures, .filters) { list-style: none; padding: 0; max-width: none; }
:is(.list, .places) > li { border-top: 1px solid var(--line); }
.list > li { padding: .35rem 0; }
.list .status { font-weight: 400; }
.list summary { padding: .15rem 0; }
.list > li:first-child { border-top: 0; }
.target { display: inline-block; min-height: 44px; padding: .6rem 0; }
table { border-collapse: collapse; width: 100%; margin: 0 0 .5rem; }
caption { text-align: left; color: var(--quiet); padding: 0 0 .5rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-top: 1px solid var(--line); font-weight: 400; }
thead th { border-top: 0; color: var(--quiet); font-size: .9rem; }
tbody th { font-weight: 600; }
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
button.plain { background: transparent; color: var(--act); }
form { margin: 0 0 .5rem; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
legend { font-weight: 600; padding: .5rem 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.email { white-space: pre-wrap; font: inherit; }
.place > summary { display: grid; grid-template-columns: 6rem minmax(0, 1fr) auto; gap: 0 .75rem; padding: .35rem 0; align-items: baseline; }
.place > summary > .hint { grid-column: 2 / -1; }
.place .name { font-weight: 600; overflow-wrap: anywhere; }
.place .rank { color: var(--quiet); }
@media (min-width: 60rem) { .place > summary { grid-template-columns: 5rem minmax(0, 6fr) 8rem minmax(0, 6fr); padding: .125rem 0; font-size: .8125rem; line-height: 1.35; } .place > summary > .hint { grid-column: auto; } .plans { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0 1rem; align-items: start; } }
@media (max-width: 40rem) { .place > summary { grid-template-columns: 1fr auto; } .place > summary > .name { grid-column: 1 / -1; grid-row: 1; } .place > summary > .hint { grid-column: 1 / -1; } }
.field { margin: 0 0 1rem; }
.field.wrong { border-left: 4px solid var(--late); padding-left: .75rem; }
label { display: block; font-weight: 600; margin: 0 0 .2rem; }
label .optional { font-weight: 400; }
.error { color: var(--late); font-weight: 600; margin: 0 0 .35rem; }
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
.pick form { font-weight: 400; }
td .chip { white-space: nowrap; }
.pick details.form { border: 0; flex: 1; min-width: 0; }
.tick input { width: 44px; vertical-align: middle; }
.tick label { display: inline-block; padding: .6rem 0; }
details { margin: 0; }
summary { min-height: 44px; padding: .6rem 0; cursor: pointer; }
details.form { border-top: 1px solid var(--line); }
details.form > summary { font-weight: 600; color: var(--act); }
.list details.form { border: 0; }
details.form > form { padding: 0 0 1rem; }
details.source > summary { color: var(--quiet); font-size: var(--small); }
details.source p { font-size: var(--small); overflow-wrap: anywhere; }
svg.season { display: block; width: 100%; height: auto; margin: 0 0 .75rem; }
svg.season.year { display: none; }
svg text { font: 12px system-ui, sans-serif; fill: var(--ink); }
svg .grid { stroke: var(--line); stroke-width: .5; }
svg .today { stroke: var(--act); stroke-width: 1.5; stroke-dasharray: 4 2; }
svg .ink, svg .mark, svg .safe { fill: var(--ink); }
svg .lane { stroke: var(--ink); stroke-width: 1; }
svg .lane.dashed { stroke-dasharray: 2 2; }
svg .mark.open { fill: var(--sheet); stroke: var(--ink); stroke-width: 1.5; }
svg .safe { stroke: var(--sheet); stroke-width: 1; }
svg .late { fill: var(--late); }
svg .pin { fill: var(--sheet); stroke: var(--act); stroke-width: 1.5; }
svg .pin.late { fill: var(--sheet); stroke: var(--late); stroke-width: 2.5; }
@media (min-width: 44rem) {
  svg.season.year { display: block; }
  svg.season.half { display: none; }
}
@media (min-width: 60rem) {
  .columns { grid-template-columns: minmax(0, 1fr) 23rem; }
  .board > li { display: grid; grid-template-columns: minmax(0, 1fr) 19rem; gap: 0 1.25rem; align-items: start; }
  .board > li.whole { display: block; }
  .pick > input { min-height: 24px; margin: 0; }
  .target, header a { min-height: 24px; padding: .1rem 0; }
  summary { min-height: 24px; padding: .25rem 0; }
  button, .button { min-height: 40px; padding: .4rem 1rem; }
}
.lead { font-size: 1.1rem; }
.front .fields { grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: 0 .5rem; }
.doors { list-style: none; display: grid; gap: .5rem; padding: 0; }
@media (max-width: 60rem) { .front .columns > :last-child { order: -1; } }
.doors :is(.button, span) { display: block; text-align: center; }
.doors span { color: var(--quiet); font-size: var(--small); }
body:has(.wide) :is(header, main, footer) { max-width: 84rem; }
.phone { display: none; }
.figures { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
.figures strong { font-size: 1.2rem; }
.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 0 1rem; }
tbody th .quiet { font-weight: 400; display: block; }
:is(.people, .calls) { font-size: var(--small); }
.people tr > * { padding: .2rem .6rem .2rem 0; white-space: nowrap; }
.people tr > :is(th, .rotation) { white-space: normal; }
.people thead > * > * { position: sticky; top: 0; z-index: 1; background: var(--sheet); }
:is(.people, .calls) input { width: 1.25rem; min-height: 1.25rem; margin: 0; vertical-align: middle; }
:is(.people, .calls) summary { padding: 0; }
.why { position: relative; }
.why ul { position: absolute; right: 0; z-index: 2; width: min(38rem, 85vw); padding: .5rem; background: var(--sheet); border: 1px solid var(--edge); white-space: normal; }
.calls > li { display: grid; grid-template-columns: 1.5rem 11rem minmax(0, 1fr) auto 8rem auto; gap: 0 .75rem; align-items: baseline; padding: .15rem 0; }
.calls [open] { grid-column: 2 / -1; }
.folds [open] { flex: 1 0 100%; }
.acts { position: sticky; bottom: 0; z-index: 3; }
[role='search'] { margin-left: auto; flex-wrap: nowrap; }
.facts dt { color: var(--quiet); font-size: .9rem; }
.facts dd { margin: 0 0 .5rem; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1rem; }
.chart { margin: 0; border: 0; padding: 0; min-width: 0; }
.bars { display: block; width: 100%; max-width: 34rem; height: auto; }
.bars .bar { fill: var(--bar); }
.bars .part { fill: var(--act); }
.bars.late .part { fill: var(--late); }
.bars a text { fill: var(--act); text-decoration: underline; }
@media (max-width: 40rem) {
  .phone { display: inline; color: var(--quiet); }
  .people tbody tr { display: grid; grid-template-columns: 2rem minmax(0, 1fr) auto; padding: 0; }
  .people tr > * { padding: 0; }
  .people tr > :is(.desk, .reasons), .people .phone, .contact .quiet, .calls .quiet, .calls > li:nth-child(n+4), .people caption, .calls details, .acts > .quiet, .trail form .quiet { display: none; }
  .people .rotation, .people .next { grid-row: 2; grid-column: 2; margin-top: -.95rem; }
  .people .next { grid-column: 3; }
  .calls > li { grid-template-columns: 2rem minmax(0, 1fr) auto; padding: 0; align-items: center; }
  .calls > li > :nth-child(3) { grid-area: 2 / 2 / 3 / 4; margin-top: -.5rem; }
  :is(.people, .calls) input { width: 1.5rem; min-height: 44px; }
  .figures, .wide > nav > ul { flex-wrap: nowrap; overflow-x: auto; white-space: nowrap; }
  tr:has(.pick) { padding: 0 0 .25rem; }
  tr:has(.pick) > td { display: inline-block; margin-right: .5rem; }
  thead { position: absolute; left: -100vw; }
  tr { display: block; border-top: 1px solid var(--line); padding: .5rem 0; }
  tbody tr:first-child { border-top: 0; }
  th, td { display: block; border: 0; padding: 0; }
}
.as-written { white-space: pre-wrap; }
@media print {
  .skip, header nav, .button, form, details.form, details:not([open]), .screen, .trail { display: none; }
  li > details:not([open]) { display: block; }
  :root { color-scheme: light; --ground: #fff; --ink: #000; --quiet: #333; --act: #000; --late: #8a1f0b; --bar: #bbb; }
  body { font-size: 10pt; }
  section, .card { border: 0; padding: 0; }
  tr, li, .chart { break-inside: avoid; }
  h2, h3, thead { break-after: avoid; }
  a { text-decoration: none; }
  .target { min-height: 0; padding: 0; }
  .bars a text { fill: #000; text-decoration: none; }
}
`
  .trimStart()
  // Sent without the blanks that only we read.
  .replaceAll(/\s+/g, ' ')
  .replaceAll(/ ?([{};,]) ?/g, '$1');

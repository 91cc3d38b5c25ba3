/** The one stylesheet of the pages: one set of tokens, light and dark. Under 10 kB. */
export const STYLE_SHEET = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9;
  --sheet: #ffffff;
  --ink: #1b2026;
  --quiet: #4b5560;
  --line: #c5ccd4;
  --edge: #75808c;
  --act: #0b57d0;
  --on-act: #ffffff;
  --done: #1a6b3c;
  --late: #a3260f;
  --warn: #7a4b00;
  --bar: #9db3cc;
  --note: #fff6dc;
  --wrong: #fdecea;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #121518;
    --sheet: #1b1f24;
    --ink: #e8eaed;
    --quiet: #b3bbc4;
    --line: #3d454e;
    --edge: #8a95a1;
    --act: #8ab8ff;
    --on-act: #10151b;
    --done: #82d3a1;
    --late: #ffab99;
  --warn: #f2c46d;
  --bar: #46607e;
    --note: #332c17;
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
header, main, footer { max-width: 44rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: .75rem; padding-bottom: .5rem; font-weight: 600; }
footer { padding-bottom: 2rem; color: var(--quiet); font-size: .9rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .75rem 0 .5rem; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 0 0 .5rem; }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
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
  border-radius: 8px;
  padding: 1rem;
  margin: 0 0 1rem;
}
section.next { border: 2px solid var(--act); }
.banner, .done, .problem { border-left: 5px solid var(--edge); border-radius: 6px; padding: .75rem 1rem; margin: 0 0 1rem; background: var(--note); }
.done { border-color: var(--done); background: var(--sheet); }
.problem { border-color: var(--late); background: var(--wrong); }
.banner p, .done p, .problem ul { margin: 0 0 .5rem; }
.quiet, .hint, .optional { color: var(--quiet); }
.hint { font-size: .9rem; margin: 0 0 .35rem; overflow-wrap: anywhere; }
.when { font-weight: 600; }
.status { font-weight: 600; }
.status.done { color: var(--done); background: none; border: 0; padding: 0; margin: 0; }
.status.late { color: var(--late); }
.status.warn { color: var(--warn); }
.status.waiting, .status.blocked, .status.closed { color: var(--quiet); }
.trail, .trail ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; align-items: center; justify-content: space-between; }
.trail ul { list-style: none; padding: 0; margin: 0; }
.list { list-style: none; padding: 0; max-width: none; }
.list > li { border-top: 1px solid var(--line); padding: .6rem 0; }
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
  padding: .6rem 1.1rem;
  border: 1px solid var(--act);
  border-radius: 6px;
  background: var(--act);
  color: var(--on-act);
  font: inherit;
  font-weight: 600;
  text-decoration: none;
  cursor: pointer;
}
button.plain { background: transparent; color: var(--act); }
form { margin: 0; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
legend { font-weight: 600; padding: .5rem 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.email { white-space: pre-wrap; font: inherit; }
.places { list-style: none; padding: 0; max-width: none; }
.places > li { border-top: 1px solid var(--line); }
.place > summary { display: grid; grid-template-columns: 6rem minmax(0, 1fr) auto; gap: 0 .75rem; padding: .35rem 0; align-items: baseline; }
.place > summary > .hint { grid-column: 2 / -1; }
.place .name { font-weight: 600; overflow-wrap: anywhere; }
.place .rank { color: var(--quiet); }
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
.tick input { width: 44px; vertical-align: middle; }
.tick label { display: inline-block; padding: .6rem 0; }
details { margin: 0; }
summary { min-height: 44px; padding: .6rem 0; cursor: pointer; }
details.form { border-top: 1px solid var(--line); }
details.form > summary { font-weight: 600; color: var(--act); }
details.form > form { padding: 0 0 1rem; }
details.source > summary { color: var(--quiet); font-size: .9rem; }
details.source p { font-size: .9rem; }
svg.season { display: block; width: 100%; height: auto; margin: 0 0 .75rem; }
svg text { font: 9.5px system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif; fill: var(--ink); }
svg .grid { stroke: var(--line); stroke-width: .5; }
svg .today { stroke: var(--act); stroke-width: 1.5; stroke-dasharray: 4 2; }
svg .ink, svg .mark, svg .safe { fill: var(--ink); }
svg .lane { stroke: var(--ink); stroke-width: 1; }
svg .lane.dashed { stroke-dasharray: 2 2; }
svg .mark.open { fill: var(--sheet); stroke: var(--ink); stroke-width: 1.5; }
svg .safe { stroke: var(--sheet); stroke-width: 1; }
svg .late { fill: var(--late); }
body:has(.wide) :is(header, main, footer) { max-width: 84rem; }
.trail ul { justify-content: flex-start; }
.phone { display: none; }
.figures { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: 0; max-width: none; }
.figures strong { font-size: 1.4rem; }
.filters { list-style: none; padding: 0; }
.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 0 1rem; }
tbody th .quiet { font-weight: 400; display: block; }
.people { table-layout: fixed; }
.people td { overflow-wrap: anywhere; }
.people th:nth-child(2) { width: 26%; }
.people th:nth-child(4) { width: 20%; }
.report > tbody > tr:first-child > * { border-top: 2px solid var(--edge); }
.report .more > td { border: 0; padding-top: 0; }
.facts dt { color: var(--quiet); font-size: .9rem; }
.facts dd { margin: 0 0 .5rem; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1rem; }
.chart { margin: 0; border: 0; padding: 0; min-width: 0; }
.bars { display: block; width: 100%; max-width: 34rem; height: auto; }
.bars text { fill: var(--ink); font-size: 12px; }
.bars .bar { fill: var(--bar); }
.bars .part { fill: var(--act); }
.bars.late .part { fill: var(--late); }
.bars a text { fill: var(--act); text-decoration: underline; }
@media (max-width: 40rem) {
  .phone { display: inline; color: var(--quiet); }
  .report > tbody > tr:first-child > * { border-top: 0; }
  .people { table-layout: auto; }
  .report > tbody { display: block; border-top: 2px solid var(--edge); padding: .5rem 0; }
  thead { position: absolute; left: -100vw; }
  tr { display: block; border-top: 1px solid var(--line); padding: .5rem 0; }
  tbody tr:first-child { border-top: 0; }
  th, td { display: block; border: 0; padding: 0; }
}
.as-written { white-space: pre-wrap; }
@media print {
  .skip, form, details.form, details:not([open]), .screen, .trail { display: none; }
  :root { color-scheme: light; --ground: #fff; --ink: #000; --quiet: #333; --act: #000; --late: #8a1f0b; --bar: #bbb; }
  body { font-size: 10pt; }
  section, .card { border: 0; padding: 0; }
  tr, li, .chart { break-inside: avoid; }
  h2, h3, thead { break-after: avoid; }
  a { text-decoration: none; }
  .target { min-height: 0; padding: 0; }
  .people { font-size: 8pt; }
  .bars a text { fill: #000; text-decoration: none; }
}
`.trimStart();

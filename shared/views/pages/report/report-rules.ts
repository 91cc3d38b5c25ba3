/** Styles for the advisors' wide pages alone: figures, the tables of people and of calls, charts. */
export const REPORT_RULES = `body:has(.wide) :is(header, main, footer) { max-width: 84rem; }
.phone { display: none; }
.figures { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
.figures strong { font-size: 1.2rem; }
.fields { display: grid; grid: auto / repeat(auto-fill, minmax(14rem, 1fr)); gap: 0 1rem; }
tbody th .quiet { font-weight: 400; display: block; }
.people { font-size: .8125rem; }
.people tr > * { padding: .2rem .4rem .2rem 0; white-space: nowrap; }
.people tbody th { white-space: normal; min-width: 10.5rem; }
.people :is(.rotation, .owner) { max-width: 11rem; overflow: hidden; text-overflow: ellipsis; }
.people .owner { max-width: 6rem; }
.people thead > * > * { position: sticky; top: 0; z-index: 1; background: var(--sheet); }
:is(.people, .calls) input { width: 1.25rem; min-height: 1.25rem; margin: 0; vertical-align: middle; }
:is(.people, .calls) summary { padding: 0; }
.why { position: relative; }
.why ul { position: absolute; right: 0; z-index: 2; width: min(38rem, 85vw); padding: .5rem;
  background: var(--sheet); border: 1px solid var(--edge); white-space: normal; }
.calls > li { display: grid; grid: auto / 1.5rem 10rem minmax(0, 1fr) auto auto; gap: 0 .75rem; align-items: baseline; padding: .15rem 0; }
.calls > li > input { align-self: start; }
.calls [open] { grid-column: 2 / -1; }
:is(.folds, nav) > [open] { flex: 1 0 100%; }
:is(.folds > *, nav > details) { margin: 0; }
nav > details > summary { padding-block: 0; }
body:has([form='acts']:checked) .acts { position: sticky; bottom: 0; z-index: 3; }
[role='search'] { margin-left: auto; flex-wrap: nowrap; }
.facts dd { margin: 0 0 .5rem; }
.charts { display: grid; grid: auto / repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1rem; }
.bars { max-width: 34rem; }
.bars .bar { fill: var(--bar); }
.bars .part { fill: var(--act); }
.bars.late .part { fill: var(--late); }
.bars a text { fill: var(--act); text-decoration: underline; }
`;

export const REPORT_RULES_ON_PHONE = `  .people tbody tr { display: grid; grid: auto / 2rem minmax(0, 1fr) auto auto; padding: 0; }
  .people tr > * { padding: 0; }
  .people tr > th { grid-column: 2 / 4; }
  .people td:has(> .contact) { grid-column: 4; }
  .people tr > :is(.desk, .reasons), .people .phone, .contact .quiet, .calls .quiet, .calls > li:nth-child(n+4),
  .people :is(caption, thead), .calls details, .acts > .quiet, .more-rows, header form .quiet { display: none; }
  .people .rotation { grid-area: 2 / 2; max-width: none; margin-top: -.95rem; }
  .people .next { grid-area: 2 / 3 / 3 / 5; margin: -.95rem 0 0 .5rem; }
  header { gap: 0 1rem; }
  [role='search'] { width: 100%; }
  header form button { border: 0; padding-inline: 0; }
  .calls > li { grid: auto / 2rem minmax(0, 1fr) auto; padding: 0; align-items: center; }
  .calls > li > :nth-child(3) { grid-area: 2 / 2 / 3 / 4; margin-top: -.5rem; }
  :is(.people, .calls) input { width: 1.5rem; min-height: 44px; }
  .figures { flex-wrap: nowrap; overflow-x: auto; white-space: nowrap; }
  .cohorts tr { display: flex; flex-wrap: wrap; gap: 0 1rem; }
  .cohorts th { flex: 1 0 100%; }
`;

/** What the demo's own pages add to the product's stylesheet. */
export const DEMO_STYLE_PATH = '/demo.css';

export const DEMO_STYLE_SHEET = `
nav.demo ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; padding: 0; margin: 0 0 .5rem; }
nav.demo [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
.row { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: 0 0 1rem; }
.row .field { margin: 0; flex: 1 1 12rem; max-width: 19rem; }
.clock { font-size: 1.25rem; font-weight: 600; }
progress { width: 100%; height: 1rem; accent-color: var(--act); }
iframe.mail { display: block; width: 100%; height: 44rem; border: 1px solid var(--line); border-radius: 6px; background: #fff; }
iframe.w600 { width: 600px; max-width: 100%; height: 40rem; }
iframe.w320 { width: 320px; max-width: 100%; height: 40rem; }
.beside { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
.beside > * { min-width: 0; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: .85rem/1.45 ui-monospace, Consolas, monospace; margin: 0; }
`.trimStart();

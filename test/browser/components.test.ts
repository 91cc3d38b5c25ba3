/** Every component of the pages in every state on one page, by day and by night: for who changes one, and on no address. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { html, raw } from '#shared/base/html.ts';
import * as components from '#shared/views/components.ts';
import { fieldMarkup } from '#shared/views/forms/form.ts';
import { page } from '#shared/views/pages/layout.ts';
import { letterTrack, SHAPES, type Shape, status, track } from '#shared/views/pages/status.ts';
import { STYLE_SHEET } from '#shared/views/pages/style.ts';
import { acceptedAtBrown, storyOf } from '../shared/plan/moves/stories.ts';
import { type Browser, describeInBrowser, faultsOf, launchBrowser } from './chromium.ts';
import { DESK, PHONE } from './served.ts';

const { banner, bullets, button, columns, dateChip, field, fold, input, link, list, outgoing } =
  components;
const TODAY = '2027-03-01';
const LETTER = {
  id: 'l1',
  askedOn: TODAY,
  writer: { name: 'Dr. Ortiz', specialty: 'ir' },
} as const;

/** By the name of what they show: a component that none of them names has no picture. */
const STATES: Readonly<Record<keyof typeof components | 'status' | 'track' | 'form', unknown>> = {
  section: components.section('sample', 'The one next thing', html`<p>And its text.</p>`, true),
  banner: [
    banner('banner', 'What the reader should know first.'),
    banner('done', html`<p>${status('done', 'Recorded:')} an update.</p>`),
    banner('problem', html`<h2>Nothing was changed</h2><ul><li>Why.</li></ul>`),
  ],
  fold: [
    fold('Folded', 'Text'),
    fold('Open', html`<p>Text</p>`, undefined, true),
    fold('What can be reported', html`<p>A form</p>`, 'form', true),
    fold('Small print', html`<p>A source</p>`, 'source', true),
    fold('The rest', html`<p>On a phone</p>`, 'rest'),
  ],
  list: list(['One', html`${status('late', 'late')} two`]),
  firstOf: components.firstOf(['One', 'Two', 'Three', 'Four'], { phone: 1, desk: 3 }),
  bullets: bullets(['One', 'Two']),
  andMore: bullets(['One', 'Two', 'Three'], 1),
  table: components.table(
    'A table',
    ['Paper', 'Status', 'Due'],
    [
      ['TB test', status('to-do', 'get started'), dateChip('by', '2027-03-02', TODAY, true)],
      ['Flu shot', status('done', 'done'), ''],
    ],
  ),
  labeled: components.labeled('Next step', undefined),
  columns: columns(html`<p>Wide</p>`, html`<p>Narrow</p>`),
  link: link('#content', 'A place of ours'),
  draft: components.draft({ to: '', subject: 'A question', body: 'Do you take visitors?' }),
  withLinks: components.withLinks('A host, https://example.org/a/page, checked Mon, Mar 1'),
  outgoing: outgoing({ label: 'A page that is not ours', url: 'https://example.org' }),
  hiddenFields: html`<form>${components.hiddenFields({ kept: 'unseen' })}</form>`,
  button: [
    button({ action: '#', label: 'Report it', hint: 'What it does.' }),
    button({ action: '#', label: 'The other answer', isPlain: true }),
  ],
  field: field(
    { id: 'wrong', label: 'A field', hint: 'What to enter.', error: 'What is wrong.' },
    (ties) => html`<input name="wrong" ${ties}>`,
  ),
  tick: components.tick({ id: 'tick', label: 'Yes or nothing' }, html`name="tick" value="yes"`),
  input: [
    input({ id: 'line', name: 'line', label: 'A line', isOptional: true }),
    input({ id: 'lines', name: 'lines', label: 'Several lines', rows: 3 }),
  ],
  addressField: components.addressField('Your email address is empty.'),
  select: components.select({ id: 'one', name: 'one', label: 'One of several', chosen: 'b' }, [
    ['a', 'One'],
    ['b', 'Two'],
  ]),
  optionsOf: html`<label>Options <select>${components.optionsOf([['a', 'One']])}</select></label>`,
  dateChip: ['2027-06-01', '2027-03-29', '2027-03-10', '2027-03-02'].map((day) =>
    dateChip('by', day as typeof TODAY, TODAY, true),
  ),
  status: (Object.keys(SHAPES) as Shape[]).map((shape) => html`<p>${status(shape, shape)}</p>`),
  track: [
    track(storyOf().rotation, 'to-do', true),
    track(acceptedAtBrown().rotation, 'late', true),
    track(acceptedAtBrown().rotation, 'waiting'),
    letterTrack({ ...LETTER, status: 'requested', since: '2027-03-01T00:00:00.000Z' }),
  ],
  form: (
    ['day', 'line', 'note', 'number', 'address', 'choice', 'text', 'url', 'tick'] as const
  ).map((kind) => {
    const one = { name: kind, label: `A ${kind}`, kind, choices: [{ value: 'a', label: 'A' }] };
    return fieldMarkup({ key: 'sample', fields: [one] }, one, '');
  }),
};

describeInBrowser('the components', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  const whole = page(
    'Components',
    html`<h1>Components</h1>${Object.entries(STATES).map(
      ([name, states]) => html`<h2>${name}</h2>${states}`,
    )}`,
  ).replace('</head>', `${raw(`<style>${STYLE_SHEET}</style>`)}</head>`);

  test.each([PHONE, DESK])('in every state at $width px, by day and by night', async (size) => {
    const shown = await browser.open(size);
    await shown.setContent(whole);
    await shown.emulateMedia({ colorScheme: 'light' });
    expect(await faultsOf(shown)).toEqual([]);
    // So that there is a picture of each.
    if (size === DESK) await shown.emulateMedia({ colorScheme: 'light' });
    await shown.close();
  });
});

/** The open pages as anybody asks for them: no account, nothing written, bad questions answered by name. */
import { describe, expect, test } from 'vitest';
import { shortlistApp } from '#functions/shortlist.ts';
import { QUERY_CHARACTERS_MAX } from '#shared/base/limits.ts';
import { weighHere } from '#shared/shortlist/weigh.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../cast.ts';

const logged: string[] = [];
const app = shortlistApp({
  clock: { now: () => MONDAY },
  worldFor: () => PUBLISHED_WORLD,
  weigh: weighHere,
  baseUrl: 'https://rotations.example.org',
  newId: () => 'ref-1',
  log: (_, event) => logged.push(event),
});
const ALICE =
  'matchYear=2028&pathway=integrated-ir&enrollment=enrolled&entry=visa&schoolInVslo=yes&step1Passed=yes&month.2027-04=yes&month.2027-05=yes&month.2027-06=yes&region1=new-england';

async function get(path: string): Promise<{ status: number; text: string }> {
  const answer = await app.request(path);
  return { status: answer.status, text: await answer.text() };
}

describe('the shortlist', () => {
  test('asks its questions', async () => {
    const { status, text } = await get('/shortlist');
    expect(status).toBe(200);
    expect(text).toContain('You need no account, and nothing is stored.');
    expect(text).toContain('name="month.2027-04"');
    expect(text).not.toMatch(/name="(age|gender|nationality)"/);
  });

  test('answers with two lists, whole plans, costs and what a change would do', async () => {
    const { status, text } = await get(`/shortlist?${ALICE}&visaWaitDays=30&budgetUsd=30000`);
    expect(status).toBe(200);
    for (const words of [
      'href="/programs/hosts/yale-international-electives"',
      'You can apply to 3; ask 66 first.',
      'Left out (69)',
      'The first places of your list',
      'The visa appointment comes two months later',
      'Where to apply',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/probab|likelihood|chance/i);
  });

  test('pages the applications and keeps the questions in the address', async () => {
    const { text } = await get(`/shortlist?${ALICE}&page=2`);
    expect(text).toContain('Page 2 of 25');
    expect(text).toContain('region1=new-england&amp;page=3#applications');
  });

  test('says so where nothing is left', async () => {
    const { text } = await get(
      '/shortlist?matchYear=2028&pathway=dr-esir&enrollment=enrolled&month.2026-12=yes&budgetUsd=0',
    );
    expect(text).toMatch(
      /No place on your list can still be reached|No whole plan stays within your budget/,
    );
  });
});

describe('places side by side', () => {
  const of = (...ids: string[]) => ids.map((id) => `compare.${id}=yes`).join('&');
  const [YALE, GWU, UAB, UCSF] = [
    'yale-international-electives',
    'george-washington-university-icep-international-electives',
    'uab-international-electives',
    'ucsf-visiting-electives',
  ] as const;
  const table = (text: string) => /<div class="compare">[\s\S]*?<\/table>/.exec(text)?.[0] ?? '';
  const headings = (text: string) =>
    [...table(text).matchAll(/<th scope="(?:col|row)">(.*?)<\/th>/g)].map(([, words]) => words);

  test('say of three what decides, in the order of the list', async () => {
    const { status, text } = await get(`/shortlist?${ALICE}&${of(UAB, YALE, GWU)}`);
    expect(status).toBe(200);
    expect(headings(text).map((each) => each?.replace(/:.*/, ''))).toEqual([
      'What decides',
      'Yale School of Medicine',
      'George Washington University',
      'University of Alabama at Birmingham',
      ...['Can you apply?', 'What it brings', 'Fit', 'Tier', 'Cost', 'Time', 'Visa', 'Letters'],
      ...['Teaching', 'Find out first', 'Source', 'Next'],
    ]);
    for (const words of [
      'Application: $15 · Tuition: $4,775 · Housing: not known',
      'DR residency with ESIR (2023) (as of 2023: ask again)',
      'University of Alabama at Birmingham accepts B-1 or B-2.',
      'medicine.yale.edu ↗</a>, checked Sun, May 17, 2026',
    ]) {
      expect(table(text)).toContain(words);
    }
  });

  test('include one that a rule forbids, with the rule', async () => {
    const { text } = await get(`/shortlist?${ALICE}&${of(YALE, UCSF)}`);
    expect(table(text)).toContain('UCSF accepts no students from schools outside the US here.');
  });

  test('keep their ticks in the rows, on the next page, and in the address', async () => {
    const { text } = await get(`/shortlist?${ALICE}&${of(YALE, UAB)}&places=2`);
    expect(text).toContain(`<input type="hidden" name="compare.${YALE}" value="yes">`);
    expect(text).toContain(`${of(YALE, UAB).replace('&', '&amp;')}&amp;places=3#rotations`);
    const first = await get(`/shortlist?${ALICE}&${of(YALE, UAB)}`);
    expect(first.text).toContain(`name="compare.${YALE}" value="yes" checked`);
    expect(first.text).not.toContain(`name="compare.${GWU}" value="yes" checked`);
  });

  test.each([
    ['one', of(YALE), 'You chose one place. Choose two or three to compare.'],
    ['four', of(YALE, GWU, UAB, UCSF), 'You chose 4 places. Choose two or three to compare.'],
    ['a stranger', of(YALE, 'atlantis'), 'No place on this list is named “atlantis”.'],
    ['an object’s own name', of(YALE, '__proto__'), 'is named “__proto__”.'],
  ])('are refused where they are %s, and the list stays', async (_, query, words) => {
    const { status, text } = await get(`/shortlist?${ALICE}&${query}`);
    expect(status).toBe(422);
    expect(text).toContain(words);
    expect(text).toContain(`name="compare.${YALE}" value="yes" checked`);
    expect(table(text)).toBe('');
  });
});

describe('a score typed on the page', () => {
  const compareAll = async (scores: Record<string, string>) => {
    const answer = await app.request(`/shortlist?${ALICE}`, {
      method: 'POST',
      headers: { origin: 'https://rotations.example.org' },
      body: new URLSearchParams(scores),
    });
    return { status: answer.status, text: await answer.text() };
  };
  const compare = (score: string) => compareAll({ score });
  const lists = (text: string) => text.slice(0, text.indexOf('id="figures"'));

  test('is compared with published medians, each with its year', async () => {
    const { status, text } = await compare('250');
    expect(status).toBe(200);
    expect(text).toContain(
      'Integrated IR 2026: Step 2 CK of IMGs. matched, 11 people: median 260, yours is 10 points lower; not matched, 10 people: median 250, yours is the same.',
    );
  });

  test('changes no byte of the lists, and is neither in the page nor in the log', async () => {
    const before = lists((await get(`/shortlist?${ALICE}`)).text);
    for (const score of ['201', '228', '262', '299']) {
      const { text } = await compare(score);
      expect(lists(text)).toBe(before);
      expect(text.slice(text.indexOf('id="figures"'))).not.toContain(`value="${score}"`);
    }
    expect(logged).toEqual([]);
  });

  test.each(['0', '301', 'high', '250.5', ''])(
    'is refused where it is none: “%s”',
    async (score) => {
      const { status, text } = await compare(score);
      expect(status).toBe(422);
      expect(text).toContain('A Step 2 CK score is a whole number from 1 to 300');
      expect(lists(text)).toBe(lists((await get(`/shortlist?${ALICE}`)).text));
    },
  );

  test('of English is compared, and is in no link, list, or log', async () => {
    const before = lists((await get(`/shortlist?${ALICE}`)).text);
    const { status, text } = await compareAll({ score: '', toefl: '117' });
    expect(status).toBe(200);
    expect(text).toMatch(/UPMC[^<]*is high enough/);
    expect(lists(text)).toBe(before);
    expect(text).not.toContain('117');
    expect(logged).toEqual([]);
  });

  test('that is none keeps what was typed beside it', async () => {
    const { status, text } = await compareAll({ score: '251', toefl: '999' });
    expect(status).toBe(422);
    expect(text).toContain('Enter a score from 1 to 120.');
    expect(text).toContain('value="251"');
    expect(text).toMatch(/<details class="form" open><summary>English tests/);
  });

  test('is never a question of the form whose answers are the address', async () => {
    const [, form = ''] = (await get('/shortlist')).text.split('<form method="get"');
    expect(form).toContain('name="oetPassed"');
    expect(form).not.toMatch(/name="[^"]*(english|toefl|score)/);
    const { text } = await get(`/shortlist?${ALICE}&english.toefl=117`);
    expect(text).not.toContain('117');
  });

  test('under another name is refused', async () => {
    expect((await compareAll({ score: '250', nationality: 'IN' })).status).toBe(400);
  });

  test('is not taken from another site', async () => {
    const answer = await app.request(`/shortlist?${ALICE}`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example.org' },
      body: new URLSearchParams({ score: '250' }),
    });
    expect(answer.status).toBe(403);
  });
});

describe('a bad question is answered by name, and what was entered is kept', () => {
  test.each([
    [
      'an impossible date',
      `${ALICE}&graduationOn=2027-02-30`,
      'Graduation day, past or expected: Enter a date such as 2027-05-31, from 2000 to 2100',
    ],
    ['a date of long ago', `${ALICE}&graduationOn=1900-05-31`, 'from 2000 to 2100'],
    ['a date far ahead', `${ALICE}&graduationOn=3000-05-31`, 'from 2000 to 2100'],
    [
      'less than nothing',
      `${ALICE}&budgetUsd=-5`,
      'Total budget, in US dollars: Enter a whole number from 0 to 1,000,000',
    ],
    [
      'a month that is none',
      `${ALICE}&month.2027-13=yes`,
      'Months: Choose from those on this page',
    ],
    ['markup for a place', `${ALICE}&region2=%3Cb%3E`, 'Second choice: Choose an answer'],
    ['a word for a yes', `${ALICE}&oetPassed=so`, 'Have you passed the OET\\? Choose an answer'],
    ['nationality', `${ALICE}&nationality=IN`, 'Nationality is not asked'],
    ['a field twice', `${ALICE}&matchYear=2029`, 'matchYear was sent twice'],
    [
      'nothing of what is needed',
      'entry=visa',
      'Your Match year: Enter a whole number from 2020 to 2060',
    ],
    [
      'a word for a number',
      `${ALICE}&budgetUsd=much`,
      'Total budget, in US dollars: Enter a whole number',
    ],
    ['an object’s own names', `${ALICE}&__proto__=1&costs.constructor=3`, 'is not a known field'],
  ])('%s', async (_, query, sentence) => {
    const { status, text } = await get(`/shortlist?${query}`);
    expect(status).toBe(422);
    expect(text).toMatch(new RegExp(sentence));
    if (query.startsWith(ALICE)) expect(text).toContain('value="yes" checked');
  });

  test('a score in the address is no part of the question', async () => {
    const { status, text } = await get(`/shortlist?${ALICE}&step2CkScore=277`);
    expect(status).toBe(200);
    expect(text).not.toContain('277');
  });

  test('what an email put behind the address is no part of the question', async () => {
    const marked = await get(`/shortlist?${ALICE}&utm_source=email&gclid=1&hobby=chess`);
    expect(marked.status).toBe(200);
    expect((await get('/shortlist?utm_source=email')).status).toBe(200);
  });

  test('an address that is too long', async () => {
    expect((await get(`/shortlist?text=${'x'.repeat(QUERY_CHARACTERS_MAX)}`)).status).toBe(414);
  });

  test('markup in a value is shown as text', async () => {
    const { text } = await get(`/shortlist?${ALICE}&graduationOn=%22%3E%3Cscript%3E`);
    expect(text).not.toContain('<script>');
  });
});

describe('the directory', () => {
  test('shows all it has, page by page', async () => {
    const { text } = await get('/programs?page=18');
    expect(text).toContain('435 found');
    expect(text).toContain('Page 18 of 18');
  });

  test.each([
    ['text', 'text=yale', '5 found'],
    ['an alias', 'text=MGH', '3 found'],
    ['a near spelling', 'text=Stanfrod', '4 found'],
    ['a state', 'place=CT&kind=integrated-ir', '1 found'],
    ['a division', 'place=new-england&kind=integrated-ir', '10 found'],
    ['ESIR', 'esir=yes', '4 found'],
    [
      'ESIR that a hint names',
      'text=Corewell+William+Beaumont&kind=integrated-ir',
      'ESIR: a hint only',
    ],
    ['J-1', 'visa=j1', '6 found'],
    ['H-1B', 'visa=h1b', '1 found'],
    ['hosts alone', 'kind=host', '139 found'],
    ['nothing', 'text=atlantis', 'No match'],
  ])('finds by %s', async (_, query, words) => {
    expect((await get(`/programs?${query}`)).text).toContain(words);
  });

  test('counts those of which it is not known, and never as no', async () => {
    const { text } = await get('/programs?month=7&mode=hands-on');
    expect(text).toMatch(/<h2 id="found">3 found/);
    expect(text).toMatch(/65 more may match/);
  });

  test('leaves out a condition it does not know, and says so', async () => {
    const { status, text } = await get('/programs?text=Brown&utm_source=x&%3Cb%3E=red');
    expect(status).toBe(200);
    expect(text).toContain(
      'Ignored, because this search has no such filter: utm_source, &lt;b&gt;.',
    );
  });

  test('refuses what a condition cannot be', async () => {
    const { status, text } = await get('/programs?month=13');
    expect(status).toBe(422);
    expect(text).toContain('role="alert"');
  });

  test.each([
    ['/programs/4160800001', 'Which visas do you sponsor for residents'],
    ['/programs/hosts/stanford', 'an evaluation only, no letter'],
    ['/programs/hosts/yale', 'Do visiting students scrub in on procedures?'],
  ])('%s tells what is known, from where, and what to ask', async (path, words) => {
    const { status, text } = await get(path);
    expect(status).toBe(200);
    expect(text).toContain(words);
    expect(text).toContain('checked');
    expect(text).toMatch(/mailto:\S*\?subject=/);
  });

  test('a program shows two pages that disagree, which of them only hints, and the figures of its specialty', async () => {
    const { text } = await get('/programs/4201121250');
    expect(text).toContain('J-1 (ECFMG); H-1B; F-1 (OPT first year) (2026-27 listing)');
    expect(text).toContain('ECFMG J-1 supported for residents; anything else only in limited');
    expect(text).toContain('a hint: the page is of 2013. Ask the program');
    expect(text).toContain('The whole country');
    expect(text).toContain('J-1 offered by 76 of 104 answering programs (73.1%)');
    expect(text).not.toContain('245 positions');
  });

  test.each(['/programs/9999999999', '/programs/hosts/atlantis', '/programs/constructor'])(
    '%s is no page',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});

test('nothing else takes a form: what is posted finds no page', async () => {
  const answer = await app.request('/programs', { method: 'POST', body: ALICE });
  expect(answer.status).toBe(404);
  expect(logged).toEqual([]);
});

/** Omar advises c2028, Mal the cohort c2029. Each alone, or the two together by a trick, tries to move everybody's dates. */
import { describe, expect, test } from 'vitest';
import { AUDIT_KEPT, changeWorld } from '#functions/change-world.ts';
import { dismissAdvisor, enrollAdvisor } from '#functions/enroll-advisor.ts';
import { presentWorld } from '#functions/present-world.ts';
import { worldItem } from '#functions/read-world.ts';
import { DATES_CONFIRM_PATH, DATES_PATH } from '#shared/base/links/advisor-paths.ts';
import { SELF_COHORT } from '#shared/people/applicant/pending.ts';
import { correct, UNCONFIRMED_CORRECTIONS_MAX } from '#shared/world/corrections/change-world.ts';
import { correctionSchema } from '#shared/world/corrections/correction.ts';
import { HOST_CELLS, HOST_FIELDS } from '#shared/world/corrections/host-cells.ts';
import { MONDAY } from '../../../cast.ts';
import { aliceAtYale } from '../../../shared/people/mailing/alice.ts';
import { type AdvisorsStage, advisorsStage, FOREIGN, OWN, TEAM } from '../../advisors-stage.ts';

const MATCH = {
  update: 'c1',
  of: 'season',
  season: '2028',
  event: 'match-day',
  day: '2028-03-24',
  source: 'https://www.nrmp.org/match-calendars/',
  certainty: 'official',
  checkedOn: '2026-11-23',
  reason: 'NRMP published its calendar',
};
const { event: _, season: __, day: ___, ...STATED } = MATCH;
const YALE = {
  ...STATED,
  of: 'host',
  institutionId: 'yale',
  leadDays: '130',
  source: 'https://medicine.yale.edu/',
};
const HOSTS = ['yale', 'stanford', 'ucsf', 'uab', 'mount-sinai'];

describe('an advisor of an empty cohort', () => {
  test('moves nobody’s dates by the six requests that moved everybody’s', async () => {
    const stage = await advisorsStage();
    const mal = await stage.other('Mal');
    const stranger = {
      source: 'https://evil.example/buy',
      certainty: 'official',
      checkedOn: '2026-11-23',
      reason: 'x',
    };
    const six = [
      ...HOSTS.map((institutionId, n) => ({
        ...stranger,
        update: `u${n}`,
        of: 'host',
        institutionId,
        leadDays: '1',
      })),
      {
        ...stranger,
        update: 'u9',
        of: 'season',
        season: '2028',
        event: 'eras-submit-opens',
        day: '2027-08-18',
      },
    ];
    for (const fields of six) {
      for (const certainty of ['official', 'secondary']) {
        await stage.save(DATES_PATH, { ...fields, certainty }, mal);
      }
    }
    const worldFor = await worldsAt(stage);
    expect(worldFor(OWN)).toBe(worldFor());
    for (const id of HOSTS) {
      expect(worldFor(OWN).host(id)?.leadDays, id).not.toBe(1);
      expect(
        worldFor(FOREIGN).host(id)?.corrected?.leadDays?.provenance.certainty ?? 'secondary',
        id,
      ).toBe('secondary');
    }
  });

  test('cannot use up the corrections of others by five hundred of their own', async () => {
    const stage = await advisorsStage();
    const mal = await stage.other('Mal');
    const malsId = (await stage.store.read('cohort', FOREIGN))?.advisorIds[0] ?? '';
    const unconfirmed = { by: 'Mal', advisorId: malsId, cohortIds: [FOREIGN] };
    for (let n = 0; n < 500; n += 1) {
      const season = 2029 + (n % 30);
      const event = n < 250 ? 'match-day' : 'eras-opens';
      const day = n < 250 ? `${season}-03-${10 + (n % 15)}` : `${season - 1}-06-${10 + (n % 15)}`;
      const { source, checkedOn } = MATCH;
      const of = correctionSchema.parse({
        of: 'season',
        id: `m${n}`,
        season,
        event,
        day,
        source,
        checkedOn,
        certainty: 'official',
        unconfirmed,
      });
      await changeWorld(stage.deps, (item) =>
        correct(item, of, { id: of.id, by: 'Mal', reason: 'x' }, MONDAY),
      );
    }
    expect((await worldItem(stage.store)).corrections.length).toBeLessThanOrEqual(
      UNCONFIRMED_CORRECTIONS_MAX,
    );
    const more = await stage.post(DATES_PATH, { ...YALE, update: 'more' }, mal);
    expect([more.status, await more.text()]).toEqual([
      409,
      expect.stringContaining('as many unconfirmed corrections as a cohort can have'),
    ]);
    expect((await stage.save(DATES_PATH, MATCH, await stage.cookie('advisor'))).status).toBe(303);
  });
});

describe('a second person', () => {
  test('who advises another cohort confirms it for everyone, seeing their own people’s names and no others', async () => {
    const { stage, mal, worldFor } = await entered();
    await stage.store.write({ ...named('bob', 'Bob Foreigner'), cohortId: FOREIGN });
    await stage.store.write({ ...named('alice', 'Alice Own'), cohortId: OWN });
    await stage.store.write({ ...named('carol', 'Carol Self'), cohortId: SELF_COHORT });
    const page = await (await stage.get(DATES_PATH, mal)).text();
    expect(page).toContain('Entered by an advisor of other cohorts.');
    for (const secret of ['Omar', 'NRMP published', OWN]) expect(page).not.toContain(secret);
    const shown = await stage.post(DATES_CONFIRM_PATH, CONFIRM, mal);
    const preview = await shown.text();
    expect(preview).toContain('Bob Foreigner');
    expect(preview).toContain('Match Day: now Fri, Mar 17, 2028, then Fri, Mar 24, 2028');
    // Alice has it already.
    expect(preview).toContain('In other cohorts: 1 person.');
    for (const other of ['Alice', 'Carol']) expect(preview).not.toContain(other);
    expect((await worldFor())().season(2028).dates['match-day']?.day).toBe('2028-03-17');
    expect((await stage.save(DATES_CONFIRM_PATH, CONFIRM, mal)).status).toBe(303);
    expect((await worldFor())().season(2028).dates['match-day']).toMatchObject({
      day: '2028-03-24',
      certainty: 'official',
    });
  });

  test('is not its author', async () => {
    const { confirms, stage } = await entered();
    expect(await confirms(await stage.cookie('advisor'))).toContain('You entered this yourself.');
  });

  test('is not a colleague, nor the author under a second address in the same cohort', async () => {
    const { confirms, stage } = await entered();
    for (const cookie of [await stage.cookie('lead'), await stage.other('Omar2', OWN)]) {
      expect(await confirms(cookie)).toContain('You share a cohort with the advisor');
    }
  });

  test('is not a colleague who leaves the cohort to confirm', async () => {
    const { confirms, stage } = await entered();
    await stage.other('Moving', OWN);
    await dismissAdvisor(stage.deps, 'moving@example.net', OWN);
    expect(await confirms(await stage.other('Moving'))).toContain(
      'You share a cohort with the advisor',
    );
  });

  test('is not one whose cohort the author has joined since, or joined and left', async () => {
    const { confirms, stage, mal } = await entered();
    const profile = { ...TEAM.advisor, zone: 'America/Chicago' };
    await enrollAdvisor(stage.deps, {
      profile,
      role: 'advisor',
      cohort: { id: FOREIGN, name: 'x' },
    });
    expect(await confirms(mal)).toContain('You share a cohort with the advisor');
    await dismissAdvisor(stage.deps, TEAM.advisor.address, FOREIGN);
    expect(await confirms(mal)).toContain('You share a cohort with the advisor');
  });

  test('is not one who was dismissed, and sees no page', async () => {
    const { stage, mal } = await entered();
    await dismissAdvisor(stage.deps, 'mal@example.net', FOREIGN);
    expect((await stage.save(DATES_CONFIRM_PATH, CONFIRM, mal)).status).toBe(403);
    expect((await worldItem(stage.store)).audit).toHaveLength(1);
  });

  test.each([
    ['reads only', FOREIGN, 'auditor', 403],
    ['has no cohort but the plans that people began themselves', SELF_COHORT, 'advisor', 409],
  ] as const)('is not one who %s', async (_, cohortId, role, status) => {
    const { stage } = await entered();
    const cookie = await stage.other('Pat', cohortId, role);
    expect((await stage.save(DATES_CONFIRM_PATH, CONFIRM, cookie)).status).toBe(status);
    expect((await worldItem(stage.store)).audit).toHaveLength(1);
  });

  test('who sends it twice confirms once, and a replay under another id finds nothing', async () => {
    const { stage, mal } = await entered();
    await stage.save(DATES_CONFIRM_PATH, CONFIRM, mal);
    expect((await stage.save(DATES_CONFIRM_PATH, CONFIRM, mal)).status).toBe(303);
    expect(
      (await stage.save(DATES_CONFIRM_PATH, { ...CONFIRM, update: 'again' }, mal)).status,
    ).toBe(409);
    expect((await worldItem(stage.store)).audit.map(({ act }) => act)).toEqual([
      'corrected',
      'confirmed',
    ]);
  });
});

test('the id of another’s correction is not taken for a second one', async () => {
  const { stage, mal } = await entered();
  for (let n = 0; n < 2 * AUDIT_KEPT; n += 1) {
    const own = { ...MATCH, update: `o${n}`, event: 'eras-opens', day: `2027-06-0${3 + (n % 2)}` };
    await stage.save(DATES_PATH, own, await stage.cookie('lead'));
  }
  expect((await worldItem(stage.store)).audit.map(({ id }) => id)).not.toContain('c1');
  await stage.save(DATES_PATH, { ...MATCH, day: '2028-03-31' }, mal);
  const days = (await worldItem(stage.store)).corrections.flatMap((each) =>
    each.id === 'c1' && each.of === 'season' ? [each.day] : [],
  );
  expect(days).toEqual(['2028-03-24']);
});

describe('nothing is saved that was not shown', () => {
  test('a form posted once shows whom it affects, and saves nothing', async () => {
    const stage = await advisorsStage();
    await stage.store.write({ ...named('alice', 'Alice Own'), cohortId: OWN });
    const shown = await stage.post(DATES_PATH, MATCH, await stage.cookie('advisor'));
    const page = await shown.text();
    for (const part of [
      'Nothing is saved yet.',
      'In your cohorts: 1 person.',
      'Alice Own',
      'Match Day: now Fri, Mar 17, 2028, then Fri, Mar 24, 2028',
    ]) {
      expect(page).toContain(part);
    }
    expect((await worldItem(stage.store)).version).toBe(0);
  });

  test('a guessed digest shows it again, and so does one from before another person joined', async () => {
    const stage = await advisorsStage();
    const cookie = await stage.cookie('advisor');
    const digest =
      /name="digest" value="([^"]+)"/.exec(
        await (await stage.post(DATES_PATH, MATCH, cookie)).text(),
      )?.[1] ?? '';
    await stage.store.write({ ...named('alice', 'Alice Own'), cohortId: OWN });
    for (const guess of ['', 'guess', digest]) {
      const answer = await stage.post(
        DATES_PATH,
        { ...MATCH, step: 'save', digest: guess },
        cookie,
      );
      expect([answer.status, await answer.text()]).toEqual([
        409,
        expect.stringContaining('Alice Own'),
      ]);
    }
    expect((await worldItem(stage.store)).version).toBe(0);
  });

  test.each([
    [
      'one day in the past',
      { ...MATCH, event: 'nrmp-late-fee-after', day: '2026-11-22', season: '2027' },
    ],
    ['five weeks nearer', { ...MATCH, event: 'eras-opens', day: '2027-04-28' }],
    ['a host’s, five weeks nearer', { ...YALE, leadDays: '155' }],
    ['a host’s, past', { ...YALE, leadDays: '2026-11-01' }],
  ])('a date %s is asked again', async (_, form) => {
    const stage = await advisorsStage();
    const cookie = await stage.cookie('advisor');
    const answer = await stage.save(DATES_PATH, form, cookie);
    expect([answer.status, await answer.text()]).toEqual([
      409,
      expect.stringContaining('nearer by more than 30 days, or into the past'),
    ]);
    expect((await worldItem(stage.store)).version).toBe(0);
    expect((await stage.save(DATES_PATH, { ...form, again: 'yes' }, cookie)).status).toBe(303);
  });

  test.each([
    ['a month nearer', { ...MATCH, event: 'eras-opens', day: '2027-05-05' }],
    ['later', MATCH],
    ['a host’s, a month nearer', { ...YALE, leadDays: '150' }],
    ['a host’s, on a calendar day ahead', { ...YALE, leadDays: '2027-03-01' }],
  ])('a date %s is saved after one look', async (_, form) => {
    const stage = await advisorsStage();
    expect((await stage.save(DATES_PATH, form, await stage.cookie('advisor'))).status).toBe(303);
  });
});

describe('a form with many fields', () => {
  const { leadDays: _lead, ...PAGE } = YALE;

  test.each([
    ['markup', { notes: '<img src=x onerror=alert(1)>', mode: 'none' }, 'Role of visitors: Use'],
    ['a script for a page', { applyAt: 'javascript:alert(1)' }, 'Where to apply: Enter'],
    ['a page with a user’s name', { applyAt: 'https://yale.edu@evil.example/' }, 'Where to apply'],
    [
      'a page that reads backward',
      { applyAt: 'https://yale.edu/\u202efdp' },
      'Where to apply: Enter',
    ],
    ['a mailbox with more readers', { applyAt: 'a@yale.edu?bcc=b@evil.example' }, 'Where to'],
    ['ten thousand characters', { visaWords: 'x | '.repeat(3000) }, 'at most 2,000 characters'],
    ['a fee below nothing', { deposit: '-1', graduates: 'yes' }, 'Deposit: A fee is whole'],
    ['a score in words', { toefl: 'one hundred', graduates: 'yes' }, 'Minimum TOEFL score: Enter'],
    ['no field at all', {}, 'Fill in what you want to correct'],
  ])('of which one holds %s is refused as a whole, with the field named', async (_, of, words) => {
    const stage = await advisorsStage();
    const form = { ...PAGE, ...of, update: 'f1' };
    const answer = await stage.save(DATES_PATH, form, await stage.cookie('advisor'));
    const page = await answer.text();
    expect([answer.status, page]).toEqual([422, expect.stringContaining(words)]);
    expect(page).not.toContain('<img');
    expect((await worldItem(stage.store)).version).toBe(0);
  });

  test('takes every field of words at its longest, in any alphabet', async () => {
    const stage = await advisorsStage();
    const longest = Array.from({ length: 4 }, () => 'क'.repeat(399)).join(' | ');
    const words = HOST_FIELDS.filter((field) => HOST_CELLS[field].kind === 'words');
    const form = Object.fromEntries(words.map((field) => [field, longest]));
    const omar = await stage.cookie('advisor');
    const saved = await stage.save(DATES_PATH, { ...PAGE, ...form, update: 'f1' }, omar);
    expect(saved.status).toBe(303);
    expect((await worldItem(stage.store)).corrections).toHaveLength(words.length);
  });

  test('of which one is a whole page names it, and keeps all that was typed', async () => {
    const stage = await advisorsStage();
    const pasted = 'months '.repeat(15_000);
    const form = { ...PAGE, update: 'f1', notes: 'as they told us', monthsWords: pasted };
    const answer = await stage.post(DATES_PATH, form, await stage.cookie('advisor'));
    const page = await answer.text();
    expect([answer.status, page]).toEqual([
      422,
      expect.stringContaining('Months, in the page’s words: Enter what the page says, in at most'),
    ]);
    expect(page).toContain(pasted.trim());
    expect(page).toContain('value="as they told us"');
  });

  test('has no field whose text a browser cuts off unseen', async () => {
    const stage = await advisorsStage();
    const path = `${DATES_PATH}?of=host&institutionId=yale`;
    const page = await (await stage.get(path, await stage.cookie('advisor'))).text();
    for (const field of HOST_FIELDS) {
      const [shown = ''] = new RegExp(`<[^>]* name="${field}"[^>]*>`).exec(page) ?? [];
      expect(shown).not.toBe('');
      expect(shown).not.toContain('maxlength');
    }
  });

  test('is one look and one press, each field a correction of its own', async () => {
    const stage = await advisorsStage();
    const form = { ...PAGE, update: 'f1', graduates: 'yes', toefl: '110', notes: '<b>new</b>' };
    expect((await stage.save(DATES_PATH, form, await stage.cookie('advisor'))).status).toBe(303);
    const { corrections } = await worldItem(stage.store);
    expect(corrections.map(({ id }) => id)).toEqual(['f1', 'f1-2', 'f1-3']);
    const mals = await (await stage.get(DATES_PATH, await stage.other('Mal'))).text();
    expect(mals).toContain('&lt;b&gt;new&lt;/b&gt;');
    expect((await worldsAt(stage))(FOREIGN)).toBe((await worldsAt(stage))());
  });

  test('of two advisors at one time changes only what each filled in; of one field neither counts', async () => {
    const stage = await advisorsStage();
    const omars = { ...PAGE, update: 'f1', toefl: '110', ielts: '7' };
    const danas = { ...PAGE, update: 'f2', toefl: '100', step1: 'before-start' };
    expect((await stage.save(DATES_PATH, omars, await stage.cookie('advisor'))).status).toBe(303);
    expect((await stage.save(DATES_PATH, danas, await stage.cookie('lead'))).status).toBe(303);
    const host = (await worldsAt(stage))(OWN).host('yale');
    expect(host?.offering.read?.english?.minimum).toEqual({ ielts: 7 });
    expect(host?.offering.read?.step1).toBe('before-start');
    expect(host?.disputed).toEqual(['toefl']);
  });
});

test.each([
  'https://www.nrmp.org.evil.example/calendar',
  'https://nrmp.org@evil.example/',
  'https://xn--nrmp-tda.org/',
])('a look-alike domain is not official: %s', async (source) => {
  const stage = await advisorsStage();
  const answer = await stage.save(DATES_PATH, { ...MATCH, source }, await stage.cookie('advisor'));
  expect(answer.status).toBe(422);
});

const CONFIRM = { update: 'confirm-1', entry: 'c1' };

/** Omar entered Match Day for c2028. */
async function entered() {
  const stage = await advisorsStage();
  await stage.save(DATES_PATH, MATCH, await stage.cookie('advisor'));
  return {
    stage,
    mal: await stage.other('Mal'),
    worldFor: () => worldsAt(stage),
    /** The refusal; it also asserts that nothing was changed. */
    async confirms(cookie: string) {
      const answer = await stage.save(DATES_CONFIRM_PATH, CONFIRM, cookie);
      expect(answer.status).toBe(409);
      expect((await worldItem(stage.store)).audit).toHaveLength(1);
      return answer.text();
    },
  };
}

function worldsAt({ store, deps }: AdvisorsStage) {
  return presentWorld({ store, clock: deps.clock, log: () => undefined })();
}

function named(id: string, name: string) {
  const alice = aliceAtYale(id);
  return { ...alice, facts: { ...alice.facts, profile: { ...alice.facts.profile, name } } };
}

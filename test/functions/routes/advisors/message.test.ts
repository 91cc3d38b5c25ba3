/** A message to a list: written, previewed in its exact words, confirmed by POST, sent once. */
import { beforeEach, describe, expect, test } from 'vitest';
import { handOut } from '#functions/run-job.ts';
import { DAY_MS, plusMs } from '#shared/base/time/instant.ts';
import { newBulk } from '#shared/cohort/bulk.ts';
import { alice, bob, carol, MONDAY } from '../../../cast.ts';
import { acceptedAtBrown } from '../../../shared/plan/moves/stories.ts';
import { type AdvisorsStage, advisorsStage, OWN } from '../../advisors-stage.ts';

const PATH = `/advisors/c/${OWN}/message`;
const DRAFT = { subject: 'Office hours', text: 'Come on Friday.\r\n\r\nBring your list.' };
let stage: AdvisorsStage;
let dana: string;

beforeEach(async () => {
  stage = await advisorsStage();
  dana = await stage.cookie('lead');
  await stage.add(alice(), bob(), carol({ reach: 'bounced' }));
});

const preview = async (query = '', draft: Record<string, string> = DRAFT) =>
  stage.post(`${PATH}${query}`, { step: 'preview', ...draft }, dana);
const hidden = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

async function send(
  page: string,
  query = '',
  over: Record<string, string> = {},
): Promise<Response> {
  const ids = { update: hidden(page, 'update'), digest: hidden(page, 'digest') };
  return stage.post(`${PATH}${query}`, { step: 'send', ...DRAFT, ...ids, ...over }, dana);
}
/** As the job runner does. */
async function work(): Promise<void> {
  const job = { ...stage.deps, mayContinue: () => true };
  for (const { kind, id } of stage.jobs) if (kind === 'bulk') await handOut(job, id);
}
const causes = async (id: string) => (await stage.store.read('applicant', id))?.causes ?? [];

test('the preview has the exact words, who is held and who is skipped, and sends nothing', async () => {
  const page = await (await preview()).text();
  expect(page).toContain('2 applicants get it, 1 does not.');
  expect(page).toContain('Come on Friday.\nBring your list.');
  expect(page).toContain('Dana Advisor wrote this as your advisor.');
  expect(page).toContain('<li>Carol Núñez: not reached by email</li>');
  expect(page).toContain('Sent in their morning, because it is night there (1)');
  expect(await causes('alice')).toEqual([]);
});

test('who is still asked whether the plan is theirs is counted apart, and gets it after that', async () => {
  const person = bob({ version: 1 });
  const opensAt = plusMs(MONDAY, DAY_MS);
  await stage.store.write({ ...person, pending: { since: MONDAY, imported: true, opensAt } });
  const page = await (await preview()).text();
  expect(page).toContain(
    '1 applicant gets it, 1 gets it when they say that the plan is theirs, 1 does not.',
  );
  expect(page).toContain('Sent when they say that the plan is theirs');
  expect(page).toContain('Send it to 2 applicants');
  expect((await send(page)).status).toBe(303);
  await work();
  expect(await causes('bob')).toHaveLength(1);
});

test('a list of one filter is that list', async () => {
  const page = await (await preview('?img=graduate')).text();
  expect(page).toContain('1 applicant gets it.');
  expect((await send(page, '?img=graduate')).status).toBe(303);
  await work();
  expect([await causes('alice'), (await causes('bob')).length]).toEqual([[], 1]);
});

test('confirmed, it is in each item once, however often it is sent', async () => {
  const page = await (await preview()).text();
  const [first, again] = await Promise.all([send(page), send(page)]);
  expect([first?.status, again?.status]).toEqual([303, 303]);
  const location = first?.headers.get('location') ?? '';
  const underWay = await stage.get(location, dana);
  expect(underWay.headers.get('refresh')).toBe('2');
  expect(await underWay.text()).toContain('Sending: 0 of 2 applicants.');
  await work();
  const id = location.split('/').at(-1) ?? '';
  const kept = await stage.store.read('bulk', id);
  // As the advisor wrote it: an erasure has no recipient's name to find in it.
  expect(kept?.message).toEqual({
    from: 'Dana Advisor',
    by: (await stage.advisor('lead')).id,
    subject: DRAFT.subject,
    paragraphs: ['Come on Friday.', 'Bring your list.'],
  });
  expect(await stage.store.read('bulk-part', `${id}.0`)).toMatchObject({
    recipients: expect.arrayContaining(['alice', 'bob']),
    expiresAt: plusMs(MONDAY, 30 * DAY_MS),
  });
  expect((await causes('bob')).map(({ message }) => message?.paragraphs)).toEqual([
    ['Come on Friday.', 'Bring your list.'],
  ]);
  expect(await causes('carol')).toEqual([]);
  const shown = await (await stage.get(location, dana)).text();
  expect(shown).toContain('to 2 applicants');
  expect((await send(page)).status).toBe(303);
  await work();
  expect(await causes('bob')).toHaveLength(1);
});

describe('a field in braces', () => {
  const FIELDS = { subject: 'About {host}', text: 'Dear {name}, next: {next deadline}.' };

  test('is each one’s own, and who has none is named with the reason', async () => {
    const confirmed = alice({ facts: acceptedAtBrown().facts, version: 1 });
    await stage.add(confirmed);
    const { profile } = alice().facts;
    const idle = { ...confirmed.facts, rotations: [], profile: { ...profile, name: 'Ida Lund' } };
    await stage.store.write(alice({ id: 'idle', facts: idle }));
    const page = await (await preview('', FIELDS)).text();
    expect(page).toContain('<li>Ida Lund: has no open rotation, so no host</li>');
    expect((await send(page, '', FIELDS)).status).toBe(303);
    await work();
    const [given] = (await causes('alice')).map(({ message }) => message);
    expect(given?.subject).toBe('About Brown');
    expect(given?.paragraphs[0]).toMatch(/^Dear Alice Mathew, next: .+ \(due \w{3}, \w{3} \d+/);
    expect(await causes('idle')).toEqual([]);
  });

  test('names no visa and no health paper', async () => {
    const { facts } = acceptedAtBrown();
    const profile = { ...facts.profile, entry: 'visa' as const };
    const person = alice({ facts: { ...facts, profile } });
    await stage.add({ ...person, version: 1 });
    const page = await (await preview('?person=alice', FIELDS)).text();
    expect(page).toContain('next: one step for your Brown rotation (start by');
    expect(page).not.toMatch(/visa (?:appointment|interview)|titer/i);
  });

  test('that is misspelled is refused by name, and the draft is kept', async () => {
    const answer = await preview('', { ...FIELDS, text: 'Dear {nmae}' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(
      '“{nmae}” is not filled in. In braces, only {name}, {host}, and {next deadline}',
    );
    expect(page).toContain('Dear {nmae}</textarea>');
  });
});

describe('a contact', () => {
  const casesOf = async (id: string) => (await stage.store.read('applicant', id))?.casework?.cases;

  test('is in the case of each who was chosen, with its advisor, once', async () => {
    expect(await (await stage.get(`${PATH}?person=bob`, dana)).text()).toContain(
      'name="contact" value="yes" checked',
    );
    const asked = { ...DRAFT, contact: 'yes' };
    const page = await (await preview('?person=bob', asked)).text();
    await send(page, '?person=bob', asked);
    await work();
    await work();
    expect(await casesOf('bob')).toEqual([
      expect.objectContaining({ owner: 'Dana Advisor', contactedOn: '2026-11-23' }),
    ]);
    expect(await casesOf('alice')).toBeUndefined();
  });

  test('is not a message to a list, unless its advisor says so', async () => {
    expect(await (await stage.get(PATH, dana)).text()).not.toContain('value="yes" checked');
    await send(await (await preview()).text());
    await work();
    expect(await casesOf('bob')).toBeUndefined();
  });
});

test('what was sent is listed for the team, once each, and replies go to its author', async () => {
  const page = await (await preview()).text();
  expect(page).toContain('Replies go to you, at dana@school.example.org.');
  await Promise.all([send(page), send(page)]);
  await work();
  const listed = await (await stage.get(PATH, await stage.cookie('advisor'))).text();
  expect(listed.match(/>Office hours<\/a>/g)).toHaveLength(1);
  expect(listed).toContain('to 2 of 2 applicants');
  const elsewhere = await stage.get('/advisors/c/c2029/message', await stage.other('Noor'));
  expect(await elsewhere.text()).not.toContain('Office hours');
});

test('a long list is counted, named in part and has pages; all of it gets the message', async () => {
  for (let n = 0; n < 130; n += 1) await stage.store.write(alice({ id: `p${n}` }));
  const page = await (await preview()).text();
  expect(page).toContain('132 applicants get it');
  expect(page.match(/<li>Alice Mathew/g)?.length).toBeLessThan(60);
  expect(page).toContain('See all names');
  const names = async (at: string) =>
    (await (await stage.get(`${PATH}${at}`, dana)).text()).split('<li>').length - 1;
  expect(await names('?page=3')).toBe(25);
  expect((await send(page, '?page=3')).status).toBe(303);
  await work();
  expect((await causes('p129')).length).toBe(1);
});

test('a GET sends nothing', async () => {
  const page = await (await preview()).text();
  await stage.get(`${PATH}?step=send&update=${hidden(page, 'update')}`, dana);
  expect(await causes('bob')).toEqual([]);
});

describe('nothing is sent', () => {
  test('where the list has changed since the preview', async () => {
    const page = await (await preview()).text();
    await stage.store.write({ ...bob({ version: 1 }), reach: 'unsubscribed' });
    const answer = await send(page);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('The list has changed since the preview.');
    expect(await causes('alice')).toEqual([]);
  });

  test.each([
    ['without a subject', { subject: ' ' }, 'The subject is empty'],
    ['without a message', { text: '\n\n' }, 'The message is empty'],
    ['of too many paragraphs', { text: 'a\n\n'.repeat(6) }, 'too many paragraphs'],
    ['with an invisible character', { text: 'a\u202eb' }, 'The message is empty'],
  ])('%s', async (_, over, message) => {
    const answer = await preview('', { ...DRAFT, ...over });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(message);
  });

  test('to nobody', async () => {
    expect((await preview('?site=Nowhere')).status).toBe(409);
  });

  test('by an auditor, or about another cohort’s message', async () => {
    const quinn = await stage.cookie('auditor');
    expect((await stage.post(PATH, { step: 'send', ...DRAFT }, quinn)).status).toBe(403);
    const theirs = {
      id: 'theirs',
      cohortId: 'c2029',
      message: { from: 'X', subject: 'Y', paragraphs: ['Z'] },
    };
    await stage.store.write(newBulk(theirs, ['bob'], MONDAY).item);
    expect((await stage.get(`${PATH}/theirs`, dana)).status).toBe(404);
    expect(await causes('bob')).toEqual([]);
  });
});

/** The papers of one rotation: the page, `npm run plan`, and the email name the same ones, in the same state, for the same day. */
import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { planReport } from '#shared/people/plan-report/plan-report.ts';
import { planText } from '#shared/people/plan-report/plan-text.ts';
import { rotationPage } from '#shared/views/pages/rotation-page.ts';
import { shownDay } from '#shared/words/occasions.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { viewOfStory } from '../shared/views/pages/page-views.ts';
import { factsOf, fileOf, judged, withProfile, withRotation } from './judged.ts';

const APRIL: Instant = '2027-04-05T17:00:00.000Z';
const accepted = withRotation(withProfile(fileOf('late-but-on-track'), { entry: 'visa' }), {
  status: 'collecting',
  since: '2027-03-01',
  checklist: [
    { kind: 'tb', status: 'to-do' },
    { kind: 'influenza', status: 'cleared' },
    { kind: 'hepatitis-b', status: 'submitted', heldBy: 'host' },
    { kind: 'mmr', status: 'not-accepted' },
    { kind: 'visa', status: 'to-do' },
  ],
});

function voices(file: object) {
  const facts = factsOf(file, APRIL);
  const report = planReport(facts, PUBLISHED_WORLD, APRIL);
  const [rotation] = facts.rotations;
  if (!rotation) throw new Error('The file has no rotation.');
  const page = rotationPage(viewOfStory({ facts }, APRIL), rotation);
  const command = planText(facts, report, new Map());
  return { papers: report.papers, page, command };
}

/** The papers that the emails of the next months ask for, with their day. */
function emailed(file: object): Map<string, Day> {
  return new Map(
    judged(file, APRIL)
      .emails(100)
      .flatMap(({ email }) => email.nudges)
      .filter(({ occasion }) => occasion.rule === 'G14')
      .map(({ occasion }) => [occasion.subject.split('/')[1] ?? '', shownDay(occasion)]),
  );
}

describe('the papers of an accepted rotation', () => {
  const { papers, page, command } = voices({
    ...accepted,
    documents: [{ kind: 'tb', issuedOn: '2026-05-01' }],
  });
  const of = (name: string) => papers.find(({ paper }) => paper.startsWith(name));

  test('are the same ten on the page and in the command', () => {
    expect(papers).toHaveLength(10);
    const [, list = ''] = command.split('Papers of the Wisconsin IR rotation\n');
    expect(list.split('\n\n')[0]?.split('\n')).toHaveLength(10);
    for (const { paper } of papers) {
      expect(page).toContain(`>${paper}</a>`);
      expect(command).toContain(`  ${paper}: `);
    }
    expect(page).toContain('Papers: 1 of 10 done');
  });

  test.each([
    ['Flu shot', 'done', undefined],
    ['Hepatitis B', 'waiting on the host', '2027-06-07'],
    ['MMR', 'not accepted: send a new one', '2027-06-07'],
    ['TB test', 'expires 90 days before the rotation ends: renew it now', '2027-06-07'],
    ['Visa', 'get started', '2027-06-04'],
  ])('have one state and day: %s', (name, state, due) => {
    expect(of(name)).toMatchObject({ state, ...(due && { due }) });
    expect(of(name)?.due).toBe(due);
    expect(command).toContain(`${of(name)?.paper}: ${state}`);
  });

  test('are emailed for that day while they are the applicant’s, and not otherwise', () => {
    const asked = emailed({ ...accepted, documents: [{ kind: 'tb', issuedOn: '2026-05-01' }] });
    const kinds = ['tb', 'mmr', 'varicella', 'background-check', 'health-insurance'];
    for (const kind of kinds) expect(asked.get(kind), kind).toBe('2027-06-07');
    for (const kind of ['influenza', 'hepatitis-b', 'visa'])
      expect(asked.has(kind), kind).toBe(false);
  });
});

describe('a visa that ends before the rotation', () => {
  const { papers, page } = voices({
    ...withRotation(accepted, { checklist: [{ kind: 'visa', status: 'submitted' }] }),
    documents: [{ kind: 'visa', expiresOn: '2027-07-20' }],
  });
  const visa = papers.find(({ paper }) => paper === 'Visa');

  test('is a paper with the day of papers, and no longer a step of the path', () => {
    expect(visa?.state).toMatch(/^expires 10 days before the rotation ends/);
    expect(visa?.due).toBe('2027-06-07');
    expect(page).toContain('expires 10 days before the rotation ends');
  });
});

test('before an acceptance there is no list of papers', () => {
  const { papers, command, page } = voices(fileOf('late-but-on-track'));
  expect(papers).toEqual([]);
  expect(command).not.toContain('Papers of');
  expect(page).not.toContain('id="checklist"');
});

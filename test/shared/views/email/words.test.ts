/** An email is read between two cases: about ninety words of its own, and the lines that every email must carry. */
import { expect, test } from 'vitest';
import { agenda } from '#shared/agenda/agenda.ts';
import { emailUrls } from '#shared/base/links/urls.ts';
import { plusMs } from '#shared/base/time/instant.ts';
import type { Nudge } from '#shared/people/mailing/open-nudges.ts';
import type { PlannedEmail } from '#shared/people/mailing/plan.ts';
import { newApplicant } from '#shared/people/person/applicant.ts';
import { renderEmail } from '#shared/views/email/render.ts';
import { occasionsAt } from '#shared/words/occasions.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { bob, carol } from '../../../cast.ts';
import { acceptedAtBrown, aliceFacts, NOVEMBER, storyOf } from '../../plan/moves/stories.ts';

const URLS = emailUrls('https://rotations.example.org', { answer: 'AAA', unsubscribe: 'UUU' });
/** Greeting, whom to ask, why it came, and the links that stop or choose: the same in each. */
const FRAME_WORDS = 30;
const WORDS_MAX = 100;

/** Alice before and after her acceptance, Bob late, Carol declined: between them most rules have something to say. */
const PEOPLE = [aliceFacts(), acceptedAtBrown().facts, bob().facts, carol().facts].map((facts) =>
  newApplicant({ id: 'reader', cohortId: 'c1', facts }, NOVEMBER),
);

const OCCASIONS = PEOPLE.flatMap((person) =>
  occasionsAt(person.facts, PUBLISHED_WORLD, NOVEMBER).map((occasion) => ({ person, occasion })),
);

function wordsOf(planned: PlannedEmail, person: (typeof PEOPLE)[number]): number {
  const { text } = renderEmail(planned, person, URLS, PUBLISHED_WORLD, NOVEMBER);
  const lines = text.split('\n').filter((line) => !line.startsWith('http'));
  return lines.join(' ').split(/\s+/).filter(Boolean).length - FRAME_WORDS;
}

function nudge(occasion: Nudge['occasion']): Nudge {
  return { key: 'k', rung: '7', occasion };
}

test('every occasion takes about ninety words', () => {
  const counts = OCCASIONS.map(({ person, occasion }) => ({
    rule: occasion.rule,
    words: wordsOf({ stream: 'digest', nudges: [nudge(occasion)] }, person),
  }));
  expect(new Set(counts.map(({ rule }) => rule)).size).toBeGreaterThan(7);
  expect(counts.filter(({ words }) => words > WORDS_MAX)).toEqual([]);
  const mean = counts.reduce((sum, { words }) => sum + words, 0) / counts.length;
  expect(mean).toBeLessThan(92);
});

test('and so is the overview, of what is ahead and of what was missed', () => {
  const overview = (
    ahead: Nudge['occasion'][],
    missed: Nudge['occasion'][] = [],
  ): PlannedEmail => ({
    stream: 'digest',
    nudges: [],
    overview: {
      key: 'overview|plan|2026-11-01|quiet',
      ahead,
      missed,
      state: { name: 'on-track' },
    },
  });
  for (const { person, occasion } of OCCASIONS) {
    expect(wordsOf(overview([occasion]), person)).toBeLessThan(WORDS_MAX);
    expect(wordsOf(overview([], [occasion]), person)).toBeLessThan(WORDS_MAX);
  }
});

test('an email has one button, a way to another day, its source, whom to ask, why it came, and how to stop it', () => {
  const [first] = OCCASIONS.filter(({ occasion }) => occasion.deadline.at > plusMs(NOVEMBER, 1));
  if (!first) throw new Error('Nothing is open.');
  const planned: PlannedEmail = { stream: 'digest', nudges: [nudge(first.occasion)] };
  const { text, html } = renderEmail(planned, first.person, URLS, PUBLISHED_WORLD, NOVEMBER);
  expect(html.match(/background:#0b5f66/g)).toHaveLength(1);
  for (const part of [
    'Remind me later',
    'Source:',
    'Questions?',
    'You get this',
    'Choose your emails',
  ]) {
    expect(text).toContain(part);
  }
  expect(text).toContain('Stop these emails:\nhttps://rotations.example.org/u/UUU');
});

test('the email that says that an offer lapsed has a link to extend it, and one to reopen the rotation', () => {
  const { facts } = storyOf()
    .report('2027-02-10T15:00:00.000Z', { type: 'applied', rotationId: 'r1' })
    .report('2027-03-10T15:00:00.000Z', {
      type: 'offered',
      rotationId: 'r1',
      expiresOn: '2027-03-20',
    })
    .wait('2027-03-22T15:00:00.000Z');
  const now = '2027-03-22T15:00:00.000Z';
  const lapsed = occasionsAt(facts, PUBLISHED_WORLD, now).filter(({ rule }) => rule === 'closed');
  const person = newApplicant({ id: 'reader', cohortId: 'c1', facts }, NOVEMBER);
  const planned: PlannedEmail = { stream: 'digest', nudges: lapsed.map(nudge) };
  const { text } = renderEmail(planned, person, URLS, PUBLISHED_WORLD, now);
  expect(text).toMatch(/The offer was extended[:\s]+http\S+r1\S*offered/);
  expect(text).toMatch(/Reopen it[:\s]+http\S+r1\S*reopened/);
});

test('an overview counts what is late, and does not name what its reader may have stopped', () => {
  const { facts } = acceptedAtBrown();
  const person = newApplicant({ id: 'reader', cohortId: 'c1', facts }, NOVEMBER);
  const first = agenda(facts, PUBLISHED_WORLD).find(({ rule }) => rule === 'G15');
  const ahead = occasionsAt(facts, PUBLISHED_WORLD, NOVEMBER).find(({ rule }) => rule !== 'G15');
  if (!first || !ahead) throw new Error('The plan lacks a letter to ask for, or anything else.');
  const planned: PlannedEmail = {
    stream: 'digest',
    nudges: [],
    overview: {
      key: 'overview|plan|2026-11-01|quiet',
      ahead: [ahead],
      missed: [],
      state: { name: 'needs-you', late: 1, first },
    },
  };
  const { text } = renderEmail(planned, person, URLS, PUBLISHED_WORLD, NOVEMBER);
  expect(text).toContain('\n1 step is late on your plan.\n');
  expect(text).not.toContain('letter');
});

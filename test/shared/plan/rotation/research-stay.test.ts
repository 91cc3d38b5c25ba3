/** A research stay: a short track of its own and a letter, and no clinical experience by any rule. */
import { describe, expect, test } from 'vitest';
import { agenda } from '#shared/agenda/agenda.ts';
import { stageTitle } from '#shared/plan/facts/stages.ts';
import { letterPlan } from '#shared/plan/letters/letter-plan.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { inUs, irAways } from '#shared/plan/rotation/on-plan.ts';
import { trackOf } from '#shared/plan/rotation/track.ts';
import { withdrawalEmail } from '#shared/words/withdrawal-words.ts';
import type { Entry } from '#shared/world/vocabulary.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { aliceFacts, BROWN, expectAt, NOVEMBER, type Story, storyOf } from '../moves/stories.ts';

const YEAR = { start: '2027-02-01', end: '2028-01-31' } as const;
const AT_BROWN = { ...BROWN, mode: 'research', dates: YEAR } as const;
const FEBRUARY = '2027-02-02T15:00:00.000Z';

function research(entry: Entry = 'citizen', dates: { start: string; end: string } = YEAR): Story {
  const { profile } = aliceFacts();
  const facts = aliceFacts({ profile: { ...profile, enrollment: 'graduate', entry } });
  return storyOf({ ...AT_BROWN, dates: dates as typeof YEAR }, facts);
}

function agreed(story: Story): Story {
  return story
    .report(NOVEMBER, { type: 'applied', rotationId: 'r1' })
    .report(NOVEMBER, { type: 'offered', rotationId: 'r1' })
    .report(NOVEMBER, { type: 'accepted', rotationId: 'r1' });
}

function rulesOf({ facts }: Story): string[] {
  return agenda(facts, PUBLISHED_WORLD)
    .filter(({ about, done }) => about.rotationId === 'r1' && !done)
    .map(({ rule }) => rule);
}

function titles({ rotation }: Story): string[] {
  return trackOf(rotation).map(({ stage }) => stageTitle(stage, rotation));
}

describe('the track of a research stay', () => {
  test('is found, agreed on, done, and ends in a letter: no list of papers', () => {
    expect(nameOf(research().rotation)).toBe('Brown IR research stay');
    const story = agreed(research());
    expectAt(story, 'rotate', 'upcoming');
    expect(titles(story)).toEqual([
      'Find a mentor',
      'Agree',
      'Research',
      'Request letter',
      'Letter received',
    ]);
    const writer = { name: 'Dr. Ito', specialty: 'research' } as const;
    const asked = story.report(FEBRUARY, { type: 'letter-asked', rotationId: 'r1', writer });
    expect(asked.refusal).toBeUndefined();
    expect(asked.rotation.letters).toHaveLength(1);
  });

  test('waits for the visa of a person who needs one, and for nothing else', () => {
    const story = agreed(research('visa'));
    expectAt(story, 'documents', 'collecting');
    expect(story.rotation.checklist.map(({ kind }) => kind)).toEqual(['visa']);
    expect(titles(story)[2]).toBe('Documents');
  });

  test('asks for a mentor, the answer, and the way in, and then for the letter', () => {
    expect(rulesOf(research())).toEqual(['apply', 'host-answer', 'accept']);
    expect(rulesOf(research('visa'))).toEqual(['apply', 'host-answer', 'accept', 'G13', 'visa']);
    expect(rulesOf(agreed(research()))).toEqual(['started', 'ended', 'G15']);
  });

  test('asks for the letter two weeks before its end, or in June where it outlasts the season', () => {
    const opens = (story: Story) =>
      agenda(story.facts, PUBLISHED_WORLD).find(({ rule }) => rule === 'G15')?.opens;
    expect(opens(agreed(research()))).toBe('2027-06-01');
    expect(opens(agreed(research('citizen', { ...YEAR, end: '2027-04-30' })))).toBe('2027-04-16');
    const aDay = { start: '2027-02-01', end: '2027-02-01' };
    expect(opens(agreed(research('citizen', aDay)))).toBe('2027-02-01');
  });

  test('may last two years, and a month of rotation may lie within it', () => {
    const story = agreed(research('citizen', { ...YEAR, end: '2029-01-31' }));
    const both = story
      .report(NOVEMBER, { type: 'rotation-added', rotation: BROWN })
      .report(NOVEMBER, { type: 'applied', rotationId: 'r5' })
      .report(NOVEMBER, { type: 'offered', rotationId: 'r5' })
      .report(NOVEMBER, { type: 'accepted', rotationId: 'r5' });
    expect(both.refusal).toBeUndefined();
    const rules = agenda(both.facts, PUBLISHED_WORLD).map(({ rule }) => rule);
    expect(rules).not.toContain('overlap');
  });
});

describe('a research stay is refused', () => {
  test('three years, in a sentence that names the field', () => {
    const { refusal } = research('citizen', { ...YEAR, end: '2030-01-31' });
    expect(refusal).toMatchObject({
      field: 'rotation.dates.end',
      message:
        'This would be a research stay of 1096 days. Check the year of its first and last day.',
    });
  });

  test('cases, ward feedback, and a rotator’s report', () => {
    const story = agreed(research()).wait(FEBRUARY);
    expectAt(story, 'rotate', 'underway');
    const at = { rotationId: 'r1' } as const;
    for (const event of [
      {
        ...at,
        type: 'cases-counted',
        on: '2027-02-02',
        procedure: 'biopsy',
        role: 'hands-on',
        count: 1,
      },
      { ...at, type: 'feedback-given', mood: 'positive' },
      { ...at, type: 'tier-set', tier: '1' },
    ] as const) {
      expect(story.report(FEBRUARY, event).refusal?.message).toMatch(/^[A-Z].{20,}\.$/s);
    }
    const over = story.wait('2028-02-10T15:00:00.000Z');
    const described = { did: 'observer', gaveLetters: true, wouldReturn: true } as const;
    const refused = over.report('2028-02-10T15:00:00.000Z', {
      ...at,
      ...described,
      type: 'host-described',
    });
    expect(refused.refusal?.message).toMatch(/^[A-Z].{20,}\.$/s);
  });

  test('two years without a visa: the waiver ends after 90 days', () => {
    const matters = agenda(research('waiver').facts, PUBLISHED_WORLD);
    expect(matters.find(({ rule }) => rule === 'gate')).toMatchObject({
      kind: 'conflict',
      about: { gate: 'visa' },
    });
  });
});

describe('a research stay counts', () => {
  const done = agreed(research('citizen', { start: '2027-01-04', end: '2027-02-26' })).wait(
    '2027-03-15T15:00:00.000Z',
  );

  test('in no total, and for no early rotation', () => {
    expectAt(done, 'request-letter', 'waiting');
    expect([inUs(done.facts), irAways(done.facts)]).toEqual([[], []]);
    const counts = agenda(done.facts, PUBLISHED_WORLD).filter(({ count }) => count);
    expect(counts.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['G7', 'G8']));
    for (const { rule, count } of counts.filter(({ kind }) => kind === 'count')) {
      expect([rule, count?.done, count?.planned]).toEqual([rule, 0, []]);
    }
  });

  test('as one research letter, no matter who wrote it, and not as a US IR letter', () => {
    const [stay] = done.facts.rotations;
    const letter = {
      id: 'l1',
      writer: { name: 'Dr. Ito', specialty: 'ir' },
      status: 'uploaded',
      askedOn: '2027-02-20',
      since: '2027-03-01T15:00:00.000Z',
    } as const;
    const facts = { ...done.facts, rotations: stay ? [{ ...stay, letters: [letter] }] : [] };
    const { byMode, missing } = letterPlan(facts, PUBLISHED_WORLD);
    expect([byMode, missing[0]]).toEqual(['1 research', 'a US IR letter']);
    const ofIr = agenda(facts, PUBLISHED_WORLD).find(({ rule }) => rule === 'G17');
    expect(ofIr?.count?.done).toBe(0);
  });
});

test('a plan with nothing but a research stay still lacks its rotations', () => {
  const { facts } = agreed(research());
  const rules = agenda(facts, PUBLISHED_WORLD).map(({ rule }) => rule);
  expect(rules).toEqual(expect.arrayContaining(['G1', 'G4', 'G22']));
});

test('giving it up is written to the department, for it came by no visiting student office', () => {
  const given = agreed(research()).report(NOVEMBER, { type: 'withdrawn', rotationId: 'r1' });
  expect(withdrawalEmail(given.rotation, 'Alice')?.body).toMatch(/^To the department at /);
});

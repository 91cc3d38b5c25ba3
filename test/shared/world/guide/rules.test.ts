import { describe, expect, test } from 'vitest';
import { MATTER_RULES } from '#shared/words/matters/matter-words.ts';
import { GUIDE_RULES, guideRule, readGuideRules } from '#shared/world/guide/rules.ts';

/** The guide's headings under which a rule was found; the guide itself is not ours to ship. */
const HEADINGS = [
  'IR Pathways Relevant to IMGs',
  'How Many Away Rotations for IR as an IMG?',
  'Prioritizing Your List as an IMG',
  'Timing and Logistics: When to Rotate, How to Apply, and Dealing with Visas',
  'Ideal Timing in Relation to the Match',
  'Application Platforms and Processes',
  'Visa Considerations',
  'Practical Logistics and Documentation',
  'Day-to-Day Strategy in the IR Suite',
  'Building Relationships and Mentorship',
  'Securing Strong Letters of Recommendation (LoRs)',
  'Aligning Rotations with Your Application Story',
  'Strategically Listing Rotations on ERAS',
  'Frequently Asked Questions, question 1',
  'Frequently Asked Questions, question 2',
  'Frequently Asked Questions, question 3',
];

describe('the catalog', () => {
  test('holds the guide’s thirty-seven rules', () => {
    expect(GUIDE_RULES).toHaveLength(37);
    expect(guideRule('G15')?.quote).toBe('About halfway through, if feedback is positive');
    expect(guideRule('G17')).toMatchObject({ topic: 'letters', countMin: 1, countMax: 2 });
  });

  test('quotes the guide in at most twelve words, under one of its headings', () => {
    const known = new Set(HEADINGS.map((heading) => `Residency Advisor guide, ${heading}`));
    for (const { id, quote, source, checkedOn, certainty } of GUIDE_RULES) {
      const words = quote.split(' ').length;
      expect(words >= 3 && words <= 12, id).toBe(true);
      expect(known.has(source), id).toBe(true);
      expect([checkedOn, certainty], id).toEqual(['2026-11-23', 'secondary']);
    }
  });

  test('knows every guide rule that a nudge names', () => {
    const named = MATTER_RULES.filter((id) => /^G\d/.test(id));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => guideRule(id) === undefined)).toEqual([]);
  });

  test('leaves a bound that the guide does not give absent', () => {
    expect(guideRule('G2')).toHaveProperty('countMin', 1);
    expect(guideRule('G2')).not.toHaveProperty('countMax');
    expect(guideRule('G24')).not.toHaveProperty('window');
  });
});

describe('a rule is refused', () => {
  const [first] = GUIDE_RULES;

  test('when its quote is longer than twelve words or empty', () => {
    const long = { ...first, quote: 'one two three four five six seven eight nine ten a b c' };
    expect(() => readGuideRules([first, long])).toThrow(
      'shared/world/guide/rules.json line 3: quote is not 1 to 12 words',
    );
    expect(() => readGuideRules([{ ...first, quote: '' }])).toThrow('line 2: quote');
  });

  test('when it is there twice', () => {
    expect(() => readGuideRules([first, first])).toThrow('line 3: id G1 is also on line 2');
  });

  test('when its most is less than its least', () => {
    expect(() => readGuideRules([{ ...first, countMin: 3, countMax: 2 }])).toThrow(
      'line 2: countMax is less than countMin',
    );
  });

  test('of an id that the guide does not have', () => {
    expect(guideRule('G99')).toBeUndefined();
  });
});

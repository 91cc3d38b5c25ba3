import { expect, test } from 'vitest';
import { GUIDE_RULES, guideRule, guideRuleSchema } from '../../../shared/guide/rules.ts';
import { RULES } from '../../../shared/nudges/rules.ts';
import { parseRows } from '../../../shared/rows.ts';

test('the guide has thirty-seven rules, each under its id with a quote and the heading it stands under', () => {
  expect(GUIDE_RULES).toHaveLength(37);
  expect(new Set(GUIDE_RULES.map(({ id }) => id)).size).toBe(37);
  expect(
    GUIDE_RULES.every(({ source, quote }) => source.startsWith('guide: ') && quote.length > 8),
  ).toBe(true);
  expect(guideRule('G15')?.quote).toBe('About halfway through, if feedback is positive');
});

test('every nudge rule that bears a guide id is one of them', () => {
  const guideIds = RULES.map(({ id }) => id).filter((id) => /^G\d/.test(id));
  expect(guideIds.filter((id) => guideRule(id) === undefined)).toEqual([]);
  expect(guideIds.length).toBeGreaterThan(8);
});

test('an id the guide does not have is not found', () => {
  expect(guideRule('G99')).toBeUndefined();
});

test('a quote longer than twelve words is refused by line and field', () => {
  const [first] = GUIDE_RULES;
  const long = {
    ...first,
    quote: 'one two three four five six seven eight nine ten eleven twelve thirteen',
  };
  expect(() => parseRows('rules.json', guideRuleSchema, [long])).toThrow(
    'rules.json line 2: quote is longer than twelve words',
  );
});

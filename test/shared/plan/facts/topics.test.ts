import { expect, test } from 'vitest';
import { isStopped, TOPIC_NAMES, TOPICS, topicOf } from '#shared/plan/facts/topics.ts';
import { MATTER_RULES } from '#shared/words/matters/matter-words.ts';

test('every rule belongs to one topic, so that whatever is emailed can be stopped', () => {
  expect(MATTER_RULES.filter((id) => topicOf(id) === undefined)).toEqual([]);
  const named: string[] = TOPIC_NAMES.flatMap((name) => [...TOPICS[name].rules]);
  expect(new Set(named).size).toBe(named.length);
});

test('no topic names a rule that there is not', () => {
  const ids = MATTER_RULES;
  const named: string[] = TOPIC_NAMES.flatMap((name) => [...TOPICS[name].rules]);
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
});

test('a topic that is stopped stops its own rules and no other', () => {
  expect(isStopped('G14', ['documents'])).toBe(true);
  expect(isStopped('G14', ['letters', 'overview'])).toBe(false);
  expect(isStopped('no such rule', ['documents'])).toBe(false);
});

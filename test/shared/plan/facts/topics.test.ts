import { expect, test } from 'vitest';
import { RULES } from '#shared/agenda/occasions/rules.ts';
import { isStopped, TOPIC_NAMES, TOPICS, topicOf } from '#shared/plan/facts/topics.ts';

test('every rule belongs to one topic, so that whatever is emailed can be stopped', () => {
  expect(RULES.filter(({ id }) => topicOf(id) === undefined).map(({ id }) => id)).toEqual([]);
  const named: string[] = TOPIC_NAMES.flatMap((name) => [...TOPICS[name].rules]);
  expect(new Set(named).size).toBe(named.length);
});

test('no topic names a rule that there is not', () => {
  const ids = RULES.map(({ id }) => id);
  const named: string[] = TOPIC_NAMES.flatMap((name) => [...TOPICS[name].rules]);
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
});

test('a topic that is stopped stops its own rules and no other', () => {
  expect(isStopped('G14', ['documents'])).toBe(true);
  expect(isStopped('G14', ['letters', 'overview'])).toBe(false);
  expect(isStopped('no such rule', ['documents'])).toBe(false);
});

/** What a history holds was judged when it was entered. A release that refuses more at the door reads it all the same. */
import { expect, test } from 'vitest';
import type { HistoryEntry } from '#shared/people/person/applicant.ts';
import { eventSchema } from '#shared/people/person/event.ts';
import { parseItem } from '#shared/store/items.ts';
import { alice, MONDAY } from '../../cast.ts';

const RENAMED = {
  type: 'profile-changed',
  profile: { name: 'Alice, see alice.example.com' },
} as const;

test('a person with a name that is refused today can still be read', () => {
  expect(eventSchema.safeParse(RENAMED).success).toBe(false);
  const history = [said(RENAMED)];
  expect(parseItem('applicant', alice({ history })).history).toEqual(history);
  const chunk = { kind: 'chunk', id: 'alice.1', version: 0, history, emails: [] };
  expect(parseItem('chunk', chunk).history).toEqual(history);
});

test('what time moved is read as it is kept', () => {
  const moved = { type: 'time-passed', rotationId: 'r1', move: 'rotation-ends' } as const;
  const history = [said(moved)];
  expect(parseItem('applicant', alice({ history })).history).toEqual(history);
});

test.each([{ type: 'unheard-of' }, {}, null])('%j is no event of any release', (event) => {
  const history = [said(event as HistoryEntry['event'])];
  expect(() => parseItem('applicant', alice({ history }))).toThrow('history.0.event is no event');
});

function said(event: HistoryEntry['event']): HistoryEntry {
  return { id: 'u1', at: MONDAY, by: 'applicant', event };
}

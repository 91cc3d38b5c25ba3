/** One question is computed once a day, and what could not be computed is asked again. */
import { describe, expect, test } from 'vitest';
import { shortlistApp } from '#functions/shortlist.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { type Weigh, weighHere } from '#shared/shortlist/weigh.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../cast.ts';

const ALICE =
  'matchYear=2028&pathway=integrated-ir&enrollment=enrolled&entry=visa&schoolInVslo=yes&step1Passed=yes&month.2027-04=yes&month.2027-05=yes&month.2027-06=yes&region1=new-england';

describe('an answer', () => {
  function counted(answer: Weigh = weighHere) {
    const asked: string[] = [];
    let now: Instant = MONDAY;
    const weigh: Weigh = (question, requester) => {
      asked.push(requester);
      return answer(question, requester);
    };
    const pages = shortlistApp({
      clock: { now: () => now },
      worldFor: () => PUBLISHED_WORLD,
      weigh,
      baseUrl: 'https://rotations.example.org',
      newId: () => 'ref-1',
      log: () => undefined,
    });
    return { asked, pages, at: (moment: Instant) => (now = moment) };
  }

  test('is computed once a day for one question, in whatever order it is asked and on whatever page', async () => {
    const { asked, pages, at } = counted();
    const backward = ALICE.split('&').toReversed().join('&');
    for (const query of [ALICE, `${ALICE}&page=2`, backward, `${ALICE}&utm_source=email`]) {
      expect((await pages.request(`/shortlist?${query}`)).status).toBe(200);
    }
    expect(asked).toHaveLength(1);
    at('2026-12-01T15:00:00.000Z');
    await pages.request(`/shortlist?${ALICE}`);
    expect(asked).toHaveLength(2);
    await pages.request(`/shortlist?${ALICE}&budgetUsd=100`);
    expect(asked).toHaveLength(3);
  });

  test('that would wait too long is refused with 503, says so, and is not kept', async () => {
    const { asked, pages } = counted(async () => undefined);
    const answer = await pages.request(`/shortlist?${ALICE}`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('10');
    expect(await answer.text()).toContain('Many people are asking for a list right now');
    await pages.request(`/shortlist?${ALICE}`);
    expect(asked).toHaveLength(2);
  });

  test('that failed is not kept either', async () => {
    let isBroken = true;
    const { pages } = counted((question, requester) =>
      isBroken ? Promise.reject(new Error('a broken thread')) : weighHere(question, requester),
    );
    expect((await pages.request(`/shortlist?${ALICE}`)).status).toBe(500);
    isBroken = false;
    expect((await pages.request(`/shortlist?${ALICE}`)).status).toBe(200);
  });
});

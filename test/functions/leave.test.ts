import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, plusMs } from '#shared/base/time/instant.ts';
import { NOVEMBER } from '../shared/plan/moves/stories.ts';
import { alice, kindOn, linkIn, reported } from './link-stage.ts';

describe('a deleted plan', () => {
  async function deleted() {
    const made = await alice();
    expect((await made.stage.post(`${made.plan}/delete`, {})).status).toBe(200);
    const email = await reported(made.stage);
    return { ...made, email, keep: linkIn(email, '/keep/') };
  }

  test('is told by one email, which can keep it; no other link opens it', async () => {
    const { stage, plan, email, keep } = await deleted();
    expect(email?.subject).toBe('Your rotation plan will be deleted');
    expect(email?.text).toContain('Mon, Nov 30');
    expect(linkIn(email, '/a/')).toBe('');
    expect((await stage.get(plan)).status).toBe(410);
    expect((await stage.get(keep)).status).toBe(200);
    expect((await stage.person('alice')).facts.profile.name).toBe('Alice Mathew');
    const opened = await stage.post(keep, {});
    expect(opened.status).toBe(303);
    expect((await stage.get(opened.headers.get('location') ?? '')).status).toBe(200);
    expect((await stage.get(keep)).status).toBe(410);
    const again = await stage.post(keep, {});
    expect(await again.text()).toContain('Open your plan from the latest email');
    const latest = await reported(stage);
    expect(latest?.subject).toBe('Your new link to your rotation plan');
    expect((await stage.get(linkIn(latest, '/a/'))).status).toBe(200);
  });

  test('is seen by no advisor, takes no update, and is planned no reminder', async () => {
    const { stage } = await deleted();
    expect((await stage.store.cohort('c1', 10)).rows).toEqual([]);
    await stage.post('/links', { address: 'alice@example.org' });
    const person = await stage.person('alice');
    expect(person.causes.map(({ stream }) => stream)).toEqual(['notice']);
    const { email, nextAt } = await kindOn(stage).plan(person, plusMs(NOVEMBER, HOUR_MS));
    expect([email, nextAt]).toEqual([undefined, plusMs(NOVEMBER, 7 * DAY_MS)]);
  });

  test('is erased after seven days and not before', async () => {
    const { stage, keep } = await deleted();
    const kind = kindOn(stage);
    const end = plusMs(NOVEMBER, 7 * DAY_MS);
    stage.at(plusMs(end, -MINUTE_MS));
    expect(await kind.move?.(await stage.person('alice'), plusMs(end, -MINUTE_MS))).toBeUndefined();
    stage.at(end);
    await kind.move?.(await stage.person('alice'), end);
    expect(JSON.stringify(await stage.person('alice'))).not.toContain('Mathew');
    expect((await stage.get(keep)).status).toBe(410);
  });
});

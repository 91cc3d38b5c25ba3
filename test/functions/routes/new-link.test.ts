import { describe, expect, test } from 'vitest';
import { HOUR_MS, type Instant, MINUTE_MS, plusMs } from '#shared/base/time/instant.ts';
import { claimEmail, entryOf, settleEmail } from '#shared/people/mailing/claim.ts';
import { planNudges } from '#shared/people/mailing/plan.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { aliceFacts, NOVEMBER } from '../../shared/plan/moves/stories.ts';
import { type Stage, webStage } from '../web-stage.ts';

async function alicesStage(): Promise<Stage> {
  const stage = webStage(NOVEMBER);
  await stage.add('alice', aliceFacts());
  return stage;
}

async function causes(stage: Stage): Promise<Applicant['causes']> {
  return ((await stage.person('alice')) as Applicant).causes;
}

describe('a new link is asked for', () => {
  test('by the button on the page of an expired one', async () => {
    const stage = await alicesStage();
    const token = await stage.token({ personId: 'alice' }, 61);
    const response = await stage.post('/links', { token });
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain('outbox');
    expect(await causes(stage)).toEqual([{ id: 'n1', stream: 'link', at: NOVEMBER }]);
    expect(((await stage.person('alice')) as Applicant).dueAt).toBe(NOVEMBER);
  });

  test('by the address on the plan, however it is typed', async () => {
    const stage = await alicesStage();
    await stage.post('/links', { address: ' Alice@Example.org ' });
    expect(await causes(stage)).toHaveLength(1);
  });

  test('again once the one before has left, three times a day, and then hourly', async () => {
    const stage = await alicesStage();
    let left = 0;
    for (let minute = 0; minute < 26 * 60; minute += 1) {
      stage.at(plusMs(NOVEMBER, minute * MINUTE_MS));
      await stage.post('/links', { address: 'alice@example.org' });
      if (await leaves(stage, plusMs(NOVEMBER, minute * MINUTE_MS))) left += 1;
      if (minute === 59) expect(left).toBe(3);
      if (minute === 24 * 60 - 1) expect(left).toBe(26);
    }
    // An owner is never an hour away from a link, however often someone else asks.
    expect(left).toBe(28);
  });

  test('without pushing a correction out of the queue', async () => {
    const stage = await alicesStage();
    const alice = (await stage.person('alice')) as Applicant;
    const correction = { id: 'c0', stream: 'correction' as const, at: NOVEMBER, rotationId: 'r1' };
    await stage.store.write({ ...alice, causes: [correction] });
    for (let click = 0; click < 30; click += 1) {
      stage.at(plusMs(NOVEMBER, click * HOUR_MS));
      await stage.post('/links', { address: 'alice@example.org' });
    }
    expect((await causes(stage)).map(({ stream }) => stream)).toEqual(['correction', 'link']);
  });
});

/** The sweep emails the link that is asked for, where one is. */
async function leaves(stage: Stage, now: Instant): Promise<boolean> {
  const alice = (await stage.person('alice')) as Applicant;
  const { email } = planNudges(alice, PUBLISHED_WORLD, now);
  if (email?.stream !== 'link') return false;
  const { person, n } = claimEmail(alice, entryOf(email), 'A new link', now);
  await stage.store.write(settleEmail(person, n, 'sent', now) ?? person);
  return true;
}

describe('nobody learns who is here', () => {
  test('known and unknown address are answered the same', async () => {
    const stage = await alicesStage();
    const known = await stage.post('/links', { address: 'alice@example.org' });
    const unknown = await stage.post('/links', { address: 'mallory@example.org' });
    expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()]);
  });

  test('a forged token is answered as a true one', async () => {
    const stage = await alicesStage();
    const known = await stage.post('/links', {
      token: await stage.token({ personId: 'alice' }, 61),
    });
    const forged = await stage.post('/links', { token: 'nonsense' });
    expect([forged.status, await forged.text()]).toEqual([known.status, await known.text()]);
    expect(await causes(stage)).toHaveLength(1);
  });
});

describe('nothing is asked for', () => {
  test('with what is no address, which is said beside the field', async () => {
    const stage = await alicesStage();
    const response = await stage.post('/links', { address: 'alice' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('This is not an email address.');
  });

  test('by opening the page', async () => {
    const stage = await alicesStage();
    expect((await stage.get('/links')).status).toBe(200);
    expect(await causes(stage)).toEqual([]);
  });

  test('by a form of another site', async () => {
    const stage = await alicesStage();
    const response = await stage.post(
      '/links',
      { address: 'alice@example.org' },
      { origin: 'https://evil.example' },
    );
    expect(response.status).toBe(403);
    expect(await causes(stage)).toEqual([]);
  });
});

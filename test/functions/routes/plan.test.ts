import { describe, expect, test } from 'vitest';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { aliceFacts, NOVEMBER, storyOf } from '../../shared/plan/moves/stories.ts';
import { type Stage, webStage } from '../web-stage.ts';

async function alicesPlan(facts = aliceFacts()): Promise<{ stage: Stage; plan: string }> {
  const stage = webStage(NOVEMBER);
  await stage.add('alice', facts);
  return { stage, plan: `/a/${await stage.token({ personId: 'alice' })}` };
}

async function alice(stage: Stage): Promise<Applicant> {
  return (await stage.person('alice')) as Applicant;
}

const ADD_YALE = {
  type: 'rotation-added',
  update: 'u1',
  revision: '0',
  'rotation.host.name': 'yale school of medicine',
  'rotation.specialty': 'ir',
  'rotation.mode': 'hands-on',
  'rotation.route': 'vslo',
  'rotation.country': 'US',
};

describe('opening the plan', () => {
  test('changes nothing, however often', async () => {
    const { stage, plan } = await alicesPlan(storyOf().facts);
    for (let visit = 0; visit < 3; visit += 1) expect((await stage.get(plan)).status).toBe(200);
    expect((await alice(stage)).version).toBe(1);
  });

  test('shows moves that time has made, and leaves their writing to the sweep', async () => {
    const { stage } = await alicesPlan(
      storyOf()
        .report(NOVEMBER, { type: 'applied', rotationId: 'r1' })
        .report(NOVEMBER, { type: 'offered', rotationId: 'r1', expiresOn: '2026-12-01' }).facts,
    );
    stage.at('2026-12-05T15:00:00.000Z');
    const plan = `/a/${await stage.token({ personId: 'alice' })}`;
    expect(await (await stage.get(plan)).text()).toContain('closed, the offer expired');
    expect((await alice(stage)).version).toBe(1);
  });
});

describe('a form on the plan', () => {
  test('is recorded, and the next page says what was', async () => {
    const { stage, plan } = await alicesPlan();
    const response = await stage.post(plan, {
      type: 'zone-changed',
      zone: 'Pacific/Auckland',
      update: 'u1',
      revision: '0',
    });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`${plan}?done=u1`);
    expect((await alice(stage)).facts.profile.zone).toBe('Pacific/Auckland');
    const page = await (await stage.get(`${plan}?done=u1`)).text();
    expect(page).toContain('Time zone set to Auckland');
    expect(page).toContain('Undo my last update');
  });

  test('knows a host’s visiting rules by its name, however it is written', async () => {
    const { stage, plan } = await alicesPlan();
    await stage.post(plan, ADD_YALE);
    expect((await alice(stage)).facts.rotations[0]).toMatchObject({
      id: 'u1',
      host: { institutionId: 'yale' },
      stage: 'identify',
    });
  });

  test('takes back the latest update', async () => {
    const { stage, plan } = await alicesPlan();
    await stage.post(plan, ADD_YALE);
    const response = await stage.post(plan, { type: 'undone', update: 'u2', revision: '1' });
    expect(response.status).toBe(303);
    expect((await alice(stage)).facts.rotations).toEqual([]);
  });

  test('sent twice is recorded once and answered the same', async () => {
    const { stage, plan } = await alicesPlan();
    const first = await stage.post(plan, ADD_YALE);
    const again = await stage.post(plan, ADD_YALE);
    expect([again.status, again.headers.get('location')]).toEqual([
      first.status,
      first.headers.get('location'),
    ]);
    expect((await alice(stage)).facts.rotations).toHaveLength(1);
  });
});

describe('a form that cannot be recorded', () => {
  test('names the field, keeps what was entered, and changes nothing', async () => {
    const { stage, plan } = await alicesPlan();
    const response = await stage.post(`${plan}/you`, {
      type: 'zone-changed',
      zone: 'Asia/Calcuta',
      update: 'u1',
      revision: '0',
    });
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain(
      'Time zone must be a city and its country, such as “Kolkata, India”, or an IANA name, such as Asia/Kolkata.',
    );
    expect(page).toContain('value="Asia/Calcuta"');
    expect(page).toContain('role="alert"');
    expect((await alice(stage)).version).toBe(1);
  });

  test('with an unknown field is refused by that field’s name', async () => {
    const { stage, plan } = await alicesPlan();
    const response = await stage.post(plan, { ...ADD_YALE, cohortId: 'c9' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('“cohortId” is not a field of this form.');
    expect((await alice(stage)).facts.rotations).toEqual([]);
  });

  test('made from an older state is refused with the current one', async () => {
    const { stage, plan } = await alicesPlan();
    await stage.post(plan, ADD_YALE);
    const response = await stage.post(`${plan}/you`, {
      type: 'zone-changed',
      zone: 'Europe/London',
      update: 'u2',
      revision: '0',
    });
    const page = await response.text();
    expect(response.status).toBe(409);
    expect(page).toContain('Your plan changed after you opened this page.');
    expect(page).toContain('value="Europe/London"');
    expect(page).toContain('name="revision" value="1"');
    expect((await alice(stage)).facts.profile.zone).toBe('Asia/Kolkata');
  });

  test('with nothing to undo says so', async () => {
    const { stage, plan } = await alicesPlan();
    const response = await stage.post(plan, { type: 'undone', update: 'u1', revision: '0' });
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('There is no update to undo');
  });
});

describe('a link that does not open the plan', () => {
  test('is offered again when its time is over', async () => {
    const { stage } = await alicesPlan();
    const response = await stage.get(`/a/${await stage.token({ personId: 'alice' }, 61)}`);
    expect(response.status).toBe(410);
    expect(await response.text()).toContain('Email me a new link');
  });

  test('is offered again when it was revoked', async () => {
    const stage = webStage(NOVEMBER);
    await stage.add('alice', aliceFacts(), 1);
    expect(
      (await stage.get(`/a/${await stage.token({ personId: 'alice', epoch: 0 })}`)).status,
    ).toBe(410);
  });

  test('is refused when it is forged, for another purpose, or of no known person', async () => {
    const { stage } = await alicesPlan();
    const tokens = [
      'nonsense',
      await stage.token({ personId: 'alice', purpose: 'unsubscribe' }),
      await stage.token({ personId: 'nobody' }),
    ];
    for (const token of tokens) {
      const response = await stage.get(`/a/${token}`);
      expect(response.status).toBe(404);
      const page = await response.text();
      expect(page).toContain('This link does not open a plan');
      expect(page).not.toContain('Alice');
    }
  });

  test('records nothing', async () => {
    const { stage } = await alicesPlan();
    const expired = `/a/${await stage.token({ personId: 'alice' }, 61)}`;
    expect((await stage.post(expired, ADD_YALE)).status).toBe(410);
    expect((await alice(stage)).version).toBe(1);
  });
});

test('a refused interview story comes back open, with what was typed', async () => {
  const { stage, plan } = await alicesPlan();
  const response = await stage.post(`${plan}/experience`, {
    type: 'story-noted',
    update: 'u1',
    revision: '7',
    'story.kind': 'teamwork',
    'story.note': 'The night we planned together.',
  });
  expect(response.status).toBe(409);
  expect(await response.text()).toMatch(
    /<details class="form" open>(?:(?!<\/details>)[\s\S])*The night we planned together\./,
  );
});

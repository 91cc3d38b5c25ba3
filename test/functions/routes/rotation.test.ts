import { describe, expect, test } from 'vitest';
import type { Applicant } from '#shared/people/person/applicant.ts';
import {
  acceptedAtBrown,
  aliceFacts,
  BROWN,
  NOVEMBER,
  storyOf,
} from '../../shared/plan/moves/stories.ts';
import { BASE_URL, type Stage, webStage } from '../web-stage.ts';

async function atBrown(
  facts = storyOf().facts,
  now = NOVEMBER,
): Promise<{ stage: Stage; page: string }> {
  const stage = webStage(now);
  await stage.add('alice', facts);
  return { stage, page: `/a/${await stage.token({ personId: 'alice' })}/r/r1` };
}

async function rotation(
  stage: Stage,
): Promise<Applicant['facts']['rotations'][number] | undefined> {
  return ((await stage.person('alice')) as Applicant).facts.rotations[0];
}

describe('the page of a rotation', () => {
  test('corrects what was entered wrongly, says so in its history, and takes it back', async () => {
    const { stage, page } = await atBrown();
    const fields = {
      type: 'rotation-corrected',
      update: 'u1',
      revision: '0',
      'rotation.host.name': 'Yale School of Medicine',
      'rotation.specialty': 'dr',
      'rotation.mode': 'observer',
      'rotation.route': 'observership',
      'rotation.country': 'united states',
    };
    expect((await stage.post(page, fields)).headers.get('location')).toBe(`${page}?done=u1`);
    expect(await rotation(stage)).toMatchObject({
      host: { name: 'Yale School of Medicine', institutionId: 'yale' },
      specialty: 'dr',
      country: 'US',
    });
    const body = await (await stage.get(`${page}?done=u1`)).text();
    expect(body).toContain('Entry corrected: Yale School of Medicine');
    await stage.post(page, { type: 'undone', update: 'u2', revision: '1' });
    expect((await rotation(stage))?.host.name).toBe('Brown');
  });

  test('leads to a form for everything that can happen now, and to none for what cannot', async () => {
    const { stage, page } = await atBrown();
    const body = await (await stage.get(page)).text();
    const forms = [...body.matchAll(/#form-([a-z-]+)"/g)].map(([, key]) => key);
    expect(new Set(forms)).toEqual(
      new Set([
        'chosen',
        'applied',
        'host-confirmed',
        'tier-set',
        'dates-changed',
        'withdrawn',
        'rotation-corrected',
        'step-corrected',
        'note-kept',
        'own-task-set',
      ]),
    );
  });

  test('opens the form that the email’s button named', async () => {
    const { stage, page } = await atBrown();
    const body = await (await stage.get(`${page}?do=withdrawn`)).text();
    const [, opened] = body.match(/<section class="next"[^>]*><h2[^>]*>(.*?)<\/h2>/) ?? [];
    expect(opened).toContain('I no longer want this rotation');
    expect(body).toContain('<form id="form-withdrawn"');
  });

  test('changes nothing when it is opened', async () => {
    const { stage, page } = await atBrown();
    await stage.get(page);
    await stage.get(`${page}?do=withdrawn&done=u9`);
    expect((await stage.person('alice')).version).toBe(1);
  });
});

describe('papers', () => {
  const sent = { type: 'document-updated', update: 'u1', status: 'submitted' };
  const statusesOf = async (stage: Stage) =>
    Object.fromEntries(
      (await rotation(stage))?.checklist.map(({ kind, status }) => [kind, status]) ?? [],
    );

  async function atDocuments() {
    const { stage, page } = await atBrown(acceptedAtBrown().facts, '2027-04-01T15:00:00.000Z');
    const { revision } = (await stage.person('alice')) as Applicant;
    const post = (kinds: string[], more: Record<string, string> = {}) =>
      stage.postBody(
        page,
        `${new URLSearchParams({ ...sent, revision: `${revision}`, ...more })}${kinds.map((kind) => `&kind=${kind}`).join('')}`,
        { 'content-type': 'application/x-www-form-urlencoded', origin: BASE_URL },
      );
    return { stage, page, post };
  }

  test('several are reported at once, in one line of the history, and undone together', async () => {
    const { stage, page, post } = await atDocuments();
    const before = await statusesOf(stage);
    const kinds = Object.keys(before).slice(0, 3);
    expect((await post(kinds)).status).toBe(303);
    const now = Object.fromEntries(kinds.map((kind) => [kind, 'submitted']));
    expect(await statusesOf(stage)).toEqual({ ...before, ...now });
    const body = await (await stage.get(`${page}?done=u1`)).text();
    expect(body).toMatch(/Document updated: .+, .+, and /);
    const { revision } = (await stage.person('alice')) as Applicant;
    await stage.post(page, { type: 'undone', update: 'u2', revision: `${revision}` });
    expect(await statusesOf(stage)).toEqual(before);
  });

  test.each([
    ['none is selected', []],
    ['one is on no list', ['tb', 'nonsense']],
  ])('nothing is changed where %s', async (_, kinds) => {
    const { stage, post } = await atDocuments();
    const before = await statusesOf(stage);
    expect((await post(kinds)).status).toBeGreaterThanOrEqual(400);
    expect(await statusesOf(stage)).toEqual(before);
  });

  test('no other field is read twice', async () => {
    const { stage, post } = await atDocuments();
    const before = await statusesOf(stage);
    expect((await post(['tb&status=cleared'])).status).toBe(400);
    expect(await statusesOf(stage)).toEqual(before);
  });
});

describe('what a host answers', () => {
  const applied = storyOf().report('2026-12-01T15:00:00.000Z', {
    type: 'applied',
    rotationId: 'r1',
  });

  test.each([
    ['Offer', 'offered'],
    ['Waitlisted', 'waitlisted'],
    ['No', 'closed'],
  ])('“%s” is one press', async (label, status) => {
    const { stage, page } = await atBrown(applied.facts, '2027-02-20T15:00:00.000Z');
    const body = await (await stage.get(page)).text();
    const form = body.match(
      new RegExp(`<form[^>]*>((?:(?!</form>)[\\s\\S])*)<button[^>]*>${label}</button>`),
    );
    const fields = [...(form?.[1] ?? '').matchAll(/name="(\w+)" value="([^"]*)"/g)];
    await stage.post(page, Object.fromEntries(fields.map(([, name, value]) => [name, value])));
    expect((await rotation(stage))?.status).toBe(status);
  });

  test('nobody who has not applied is asked for it', async () => {
    const { stage, page } = await atBrown();
    expect(await (await stage.get(page)).text()).not.toContain('>Waitlisted</button>');
  });
});

describe('a form of a rotation', () => {
  test('commits, shows what was recorded, and can be undone from there', async () => {
    const { stage, page } = await atBrown();
    const response = await stage.post(page, { type: 'applied', update: 'u1', revision: '0' });
    expect([response.status, response.headers.get('location')]).toEqual([303, `${page}?done=u1`]);
    const body = await (await stage.get(`${page}?done=u1`)).text();
    expect(body).toContain('Application sent');
    expect(body).toContain('applied, waiting for the host');

    const undone = await stage.post(page, { type: 'undone', update: 'u2', revision: '1' });
    expect(undone.status).toBe(303);
    expect((await rotation(stage))?.status).toBe('shortlisted');
  });

  test('updates one document of the checklist', async () => {
    const { stage, page } = await atBrown(acceptedAtBrown().facts, '2027-04-01T15:00:00.000Z');
    const response = await stage.post(page, {
      type: 'document-updated',
      kind: 'tb',
      status: 'submitted',
      issuedOn: '2027-03-30',
      update: 'u1',
      revision: '0',
    });
    expect(response.status).toBe(303);
    expect((await rotation(stage))?.checklist.find(({ kind }) => kind === 'tb')).toMatchObject({
      status: 'submitted',
      heldBy: 'host',
    });
  });

  test('sent twice is one update', async () => {
    const { stage, page } = await atBrown();
    const fields = { type: 'applied', update: 'u1', revision: '0' };
    await stage.post(page, fields);
    const again = await stage.post(page, fields);
    expect([again.status, again.headers.get('location')]).toEqual([303, `${page}?done=u1`]);
    expect((await stage.person('alice')).version).toBe(2);
  });

  test('leads to the plan when its undo took the rotation away', async () => {
    const { stage } = await atBrown(aliceFacts());
    const token = await stage.token({ personId: 'alice' });
    await stage.post(`/a/${token}`, {
      type: 'rotation-added',
      update: 'r1',
      revision: '0',
      'rotation.host.name': 'Brown',
      'rotation.specialty': 'ir',
      'rotation.mode': 'hands-on',
      'rotation.route': 'vslo',
      'rotation.country': 'US',
    });
    const undone = await stage.post(`/a/${token}/r/r1`, {
      type: 'undone',
      update: 'u2',
      revision: '1',
    });
    expect(undone.headers.get('location')).toBe(`/a/${token}?done=u2`);
  });
});

describe('a form of a rotation is refused', () => {
  test('when the stage forbids the move, with the sentence and the current state', async () => {
    const { stage, page } = await atBrown();
    const response = await stage.post(page, { type: 'accepted', update: 'u1', revision: '0' });
    const body = await response.text();
    expect(response.status).toBe(409);
    expect(body).toContain(
      'You cannot record “Offer accepted” now: the rotation at Brown is on your list.',
    );
    expect((await stage.person('alice')).version).toBe(1);
  });

  test('when dates are reversed, beside the field, with both values kept', async () => {
    const { stage, page } = await atBrown();
    const response = await stage.post(page, {
      type: 'dates-changed',
      'dates.start': '2027-07-30',
      'dates.end': '2027-07-05',
      update: 'u1',
      revision: '0',
    });
    const body = await response.text();
    expect(response.status).toBe(422);
    expect(body).toContain('Last day is before the first day.');
    expect(body).toMatch(/value="2027-07-30"[^>]*name="dates.start"/);
    expect(body).toMatch(/name="dates.end"[^>]*aria-invalid="true"/);
    expect((await rotation(stage))?.dates).toEqual(BROWN.dates);
  });

  test('when dates overlap a confirmed rotation, naming it', async () => {
    const brown = acceptedAtBrown();
    const [first] = brown.facts.rotations;
    if (!first) throw new Error('Brown is missing.');
    const penn = { ...storyOf().rotation, id: 'r2', host: { name: 'Penn' } };
    const facts = {
      ...brown.facts,
      rotations: [
        { ...first, id: 'r9' },
        { ...penn, id: 'r1', stage: 'apply' as const, status: 'offered' as const },
      ],
    };
    const { stage, page } = await atBrown(facts, '2027-04-01T15:00:00.000Z');
    const response = await stage.post(page, { type: 'accepted', update: 'u1', revision: '0' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('overlap your confirmed rotation at Brown');
  });

  test('when it is stale, and what was entered is kept', async () => {
    const { stage, page } = await atBrown();
    await stage.post(page, { type: 'chosen', route: 'vslo', update: 'u1', revision: '0' });
    const response = await stage.post(page, {
      type: 'dates-changed',
      'dates.start': '2027-08-02',
      'dates.end': '2027-08-27',
      update: 'u2',
      revision: '0',
    });
    const body = await response.text();
    expect(response.status).toBe(409);
    expect(body).toContain('Your plan changed after you opened this page.');
    expect(body).toContain('value="2027-08-27"');
    expect((await rotation(stage))?.dates).toEqual(BROWN.dates);
  });

  test('when its type is unknown', async () => {
    const { stage, page } = await atBrown();
    expect((await stage.post(page, { type: 'promoted', update: 'u1', revision: '0' })).status).toBe(
      400,
    );
  });

  test('when the rotation is somebody else’s: there is no such rotation', async () => {
    const { stage } = await atBrown();
    const bob = aliceFacts();
    await stage.add('bob', {
      ...bob,
      profile: { ...bob.profile, name: 'Bob', address: 'bob@example.org' },
    });
    const page = `/a/${await stage.token({ personId: 'bob' })}/r/r1`;
    expect((await stage.get(page)).status).toBe(404);
    const response = await stage.post(page, { type: 'withdrawn', update: 'u1', revision: '0' });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Your plan has no such rotation.');
    expect((await stage.person('alice')).version).toBe(1);
  });
});

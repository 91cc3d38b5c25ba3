/** What an applicant says in a call: recorded by the advisor, shown to the applicant with the reason, and theirs to undo. */
import { beforeEach, describe, expect, test } from 'vitest';
import { actorWords } from '#shared/people/applicant/history-words.ts';
import { alice, carol, MONDAY } from '../../../cast.ts';
import { BROWN, storyOf } from '../../../shared/plan/moves/stories.ts';
import { type AdvisorsStage, advisorsStage, OWN } from '../../advisors-stage.ts';
import { webStage } from '../../web-stage.ts';

const ALICE = `/advisors/c/${OWN}/p/alice`;
let stage: AdvisorsStage;
let dana: string;

beforeEach(async () => {
  stage = await advisorsStage();
  dana = await stage.cookie('lead');
  const { facts } = storyOf(BROWN);
  await stage.add(alice({ facts }), carol());
});

const now = async () => {
  const person = await stage.store.read('applicant', 'alice');
  if (!person) throw new Error('Alice is not there.');
  return person;
};

async function record(fields: Record<string, string>, cookie = dana): Promise<Response> {
  const { revision } = await now();
  const form = { update: 'u1', revision: String(revision), onRotation: 'r1', ...fields };
  return stage.post(ALICE, form, cookie);
}

const APPLIED = { type: 'applied', onWord: 'She sent it on VSLO this morning.' };

test('an application is recorded on her word, and her plan says who did and why', async () => {
  const page = await (await stage.get(ALICE, dana)).text();
  expect(page).toContain('id="form-applied.r1"');
  expect((await record(APPLIED)).headers.get('location')).toBe(`${ALICE}?done=u1`);
  const { facts, history } = await now();
  expect(facts.rotations[0]).toMatchObject({ stage: 'apply', status: 'submitted' });
  const entry = history.at(-1);
  expect(entry && actorWords(entry)).toBe(
    'by your advisor Dana Advisor: “She sent it on VSLO this morning.”',
  );
  expect(await (await stage.get(`${ALICE}?done=u1`, dana)).text()).toContain('Application sent');
});

test('a withdrawal from her only rotation leaves it among the closed ones', async () => {
  const said = { type: 'withdrawn', onWord: 'She found another place.' };
  expect((await record(said)).status).toBe(303);
  const page = await (await stage.get(ALICE, dana)).text();
  expect(page).toContain('Closed (1)');
  expect(page).not.toContain('No rotation on the plan yet');
});

test('she sees it on her plan, and undoes it', async () => {
  await record(APPLIED);
  const hers = webStage(MONDAY);
  await hers.add('alice', (await now()).facts);
  const made = await hers.person('alice');
  if (!made) throw new Error('Alice is not there.');
  const { history, accepted, undo, revision } = await now();
  await hers.store.write({ ...made, history, accepted, revision, ...(undo && { undo }) });
  const plan = `/a/${await hers.token({ personId: 'alice' })}`;
  const page = await (await hers.get(plan)).text();
  expect(page).toContain('by your advisor Dana Advisor: “She sent it on VSLO this morning.”');
  await hers.post(plan, { type: 'undone', update: 'u2', revision: String(revision) });
  expect((await hers.person('alice'))?.facts.rotations[0]?.status).not.toBe('submitted');
});

describe('nothing is recorded', () => {
  test.each([
    ['without what was said', { type: 'applied' }, 422, 'Enter what was said'],
    [
      'of whom she met',
      { type: 'mentor-named', mentor: 'Dr. Yu', onWord: 'x' },
      400,
      'does not take',
    ],
    ['of her case log', { type: 'cases-counted', onWord: 'x' }, 0, 'Nothing was changed'],
    ['of another plan’s rotation', { ...APPLIED, onRotation: 'r9' }, 400, 'does not take'],
    ['that cannot come next', { type: 'letter-assigned', onWord: 'x' }, 0, 'Nothing was changed'],
    [
      'of her profile',
      { type: 'zone-changed', zone: 'Asia/Tokyo', onWord: 'x' },
      400,
      'Nothing was changed',
    ],
  ])('%s', async (_, fields, status, message) => {
    const before = await now();
    const answer = await record(fields as Record<string, string>);
    if (status) expect(answer.status).toBe(status);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).toContain(message);
    expect(await now()).toEqual(before);
  });

  test('by an auditor, who is shown no form', async () => {
    const quinn = await stage.cookie('auditor');
    const answer = await record(APPLIED, quinn);
    expect(answer.status).toBe(403);
    expect(await (await stage.get(ALICE, quinn)).text()).not.toContain('form-applied');
  });
});

describe('a phone number', () => {
  const enter = async (fields: Record<string, string>, cookie = dana) =>
    stage.post(
      ALICE,
      {
        update: 'u1',
        revision: String((await now()).revision),
        type: 'profile-changed',
        ...fields,
      },
      cookie,
    );

  test('is entered by her advisor, opens a call in one press, and her plan says who did', async () => {
    expect((await enter({ 'profile.phone': '+1 (312) 555-0100' })).status).toBe(303);
    const page = await (await stage.get(ALICE, dana)).text();
    expect(page).toContain('<a class="target" href="tel:+13125550100">+1 (312) 555-0100</a>');
    const entry = (await now()).history.at(-1);
    expect(entry && actorWords(entry)).toBe('by your advisor Dana Advisor: “the phone number”');
  });

  test('from a page that is not the latest is refused in words for an advisor, and kept', async () => {
    const answer = await enter({ 'profile.phone': '+1 312 555 0100', revision: '7' });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain('The case or the plan changed');
    expect(page).not.toContain('Your plan');
    expect(page).toContain('value="+1 312 555 0100"');
  });

  test.each([
    [{ 'profile.phone': 'call me' }, 422, 'is not a phone number'],
    [{ 'profile.phone': '' }, 422, 'Nothing was changed'],
    [{ 'profile.phone': '+1 312 555 0100', 'profile.name': 'Eve' }, 400, 'Nothing was changed'],
  ])('%o is refused, and nothing else of a profile is taken', async (fields, status, words) => {
    const answer = await enter(fields);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(words);
    expect((await now()).facts).toEqual(alice({ facts: storyOf(BROWN).facts }).facts);
  });
});

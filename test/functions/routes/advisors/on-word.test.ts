/** What an applicant says in a call: recorded by the advisor, shown to the applicant with the reason, and theirs to undo. */
import { beforeEach, describe, expect, test } from 'vitest';
import { actorWords } from '#shared/people/applicant/history-words.ts';
import { withOutlook } from '#shared/people/outlook/look-ahead.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
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
  for (const person of [alice({ facts }), carol()]) {
    await stage.store.write(withOutlook(person, PUBLISHED_WORLD, MONDAY));
  }
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

/** Alice's link is asked for: by herself, beside an advisor's button, and for plans that cannot get one. */
import { describe, expect, test } from 'vitest';
import { askForPlan } from '#functions/ask-email.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { aliceFacts, NOVEMBER } from '../shared/plan/moves/stories.ts';
import { type Stage, webStage } from './web-stage.ts';

async function alices(changed: Partial<Applicant> = {}): Promise<Stage> {
  const stage = webStage(NOVEMBER);
  await stage.add('alice', aliceFacts());
  await stage.store.write({ ...(await plan(stage, 'alice')), ...changed });
  return stage;
}

async function plan(stage: Stage, id: string): Promise<Applicant> {
  const item = await stage.store.read('applicant', id);
  if (!item) throw new Error(`There is no plan ${id}.`);
  return item;
}

describe('a link is on its way', () => {
  test('to the owner, once for two requests', async () => {
    const stage = await alices();
    await askForPlan(stage.deps, 'alice');
    await askForPlan(stage.deps, 'alice');
    expect((await plan(stage, 'alice')).causes).toMatchObject([{ stream: 'link' }]);
  });

  test('to the plan that took this one in', async () => {
    const joined = { id: 'school', updateId: 'u1', renamed: {} };
    const stage = await alices({ joined });
    await stage.add('school', aliceFacts());
    const taken = { id: 'alice', epoch: 0, at: NOVEMBER, renamed: {} };
    await stage.store.write({ ...(await plan(stage, 'school')), mergedInto: taken });
    await askForPlan(stage.deps, 'school');
    expect((await plan(stage, 'school')).causes).toEqual([]);
    expect((await plan(stage, 'alice')).causes).toMatchObject([{ stream: 'link' }]);
  });

  test('as the question whether the plan is theirs, to somebody whom a school imported', async () => {
    const stage = await alices({ pending: { since: NOVEMBER, imported: true } });
    await askForPlan(stage.deps, 'alice');
    expect((await plan(stage, 'alice')).causes).toMatchObject([{ stream: 'confirm' }]);
  });
});

describe('nothing is sent', () => {
  test('for an address that nobody has confirmed', async () => {
    const stage = await alices({ pending: { since: NOVEMBER, from: 'a network' } });
    await askForPlan(stage.deps, 'alice');
    expect((await plan(stage, 'alice')).causes).toEqual([]);
  });

  test.each([undefined, 'mallory'])('for nobody: %s', async (id) => {
    const stage = await alices();
    await askForPlan(stage.deps, id);
    expect(stage.woken).toEqual([]);
  });
});

/** `/advisors/facts` as Omar and Dana use it, and as nobody can. */
import { expect, test } from 'vitest';
import { presentWorld } from '#functions/present-world.ts';
import { FACTS_PATH, factReviewPath } from '#shared/base/links/advisor-paths.ts';
import { type AdvisorsStage, advisorsStage, FOREIGN, OWN } from '../../advisors-stage.ts';

const FIELDS = {
  id: 'form-1',
  subject: 'yale',
  name: 'letters',
  answer: 'yes',
  'count.img': '',
  source: 'https://medicine.yale.edu/letters',
  checkedOn: '2026-11-20',
  certainty: 'official',
};
const worldOf = (stage: AdvisorsStage) =>
  presentWorld({
    store: stage.store,
    clock: stage.deps.clock,
    log: () => undefined,
  });

test('the world has what one advisor proposes and another accepts', async () => {
  const stage = await advisorsStage();
  const omar = await stage.cookie('advisor');
  const dana = await stage.cookie('lead');
  expect((await stage.post(FACTS_PATH, FIELDS, omar)).status).toBe(303);
  expect((await worldOf(stage)())().host('yale')?.teaching).toBeUndefined();
  expect(await (await stage.get(FACTS_PATH, dana)).text()).toContain(
    'May attendings write letters of recommendation for visiting students? <strong>yes</strong>',
  );
  expect((await stage.post(factReviewPath('form-1'), {}, omar)).status).toBe(409);
  expect((await stage.post(factReviewPath('form-1'), {}, dana)).status).toBe(303);
  // Dana and Omar share a cohort: what they agree on is theirs alone until somebody else reads it.
  const worldFor = await worldOf(stage)();
  expect(worldFor(OWN).host('yale')?.teaching?.letters).toMatchObject({
    answer: 'yes',
    source: 'entered by Omar Advisor, not yet confirmed: https://medicine.yale.edu/letters',
  });
  expect(worldFor(FOREIGN).host('yale')?.teaching).toBeUndefined();
  expect(worldFor().host('yale')?.teaching).toBeUndefined();
});

test('an official answer from a page that is not the host’s is refused by the name of its field', async () => {
  const stage = await advisorsStage();
  const omar = await stage.cookie('advisor');
  const source = 'https://yale.example.org/letters';
  const answer = await stage.post(FACTS_PATH, { ...FIELDS, source }, omar);
  expect([answer.status, await answer.text()]).toEqual([
    422,
    expect.stringContaining('The certainty is official only for a page on yale.edu.'),
  ]);
  const secondary = { ...FIELDS, source, certainty: 'secondary' };
  expect((await stage.post(FACTS_PATH, secondary, omar)).status).toBe(303);
});

test('a wrong form comes back with its values and the field named, and changes nothing', async () => {
  const stage = await advisorsStage();
  const omar = await stage.cookie('advisor');
  const answer = await stage.post(
    FACTS_PATH,
    { ...FIELDS, checkedOn: '2026-02-30', hue: 'red' },
    omar,
  );
  const text = await answer.text();
  expect(answer.status).toBe(422);
  expect(text).toContain('checkedOn is not a calendar day');
  expect(text).toContain('hue is not a known field');
  expect(text).toContain('value="https://medicine.yale.edu/letters"');
  expect(await stage.store.read('facts', 'entered')).toBeUndefined();
});

test('who only reads sees the facts and no form', async () => {
  const stage = await advisorsStage();
  const quinn = await stage.cookie('auditor');
  expect(await (await stage.get(FACTS_PATH, quinn)).text()).not.toContain('Propose it');
  expect((await stage.post(FACTS_PATH, FIELDS, quinn)).status).toBe(403);
});

/** The undo day is over: what was reported wrongly is put right by another update. */
import { expect, test } from 'vitest';
import { storyOf } from '../../shared/plan/moves/stories.ts';
import { webStage } from '../web-stage.ts';

test('a submission reported by mistake is corrected a week later, and the history says so', async () => {
  const submitted = storyOf().report('2027-03-01T15:00:00.000Z', { type: 'eras-submitted' });
  const stage = webStage('2027-03-12T15:00:00.000Z');
  await stage.add('alice', submitted.facts);
  const you = `/a/${await stage.token({ personId: 'alice' })}/you`;
  const page = async () => (await stage.get(you)).text();
  expect(await page()).toContain('Your plan says that you submitted it on Mon, Mar 1, 2027.');
  await stage.post(you, { type: 'eras-corrected', update: 'u1', revision: '0', submittedOn: '' });
  const shown = await page();
  expect(shown).toMatch(/History \(1\)[\s\S]*ERAS corrected: not submitted yet/);
  expect(shown).toContain('I submitted my ERAS application');
});

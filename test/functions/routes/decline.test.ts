/** Giving up a place: the reason is kept, the host gets words to send, and it can all be put back. */
import { describe, expect, test } from 'vitest';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { acceptedAtBrown, storyOf } from '../../shared/plan/moves/stories.ts';
import { webStage } from '../web-stage.ts';

const LISTED = storyOf();
const APPLIED = LISTED.report('2027-02-10T15:00:00.000Z', { type: 'applied', rotationId: 'r1' });
const OFFERED = APPLIED.report('2027-03-10T15:00:00.000Z', { type: 'offered', rotationId: 'r1' });
const NOW = '2027-03-12T15:00:00.000Z';

async function at(facts: Facts) {
  const stage = webStage(NOW);
  await stage.add('alice', facts);
  const plan = `/a/${await stage.token({ personId: 'alice' })}`;
  const rotation = `${plan}/r/r1`;
  const page = async (path = rotation) => (await stage.get(path)).text();
  const withdraw = (why: string, update = 'u1') =>
    stage.post(rotation, { type: 'withdrawn', update, revision: '0', why });
  return { stage, plan, rotation, page, withdraw };
}

const emailIn = (page: string) => page.match(/<pre class="email">([\s\S]*?)<\/pre>/)?.[1];

describe('an offer', () => {
  test('can be declined beside its acceptance, on the plan and on its page', async () => {
    const profile = { ...OFFERED.facts.profile, entry: 'citizen' as const };
    const { plan, rotation, page } = await at({ ...OFFERED.facts, profile });
    for (const path of [plan, rotation]) {
      expect(await page(path)).toContain(
        `href="${rotation}?do=withdrawn#form-withdrawn">Decline the offer</a>`,
      );
    }
  });

  test('that is declined says why, and gives words for the host', async () => {
    const { stage, page, withdraw } = await at(OFFERED.facts);
    expect((await withdraw('dates')).status).toBe(303);
    const { facts } = await stage.person('alice');
    expect(facts.rotations[0]?.closed).toMatchObject({ reason: 'withdrawn', why: 'dates' });
    const shown = await page();
    expect(shown).toContain('closed, withdrawn by you: dates that do not fit');
    expect(shown).toContain('subject=Brown%20IR%20rotation%3A%20I%20decline&amp;');
    expect(emailIn(shown)).toBe(
      [
        'To the visiting student office at Brown:',
        '',
        'Thank you for offering me a rotation from Mon, Jul 5, 2027 to Fri, Jul 30, 2027. I must decline the offer. The dates do not fit my schedule. Please give the place to another applicant.',
        '',
        'Thank you for your time.',
        facts.profile.name,
      ].join('\n'),
    );
  });

  test('needs no reason', async () => {
    const { page, withdraw } = await at(OFFERED.facts);
    expect((await withdraw('')).status).toBe(303);
    expect(emailIn(await page())).toContain('I must decline the offer. Please give the place');
  });

  test('is not declined for a reason that nobody offered', async () => {
    const { stage, withdraw } = await at(OFFERED.facts);
    const answer = await withdraw('nationality');
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Your reason is not one of the choices.');
    expect((await stage.person('alice')).facts.rotations[0]?.status).toBe('offered');
  });

  test('that was declined is open again after an undo, without a trace of the reason', async () => {
    const { stage, rotation, withdraw } = await at(OFFERED.facts);
    await withdraw('cost');
    await stage.post(rotation, { type: 'undone', update: 'u2', revision: '1' });
    const [open] = (await stage.person('alice')).facts.rotations;
    expect([open?.status, open?.closed]).toEqual(['offered', undefined]);
  });

  test('that was declined by mistake is reopened later', async () => {
    const { stage, rotation, page, withdraw } = await at(OFFERED.facts);
    await withdraw('cost');
    await stage.post(rotation, { type: 'reopened', update: 'u2', revision: '1', as: 'accepted' });
    const [open] = (await stage.person('alice')).facts.rotations;
    expect([open?.stage, open?.closed]).toEqual(['documents', undefined]);
    expect(emailIn(await page())).toBeUndefined();
  });
});

test.each([
  ['an application', APPLIED, 'I applied for a rotation from'],
  ['a confirmed place', acceptedAtBrown(), 'I accepted a place for a rotation from'],
])('%s is withdrawn in words of its own', async (_, { facts }, words) => {
  const { page, withdraw } = await at(facts);
  await withdraw('visa');
  expect(emailIn(await page())).toContain(words);
  expect(emailIn(await page())).toContain('I cannot get a visa in time.');
});

test('a place that was only on the list needs no words to a host', async () => {
  const { page, withdraw } = await at(LISTED.facts);
  await withdraw('another-place');
  expect(await page()).toContain('closed, withdrawn by you: another place');
  expect(emailIn(await page())).toBeUndefined();
});

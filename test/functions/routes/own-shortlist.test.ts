/** The shortlist on one's own link: it knows the profile, changes nothing by being opened, and a button keeps a month. */
import { expect, test } from 'vitest';
import { aliceFacts, NOVEMBER } from '../../shared/plan/moves/stories.ts';
import { webStage } from '../web-stage.ts';

const ANSWERS =
  'matchYear=2028&pathway=integrated-ir&enrollment=enrolled&entry=visa&schoolInVslo=yes&month.2027-05=yes&month.2027-06=yes&month.2027-07=yes';

async function alicesStage() {
  const stage = webStage(NOVEMBER);
  await stage.add('alice', aliceFacts());
  return { stage, plan: `/a/${await stage.token({ personId: 'alice' })}` };
}

/** The hidden fields of the first form on the page that keeps a month. */
function keepFields(page: string): Record<string, string> {
  const [, form = ''] = /<form id="form-keep\.([\s\S]*?)<\/form>/.exec(page) ?? [];
  return Object.fromEntries(
    [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name ?? '',
      value ?? '',
    ]),
  );
}

test('the plan leads to it, and it starts with what the plan knows', async () => {
  const { stage, plan } = await alicesStage();
  expect(await (await stage.get(plan)).text()).toContain(`href="${plan}/shortlist"`);
  const page = await (await stage.get(`${plan}/shortlist`)).text();
  expect(page).toContain('value="2028"');
  expect(page).toContain('<option value="enrolled" selected>');
});

test('looking changes nothing; the button puts the month on the plan with its host’s rules, once', async () => {
  const { stage, plan } = await alicesStage();
  const before = await stage.person('alice');
  const page = await (await stage.get(`${plan}/shortlist?${ANSWERS}`)).text();
  expect(await stage.person('alice')).toEqual(before);

  const fields = keepFields(page);
  const answer = await stage.post(plan, fields);
  expect(answer.status).toBe(303);
  await stage.post(plan, fields);
  const { facts } = (await stage.person('alice')) as typeof before & {
    facts: ReturnType<typeof aliceFacts>;
  };
  const kept = facts.rotations.filter(({ host }) => host.name === fields['rotation.host.name']);
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatchObject({
    stage: 'identify',
    host: { institutionId: fields['rotation.host.institutionId'] },
    dates: { start: fields['rotation.dates.start'] },
  });
});

test('an old link opens no shortlist', async () => {
  const { stage } = await alicesStage();
  const old = await stage.token({ personId: 'alice' }, 61);
  expect((await stage.get(`/a/${old}/shortlist`)).status).toBe(410);
});

/** The shortlist on one's own link: it knows the profile, changes nothing by being opened, and a button keeps a month. */
import { describe, expect, test } from 'vitest';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { at, FINISHED, month, rotation } from '../../shared/agenda/plans.ts';
import { aliceFacts, NOVEMBER } from '../../shared/plan/moves/stories.ts';
import { webStage } from '../web-stage.ts';

const ANSWERS =
  'matchYear=2028&pathway=integrated-ir&enrollment=enrolled&entry=visa&schoolInVslo=yes&month.2027-05=yes&month.2027-06=yes&month.2027-07=yes';
const YALE = 'compare.yale-international-electives=yes';
const MAYO = 'compare.mayo-clinic-arizona-interventional-radiology-elective=yes';

async function alicesStage() {
  const stage = webStage(NOVEMBER);
  await stage.add('alice', aliceFacts());
  return { stage, plan: `/a/${await stage.token({ personId: 'alice' })}` };
}

/** The hidden fields of the first form on the page that adds a rotation. */
function addFields(page: string): Record<string, string> {
  const form = page.split('</form>').find((each) => each.includes('value="rotation-added"')) ?? '';
  const [, own = ''] = form.split('<form method="post"');
  return Object.fromEntries(
    [...own.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
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

  const fields = addFields(page);
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

test('a place on the plan, by whatever name, is not offered again', async () => {
  const stage = webStage(NOVEMBER);
  const page = async (id: string, ...rotations: Rotation[]) => {
    await stage.add(id, aliceFacts({ rotations }));
    const link = `/a/${await stage.token({ personId: id })}`;
    return (await stage.get(`${link}/shortlist?${ANSWERS}`)).text();
  };
  const add = 'name="rotation.host.institutionId" value="yale-international-electives"';
  expect(await page('alice')).toContain(add);
  const there = await page('ben', rotation(at('yale', 'Yale')));
  expect(there).not.toContain(add);
  expect(there).toContain('On your plan');
  const closed = { reason: 'withdrawn', at: NOVEMBER } as const;
  const withdrawn = { ...at('yale', 'Yale'), stage: 'closed', status: 'closed', closed } as const;
  expect(await page('cleo', rotation(withdrawn))).toContain(add);
});

test('proposed plans leave out what the plan has: its months and its hosts', async () => {
  const stage = webStage(NOVEMBER);
  const plans = async (id: string, ...rotations: Rotation[]) => {
    await stage.add(id, aliceFacts({ rotations }));
    const link = `/a/${await stage.token({ personId: id })}`;
    const page = await (await stage.get(`${link}/shortlist?${ANSWERS}&month.2027-08=yes`)).text();
    return page.slice(page.indexOf('id="plans"'), page.indexOf('id="applications"'));
  };
  const taken = 'Your plan already has a rotation in Jul 2027.';
  const before = await plans('alice');
  expect(before).toContain('Yale School of Medicine DR rotation');
  expect(before).not.toContain(taken);
  const july = month('2027-07-12', '2027-08-01');
  const after = await plans('ben', rotation({ ...at('yale', 'Yale'), ...july }));
  expect(after).toContain(taken);
  expect(after).toContain('It is already on your plan.');
  expect(after).not.toContain('Yale School of Medicine DR rotation');
});

describe('what rotators of the school reported', () => {
  const described = { did: 'hands-on', gaveLetters: true, wouldReturn: true } as const;
  const visit = { ...FINISHED, ...at('yale', 'Yale'), ...month('2026-10-05', '2026-10-30') };
  const listFor = async (rotators: number) => {
    const { stage, plan } = await alicesStage();
    for (let each = 1; each <= rotators; each += 1) {
      const facts = aliceFacts({ rotations: [rotation({ ...visit, described })] });
      await stage.add(`rotator${each}`, facts);
    }
    return (await stage.get(`${plan}/shortlist?${ANSWERS}&${YALE}&${MAYO}`)).text();
  };

  test('stands on the place’s row and beside other places, without a name', async () => {
    const words = 'Reported by 2 rotators, 2026: 2 hands-on, 0 watching; letters given to 2';
    const page = await listFor(2);
    expect(page.split(words)).toHaveLength(3);
  });

  test('is not shown where one rotator alone reported', async () => {
    expect(await listFor(1)).not.toContain('Reported by');
  });
});

describe('a graduate', () => {
  const GRADUATE =
    'matchYear=2028&pathway=integrated-ir&enrollment=graduate&graduationOn=2025-06-30&entry=visa&month.2027-07=yes';

  test('reads on each row what an observership brings, and can record a letter from outside', async () => {
    const { stage, plan } = await alicesStage();
    const page = await (await stage.get(`${plan}/shortlist?${GRADUATE}`)).text();
    expect(page).toContain('Where a graduate can rotate or observe');
    expect(page).toMatch(/watching only · apply by [^<]+ a week[^<]+ · letters not stated/);
    expect(await (await stage.get(`${plan}/r/plan?do=letter-asked`)).text()).toContain(
      'I asked someone outside my rotations',
    );
  });

  test('adds a research stay from its row, once from two tabs, with a track of its own', async () => {
    const { stage, plan } = await alicesStage();
    const open = async () => (await stage.get(`${plan}/shortlist?${GRADUATE}`)).text();
    const rows = [await open(), await open()].map((page) =>
      page.slice(page.indexOf('id="research"')),
    );
    const answers = [];
    for (const row of rows) answers.push((await stage.post(plan, addFields(row))).status);
    expect(answers).toEqual([303, 409]);
    const { facts } = await stage.person('alice');
    const stays = facts.rotations.filter(({ mode }) => mode === 'research');
    expect(stays).toHaveLength(1);
    const page = await (await stage.get(`${plan}/r/${stays[0]?.id}`)).text();
    for (const step of ['Find a mentor', 'Agree', 'Research']) expect(page).toContain(`${step}<`);
    for (const other of ['case log', 'agreement with the host', 'Housing', 'Flight'])
      expect(page).not.toContain(other);
    const section = (await open()).split('id="research"')[1]?.split('id="plans"')[0];
    expect(section).toContain('On your plan');
  });

  test('who says that they are enrolled gets a graduate’s list once the day is past', async () => {
    const { stage, plan } = await alicesStage();
    const pretended = GRADUATE.replace('enrollment=graduate', 'enrollment=enrolled');
    const page = await (await stage.get(`${plan}/shortlist?${pretended}`)).text();
    expect(page).toContain('Where a graduate can rotate or observe');
    const ahead = pretended.replace('2025-06-30', '2027-06-30');
    const student = await (await stage.get(`${plan}/shortlist?${ahead}`)).text();
    expect(student).not.toContain('Where a graduate can rotate or observe');
  });

  test('finds the steps of a research stay under Letters; a student does not', async () => {
    const stage = webStage(NOVEMBER);
    const lettersOf = async (id: string, enrollment: 'enrolled' | 'graduate') => {
      const { profile } = aliceFacts();
      await stage.add(id, aliceFacts({ profile: { ...profile, enrollment } }));
      return (await stage.get(`/a/${await stage.token({ personId: id })}/r/plan`)).text();
    };
    const note = 'A research stay is not clinical experience';
    expect(await lettersOf('ben', 'graduate')).toContain(note);
    expect(await lettersOf('alice', 'enrolled')).not.toContain(note);
  });
});

test('an old link opens no shortlist', async () => {
  const { stage } = await alicesStage();
  const old = await stage.token({ personId: 'alice' }, 61);
  expect((await stage.get(`/a/${old}/shortlist`)).status).toBe(410);
});

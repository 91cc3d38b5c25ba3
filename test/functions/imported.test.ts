/** A school imports an address, and its reader says whose plan it is: theirs, nobody's, or nothing. */
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, plusMs } from '#shared/base/time/instant.ts';
import { archived } from '#shared/people/applicant/archive.ts';
import { MONDAY } from '../cast.ts';
import { OWN } from './advisors-stage.ts';
import { importStage } from './import-stage.ts';

const ASKED = 'A school made a rotation plan for you';

async function asked() {
  const stage = await importStage();
  await stage.imported();
  await stage.visited();
  const plan = async () => (await stage.plans())[0];
  const id = (await plan())?.id ?? '';
  const path = `/a/${await stage.web.token({ personId: id })}`;
  const tomorrow = () => stage.web.at(plusMs(MONDAY, DAY_MS));
  return { ...stage, plan, id, path, tomorrow };
}

describe('an imported person', () => {
  test('is asked first, by an email that names the school and an advisor, and nothing of the plan', async () => {
    const { sent, visited } = await asked();
    expect(await visited()).toEqual([]);
    expect(sent.map(({ to, subject }) => [to.address, to.name, subject])).toEqual([
      ['alice@example.org', '', ASKED],
    ]);
    expect(sent[0]?.text).toContain('Dana Advisor, an advisor of Match 2028, made a plan');
    expect(sent[0]?.text).not.toMatch(/Alice|Kerala/);
    expect(sent[0]?.unsubscribeUrl).toBeDefined();
  });

  test('sees no plan before saying that it is theirs, by one press', async () => {
    const { web, path, plan, visited } = await asked();
    const page = await (await web.get(path)).text();
    expect(page).toContain('It is me: open my plan');
    expect(page).toContain('I don’t know this school');
    expect((await web.get(`${path}/costs`)).status).toBe(200);
    expect(await (await web.get(`${path}/costs`)).text()).toContain('Is this plan yours?');
    expect((await web.post(`${path}/confirm`, {})).status).toBe(303);
    expect((await plan())?.pending).toBeUndefined();
    expect(await (await web.get(path)).text()).not.toContain('Is this plan yours?');
    expect(await visited()).toHaveLength(1);
  });

  test('gets reminders from the next day on without an answer, and none on the day of the question', async () => {
    const { web, visited, tomorrow, sent, plan } = await asked();
    web.at(plusMs(MONDAY, 2 * HOUR_MS));
    expect(await visited()).toEqual([]);
    tomorrow();
    expect(await visited()).toHaveLength(1);
    expect(sent.at(-1)?.subject).not.toBe(ASKED);
    expect((await plan())?.emails.at(-1)?.stream).toBe('digest');
  });

  test('whom an advisor archived before the answer still sees which school asks, and is then notified', async () => {
    const { web, path, plan, visited, sent, store } = await asked();
    const before = await plan();
    if (!before) throw new Error('Nobody was imported.');
    await store.write(archived(before, 'Dana Advisor', MONDAY));
    const page = await (await web.get(path)).text();
    expect(page).toContain('I don’t know this school');
    expect(page).toContain('Match 2028');
    await visited();
    expect(sent).toHaveLength(1);
    await web.post(`${path}/confirm`, {});
    await visited();
    expect(sent.map(({ subject }) => subject)).toContain('Your rotation plan is now yours alone');
  });

  test('is on the report as not confirmed after 14 days, and not before', async () => {
    const { web, visited, store } = await asked();
    const rules = async (days: number) => {
      web.at(plusMs(MONDAY, days * DAY_MS));
      await visited();
      const [row] = (await store.cohort(OWN, 10)).rows;
      return row?.outlook?.findings?.map(({ rule }) => rule) ?? [];
    };
    expect(await rules(12)).not.toContain('unconfirmed');
    expect(await rules(15)).toContain('unconfirmed');
  });
});

describe('a reader who does not know the school', () => {
  const DAYS = 7;

  async function disowned() {
    const made = await asked();
    const answer = await made.web.post(`${made.path}/disown`, {});
    expect([answer.status, await answer.text()]).toEqual([
      200,
      expect.stringContaining('Your plan will be deleted'),
    ]);
    const left = await made.visited();
    const done = made.sent.find(({ subject }) => subject.startsWith('The plan that a school made'));
    const keep = new URL(/https:\S+\/keep\/\S+/.exec(done?.text ?? '')?.[0] ?? '').pathname;
    return { ...made, left, done, keep };
  }

  test('ends the plan for its advisors at once, and gets one email that says so, names nobody, and opens nothing', async () => {
    const { web, path, store, visited, left, done, id, tomorrow } = await disowned();
    expect((await web.get(path)).status).toBe(410);
    expect((await store.cohort(OWN, 10)).rows).toEqual([]);
    expect(left.filter((each) => each === id)).toHaveLength(1);
    expect(done?.to).toEqual({ name: '', address: 'alice@example.org' });
    expect(done?.text).not.toMatch(/Alice|Kerala/);
    expect(done?.text).not.toContain('/a/');
    tomorrow();
    expect(await visited()).toEqual([]);
  });

  test('is erased after seven days and not before', async () => {
    const { web, store, visited, plans, id, keep } = await disowned();
    web.at(plusMs(MONDAY, DAYS * DAY_MS - 1));
    await visited();
    expect((await store.read('applicant', id))?.facts.profile.name).toBe('Alice Mathew');
    web.at(plusMs(MONDAY, DAYS * DAY_MS));
    await visited();
    expect(await plans()).toEqual([]);
    expect(JSON.stringify(await store.read('applicant', id))).not.toMatch(/Alice|alice@/);
    expect((await web.post(keep, {})).status).toBe(410);
  });

  test('brings the plan back by the link of that email, once, and is asked again whether it is theirs', async () => {
    const { web, store, plan, keep, visited } = await disowned();
    web.at(plusMs(MONDAY, DAYS * DAY_MS - 1));
    expect((await web.get(keep)).status).toBe(200);
    expect((await plan())?.leaving).toBeDefined();
    const back = (await web.post(keep, {})).headers.get('location') ?? '';
    expect(await (await web.get(back)).text()).toContain('It is me: open my plan');
    expect((await web.post(keep, {})).status).toBe(410);
    expect((await web.post(`${back}/confirm`, {})).status).toBe(303);
    expect((await store.cohort(OWN, 10)).rows).toHaveLength(1);
    web.at(plusMs(MONDAY, 2 * DAYS * DAY_MS));
    expect(await visited()).not.toEqual([]);
    expect((await plan())?.erased).toBeUndefined();
  });

  test('keeps the plan they began themselves, whether the school’s comes back or goes', async () => {
    const stage = await importStage();
    await stage.begin();
    await stage.confirm();
    const [own] = await stage.plans();
    await stage.imported();
    await stage.visited();
    const school = (await stage.plans()).find(({ id }) => id !== own?.id);
    const path = `/a/${await stage.web.token({ personId: school?.id ?? '' })}`;
    await stage.web.post(`${path}/disown`, {});
    await stage.visited();
    expect((await stage.plans()).map(({ id, leaving }) => [id, leaving !== undefined])).toEqual([
      [own?.id, false],
      [school?.id, true],
    ]);
    stage.web.at(plusMs(MONDAY, DAYS * DAY_MS));
    await stage.visited();
    expect((await stage.plans()).map(({ id }) => id)).toEqual([own?.id]);
    expect((await stage.store.read('applicant', own?.id ?? ''))?.reach).toBe('ok');
    await stage.web.post('/links', { address: 'alice@example.org' });
    expect(await stage.visited()).toContain(own?.id);
  });

  test('is reported once to the cohort’s lead, without a name, and the next import names the line', async () => {
    const { web, path, visited, sent, imported, store } = await asked();
    await web.post(`${path}/disown`, {});
    await visited();
    await visited();
    const told = sent.filter(({ to }) => to.address !== 'alice@example.org');
    expect(told.map(({ to, subject }) => [to.address, subject])).toEqual([
      ['dana@school.example.org', 'Someone in Match 2028 does not know your school'],
    ]);
    expect(told[0]?.text).not.toMatch(/Alice|alice@/);
    await imported('i2');
    expect((await store.read('import', 'i2'))?.left).toEqual([
      expect.objectContaining({
        line: 2,
        message: expect.stringContaining('has deleted their plan'),
      }),
    ]);
  });

  test('deletes nothing by a second press, or once the plan is theirs', async () => {
    const { web, path, plan } = await asked();
    await web.post(`${path}/confirm`, {});
    const late = await web.post(`${path}/disown`, {});
    expect([late.status, late.headers.get('location')]).toEqual([303, `${path}/delete`]);
    expect((await plan())?.leaving).toBeUndefined();
  });

  test('cannot end a plan that somebody began themselves', async () => {
    const stage = await importStage();
    await stage.begin();
    await stage.confirm();
    const [own] = await stage.plans();
    const path = `/a/${await stage.web.token({ personId: own?.id ?? '' })}`;
    expect((await stage.web.post(`${path}/disown`, {})).status).toBe(303);
    expect((await stage.plans())[0]?.leaving).toBeUndefined();
  });
});

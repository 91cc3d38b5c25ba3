import { describe, expect, test } from 'vitest';
import { enrollAdvisor } from '#functions/enroll-advisor.ts';
import { addSender } from '#functions/senders.ts';
import { webhookApp } from '#functions/webhook.ts';
import { msOf, SECOND_MS } from '#shared/base/time/instant.ts';
import { newSender } from '#shared/exchange/webhook/sender.ts';
import { secretOf, signStandard } from '#shared/exchange/webhook/signature.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import { newApplicant } from '#shared/people/person/applicant.ts';
import { bob, MONDAY } from '../../../cast.ts';
import { type AdvisorsStage, advisorsStage, FOREIGN, OWN, TEAM } from '../../advisors-stage.ts';
import { SCHOOL } from '../../webhook-stage.ts';

const SENDERS = `/advisors/c/${OWN}/senders`;
/** As it is kept: with its cohort. */
const FORM_ID = `${OWN}--form`;
const FORM = {
  name: 'Rotation form',
  id: 'form',
  product: 'google-forms',
  eventTypes: 'offered',
  mapping: `always -> type = offered
Your address -> applicant.address
Where? -> rotation.host
Until when? -> expiresOn
Why? -> ignored`,
};

async function withForm(): Promise<{ stage: AdvisorsStage; cookie: string; shown: string }> {
  const stage = await advisorsStage();
  const cookie = await stage.cookie('lead');
  const shown = await (await stage.post(SENDERS, FORM, cookie)).text();
  return { stage, cookie, shown };
}

const secretIn = (page: string) =>
  /whsec_[A-Za-z0-9+/=]+/.exec(page.replaceAll('&#x3D;', '='))?.[0];

describe('a lead', () => {
  test('adds a form, is shown its address and secret once, and finds it on the list', async () => {
    const { stage, cookie, shown } = await withForm();
    expect(shown).toContain(`/webhook/google-forms?sender=${FORM_ID}`);
    expect(secretIn(shown)).toBeDefined();
    expect(await (await stage.get(`${SENDERS}/${FORM_ID}`, cookie)).text()).not.toContain('whsec');
    const list = await (await stage.get(SENDERS, cookie)).text();
    expect(list).toContain('Rotation form');
    expect(list).toContain('<option value="offered">Offer received (offered)</option>');
  });

  test('is not told which IDs other cohorts use', async () => {
    const stage = await advisorsStage();
    await addSender(stage.deps, { ...SCHOOL, id: 'form', cohortIds: [FOREIGN] });
    await addSender(stage.deps, { ...SCHOOL, id: `${FOREIGN}--form`, cohortIds: [FOREIGN] });
    const cookie = await stage.cookie('lead');
    const answer = await stage.post(SENDERS, FORM, cookie);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(`?sender=${FORM_ID}`);
    expect((await stage.post(SENDERS, FORM, cookie)).status, 'their own again').toBe(422);
  });

  test('is shown each fault, and keeps what was entered', async () => {
    const stage = await advisorsStage();
    const cookie = await stage.cookie('lead');
    const mapping = 'Where? rotation.host\nalways -> type = withdrawn';
    const got = await stage.post(SENDERS, { ...FORM, mapping }, cookie);
    const page = await got.text();
    expect(got.status).toBe(422);
    expect(page).toContain('Line 1 of the mapping is not');
    expect(page).toContain('Rotation form');
    expect(await stage.store.read('sender', FORM_ID)).toBeUndefined();
  });

  test('makes a new secret, once however often the button is pressed', async () => {
    const { stage, cookie, shown } = await withForm();
    const press = async () =>
      (await stage.post(`${SENDERS}/${FORM_ID}`, { do: 'rotate', generation: '1' }, cookie)).text();
    const [first, second] = [await press(), await press()];
    expect(secretIn(first)).not.toBe(secretIn(shown));
    expect(secretIn(second)).toBe(secretIn(first));
    expect((await stage.store.read('sender', FORM_ID))?.generations.map(({ n }) => n)).toEqual([
      1, 2,
    ]);
    await stage.post(`${SENDERS}/${FORM_ID}`, { do: 'end-older' }, cookie);
    expect((await stage.store.read('sender', FORM_ID))?.generations.map(({ n }) => n)).toEqual([2]);
  });

  test('tries a submission and sees what would change, and nothing does', async () => {
    const { stage, cookie } = await withForm();
    await addBob(stage);
    const kept = await stage.store.read('applicant', 'bob');
    const attempt = async (fields: Record<string, string>) =>
      (await stage.post(`${SENDERS}/${FORM_ID}`, { do: 'try', ...fields }, cookie)).text();
    const answers = { 'answer.0': 'bob@example.org', 'answer.1': 'Brown' };
    expect(await attempt(answers)).toContain(
      'It would be refused: You cannot record “Offer received” now',
    );
    expect(await attempt({ 'answer.0': 'zoe@example.org' })).toContain(
      'This sender’s cohorts have no such applicant',
    );
    await stage.post(
      `${SENDERS}/${FORM_ID}`,
      { do: 'mapping', mapping: FORM.mapping.replace('offered', 'applied') },
      cookie,
    );
    expect(await stage.store.read('applicant', 'bob')).toEqual(kept);
    expect((await stage.store.read('sender', FORM_ID))?.mapping?.always[0]?.value).toBe('offered');
  });

  test('sees that someone unknown was reported on, of which only a new delivery is recorded', async () => {
    const stage = await advisorsStage();
    const cookie = await stage.cookie('lead');
    await stage.store.write(newSender({ ...SCHOOL, cohortIds: [OWN] }, MONDAY));
    await deliver(stage);
    const page = await (await stage.get(`${SENDERS}/school`, cookie)).text();
    expect(page).toContain('This sender’s cohorts have no such applicant.');
    expect(page).not.toContain('Try the refused updates again');
    await addBob(stage);
    expect(await deliver(stage)).toMatchObject({ updates: [{ answer: 'accepted' }] });
  });

  test('sees a refused delivery and replays it once the sender may report it', async () => {
    const stage = await advisorsStage();
    const cookie = await stage.cookie('lead');
    const sender = newSender({ ...SCHOOL, cohortIds: [OWN] }, MONDAY);
    await stage.store.write({ ...sender, eventTypes: ['mentor-named'] });
    await addBob(stage);
    await deliver(stage);
    const page = async () => (await stage.get(`${SENDERS}/school`, cookie)).text();
    expect(await page()).toContain('This sender may report only: mentor-named.');
    await stage.store.write({ ...sender, version: 1 });
    const act = { do: 'replay', message: 'm1' };
    const replayed = await (await stage.post(`${SENDERS}/school`, act, cookie)).text();
    expect(replayed).toContain('Time zone set to Tokyo');
    expect((await stage.store.read('applicant', 'bob'))?.facts.profile.zone).toBe('Asia/Tokyo');
    await stage.post(`${SENDERS}/school`, act, cookie);
    expect((await stage.store.read('applicant', 'bob'))?.history).toHaveLength(1);
    expect(await deliver(stage)).toMatchObject({ updates: [{ answer: 'replayed' }] });
  });

  test('revokes a sender', async () => {
    const { stage, cookie } = await withForm();
    await stage.post(`${SENDERS}/${FORM_ID}`, { do: 'revoke' }, cookie);
    expect((await stage.store.read('sender', FORM_ID))?.revokedAt).toBe(MONDAY);
  });
});

describe('nobody else', () => {
  test.each(['advisor', 'auditor'] as const)('as %s sees or changes a sender', async (role) => {
    const { stage } = await withForm();
    const cookie = await stage.cookie(role);
    expect((await stage.get(`${SENDERS}/${FORM_ID}`, cookie)).status).toBe(403);
    expect((await stage.post(`${SENDERS}/${FORM_ID}`, { do: 'revoke' }, cookie)).status).toBe(403);
    expect((await stage.store.read('sender', FORM_ID))?.revokedAt).toBeUndefined();
  });

  test('reaches a sender that also serves a cohort which is not theirs', async () => {
    const { stage, cookie } = await withForm();
    const shared = { ...SCHOOL, id: 'both', cohortIds: [OWN, FOREIGN] };
    await stage.store.write(newSender(shared, MONDAY));
    expect((await stage.get(`${SENDERS}/both`, cookie)).status).toBe(404);
    const profile = { ...TEAM.lead, zone: 'America/Chicago' };
    const cohort = { id: FOREIGN, name: 'x' };
    await enrollAdvisor(stage.deps, { profile, role: 'auditor', cohort });
    expect((await stage.get(`${SENDERS}/both`, cookie)).status).toBe(404);
    await enrollAdvisor(stage.deps, { profile, role: 'lead', cohort });
    expect((await stage.get(`${SENDERS}/both`, cookie)).status).toBe(200);
  });
});

async function addBob(stage: AdvisorsStage): Promise<void> {
  const { facts } = bob();
  await stage.store.write(newApplicant({ id: 'bob', cohortId: OWN, facts }, MONDAY));
  await stage.store.write({
    kind: 'address',
    id: hashAddress('bob@example.org', stage.deps.pepper),
    version: 0,
    personKind: 'applicant',
    personId: 'bob',
    reach: 'ok',
  });
}

async function deliver({ deps }: AdvisorsStage): Promise<unknown> {
  const update = { applicant: { id: 'bob' }, event: { type: 'zone-changed', zone: 'Asia/Tokyo' } };
  const body = new TextEncoder().encode(JSON.stringify({ updates: [update] }));
  const timestamp = String(msOf(MONDAY) / SECOND_MS);
  const secret = secretOf(deps.webhookKey, 'school', 1);
  const app = webhookApp({ ...deps, undoKeys: deps.linkKeys });
  const got = await app.request('/webhook/updates?sender=school', {
    method: 'POST',
    body,
    headers: {
      'webhook-id': 'm1',
      'webhook-timestamp': timestamp,
      'webhook-signature': signStandard(secret, { id: 'm1', timestamp }, body),
    },
  });
  return got.json();
}

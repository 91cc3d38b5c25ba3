/** An advisor asks for another address, for someone whose mailbox is lost; only the new mailbox can say yes. */
import { beforeEach, describe, expect, test } from 'vitest';
import { openCaseOf } from '#shared/people/casework/casework.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { alice, carol, MONDAY } from '../../../cast.ts';
import { type AdvisorsStage, advisorsStage, FOREIGN, OWN } from '../../advisors-stage.ts';

const PAGE = `/advisors/c/${OWN}/p/alice/address`;
const NEW = 'alice@new.example.org';
let stage: AdvisorsStage;
let dana: string;

beforeEach(async () => {
  stage = await advisorsStage();
  dana = await stage.cookie('lead');
  for (const person of [alice(), carol()]) await stage.store.write(person);
});

const now = () => stage.store.read('applicant', 'alice');

test('the new address is asked to confirm, in the advisor’s name, and nothing else changes', async () => {
  const person = await (await stage.get(`/advisors/c/${OWN}/p/alice`, dana)).text();
  expect(person).toContain(`href="${PAGE}"`);
  expect((await stage.post(PAGE, { address: NEW }, dana)).status).toBe(200);
  const asked = await now();
  expect(asked?.facts.profile.address).toBe('alice@example.org');
  expect(asked?.moving).toMatchObject({ to: NEW, waits: true, vouchedBy: 'Dana Advisor' });
  expect(asked?.causes).toMatchObject([{ stream: 'confirm', to: NEW }]);
  expect(stage.woken).toContain('alice');
});

test.each(['', 'alice', 'Alice <a@x.org>'])(
  '“%s” is no address, and comes back',
  async (address) => {
    const answer = await stage.post(PAGE, { address }, dana);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('aria-invalid="true"');
    expect((await now())?.moving).toBeUndefined();
  },
);

test('an auditor may not ask, nor may another school’s advisor', async () => {
  expect((await stage.post(PAGE, { address: NEW }, await stage.cookie('auditor'))).status).toBe(
    403,
  );
  const other = await stage.other('Eve', FOREIGN);
  const answers = [PAGE, PAGE.replace(OWN, FOREIGN)].map((path) =>
    stage.post(path, { address: NEW }, other),
  );
  for (const answer of await Promise.all(answers)) expect([403, 404]).toContain(answer.status);
  expect((await now())?.moving).toBeUndefined();
});

test('without a proof, an address that bounced is answered like one that complained', async () => {
  const pages: string[] = [];
  for (const reach of ['bounced', 'complained'] as const) {
    const person = await now();
    if (!person) throw new Error('Alice is there.');
    await stage.store.write({ ...person, reach });
    pages.push(await (await stage.post(PAGE, { address: NEW }, dana)).text());
  }
  expect(pages[0]).toContain('could not object');
  expect(pages[1]).toBe(pages[0]);
});

describe('an address that complained could not object', () => {
  const PROOF = 'Saw her passport in my office';
  const complained = async (more: Partial<Applicant> = {}) => {
    const person = await now();
    if (!person) throw new Error('Alice is there.');
    await stage.store.write({ ...person, reach: 'complained', ...more });
  };

  test.each(['', '  '])('so no advisor changes it without a proof, such as “%s”', async (proof) => {
    await complained();
    const answer = await stage.post(PAGE, { address: NEW, proof }, dana);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Enter how you know that it is them');
    expect(page).toContain(`value="${NEW}"`);
    expect((await now())?.moving).toBeUndefined();
  });

  test('and its case says how the advisor knew, before the new one is asked', async () => {
    await complained();
    expect((await stage.post(PAGE, { address: NEW, proof: PROOF }, dana)).status).toBe(200);
    const asked = await now();
    expect(asked?.moving).toMatchObject({ to: NEW, waits: true, vouchedBy: 'Dana Advisor' });
    expect(openCaseOf(asked?.casework)?.note).toBe(PROOF);
    expect(asked?.facts.profile.address).toBe('alice@example.org');
  });

  test('and nobody but its owner moves a plan that they began alone, whatever an advisor says', async () => {
    await complained({ shared: { since: MONDAY } });
    const answer = await stage.post(PAGE, { address: NEW, proof: PROOF }, dana);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('The applicant started this plan alone');
    expect((await now())?.moving).toBeUndefined();
    expect((await now())?.casework).toBeUndefined();
  });
});

test('no new address is asked that complained itself', async () => {
  const id = hashAddress(NEW, stage.deps.pepper);
  const who = { personKind: 'applicant', personId: 'gone' } as const;
  await stage.store.write({ kind: 'address', id, version: 0, ...who, reach: 'complained' });
  expect((await stage.post(PAGE, { address: NEW }, dana)).status).toBe(200);
  expect((await now())?.moving).toBeUndefined();
});

/** Where the answer to an email goes: to the person's advisor, else to nobody's, and then to the operator's mailbox. */
import { describe, expect, test } from 'vitest';
import { mimeFrom } from '#functions/adapters/mime.ts';
import { advisorOf } from '#functions/advising.ts';
import { newCohort } from '#shared/cohort/cohort.ts';
import { newAdvisor, type Role } from '#shared/people/advisor/advisor.ts';
import { SELF_COHORT } from '#shared/people/applicant/pending.ts';
import { memoryStore } from '../season/memory-store.ts';
import { NOVEMBER } from '../shared/plan/moves/stories.ts';

const CASE = {
  id: 'k1',
  openedBy: 'rules',
  openedAt: NOVEMBER,
  codes: [],
  owner: 'Omar Advisor',
  ownerId: 'omar',
} as const;

describe('the answer to an email goes', () => {
  test('to the lead of the cohort', async () => {
    const store = await advisedBy({ quinn: 'auditor', omar: 'advisor', lena: 'lead' });
    expect(await advisorOf(store, { cohortId: 'c1' })).toEqual({
      name: 'lena',
      address: 'lena@example.org',
    });
  });

  test('to who wrote the message', async () => {
    const store = await advisedBy({ omar: 'advisor', lena: 'lead' });
    expect(await advisorOf(store, { cohortId: 'c1' }, 'omar')).toMatchObject({ name: 'omar' });
  });

  test('to the advisor who has taken the case', async () => {
    const store = await advisedBy({ omar: 'advisor', lena: 'lead' });
    const casework = { opened: 1, cases: [{ ...CASE, codes: [] }] };
    expect(await advisorOf(store, { cohortId: 'c1', casework })).toMatchObject({ name: 'omar' });
  });

  test('to no auditor, and to nobody without an advisor', async () => {
    const store = await advisedBy({ quinn: 'auditor' });
    expect(await advisorOf(store, { cohortId: 'c1' })).toBeUndefined();
    expect(await advisorOf(store, { cohortId: 'c2' })).toBeUndefined();
    expect(await advisorOf(store, { cohortId: SELF_COHORT })).toBeUndefined();
  });

  test('to the operator’s mailbox where the email names nobody', async () => {
    const make = mimeFrom('rotations@example.org', 'office@example.org');
    const email = {
      to: { name: 'Alice', address: 'alice@example.org' },
      subject: 's',
      text: 't',
      html: 'h',
    };
    const tag = { kind: 'applicant', personId: 'alice', n: 1 } as const;
    const lena = { name: 'Lena', address: 'lena@example.org' };
    expect(await make(email, tag, NOVEMBER)).toContain(
      '\r\nReply-To: Away Rotations <office@example.org>\r\n',
    );
    expect(await make({ ...email, replyTo: lena }, tag, NOVEMBER)).toContain(
      '\r\nReply-To: Lena <lena@example.org>\r\n',
    );
  });
});

async function advisedBy(roles: Record<string, Role>) {
  const store = memoryStore();
  const advisorIds = Object.keys(roles);
  await store.write({ ...newCohort({ id: 'c1', name: 'IR 2028' }, NOVEMBER), advisorIds });
  for (const [name, role] of Object.entries(roles)) {
    const profile = { name, address: `${name}@example.org`, zone: 'America/Chicago' };
    await store.write(newAdvisor({ id: name, profile, role, cohortIds: ['c1'] }, NOVEMBER));
  }
  return store;
}

/** Dana asks for a sign-in link, and the email visit sends it: claimed, sent once, recorded. */
import { describe, expect, test } from 'vitest';
import { type NudgeDeps, nudge } from '#functions/nudge.ts';
import { signIn } from '#functions/sessions.ts';
import { HOUR_MS, MINUTE_MS, plusMs } from '#shared/base/time/instant.ts';
import { signInUrl } from '#shared/people/advisor/sign-in-link.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import type { Email } from '#shared/store/mailer.ts';
import { briefStopUrl } from '#shared/views/email/email-links.ts';
import { MONDAY } from '../../cast.ts';
import { type AdvisorsStage, advisorsStage, BASE_URL, TEAM } from '../advisors-stage.ts';

async function emailed(stage: AdvisorsStage, outcome: 'accepted' | 'refused' = 'accepted') {
  const emails: Email[] = [];
  const { store, deps } = stage;
  const nudgeDeps: NudgeDeps = {
    ...deps,
    workflow: NO_WORKFLOW,
    mailer: {
      evidenceMs: 0,
      deliver: async (email) => {
        emails.push(email);
        return outcome === 'accepted' ? { outcome } : { outcome, reason: 'no such mailbox' };
      },
    },
    render: async () => Promise.reject(new Error('An advisor is emailed no applicant’s email.')),
    renderForWriter: () => Promise.reject(new Error('No writer is emailed here.')),
    signInUrl: (link, now) => signInUrl(deps.linkKeys, link, BASE_URL, now),
    advisorUrl: (path) => `${BASE_URL}${path}`,
    briefStopUrl: (advisor, now) => briefStopUrl(deps.linkKeys, advisor, BASE_URL, now),
  };
  const visit = await nudge(nudgeDeps, await stage.advisor('lead'));
  return { emails, visit, store };
}

const ask = (stage: AdvisorsStage) =>
  stage.post('/advisors/sign-in', { address: TEAM.lead.address });

describe('a sign-in link is emailed', () => {
  test('to the advisor who asked, once, and it signs them in', async () => {
    const stage = await advisorsStage();
    await ask(stage);
    const { emails, visit } = await emailed(stage);
    expect([visit.sent, emails.map(({ to }) => to.address)]).toEqual([1, [TEAM.lead.address]]);
    const [, token = ''] = /\/advisors\/in\/(\S+)/.exec(emails[0]?.text ?? '') ?? [];
    expect((await signIn(stage.deps, 'advisor', token)).ok).toBe(true);
    expect((await emailed(stage)).emails).toEqual([]);
  });

  test('good for fifteen minutes from its email, however late that leaves', async () => {
    const stage = await advisorsStage();
    await ask(stage);
    stage.at(plusMs(MONDAY, HOUR_MS));
    const { emails } = await emailed(stage);
    const [, token = ''] = /\/advisors\/in\/(\S+)/.exec(emails[0]?.text ?? '') ?? [];
    stage.at(plusMs(MONDAY, HOUR_MS + 14 * MINUTE_MS));
    expect((await signIn(stage.deps, 'advisor', token)).ok).toBe(true);
  });

  test('with nothing private in it, and nothing to unsubscribe from', async () => {
    const stage = await advisorsStage();
    await ask(stage);
    const [email] = (await emailed(stage)).emails;
    expect(email?.text).not.toContain('Match 2028');
    expect(email?.unsubscribeUrl).toBeUndefined();
  });

  test('three times a day, and then hourly', async () => {
    const stage = await advisorsStage();
    let left = 0;
    for (let minute = 0; minute < 24 * 60; minute += 5) {
      stage.at(plusMs(MONDAY, minute * MINUTE_MS));
      await ask(stage);
      left += (await emailed(stage)).emails.length;
      if (minute === 55) expect(left).toBe(3);
    }
    expect(left).toBe(26);
  });
});

describe('no sign-in link is emailed', () => {
  test('to an address that bounced', async () => {
    const stage = await advisorsStage();
    await ask(stage);
    await stage.store.write({ ...(await stage.advisor('lead')), reach: 'bounced' });
    expect((await emailed(stage)).emails).toEqual([]);
  });

  test('in the very moment in which it was refused, but before a minute is over', async () => {
    const stage = await advisorsStage();
    await ask(stage);
    expect((await emailed(stage, 'refused')).visit.refused).toBe(1);
    expect((await emailed(stage)).emails).toEqual([]);
    stage.at(plusMs(MONDAY, MINUTE_MS));
    expect((await emailed(stage)).emails).toHaveLength(1);
  });

  test('for three refusals in a row, but as soon as it is asked for again', async () => {
    const stage = await advisorsStage();
    for (let press = 0; press < 3; press += 1) {
      await ask(stage);
      expect((await emailed(stage, 'refused')).visit.refused).toBe(1);
    }
    await ask(stage);
    expect((await emailed(stage)).emails).toHaveLength(1);
  });

  test('to an advisor who asked for nothing, who rests until Monday’s brief', async () => {
    const stage = await advisorsStage();
    const { emails } = await emailed(stage);
    expect(emails).toEqual([]);
    expect((await stage.advisor('lead')).dueAt).toBe('2026-11-30T14:00:00.000Z');
  });
});

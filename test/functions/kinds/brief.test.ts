/** The Monday brief: each advisor's Monday morning, once, in counts, and one line when all is quiet. */
import { describe, expect, test } from 'vitest';
import { type NudgeDeps, nudge } from '#functions/nudge.ts';
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { briefAt } from '#shared/cohort/brief.ts';
import { withOutlook } from '#shared/people/outlook/look-ahead.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import type { Email } from '#shared/store/mailer.ts';
import { briefStopUrl } from '#shared/views/email/email-links.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { carol, MONDAY } from '../../cast.ts';
import { type AdvisorsStage, advisorsStage, BASE_URL } from '../advisors-stage.ts';

/** The next Monday, 8 a.m. in Chicago, where Dana is. */
const NEXT_MONDAY: Instant = '2026-11-30T14:00:00.000Z';

async function emailsUntil(
  stage: AdvisorsStage,
  from: Instant,
  to: Instant,
): Promise<[Instant, Email][]> {
  const emails: [Instant, Email][] = [];
  for (let now = from; now <= to; now = plusMs(now, HOUR_MS)) {
    stage.at(now);
    const deps: NudgeDeps = {
      ...stage.deps,
      workflow: NO_WORKFLOW,
      mailer: {
        evidenceMs: 0,
        deliver: async (email) => {
          emails.push([now, email]);
          return { outcome: 'accepted' };
        },
      },
      render: () => Promise.reject(new Error('No applicant is emailed here.')),
      renderForWriter: () => Promise.reject(new Error('No writer is emailed here.')),
      signInUrl: () => Promise.reject(new Error('Nobody asked.')),
      advisorUrl: (path) => `${BASE_URL}${path}`,
      briefStopUrl: (advisor, now) => briefStopUrl(stage.deps.linkKeys, advisor, BASE_URL, now),
    };
    const visit = await nudge(deps, await stage.advisor('lead'));
    expect(visit.failed).toBe(0);
  }
  return emails;
}

describe('a brief leaves', () => {
  test('on Mondays at eight on the advisor’s own clock, once a week', async () => {
    const stage = await advisorsStage();
    const emails = await emailsUntil(stage, MONDAY, plusMs(NEXT_MONDAY, 8 * DAY_MS));
    expect(emails.map(([at]) => at)).toEqual([
      plusMs(MONDAY, 6 * DAY_MS + 23 * HOUR_MS),
      plusMs(MONDAY, 13 * DAY_MS + 23 * HOUR_MS),
    ]);
  });

  test('on Tuesday where Monday was missed, and not on Wednesday', async () => {
    const stage = await advisorsStage();
    const tuesday = plusMs(NEXT_MONDAY, DAY_MS);
    expect(await emailsUntil(stage, tuesday, tuesday)).toHaveLength(1);
    const other = await advisorsStage();
    const wednesday = plusMs(NEXT_MONDAY, 2 * DAY_MS);
    expect(await emailsUntil(other, wednesday, plusMs(wednesday, 2 * DAY_MS))).toEqual([]);
  });

  test('in Auckland while it is Sunday in Chicago', () => {
    expect(briefAt('Pacific/Auckland', '2026-11-29T19:00:00.000Z').monday).toBe('2026-11-30');
    expect(briefAt('America/Chicago', '2026-11-29T19:00:00.000Z')).toEqual({ nextAt: NEXT_MONDAY });
  });

  test.each(['bounced', 'complained', 'unsubscribed'] as const)(
    'to nobody who %s',
    async (reach) => {
      const stage = await advisorsStage();
      await stage.store.write({ ...(await stage.advisor('lead')), reach });
      expect(await emailsUntil(stage, NEXT_MONDAY, plusMs(NEXT_MONDAY, HOUR_MS))).toEqual([]);
    },
  );
});

test('who had stopped it and has it again gets the next one', async () => {
  const stage = await advisorsStage();
  const dana = await stage.cookie('lead');
  await stage.post('/advisors/brief', { action: 'stop' }, dana);
  expect(await (await stage.get('/advisors', dana)).text()).toContain('You stopped it.');
  expect(await emailsUntil(stage, NEXT_MONDAY, NEXT_MONDAY)).toEqual([]);
  await stage.post('/advisors/brief', { action: 'resume' }, await stage.cookie('lead'));
  const later = plusMs(NEXT_MONDAY, HOUR_MS);
  expect(await emailsUntil(stage, later, later)).toHaveLength(1);
});

test('no other site can stop it, nor a body that is not the page’s own', async () => {
  const stage = await advisorsStage();
  const dana = await stage.cookie('lead');
  const evil = { origin: 'https://evil.example.org', 'sec-fetch-site': 'cross-site' };
  const answers = [
    await stage.post('/advisors/brief', { action: 'stop' }, dana, evil),
    await stage.post('/advisors/brief', { 'List-Unsubscribe': 'One-Click' }, dana),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 400]);
  expect((await stage.advisor('lead')).reach).toBe('ok');
});

describe('it says', () => {
  test('that nobody is newly red when nothing has changed', async () => {
    const [[, email] = []] = await emailsUntil(await advisorsStage(), NEXT_MONDAY, NEXT_MONDAY);
    expect(email?.subject).toBe('Last week: no one newly red');
    expect(email?.text).toContain('Nothing was new last week, and nothing waits for you.');
    expect(email?.text).not.toMatch(/\b0 |follow-up/);
    expect(email?.text).toContain(`Stop the Monday brief:\n${email?.unsubscribeUrl}`);
  });

  test('what is new in counts, each with its list, and names nobody', async () => {
    const stage = await advisorsStage();
    // Three weeks after the last day, on Thu, Nov 26, nobody else has been asked.
    const dates = { start: '2026-10-12', end: '2026-11-05' } as const;
    const { facts } = carol();
    const rotations = facts.rotations.map((rotation) => ({ ...rotation, dates }));
    const unasked = carol({ facts: { ...facts, rotations } });
    await stage.store.write(withOutlook(unasked, PUBLISHED_WORLD, '2026-11-27T15:00:00.000Z'));
    const [[, email] = []] = await emailsUntil(stage, NEXT_MONDAY, NEXT_MONDAY);
    expect(email?.subject).toBe('Last week: 1 newly red');
    expect(email?.text).toContain(
      `${BASE_URL}/advisors/c/c2028?risk=red&since=2026-11-23&before=2026-11-30`,
    );
    expect(email?.text).toContain('has 1 applicant: 1 red.');
    expect(email?.text).toContain('1 to call today, before something is lost');
    expect(`${email?.text}${email?.html}`).not.toMatch(/Carol|Wren|Brown/);
  });
});

describe('it is true', () => {
  /** Red from Wed, Nov 11, on, three weeks after the last day: nobody else was asked for a letter. */
  const dates = { start: '2026-10-05', end: '2026-10-20' } as const;
  const red = (id: string, visitedAt: Instant) => {
    const { facts } = carol();
    const rotations = facts.rotations.map((rotation) => ({ ...rotation, dates }));
    return withOutlook(carol({ id, facts: { ...facts, rotations } }), PUBLISHED_WORLD, visitedAt);
  };
  const emailOf = async (stage: AdvisorsStage) => {
    const [[, email] = []] = await emailsUntil(stage, NEXT_MONDAY, NEXT_MONDAY);
    return email;
  };

  test('of who came to red in the week, whatever day the threshold was', async () => {
    const stage = await advisorsStage();
    await stage.store.write(red('carol', '2026-11-25T15:00:00.000Z'));
    const old = red('carla', '2026-11-20T15:00:00.000Z');
    await stage.store.write(withOutlook(old, PUBLISHED_WORLD, NEXT_MONDAY));
    const email = await emailOf(stage);
    expect(email?.subject).toBe('Last week: 1 newly red');
    expect(email?.text).toContain('has 2 applicants: 2 red.');
  });

  test('does not call a week quiet after which somebody is still red', async () => {
    const stage = await advisorsStage();
    const old = red('carla', '2026-11-20T15:00:00.000Z');
    await stage.store.write(withOutlook(old, PUBLISHED_WORLD, NEXT_MONDAY));
    expect((await emailOf(stage))?.subject).toBe('Last week: no one newly red; 1 red now');
  });

  test('of the days from Monday to Sunday, so that who comes to red on a Monday is news once', async () => {
    const stage = await advisorsStage();
    await stage.store.write(red('carol', '2026-11-30T06:00:00.000Z'));
    expect((await emailOf(stage))?.subject).toBe('Last week: no one newly red; 1 red now');
    const later = plusMs(NEXT_MONDAY, 7 * DAY_MS);
    const [[, next] = []] = await emailsUntil(stage, later, later);
    expect(next?.subject).toBe('Last week: 1 newly red');
    expect(next?.text).toContain('risk=red&since=2026-11-30&before=2026-12-07');
    const after = plusMs(later, 7 * DAY_MS);
    const [[, last] = []] = await emailsUntil(stage, after, after);
    expect(last?.subject).toBe('Last week: no one newly red; 1 red now');
  });

  test('of all the cohorts of an advisor: the subject is their sum', async () => {
    const stage = await advisorsStage();
    const lead = await stage.advisor('lead');
    await stage.store.write({ ...lead, cohortIds: ['c2028', 'c2029'] });
    await stage.store.write(red('carol', '2026-11-25T15:00:00.000Z'));
    await stage.store.write({ ...red('carla', '2026-11-25T15:00:00.000Z'), cohortId: 'c2029' });
    const email = await emailOf(stage);
    expect(email?.subject).toBe('Last week: 2 newly red');
    expect(email?.text.match(/: 1 newly red/g)).toHaveLength(2);
  });

  test('of cases: mine, nobody’s, and those to follow up', async () => {
    const stage = await advisorsStage();
    const open = { id: 'case-1', openedAt: MONDAY, openedBy: 'rules' as const, codes: [] };
    const withCase = (
      id: string,
      more: { owner?: string; followUpOn?: '2026-11-30' | '2026-12-01' },
    ) => ({
      ...red(id, '2026-11-20T15:00:00.000Z'),
      casework: { opened: 1, cases: [{ ...open, ...more }] },
    });
    await stage.store.write(withCase('a', { owner: 'Dana Advisor', followUpOn: '2026-11-30' }));
    await stage.store.write(withCase('b', { owner: 'Omar Advisor', followUpOn: '2026-12-01' }));
    await stage.store.write(withCase('c', {}));
    const text = (await emailOf(stage))?.text;
    expect(text).toContain('1 of the open cases is yours');
    expect(text).toContain('1 open case without an owner');
    expect(text).toContain('1 follow-up due');
  });
});

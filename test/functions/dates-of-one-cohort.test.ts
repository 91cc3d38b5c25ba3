/**
 * Omar advises c2028 and sends dates by the page. Alice is in his cohort, Bob in another, Carol began her plan by herself:
 * a sweep plans each of them in the world of their own cohort.
 */
import { describe, expect, test } from 'vitest';
import { changeWorld } from '#functions/change-world.ts';
import { compose, given } from '#functions/compose.ts';
import { presentWorld } from '#functions/present-world.ts';
import { replan, WORLD_SETTLES_MS } from '#functions/replan.ts';
import { presentApp } from '#functions/routes/present-app.ts';
import { sweep } from '#functions/sweep.ts';
import { webApp } from '#functions/web.ts';
import { nudgeDeps, portsOf } from '#infra/local/parts.ts';
import { DATES_PATH } from '#shared/base/links/advisor-paths.ts';
import { signLink } from '#shared/base/links/link.ts';
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { SELF_COHORT } from '#shared/people/applicant/pending.ts';
import { weighHere } from '#shared/shortlist/weigh.ts';
import type { Email } from '#shared/store/mailer.ts';
import { confirmCorrection } from '#shared/world/corrections/change-world.ts';
import { aliceAtYale, FEBRUARY } from '../shared/people/mailing/alice.ts';
import { type AdvisorsStage, advisorsStage, FOREIGN, OWN } from './advisors-stage.ts';

const MATCH = {
  update: 'c1',
  of: 'season',
  season: '2028',
  event: 'match-day',
  day: '2028-03-24',
  timeEt: '',
  source: 'https://www.nrmp.org/match-calendars/',
  certainty: 'official',
  checkedOn: '2027-02-01',
  reason: 'NRMP published its calendar',
};
const YALE = {
  update: 'c2',
  of: 'host',
  institutionId: 'yale',
  leadDays: '150',
  source: 'https://medicine.yale.edu/md-program/visiting-students/',
  certainty: 'official',
  checkedOn: '2027-02-01',
  reason: 'Their page says five months now',
};
const UNCONFIRMED = 'entered by Omar Advisor, not yet confirmed';

describe('a date that an advisor corrects', () => {
  test('is emailed to the advisor’s own cohort alone, as entered by them', async () => {
    const { correct, days, emails } = await stage();
    await days(2);
    emails();
    expect((await correct(MATCH)).status).toBe(303);
    await days(3);
    const notices = emails().filter(({ subject }) => subject.startsWith('Date changed'));
    expect(notices.map(({ to, subject }) => `${to.address}: ${subject}`)).toEqual([
      'alice@example.org: Date changed: Match Day, now Fri, Mar 24',
    ]);
    expect(notices[0]?.text).toContain(
      `Source: ${UNCONFIRMED}: https://www.nrmp.org/match-calendars/, checked Mon, Feb 1, 2027.`,
    );
    expect(notices[0]?.text).not.toContain('(official)');
  });

  test('of a host moves no deadline of anybody else, whatever the lead', async () => {
    const { correct, days, emails, dueOf } = await stage();
    await days(2);
    const before = [await dueOf('bob'), await dueOf('carol')];
    await correct(YALE);
    await days(3);
    const notices = emails().filter(({ subject }) => subject.startsWith('Date changed'));
    expect(notices.map(({ to }) => to.address)).toEqual(['alice@example.org']);
    expect([await dueOf('bob'), await dueOf('carol')]).toEqual(before);
    expect(await dueOf('alice')).toContain(`2027-06-04 ${UNCONFIRMED}`);
  });

  test('is shown on the plan, in its calendar, and in the cohort’s report as entered by them', async () => {
    const { stage: advisors, correct, days, page } = await stage();
    await correct(MATCH);
    await correct(YALE);
    await days(1);
    for (const path of ['/calendar', '/export.ics']) {
      const [alices, bobs, carols] = [
        await page('alice', path),
        await page('bob', path),
        await page('carol', path),
      ];
      // A calendar folds its long lines.
      expect(alices.replaceAll('\r\n ', ''), path).toContain('entered by Omar Advisor');
      for (const other of [bobs, carols]) expect(other, path).not.toContain('Omar');
    }
    const report = await advisors.get(`/advisors/c/${OWN}`, await advisors.cookie('lead'));
    expect(await report.text()).toContain(UNCONFIRMED);
  });

  test('reaches everyone once an operator confirms it, as the source’s own', async () => {
    const { stage: advisors, correct, days, emails, now } = await stage();
    await correct(MATCH);
    await days(2);
    emails();
    const change = { id: 'o1', by: 'operator', reason: 'read the same page' };
    const done = await changeWorld(advisors.deps, (item) =>
      confirmCorrection(item, 'c1', change, now()),
    );
    expect(done.ok).toBe(true);
    await days(3);
    const notices = emails().filter(({ subject }) => subject.startsWith('Date changed'));
    expect(notices.map(({ to }) => to.address).toSorted()).toEqual([
      'bob@example.org',
      'carol@example.org',
    ]);
    expect(notices[0]?.text).toContain(
      'now Fri, Mar 24, 2028 (official). Source: entered by Omar Advisor, confirmed: https://www.nrmp.org/',
    );
  });
});

/** Three people in a store, an hourly sweep with its walk, and whatever is emailed. */
async function stage() {
  const advisors: AdvisorsStage = await advisorsStage();
  const { store, deps } = advisors;
  let now: Instant = FEBRUARY;
  advisors.at(now);
  for (const [id, cohortId] of [
    ['alice', OWN],
    ['bob', FOREIGN],
    ['carol', SELF_COHORT],
  ] as const) {
    await store.write({ ...aliceAtYale(id), cohortId });
  }
  const sent: Email[] = [];
  const parts = {
    store,
    clock: deps.clock,
    secrets: { linkKeys: deps.linkKeys, pepper: deps.pepper, webhookKey: deps.webhookKey },
    baseUrl: deps.baseUrl,
    mailer: {
      evidenceMs: HOUR_MS,
      deliver: async (email: Email) => {
        sent.push(email);
        return { outcome: 'accepted' } as const;
      },
    },
    newId: deps.newId,
    log: () => undefined,
  };
  const worldOf = presentWorld(parts);
  const wake = async () => undefined;
  const pages = presentApp(
    compose({ ...portsOf(parts), ...given({ wake, weigh: weighHere }) }, webApp),
  );
  return {
    stage: advisors,
    now: () => now,
    correct: async (fields: Record<string, string>) =>
      advisors.save(DATES_PATH, fields, await advisors.cookie('advisor')),
    async days(count: number) {
      const until = plusMs(now, count * DAY_MS);
      while (now < until) {
        await replan({ store, clock: deps.clock, release: 'release1' });
        await sweep(nudgeDeps(parts, await worldOf()));
        now = plusMs(now, Math.max(HOUR_MS, WORLD_SETTLES_MS));
        advisors.at(now);
      }
    },
    /** A page below the person's own plan. */
    async page(id: string, path: string) {
      const link = { personId: id, epoch: 0, purpose: 'answer' } as const;
      const token = await signLink(deps.linkKeys, link, now, 30);
      return (await pages.request(`${deps.baseUrl}/a/${token}${path}`)).text();
    },
    /** What was emailed since this was last asked. */
    emails: () => sent.splice(0),
    /** The dates of their plan as the person's item has them, and where each comes from. */
    async dueOf(id: string) {
      const due = (await store.read('applicant', id))?.outlook?.due ?? [];
      return due.map(({ day, source }) => `${day} ${source}`).join('\n');
    },
  };
}

/** The oracle must be able to fail: the same season, each time with one bug planted, each time found out. */
import { describe, expect, test } from 'vitest';
import type { NudgeDeps } from '#functions/nudge.ts';
import { HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { type NudgePlan, planNudges } from '#shared/people/mailing/plan.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Mailing } from '#shared/plan/facts/mailing.ts';
import type { Email, Mailer } from '#shared/store/mailer.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { DEADLY } from './climate.ts';
import { memoryStore } from './memory-store.ts';
import type { Oracle } from './oracle.ts';
import { type Season, type SeasonReport, simulate } from './simulator.ts';

type Plan = typeof planNudges;

/** A date moves in the middle. */
const WITH_NEWS = { newsAfterDays: 60 };

async function seasonWith(
  tamper?: Season['tamper'],
  days = 120,
  news: Pick<Season, 'newsAfterDays'> = {},
): Promise<SeasonReport> {
  return simulate({
    seed: 3,
    people: 6,
    start: '2026-11-23T05:00:00.000Z',
    days,
    ...news,
    climate: DEADLY,
    store: memoryStore(),
    world: PUBLISHED_WORLD,
    ...(tamper && { tamper }),
  });
}

const withPlan =
  (plan: Plan): Season['tamper'] =>
  (deps: NudgeDeps) => ({ ...deps, plan });

const withWishes = (wishes: Mailing): Season['tamper'] =>
  withPlan((applicant, world, now) => {
    const mailing = { ...applicant.facts.mailing, ...wishes };
    return planNudges({ ...applicant, facts: { ...applicant.facts, mailing } }, world, now);
  });

const withStored =
  (change: (item: Applicant) => Applicant): Season['tamper'] =>
  (deps: NudgeDeps) => ({
    ...deps,
    store: {
      ...deps.store,
      write: (item, alongside) =>
        deps.store.write(item.kind === 'applicant' ? change(item) : item, alongside),
    },
  });

/** An email system that has sent the email before anything is recorded. */
function leavesAtOnce(oracle: Oracle, now: () => Instant): Mailer {
  return {
    evidenceMs: 0,
    async deliver({ text }, { personId, n }) {
      oracle.left({ personId, n, ...JSON.parse(text), at: now() });
      return { outcome: 'accepted' };
    },
  };
}

test('without a bug this season is clean', async () => {
  const report = await seasonWith();
  expect(report.complaints).toEqual([]);
  expect(report.nudgesSent).toBeGreaterThan(50);
});

test('nor is one in which a date moves, and everybody is told once', async () => {
  const report = await seasonWith(undefined, 120, WITH_NEWS);
  expect(report.complaints).toEqual([]);
});

describe('found out', () => {
  test('a nudge that sends before it claims: doubled', async () => {
    const report = await seasonWith((deps, { oracle, now }) => ({
      ...deps,
      async render(planned, applicant, at): Promise<Email> {
        const email = await deps.render(planned, applicant, at);
        const n = (applicant.emails.at(-1)?.n ?? 0) + 1;
        oracle.left({ personId: applicant.id, n, ...JSON.parse(email.text), at: now() });
        return email;
      },
      mailer: { evidenceMs: 0, deliver: async () => ({ outcome: 'accepted' }) },
    }));
    expect(report.duplicates).toBeGreaterThan(0);
    expect(report.unclaimed).toBeGreaterThan(0);
  });

  test('a nudge that claims nothing: doubled', async () => {
    const report = await seasonWith((deps, { oracle, now }) => {
      const { deliver } = leavesAtOnce(oracle, now);
      return {
        ...deps,
        store: {
          ...deps.store,
          write: async (item, alongside) =>
            item.kind === 'applicant' && item.emails.at(-1)?.status === 'claimed'
              ? { written: true, version: item.version + 1 }
              : deps.store.write(item, alongside),
        },
        mailer: {
          evidenceMs: 0,
          // It ends the visit: with nothing claimed this one would go on forever.
          async deliver(email, tag, at) {
            await deliver(email, tag, at);
            return { outcome: 'refused', reason: 'one a visit' };
          },
        },
      };
    }, 4);
    expect(report.duplicates).toBeGreaterThan(0);
    expect(report.unclaimed).toBeGreaterThan(0);
  });

  test('an email system’s client that tries again by itself: doubled', async () => {
    const report = await seasonWith((deps, { oracle, now }) => {
      const once = leavesAtOnce(oracle, now);
      return {
        ...deps,
        mailer: {
          evidenceMs: 0,
          async deliver(email, tag, at) {
            // The first answer was lost on its way back, so the client hands the email over again.
            await once.deliver(email, tag, at);
            return once.deliver(email, tag, at);
          },
        },
      };
    }, 40);
    expect(report.duplicates).toBeGreaterThan(0);
  });

  test('a `dueAt` that comes a day too late: missed', async () => {
    const report = await seasonWith(
      withPlan((applicant, world, now) => {
        const plan = planNudges(applicant, world, now);
        return plan.nextAt ? { ...plan, nextAt: plusMs(plan.nextAt, 26 * HOUR_MS) } : plan;
      }),
    );
    expect(report.missed).toBeGreaterThan(0);
  });

  test('a gate that forgets the emails of the week: a fourth that could wait', async () => {
    const report = await seasonWith(
      withPlan((applicant, world, now) => {
        const yesterday = plusMs(now, -24 * HOUR_MS);
        // An answer to a cause fills no week; what it said stays said.
        const emails = applicant.emails.map((email) =>
          email.claimedAt < yesterday ? { ...email, stream: 'link' as const } : email,
        );
        return planNudges({ ...applicant, emails }, world, now);
      }),
      240,
    );
    expect(report.untimely).toBeGreaterThan(0);
    expect(report.duplicates).toBe(0);
  });

  test('a planner that ignores what was put off: untimely', async () => {
    const report = await seasonWith(withWishes({ snoozes: [] }), 240);
    expect(report.untimely + report.missed).toBeGreaterThan(0);
  });

  test('a planner that ignores which topics were stopped: emailed after done', async () => {
    const report = await seasonWith(withWishes({ stopped: [] }), 240);
    expect(report.afterDone).toBeGreaterThan(0);
  });

  test('a planner that ignores what is satisfied: emailed after done', async () => {
    const report = await seasonWith(
      withPlan((applicant, world, now) => {
        // Every rotation on the list satisfies something; this one does not see that.
        const facts = { ...applicant.facts, rotations: [] };
        const plan = planNudges(applicant, world, now);
        const ignoring = planNudges({ ...applicant, facts }, world, now);
        return plan.email ? plan : { ...plan, ...ignoring };
      }),
    );
    expect(report.afterDone).toBeGreaterThan(0);
  });

  test('a planner that forgets the ledger: doubled', async () => {
    const report = await seasonWith(
      withPlan((applicant, world, now) => {
        const emails = applicant.emails.map((email) => ({ ...email, keys: [] }));
        return planNudges({ ...applicant, emails }, world, now);
      }),
    );
    expect(report.duplicates).toBeGreaterThan(0);
  });

  test('a ladder without the rung of three days: missed', async () => {
    const report = await seasonWith(
      withPlan((applicant, world, now) => {
        const plan = planNudges(applicant, world, now);
        return plan.email?.causeId ? plan : without(plan, '3');
      }),
    );
    expect(report.missed).toBeGreaterThan(0);
    expect(report.duplicates + report.afterDone).toBe(0);
  });

  test('a planner that never waits to join an email: untimely', async () => {
    const report = await seasonWith(
      withPlan((applicant, world, now) => {
        const plan = planNudges(applicant, world, now);
        if (plan.email) return plan;
        // What it would say by the end of the week it says today.
        const { email } = planNudges(applicant, world, plusMs(now, 5 * 24 * HOUR_MS));
        const isNow = email?.stream === 'digest' && email.nudges.length > 0;
        return isNow ? { ...plan, email } : plan;
      }),
    );
    expect(report.untimely).toBeGreaterThan(0);
  });

  test('a planner that waits a week too long: missed', async () => {
    const report = await seasonWith(
      withPlan((applicant, world, now) => {
        const plan = planNudges(applicant, world, now);
        const isUrgent = plan.email?.nudges.some(({ rung }) =>
          ['3', '1', '0', '+1'].includes(rung),
        );
        const first = applicant.emails.at(-1)?.claimedAt ?? applicant.createdAt;
        const isRested = plusMs(first, 14 * 24 * HOUR_MS) < now;
        if (!plan.email || plan.email.causeId || isUrgent || isRested) return plan;
        return { nextAt: plusMs(now, 6 * HOUR_MS) };
      }),
    );
    expect(report.missed).toBeGreaterThan(0);
    expect(report.duplicates + report.afterDone).toBe(0);
  });

  test('a planner that names a matter on two days running: untimely', async () => {
    const report = await seasonWith(
      withPlan((applicant, world, now) => {
        // What an email names is known by its keys' first two parts; its rungs stay said.
        const olderKeys = [...applicant.olderKeys, ...applicant.emails.flatMap(({ keys }) => keys)];
        const emails = applicant.emails.map((email) => ({ ...email, keys: [] }));
        const plan = planNudges({ ...applicant, emails, olderKeys }, world, now);
        const isOfCause = applicant.causes.length > 0;
        return isOfCause ? planNudges(applicant, world, now) : plan;
      }),
      240,
    );
    expect(report.untimely).toBeGreaterThan(0);
    expect(report.duplicates).toBe(0);
  });

  test('a planner that is two hours ahead: untimely', async () => {
    const report = await seasonWith(
      withPlan((applicant, world, now) => planNudges(applicant, world, plusMs(now, 2 * HOUR_MS))),
    );
    expect(report.untimely).toBeGreaterThan(0);
  });

  test('a claim that is never called lost: missed', async () => {
    const report = await seasonWith((deps) => ({
      ...deps,
      mailer: { ...deps.mailer, evidenceMs: 400 * 24 * HOUR_MS },
    }));
    expect(report.missed).toBeGreaterThan(0);
  });

  test('a visit that never asks for the email of a moved date: missed', async () => {
    const report = await seasonWith(
      withStored((item) => ({
        ...item,
        causes: item.causes.filter(({ stream }) => stream !== 'date-moved'),
      })),
      120,
      WITH_NEWS,
    );
    expect(report.missed).toBeGreaterThan(0);
  });

  test('a record of an email that forgets which dates it told: told again', async () => {
    const born = new Map<string, Applicant['seen']>();
    const forgot = new Set<string>();
    const report = await seasonWith(
      withStored((item) => {
        if (!born.has(item.id)) born.set(item.id, item.seen);
        const seen = born.get(item.id);
        const last = item.emails.at(-1);
        const reports = last?.stream === 'date-moved' && last.status === 'sent';
        if (!reports || !seen || forgot.has(item.id)) return item;
        forgot.add(item.id);
        return { ...item, seen };
      }),
      120,
      WITH_NEWS,
    );
    expect(report.duplicates).toBeGreaterThan(0);
  });

  test('an update answered before it is written: lost', async () => {
    const report = await simulateForgetful();
    expect(report.lostUpdates).toBeGreaterThan(0);
  });
});

/** A store that now and then says "written" and forgets. */
async function simulateForgetful(): Promise<SeasonReport> {
  const store = memoryStore();
  let writes = 0;
  return simulate({
    seed: 3,
    people: 6,
    start: '2026-11-23T05:00:00.000Z',
    days: 30,
    climate: DEADLY,
    world: PUBLISHED_WORLD,
    store: {
      ...store,
      async write(item, alongside) {
        writes += 1;
        const isForgotten = writes % 10 === 0 && item.version > 0 && !alongside;
        return isForgotten
          ? { written: true, version: item.version + 1 }
          : store.write(item, alongside);
      },
    },
  });
}

function without({ email, ...plan }: NudgePlan, rung: string): NudgePlan {
  const nudges = email?.nudges.filter((nudge) => nudge.rung !== rung) ?? [];
  return email && nudges.length > 0 ? { ...plan, email: { ...email, nudges } } : plan;
}

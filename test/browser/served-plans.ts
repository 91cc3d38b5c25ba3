/** A local stage with plans of new people, and a browser that opens them. */
import { afterAll, beforeAll } from 'vitest';
import { webApp } from '#functions/web.ts';
import { joinPath } from '#shared/base/links/urls.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { newCohort } from '#shared/cohort/cohort.ts';
import { newAdvisor } from '#shared/people/advisor/advisor.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { DANA } from '../cast.ts';
import { type Stage, webStage } from '../functions/web-stage.ts';
import { type Browser, launchBrowser } from './chromium.ts';
import { type Served, servePages } from './served.ts';

export function servedStage(now: Instant) {
  let browser: Browser;
  let served: Served;
  let stage: Stage;

  beforeAll(async () => {
    browser = await launchBrowser();
    served = await servePages((base) => {
      stage = webStage(now, { baseUrl: base });
      return webApp(stage.deps).fetch;
    });
  });

  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  return {
    open: (...args: Parameters<Browser['open']>) => browser.open(...args),
    base: () => served.base,
    stage: () => stage,
  };
}

/** @param facts what every plan holds */
export function servedPlans(now: Instant, facts: Facts) {
  const { open, base, stage } = servedStage(now);
  let made = 0;
  return {
    open,
    base,
    /** The address of a new person's plan, in a cohort or begun alone. */
    async plan(cohortId = 'c1'): Promise<string> {
      made += 1;
      const personId = `p${made}`;
      const profile = { ...facts.profile, address: `${personId}@example.org` };
      await stage().add(personId, { ...facts, profile });
      await stage().store.write({ ...(await stage().person(personId)), cohortId });
      return `${base()}/a/${await stage().token({ personId })}`;
    },
    /** An advisor's invitation, to share a plan that was started alone. */
    async invitation(): Promise<string> {
      const profile = { ...DANA, zone: 'America/Chicago' };
      const dana = newAdvisor({ id: 'dana', profile, role: 'lead', cohortIds: ['c9'] }, now);
      await stage().store.write(dana);
      await stage().store.write(newCohort({ id: 'c9', name: 'Match 2028' }, now));
      const link = { personId: 'dana', purpose: 'invite', about: 'c9' } as const;
      return `${base()}${joinPath(await stage().token(link))}`;
    },
  };
}

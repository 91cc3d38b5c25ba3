/** What a phone has to load: the plan of everyone in the demo, uncompressed. */
import { expect, test } from 'vitest';
import { peopleIn } from '#infra/local/gallery-routes.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { planPage } from '#shared/views/pages/plan-page.ts';
import { viewOfStory } from '../shared/views/pages/page-views.ts';
import { seededDemo } from './seeded-demo.ts';

const NOW: Instant = '2026-11-23T21:30:00.000Z';
const PLAN_BYTES_MAX = 40_000;

const { applicants } = await peopleIn((await seededDemo(NOW)).store);

test.each(applicants.map((person) => [person.id, person] as const))(
  'the plan of %s is at most 40 kB',
  (_, person) => {
    const bytes = Buffer.byteLength(planPage(viewOfStory(person, NOW, person)));
    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThanOrEqual(PLAN_BYTES_MAX);
  },
);

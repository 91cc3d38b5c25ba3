import { describe, expect, test } from 'vitest';
import * as pages from '#shared/views/pages/stop-pages.ts';

describe('stopping the emails', () => {
  test('asks before and confirms after', () => {
    expect(pages.stopPage('t', 'emailed')).toContain('value="stop"');
    expect(pages.stopPage('t', 'stopped')).toContain('value="resume"');
  });
});

test('the page for an address that takes no email says why, and that nothing was changed', () => {
  const pageOf = (reach: 'bounced' | 'complained') =>
    pages.unreachablePage({ cohortId: 'c1', reach });
  expect(pageOf('bounced')).toMatch(/does not accept our emails.*Nothing was changed/);
  expect(pageOf('complained')).toMatch(/was marked as spam.*Nothing was changed/);
});

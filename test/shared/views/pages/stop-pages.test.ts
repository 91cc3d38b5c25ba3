import { describe, expect, test } from 'vitest';
import * as pages from '#shared/views/pages/stop-pages.ts';

describe('stopping the emails', () => {
  test('asks before and confirms after', () => {
    expect(pages.stopPage('t', 'emailed')).toContain('value="stop"');
    expect(pages.stopPage('t', 'stopped')).toContain('value="resume"');
  });
});

test('an address that takes no email is told that nothing was changed', () => {
  expect(pages.unreachablePage({ cohortId: 'c1' })).toContain('Nothing was changed');
});

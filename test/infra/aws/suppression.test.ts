/** SES's own list may stop what a reader complained of. It may not swallow the email that tries a missing address again. */
import { expect, test } from 'vitest';
import { resourcesOf, templates } from './stacks.ts';

test('SES suppresses addresses for complaints only', () => {
  const sets = resourcesOf(templates().service, 'AWS::SES::ConfigurationSet');
  expect(sets.map(([, { Properties }]) => Properties.SuppressionOptions)).toEqual([
    { SuppressedReasons: ['COMPLAINT'] },
  ]);
});

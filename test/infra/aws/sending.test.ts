/** The one right to send: from the deployment's own address only, to anybody, and also in SES's sandbox. */
import { describe, expect, test } from 'vitest';
import { ACCOUNT, lets, roleStatements, type Statement } from './policy.ts';
import { CONTEXT, resourcesOf, serving, templates } from './stacks.ts';

const arn = (resource: string) => `arn:aws:ses:us-east-1:${ACCOUNT}:${resource}`;
const DOMAIN = CONTEXT.sender.slice(CONTEXT.sender.lastIndexOf('@') + 1);
const OWN_SET = arn('configuration-set/AwayRotations');

const maySend = (
  resource: string,
  { from = CONTEXT.sender as string, action = 'ses:SendRawEmail', role = 'NudgeFunctionRole' } = {},
): boolean =>
  lets(roleStatements(templates().service, role), {
    action,
    resource,
    context: { 'ses:FromAddress': from },
  });

describe('nudge may send', () => {
  test.each([
    ['as the verified domain', arn(`identity/${DOMAIN}`)],
    // In its sandbox SES also checks the right to the reader's identity.
    ['to a reader who is an identity, as in the sandbox', arn('identity/alice@example.net')],
    ['under its configuration set', OWN_SET],
  ])('%s', (_, resource) => {
    expect(maySend(resource)).toBe(true);
  });
});

describe('nudge may not send', () => {
  test.each([
    ['from another address of the domain', arn(`identity/${DOMAIN}`), { from: `dean@${DOMAIN}` }],
    ['from a stranger’s address', arn('identity/alice@example.net'), { from: 'alice@example.net' }],
    ['under another configuration set', arn('configuration-set/other'), {}],
    ['what is not one raw message', arn(`identity/${DOMAIN}`), { action: 'ses:SendBulkEmail' }],
  ])('%s', (_, resource, of) => {
    expect(maySend(resource, of)).toBe(false);
  });
});

test('no other function may send anything', () => {
  const senders = resourcesOf(templates().service, 'AWS::IAM::Policy').filter(
    ([, { Properties }]) =>
      Properties.PolicyDocument.Statement.some(({ Action }: Statement) =>
        [Action].flat().some((action) => String(action).startsWith('ses:')),
      ),
  );
  expect(senders.map(([id]) => id)).toEqual([expect.stringMatching(/^NudgeFunctionRole/)]);
});

test('SES suppresses addresses for complaints only, so a missing address can be tried again', () => {
  expect(serving('AWS::SES::ConfigurationSet').SuppressionOptions).toEqual({
    SuppressedReasons: ['COMPLAINT'],
  });
});

/** Emails that people ask for: they wait behind nobody, and whoever takes a request may have it answered at once. */
import { expect, test } from 'vitest';
import { lets, roleStatements, text } from './policy.ts';
import { resourcesOf, templates } from './stacks.ts';

const functionOf = (prefix: string) =>
  resourcesOf(templates().service, 'AWS::Lambda::Function').find(([id]) =>
    id.startsWith(prefix),
  )?.[1].Properties;

const queueOf = (prefix: string): string =>
  resourcesOf(templates().service, 'AWS::SQS::Queue').find(([id]) => id.startsWith(prefix))?.[0] ??
  '';

const mayName = (prefix: string, queue: string): boolean =>
  lets(roleStatements(templates().service, `${prefix}Role`), {
    action: 'sqs:SendMessage',
    resource: `ref:${queue}`,
    context: {},
  });

test.each(['WebFunction', 'AdvisorsFunction', 'NudgeFunction'])(
  '%s names people to the queue of requests',
  (prefix) => {
    const { Variables } = functionOf(prefix).Environment;
    expect(text(Variables.AWAY_REQUEST_QUEUE)).toBe(`ref:${queueOf('RequestQueue')}`);
    expect(mayName(prefix, queueOf('RequestQueue'))).toBe(true);
  },
);

test.each(['WebhookFunction', 'ShortlistFunction', 'FeedbackFunction'])(
  '%s, which nobody asks for an email, does not',
  (prefix) => {
    expect(functionOf(prefix).Environment.Variables.AWAY_REQUEST_QUEUE).toBeUndefined();
    expect(mayName(prefix, queueOf('RequestQueue'))).toBe(false);
  },
);

test('a request waits behind no sweep: its queue is another one, and nudge reads both', () => {
  const read = resourcesOf(templates().service, 'AWS::Lambda::EventSourceMapping')
    .filter(([, { Properties }]) => text(Properties.FunctionName).startsWith('ref:NudgeFunction'))
    .map(([, { Properties }]) => text(Properties.EventSourceArn));
  expect(read.toSorted()).toEqual([
    `ref:${queueOf('NudgeQueue')}`,
    `ref:${queueOf('RequestQueue')}`,
  ]);
  expect(mayName('SweepFunction', queueOf('NudgeQueue'))).toBe(true);
  expect(mayName('SweepFunction', queueOf('RequestQueue'))).toBe(false);
});

test('both queues together keep the account’s rate', () => {
  const atOnce = resourcesOf(templates().service, 'AWS::Lambda::EventSourceMapping')
    .filter(([, { Properties }]) => text(Properties.FunctionName).startsWith('ref:NudgeFunction'))
    .map(([, { Properties }]) => Properties.ScalingConfig.MaximumConcurrency as number);
  const { AWAY_MAIL_INTERVAL_MS } = functionOf('NudgeFunction').Environment.Variables;
  const perSecond = (1000 * atOnce.reduce((sum, each) => sum + each, 0)) / AWAY_MAIL_INTERVAL_MS;
  expect(perSecond).toBeLessThanOrEqual(1);
});

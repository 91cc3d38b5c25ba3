/** Emails that people ask for have a queue of their own, so that nobody who asks waits behind a sweep. */
import { expect, test } from 'vitest';
import { lets, roleStatements, text } from './policy.ts';
import { resourcesOf, serving, templates } from './stacks.ts';

const functionOf = (prefix: string) => serving('AWS::Lambda::Function', prefix);

const readByNudge = () =>
  resourcesOf(templates().service, 'AWS::Lambda::EventSourceMapping')
    .filter(([, { Properties }]) => text(Properties.FunctionName).startsWith('ref:NudgeFunction'))
    .map(([, { Properties }]) => Properties);

const queueOf = (prefix: string): string =>
  resourcesOf(templates().service, 'AWS::SQS::Queue').find(([id]) => id.startsWith(prefix))?.[0] ??
  '';

const mayQueue = (prefix: string, queue: string): boolean =>
  lets(roleStatements(templates().service, `${prefix}Role`), {
    action: 'sqs:SendMessage',
    resource: `ref:${queue}`,
    context: {},
  });

test.each(['WebFunction', 'AdvisorsFunction', 'NudgeFunction'])(
  '%s puts people into the queue of requests',
  (prefix) => {
    const { Variables } = functionOf(prefix).Environment;
    expect(text(Variables.AWAY_REQUEST_QUEUE)).toBe(`ref:${queueOf('RequestQueue')}`);
    expect(mayQueue(prefix, queueOf('RequestQueue'))).toBe(true);
  },
);

test.each(['WebhookFunction', 'ShortlistFunction', 'FeedbackFunction'])(
  '%s, which nobody asks for an email, does not',
  (prefix) => {
    expect(functionOf(prefix).Environment.Variables.AWAY_REQUEST_QUEUE).toBeUndefined();
    expect(mayQueue(prefix, queueOf('RequestQueue'))).toBe(false);
  },
);

test('a request does not wait behind a sweep: nudge reads a queue for each', () => {
  const read = readByNudge().map(({ EventSourceArn }) => text(EventSourceArn));
  expect(read.toSorted()).toEqual([
    `ref:${queueOf('NudgeQueue')}`,
    `ref:${queueOf('RequestQueue')}`,
  ]);
  expect(mayQueue('SweepFunction', queueOf('NudgeQueue'))).toBe(true);
  expect(mayQueue('SweepFunction', queueOf('RequestQueue'))).toBe(false);
});

test('both queues together stay within the account’s rate', () => {
  const atOnce = readByNudge().map(({ ScalingConfig }) => Number(ScalingConfig.MaximumConcurrency));
  const { AWAY_MAIL_INTERVAL_MS } = functionOf('NudgeFunction').Environment.Variables;
  const perSecond = (1000 * atOnce.reduce((sum, each) => sum + each, 0)) / AWAY_MAIL_INTERVAL_MS;
  expect(perSecond).toBeLessThanOrEqual(1);
});

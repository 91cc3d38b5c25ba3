/** No event is lost when a function fails on it: every rule leads to a queue that keeps what could not be delivered. */
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { lets, queueStatements, text } from './policy.ts';
import { type Resource, resourcesOf, templates } from './stacks.ts';

/** What is wrong on an event's way from its rule to its function, one sentence for each target. */
function faultsOf(template: Template): string[] {
  return resourcesOf(template, 'AWS::Events::Rule').flatMap(([rule, { Properties }]) =>
    (Properties.Targets as { Arn: unknown }[]).flatMap(({ Arn }) => {
      const queue = text(Arn).replace(/^ref:/, '');
      return faultOf(template, rule, queue) ?? [];
    }),
  );
}

function faultOf(template: Template, rule: string, id: string): string | undefined {
  const queues = new Map(resourcesOf(template, 'AWS::SQS::Queue'));
  const queue = queues.get(id)?.Properties;
  if (!queue) return `${rule} leads to no queue`;
  const request = { action: 'sqs:SendMessage', resource: `ref:${id}` };
  const context = { 'aws:SecureTransport': 'true', 'aws:SourceArn': `ref:${rule}` };
  const mayBePut = lets(queueStatements(template, id), {
    ...request,
    service: 'events.amazonaws.com',
    context,
  });
  if (!mayBePut) return `${rule} may not put anything into ${id}`;
  const { deadLetterTargetArn, maxReceiveCount } = queue.RedrivePolicy ?? {};
  if (!(maxReceiveCount >= 3 && maxReceiveCount <= 50)) return `${id} is not retried and bounded`;
  if (!queues.has(text(deadLetterTargetArn).replace(/^ref:/, '')))
    return `${id} sets nothing aside`;
  const readers = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').filter(
    ([, { Properties }]) => text(Properties.EventSourceArn) === `ref:${id}`,
  );
  if (readers.length !== 1) return `${id} is not read by one function`;
  const isPartial =
    readers[0]?.[1].Properties.FunctionResponseTypes?.includes('ReportBatchItemFailures');
  return isPartial ? undefined : `one failure in ${id} fails its whole batch`;
}

test('both rules lead through a queue', () => {
  expect(resourcesOf(templates().service, 'AWS::Events::Rule')).toHaveLength(2);
  expect(faultsOf(templates().service)).toEqual([]);
});

test('only the API may call a function directly; the Scheduler and the state machine have roles', () => {
  const callers = resourcesOf(templates().service, 'AWS::Lambda::Permission').map(
    ([, { Properties }]) => Properties.Principal,
  );
  expect(new Set(callers)).toEqual(new Set(['apigateway.amazonaws.com']));
});

describe('every way to lose an event is found', () => {
  const feedbackQueue = (ids: Iterable<string>) =>
    [...ids].find((id) => id.startsWith('FeedbackQueue')) ?? '';

  test.each<[string, string, (resources: Record<string, Resource>) => void]>([
    [
      'a rule that calls a function',
      'leads to no queue',
      (all) => {
        for (const { Properties } of ofType(all, 'AWS::Events::Rule')) {
          Properties.Targets = [{ Id: 'T', Arn: { 'Fn::GetAtt': ['FeedbackFunction', 'Arn'] } }];
        }
      },
    ],
    [
      'a queue that rules may not use',
      'may not put anything',
      (all) => {
        for (const { Properties } of ofType(all, 'AWS::SQS::QueuePolicy')) {
          Properties.PolicyDocument.Statement = Properties.PolicyDocument.Statement.filter(
            ({ Effect }: { Effect: string }) => Effect === 'Deny',
          );
        }
      },
    ],
    [
      'a queue that tries once',
      'not retried and bounded',
      (all) => {
        const queue = all[feedbackQueue(Object.keys(all))];
        if (queue) queue.Properties.RedrivePolicy.maxReceiveCount = 1;
      },
    ],
    [
      'a queue without dead letters',
      'not retried and bounded',
      (all) => {
        const queue = all[feedbackQueue(Object.keys(all))];
        if (queue) queue.Properties.RedrivePolicy = undefined;
      },
    ],
    [
      'a queue that nobody reads',
      'not read by one function',
      (all) => {
        for (const [id, { Type }] of Object.entries(all)) {
          if (Type === 'AWS::Lambda::EventSourceMapping') delete all[id];
        }
      },
    ],
    [
      'a batch that fails as a whole',
      'fails its whole batch',
      (all) => {
        for (const { Properties } of ofType(all, 'AWS::Lambda::EventSourceMapping')) {
          Properties.FunctionResponseTypes = [];
        }
      },
    ],
  ])('%s', (_, fault, change) => {
    const json = structuredClone(templates().service.toJSON());
    change(json.Resources);
    expect(faultsOf(Template.fromJSON(json)).join()).toContain(fault);
  });
});

function ofType(resources: Record<string, Resource>, type: string): Resource[] {
  return Object.values(resources).filter(({ Type }) => Type === type);
}

/** CloudWatch may publish to the topic of every alarm; without that right in the topic's policy, every alarm is silent. */
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { ACCOUNT, lets, type Statement, text, topicStatements } from './policy.ts';
import { resourcesOf, templates } from './stacks.ts';

const CLOUDWATCH = 'cloudwatch.amazonaws.com';

interface Publishing {
  readonly service?: string;
  readonly account?: string;
  readonly secure?: 'true' | 'false';
}

/** Each alarm with each topic it publishes to. */
function actionsOf(template: Template): [alarm: string, topic: string][] {
  return resourcesOf(template, 'AWS::CloudWatch::Alarm').flatMap(([id, { Properties }]) =>
    (Properties.AlarmActions as unknown[]).map((action): [string, string] => [id, text(action)]),
  );
}

/** The alarms that may not publish to one of their topics. */
function silentAlarms(template: Template, of: Publishing = {}): string[] {
  return actionsOf(template)
    .filter(([alarm, topic]) => {
      const statements = topicStatements(template, topic.replace(/^ref:/, ''));
      return !hears(statements, alarm, topic, of);
    })
    .map(([alarm]) => alarm);
}

function hears(
  statements: readonly Statement[],
  alarm: string,
  topic: string,
  { service = CLOUDWATCH, account = ACCOUNT, secure = 'true' }: Publishing,
): boolean {
  const context = {
    'aws:SourceAccount': account,
    'aws:SourceArn': `arn:aws:cloudwatch:us-east-1:${account}:alarm:AwayRotations-${alarm}`,
    'aws:SecureTransport': secure,
  };
  return lets(statements, { action: 'sns:Publish', resource: topic, service, context });
}

test('every alarm is heard by its topic', () => {
  expect(actionsOf(templates().service).length).toBeGreaterThan(8);
  expect(silentAlarms(templates().service)).toEqual([]);
});

describe('no alarm is heard', () => {
  const all = () => actionsOf(templates().service).map(([alarm]) => alarm);

  test.each([
    ['of another account', { account: '999999999999' }],
    ['published by another service', { service: 'lambda.amazonaws.com' }],
    ['over a connection that is not encrypted', { secure: 'false' }],
  ] as const)('%s', (_, of) => {
    expect(silentAlarms(templates().service, of)).toEqual(all());
  });

  test.each([
    ['without its Allow', (kept: Statement[]) => kept.filter(({ Effect }) => Effect !== 'Allow')],
    [
      'under a Deny of everything',
      (kept: Statement[]) => [
        ...kept,
        { Effect: 'Deny', Principal: '*' as const, Action: '*', Resource: '*' },
      ],
    ],
  ])('%s', (_, change) => {
    expect(silentAlarms(withStatements(change))).toEqual(all());
  });
});

/** The template with other statements on its topics. */
function withStatements(change: (kept: Statement[]) => readonly Statement[]): Template {
  const json = structuredClone(templates().service.toJSON());
  for (const resource of Object.values<{
    Type: string;
    Properties: { PolicyDocument: { Statement: Statement[] } };
  }>(json.Resources)) {
    if (resource.Type !== 'AWS::SNS::TopicPolicy') continue;
    const { PolicyDocument } = resource.Properties;
    PolicyDocument.Statement = [...change(PolicyDocument.Statement)];
  }
  return Template.fromJSON(json);
}

/** Every alarm says who is hurt and what to do, every queue is watched, and log lines fire their alarms. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { text } from './policy.ts';
import { resourcesOf, serving, templates } from './stacks.ts';

const descriptions = (): string[] =>
  resourcesOf(templates().service, 'AWS::CloudWatch::Alarm').map(
    ([, { Properties }]) => Properties.AlarmDescription,
  );

/** `## SweepSilent` is reached by `#sweepsilent`. */
const sections = (): string[] =>
  [...readFileSync('docs/runbook.md', 'utf8').matchAll(/^## (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^a-z0-9 -]/g, '')
      .replaceAll(' ', '-'),
  );

describe('every alarm', () => {
  test('says who is hurt, in a sentence', () => {
    expect(descriptions().length).toBeGreaterThan(8);
    expect(
      descriptions().filter((text) => !/^[A-Z].{30,}[.:] ?.*What to do: /s.test(text)),
    ).toEqual([]);
  });

  test('leads to a section of the runbook', () => {
    const anchors = descriptions().map((text) => /runbook\.md#([a-z0-9-]+)$/.exec(text)?.[1]);
    expect(anchors.filter((anchor) => !anchor || !sections().includes(anchor))).toEqual([]);
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  test('notifies somebody', () => {
    const silent = resourcesOf(templates().service, 'AWS::CloudWatch::Alarm').filter(
      ([, { Properties }]) => !Properties.AlarmActions?.length,
    );
    expect(silent).toEqual([]);
  });
});

describe('every queue', () => {
  const queues = () =>
    resourcesOf(templates().service, 'AWS::SQS::Queue').filter(
      ([, { Properties }]) => Properties.RedrivePolicy,
    );
  const watched = (metric: string): string[] =>
    resourcesOf(templates().service, 'AWS::CloudWatch::Alarm')
      .filter(([, { Properties }]) => Properties.MetricName === metric)
      .map(([, { Properties }]) => text(Properties.Dimensions[0].Value['Fn::GetAtt'][0]));

  test('is watched for messages that wait too long', () => {
    expect(queues().length).toBeGreaterThan(4);
    expect(watched('ApproximateAgeOfOldestMessage').toSorted()).toEqual(
      queues()
        .map(([id]) => id)
        .toSorted(),
    );
  });

  test('is watched for what it has set aside', () => {
    const setAside = queues().map(([, { Properties }]) =>
      text(Properties.RedrivePolicy.deadLetterTargetArn).replace(/^ref:/, ''),
    );
    expect(watched('ApproximateNumberOfMessagesVisible').toSorted()).toEqual(
      [...new Set(setAside)].toSorted(),
    );
  });
});

/** The lines that fire this alarm: the log of which function, and the pattern. */
function linesOf(alarm: string): [log: string, pattern: string][] {
  const { MetricName: metric, Namespace: namespace } = serving('AWS::CloudWatch::Alarm', alarm);
  return resourcesOf(templates().service, 'AWS::Logs::MetricFilter').flatMap(
    ([, { Properties }]) => {
      const [{ MetricName, MetricNamespace }] = Properties.MetricTransformations;
      const log = text(Properties.LogGroupName).replace(/^ref:/, '').slice(0, -8);
      const isOfAlarm = MetricName === metric && MetricNamespace === namespace;
      return isOfAlarm ? [[log, Properties.FilterPattern]] : [];
    },
  );
}

test('a visit that held an email fires EmailHeld, which lasts from one sweep to the next', () => {
  expect(linesOf('EmailHeld')).toEqual([
    ['NudgeFunctionLog', '{ ($.event = "visited") && ($.held > 0) }'],
  ]);
  expect(serving('AWS::CloudWatch::Alarm', 'EmailHeld').Period).toBe(3600);
});

test('refused requests to stop email fire StopsRefused, from applicants’ pages', () => {
  expect(linesOf('StopsRefused')).toEqual([
    ['WebFunctionLog', '{ $.event = "one-click-refused" }'],
  ]);
});

test('trouble with email fires EmailTrouble, from visits and from what SES reports', () => {
  const pattern = '{ $.event = "email-trouble" }';
  expect(linesOf('EmailTrouble').toSorted()).toEqual([
    ['FeedbackFunctionLog', pattern],
    ['NudgeFunctionLog', pattern],
  ]);
});

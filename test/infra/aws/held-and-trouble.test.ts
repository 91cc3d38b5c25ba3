/** Email that a switch holds, and trouble with email, reach the operator: the lines that name them ring an alarm. */
import { expect, test } from 'vitest';
import { text } from './policy.ts';
import { resourcesOf, templates } from './stacks.ts';

/** The lines that ring this alarm: the log of which function, and the pattern. */
function linesOf(alarm: string): [log: string, pattern: string][] {
  const rings = resourcesOf(templates().service, 'AWS::CloudWatch::Alarm').find(([id]) =>
    id.startsWith(alarm),
  )?.[1].Properties;
  return resourcesOf(templates().service, 'AWS::Logs::MetricFilter').flatMap(
    ([, { Properties }]) => {
      const [{ MetricName, MetricNamespace }] = Properties.MetricTransformations;
      const isRung = MetricName === rings?.MetricName && MetricNamespace === rings?.Namespace;
      const log = text(Properties.LogGroupName).replace(/^ref:/, '').slice(0, -8);
      return isRung ? [[log, Properties.FilterPattern]] : [];
    },
  );
}

test('a visit that held an email rings EmailHeld', () => {
  expect(linesOf('EmailHeld')).toEqual([
    ['NudgeFunctionLog', '{ ($.event = "visited") && ($.held > 0) }'],
  ]);
});

test('EmailHeld lasts from one sweep to the next', () => {
  const [, held] =
    resourcesOf(templates().service, 'AWS::CloudWatch::Alarm').find(([id]) =>
      id.startsWith('EmailHeld'),
    ) ?? [];
  expect(held?.Properties.Period).toBe(3600);
});

test('trouble with email rings from visits and from what SES reports', () => {
  const pattern = '{ $.event = "email-trouble" }';
  expect(linesOf('EmailTrouble').toSorted()).toEqual([
    ['FeedbackFunctionLog', pattern],
    ['NudgeFunctionLog', pattern],
  ]);
});

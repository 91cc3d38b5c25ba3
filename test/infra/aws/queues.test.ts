/** What waits and what is set aside on AWS: encrypted, and for how long. */
import { expect, test } from 'vitest';
import { resourcesOf, templates } from './stacks.ts';

const queues = () => resourcesOf(templates().service, 'AWS::SQS::Queue');
const DAY_SECONDS = 86_400;

test('every queue is encrypted', () => {
  expect(queues().length).toBeGreaterThan(5);
  expect(queues().filter(([, { Properties }]) => Properties.SqsManagedSseEnabled !== true)).toEqual(
    [],
  );
});

test('what a function gave up on stays for 14 days, and nothing waits longer', () => {
  const days = queues().map(([id, { Properties }]) => ({
    isSetAside: id.includes('DeadLetters'),
    days: Properties.MessageRetentionPeriod / DAY_SECONDS,
  }));
  expect(new Set(days.filter(({ isSetAside }) => isSetAside).map((each) => each.days))).toEqual(
    new Set([14]),
  );
  expect(days.filter((each) => !each.isSetAside && each.days > 4)).toEqual([]);
});

test('the log of executions holds no data of theirs', () => {
  const [[, machine] = []] = resourcesOf(templates().service, 'AWS::StepFunctions::StateMachine');
  const { IncludeExecutionData, Level } = machine?.Properties.LoggingConfiguration ?? {};
  expect([IncludeExecutionData, Level]).toEqual([false, 'ERROR']);
});

import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LEASE_MARGIN_MS, LEASE_MS } from '#shared/base/limits.ts';
import { type Resource, resourcesOf, serving, templates } from './stacks.ts';

const functions = (): [string, Resource][] =>
  resourcesOf(templates().service, 'AWS::Lambda::Function');

describe('every deployed function', () => {
  test('is an entry in functions/lambda, and every entry is deployed', () => {
    expect(functions()).toHaveLength(readdirSync('functions/lambda').length);
  });

  test('runs on Node 24 and arm64', () => {
    const runtimes = functions().map(([, { Properties }]) => [
      Properties.Runtime,
      Properties.Architectures,
    ]);
    expect(new Set(runtimes.map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify(['nodejs24.x', ['arm64']])]),
    );
  });

  test('has its own role and log group', () => {
    const named = (pick: (of: Resource) => unknown) =>
      new Set(functions().map(([, each]) => JSON.stringify(pick(each)))).size;
    expect(named(({ Properties }) => Properties.Role)).toBe(functions().length);
    expect(named(({ Properties }) => Properties.LoggingConfig.LogGroup)).toBe(functions().length);
  });

  test('keeps its logs for the configured number of days', () => {
    const groups = resourcesOf(templates().service, 'AWS::Logs::LogGroup');
    expect(groups.length).toBeGreaterThan(functions().length);
    expect(groups.filter(([, { Properties }]) => Properties.RetentionInDays !== 90)).toEqual([]);
  });

  test('has no right to everything', () => {
    const wide = resourcesOf(templates().service, 'AWS::IAM::Policy').flatMap(
      ([id, { Properties }]) =>
        Properties.PolicyDocument.Statement.flatMap(
          (statement: { Action: string | string[]; Resource: unknown }) => {
            const actions = [statement.Action].flat();
            const isWide =
              [statement.Resource].flat().includes('*') ||
              actions.some((action) => action.includes('*'));
            return isWide ? [[id.replace(/DefaultPolicy.*/, ''), actions]] : [];
          },
        ),
    );
    // AWS documents the state machine's log delivery and X-Ray with a star only.
    expect(wide.map(([id]) => id)).toEqual([expect.stringContaining('RotationMachineRole')]);
    expect(
      wide
        .flatMap(([, actions]) => actions)
        .every((action: string) => /^(logs|xray):/.test(action)),
    ).toBe(true);
  });
});

test('a visit ends before the lease of its claim, with a margin', () => {
  const { Timeout } = serving('AWS::Lambda::Function', 'NudgeFunction');
  expect(Timeout * 1000).toBeLessThan(LEASE_MS - LEASE_MARGIN_MS);
});

test.each([
  ['NudgeFunction', 'NudgeQueue'],
  ['JobFunction', 'JobQueue'],
])(
  'a message for %s stays hidden six times as long as it may take, three times at most',
  (to, from) => {
    const { VisibilityTimeout, RedrivePolicy } = serving('AWS::SQS::Queue', from);
    expect(VisibilityTimeout).toBe(6 * serving('AWS::Lambda::Function', to).Timeout);
    expect(RedrivePolicy.maxReceiveCount).toBe(3);
  },
);

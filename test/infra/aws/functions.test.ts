import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LEASE_MARGIN_MS, LEASE_MS } from '#shared/base/limits.ts';
import { type Resource, resourcesOf, templates } from './stacks.ts';

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

  test('has a role and a log group of its own', () => {
    const named = (pick: (of: Resource) => unknown) =>
      new Set(functions().map(([, each]) => JSON.stringify(pick(each)))).size;
    expect(named(({ Properties }) => Properties.Role)).toBe(functions().length);
    expect(named(({ Properties }) => Properties.LoggingConfig.LogGroup)).toBe(functions().length);
  });

  test('has its logs kept for the days that were told', () => {
    const groups = resourcesOf(templates().service, 'AWS::Logs::LogGroup');
    expect(groups.length).toBeGreaterThan(functions().length);
    expect(groups.filter(([, { Properties }]) => Properties.RetentionInDays !== 90)).toEqual([]);
  });

  test('may do nothing to everything', () => {
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
    // Log delivery and X-Ray of the state machine know no resource.
    expect(wide.map(([id]) => id)).toEqual([expect.stringContaining('RotationMachineRole')]);
    expect(
      wide
        .flatMap(([, actions]) => actions)
        .every((action: string) => /^(logs|xray):/.test(action)),
    ).toBe(true);
  });
});

test('a nudge ends before the lease of its claim, with its margin', () => {
  const [, nudge] = functions().find(([id]) => id.startsWith('NudgeFunction')) ?? [];
  expect(nudge?.Properties.Timeout * 1000).toBeLessThan(LEASE_MS - LEASE_MARGIN_MS);
});

test('the queue hides a message six times as long as a nudge may take', () => {
  const [, nudge] = functions().find(([id]) => id.startsWith('NudgeFunction')) ?? [];
  const [, queue] =
    resourcesOf(templates().service, 'AWS::SQS::Queue').find(([id]) =>
      id.startsWith('NudgeQueue'),
    ) ?? [];
  expect(queue?.Properties.VisibilityTimeout).toBe(6 * nudge?.Properties.Timeout);
  expect(queue?.Properties.RedrivePolicy.maxReceiveCount).toBe(3);
});

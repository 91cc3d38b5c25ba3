import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { stateNameOf } from '#infra/aws/rotation-machine.ts';
import { DEFINITION } from '#shared/people/workflow/definition.ts';
import { STAGE_NAMES } from '#shared/plan/facts/stage-names.ts';
import { resourcesOf, templates } from './stacks.ts';

interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: { Variable: string; StringEquals: string; Next: string }[];
  readonly Catch?: { ErrorEquals: string[]; Next: string; ResultPath: null }[];
  readonly Retry?: { ErrorEquals: string[] }[];
  readonly TimeoutSecondsPath?: string;
  readonly Parameters?: { definition?: number; Payload?: Record<string, string> };
}

/** The definition, with a placeholder for every reference. */
function definition(): { StartAt: string; States: Record<string, State>; Comment: string } {
  const [[, machine] = []] = resourcesOf(templates().service, 'AWS::StepFunctions::StateMachine');
  const parts: unknown[] = machine?.Properties.DefinitionString['Fn::Join'][1];
  return JSON.parse(parts.map((part) => (typeof part === 'string' ? part : 'arn')).join(''));
}

describe('the state machine is the stage table', () => {
  test('every stage has its state, and there is no other but the loop’s own', () => {
    const expected = ['Arm', 'Route', 'Over', ...STAGE_NAMES.map(stateNameOf)];
    expect(Object.keys(definition().States).toSorted()).toEqual(expected.toSorted());
  });

  test('Arm comes first and leads to Route', () => {
    const { StartAt, States } = definition();
    expect([StartAt, States.Arm?.Next]).toEqual(['Arm', 'Route']);
  });

  test('Route sends each stage to its own state, and anything else to the end', () => {
    const { Choices = [], Default } = definition().States.Route ?? {};
    expect(Choices.map(({ StringEquals, Next }) => [StringEquals, Next])).toEqual(
      STAGE_NAMES.map((stage) => [stage, stateNameOf(stage)]),
    );
    expect([Default, definition().States.Over?.Type]).toEqual(['Over', 'Succeed']);
  });

  test.each(STAGE_NAMES)(
    'the wait of %s returns to Arm, by a signal and by its timeout',
    (stage) => {
      const state = definition().States[stateNameOf(stage)];
      expect(state?.Next).toBe('Arm');
      expect(state?.Catch).toEqual([
        { ErrorEquals: ['States.Timeout'], Next: 'Arm', ResultPath: null },
      ]);
      expect(state?.TimeoutSecondsPath).toBe('$.seconds');
      expect(state?.Parameters?.Payload).toMatchObject({ stage, 'token.$': '$$.Task.Token' });
      // A timeout is how a wait ends: it is never tried again.
      expect(state?.Retry?.flatMap(({ ErrorEquals }) => ErrorEquals)).toEqual([
        'States.TaskFailed',
      ]);
    },
  );
});

test('every check carries the number of its definition', () => {
  expect(definition().States.Arm?.Parameters?.definition).toBe(DEFINITION);
});

test('a changed definition has a new number', () => {
  const { States } = definition();
  const shape = createHash('sha256').update(JSON.stringify(States)).digest('hex').slice(0, 16);
  // For a new shape raise DEFINITION, then write the new pair here. Running executions hand over by that number.
  expect({ definition: DEFINITION, shape }).toEqual({ definition: 1, shape: 'a7bc445f1ff3335a' });
});

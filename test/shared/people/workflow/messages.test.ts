import { describe, expect, test } from 'vitest';
import {
  armRequestSchema,
  executionEndedSchema,
  waitRequestSchema,
} from '#shared/people/workflow/messages.ts';

const input = { applicantId: 'alice', rotationId: 'r1', run: 1 };

describe('what the state machine tells', () => {
  test('of a beginning: entries are none yet, and its own clock is read as ours', () => {
    const reported = { input, startedAt: '2026-11-23T15:00:00.123456+00:00', definition: 1 };
    expect(armRequestSchema.parse(reported)).toEqual({
      input: { ...input, entries: 0 },
      startedAt: '2026-11-23T15:00:00.123Z',
      definition: 1,
    });
  });

  test('of a wait: a whole second has the same digits as any other moment', () => {
    const reported = {
      ...input,
      stage: 'apply',
      until: null,
      token: 't',
      enteredAt: '2026-11-23T15:00:00Z',
      retryCount: 0,
    };
    expect(waitRequestSchema.parse(reported).enteredAt).toBe('2026-11-23T15:00:00.000Z');
  });

  test('of an end: its input is text in the event', () => {
    const detail = { status: 'ABORTED', input: JSON.stringify(input) };
    expect(executionEndedSchema.parse({ detail }).detail.input).toEqual({ ...input, entries: 0 });
  });
});

describe('what nobody of ours tells is refused with its field', () => {
  test.each([
    ['run', { input: { ...input, run: 0 }, startedAt: '2026-11-23T15:00:00Z', definition: 1 }],
    ['startedAt', { input, startedAt: 'yesterday', definition: 1 }],
    [
      'applicantId',
      { input: { ...input, applicantId: 'a#b' }, startedAt: '2026-11-23T15:00:00Z', definition: 1 },
    ],
  ])('%s', (field, reported) => {
    const parsed = armRequestSchema.safeParse(reported);
    expect(parsed.error?.issues.map(({ path }) => path.at(-1))).toEqual([field]);
  });

  test.each(['not json', '{}', '[]'])('an end with the input %s', (text) => {
    expect(
      executionEndedSchema.safeParse({ detail: { status: 'FAILED', input: text } }).success,
    ).toBe(false);
  });

  test('an end that is no end', () => {
    const detail = { status: 'RUNNING', input: JSON.stringify(input) };
    expect(executionEndedSchema.safeParse({ detail }).success).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import { readSettings } from '#infra/aws/settings.ts';
import { WAIT_SECONDS_MAX } from '#shared/base/limits.ts';
import { CONTEXT } from './stacks.ts';

const read = (context: Record<string, unknown>) => readSettings((name) => context[name]);

describe('a deployment accepts', () => {
  test('four settings, and has defaults for the rest', () => {
    expect(read(CONTEXT)).toEqual({
      ...CONTEXT,
      logDays: 90,
      emailsPerSecond: 1,
      nudgesAtOnce: 2,
      waitSecondsMax: WAIT_SECONDS_MAX,
    });
  });

  test('numbers as text, as the command line gives them', () => {
    const given = { ...CONTEXT, logDays: '60', nudgesAtOnce: '5', waitSecondsMax: '60' };
    expect(read(given)).toMatchObject({ logDays: 60, nudgesAtOnce: 5, waitSecondsMax: 60 });
  });
});

describe('a deployment is refused', () => {
  test.each(['domain', 'certificate', 'sender', 'alarms'])(
    'without "%s", by name and with an example',
    (name) => {
      const { [name as keyof typeof CONTEXT]: _, ...others } = CONTEXT;
      expect(() => read(others)).toThrow(new RegExp(`^Context "${name}" must .+ -c ${name}=`));
    },
  );

  test('with every wrong setting named at once', () => {
    expect(() => read({})).toThrow(/"domain"[\s\S]*"certificate"[\s\S]*"sender"[\s\S]*"alarms"/);
  });

  test.each([
    ['domain', 'https://rotations.example.org'],
    ['domain', 'localhost'],
    ['certificate', 'arn:aws:iam::123456789012:role/x'],
    ['sender', 'rotations'],
    ['alarms', 'a@b@c'],
    ['logDays', '30'],
    ['logDays', 'ninety'],
    ['nudgesAtOnce', '1'],
    ['emailsPerSecond', '0'],
    ['waitSecondsMax', '0'],
    ['waitSecondsMax', String(WAIT_SECONDS_MAX + 1)],
  ])('with %s=%s', (name, value) => {
    expect(() => read({ ...CONTEXT, [name]: value })).toThrow(`Context "${name}" must`);
  });
});

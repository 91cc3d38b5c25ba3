import { describe, expect, test } from 'vitest';
import { AWS_VARIABLES, type AwsVariable } from '#functions/adapters/aws-variables.ts';
import { readAwsEnv } from '#functions/adapters/env.ts';

const NAMES = Object.keys(AWS_VARIABLES) as AwsVariable[];
/** What the sentence of each names as its example. */
const exampleOf = (name: AwsVariable): string => AWS_VARIABLES[name][2];

describe('a deployed function', () => {
  test.each(NAMES)('takes the example that the sentence of %s names', (name) => {
    expect(exampleOf(name)).not.toBe('');
    expect(readAwsEnv([name], { [name]: exampleOf(name) })).toEqual({ [name]: exampleOf(name) });
  });

  test.each(NAMES)('without %s says so, and how it looks', (name) => {
    expect(() => readAwsEnv([name], {})).toThrow(`${name} must `);
    expect(() => readAwsEnv([name], { [name]: ' ' })).toThrow(`${name}=`);
  });

  test('reads only what it asks for', () => {
    const env = { AWAY_TABLE: 'away', AWAY_URL: 'nonsense' };
    expect(readAwsEnv(['AWAY_TABLE'], env)).toEqual({ AWAY_TABLE: 'away' });
  });

  test('drops the slash at the end of its address', () => {
    const { AWAY_URL } = readAwsEnv(['AWAY_URL'], { AWAY_URL: 'https://rotations.example.org/' });
    expect(AWAY_URL).toBe('https://rotations.example.org');
  });

  test.each([
    ['AWAY_TABLE', 'a table'],
    ['AWAY_URL', 'http://rotations.example.org'],
    ['AWAY_URL', 'https://user@rotations.example.org'],
    ['AWAY_FROM', 'Away Rotations'],
    ['AWAY_CONFIGURATION_SET', 'away rotations'],
    ['AWAY_STATE_MACHINE', 'rotation'],
    ['AWAY_NUDGE_QUEUE', 'nudge'],
  ] as const)('refuses %s=%s without repeating it', (name, value) => {
    let said = '';
    try {
      readAwsEnv([name], { [name]: value });
    } catch (error) {
      said = String(error);
    }
    expect(said).toContain(`${name} must `);
    expect(said).not.toContain(`${name}=${value}`);
  });
});

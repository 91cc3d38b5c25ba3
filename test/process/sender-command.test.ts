/** `npm run sender` as an operator runs it, beside a data folder that no server runs on. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './server-process.ts';

const folder = temporaryFolder();
const AWAY_DATA = join(folder.path, 'live');
const sender = (...args: string[]) => runCommand({ AWAY_DATA }, 'sender', ...args);
const file = (name: string, content: unknown): string => {
  const path = join(folder.path, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
};
const SCHOOL = {
  id: 'school',
  name: 'School office',
  product: 'standard',
  cohortIds: ['c2028'],
  eventTypes: ['zone-changed'],
};
const secretIn = (printed: string) => /secret {3}(whsec_\S+)/.exec(printed)?.[1];

beforeAll(() => {
  runCommand({ AWAY_DATA }, 'advisor', 'dana@example.org', '--cohort', 'c2028', '--role', 'lead');
});
afterAll(() => folder.remove());

test('a sender is added, given a second secret, left with that one, and revoked', () => {
  expect(sender('list')).toEqual({ status: 0, stdout: 'No senders.\n', stderr: '' });
  const added = sender('add', file('school.json', SCHOOL));
  expect(added).toMatchObject({ status: 0, stderr: '' });
  expect(added.stdout).toContain('address  /webhook/updates?sender=school');
  const rotated = sender('rotate', 'school').stdout;
  expect(rotated).toContain('secret 1 and 2');
  expect(secretIn(rotated)).not.toBe(secretIn(added.stdout));
  expect(sender('end-older', 'school').stdout).toContain('secret 2');
  expect(sender('revoke', 'school').status).toBe(0);
  expect(sender('list').stdout).toMatch(/^school {2}School office {2}standard {2}c2028 {2}revoked/);
});

describe('what cannot be done changes nothing', () => {
  test.each([
    [[], 2, /^Choose list, add, .*\nUsage: npm run sender/],
    [['rotate'], 2, /^ID is missing\.\nUsage/],
    [['add', 'nowhere.json'], 1, /^nowhere\.json cannot be read/],
    [['add', 'README.md'], 1, /^README\.md is not JSON: /],
    [['rotate', 'nobody'], 1, /^There is no sender “nobody”\./],
    [['add', 'package.json'], 1, /^package\.json: The sender’s id /],
  ])('%j', (args, status, message) => {
    expect(sender(...args)).toEqual({
      status,
      stdout: '',
      stderr: expect.stringMatching(message),
    });
  });

  test('a data folder that does not exist is named, and is not made', () => {
    const { status, stderr } = runCommand(
      { AWAY_DATA: join(folder.path, 'none') },
      'sender',
      'list',
    );
    expect(status).toBe(1);
    expect(stderr).toContain('There is no data at ');
    expect(existsSync(join(folder.path, 'none'))).toBe(false);
  });
});

/** A school's first day: an advisor, a sheet, a report, each by its command, and a process that is killed in between. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { ALICE, file, HEADER } from '../shared/cohort/import/files.ts';
import { temporaryFolder } from './server-process.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const env = {
  ...process.env,
  AWAY_DATA: join(folder.path, 'live'),
  AWAY_SMTP_URL: '',
  AWAY_URL: '',
};

const scriptOf = (name: string) =>
  fileURLToPath(new URL(`../../infra/local/${name}-command.ts`, import.meta.url));
function run(name: string, ...args: string[]) {
  return spawnSync(process.execPath, [scriptOf(name), ...args], { encoding: 'utf8', env });
}
function sheet(name: string, ...lines: string[]): string {
  const path = join(folder.path, name);
  writeFileSync(path, file(HEADER, ...lines));
  return path;
}
const caseOf = (name: string) =>
  fileURLToPath(new URL(`../cases/sheets/${name}.csv`, import.meta.url));
const people = (count: number) =>
  Array.from({ length: count }, (_, n) => ALICE.replace('alice@', `a${n}@`));
const exported = () =>
  run('report', '--cohort', 'c2028', '--format', 'csv').stdout.split('\r\n').length - 2;

describe('a school begins', () => {
  test('with its first advisor, who brings the cohort', () => {
    const { stdout, status } = run(
      'advisor',
      'dana@example.org',
      '--cohort',
      'c2028',
      '--role',
      'lead',
    );
    expect([status, stdout]).toEqual([0, expect.stringContaining('lead advisor of c2028')]);
  });

  test('with a sheet, whose bad lines are named and of which nothing is written then', () => {
    const { status, stderr } = run(
      'import',
      sheet('bad.csv', ...people(3), 'x,y'),
      '--cohort',
      'c2028',
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/bad\.csv: Line 5: This line has 2 cells[\s\S]+Nothing was changed\./);
    expect(exported()).toBe(0);
  });

  test('and is not held up by a kill: the sheet is sent again and nobody is doubled', async () => {
    const path = sheet('good.csv', ...people(1500));
    const killed = spawn(process.execPath, [scriptOf('import'), path, '--cohort', 'c2028'], {
      env,
    });
    const ended = once(killed, 'exit');
    await new Promise((resolve) => setTimeout(resolve, 2500));
    killed.kill('SIGKILL');
    await ended;
    const { status, stdout } = run('import', path, '--cohort', 'c2028');
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^1500 applicants: /)]);
    expect(exported()).toBe(1500);
  });
});

describe('an import that has questions', () => {
  const cohort = ['--cohort', 'c2029'];
  const ask = (name: string, ...options: string[]) => {
    const { status, stdout, stderr } = run('import', caseOf(name), ...cohort, ...options);
    return { status, said: status === 0 ? stdout : stderr };
  };

  test('says which option answers each, changes nothing, and goes on with the answers', () => {
    run('advisor', 'dana@example.org', ...cohort, '--role', 'lead');
    const refused = ask('columns-nothing-reads', '--ignore', 'mrn', '--ignore', 'Notes');
    expect(refused).toEqual({
      status: 1,
      said: `${caseOf('columns-nothing-reads')}: Nothing reads the column "Emergency contact": 1 cell is filled. Rename it in the sheet, or leave it out with --ignore 'Emergency contact'.\nNothing was changed.\n`,
    });
    expect(ask('offer-day-under-unread-header').said).toContain('Did you mean "Offer expires"?');
    expect(ask('offer-day-under-unread-header', '--ignore', 'Offer').said).toContain(
      'There is no column "Offer". The columns are: Name, Email',
    );
    expect(ask('second-host-in-numbered-columns')).toEqual({
      status: 0,
      said: '1 applicant: 1 added, 0 changed, 0 as before.\nTheir rotations: 2 added, 0 changed, 0 as before.\n',
    });
    const moved = ask('moved-start-2-later');
    expect(moved.status).toBe(1);
    expect(moved.said).toContain('Choose with --moved 2 or --second 2.\nNothing was changed.');
    expect(ask('moved-start-2-later', '--moved', '2', '--second', '2').said).toContain(
      'Line 2 is answered in two ways. Choose one.\nNothing was changed.',
    );
    expect(ask('moved-start-2-later', '--moved', '2')).toEqual({
      status: 0,
      said: '1 applicant: 0 added, 1 changed, 0 as before.\nTheir rotations: 0 added, 1 changed, 0 as before.\n',
    });
  });
});

describe('a command says what is wrong', () => {
  test.each([
    ['import', ['none.csv', '--cohort', 'c2028'], 1, 'none.csv: cannot be read.'],
    ['import', ['none.csv'], 2, '--cohort is missing.\nUsage: npm run import'],
    ['report', ['--cohort', 'nix', '--format', 'csv'], 1, 'There is no cohort nix'],
    ['report', ['--cohort', 'c2028', '--format', 'doc'], 2, '--format must be html, csv,'],
  ])('%s %j', (name, args, code, says) => {
    const { status, stdout, stderr } = run(name, ...args);
    expect([status, stdout]).toEqual([code, '']);
    expect(stderr).toContain(says);
  });

  test('import into a cohort that nobody advises says how to make it', () => {
    const { stderr } = run('import', sheet('one.csv', ALICE), '--cohort', 'c2031');
    expect(stderr).toContain('npm run advisor -- ADDRESS --cohort c2031');
  });
});

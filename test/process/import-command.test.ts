/** A school's first day: an advisor, a sheet, and a report, each by its command, and a process that is killed in between. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { ALICE, file, HEADER } from '../shared/cohort/import/files.ts';
import { runCommand, scriptOf, withoutSettings } from './run-command.ts';
import { temporaryFolder } from './server-process.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const AWAY_DATA = join(folder.path, 'live');

const run = (name: string, ...args: string[]) => runCommand({ AWAY_DATA }, name, ...args);
function sheet(name: string, ...lines: string[]): string {
  const path = join(folder.path, name);
  writeFileSync(path, file(HEADER, ...lines));
  return path;
}
const caseOf = (name: string) =>
  fileURLToPath(new URL(`../cases/sheets/${name}.csv`, import.meta.url));
const people = (count: number) =>
  Array.from({ length: count }, (_, n) => ALICE.replace(/Alice (.*)alice@/, `A${n} $1a${n}@`));
const exported = () =>
  run('report', '--cohort', 'c2028', '--format', 'csv').stdout.split('\r\n').length - 2;

describe('a school starts', () => {
  test('with its first advisor, who creates the cohort', () => {
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

  test('with a sheet whose bad lines are named, and of which nothing is written', () => {
    const { status, stderr } = run(
      'import',
      sheet('bad.csv', ...people(3), 'x,y'),
      '--cohort',
      'c2028',
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /bad\.csv: Line 5, column "Email": “y” must look like[\s\S]+Nothing was changed\./,
    );
    expect(exported()).toBe(0);
  });

  test('and survives a kill: the sheet is sent again and nobody is duplicated', async () => {
    const path = sheet('good.csv', ...people(1500));
    const killed = spawn(process.execPath, [scriptOf('import'), path, '--cohort', 'c2028'], {
      env: { ...withoutSettings(), AWAY_DATA },
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
    return { status, printed: status === 0 ? stdout : stderr };
  };

  test('names the option that answers each, changes nothing, and continues with the answers', () => {
    run('advisor', 'dana@example.org', ...cohort, '--role', 'lead');
    const refused = ask('columns-nothing-reads', '--ignore', 'mrn', '--ignore', 'Notes');
    expect(refused).toEqual({
      status: 1,
      printed: `${caseOf('columns-nothing-reads')}: The column "Emergency contact" is not read: 1 cell is filled. Say what it holds with --map 'Emergency contact=OURS', or leave it out with --ignore 'Emergency contact'.\nNothing was changed.\n`,
    });
    expect(ask('offer-day-under-unread-header').printed).toContain('Did you mean "Offer expires"?');
    expect(ask('offer-day-under-unread-header', '--ignore', 'Offer').printed).toContain(
      'There is no column "Offer". The columns are: Name, Email',
    );
    expect(ask('second-host-in-numbered-columns')).toEqual({
      status: 0,
      printed:
        '1 applicant: 1 added, 0 changed, 0 as before.\nTheir rotations: 2 added, 0 changed, 0 as before.\n',
    });
    const moved = ask('moved-start-2-later');
    expect(moved.status).toBe(1);
    expect(moved.printed).toContain('Choose with --moved 2 or --second 2.\nNothing was changed.');
    expect(ask('moved-start-2-later', '--moved', '2', '--second', '2').printed).toContain(
      'Line 2 is answered in two ways. Choose one.\nNothing was changed.',
    );
    expect(ask('moved-start-2-later', '--moved', '2')).toEqual({
      status: 0,
      printed:
        '1 applicant: 0 added, 1 changed, 0 as before.\nTheir rotations: 0 added, 1 changed, 0 as before.\n',
    });
  });
});

describe('an import under a school’s own headers', () => {
  const cohort = ['--cohort', 'c2033'];
  test('asks what a column holds, refuses what names none, and reads it as it is told', () => {
    run('advisor', 'dana@example.org', ...cohort, '--role', 'lead');
    const path = join(folder.path, 'headers.csv');
    writeFileSync(path, file(HEADER.replace('Name', 'Who'), ALICE));
    const ask = (...map: string[]) =>
      run('import', path, ...cohort, ...map.flatMap((each) => ['--map', each]));
    expect(ask().stderr).toContain("or leave it out with --ignore 'Who'.");
    expect(ask('Who=Nickname').stderr).toContain(
      "--map 'Who=Nickname' is not a column, =, and a column of the template",
    );
    expect(ask('Nobody=Name').stderr).toContain("--map 'Nobody=Name' is not a column");
    expect(ask('Who=Name', 'who=Phone').stderr).toContain('--map names one column twice.');
    expect(ask('Who=Name', 'Email=name').stderr).toContain(
      '--map names one column of the template twice.',
    );
    expect(run('import', path, ...cohort, '--map', 'Email=Email', '--ignore', 'email').stderr).toBe(
      `${path}: The column "Email" is answered in two ways. Choose one.\nNothing was changed.\n`,
    );
    const { status, stdout } = ask('who=Name');
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^1 applicant: 1 added/)]);
    const { stdout: report } = run('report', '--cohort', 'c2033', '--format', 'csv');
    expect(report).toContain('Alice');
  });
});

describe('an import of a school’s own words', () => {
  const cohort = ['--cohort', 'c2032'];
  const name = 'words.csv';
  const path = () => {
    const at = join(folder.path, name);
    const rotation = 'Brown,ir,7/5/2027,8/6/2027,Pending: VSLO';
    writeFileSync(
      at,
      file(`${HEADER},Host,Specialty,First day,Last day,Status`, `${ALICE},${rotation}`),
    );
    return at;
  };

  test('names the option for each, and reads them as it says', () => {
    run('advisor', 'dana@example.org', ...cohort, '--role', 'lead');
    const asked = run('import', path(), ...cohort);
    expect([asked.status, asked.stderr]).toEqual([
      1,
      expect.stringMatching(
        /Choose with --days month-first or --days day-first\.\n.*--value 'Status:Pending: VSLO=VALUE', where - leaves/s,
      ),
    ]);
    const wrong = run('import', path(), ...cohort, '--value', 'Pending=submitted');
    expect(wrong.stderr).toContain("--value 'Pending=submitted' is not a column, a colon,");
    const told = (...values: string[]) =>
      run('import', path(), ...cohort, ...values.flatMap((each) => ['--value', each])).stderr;
    expect(told('Status:Pending')).toContain("--value 'Status:Pending' is not a column, a colon,");
    expect(told('Status:Pending=submitted', 'status:pending=offered')).toContain(
      '“Pending” in Status is answered in two ways. Choose one.',
    );
    const many = Array.from({ length: 201 }, (_, n) => `Status:w${n}=-`);
    expect(told(...many)).toContain('At most 200 texts of a sheet can be explained here.');
    const answers = ['--days', 'month-first', '--value', 'status: Pending: VSLO = submitted'];
    expect(run('import', path(), ...cohort, ...answers).stdout).toContain('1 applicant: 1 added');
  });
});

describe('a command explains what is wrong', () => {
  test.each([
    ['import', ['none.csv', '--cohort', 'c2028'], 1, 'none.csv cannot be read.'],
    ['import', ['none.csv'], 2, '--cohort is missing.\nUsage: npm run import'],
    ['report', ['--cohort', 'nix', '--format', 'csv'], 1, 'There is no cohort nix'],
    ['report', ['--cohort', 'c2028', '--format', 'doc'], 2, '--format must be html, csv,'],
  ])('%s %j', (name, args, code, message) => {
    const { status, stdout, stderr } = run(name, ...args);
    expect([status, stdout]).toEqual([code, '']);
    expect(stderr).toContain(message);
  });

  test('an import into a cohort without an advisor explains how to create it', () => {
    const { stderr } = run('import', sheet('one.csv', ALICE), '--cohort', 'c2031');
    expect(stderr).toContain('npm run advisor -- ADDRESS --cohort c2031');
  });
});

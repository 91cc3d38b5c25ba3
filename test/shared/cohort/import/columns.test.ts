/** Columns of people's own sheets: numbered for a second rotation, spelled as before, or read by nothing. */
import { describe, expect, test } from 'vitest';
import { mappingsOf, suggestMapping } from '#shared/cohort/import/mapping.ts';
import { mappingFor } from '#shared/cohort/import/mapping-for.ts';
import { readCsv } from '#shared/cohort/import/read-csv.ts';
import { unreadColumns, unreadWords } from '#shared/cohort/import/unread.ts';
import { ALICE, file, HEADER, judged } from './files.ts';

describe('a second rotation of a line is found in', () => {
  test.each([
    ['Host,Start,End,Host 2,Start 2,End 2'],
    ['Host 1,First day 1,Last day 1,Host 2,First day 2,Last day 2'],
    ['Host,Start,End,Host (2),Start_2,End2'],
    [
      'Rotation 1 host,Rotation 1 start,Rotation 1 end,Rotation 2: host,Rotation 2 - start,Rotation 2 end',
    ],
    ['First host,First start date,First end date,Second host,Second start date,2nd end date'],
    ['Host,Start,End,Host 3,Start of rotation 3,End (rotation 3)'],
  ])('%s', async (columns) => {
    const rotations = 'Brown,2027-07-05,2027-07-30,Yale,2027-08-02,2027-08-27';
    const read = await judged(file(`${HEADER},Specialty,${columns}`, `${ALICE},ir,${rotations}`));
    expect(read.messages).toEqual([]);
    expect(read.unread).toEqual([]);
    expect(read.rotations).toEqual({ added: 2, changed: 0, same: 0 });
    expect(
      read.people[0]?.rotations.map(({ cells: { host, specialty, start, end } }) => [
        host,
        specialty,
        start,
        end,
      ]),
    ).toEqual([
      ['Brown', 'ir', '2027-07-05', '2027-07-30'],
      ['Yale', 'ir', '2027-08-02', '2027-08-27'],
    ]);
  });

  test('no line that leaves it empty', async () => {
    const read = await judged(
      file(`${HEADER},Specialty,Host,Host 2,Start 2,End 2`, `${ALICE},ir,Brown,,,`),
    );
    expect([read.messages, read.rotations?.added]).toEqual([[], 1]);
  });
});

describe('a second rotation is asked about', () => {
  test('where only its host is numbered: it may be a second choice for the same days', async () => {
    const sheet = file(
      `${HEADER},Specialty,Host 1,Host 2,Start,End`,
      `${ALICE},ir,Brown,Yale,2027-07-05,2027-07-30`,
    );
    const read = await judged(sheet);
    expect(read.unread.map(({ column }) => column)).toEqual(['Host 2']);
  });

  test.each(['Yale; Johns Hopkins', 'yale / Stanford', 'Johns Hopkins and Yale', 'Yale|Stanford'])(
    'where one cell names both hosts: %s',
    async (host) => {
      const sheet = file(`${HEADER},Specialty,Host`, `${ALICE},ir,${host}`);
      expect((await judged(sheet)).messages.join()).toContain('names two hosts');
    },
  );

  test.each(['Baylor Scott & White', 'Mount Sinai / Elmhurst', 'Brown; 4 weeks'])(
    'but not by a name of its own such as %s',
    async (host) => {
      const sheet = file(`${HEADER},Specialty,Host`, `${ALICE},ir,${host}`);
      expect((await judged(sheet)).messages).toEqual([]);
    },
  );

  test('where its host is missing, at its own column', async () => {
    const sheet = file(
      `${HEADER},Specialty,Host,Host 2,Start 2,End 2`,
      `${ALICE},ir,Brown,,2027-08-02,2027-08-27`,
    );
    expect((await judged(sheet)).messages).toEqual([
      'Line 2, column "Start 2": This line has no host, so it is unclear which rotation it is about.',
    ]);
  });

  test('where a cell of it is wrong, at its own column and once', async () => {
    const sheet = file(
      `${HEADER},Specialty,Host,Host 2,Start 2,End 2`,
      `${ALICE},ir,Brown,Yale,soon,2027-08-27`,
    );
    expect((await judged(sheet)).messages).toEqual([
      expect.stringMatching(/^Line 2, column "Start 2": “soon” is not a calendar day/),
    ]);
  });

  test('where the plan refuses it, at its own column', async () => {
    const sheet = file(
      `${HEADER},Specialty,Host,Start,End,Status,Host 2,Start 2,End 2,Status 2`,
      `${ALICE},ir,Brown,2027-07-05,2027-07-30,collecting,Yale,2027-07-19,2027-08-13,collecting`,
    );
    expect((await judged(sheet)).messages).toEqual([
      expect.stringMatching(
        /^Line 2, column "Start 2": .*overlap your confirmed rotation at Brown/,
      ),
    ]);
  });

  test('with a notice where only the first has a status', async () => {
    const sheet = file(
      `${HEADER},Specialty,Host,Start,End,Status,Host 2,Start 2,End 2`,
      `${ALICE},ir,Brown,2027-07-05,2027-07-30,submitted,Yale,2027-08-02,2027-08-27`,
    );
    expect((await judged(sheet)).notices).toEqual([
      'Line 2, column "Host 2": The rotation at Yale has no status of its own, so it is imported as shortlisted.',
    ]);
  });
});

test('a number that numbers no rotation stays what it is', () => {
  const header = ['First day', 'Last day', 'Match 2028', 'Email 2', 'Step 1', 'Rotation 2'];
  const mapping = suggestMapping(header);
  expect(mapping).toEqual({ start: { column: 'First day' }, end: { column: 'Last day' } });
  expect(mappingsOf(header, mapping, [])).toEqual([mapping]);
});

test('a column that is left out makes no second rotation', () => {
  const header = ['Host', 'Start', 'Host 2', 'Start 2'];
  const mapping = suggestMapping(header);
  expect(mappingsOf(header, mapping, ['Host 2'])).toEqual([mapping]);
});

test.each([
  ['60', '60'],
  ['60.0', '60'],
  ['60,00', '60'],
  ['1,000', undefined],
  ['250.000', undefined],
])('a wait of %s days is %s', async (cell, days) => {
  const sheet = file(`${HEADER},Visa wait`, `${ALICE},"${cell}"`);
  const { people } = await judged(sheet, [], {
    ...suggestMapping(HEADER.split(',')),
    visaWaitDays: { column: 'Visa wait' },
  });
  expect(people[0]?.profile.visaWaitDays?.toString()).toBe(days);
});

test('headers in British spelling are read as ours', () => {
  const mapping = suggestMapping(['Enrolment', 'Programme code', 'Programme Code (ACGME)']);
  expect(mapping).toEqual({
    enrollment: { column: 'Enrolment' },
    programCode: { column: 'Programme code' },
  });
});

describe('a column that nothing reads', () => {
  const unread = (header: string, ...lines: string[]) => {
    const table = readCsv(file(`${HEADER},${header}`, ...lines));
    if (!table.ok) throw new Error('It is no table.');
    return unreadColumns(table.value, [suggestMapping(table.value.header)], []);
  };

  test.each([
    ['Offer valid until', '2027-01-15', 'offerExpiresOn'],
    ['Gradution', '2027-12-15', 'graduationOn'],
    ['Specialy', 'ir', 'specialty'],
    ['Entry into the US', 'waiver', 'entry'],
    ['Notes', 'called, no answer', undefined],
    ['Emergency contact', 'Mother', undefined],
    ['Offer valid until', 'soon', undefined],
  ])('%s with "%s" may be %s', (header, cell, near) => {
    const [column] = unread(header, `${ALICE},"${cell}"`);
    expect(column).toEqual({ column: header, filled: 1, ...(near && { near }) });
  });

  test('is counted by its filled cells, and not named without one', () => {
    expect(unread('Notes,Empty', `${ALICE},a,`, `${ALICE},,`, `${ALICE},b,`)).toEqual([
      { column: 'Notes', filled: 2 },
    ]);
  });

  test('is left alone where an export computed it, and named in a sheet of one’s own', () => {
    const line = `${ALICE},amber`;
    expect(unread('Risk', line).map(({ column }) => column)).toEqual(['Risk']);
    expect(unread('Risk,Applicant ID', `${line},p1`)).toEqual([]);
  });

  test('is named where the same is said for every line instead', async () => {
    const mapping = { ...suggestMapping(HEADER.split(',')), pathway: { always: 'dr-esir' } };
    const { unread: named } = await judged(file(HEADER, ALICE), [], mapping);
    expect(named.map(({ column }) => column)).toEqual(['Pathway']);
  });
});

describe('cells say more than a header', () => {
  const mapped = (header: string, ...lines: string[]) => {
    const table = readCsv(file(`${HEADER.replace('Enrollment', 'Kind')},${header}`, ...lines));
    return table.ok ? mappingFor(table.value) : {};
  };

  test('where each is a value of one other field, and none of this one', () => {
    const { enrollment, mode, status } = mapped('Type,Status', `${ALICE},Observership,Enrolled`);
    expect([enrollment, mode, status]).toEqual([{ column: 'Status' }, undefined, undefined]);
  });

  test('and it is asked about where two other fields take them', async () => {
    const table = readCsv(
      file(HEADER.replace('Enrollment', 'Type'), ALICE.replace('enrolled', 'Observership')),
    );
    const mapping = table.ok ? mappingFor(table.value) : {};
    const unread = table.ok ? unreadColumns(table.value, [mapping], []) : [];
    expect(unread).toEqual([{ column: 'Type', filled: 1, near: 'mode' }]);
  });

  test.each([
    ['one of them fits the header', ['Enrolled', 'submitted']],
    ['one of them fits nothing', ['Enrolled', 'Pending']],
    ['there is none', ['', '']],
  ])('but not where %s', (_, statuses) => {
    const { status } = mapped('Status', ...statuses.map((each) => `${ALICE},${each}`));
    expect(status).toEqual({ column: 'Status' });
  });
});

describe('a header that is read by nothing is asked about', () => {
  test.each([
    ['Emial', 'alice@example.org', 'Email'],
    ['Pathwya', 'dr-esir', 'Pathway'],
    ['Year', '2028', 'Match year'],
    ['Clinical site', 'Brown', 'Host'],
  ])('with what it may mean: %s', async (header, cell, means) => {
    const others = HEADER.split(',').filter((each) => each !== means);
    const cells = ALICE.split(',').filter((_, at) => HEADER.split(',')[at] !== means);
    const { unread } = await judged(file([...others, header].join(), [...cells, cell].join()));
    expect(unread.map(unreadWords)).toEqual([expect.stringContaining(`Did you mean "${means}"?`)]);
  });

  test.each(['GPA', 'Step 2 score', 'Notes'])('without a guess: %s', async (header) => {
    const { unread } = await judged(file(`${HEADER},${header}`, `${ALICE},245`));
    expect(unread).toEqual([{ column: header, filled: 1 }]);
  });
});

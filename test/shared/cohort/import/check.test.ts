/** A sheet judged before anything is written. */
import { describe, expect, test } from 'vitest';
import { suggestMapping } from '#shared/cohort/import/mapping.ts';
import { alice } from '../../../cast.ts';
import { ALICE, BOB, file, HEADER, judged } from './files.ts';

const ROTATION = 'Host,Specialty,First day,Last day,Status';
const WIDE = `${HEADER},${ROTATION}`;

describe('a mapping is suggested', () => {
  test('from headers as people write them, each column once', () => {
    const mapping = suggestMapping(['Full name', 'E-mail', 'TZ', 'Season', 'GPA', 'Start date']);
    expect(mapping).toEqual({
      name: { column: 'Full name' },
      address: { column: 'E-mail' },
      zone: { column: 'TZ' },
      matchYear: { column: 'Season' },
      start: { column: 'Start date' },
    });
  });
});

describe('a line becomes', () => {
  test('a new applicant', async () => {
    expect(await judged(file(HEADER, ALICE))).toMatchObject({
      messages: [],
      outcomes: { added: 1, changed: 0, same: 0 },
    });
  });

  test('words however they are cased, and yes and no', async () => {
    const line = `${ALICE.replace('enrolled', ' Enrolled ')},YES,n`;
    const { people } = await judged(file(`${HEADER},Needs visa,VSLO`, line));
    expect(people[0]?.profile).toMatchObject({
      enrollment: 'enrolled',
      entry: 'visa',
      schoolInVslo: false,
    });
  });

  test.each([
    ['Needs visa', 'yes', 'visa'],
    ['Visa', 'TRUE', 'visa'],
    ['Entry to the US', 'ESTA', 'waiver'],
    ['Entry to the US', 'Permanent resident', 'citizen'],
    ['US entry', 'in the US', 'in-us'],
  ])('how somebody enters: %s, %s is %s', async (header, cell, entry) => {
    const { people, messages, notices } = await judged(
      file(`${HEADER},${header}`, `${ALICE},${cell}`),
    );
    expect([messages, notices, people[0]?.profile.entry]).toEqual([[], [], entry]);
  });

  test('a question where an old sheet says that no visa is needed', async () => {
    const { people, messages, notices } = await judged(file(`${HEADER},Needs visa`, `${ALICE},no`));
    expect(messages).toEqual([]);
    expect(people[0]?.profile).not.toHaveProperty('entry');
    expect(notices).toEqual([
      'Line 2, column "Needs visa": “no” does not say how this person will enter the US, so the plan asks: as a citizen or permanent resident, with legal status, or with a visa waiver.',
    ]);
  });

  test('the same for every line, where the sheet has no column for it', async () => {
    const mapping = {
      ...suggestMapping(['Name', 'Email']),
      zone: { always: 'Asia/Karachi' },
      matchYear: { always: '2028' },
      enrollment: { always: 'graduate' },
      pathway: { always: 'dr-esir' },
    };
    const read = await judged(file('Name,Email', 'Ali,ali@example.org'), [], mapping);
    expect(read.messages).toEqual([]);
    expect(read.people[0]?.profile.zone).toBe('Asia/Karachi');
  });

  test('one person with two rotations, on two lines', async () => {
    const text = file(
      WIDE,
      `${ALICE},Brown,ir,2027-07-05,2027-07-30,submitted`,
      ',alice@example.org,,,,,Yale,dr,2027-09-06,2027-10-01,',
    );
    const { messages, people, outcomes } = await judged(text);
    expect([messages, outcomes?.added, people[0]?.rotations.length]).toEqual([[], 1, 2]);
  });

  test('nothing, where the cohort has all of it already', async () => {
    expect((await judged(file(HEADER, ALICE), [alice()])).outcomes).toMatchObject({ same: 1 });
  });

  test('a change to somebody known, who needs no other field', async () => {
    const read = await judged(file('Email,School', 'alice@example.org,Kerala'), [alice()]);
    expect([read.messages, read.outcomes?.changed]).toEqual([[], 1]);
  });
});

test('a city is read as its time zone', async () => {
  const read = await judged(file(HEADER, ALICE.replace('Asia/Kolkata', '"Pune, India"')));
  expect([read.messages, read.outcomes?.added]).toEqual([[], 1]);
});

describe('a line is refused, with its column', () => {
  test.each([
    ['alice@example.org', 'alice', 'column "Email": “alice” must look like name@example.org'],
    ['alice@example.org', '', 'column "Email": The email address is missing.'],
    ['Asia/Kolkata', 'IST', 'column "Time zone": “IST” must be a city and its country'],
    ['enrolled', 'maybe', 'column "Enrollment": “maybe” is not valid. This column takes enrolled'],
    ['Alice Mathew', '', 'column "Name": Name is missing. A new applicant needs'],
    ['Alice Mathew', 'Alice\u2028Bcc: x', 'column "Name": has a line break or an invisible'],
  ])('for "%s" as "%s"', async (right, wrong, messages) => {
    const read = await judged(file(HEADER, ALICE.replace(right, wrong)));
    expect(read.messages).toEqual([expect.stringContaining(`Line 2, ${messages}`)]);
  });

  test('for a nationality where entry is asked for', async () => {
    const { messages } = await judged(file(`${HEADER},Entry to the US`, `${ALICE},India`));
    expect(messages).toEqual([
      'Line 2, column "Entry to the US": “India” is not valid. This column takes citizen (or permanent resident), in-us, visa, or waiver.',
    ]);
  });

  test.each([
    ['an address twice', ALICE, ALICE, 'Line 3, column "Email": This address is already on line 2'],
    ['an address cased otherwise', ALICE, ALICE.replace('alice@', 'ALICE@'), 'already on line 2'],
  ])('for %s', async (_, one, two, messages) => {
    expect((await judged(file(HEADER, one, two))).messages).toEqual([
      expect.stringContaining(messages),
    ]);
  });

  test('for two people at one address, in the file or on a plan', async () => {
    const text = file(
      WIDE,
      `${ALICE},Brown,ir,,,`,
      `${ALICE.replace('Alice Mathew', 'Ben Osei')},Yale,ir,,,`,
    );
    expect((await judged(text)).messages).toEqual([
      'Line 3, column "Name": Line 2 has another name at the same address. Two people need two addresses.',
    ]);
    const onPlan = await judged(file(HEADER, ALICE.replace('Alice Mathew', 'Ben Osei')), [alice()]);
    expect(onPlan.messages).toEqual([
      expect.stringContaining(
        'This address is Alice Mathew’s in this cohort. Two people need two addresses. If the name changed',
      ),
    ]);
    const married = await judged(file(HEADER, ALICE.replace('Mathew', 'Tane')), [alice()]);
    expect([married.messages, married.outcomes?.changed]).toEqual([[], 1]);
  });

  test('for two lines that disagree about one person', async () => {
    const other = ALICE.replace('2028', '2029');
    const text = file(WIDE, `${ALICE},Brown,ir,,,`, `${other},Yale,ir,,,`);
    expect((await judged(text)).messages).toEqual([
      'Line 3, column "Match year": This contradicts line 2, which is about the same person.',
    ]);
  });

  test.each([
    [
      'a day written another way',
      'Brown,ir,7/5/2027,2027-07-30,',
      '“7/5/2027” can be Mon, Jul 5, 2027 or Fri, May 7, 2027',
    ],
    ['a last day too early', 'Brown,ir,2027-07-30,2027-07-05,', 'The last day is before the first'],
    ['a last day alone', 'Brown,ir,,2027-07-05,', 'The first day is missing.'],
    ['a first day alone', 'Brown,ir,2027-07-05,,', 'The last day is missing.'],
    ['no host', ',ir,,,', 'This line has no host'],
    ['no specialty', 'Brown,,,,', 'The specialty is missing'],
    ['an application without days', 'Brown,ir,,,submitted', 'needs the first and last day'],
    ['a status that is none', 'Brown,ir,,,soon', 'column "Status": “soon” is not valid'],
  ])('for a rotation with %s', async (_, rotation, messages) => {
    const read = await judged(file(WIDE, `${ALICE},${rotation}`));
    expect(read.messages).toEqual([expect.stringContaining(messages)]);
  });

  test('when two confirmed rotations share a day, as a plan would refuse it', async () => {
    const text = file(
      WIDE,
      `${ALICE},Brown,ir,2027-07-05,2027-07-30,collecting`,
      `${ALICE},Yale,ir,2027-07-26,2027-08-20,collecting`,
    );
    expect((await judged(text)).messages).toEqual([
      expect.stringContaining('overlap your confirmed rotation at Brown'),
    ]);
  });

  test('and a doubled address beside what is wrong with its first line', async () => {
    const { messages } = await judged(file(HEADER, ALICE.replace('2028', 'x'), ALICE));
    expect(messages.map((each) => each.slice(0, 6))).toEqual(['Line 2', 'Line 3']);
  });

  test('and every one of them is named, by line', async () => {
    const wrong = ALICE.replace('2028', 'x').replace('enrolled', 'y');
    const { messages } = await judged(file(HEADER, wrong, BOB, BOB.replace('bob@', 'bob')));
    expect(messages.map((each) => each.slice(0, 6))).toEqual(['Line 2', 'Line 2', 'Line 4']);
  });
});

describe('a rotation', () => {
  const onPlan = (status: string, days = '2027-07-05,2027-07-30') =>
    judged(file(WIDE, `${ALICE},Brown,ir,${days},${status}`));

  test.each([
    '',
    'shortlisted',
    'preparing',
    'submitted',
    'waitlisted',
    'offered',
    'collecting',
    'upcoming',
  ])('can be taken over as "%s"', async (status) => {
    expect((await onPlan(status)).messages).toEqual([]);
  });

  test('of the past stands where its days put it', async () => {
    expect((await onPlan('waiting', '2026-07-06,2026-07-31')).messages).toEqual([]);
  });

  test('that ended with its letter is left out, which is said', async () => {
    const read = await onPlan('closed', '2026-07-06,2026-07-31');
    expect([read.messages, read.notices]).toEqual([[], [expect.stringContaining('is left out')]]);
  });
});

describe('one name at two addresses', () => {
  const twins = file(
    HEADER,
    `Ana Ruiz${ALICE.slice(12)}`,
    `RUIZ Aña,ana@example.net${ALICE.slice(30)}`,
  );

  test('is asked about, never joined', async () => {
    const { questions, people } = await judged(twins);
    expect([people.length, questions.map(({ key }) => key)]).toEqual([2, ['who.3']]);
    expect(questions[0]?.message).toContain(
      'is also on line 2, with the address alice@example.org',
    );
  });

  test('is two people once that is said, and two names are two from the start', async () => {
    const said = await judged(twins, [], undefined, { 'who.3': 'second' });
    expect([said.questions, said.outcomes?.added]).toEqual([[], 2]);
    expect((await judged(file(HEADER, ALICE, BOB))).questions).toEqual([]);
  });

  test('is still asked about where only rotations were answered', async () => {
    const { questions } = await judged(twins, [], undefined, { all: 'second', '3': 'second' });
    expect(questions).toHaveLength(1);
  });
});

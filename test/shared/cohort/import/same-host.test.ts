/** A line at a host where its person has an open rotation: the same one on other days, or a second one. */
import { describe, expect, test } from 'vitest';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { alice } from '../../../cast.ts';
import { rotation } from '../../agenda/plans.ts';
import { ALICE, file, HEADER, judged } from './files.ts';

const WIDE = `${HEADER},Host,Specialty,First day,Last day`;
const MOVED = `${ALICE},Brown,ir,2027-08-02,2027-08-27`;

/** Alice with one rotation at Brown, July 5 to 30, 2027, unless it is said otherwise. */
function aliceAt(...of: Partial<Rotation>[]): Applicant {
  const person = alice();
  const rotations = of.map((each, index) => rotation({ id: `r${index + 1}`, ...each }));
  return { ...person, facts: { ...person.facts, rotations } };
}

describe('is a question', () => {
  test('that names the days on the plan and those of the sheet', async () => {
    const { messages, questions, outcomes } = await judged(file(WIDE, MOVED), [aliceAt({})]);
    expect([messages, outcomes]).toEqual([[], { added: 0, changed: 0, same: 0 }]);
    expect(questions).toEqual([
      {
        line: 2,
        column: 'Host',
        key: '2',
        message:
          'The plan has an open rotation there: Brown, Mon, Jul 5, 2027 to Fri, Jul 30, 2027. Is this the same rotation, now Mon, Aug 2, 2027 to Fri, Aug 27, 2027, or a second one?',
        candidates: [{ id: 'r1', text: 'Brown, Mon, Jul 5, 2027 to Fri, Jul 30, 2027' }],
      },
    ]);
  });

  test.each<[string, string, Partial<Rotation>]>([
    ['under another of its names', 'Brown University', {}],
    ['in another case', 'BROWN', {}],
    [
      'by the directory',
      'Yale School of Medicine',
      { host: { name: 'Yale', institutionId: 'yale' } },
    ],
    ['in another specialty', 'Brown', { specialty: 'dr' }],
    ['while the plan has no days', 'Brown', { dates: undefined as never }],
    ['that was accepted', 'Brown', { stage: 'documents', status: 'collecting' }],
  ])('%s: %s', async (_, host, of) => {
    const line = MOVED.replace('Brown', host);
    const { questions } = await judged(file(WIDE, line), [aliceAt(of)]);
    expect(questions).toHaveLength(1);
  });

  test('that names each of several', async () => {
    const september = { dates: { start: '2027-09-06', end: '2027-10-01' } } as const;
    const { questions } = await judged(file(WIDE, MOVED), [aliceAt({}, september)]);
    expect(questions[0]?.candidates.map(({ id }) => id)).toEqual(['r1', 'r2']);
    const vague = await judged(file(WIDE, MOVED), [aliceAt({}, september)], undefined, {
      2: 'moved',
    });
    expect(vague.questions).toHaveLength(1);
  });
});

describe('is none', () => {
  test.each<[string, string, Partial<Rotation>]>([
    ['on the same first day', MOVED.replace('2027-08-02', '2027-07-05'), {}],
    ['once the rotation is closed', MOVED, { stage: 'closed', status: 'closed' }],
    ['at another host', MOVED.replace('Brown', 'Yale'), {}],
    ['without days, which says nothing new', `${ALICE},Brown,ir,,`, {}],
  ])('%s', async (_, line, of) => {
    const { questions, messages } = await judged(file(WIDE, line), [aliceAt(of)]);
    expect([messages, questions]).toEqual([[], []]);
  });

  test('where the sheet has the one on the plan on a line of its own', async () => {
    const both = file(WIDE, `${ALICE},Brown,ir,2027-07-05,2027-07-30`, MOVED);
    const { questions, rotations } = await judged(both, [aliceAt({})]);
    expect([questions, rotations]).toEqual([[], { added: 1, changed: 0, same: 1 }]);
  });

  test('for a new person, whose two lines are two rotations', async () => {
    const both = file(WIDE, `${ALICE},Brown,ir,2027-07-05,2027-07-30`, MOVED);
    expect((await judged(both)).rotations).toEqual({ added: 2, changed: 0, same: 0 });
  });
});

describe('is answered', () => {
  test.each([
    ['moved', { added: 0, changed: 1, same: 0 }],
    ['r1', { added: 0, changed: 1, same: 0 }],
    ['second', { added: 1, changed: 0, same: 0 }],
  ])('by %s', async (answer, rotations) => {
    const read = await judged(file(WIDE, MOVED), [aliceAt({})], undefined, { 2: answer });
    expect([read.messages, read.questions, read.rotations]).toEqual([[], [], rotations]);
  });

  test('by no rotation of another host, nor by one that is not there', async () => {
    const person = aliceAt({}, { host: { name: 'Yale' } });
    for (const answer of ['r2', 'r9', 'yes']) {
      const { questions } = await judged(file(WIDE, MOVED), [person], undefined, { 2: answer });
      expect(questions).toHaveLength(1);
    }
  });

  test('for all, but not for two lines that would be the same one', async () => {
    const two = file(WIDE, MOVED, `${ALICE},Brown,ir,2027-09-06,2027-10-01`);
    const all = await judged(two, [aliceAt({})], undefined, { all: 'moved' });
    expect(all.questions.map(({ key, candidates }) => [key, candidates])).toEqual([['3', []]]);
    const answers = { all: 'moved', 3: 'second' };
    const { rotations } = await judged(two, [aliceAt({})], undefined, answers);
    expect(rotations).toEqual({ added: 1, changed: 1, same: 0 });
  });

  test('for all, where a line without days still says nothing new', async () => {
    const plain = file(WIDE, `${ALICE},Brown,ir,,`);
    const { rotations } = await judged(plain, [aliceAt({})], undefined, { all: 'second' });
    expect(rotations).toEqual({ added: 0, changed: 0, same: 1 });
  });

  test('for the second rotation of a line by itself', async () => {
    const sheet = file(
      `${WIDE},Host 2,Start 2,End 2`,
      `${ALICE},Yale,ir,2027-07-05,2027-07-30,Brown,2027-08-02,2027-08-27`,
    );
    const asked = await judged(sheet, [aliceAt({})]);
    expect(asked.questions.map(({ key, column }) => [key, column])).toEqual([['2.2', 'Host 2']]);
    const read = await judged(sheet, [aliceAt({})], undefined, { '2.2': 'moved' });
    expect(read.rotations).toEqual({ added: 1, changed: 1, same: 0 });
  });
});

/** What several rules see of one matter is one sentence, and every code still stands beside it. */
import { expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import { causesOf } from '#shared/cohort/risk/causes.ts';
import { sentenceOf } from '#shared/cohort/risk/finding.ts';
import type { Summary } from '#shared/people/outlook/summary.ts';
import { due, letter, noonOf, risksOn, rotation, row } from '../rows.ts';

const outlook = (...dues: ReturnType<typeof due>[]) => ({
  outlook: { at: noonOf('2027-01-01'), due: dues, followed: {} },
});
const told = (day: Day, of: Summary) =>
  causesOf(risksOn(day, of)).map((cause) => [
    cause.codes.join(' '),
    cause.level,
    sentenceOf(cause),
  ]);

/** One letter, due and declined, of the only US IR rotation. */
const declined = row({
  activeOn: '2027-09-20',
  rotations: [rotation({ letters: [letter({ status: 'declined', since: '2027-09-10' })] })],
});

test('a writer who declined, the letter that lacks and its date are one thing, and nobody calls the writer', () => {
  const { rotationId: _, ...ofPerson } = due('2027-09-21', { rule: 'G10', title: 'a letter' });
  const of = { ...declined, ...outlook(ofPerson) };
  expect(told('2027-09-23', of)).toEqual([
    [
      'D1 L1 L2',
      'red',
      'No letter from a US IR rotation, program review yesterday; Prof. Wren declined, and no one else has been asked: ask another writer from that rotation.',
    ],
  ]);
  const [cause] = causesOf(risksOn('2027-09-23', of));
  expect(cause?.owner).toBe('applicant');
  expect(cause?.words().data).toEqual([
    expect.stringContaining('programs review from Wed, Sep 22, 2027'),
    'Prof. Wren, Brown: declined since Fri, Sep 10, 2027',
    expect.stringContaining('L2: Prof. Wren declined to write the letter from Brown'),
    expect.stringContaining('D1: A letter was due on Tue, Sep 21, 2027 and is still open'),
    expect.stringContaining('due Tue, Sep 21, 2027, official: host page'),
  ]);
});

test('a window, a safe day and a plan past saving are one thing of one rotation', () => {
  const chosen = (id: string, host: string) =>
    rotation({
      id,
      host,
      stage: 'apply',
      status: 'preparing',
      start: id === 'r2' ? '2027-05-03' : '2027-06-07',
      end: id === 'r2' ? '2027-05-28' : '2027-07-02',
      outlook: {
        waitingOn: 'applicant',
        waitingSince: '2027-01-04',
        safe: { step: 'apply', day: '2027-01-11' },
        last: { step: 'apply', day: '2027-01-18' },
      },
    });
  const of = row({
    activeOn: '2027-02-01',
    rotations: [rotation(), chosen('r2', 'Yale'), chosen('r3', 'Penn')],
    ...outlook(due('2027-01-25', { rotationId: 'r2' })),
  });
  expect(told('2027-02-01', of).map(([codes, , says]) => [codes, says])).toEqual([
    ['D1 D2 P1', expect.stringContaining('The rotation at Yale can no longer be done as planned')],
    ['D2 P1', expect.stringContaining('The rotation at Penn can no longer be done as planned')],
  ]);
});

test('two silent writers of two rotations stay two things', () => {
  const silent = (id: string, writer: string) =>
    rotation({ id, letters: [letter({ writer, status: 'asked', since: '2027-02-01' })] });
  const of = row({
    activeOn: '2027-03-01',
    rotations: [silent('r1', 'Dr Yu'), silent('r2', 'Dr Ito')],
  });
  expect(told('2027-03-01', of).map(([, , says]) => says)).toEqual([
    'Dr Yu has not answered for 28 days: have the applicant ask in person.',
    'Dr Ito has not answered for 28 days: have the applicant ask in person.',
  ]);
});

test('what is blocked outside is never told with what is red', () => {
  const of = row({
    activeOn: '2027-03-16',
    rotations: [
      rotation({
        stage: 'documents',
        status: 'collecting',
        start: '2027-06-07',
        end: '2027-07-02',
        outlook: {
          waitingOn: 'visa',
          waitingSince: '2027-01-04',
          last: { step: 'visa', day: '2027-03-01' },
        },
      }),
    ],
  });
  expect(told('2027-03-16', of).map(([codes, level]) => [codes, level])).toEqual([
    ['P1', 'red'],
    ['X1', 'blue'],
  ]);
});

test('nobody at risk has no cause', () => {
  expect(causesOf([])).toEqual([]);
});

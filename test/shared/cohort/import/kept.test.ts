/** What a line says of something that is on the plan already, and its owner keeps otherwise: shown, never dropped in silence. */
import { describe, expect, test } from 'vitest';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { alice } from '../../../cast.ts';
import { rotation } from '../../agenda/plans.ts';
import { ALICE, BOB, file, HEADER, judged } from './files.ts';

const WIDE = `${HEADER},Host,Specialty,First day,Last day,Status,Offer expires,Checklist,Letters`;
const AT_BROWN = `${ALICE},Brown,ir,2027-07-05,2027-07-30`;

/** Alice with her month at Brown, July 5 to 30, 2027. */
function aliceAtBrown(of: Partial<Rotation> = {}): Applicant {
  const person = alice();
  return { ...person, facts: { ...person.facts, rotations: [rotation({ id: 'r1', ...of })] } };
}

const noticesOf = async (line: string, of?: Partial<Rotation>) => {
  const { messages, notices, rotations } = await judged(file(WIDE, line), [aliceAtBrown(of)]);
  return { messages, notices, rotations };
};

describe('a rotation on the plan is its owner’s, and the sheet’s other word for it is shown', () => {
  test('its status and its offer’s day', async () => {
    const { messages, notices, rotations } = await noticesOf(`${AT_BROWN},offered,2027-01-15,,`);
    expect([messages, rotations]).toEqual([[], { added: 0, changed: 0, same: 1 }]);
    expect(notices).toEqual([
      'Line 2: Not imported from this line: Status (offered), Offer expires (2027-01-15). The rotation is already on the plan, and its owner keeps it up to date.',
    ]);
  });

  test.each([
    ['its specialty', AT_BROWN.replace(',ir,', ',dr,'), 'Specialty (dr)'],
    ['a document', `${AT_BROWN},,,tb | cleared,`, 'Checklist (tb)'],
    ['a letter', `${AT_BROWN},,,,Prof. Wren | ir | uploaded`, 'Letters (Prof. Wren)'],
  ])('%s', async (_, line, messages) => {
    const { notices } = await noticesOf(filled(line));
    expect(notices.join()).toContain(messages);
  });

  test('what moved with it, too', async () => {
    const moved = `${AT_BROWN.replace('07-30', '08-06')},offered,2027-01-15,,`;
    const { notices, rotations } = await noticesOf(moved);
    expect(rotations).toEqual({ added: 0, changed: 1, same: 0 });
    expect(notices.join()).toContain('Status (offered), Offer expires (2027-01-15)');
  });
});

test('papers and letters of a plan that has started belong to its owner, too', async () => {
  const header = `${HEADER},Papers,Own letters,ERAS submitted`;
  const line = `${ALICE},tb | issued 2027-01-04,Dr. Osei | research | agreed,2027-09-03`;
  const { notices } = await judged(file(header, line), [aliceAtBrown()]);
  expect(notices.join()).toContain('Papers (tb), Own letters (Dr. Osei), ERAS submitted');
});

describe('nothing is shown', () => {
  test('where the sheet says what the plan says', async () => {
    const offer = { status: 'offered', offer: { expiresOn: '2027-01-15' } } as const;
    expect((await noticesOf(`${AT_BROWN},offered,2027-01-15,,`, offer)).notices).toEqual([]);
  });

  test('where its cells are empty', async () => {
    expect((await noticesOf(`${AT_BROWN},,,,`)).notices).toEqual([]);
  });

  test('of a new person, all of whose cells are taken', async () => {
    const line = `${BOB},Brown,ir,2027-07-05,2027-07-30,offered,2027-01-15,,`;
    const { messages, notices } = await judged(file(WIDE, line));
    expect([messages, notices]).toEqual([[], []]);
  });
});

/** With as many cells as the header. */
function filled(line: string): string {
  return line + ','.repeat(WIDE.split(',').length - line.split(',').length);
}

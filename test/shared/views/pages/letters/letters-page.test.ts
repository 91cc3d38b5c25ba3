/** What a writer reads of a letter whose day has passed: nothing that they were told before is contradicted. */
import { expect, test } from 'vitest';
import { letterPaths } from '#shared/base/links/urls.ts';
import { EASTERN, instantAt } from '#shared/base/time/instant.ts';
import { newWriter } from '#shared/people/person/writer.ts';
import { heldLetter } from '#shared/people/writer/held.ts';
import type { Letter } from '#shared/plan/facts/letter.ts';
import { lettersPage } from '#shared/views/pages/letters/letters-page.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice } from '../../../../cast.ts';

const NOW = instantAt('2027-12-24', '09:00', EASTERN);
const OSEI = newWriter({ id: 'w1', name: 'Dr. Osei', address: 'osei@example.org' }, NOW);
const LATE: Letter = {
  id: 'mentor',
  writer: { name: OSEI.name, address: OSEI.address, specialty: 'research' },
  status: 'not-progressing',
  askedOn: '2027-11-01',
  since: instantAt('2027-12-05', '20:00', EASTERN),
};

test('a Letter ID stays on the page when the day has passed', () => {
  const page = pageOf({ ...LATE, erasLetterId: 'DEMO5678' });
  expect(page).toContain('DEMO5678');
  expect(page).toContain('Report the upload here.');
});

test('no other day than the one they were told is shown, and ERAS is not said to open', () => {
  const page = pageOf(LATE);
  expect(page).toContain('The due date has passed.');
  expect(page).not.toContain('class="when"');
  expect(page).not.toContain('ERAS opens on');
  expect(page).toContain('will send the Letter Request Form');
});

test('before an answer, the page says what the email says: that the applicant reports an agreement', () => {
  const { status: _, ...letter } = LATE;
  const page = pageOf({ ...letter, status: 'agreed' });
  expect(page).toContain('says you agreed to write it. Is this day possible?');
  expect(page).not.toContain('Waiting for your answer');
});

test('the first press is to agree to a day, and once that is answered, to report the upload', () => {
  const { status: _, ...letter } = LATE;
  const firstButton = (of: Partial<Letter>) =>
    /<button>([^<]*)/.exec(pageOf({ ...letter, status: 'requested', ...of }))?.[1];
  expect(firstButton({})).toBe('I will write it');
  expect(firstButton({ promised: { by: '2027-12-28', on: '2027-12-20' } })).toBe('It is uploaded');
});

function pageOf(letter: Letter): string {
  const applicant = alice({ facts: { ...alice().facts, letters: [letter] } });
  const held = heldLetter(OSEI, applicant, letter.id, PUBLISHED_WORLD);
  if (!held) throw new Error('Dr. Osei does not hold it.');
  return lettersPage({
    writer: OSEI,
    letters: [held],
    now: NOW,
    paths: letterPaths('token'),
    unsubscribe: '/s/token',
    newId: () => 'u1',
  });
}

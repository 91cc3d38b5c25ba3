import { expect, test } from 'vitest';
import { datesMoved, inDays, type Person, person, sweepUntil } from './people.ts';
import { agreed } from './stage.ts';

test('a rejected rotation waits out its undo day in Closed', async () => {
  const bob = await person('bob');
  const rotation = await bob.adds();
  await bob.reports(rotation, { type: 'applied' });
  await bob.reports(rotation, { type: 'rejected' });
  const item = await agreed(bob.id, rotation);
  expect(item.runs[rotation]?.wait).toMatchObject({ stage: 'closed' });
  expect(await bob.tries(rotation, { type: 'applied' })).toBe(409);
});

test('an undo takes the execution back with the rotation', async () => {
  const bob = await person('bob');
  const rotation = await bob.adds();
  await bob.reports(rotation, { type: 'applied' });
  await agreed(bob.id, rotation);
  await bob.reports(rotation, { type: 'undone' });
  const item = await agreed(bob.id, rotation);
  expect(item.runs[rotation]?.wait?.stage).toBe('identify');
});

test('the undo of a closing wakes the rotation up again', async () => {
  const bob = await person('bob');
  const rotation = await bob.adds();
  await bob.reports(rotation, { type: 'applied' });
  await bob.reports(rotation, { type: 'withdrawn' });
  await agreed(bob.id, rotation);
  await bob.reports(rotation, { type: 'undone' });
  const item = await agreed(bob.id, rotation);
  expect(item.runs[rotation]?.wait?.stage).toBe('apply');
});

test('a letter that was declined is asked of a second writer', async () => {
  const carol = await person('carol');
  const rotation = await finished(carol);
  const first = await ask(carol, rotation, 'Prof. Wren');
  await carol.reports(rotation, { type: 'letter-declined', letterId: first });
  await agreed(carol.id, rotation);
  const second = await ask(carol, rotation, 'Dr. Finch');
  await carol.reports(rotation, { type: 'letter-agreed', letterId: second });
  await agreed(carol.id, rotation);
  await carol.reports(rotation, { type: 'letter-uploaded', letterId: second });
  const item = await agreed(carol.id, rotation);
  expect(item.runs[rotation]?.wait?.stage).toBe('letter-received');
  expect(item.facts.rotations[0]?.letters.map(({ status }) => status)).toEqual([
    'declined',
    'uploaded',
  ]);
});

/** Her rotation, over since yesterday by the sweep's own moves. */
async function finished(who: Person): Promise<string> {
  const rotation = await who.adds();
  await who.reports(rotation, { type: 'applied' });
  await who.reports(rotation, { type: 'offered' });
  await who.reports(rotation, { type: 'accepted' });
  await agreed(who.id, rotation);
  await who.plants((item) => ({
    ...datesMoved(item, rotation, inDays(-30), inDays(-2)),
    dueAt: item.createdAt,
  }));
  await sweepUntil(
    who,
    'the rotation is over',
    ({ facts }) => facts.rotations[0]?.stage === 'request-letter',
  );
  await agreed(who.id, rotation);
  return rotation;
}

async function ask(who: Person, rotation: string, name: string): Promise<string> {
  await who.reports(rotation, { type: 'letter-asked', writer: { name, specialty: 'ir' } });
  const letter = (await who.rotation(rotation)).letters.at(-1);
  if (!letter) throw new Error('No letter was asked for.');
  return letter.id;
}

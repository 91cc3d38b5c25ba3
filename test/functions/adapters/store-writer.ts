/**
 * A process of its own for the store's tests: `store-writer.ts FILE put` writes new people, each with an email, until it
 * is killed; `store-writer.ts FILE add COUNT` raises Alice's revision COUNT times. It says each write once it is done.
 */
import { writeSync } from 'node:fs';
import { openSqliteStore } from '#functions/adapters/sqlite-store.ts';
import { alice, MONDAY } from '../../cast.ts';

const [, , file = '', task = '', count = '0'] = process.argv;
const store = openSqliteStore(file);

if (task === 'put') await putForever();
else await addToAlice(Number(count));

async function putForever(): Promise<void> {
  for (let n = 0; ; n += 1) {
    const id = `p${n}`;
    await store.write(alice({ id }), {
      personId: id,
      n: 1,
      at: MONDAY,
      to: 'a@example.org',
      subject: 's',
      raw: 'r',
    });
    say(id);
  }
}

async function addToAlice(times: number): Promise<void> {
  for (let added = 0; added < times; ) {
    const item = await store.read('applicant', 'alice');
    if (!item) throw new Error('Alice is missing.');
    const { written } = await store.write({ ...item, revision: item.revision + 1 });
    if (written) added += 1;
  }
  say('done');
}

// Straight to the pipe: what a killed process had only buffered, it had not said.
function say(word: string): void {
  writeSync(1, `${word}\n`);
}

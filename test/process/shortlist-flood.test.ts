/** Thirty different lists at once, from one place: every other page is answered meanwhile. */
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import {
  freePort,
  killLeftovers,
  type ServerProcess,
  startServer,
  temporaryFolder,
} from './server-process.ts';

const COSTLY =
  'pathway=independent&enrollment=enrolled&rotationsWished=4&schoolInVslo=no&month.2027-01=yes&month.2027-02=yes&month.2027-03=yes&month.2027-04=yes&month.2027-05=yes&month.2027-06=yes&month.2027-07=yes&month.2027-08=yes';

let folder: ReturnType<typeof temporaryFolder>;
let server: ServerProcess;
beforeEach(async () => {
  folder = temporaryFolder();
  server = await startServer({ PORT: await freePort(), AWAY_DATA: folder.path });
});
afterEach(async () => {
  await server.kill();
  folder.remove();
});
afterAll(killLeftovers);

test('the server stays healthy, and says to whom it makes no list now', async () => {
  const flood = Array.from({ length: 30 }, (_, at) =>
    fetch(`${server.url}/shortlist?matchYear=${2028 + at}&${COSTLY}`).then(({ status }) => status),
  );
  const answered: string[] = [];
  const lists = Promise.all(flood).then(() => answered.push('lists'));
  for (const path of ['/healthz', '/programs', '/start']) {
    expect((await fetch(`${server.url}${path}`)).status).toBe(200);
    answered.push(path);
  }
  await lists;
  expect(answered.at(-1)).toBe('lists');
  const statuses = await Promise.all(flood);
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(0);
  expect(new Set(statuses)).toEqual(new Set([200, 503]));
});

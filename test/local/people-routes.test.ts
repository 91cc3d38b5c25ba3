import { expect, test } from 'vitest';
import { smallDemo, withOffer } from './small-demo.ts';

test('the front page says that this is a demo, and whom to look at for what', async () => {
  const demo = await smallDemo();
  const page = await (await demo.get('/')).text();
  expect(page).toContain('This is a demo');
  expect(page).toContain('href="/as/alice"');
  expect(page).toContain('href="/people"');
});

test('the people’s page names each person, their stages, and their emails', async () => {
  const demo = await smallDemo();
  await withOffer(demo, '2026-12-04');
  const page = await (await demo.get('/people')).text();
  expect(page).toContain('Alice Mathew');
  expect(page).toContain('Brown: offered, waiting for the applicant’s answer');
  expect(page).toContain('no email is sent');
});

test('a name opens the person’s plan by a new link, and changes nothing', async () => {
  const demo = await smallDemo();
  await withOffer(demo, '2026-12-04');
  const before = await demo.store.read('applicant', 'alice');
  const answer = await demo.get('/as/alice');
  expect(answer.status).toBe(303);
  const plan = await demo.get(String(answer.headers.get('location')));
  expect(plan.status).toBe(200);
  expect(await demo.store.read('applicant', 'alice')).toEqual(before);
});

test.each(['/as/nobody', '/as/', '/no/such/page'])('%s is not found', async (path) => {
  const demo = await smallDemo();
  const answer = await demo.get(path);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('Away Rotations');
});

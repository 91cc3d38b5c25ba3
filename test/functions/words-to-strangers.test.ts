/** What an applicant types is emailed to letter writers who never wrote to us: it leads nowhere else. */
import { describe, expect, test } from 'vitest';
import { readCell } from '#shared/cohort/import/read-cell.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { eventSchema } from '#shared/people/person/event.ts';
import { aliceFacts, NOVEMBER, storyOf } from '../shared/plan/moves/stories.ts';
import { webStage } from './web-stage.ts';

const START = {
  name: 'Radha Iyer',
  address: 'radha@example.org',
  zone: 'Asia/Kolkata',
  matchYear: '2028',
  enrollment: 'enrolled',
  pathway: 'integrated-ir',
};
const ELSEWHERE = [
  ['Win a visa at evil.example', 'contains a web address (“evil.example”)'],
  ['Ann evil[.]com', 'contains a web address (“evil.com”)'],
  ['write to ann@evil.example', 'contains an email address (“ann@evil.example”)'],
  ['call +1 212 555 0100', 'contains a phone number (“+1 212 555 0100”)'],
] as const;

describe('a plan is not started', () => {
  test.each(ELSEWHERE)('under the name %s', async (name, message) => {
    const stage = webStage(NOVEMBER);
    const answer = await stage.post('/start', { ...START, name });
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining(`Your name ${message}`),
    ]);
    expect((await stage.store.due('2099-01-01T00:00:00.000Z', 10)).rows).toEqual([]);
  });

  test.each([['Dr. A.B. Smith, M.D.'], ['Anna-Lena Müller 2nd'], ['محمد علي']])(
    'but under the name %s it is',
    async (name) => {
      const stage = webStage(NOVEMBER);
      expect((await stage.post('/start', { ...START, name })).status).toBe(200);
      expect((await stage.store.due('2099-01-01T00:00:00.000Z', 10)).rows).toHaveLength(1);
    },
  );
});

describe('on the plan', () => {
  const SEEN = { type: 'letter-contact', agreedInPerson: 'yes', address: 'osei@example.org' };
  const FORMS: [string, string, string, (text: string) => Record<string, string>][] = [
    [
      'the applicant’s name',
      '',
      'Your name',
      (text) => ({ type: 'profile-changed', 'profile.name': text }),
    ],
    [
      'a host',
      '',
      'Host',
      (text) => ({
        type: 'rotation-added',
        'rotation.host.name': text,
        'rotation.specialty': 'ir',
        'rotation.mode': 'hands-on',
        'rotation.route': 'institution',
        'rotation.country': 'US',
      }),
    ],
    [
      'a writer’s name',
      '/r/plan',
      'Writer’s name',
      (text) => ({ type: 'letter-asked', 'writer.name': text, 'writer.specialty': 'ir' }),
    ],
    [
      'what the writer saw',
      '/r/plan',
      'What the writer saw of your work',
      (text) => ({ ...SEEN, letterId: 'mentor', seen: text }),
    ],
  ];

  test.each(FORMS)('%s leads nowhere', async (_, path, label, form) => {
    for (const [text, message] of ELSEWHERE) {
      const { person, send } = await stage();
      const before = JSON.stringify(await person());
      const answer = await send(path, form(text));
      const page = await answer.text();
      expect([text, answer.status]).toEqual([text, 422]);
      // What someone saw is asked for patient data first, and an address or a number could be a patient's.
      const isNote = label.startsWith('What') && !message.includes('web');
      expect(page).toContain(isNote ? label : `${label} ${message}`);
      expect(JSON.stringify(await person())).toBe(before);
    }
  });

  test.each(FORMS)('%s holds plain words and numbers', async (_, path, __, form) => {
    const { send } = await stage();
    const answer = await send(
      path,
      form('St. Mary’s: 14 cases in 4 weeks, 3-5 cases a day, PGY-2, 24/7'),
    );
    expect(answer.status).toBe(303);
  });
});

test('a writer hands a letter to nobody whose name leads elsewhere', () => {
  const of = { type: 'letter-handed-over', rotationId: 'plan', letterId: 'mentor' };
  const nameOf = (name: string) =>
    eventSchema.safeParse({ ...of, coordinator: { name, address: 'jo@example.org' } }).success;
  expect([nameOf('Jo Ford'), nameOf('Jo at evil.example')]).toEqual([true, false]);
});

test('a sheet names the cell', () => {
  expect(readCell('name', 'Ann Lee')).toMatchObject({ ok: true });
  expect(readCell('host', 'St. Mary’s Hospital')).toMatchObject({ ok: true });
  for (const field of ['name', 'host'] as const) {
    const read = readCell(field, 'Win at evil.example');
    expect(read).toMatchObject({ ok: false });
    expect(read.ok ? '' : read.failure).toContain('contains a web address (“evil.example”)');
  }
  expect(readCell('letters', 'Prof. Wren | ir | asked')).toMatchObject({ ok: true });
  expect(readCell('letters', 'evil.example | ir | asked')).toMatchObject({ ok: false });
});

async function stage() {
  const made = webStage(NOVEMBER);
  const letter = {
    id: 'mentor',
    writer: { name: 'Dr. Osei', specialty: 'research' },
    status: 'asked',
    askedOn: '2026-11-20',
    since: NOVEMBER,
  } as const;
  await made.add('alice', { ...storyOf(undefined, aliceFacts()).facts, letters: [letter] });
  const plan = `/a/${await made.token({ personId: 'alice' })}`;
  return {
    person: async () => (await made.person('alice')) as Applicant,
    send: (path: string, fields: Record<string, string>) =>
      made.post(plan + path, { update: 'u1', revision: '0', ...fields }),
  };
}

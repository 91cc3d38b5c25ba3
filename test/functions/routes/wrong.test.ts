/** Anybody says that a line is wrong, and reads the answer on the page that thanked them. */
import { describe, expect, test } from 'vitest';
import { WRONG_PATH, wrongLinePath } from '#shared/base/links/urls.ts';
import { answeredDoubt, NO_DOUBTS, withDoubt } from '#shared/world/corrections/doubts.ts';
import { MONDAY } from '../../cast.ts';
import { webStage } from '../web-stage.ts';

const YALE = { subject: 'hosts/yale-us-electives', line: 'International students' };
const SENTENCE = 'The page of the registrar says otherwise since October.';

async function doubts(stage: ReturnType<typeof webStage>) {
  return (await stage.store.read('doubts', 'all'))?.doubts ?? [];
}

describe('a line that is wrong', () => {
  test('is asked about by one link, which changes nothing', async () => {
    const stage = webStage(MONDAY);
    const page = await (await stage.get(wrongLinePath(YALE.subject, YALE.line))).text();
    expect(page).toContain('International students');
    expect(page).toContain('You need no account');
    expect(await doubts(stage)).toEqual([]);
  });

  test('is sent in one sentence, and its page shows the answer once there is one', async () => {
    const stage = webStage(MONDAY);
    const sent = await stage.post(WRONG_PATH, { ...YALE, sentence: SENTENCE });
    expect(sent.status).toBe(303);
    const own = sent.headers.get('location') ?? '';
    expect(await (await stage.get(own)).text()).toContain('advisors will read this');

    const item = await stage.store.read('doubts', 'all');
    const [doubt] = item?.doubts ?? [];
    expect(doubt).toMatchObject({ ...YALE, sentence: SENTENCE });
    const answer = { by: 'Omar Advisor', words: 'Corrected: it takes them now.', at: MONDAY };
    const answered = answeredDoubt(item ?? NO_DOUBTS, doubt?.id ?? '', answer);
    if (answered.ok) await stage.store.write(answered.value);
    const page = await (await stage.get(own)).text();
    expect(page).toContain('Corrected: it takes them now.');
    expect(page).not.toContain('Omar');
  });

  test.each([
    ['of a host that does not exist', { subject: 'hosts/atlantis' }, 404],
    ['of no page of ours', { subject: '../advisors' }, 404],
    ['without a sentence', { sentence: '' }, 422],
    ['with a web address', { sentence: 'Look at https://example.org/cheap-visas instead.' }, 422],
    ['with an email address', { sentence: 'Write to me@example.org about it.' }, 422],
  ])('is refused %s', async (_, change, status) => {
    const stage = webStage(MONDAY);
    const sent = await stage.post(WRONG_PATH, { ...YALE, sentence: SENTENCE, ...change });
    expect(sent.status).toBe(status);
    expect(await doubts(stage)).toEqual([]);
  });

  test('is counted against the network that sends many', async () => {
    const stage = webStage(MONDAY);
    const statuses = [];
    for (let each = 0; each < 8; each += 1) {
      statuses.push((await stage.post(WRONG_PATH, { ...YALE, sentence: SENTENCE })).status);
    }
    expect(statuses).toEqual([303, 303, 303, 303, 303, 303, 429, 429]);
    expect(await doubts(stage)).toHaveLength(6);
  });
});

test('a full queue gives the place of its oldest answered report, and none of an open one', () => {
  const open = (id: string) => ({ id, at: MONDAY, ...YALE, sentence: SENTENCE });
  const full = {
    ...NO_DOUBTS,
    doubts: Array.from({ length: 300 }, (_, at) => open(`d${at}`)),
  };
  expect(withDoubt(full, open('new'))).toBeUndefined();
  const answered = answeredDoubt(full, 'd7', { by: 'Omar', words: 'Thank you.', at: MONDAY });
  const after = answered.ok ? withDoubt(answered.value, open('new')) : undefined;
  expect(after?.doubts).toHaveLength(300);
  expect(after?.doubts.map(({ id }) => id)).not.toContain('d7');
});

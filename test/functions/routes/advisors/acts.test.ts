/** A Monday's acts on several applicants at once: each becomes a move of their case, once, and of nobody else's. */
import { beforeEach, describe, expect, test } from 'vitest';
import { type Case, openCaseOf } from '#shared/people/casework/casework.ts';
import { alice, bob, carol } from '../../../cast.ts';
import { type AdvisorsStage, advisorsStage, OWN } from '../../advisors-stage.ts';

const REPORT = `/advisors/c/${OWN}`;
let stage: AdvisorsStage;
let dana: string;

beforeEach(async () => {
  stage = await advisorsStage();
  dana = await stage.cookie('lead');
  await stage.add(alice(), bob(), carol(), alice({ id: 'zoe', cohortId: 'c2029' }));
});

/** As the browser posts the form: every field, those of other acts empty, and each checked box. */
async function act(name: string, people: string[], fields: Record<string, string> = {}, id = 'u1') {
  const form = { update: id, act: name, note: '', until: '', ...fields };
  const body = new URLSearchParams([
    ...Object.entries(form),
    ...people.map((person): [string, string] => ['person', person]),
  ]);
  return stage.post(`${REPORT}/acts?sort=name`, {}, dana, {}, body.toString());
}

async function caseOf(id: string): Promise<Case | undefined> {
  return openCaseOf((await stage.store.read('applicant', id))?.casework);
}

describe('the selected', () => {
  test('are taken by the advisor who presses, and stay theirs after a change of name', async () => {
    const answer = await act('take', ['alice', 'bob']);
    expect(answer.headers.get('location')).toBe(`${REPORT}?sort=name&done=take.2.0`);
    const lead = await stage.advisor('lead');
    expect(await caseOf('alice')).toMatchObject({ ownerId: lead.id, owner: 'Dana Advisor' });
    expect(await caseOf('carol')).toBeUndefined();
    await stage.store.write({ ...lead, profile: { ...lead.profile, name: 'Dana Married' } });
    const page = await (await stage.get(`${REPORT}?case=mine`, dana)).text();
    expect(page).toContain('2 applicants');
    const omar = await stage.cookie('advisor');
    expect(await (await stage.get(`${REPORT}?case=mine`, omar)).text()).toContain('No one matches');
  });

  test('are taken once by a double click', async () => {
    await act('take', ['alice']);
    const before = await stage.store.read('applicant', 'alice');
    expect((await act('take', ['alice'])).status).toBe(303);
    expect(await stage.store.read('applicant', 'alice')).toEqual(before);
  });

  test('are assigned to an advisor of the cohort, and the rest of the case stays', async () => {
    await act('call', ['bob'], { note: 'will ask\r\nDr. Yu' });
    const { id } = await stage.advisor('advisor');
    await act('assign', ['bob'], { ownerId: id }, 'u2');
    expect(await caseOf('bob')).toMatchObject({
      ownerId: id,
      owner: 'Omar Advisor',
      note: 'will ask Dr. Yu',
      contactedOn: '2026-11-23',
    });
  });

  test('leave the list of calls for a day once a call is recorded, or until the day that is chosen', async () => {
    const calls = async () => {
      const page = await (await stage.get(REPORT, dana)).text();
      return page.slice(page.indexOf('id="call"'), page.indexOf('folds"'));
    };
    expect(await calls()).toContain('Carol Núñez');
    await act('call', ['carol'], { note: 'asked' });
    expect(await calls()).not.toContain('Carol Núñez');
    await act('hold', ['carol'], { until: '2026-12-07' }, 'u2');
    expect((await caseOf('carol'))?.followUpOn).toBe('2026-12-07');
    expect(await calls()).not.toContain('Carol Núñez');
  });

  test('are written to as a list of exactly them', async () => {
    const answer = await act('write', ['alice', 'carol']);
    expect(answer.headers.get('location')).toBe(`${REPORT}/message?person=alice,carol`);
    const page = await (await stage.get(`${REPORT}/message?person=alice,carol`, dana)).text();
    expect(page).toContain('2 applicants');
  });
});

describe('nothing is changed', () => {
  test.each([
    ['without anybody selected', 'take', [], {}, 'No applicant is selected.'],
    ['by a call without a word', 'call', ['bob'], {}, 'Enter what was said in the call.'],
    ['until a day that is past', 'hold', ['bob'], { until: '2026-11-23' }, 'after today'],
    [
      'by a note too long to keep',
      'call',
      ['bob'],
      { note: 'x'.repeat(401) },
      'The note is longer than 400',
    ],
    [
      'by a note with a hidden mark',
      'call',
      ['bob'],
      { note: '\u202eHi' },
      'The note has a line break or an inv',
    ],
    ['by a note of no word', 'call', ['bob'], { note: '👍' }, 'The note has no letter or digit'],
    [
      'until a day that is none',
      'hold',
      ['bob'],
      { until: 'tomorrow' },
      'Choose a day after today',
    ],
    ['without a day', 'hold', ['bob'], {}, 'after today'],
    [
      'for an owner who is nobody here',
      'assign',
      ['bob'],
      { ownerId: 'd0' },
      'no longer in the cohort',
    ],
    ['by an act that is none', 'erase', ['bob'], {}, 'not from the report'],
    ['by a field that is none', 'take', ['bob'], { codes: 'L1' }, 'not from the report'],
  ] as const)('%s', async (_, name, people, fields, message) => {
    const answer = await act(name, [...people], fields);
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(message)]);
    expect(await caseOf('bob')).toBeUndefined();
  });

  test('of a person of another cohort, who is counted as not changed', async () => {
    const answer = await act('take', ['zoe', 'alice']);
    expect(answer.headers.get('location')).toContain('done=take.1.1');
    expect(await caseOf('zoe')).toBeUndefined();
  });

  test('by a mark of an act in an address that nobody pressed', async () => {
    for (const done of ['take.9', 'erase.1.1', '<b>.1.1', 'constructor.1.1']) {
      const answer = await stage.get(`${REPORT}?done=${encodeURIComponent(done)}`, dana);
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain('role="status"');
    }
  });
});

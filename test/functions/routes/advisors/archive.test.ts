/** An advisor takes people off the report, at a season's end too, and back on it; the plan stays its owner's, who is notified. */
import { beforeEach, describe, expect, test } from 'vitest';
import { finderOf } from '#functions/import-person.ts';
import { DAY_MS, plusMs } from '#shared/base/time/instant.ts';
import { withArchiveClosed } from '#shared/people/applicant/archive.ts';
import { SELF_COHORT } from '#shared/people/applicant/pending.ts';
import { openCaseOf } from '#shared/people/casework/casework.ts';
import { claimEmail, settleEmail } from '#shared/people/mailing/claim.ts';
import { alice, bob, carol, MONDAY } from '../../../cast.ts';
import { type AdvisorsStage, advisorsStage, FOREIGN, OWN } from '../../advisors-stage.ts';

const REPORT = `/advisors/c/${OWN}`;
const ARCHIVE = `${REPORT}/archive`;
let stage: AdvisorsStage;
let dana: string;

beforeEach(async () => {
  stage = await advisorsStage();
  dana = await stage.cookie('lead');
  await stage.add(alice(), bob(), carol(), alice({ id: 'zoe', cohortId: FOREIGN }));
});

async function act(name: string, people: string[], more: Record<string, string> = {}, as = dana) {
  const body = new URLSearchParams([
    ...Object.entries({ update: 'u1', act: name, note: '', until: '', ...more }),
    ...people.map((person): [string, string] => ['person', person]),
  ]);
  return stage.post(`${REPORT}/acts`, {}, as, {}, body.toString());
}

const plan = async (id: string) => {
  const found = await stage.store.read('applicant', id);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
};
const text = async (path: string, cookie = dana) => (await stage.get(path, cookie)).text();
const noticesOf = async (id: string) => (await plan(id)).causes.map(({ notice }) => notice);

describe('an archived plan', () => {
  beforeEach(async () => {
    await act('call', ['alice'], { note: 'a hard week' }, dana);
    const answer = await act('archive', ['alice'], { update: 'u2' });
    expect(answer.headers.get('location')).toBe(`${REPORT}?done=archive.1.0`);
  });

  test('is on no page of its advisors from then on, and its facts are as they were', async () => {
    expect(await text(REPORT)).not.toContain('Alice Mathew');
    expect((await stage.get(`${REPORT}/p/alice`, dana)).status).toBe(404);
    const hers = await plan('alice');
    expect([hers.cohortId, hers.facts]).toEqual([SELF_COHORT, alice().facts]);
    expect(hers.casework).toBeUndefined();
  });

  test('is its owner’s, who is notified once, however often the button is pressed', async () => {
    expect(await noticesOf('alice')).toEqual(['archived']);
    expect(stage.woken).toContain('alice');
    const before = await plan('alice');
    const again = await act('archive', ['alice'], { update: 'u2' });
    expect(again.headers.get('location')).toContain('done=archive.1.0');
    expect(await plan('alice')).toEqual(before);
  });

  test('is brought back with its case by an advisor of that cohort', async () => {
    const page = await text(ARCHIVE);
    expect(page).toMatch(/Alice Mathew<\/strong> archived Mon, Nov 23, 2026 by Dana Advisor/);
    const answer = await stage.post(ARCHIVE, { person: 'alice', update: 'u3' }, dana);
    expect(answer.headers.get('location')).toBe(`${ARCHIVE}?done=back.1.0`);
    expect(await text(REPORT)).toContain('Alice Mathew');
    expect(openCaseOf((await plan('alice')).casework)?.note).toBe('a hard week');
    expect(await noticesOf('alice')).toEqual(['archived', 'brought-back']);
  });

  test('is taken off and put back twice a day at most: each time is an email', async () => {
    for (const update of ['back', 'again', 'last']) {
      if (update === 'again') await act('archive', ['alice'], { update });
      else await stage.post(ARCHIVE, { person: 'alice', update }, dana);
    }
    const often = await act('archive', ['alice'], { update: 'often' });
    expect(often.headers.get('location')).toBe(`${REPORT}?done=archive.0.1`);
    expect(await noticesOf('alice')).toHaveLength(4);
    expect((await plan('alice')).cohortId).toBe(OWN);
    stage.at(plusMs(MONDAY, DAY_MS));
    const later = await stage.cookie('lead');
    const next = await act('archive', ['alice'], { update: 'next' }, later);
    expect(next.headers.get('location')).toBe(`${REPORT}?done=archive.1.0`);
  });

  test('is nobody else’s to bring back', async () => {
    const eve = await stage.other('Eve', FOREIGN);
    const tried = [
      stage.post(`/advisors/c/${FOREIGN}/archive`, { person: 'alice', update: 'u3' }, eve),
      stage.post(ARCHIVE, { person: 'alice', update: 'u3' }, eve),
      stage.post(ARCHIVE, { person: 'alice', update: 'u3' }, await stage.cookie('auditor')),
    ];
    const statuses = (await Promise.all(tried)).map(({ status }) => status);
    expect(statuses).toEqual([404, 404, 403]);
    expect((await plan('alice')).cohortId).toBe(SELF_COHORT);
  });

  test('loses its case after 30 days, and cannot be brought back then', async () => {
    const within = withArchiveClosed(await plan('alice'), plusMs(MONDAY, 29 * DAY_MS));
    expect(within.archived?.back).toBeDefined();
    const after = withArchiveClosed(within, plusMs(MONDAY, 30 * DAY_MS));
    await stage.store.write(after);
    expect((await plan('alice')).archived).toEqual({ from: OWN, since: MONDAY });
    expect(await text(ARCHIVE)).not.toContain('Alice');
    const answer = await stage.post(ARCHIVE, { person: 'alice', update: 'u3' }, dana);
    expect(answer.status).toBe(404);
  });
});

test('an imported address whose plan was archived is found while it can come back, and is new after that', async () => {
  const deps = { ...stage.deps, breathe: async () => undefined };
  const { newId } = await finderOf(deps, OWN)('hana@example.org');
  await stage.store.write({ ...alice({ id: newId }) });
  await act('archive', [newId]);
  expect(await finderOf(deps, OWN)('hana@example.org')).toMatchObject({ known: { id: newId } });
  await stage.store.write(withArchiveClosed(await plan(newId), plusMs(MONDAY, 30 * DAY_MS)));
  const found = await finderOf(deps, OWN)('hana@example.org');
  expect(found.known).toBeUndefined();
  expect(found.newId).not.toBe(newId);
});

test('a plan that its owner deleted, or that another took in, is neither archived, moved, nor emailed', async () => {
  await stage.store.write({ ...(await plan('alice')), erased: { at: MONDAY } });
  await stage.store.write({ ...(await plan('bob')), leaving: { since: MONDAY } });
  const mergedInto = { id: 'alice', epoch: 0, at: MONDAY, renamed: {} };
  await stage.store.write({ ...(await plan('carol')), mergedInto });
  for (const name of ['archive', 'link']) {
    const answer = await act(name, ['alice', 'bob', 'carol']);
    expect(answer.headers.get('location')).toContain(`done=${name}.0.3`);
  }
  for (const id of ['alice', 'bob', 'carol']) {
    expect(await plan(id)).toMatchObject({ cohortId: OWN, causes: [] });
  }
});

describe('moving', () => {
  test('takes a plan and its case to another cohort of the advisor, and drops an owner who is not there', async () => {
    await act('take', ['bob'], {}, await stage.cookie('advisor'));
    await stage.other('Dana', 'c2030', 'lead');
    const lead = await stage.advisor('lead');
    const roles = { [OWN]: 'lead', c2030: 'advisor' } as const;
    await stage.store.write({ ...lead, cohortIds: [OWN, 'c2030'], roles });
    expect(await text(REPORT)).toContain('<option value="c2030">Another team</option>');
    await act('move', ['bob'], { update: 'u2', toCohort: 'c2030' });
    expect(await text('/advisors/c/c2030')).toContain(bob().facts.profile.name);
    expect(await text(REPORT)).not.toContain(bob().facts.profile.name);
    const open = openCaseOf((await plan('bob')).casework);
    expect([open?.note, open?.owner]).toEqual(['Taken from the report', undefined]);
    expect(await noticesOf('bob')).toEqual(['moved']);
  });

  test('is refused to a cohort that the advisor does not advise', async () => {
    for (const toCohort of [FOREIGN, OWN, 'self', '']) {
      expect((await act('move', ['bob'], { toCohort })).status).toBe(422);
    }
    expect((await plan('bob')).cohortId).toBe(OWN);
  });

  test('leaves a plan where its owner shared it', async () => {
    const lead = await stage.advisor('lead');
    await stage.store.write({ ...lead, cohortIds: [OWN, FOREIGN], roles: {} });
    await stage.store.write({ ...(await plan('bob')), shared: { since: MONDAY } });
    const answer = await act('move', ['bob', 'carol'], { toCohort: FOREIGN });
    expect(answer.headers.get('location')).toContain('done=move.1.1');
    const cohorts = [(await plan('bob')).cohortId, (await plan('carol')).cohortId];
    expect(cohorts).toEqual([OWN, FOREIGN]);
  });
});

describe('a new link', () => {
  test('goes to the applicant’s own address and is shown to no advisor', async () => {
    const answer = await act('link', ['alice'], { from: 'person' });
    expect(answer.headers.get('location')).toBe(`${REPORT}/p/alice?done=link.1.0`);
    expect((await plan('alice')).causes).toMatchObject([{ stream: 'link' }]);
    const page = await text(`${REPORT}/p/alice?done=link.1.0`);
    expect(page).toContain('will get a new link by email');
    expect(page).not.toContain('/a/');
  });

  test('is sent though strangers have asked for three today, and an advisor who asks on and on is told', async () => {
    const sentAgain = async (times: number) => {
      for (let n = 1; n <= times; n += 1) {
        const before = await plan('alice');
        const entry = { stream: 'link' as const, keys: [`k${n}`], rotationIds: [] };
        const { person, n: at } = claimEmail(before, entry, 'Your new link', MONDAY);
        const sent = settleEmail(person, at, 'sent', MONDAY);
        await stage.store.write({ ...(sent ?? person), causes: [], dueAt: plusMs(MONDAY, DAY_MS) });
      }
    };
    await sentAgain(3);
    expect((await act('link', ['alice'])).headers.get('location')).toContain('done=link.1.0');
    expect((await plan('alice')).causes).toMatchObject([{ stream: 'link' }]);
    await sentAgain(17);
    expect((await act('link', ['alice'])).headers.get('location')).toContain('done=link.0.1');
    expect((await plan('alice')).causes).toEqual([]);
  });

  test('is not sent to an address that returns email, and the advisor is told', async () => {
    await stage.store.write({ ...(await plan('bob')), reach: 'bounced' });
    const answer = await act('link', ['bob', 'zoe']);
    expect(answer.headers.get('location')).toContain('done=link.0.2');
    expect(await text(answer.headers.get('location') ?? '')).toContain(
      '2 applicants got no link: email does not reach them (correct the address first), or they',
    );
    expect((await plan('bob')).causes).toEqual([]);
    expect((await plan('zoe')).causes).toEqual([]);
  });
});

describe('the end of a season', () => {
  test('is shown before the press: whom it archives, who stays, and what is erased when', async () => {
    const { facts } = bob();
    const again = { ...facts, profile: { ...facts.profile, matchYear: 2030 } };
    await stage.store.write({ ...(await plan('bob')), facts: again });
    expect(await text(ARCHIVE)).toContain('No one’s season is over.');
    stage.at('2028-06-01T15:00:00.000Z');
    dana = await stage.cookie('lead');
    const page = await text(ARCHIVE);
    expect(page).toContain('archives 2 applicants');
    expect(page).toContain('erased on Sat, Jul 1, 2028');
    expect(page).toMatch(/later Match \(1\)[\s\S]*Bob/);
    const checked = [...page.matchAll(/name="person" value="(\w+)" checked/g)].map(([, id]) => id);
    expect(checked.toSorted()).toEqual(['alice', 'carol']);
    const answer = await act('archive', ['alice', 'carol'], { from: 'archive' });
    expect(answer.headers.get('location')).toBe(`${ARCHIVE}?done=archive.2.0`);
    expect((await plan('bob')).cohortId).toBe(OWN);
    expect(await text(ARCHIVE)).toContain('No one’s season is over.');
  });
});

describe('the cases of an advisor who leaves', () => {
  test('go to one other advisor, who is notified once', async () => {
    const [lead, omar] = [await stage.advisor('lead'), await stage.advisor('advisor')];
    await act('call', ['alice', 'bob'], { note: 'will ask' }, await stage.cookie('advisor'));
    expect(await text(ARCHIVE)).toContain('Omar Advisor (2 cases)');
    const form = { from: omar.id, to: lead.id, update: 'u9' };
    const answer = await stage.post(`${REPORT}/hand-over`, form, dana);
    expect(answer.headers.get('location')).toBe(`${ARCHIVE}?done=hand.2.0`);
    const again = await stage.post(`${REPORT}/hand-over`, form, dana);
    expect(await text(again.headers.get('location') ?? '')).toContain(
      'No open case of this advisor is left to hand over.',
    );
    for (const id of ['alice', 'bob']) {
      const open = openCaseOf((await plan(id)).casework);
      expect(open).toMatchObject({ ownerId: lead.id, owner: 'Dana Advisor', note: 'will ask' });
    }
    expect((await stage.advisor('lead')).causes).toMatchObject([
      { notice: 'cases-received', about: OWN },
    ]);
  });

  test('stay where they are for anybody who is not in the cohort, or the same advisor', async () => {
    const omar = await stage.advisor('advisor');
    await act('take', ['alice'], {}, await stage.cookie('advisor'));
    const auditor = await stage.advisor('auditor');
    for (const to of [auditor.id, omar.id, 'd0']) {
      const form = { from: omar.id, to, update: 'u9' };
      expect((await stage.post(`${REPORT}/hand-over`, form, dana)).status).toBe(422);
    }
    expect(openCaseOf((await plan('alice')).casework)?.ownerId).toBe(omar.id);
  });
});

test('each is in the cohort’s log, once', async () => {
  await act('archive', ['alice']);
  await act('archive', ['alice']);
  await stage.post(ARCHIVE, { person: 'alice', update: 'u3' }, dana);
  await act('link', ['bob'], { update: 'u4' });
  const log = await stage.store.read('audit', OWN);
  expect(log?.entries.map((each) => [each.act, each.people])).toEqual([
    ['archived', 1],
    ['brought-back', 1],
    ['link-sent', 1],
  ]);
});

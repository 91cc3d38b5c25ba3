/** Radha's school imported a plan for her before she shared her own: joined, undone, taken out, and broken off between. */
import { describe, expect, test } from 'vitest';
import { finderOf } from '#functions/import-person.ts';
import { joinPlans } from '#functions/join-plans.ts';
import { nudge } from '#functions/nudge.ts';
import { answerUpdate } from '#functions/routes/answer-update.ts';
import { handOut } from '#functions/run-job.ts';
import { visitDeps } from '#functions/visits.ts';
import { signLink } from '#shared/base/links/link.ts';
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { newBulk } from '#shared/cohort/bulk.ts';
import { SELF_COHORT } from '#shared/people/applicant/pending.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { counts } from '#shared/people/person/email-record.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Store } from '#shared/store/store.ts';
import { bob, MONDAY } from '../cast.ts';
import { FOREIGN, OWN } from './advisors-stage.ts';
import { ADDRESS, RADHA, radhasStage } from './routes/sharing-stage.ts';

/** The school's plan: another Match year, the same place with an offer, and one place more. */
function imported(): Applicant {
  const { facts } = bob();
  const [rotation] = facts.rotations;
  if (!rotation) throw new Error('Bob has a rotation.');
  const offered = { stage: 'apply', status: 'offered', since: '2026-11-24T15:00:00.000Z' } as const;
  const rotations = [
    { ...rotation, id: 'sheet-2', ...offered, host: { name: 'Brown' } },
    { ...rotation, id: 'sheet-3', host: { name: 'Yale' }, specialty: 'dr' },
  ];
  const profile = { ...facts.profile, matchYear: 2029, school: 'Kerala' };
  return {
    ...bob(),
    id: 'school',
    cohortId: OWN,
    facts: { ...facts, profile, rotations } as Facts,
  };
}

async function twoPlans() {
  const made = await radhasStage();
  const { stage, post, linkOf, invitation } = made;
  const { store } = stage;
  await store.write(imported());
  const address = await store.read('address', hashAddress(ADDRESS, stage.deps.pepper));
  if (!address) throw new Error('Radha has an address.');
  await store.write({ ...address, others: ['school'] });
  const plan = async (id: string) => (await store.read('applicant', id)) as Applicant;
  const shown = async () => (await made.share(await invitation())).text();
  const join = async (page: string) => {
    const hidden = [...page.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value] as const,
    );
    return post(`${await linkOf()}/join`, Object.fromEntries(hidden));
  };
  const undo = async () => {
    const { revision } = await plan('radha');
    return post(await linkOf(), { type: 'undone', update: 'undo-1', revision: String(revision) });
  };
  const deliver = async () => ({ outcome: 'accepted' as const });
  const visits = visitDeps({ ...stage.deps, mailer: { evidenceMs: 0, deliver } });
  const visit = async (id: string) => nudge(visits, { kind: 'applicant', id });
  const schoolLink = async () => {
    const link = { personId: 'school', purpose: 'answer', epoch: 0 } as const;
    return `/a/${await signLink(stage.deps.linkKeys, link, MONDAY, 60)}`;
  };
  return { ...made, plan, shown, join, undo, visit, schoolLink };
}

const hostsOf = ({ facts }: Applicant) => facts.rotations.map(({ host }) => host.name);

describe('two plans at one address', () => {
  test('are shown side by side with value, source, and day, and nothing is written', async () => {
    const { shown, plan } = await twoPlans();
    const before = [await plan('radha'), await plan('school')];
    const page = await shown();
    expect(page).toContain('Join your two plans');
    expect(page).toMatch(
      /Match year[\s\S]*<strong>2028<\/strong> \(kept\)[\s\S]*entered by you, Tue, Nov 24/,
    );
    expect(page).toMatch(/2029<br><span class="hint">entered by the school/);
    expect(page).toMatch(/Brown: Status[\s\S]*<strong>[^<]+<\/strong> \(kept\)/);
    expect([await plan('radha'), await plan('school')]).toEqual(before);
  });

  test('name a paper on which they differ, and its rotation', async () => {
    const { shown, plan, stage } = await twoPlans();
    for (const [id, status] of [
      ['radha', 'submitted'],
      ['school', 'cleared'],
    ] as const) {
      const applicant = await plan(id);
      const [first, ...others] = applicant.facts.rotations;
      if (!first) throw new Error('There is a rotation.');
      const paper = { kind: 'tb', status, heldBy: 'host', askedBy: 'host' } as const;
      const rotations = [{ ...first, checklist: [paper] }, ...others];
      await stage.store.write({ ...applicant, facts: { ...applicant.facts, rotations } });
    }
    const page = await shown();
    expect(page).toContain('Brown: TB test');
    expect(page).not.toContain('TB test: Status');
  });

  test('are one after one press: on the report once, with what either held', async () => {
    const { shown, join, plan, report, stage } = await twoPlans();
    expect((await join(await shown())).status).toBe(303);
    const radha = await plan('radha');
    expect(radha).toMatchObject({ cohortId: OWN, joined: { id: 'school' } });
    expect(radha.facts.profile).toMatchObject({ matchYear: 2028, school: 'Kerala' });
    expect(hostsOf(radha)).toEqual(['Brown', 'Yale']);
    expect(radha.facts.rotations[0]).toMatchObject({ id: 'bob-r1', status: 'offered' });
    expect((await stage.store.cohort(OWN, 10)).rows.map(({ id }) => id)).toEqual(['radha']);
    expect(await report()).toContain(RADHA.facts.profile.name);
  });

  test('answer as one: the links, forms, sheets, and messages of both', async () => {
    const { shown, join, plan, get, post, schoolLink, stage } = await twoPlans();
    await join(await shown());
    const theirs = await schoolLink();
    const page = await (await get(theirs)).text();
    expect([page.includes('Yale'), page.includes('Brown')]).toEqual([true, true]);
    const { revision } = await plan('radha');
    const submitted = { type: 'eras-submitted', update: 'u9', revision: String(revision) };
    expect((await post(theirs, submitted)).status).toBe(303);
    expect((await plan('radha')).facts.erasSubmittedOn).toBe('2026-11-23');
    expect((await plan('school')).facts.erasSubmittedOn).toBeUndefined();
    await post(`/forms/${OWN}`, { address: ADDRESS });
    expect((await plan('radha')).causes.at(-1)?.stream).toBe('link');
    expect((await plan('school')).causes).toEqual([]);
    const finder = finderOf({ ...stage.deps, breathe: async () => undefined }, OWN);
    expect((await finder(ADDRESS)).known?.id).toBe('radha');
    const sender = { id: 's1', name: 'Form', cohortIds: [OWN], eventTypes: ['zone-changed'] };
    const raw = {
      applicant: { id: 'school' },
      event: { type: 'zone-changed', zone: 'Asia/Tokyo' },
    };
    const judged = await answerUpdate(stage.deps, sender as never, 'w1', raw);
    expect(judged.applicant?.id ?? judged.item).toBe('radha');
  });

  test('answer no form of the school that archived them, nor show its notes to the next school', async () => {
    const { stage, lead, shown, join, plan } = await twoPlans();
    const note = { type: 'case-opened', note: 'of the first school' };
    const history = [{ id: 'h1', at: MONDAY, by: 'advisor', event: note }];
    await stage.store.write({ ...(await plan('school')), history } as never);
    await join(await shown());
    const archive = { act: 'archive', person: 'radha', update: 'u1', note: '', until: '' };
    await stage.post(`/advisors/c/${OWN}/acts`, archive, lead);
    const sender = { id: 's1', name: 'Form', cohortIds: [OWN], eventTypes: ['zone-changed'] };
    const event = { type: 'zone-changed', zone: 'Asia/Tokyo' };
    const before = await plan('radha');
    for (const applicant of [{ id: 'school' }, { address: ADDRESS }]) {
      const judged = await answerUpdate(stage.deps, sender as never, 'w1', { applicant, event });
      expect(judged.answer).toBe('refused');
    }
    expect(await plan('radha')).toEqual(before);
    const eve = await stage.other('Eve');
    const shared = { since: plusMs(MONDAY, HOUR_MS) };
    await stage.store.write({ ...before, cohortId: FOREIGN, shared });
    const page = await stage.get(`/advisors/c/${FOREIGN}/p/radha`, eve);
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain('of the first school');
  });

  test('end their links together', async () => {
    const { shown, join, get, post, linkOf, schoolLink } = await twoPlans();
    await join(await shown());
    await post(`${await linkOf()}/end-links`);
    expect((await get(await schoolLink())).status).toBe(410);
  });

  test('are not joined on a page that is older than one of them', async () => {
    const { shown, join, plan, stage } = await twoPlans();
    const page = await shown();
    const school = await plan('school');
    await stage.store.write({ ...school, revision: school.revision + 1 });
    const answer = await join(page);
    expect([answer.status, await answer.text()]).toEqual([
      409,
      expect.stringContaining('One of the plans changed in the meantime'),
    ]);
    expect((await plan('radha')).cohortId).toBe(SELF_COHORT);
    expect(await plan('school')).not.toHaveProperty('mergedInto');
  });

  test('are joined only by a link of the last hour', async () => {
    const { shown, linkOf, post, plan, invitation } = await twoPlans();
    await shown();
    const fields = { invitation: await invitation(), update: 'u1', own: '0', other: '0' };
    expect((await post(`${await linkOf(2)}/join`, fields)).status).toBe(403);
    expect((await plan('radha')).cohortId).toBe(SELF_COHORT);
  });
});

describe('a message to the school’s list', () => {
  const MESSAGE = { from: 'Dana Advisor', subject: 'Office hours', paragraphs: ['Come Friday.'] };

  /** Confirmed while the school's plan was on the list. */
  async function confirmed() {
    const made = await twoPlans();
    const { store, clock } = made.stage.deps;
    const of = { id: 'm1', cohortId: OWN, message: MESSAGE };
    const { item, parts } = newBulk(of, ['school'], MONDAY);
    for (const each of [...parts, item]) await store.write(each);
    const job = { store, clock, mayContinue: () => true, breathe: async () => undefined };
    const give = async () => {
      expect(await handOut(job, 'm1')).toBe('finished');
      return store.read('bulk', 'm1');
    };
    const live = async () => {
      for (let hour = 1; hour <= 30; hour += 1) {
        made.stage.at(plusMs(made.stage.deps.clock.now(), HOUR_MS));
        for (const id of ['school', 'radha']) await made.visit(id);
      }
    };
    const timesSent = async () => {
      const plans = await Promise.all(['school', 'radha'].map(made.plan));
      return plans.flatMap(({ emails }) => emails.filter(({ keys }) => keys.includes('m1'))).length;
    };
    return { ...made, give, live, timesSent };
  }

  test.each([
    ['confirmed before the join and given after it', ['join', 'give', 'live']],
    ['given before the join and emailed after it', ['give', 'join', 'live']],
    ['emailed before the join', ['give', 'live', 'join', 'live']],
    ['given, joined, and taken out before it is emailed', ['give', 'join', 'take out', 'live']],
    ['emailed while joined, and taken out', ['give', 'join', 'live', 'take out', 'live']],
  ])('%s goes once', async (_, steps) => {
    const made = await confirmed();
    for (const step of steps) {
      if (step === 'give') expect(await made.give()).toMatchObject({ given: 1 });
      if (step === 'join') expect((await made.join(await made.shown())).status).toBe(303);
      if (step === 'take out') expect((await made.takeOut()).status).toBe(303);
      if (step === 'live') await made.live();
    }
    expect(await made.timesSent()).toBe(1);
  });

  test('goes to nobody once the plan that took in the school’s is deleted', async () => {
    const made = await confirmed();
    await made.join(await made.shown());
    await made.post(`${await made.linkOf()}/delete`);
    expect(await made.give()).toMatchObject({ given: 0 });
    await made.live();
    expect(await made.timesSent()).toBe(0);
  });

  test('given between the two writes of a join goes once, too', async () => {
    const made = await confirmed();
    const { stage, plan } = made;
    const [radha, school] = [await plan('radha'), await plan('school')];
    const seen = { own: radha.revision, other: school.revision, updateId: 'j1' };
    const store: Store = {
      ...stage.store,
      write: async (item, alongside) => {
        const written = await stage.store.write(item, alongside);
        if (item.kind === 'applicant' && item.mergedInto) await made.give();
        return written;
      },
    };
    expect((await joinPlans({ ...stage.deps, store }, radha, school, seen)).ok).toBe(true);
    await made.live();
    expect(await made.timesSent()).toBe(1);
  });
});

test('the history of both is on the person’s page and in the download, by the names of the joined plan', async () => {
  const { stage, lead, shown, join, plan, get, linkOf } = await twoPlans();
  const entry = {
    id: 'h1',
    at: MONDAY,
    by: 'advisor',
    event: { type: 'rejected', rotationId: 'sheet-2' },
  } as const;
  await stage.store.write({ ...(await plan('school')), history: [entry] } as never);
  await join(await shown());
  const file = (await (await get(`${await linkOf()}/export.json`)).json()) as {
    readonly history: readonly { readonly id: string; readonly event: object }[];
  };
  const theirs = file.history.find(({ id }) => id === 'h1');
  expect(theirs?.event).toMatchObject({ rotationId: 'bob-r1' });
  const person = await (await stage.get(`/advisors/c/${OWN}/p/radha`, lead)).text();
  expect(person).toMatch(/id="timeline"[\s\S]*Rejected by the host/);
  expect((await plan('school')).history).toEqual([entry]);
});

describe('apart again', () => {
  const bookkeeping = {
    dueAt: '',
    version: 0,
    olderKeys: [],
    outlook: undefined,
    seen: undefined,
  };
  const plain = (applicant: Applicant) => ({ ...applicant, ...bookkeeping });

  test.each(['undone', 'taken out'] as const)(
    '%s, each is visited and found on its own',
    async (how) => {
      const { stage, shown, join, undo, takeOut, plan, visit, get, schoolLink } = await twoPlans();
      const before = { radha: await plan('radha'), school: await plan('school') };
      await join(await shown());
      const answer = how === 'undone' ? await undo() : await takeOut();
      expect(answer.status).toBe(303);
      expect((await get(await schoolLink())).status).toBe(200);
      const radha = await plan('radha');
      expect(radha).toMatchObject({ cohortId: SELF_COHORT });
      for (const gone of ['joined', 'shared', 'casework']) expect(radha).not.toHaveProperty(gone);
      if (how === 'undone') {
        expect(JSON.stringify(radha.facts)).toBe(JSON.stringify(before.radha.facts));
      } else expect(hostsOf(radha)).toEqual(['Brown', 'Yale']);
      stage.at(plusMs(MONDAY, HOUR_MS));
      await visit('school');
      const { causes: _, emails: __, ...school } = plain(await plan('school'));
      const { causes: ___, emails: ____, ...kept } = plain(before.school);
      expect(school).toEqual(kept);
      expect((await stage.store.cohort(OWN, 10)).rows.map(({ id }) => id)).toEqual(['school']);
    },
  );

  test('and joined again', async () => {
    const { stage, shown, join, takeOut, plan, visit } = await twoPlans();
    await join(await shown());
    await takeOut();
    stage.at(plusMs(MONDAY, HOUR_MS - 1));
    await visit('school');
    expect((await join(await shown())).status).toBe(303);
    expect(await plan('radha')).toMatchObject({ cohortId: OWN, joined: { id: 'school' } });
    expect(hostsOf(await plan('radha'))).toEqual(['Brown', 'Yale']);
  });

  test('a deleted plan takes the school’s with it, and is kept with it', async () => {
    const { shown, join, post, linkOf, plan } = await twoPlans();
    await join(await shown());
    expect((await post(`${await linkOf()}/delete`)).status).toBeLessThan(400);
    expect((await plan('radha')).leaving).toBeDefined();
    expect((await plan('school')).leaving).toBeDefined();
  });
});

test('each reminder comes once before, during, and after', async () => {
  const { stage, shown, join, takeOut, plan, visit } = await twoPlans();
  const said = async () => {
    const school = await plan('school');
    const radha = await plan('radha');
    // The offer of the school's plan is Radha's first rotation since the plans were joined.
    const named = (key: string) => key.replaceAll('sheet-2', 'bob-r1');
    return [school, radha].map(({ emails }) =>
      emails
        .filter(counts)
        .flatMap(({ keys }) => keys.filter((key) => key.includes('|')).map(named)),
    );
  };
  // In the morning of Auckland.
  let now: Instant = plusMs(MONDAY, 6 * HOUR_MS);
  const live = async (days: number) => {
    for (let day = 0; day < days; day += 1) {
      now = plusMs(now, DAY_MS);
      stage.at(now);
      for (const id of ['school', 'radha']) await visit(id);
    }
  };
  await live(20);
  const before = new Set((await said()).flat());
  expect(before.size).toBeGreaterThan(2);
  expect((await join(await shown())).status).toBe(303);
  const counted = (await said()).map((keys) => keys.length);
  await live(110);
  const [school = [], radha = []] = await said();
  expect(school).toHaveLength(counted[0] ?? 0);
  const during = radha.slice(counted[1]);
  expect(during.length).toBeGreaterThan(2);
  expect(during.filter((key) => before.has(key))).toEqual([]);
  expect(new Set(during).size).toBe(during.length);
  await takeOut();
  await live(20);
  const after = ((await said())[0] ?? []).slice(counted[0]);
  expect(after.filter((key) => before.has(key) || during.includes(key))).toEqual([]);
});

test.each([1, 2] as const)(
  'a crash after %s writes leaves one plan or two, never none',
  async (writes) => {
    const { stage, plan, visit } = await twoPlans();
    const [radha, school] = [await plan('radha'), await plan('school')];
    let done = 0;
    const store: Store = {
      ...stage.store,
      write: async (item, alongside) => {
        if (done === writes) throw new Error('The process dies.');
        done += 1;
        return stage.store.write(item, alongside);
      },
    };
    const seen = { own: radha.revision, other: school.revision, updateId: 'j1' };
    const deps = { ...stage.deps, store };
    const joining = joinPlans(deps, radha, school, seen).catch(() => undefined);
    await joining;
    stage.at(plusMs(MONDAY, HOUR_MS));
    for (const id of ['school', 'radha']) await visit(id);
    const rows = (await stage.store.cohort(OWN, 10)).rows.map(({ id }) => id);
    expect(rows).toEqual(writes === 1 ? ['school'] : ['radha']);
    expect((await plan('radha')).cohortId).toBe(writes === 1 ? SELF_COHORT : OWN);
  },
);

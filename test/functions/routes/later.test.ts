import { describe, expect, test, vi } from 'vitest';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { mailingOf } from '#shared/plan/facts/mailing.ts';
import { occasionsAt } from '#shared/words/occasions.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { aliceFacts, NOVEMBER } from '../../shared/plan/moves/stories.ts';
import { BASE_URL, type Stage, webStage } from '../web-stage.ts';

interface Later {
  readonly stage: Stage;
  readonly url: string;
  readonly plan: string;
  readonly about: { readonly rule: string; readonly subject: string };
  readonly today: Day;
  readonly lastSafeDay: Day;
  send(fields: Readonly<Record<string, string>>): Promise<Response>;
}

/** Alice's page for the first thing that is open on her plan, or for what a rule asks. */
async function later(of?: string): Promise<Later> {
  const stage = webStage(NOVEMBER);
  const facts = aliceFacts();
  await stage.add('alice', facts);
  const today = dayIn(facts.profile.zone, NOVEMBER);
  const occasion = occasionsAt(facts, PUBLISHED_WORLD, NOVEMBER).find(
    ({ rule, deadline }) => deadline.day > plusDays(today, 5) && rule === (of ?? rule),
  );
  if (!occasion) throw new Error('Nothing is open.');
  const about = { rule: occasion.rule, subject: occasion.subject };
  const plan = `/a/${await stage.token({ personId: 'alice', purpose: 'answer' })}`;
  const url = `${plan}/later?${new URLSearchParams(about)}`;
  return {
    stage,
    url,
    plan,
    about,
    today,
    lastSafeDay: occasion.deadline.day,
    send: async (fields) => {
      const { revision } = await alice(stage);
      const form = { update: 'u1', revision: String(revision), type: 'snoozed', ...about };
      return stage.post(url, { ...form, ...fields }, { origin: BASE_URL });
    },
  };
}

async function snoozes({ stage }: Later) {
  return mailingOf((await alice(stage)).facts).snoozes;
}

describe('putting something off', () => {
  test('is shown with its date and three choices, and opening it changes nothing', async () => {
    const at = await later();
    const page = await (await at.stage.get(at.url)).text();
    expect(page).toContain('When will you do it?');
    expect(page.match(/<form /g)).toHaveLength(3);
    expect(await snoozes(at)).toEqual([]);
  });

  test('to a day is kept with the date it is about, confirmed on the page, and can be undone', async () => {
    const at = await later();
    const until = plusDays(at.today, 3);
    const answer = await at.send({ until });
    expect(answer.status).toBe(303);
    expect(await snoozes(at)).toEqual([{ ...at.about, day: at.lastSafeDay, until }]);
    const { revision } = await alice(at.stage);
    const undo = { update: 'u2', revision: String(revision), type: 'undone' };
    expect((await at.stage.post(at.plan, undo, { origin: BASE_URL })).status).toBe(303);
    expect(await snoozes(at)).toEqual([]);
  });

  test('past the next reminder that nothing holds back is refused with the last day that can be chosen', async () => {
    const at = await later();
    const page = await (await at.stage.get(at.url)).text();
    const refused = await at.send({ until: plusDays(at.lastSafeDay, 60) });
    expect(refused.status).toBe(422);
    const [, last] =
      /The last day you can choose is (\w+, \w+ \d+, \d+)/.exec(await refused.text()) ?? [];
    expect(last).toBeDefined();
    expect(page).toContain(`The last day you can choose is ${last}.`);
    expect(await snoozes(at)).toEqual([]);
  });

  test('to today, to no day, or of something that is not open changes nothing', async () => {
    const at = await later();
    expect((await at.send({ until: at.today })).status).toBe(422);
    expect((await at.send({ until: 'soon' })).status).toBe(422);
    expect((await at.send({ until: plusDays(at.today, 3), subject: 'nothing' })).status).toBe(409);
    const gone = `${at.plan}/later?rule=G14&subject=nothing`;
    expect((await at.stage.get(gone)).status).toBe(404);
    expect(await snoozes(at)).toEqual([]);
  });

  test('while it is reported done on her phone is refused, with no form of the step that is over', async () => {
    const at = await later('G11');
    const revision = String((await alice(at.stage)).revision);
    const done = { update: 'p1', revision, type: 'eras-submitted' };
    const putOff = { type: 'snoozed', ...at.about, until: plusDays(at.today, 3) };
    afterReading(at.stage, () => at.stage.post(at.plan, done));
    const refused = await at.stage.post(at.url, { update: 'u1', revision, ...putOff });
    expect(refused.status).toBe(409);
    const page = await refused.text();
    expect(page).toContain('There is nothing to put off');
    expect(page).not.toContain('<form ');
    expect(await snoozes(at)).toEqual([]);
  });
});

/** Something else happens between the next reading of Alice and what follows from it. */
function afterReading({ store }: Stage, meanwhile: () => Promise<unknown>): void {
  const { read } = store;
  vi.spyOn(store, 'read').mockImplementationOnce(async (kind, id) => {
    const item = await read(kind, id);
    await meanwhile();
    return item;
  });
}

async function alice(stage: Stage): Promise<Applicant> {
  return (await stage.person('alice')) as Applicant;
}

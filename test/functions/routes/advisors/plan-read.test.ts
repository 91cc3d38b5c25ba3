/** What an advisor may read of a plan: the page that the applicant sees, and what happened, without what is the applicant's alone. */
import { beforeEach, describe, expect, test } from 'vitest';
import { MINUTE_MS, plusMs } from '#shared/base/time/instant.ts';
import type { Applicant, HistoryEntry } from '#shared/people/person/applicant.ts';
import type { EmailRecord } from '#shared/people/person/email-record.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { alice, MONDAY } from '../../../cast.ts';
import { BROWN, storyOf } from '../../../shared/plan/moves/stories.ts';
import { type AdvisorsStage, advisorsStage, FOREIGN, OWN } from '../../advisors-stage.ts';

const ALICE = `/advisors/c/${OWN}/p/alice`;
let stage: AdvisorsStage;
let dana: string;

const PRIVATE = {
  reflection: 'speak up more in rounds',
  met: 'Dr. Secret Mentor',
  procedure: 'paracentesis',
  task: 'buy better shoes',
  note: 'the attending scares me',
  story: 'the night I froze',
};

/** A plan with everything filled in that is Alice's alone. */
function secretive(): Applicant {
  const { facts } = storyOf(BROWN);
  const rotations = facts.rotations.map(
    (rotation): Rotation => ({
      ...rotation,
      feedback: { mood: 'mixed', on: '2026-11-20', change: PRIVATE.reflection },
      mentor: PRIVATE.met,
      cases: [{ procedure: PRIVATE.procedure, role: 'hands-on', days: { '2026-11-20': 7 } }],
      ownTasks: [{ title: PRIVATE.task, dueOn: '2026-11-25' }],
      ownNote: PRIVATE.note,
    }),
  );
  const stories = [{ kind: 'teamwork', note: PRIVATE.story } as const];
  return alice({ facts: { ...facts, rotations, stories } });
}

beforeEach(async () => {
  stage = await advisorsStage();
  dana = await stage.cookie('lead');
});

const text = async (path: string, cookie = dana) => (await stage.get(path, cookie)).text();

describe('the plan as the applicant sees it', () => {
  test('shows its rotation, and none of the reflections, people, cases, tasks, or notes', async () => {
    await stage.store.write(secretive());
    const page = await text(`${ALICE}/plan`);
    expect(page).toContain('Brown');
    for (const secret of Object.values(PRIVATE)) expect(page).not.toContain(secret);
    expect(await text(ALICE)).toContain(`href="${ALICE}/plan"`);
  });

  test('does not say why email does not reach her', async () => {
    await stage.store.write({ ...secretive(), reach: 'bounced' });
    expect(await text(`${ALICE}/plan`)).not.toContain('come back');
  });

  test('has nothing to press and no address of her own pages', async () => {
    await stage.store.write(secretive());
    const page = await text(`${ALICE}/plan`);
    const inside = page.slice(page.indexOf('<fieldset'), page.indexOf('</fieldset>'));
    expect(inside).toContain('disabled');
    expect(inside).toContain('Brown');
    expect(page).not.toMatch(/"\/(a|stop|cal)\//);
    const posted = await stage.post(`${ALICE}/plan`, { type: 'applied' }, dana);
    expect(posted.status).toBe(404);
  });

  test('is recorded in the cohort’s log, by whom and whose, once a day', async () => {
    await stage.store.write(secretive());
    await text(`${ALICE}/plan`);
    await text(`${ALICE}/plan`);
    const { id } = await stage.advisor('lead');
    const read = { act: 'plan-read', by: id, of: 'alice' };
    expect((await stage.store.read('audit', OWN))?.entries).toMatchObject([read]);
    stage.at(plusMs(MONDAY, 24 * 60 * MINUTE_MS));
    await text(`${ALICE}/plan`, await stage.cookie('lead'));
    expect((await stage.store.read('audit', OWN))?.entries).toMatchObject([read, read]);
  });

  test('is shown to no auditor and to no other school, and that is not in the log', async () => {
    await stage.store.write(secretive());
    const answers = [
      await stage.get(`${ALICE}/plan`, await stage.cookie('auditor')),
      await stage.get(`${ALICE}/plan`, await stage.other('Eve')),
      await stage.get(`/advisors/c/${FOREIGN}/p/alice/plan`, await stage.other('Mal')),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 404, 404]);
    expect(await stage.store.read('audit', OWN)).toBeUndefined();
  });
});

describe('the timeline', () => {
  const happened = (
    event: HistoryEntry['event'],
    minutes: number,
    by: HistoryEntry['by'] = 'applicant',
  ): HistoryEntry => ({ id: `e${minutes}`, at: plusMs(MONDAY, minutes * MINUTE_MS), by, event });
  const emailed = (
    subject: string,
    minutes: number,
    more: Partial<EmailRecord> = {},
  ): EmailRecord => ({
    ...EMAIL,
    subject,
    claimedAt: plusMs(MONDAY, minutes * MINUTE_MS),
    ...more,
  });
  const EMAIL: Omit<EmailRecord, 'subject' | 'claimedAt'> = {
    n: 1,
    stream: 'digest',
    status: 'sent',
    keys: ['visa|r1|2027-01-05|30'],
    rotationIds: [],
    leaseUntil: MONDAY,
  };

  async function withPast(of: Partial<Applicant>): Promise<string> {
    await stage.store.write({ ...secretive(), ...of });
    const page = await text(ALICE);
    return page.slice(page.indexOf('id="timeline"'));
  }

  test('has updates, emails, and an advisor’s notes in one order, newest first', async () => {
    const shown = await withPast({
      history: [
        happened({ type: 'applied', rotationId: 'r1' }, 1),
        happened({ type: 'case-opened', note: 'will call again' }, 3, 'advisor'),
      ],
      emails: [emailed('Due Tue, Jan 5: one step for your Brown rotation', 2)],
    });
    const order = ['will call again', 'Email: Due Tue, Jan 5', 'by the applicant'];
    const places = order.map((words) => shown.indexOf(words));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('leaves out what is hers alone, and the subject of an email about her own task', async () => {
    const shown = await withPast({
      history: [
        happened({ type: 'note-kept', rotationId: 'r1', ownNote: PRIVATE.note }, 1),
        happened({ type: 'mentor-named', rotationId: 'r1', mentor: PRIVATE.met }, 2),
      ],
      emails: [
        emailed(`Due: ${PRIVATE.task}`, 3, { keys: ['own-task|r1/own-1|2026-11-25|0'] }),
        emailed('Your rotation plan was downloaded', 4, { stream: 'notice' }),
      ],
    });
    expect(shown).toContain('Email: a reminder');
    for (const hidden of [...Object.values(PRIVATE), 'downloaded', 'entor']) {
      expect(shown).not.toContain(hidden);
    }
  });

  test('of a plan that its owner shared leaves out what another school noted and wrote before', async () => {
    const note = { type: 'case-opened', note: 'of another school' } as const;
    const shown = await withPast({
      shared: { since: plusMs(MONDAY, 5 * MINUTE_MS) },
      history: [happened(note, 1, 'advisor'), happened({ type: 'case-undone' }, 6, 'advisor')],
      emails: [emailed('From another school', 2, { stream: 'message' })],
    });
    expect(shown).toContain('undone');
    expect(shown).not.toContain('nother school');
  });

  test('of a shared plan leaves out who at another school said what on her word', async () => {
    const said = (reason: string, minutes: number) => ({
      ...happened({ type: 'applied', rotationId: 'r1' }, minutes, 'advisor'),
      onWord: { advisor: 'Mal Elsewhere', reason },
    });
    const shown = await withPast({
      shared: { since: plusMs(MONDAY, 5 * MINUTE_MS) },
      history: [
        said('in tears on the phone', 1),
        {
          ...happened({ type: 'eras-submitted' }, 2, 'sender'),
          through: { senderId: 's1', name: 'Kerala form' },
        },
        said('called us', 6),
      ],
    });
    expect(shown).toContain('called us');
    expect(shown).toContain('by an advisor');
    expect(shown).toContain('by an outside form');
    expect(shown).not.toMatch(/in tears|Kerala/);
  });

  test('of a plan that took in another shared one leaves out what a school noted before either was shared', async () => {
    const noted = (note: string, minutes: number) =>
      happened({ type: 'case-opened', note }, minutes, 'advisor');
    const shared = { since: plusMs(MONDAY, 5 * MINUTE_MS) };
    const history = [noted('of another school', 1)];
    const taken = { ...secretive(), id: 'older', history };
    const joined = { id: 'older', updateId: 'u1', renamed: {} };
    await stage.store.write({ ...taken, shared: { since: plusMs(MONDAY, 3 * MINUTE_MS) } });
    expect(await withPast({ shared, joined })).not.toContain('nother school');
    const { version } = (await stage.store.read('applicant', 'older')) ?? taken;
    await stage.store.write({ ...taken, version });
    expect(await withPast({ shared, joined, version: 1 })).toContain('of another school');
  });

  test('has 25 a page, the older ones from where an item keeps its past', async () => {
    const older = Array.from({ length: 30 }, (_, n) =>
      happened({ type: 'case-opened', note: `note ${n}` }, n, 'advisor'),
    );
    const plan = { ...secretive(), chunks: 1, history: older.slice(20) };
    await stage.store.write(plan);
    await stage.store.write({
      kind: 'chunk',
      id: 'alice.1',
      version: 0,
      history: older.slice(0, 20),
      emails: [],
    });
    const notesOn = async (page: string) =>
      [...(await text(`${ALICE}${page}`)).matchAll(/note (\d+)”/g)].map(([, n]) => Number(n));
    expect(await notesOn('')).toEqual(Array.from({ length: 25 }, (_, n) => 29 - n));
    expect(await notesOn('?page=2')).toEqual([4, 3, 2, 1, 0]);
    expect(await notesOn('?page=99')).toEqual([4, 3, 2, 1, 0]);
    expect(await notesOn('?page=x')).toHaveLength(25);
  });
});

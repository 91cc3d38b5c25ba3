/** The report as an advisor asks for it: shown, filtered, refused; one applicant and the case about them. */
import { beforeEach, describe, expect, test } from 'vitest';
import { openCaseOf } from '#shared/people/casework/casework.ts';
import { alice, bob, carol } from '../../../cast.ts';
import { type AdvisorsStage, advisorsStage, OWN } from '../../advisors-stage.ts';

const REPORT = `/advisors/c/${OWN}`;
const CAROL = `${REPORT}/p/carol`;
let stage: AdvisorsStage;
let dana: string;

beforeEach(async () => {
  stage = await advisorsStage();
  dana = await stage.cookie('lead');
  await stage.add(alice(), bob(), carol());
  await stage.store.write(alice({ id: 'zoe', cohortId: 'c2029' }));
});

const shown = async (path: string, cookie = dana) => (await stage.get(path, cookie)).text();
const carolNow = async () => stage.store.read('applicant', 'carol');

describe('the report', () => {
  test('says what it is of, and who is red and why', async () => {
    const page = await shown(REPORT);
    expect(page).toContain('<strong>3</strong> applicants, 3 reached by email');
    expect(page).toContain('>As of Mon, Nov 23, 2026, 9:00 a.m. in Chicago</span>');
    expect(page).toContain('At-risk rules, version 5.');
    expect(page).toContain(
      'Ask for a letter at the Brown IR rotation: best started by Fri, Oct 2, 2026 (before another writer was needed, est.). <span class="quiet">Have the applicant ask another writer, or arrange a backup letter.</span>',
    );
    expect(page).toContain('Prof. Wren: declined on Mon, Oct 12, 2026');
    expect(page).not.toContain('zoe');
  });

  test('does not reveal why someone is not reached, which another cohort may have caused', async () => {
    const pages: string[] = [];
    for (const reach of ['bounced', 'complained'] as const) {
      const known = await carolNow();
      if (!known) throw new Error('Carol is not there.');
      await stage.add({ ...known, reach });
      const both = (await shown(REPORT)) + (await shown(CAROL));
      // Each form has a fresh update id.
      pages.push(both.replaceAll(/name="update" value="[^"]*"/g, ''));
    }
    const [bounced = '', complained] = pages;
    expect(bounced).toContain('not reached by email');
    expect(complained).toBe(bounced);
  });

  test('finds by part of a name, an address, or a host, whatever the accents', async () => {
    const rows = async (query: string) =>
      [...(await shown(`${REPORT}?${query}`)).matchAll(/aria-label="Select ([^"]+)"/g)].map(
        ([, name]) => name,
      );
    expect(new Set(await rows('find=nunez'))).toEqual(new Set(['Carol Núñez']));
    expect(new Set(await rows('find=bob%40'))).toEqual(new Set(['Bob Tane']));
    expect(await rows('find=nobody')).toEqual([]);
  });

  test('has an address and a local time on every line for those who call, and none for an auditor', async () => {
    expect(await shown(REPORT)).toMatch(/Kolkata<\/span> 8:30 p\.m\.<\/span> <a[^>]+mailto:alice@/);
    const audited = await shown(REPORT, await stage.cookie('auditor'));
    expect(audited).not.toMatch(/mailto:|tel:|type="checkbox" form/);
  });

  test('shows no likelihood and no score', async () => {
    expect((await shown(REPORT)).toLowerCase()).not.toMatch(/probab|likelihood|\bscore\b|chance/);
  });

  test('lets through whom a filter names, and says which filter is in force', async () => {
    const page = await shown(`${REPORT}?code=L2&sort=name`);
    expect(page).toContain('<strong>1 of 3</strong> with these filters');
    expect(page).toContain('Carol Núñez');
    expect(page).not.toContain('Bob Tane');
    expect(await shown(`${REPORT}?img=graduate`)).not.toContain('Carol Núñez');
    expect(await shown(`${REPORT}?site=Nowhere`)).toContain('No one matches these filters');
    const either = await shown(`${REPORT}?site=Nowhere&site=Brown`);
    expect(either).toContain('Host: Nowhere or Brown');
    expect(either).toContain('Carol Núñez');
  });

  test.each([
    [
      'a value that is no choice',
      'risk=1%20OR%201=1',
      'The filter risk is not one of its choices.',
    ],
    ['a filter given twice', 'due=7&due=21', 'due is given twice.'],
    ['one wrong value of two', 'risk=red&risk=blue', 'The filter risk is not one of its choices.'],
    ['a page that is none', 'page=0', 'The filter page is not a page.'],
    [
      'markup',
      `site=${encodeURIComponent('<script>\u0007')}`,
      'The filter site has a line break or an invisible character.',
    ],
  ])('refuses %s by name', async (_, query, message) => {
    const answer = await stage.get(`${REPORT}?${query}`, dana);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(message);
  });

  test.each([
    ['an email’s mark', 'utm_source=email&risk=red', 'utm_source'],
    ['a mistyped filter', 'riks=red', 'riks'],
    ['a name that every object has', 'constructor=x&__proto__=y', 'constructor, __proto__'],
    ['markup', '%3Cb%3Ex=1', '&lt;b&gt;x'],
  ])('leaves out %s, and says so', async (_, query, said) => {
    const answer = await stage.get(`${REPORT}?${query}`, dana);
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain(`Ignored, because this report has no such filter: ${said}.`);
    expect(page).not.toContain('<b>x');
  });

  test('says before a message is written that a filter was left out', async () => {
    const answer = await stage.get(`${REPORT}/message?riks=red&utm_source=x`, dana);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(
      'Ignored, because this report has no such filter: riks, utm_source.',
    );
  });

  test('escapes what a filter holds', async () => {
    const page = await shown(`${REPORT}?site=${encodeURIComponent('"><b>x')}`);
    expect(page).not.toContain('<b>x');
    expect(page).toContain('&quot;&gt;&lt;b&gt;x');
  });

  test('has a view by writer and one by host', async () => {
    expect(await shown(`${REPORT}?view=writers`)).toContain('Prof. Wren');
    const hosts = await shown(`${REPORT}?view=hosts`);
    expect(hosts).toContain('2 <span class="phone">applicants</span>');
  });

  test('needs no script and no inline style', async () => {
    for (const path of [REPORT, `${REPORT}?view=hosts`, CAROL]) {
      expect(await shown(path)).not.toMatch(/<script|\sstyle=|<style|\son\w+=/);
    }
  });
});

describe('one applicant', () => {
  test('of another cohort is nobody here', async () => {
    for (const id of ['zoe', 'nobody', '../carol', 'constructor']) {
      const answer = await stage.get(`${REPORT}/p/${encodeURIComponent(id)}`, dana);
      expect([id, answer.status]).toEqual([id, 404]);
    }
    const posted = await stage.post(`${REPORT}/p/zoe`, { type: 'case-opened' }, dana);
    expect(posted.status).toBe(404);
  });

  async function open(): Promise<void> {
    const item = await carolNow();
    const fields = {
      type: 'case-opened',
      update: 'u1',
      revision: String(item?.revision),
      ownerId: (await stage.advisor('lead')).id,
      note: 'asked me for a talk',
    };
    const answer = await stage.post(CAROL, fields, dana);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${CAROL}?done=u1`]);
  }

  test('is shown with each reason in words beside its code', async () => {
    const page = await shown(CAROL);
    expect(page).toContain('</span> red: L2 letter writer</span>');
  });

  test('is shown with every rule of the hosts ahead, in words about the applicant', async () => {
    const page = await shown(`${REPORT}/p/bob`);
    expect(page).toContain('The host’s rules: ');
    expect(page).toMatch(/> (not met|ask|met)<\/span>: [A-Z]/);
    const rules = page.slice(page.indexOf('The host’s rules: '), page.indexOf('</body>'));
    expect(rules).not.toMatch(/\byour?\b/i);
  });

  test('has a case opened, worked on, undone and closed, each in the history', async () => {
    await open();
    expect(await shown(`${CAROL}?done=u1`)).toMatch(/Recorded:<\/span> Case opened,/);
    const update = async (type: string, id: string, fields: Record<string, string>) =>
      stage.post(
        CAROL,
        { type, update: id, revision: String((await carolNow())?.revision), ...fields },
        dana,
      );
    await update('case-updated', 'u2', {
      caseId: 'case-1',
      ownerId: (await stage.advisor('advisor')).id,
      followUpOn: '2026-12-01',
    });
    expect(openCaseOf((await carolNow())?.casework)?.owner).toBe('Omar Advisor');
    await update('case-undone', 'u3', {});
    expect(openCaseOf((await carolNow())?.casework)?.owner).toBe('Dana Advisor');
    await update('case-closed', 'u4', { caseId: 'case-1', reason: 'resolved' });
    expect(openCaseOf((await carolNow())?.casework)).toBeUndefined();
    expect((await carolNow())?.history.map(({ by, event }) => [by, event.type])).toEqual([
      ['advisor', 'case-opened'],
      ['advisor', 'case-updated'],
      ['advisor', 'case-undone'],
      ['advisor', 'case-closed'],
    ]);
    expect(await shown(CAROL)).toContain(
      'Mon, Nov 23, 2026 to Mon, Nov 23, 2026: resolved with the applicant</li>',
    );
  });

  test('sent twice is recorded once; from an old page it is refused and what was typed is kept', async () => {
    await open();
    await open().catch(() => undefined);
    expect((await carolNow())?.casework?.opened).toBe(1);
    const stale = await stage.post(
      CAROL,
      { type: 'case-updated', update: 'u9', revision: '0', caseId: 'case-1', note: 'kept words' },
      dana,
    );
    expect(stale.status).toBe(409);
    const page = await stale.text();
    expect(page).toContain('The case or the plan changed after you opened this page.');
    expect(page).not.toContain('Your plan');
    expect(page).toContain('kept words');
  });

  test.each([
    ['an event of the plan', { type: 'zone-changed', zone: 'Asia/Tokyo' }, 400],
    ['a field that is none', { type: 'case-opened', note: 'x', codes: 'L1' }, 400],
    ['an owner who is nobody here', { type: 'case-opened', note: 'x', ownerId: 'd0' }, 422],
    ['an owner by name alone', { type: 'case-opened', note: 'x', owner: 'Mallory' }, 400],
    ['a follow-up in the past', { type: 'case-opened', note: 'x', followUpOn: '2026-11-22' }, 409],
    ['a case without a note', { type: 'case-opened' }, 422],
    ['a case that is not there', { type: 'case-closed', caseId: 'case-7', reason: 'left' }, 409],
    ['a reason that is none', { type: 'case-closed', caseId: 'case-1', reason: 'because' }, 422],
  ])('takes no %s', async (_, fields, status) => {
    const before = await carolNow();
    const answer = await stage.post(
      CAROL,
      { update: 'u1', revision: '0', ...fields } as Record<string, string>,
      dana,
    );
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain('Nothing was changed');
    expect(await carolNow()).toEqual(before);
  });

  test('is shown to an auditor without a form about the case', async () => {
    const page = await shown(CAROL, await stage.cookie('auditor'));
    expect(page).toContain('Carol Núñez');
    expect(page).not.toContain('name="type"');
  });
});

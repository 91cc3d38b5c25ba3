import { describe, expect, test } from 'vitest';
import { type ApplicantDeps, applicantKind } from '#functions/kinds/applicant.ts';
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { signInUrl } from '#shared/people/advisor/sign-in-link.ts';
import { claimEmail, settleEmail } from '#shared/people/mailing/claim.ts';
import { requestToAnswer } from '#shared/people/mailing/requested.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Email } from '#shared/store/mailer.ts';
import { emailLinks } from '#shared/views/email/email-links.ts';
import { renderEmail } from '#shared/views/email/render.ts';
import { aliceFacts, NOVEMBER } from '../../shared/plan/moves/stories.ts';
import { BASE_URL, type Stage, webStage } from '../web-stage.ts';

const OLD = 'alice@example.org';
const NEW = 'alice@new.example.org';

async function alices(): Promise<{ stage: Stage; plan: string }> {
  const stage = webStage(NOVEMBER);
  await stage.add('alice', aliceFacts());
  return { stage, plan: `/a/${await stage.token({ personId: 'alice' })}` };
}

function onStage({ deps }: Stage): ApplicantDeps {
  return {
    ...deps,
    render: async (planned, applicant, at) => {
      const urls = await emailLinks(deps.linkKeys, applicant, BASE_URL, at);
      return planned.stream === 'digest'
        ? { to: applicant.facts.profile, subject: '', text: '', html: '' }
        : renderEmail(planned, applicant, urls, deps.worldFor(), at);
    },
    signInUrl: (link, at) => signInUrl(deps.linkKeys, link, BASE_URL, at),
  };
}

/** Every email that is asked for now, each recorded as sent. */
async function emailed(stage: Stage, now: Instant = NOVEMBER): Promise<Email[]> {
  const kind = applicantKind(onStage(stage));
  const emails: Email[] = [];
  for (;;) {
    const person = await stage.person('alice');
    const cause = requestToAnswer(person, now);
    if (!cause) return emails;
    const { entry, render } = kind.requested(person, cause, now);
    const email = await render();
    emails.push(email);
    const claimed = claimEmail(person, entry, email.subject, now);
    await stage.store.write(settleEmail(claimed.person, claimed.n, 'sent', now) ?? person);
  }
}

const pathIn = ({ text }: Email) => new URL(/https:\S+/.exec(text)?.[0] ?? '').pathname;
const addressNow = async (stage: Stage) => (await stage.person('alice')).facts.profile.address;

async function asked(): Promise<{ stage: Stage; plan: string; proof: Email }> {
  const { stage, plan } = await alices();
  expect((await stage.post(`${plan}/address`, { address: NEW })).status).toBe(200);
  const [proof, ...others] = await emailed(stage);
  if (!proof || others.length > 0) throw new Error('There is not exactly one email.');
  return { stage, plan, proof };
}

async function changed(): Promise<{ stage: Stage; plan: string; told: Email; welcome: Email }> {
  const { stage, plan, proof } = await asked();
  expect((await stage.post(pathIn(proof), {})).status).toBe(200);
  const emails = await emailed(stage);
  const told = emails.find(({ to }) => to.address === OLD);
  const welcome = emails.find(({ to }) => to.address === NEW);
  if (!told || !welcome || emails.length > 2) throw new Error('Both are told once.');
  return { stage, plan, told, welcome };
}

describe('a new address', () => {
  test('is emailed one link, in our own words, that does not open the plan', async () => {
    const { stage, proof } = await asked();
    expect(proof.to).toEqual({ name: '', address: NEW });
    expect(JSON.stringify(proof)).not.toContain('Alice');
    expect(proof.text).not.toContain('/a/');
    expect((await stage.get(pathIn(proof))).status).toBe(200);
    expect(await addressNow(stage)).toBe(OLD);
  });

  test('is emailed in place of a mistyped one that was asked for just before', async () => {
    const { stage, plan } = await alices();
    await stage.post(`${plan}/address`, { address: 'alice@mistyped.example.org' });
    await stage.post(`${plan}/address`, { address: NEW });
    const [proof, ...others] = await emailed(stage);
    expect([proof?.to.address, others]).toEqual([NEW, []]);
    expect((await stage.post(pathIn(proof as Email), {})).status).toBe(200);
    expect(await addressNow(stage)).toBe(NEW);
  });

  test('gets every email once its link is confirmed, and old links end', async () => {
    const { stage, plan, welcome } = await changed();
    expect(await addressNow(stage)).toBe(NEW);
    expect((await stage.get(plan)).status).toBe(410);
    expect((await stage.get(pathIn(welcome))).status).toBe(200);
    await stage.post('/links', { address: OLD });
    expect(await emailed(stage, plusMs(NOVEMBER, HOUR_MS))).toEqual([]);
    await stage.post('/links', { address: NEW });
    const [link] = await emailed(stage, plusMs(NOVEMBER, HOUR_MS));
    expect(link?.to.address).toBe(NEW);
  });

  test('is not undone by an undo', async () => {
    const { stage, plan } = await alices();
    const zone = { type: 'zone-changed', zone: 'Asia/Tokyo', update: 'u1', revision: '0' };
    await stage.post(plan, zone);
    await stage.post(`${plan}/address`, { address: NEW });
    const [proof] = await emailed(stage);
    await stage.post(pathIn(proof as Email), {});
    expect((await stage.person('alice')).undo).toBeUndefined();
  });
});

describe('the old address', () => {
  test('takes the plan back within a week, whatever the new one did', async () => {
    const { stage, told, welcome } = await changed();
    expect(told.text).not.toContain('/a/');
    await stage.post(`${pathIn(welcome)}/end-links`, {});
    stage.at(plusMs(NOVEMBER, 7 * DAY_MS - 1));
    expect(await (await stage.get(pathIn(told))).text()).toContain('Take your plan back?');
    expect(await addressNow(stage)).toBe(NEW);
    expect((await stage.post(pathIn(told), {})).status).toBe(200);
    expect(await addressNow(stage)).toBe(OLD);
    expect((await stage.get(pathIn(welcome))).status).toBe(410);
    expect((await stage.post(pathIn(told), {})).status).toBe(410);
  });

  test('gets and gives no second email of a move that is over, though the first counts as unsent', async () => {
    const { stage, proof } = await asked();
    const before = await stage.person('alice');
    const { to, stream } = { to: NEW, stream: 'confirm' } as const;
    const tried = { id: before.moving?.id ?? '', stream, to, at: NOVEMBER };
    await stage.store.write({ ...before, causes: [...before.causes, tried] });
    await stage.post(pathIn(proof), {});
    const moved = await stage.person('alice');
    expect(moved.causes.map((cause) => cause.stream)).toEqual(['notice', 'link']);
    const url = await emailLinks(stage.deps.linkKeys, moved, BASE_URL, NOVEMBER);
    await stage.post(new URL(url.move ?? '').pathname, {});
    const back = await stage.person('alice');
    expect([back.facts.profile.address, back.moving]).toEqual([OLD, undefined]);
    expect(back.causes.map((cause) => cause.stream)).toEqual(['link']);
    const emails = await emailed(stage);
    expect(emails.map((email) => email.to.address)).toEqual([OLD]);
  });

  test('cannot after that week', async () => {
    const { stage, told } = await changed();
    stage.at(plusMs(NOVEMBER, 7 * DAY_MS));
    expect((await stage.post(pathIn(told), {})).status).toBe(410);
    expect(await addressNow(stage)).toBe(NEW);
  });

  test('keeps its week: the plan moves no second time in it', async () => {
    const { stage, welcome, told } = await changed();
    const answer = await stage.post(`${pathIn(welcome)}/address`, { address: 'third@example.org' });
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('changed less than 7 days ago'),
    ]);
    expect(await emailed(stage)).toEqual([]);
    expect((await stage.post(pathIn(told), {})).status).toBe(200);
  });
});

describe('by a link that is older than an hour', () => {
  /** Asked for by any link, proved at the new address: the old mailbox has shown nothing. */
  async function changedByOldLink() {
    const { stage, plan } = await alices();
    const later = plusMs(NOVEMBER, 2 * HOUR_MS);
    stage.at(later);
    expect(await (await stage.get(`${plan}/address`)).text()).toContain('both addresses');
    await stage.post(`${plan}/address`, { address: NEW });
    const [proof] = await emailed(stage, later);
    await stage.post(pathIn(proof as Email), {});
    const emails = await emailed(stage, later);
    const byAddress = (of: string) => emails.find(({ to }) => to.address === of) as Email;
    return { stage, later, told: byAddress(OLD), mine: pathIn(byAddress(NEW)) };
  }

  test('the old address is notified, told how, and can take the plan back', async () => {
    const { stage, told } = await changedByOldLink();
    expect(told.text).toContain('by someone with a link to it');
    expect(told.text).toContain('reminders come here, too');
    expect((await stage.post(pathIn(told), {})).status).toBe(200);
    expect(await addressNow(stage)).toBe(OLD);
  });

  test('the new one cannot take the plan away for a week, even by its newest link', async () => {
    const { stage, later, mine } = await changedByOldLink();
    const { linkEpoch } = await stage.person('alice');
    for (const path of ['/export.json', '/export/rotations.csv', '/delete']) {
      const answer = await stage.get(`${mine}${path}`);
      expect([path, answer.status]).toEqual([path, 403]);
      expect(await answer.text()).toContain('This has to wait');
    }
    expect((await stage.post(`${mine}/delete`, {})).status).toBe(403);
    expect((await stage.post(`${mine}/end-links`, {})).status).toBe(403);
    expect(await stage.person('alice')).toMatchObject({ linkEpoch });
    stage.at(plusMs(later, 7 * DAY_MS));
    expect((await stage.post(`${mine}/end-links`, {})).status).toBe(200);
  });

  test('what we remind of goes to both for that week, and what was asked for to one', async () => {
    const { stage, later, mine } = await changedByOldLink();
    const reminder = { stream: 'digest', nudges: [] } as const;
    const kind = applicantKind({ ...onStage(stage), plan: () => ({ email: reminder }) });
    const person = { ...(await stage.person('alice')), causes: [] };
    const planned = async (at: Instant) => {
      const { email } = await kind.plan(person, at);
      return email?.render();
    };
    const morning = plusMs(later, DAY_MS);
    expect(await planned(morning)).toMatchObject({ to: { address: NEW }, also: OLD });
    expect(await planned(plusMs(later, 8 * DAY_MS))).not.toHaveProperty('also');
    await stage.post('/links', { address: NEW });
    const [link] = await emailed(stage, plusMs(later, HOUR_MS));
    expect(link).not.toHaveProperty('also');
    expect(mine).toContain('/a/');
  });

  test('a link of the last hour skips the wait', async () => {
    const { stage, welcome } = await changed();
    expect((await stage.get(`${pathIn(welcome)}/delete`)).status).toBe(200);
    expect((await stage.get(`${pathIn(welcome)}/export.json`)).status).toBe(200);
  });
});

describe('a reader whose address', () => {
  async function harmed(reach: 'bounced' | 'complained') {
    const { stage, plan } = await alices();
    await stage.store.write({ ...(await stage.person('alice')), reach });
    return { stage, plan };
  }

  test('bounced is told so, confirms a new one, and is reached again', async () => {
    const { stage, plan } = await harmed('bounced');
    const page = await (await stage.get(plan)).text();
    expect(page).toContain(`Our emails to ${OLD} come back`);
    expect(page).toContain(`href="${plan}/address"`);
    await stage.post(`${plan}/address`, { address: NEW });
    const [proof, ...others] = await emailed(stage);
    expect([proof?.to.address, others]).toEqual([NEW, []]);
    expect((await stage.person('alice')).reach).toBe('bounced');
    expect((await stage.post(pathIn(proof as Email), {})).status).toBe(200);
    expect(await stage.person('alice')).toMatchObject({ reach: 'ok', moving: { to: OLD } });
    expect((await emailed(stage)).map(({ to }) => to.address)).toContain(NEW);
  });

  test('bounced gets nothing else at it until then', async () => {
    const { stage, plan } = await harmed('bounced');
    await stage.post('/links', { address: OLD });
    await stage.post(`${plan}/end-links`, {});
    expect(await emailed(stage)).toEqual([]);
  });

  test('bounced cannot have one that bounced, too', async () => {
    const { stage, plan } = await harmed('bounced');
    const id = hashAddress(NEW, 'pepper');
    const who = { personKind: 'applicant', personId: 'gone' } as const;
    await stage.store.write({ kind: 'address', id, version: 0, ...who, reach: 'bounced' });
    await stage.post(`${plan}/address`, { address: NEW });
    expect(await emailed(stage)).toEqual([]);
  });

  test('complained changes it by a link of the last hour, and the old one is emailed nothing', async () => {
    const { stage, plan } = await harmed('complained');
    await stage.post(`${plan}/address`, { address: NEW });
    const [proof, ...others] = await emailed(stage);
    expect([proof?.to.address, others]).toEqual([NEW, []]);
    expect((await stage.post(pathIn(proof as Email), {})).status).toBe(200);
    expect(await stage.person('alice')).toMatchObject({ reach: 'ok' });
    expect((await emailed(stage)).map(({ to }) => to.address)).toEqual([NEW]);
  });

  test('complained cannot change it by an older link, and keeps what was typed', async () => {
    const { stage, plan } = await harmed('complained');
    stage.at(plusMs(NOVEMBER, 2 * HOUR_MS));
    const answer = await stage.post(`${plan}/address`, { address: NEW });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('marked as spam at the current address');
    expect(page).toContain(`value="${NEW}"`);
    expect(await emailed(stage)).toEqual([]);
  });
});

describe('nothing changes', () => {
  test.each(['', 'alice', 'a@x.org, b@x.org', 'Alice <a@x.org>'])(
    'for “%s”, which is no address',
    async (address) => {
      const { stage, plan } = await alices();
      const answer = await stage.post(`${plan}/address`, { address });
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain('aria-invalid="true"');
      expect(page).toContain(`value="${address.replace('<', '&lt;').replace('>', '&gt;')}"`);
      expect(await emailed(stage)).toEqual([]);
    },
  );

  test('for the address that the plan has', async () => {
    const { stage, plan } = await alices();
    const answer = await stage.post(`${plan}/address`, { address: OLD });
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining('Emails go to this address already'),
    ]);
    expect(await emailed(stage)).toEqual([]);
  });

  test('after two days, or once all links were ended', async () => {
    const { stage, proof } = await asked();
    stage.at(plusMs(NOVEMBER, 2 * DAY_MS));
    expect((await stage.post(pathIn(proof), {})).status).toBe(410);
    const other = await asked();
    await other.stage.post(`${other.plan}/end-links`, {});
    expect((await other.stage.post(pathIn(other.proof), {})).status).toBe(410);
    expect(await addressNow(other.stage)).toBe(OLD);
  });

  test('more than three times a day', async () => {
    const { stage, plan } = await alices();
    for (let n = 1; n <= 5; n += 1) {
      await stage.post(`${plan}/address`, { address: `a${n}@example.org` });
      expect(await emailed(stage)).toHaveLength(n <= 3 ? 1 : 0);
    }
  });
});

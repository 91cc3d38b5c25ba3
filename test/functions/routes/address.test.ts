import { describe, expect, test } from 'vitest';
import { applicantKind } from '#functions/kinds/applicant.ts';
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { signInUrl } from '#shared/people/advisor/sign-in-link.ts';
import { claimEmail, settleEmail } from '#shared/people/mailing/claim.ts';
import { requestToAnswer } from '#shared/people/mailing/requested.ts';
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

/** Every email that is asked for now, each recorded as sent. */
async function emailed(stage: Stage, now: Instant = NOVEMBER): Promise<Email[]> {
  const { deps } = stage;
  const kind = applicantKind({
    ...deps,
    render: async (planned, applicant, at) => {
      const urls = await emailLinks(deps.linkKeys, applicant, BASE_URL, at);
      return renderEmail(planned, applicant, urls, deps.worldFor(), at);
    },
    signInUrl: (link, at) => signInUrl(deps.linkKeys, link, BASE_URL, at),
  });
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

  test('cannot after that week', async () => {
    const { stage, told } = await changed();
    stage.at(plusMs(NOVEMBER, 7 * DAY_MS));
    expect((await stage.post(pathIn(told), {})).status).toBe(410);
    expect(await addressNow(stage)).toBe(NEW);
  });

  test('keeps its week: the plan moves no second time in it', async () => {
    const { stage, welcome, told } = await changed();
    await stage.post(`${pathIn(welcome)}/address`, { address: 'third@example.org' });
    expect(await emailed(stage)).toEqual([]);
    expect((await stage.post(pathIn(told), {})).status).toBe(200);
  });
});

describe('nothing changes', () => {
  test('by a link that is older than an hour', async () => {
    const { stage, plan } = await alices();
    stage.at(plusMs(NOVEMBER, HOUR_MS + 1));
    expect((await stage.get(`${plan}/address`)).status).toBe(403);
    expect((await stage.post(`${plan}/address`, { address: NEW })).status).toBe(403);
    expect(await emailed(stage, plusMs(NOVEMBER, HOUR_MS + 1))).toEqual([]);
  });

  test.each(['', 'alice', 'a@x.org, b@x.org', 'Alice <a@x.org>'])(
    'for “%s”, which is no address',
    async (address) => {
      const { stage, plan } = await alices();
      const answer = await stage.post(`${plan}/address`, { address });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('aria-invalid="true"');
      expect(await emailed(stage)).toEqual([]);
    },
  );

  test('for the address that the plan has', async () => {
    const { stage, plan } = await alices();
    expect((await stage.post(`${plan}/address`, { address: OLD })).status).toBe(200);
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

import { describe, expect, test } from 'vitest';
import { applicantKind } from '#functions/kinds/applicant.ts';
import { DAY_MS, HOUR_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { signInUrl } from '#shared/people/advisor/sign-in-link.ts';
import { REQUESTS_MAX } from '#shared/people/applicant/requester-tally.ts';
import { claimEmail, settleEmail } from '#shared/people/mailing/claim.ts';
import { requestToAnswer } from '#shared/people/mailing/requested.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Email } from '#shared/store/mailer.ts';
import { emailLinks } from '#shared/views/email/email-links.ts';
import { renderEmail } from '#shared/views/email/render.ts';
import { aliceFacts, NOVEMBER } from '../shared/plan/moves/stories.ts';
import { BASE_URL, type Stage, webStage } from './web-stage.ts';

const RADHA = {
  name: 'Radha <b>Iyer</b>',
  address: 'radha@example.org',
  zone: 'Asia/Kolkata',
  matchYear: '2028',
  enrollment: 'enrolled',
  pathway: 'integrated-ir',
};

const start = (stage: Stage, of: Partial<typeof RADHA> & { entry?: string } = {}) =>
  stage.post('/start', { ...RADHA, ...of });

async function everybody(stage: Stage): Promise<Applicant[]> {
  const { rows } = await stage.store.due('2099-01-01T00:00:00.000Z', 100);
  const found = await Promise.all(rows.map(({ id }) => stage.store.read('applicant', id)));
  return found.filter((each) => each !== undefined);
}

async function onlyOne(stage: Stage): Promise<Applicant> {
  const [one, ...others] = await everybody(stage);
  if (!one || others.length > 0) throw new Error('There is not exactly one person.');
  return one;
}

const kindOn = ({ deps }: Stage) =>
  applicantKind({
    ...deps,
    render: async (planned, applicant, now) =>
      renderEmail(
        planned,
        applicant,
        await emailLinks(deps.linkKeys, applicant, BASE_URL, now),
        deps.worldFor(),
        now,
      ),
    signInUrl: (link, now) => signInUrl(deps.linkKeys, link, BASE_URL, now),
  });

/** What the next visit answers, recorded as sent. */
async function emailed(stage: Stage, person: Applicant, now: Instant): Promise<Email | undefined> {
  const cause = requestToAnswer(person, now);
  if (!cause) return undefined;
  const { entry, render } = kindOn(stage).requested(person, cause, now);
  const words = await render();
  const claimed = claimEmail(person, entry, words.subject, now);
  await stage.store.write(settleEmail(claimed.person, claimed.n, 'sent', now) ?? person);
  return words;
}

const pathIn = ({ text }: Email) => new URL(/https:\S+/.exec(text)?.[0] ?? '').pathname;

describe('an applicant who starts alone', () => {
  test('is emailed one confirmation, which holds no word that was typed', async () => {
    const stage = webStage(NOVEMBER);
    expect((await start(stage)).status).toBe(200);
    const radha = await onlyOne(stage);
    const email = await emailed(stage, radha, NOVEMBER);
    expect(email?.subject).toBe('Confirm your email address');
    expect(JSON.stringify(email)).not.toContain('Radha');
    expect(await emailed(stage, await onlyOne(stage), NOVEMBER)).toBeUndefined();
  });

  test('begins with what they typed, whatever a stranger typed for their address before', async () => {
    const stage = webStage(NOVEMBER);
    await start(stage, { name: 'Send Money', zone: 'Europe/London', matchYear: '2029' });
    const first = (await emailed(stage, await onlyOne(stage), NOVEMBER)) as Email;
    await start(stage, { name: 'Radha Iyer' });
    const second = (await emailed(stage, await onlyOne(stage), NOVEMBER)) as Email;
    expect(await (await stage.get(pathIn(first))).text()).toContain('Send Money');
    const page = await (await stage.get(pathIn(second))).text();
    expect(page).toContain('begins as <strong>Radha Iyer</strong>, 2028 Match');
    expect((await stage.post(`${pathIn(second)}/confirm`, {})).status).toBe(303);
    const { name, zone, matchYear } = (await onlyOne(stage)).facts.profile;
    expect({ name, zone, matchYear }).toEqual({
      name: 'Radha Iyer',
      zone: 'Asia/Kolkata',
      matchYear: 2028,
    });
    // The stranger's entry went with the first sign-up.
    expect((await stage.post(`${pathIn(first)}/confirm`, {})).status).toBe(303);
    expect((await onlyOne(stage)).facts.profile.name).toBe('Radha Iyer');
  });

  test.each([
    ['visa', 200, 'visa'],
    ['', 200, undefined],
    ['India', 422, undefined],
  ])('may say how they will enter the US: “%s”', async (entry, status, kept) => {
    const stage = webStage(NOVEMBER);
    expect((await start(stage, { entry })).status).toBe(status);
    const [person] = await everybody(stage);
    expect(person?.facts.profile.entry).toBe(kept);
  });

  test('has a plan once the button behind the link is pressed, and not by opening it', async () => {
    const stage = webStage(NOVEMBER);
    await start(stage);
    const email = await emailed(stage, await onlyOne(stage), NOVEMBER);
    const plan = pathIn(email as Email);
    for (let visit = 0; visit < 2; visit += 1) {
      expect(await (await stage.get(plan)).text()).toContain('This is my address: start my plan');
    }
    expect((await onlyOne(stage)).pending).toBeDefined();
    const press = async () => (await stage.post(`${plan}/confirm`, {})).headers.get('location');
    const first = await press();
    expect(await (await stage.get(first ?? '')).text()).toContain(
      'Your plan is started.</span> Reminders go to radha@example.org',
    );
    expect(await press()).toBe(plan);
    const welcome = await emailed(stage, await onlyOne(stage), NOVEMBER);
    expect(welcome?.subject).toBe('The link to your rotation plan');
    expect((await stage.get(pathIn(welcome as Email))).status).toBe(200);
    expect(await emailed(stage, await onlyOne(stage), NOVEMBER)).toBeUndefined();
    const page = await (await stage.get(plan)).text();
    expect(page).toContain('Radha &lt;b&gt;Iyer&lt;/b&gt;: your rotation plan');
    expect(page).not.toContain('Your plan is started');
    expect((await stage.store.cohort('self', 10)).rows).toHaveLength(1);
  });

  test('takes no update, is in no list, and is emailed nothing before that', async () => {
    const stage = webStage(NOVEMBER);
    await start(stage);
    const email = await emailed(stage, await onlyOne(stage), NOVEMBER);
    const response = await stage.post(pathIn(email as Email), {
      type: 'eras-submitted',
      update: 'u1',
      revision: '0',
    });
    expect(response.status).toBe(409);
    expect((await onlyOne(stage)).facts.erasSubmittedOn).toBeUndefined();
    expect((await stage.store.cohort('self', 10)).rows).toEqual([]);
  });

  test('is removed whole after two days, and can begin again', async () => {
    const stage = webStage(NOVEMBER);
    await start(stage);
    const later = plusMs(NOVEMBER, 2 * DAY_MS);
    const kind = kindOn(stage);
    expect(await kind.move?.(await onlyOne(stage), plusMs(later, -1))).toBeUndefined();
    await kind.move?.(await onlyOne(stage), later);
    expect(await everybody(stage)).toEqual([]);
    expect(await stage.store.read('address', hashAddress(RADHA.address, 'pepper'))).toBeUndefined();
    stage.at(later);
    await start(stage);
    expect(await everybody(stage)).toHaveLength(1);
  });
});

describe('the answer', () => {
  test('is the same for somebody who has a plan, who is emailed a link to it', async () => {
    const stage = webStage(NOVEMBER);
    await stage.add('alice', aliceFacts());
    const known = await start(stage, { address: 'alice@example.org', name: 'Somebody else' });
    const stranger = await start(stage);
    expect(await known.text()).toBe(await stranger.text());
    const alice = (await stage.person('alice')) as Applicant;
    expect(alice.causes.map(({ stream }) => stream)).toEqual(['link']);
    expect(alice.facts.profile.name).toBe('Alice Mathew');
  });

  /** A requester's browser, by the address that the proxy names. */
  const from = (stage: Stage, network: string, address: string) =>
    stage.post('/start', { ...RADHA, address }, { 'x-real-ip': network });

  /** How many confirmations leave for so many presses. */
  async function sentFor(stage: Stage, network: string, presses: number): Promise<number> {
    let emails = 0;
    for (let press = 0; press < presses; press += 1) {
      expect((await from(stage, network, RADHA.address)).status).toBe(200);
      const now = stage.deps.clock.now();
      if (await emailed(stage, await onlyOne(stage), now)) emails += 1;
    }
    return emails;
  }

  test('is the same when it is asked again and again, and five emails a day at most leave', async () => {
    const stage = webStage(NOVEMBER, { proxyHeader: 'x-real-ip' });
    const networks = ['198.51.100.7', '203.0.113.9', '192.0.2.9', '2001:db8:1::9'];
    const sent = [];
    for (const network of networks) sent.push(await sentFor(stage, network, 6));
    expect(sent).toEqual([2, 2, 1, 0]);
  });

  test('is an email to the owner, however often a stranger on one network asked before', async () => {
    const stage = webStage(NOVEMBER, { proxyHeader: 'x-real-ip' });
    expect(await sentFor(stage, '2001:db8:1:2::7', 20)).toBe(2);
    // Every network of a household or of a rented server.
    expect(await sentFor(stage, '2001:db8:1:3::8', 20)).toBe(0);
    expect(await sentFor(stage, '2001:db8:1:ffff::8', 20)).toBe(0);
    expect(await sentFor(stage, '203.0.113.9', 1)).toBe(1);
    stage.at(plusMs(NOVEMBER, DAY_MS + 1));
    expect(await sentFor(stage, '2001:db8:1:2::7', 3)).toBe(2);
  });

  test('says so to a flood, and leaves a reserve for everybody else', async () => {
    const stage = webStage(NOVEMBER, { proxyHeader: 'x-real-ip' });
    for (let n = 0; n < 60; n += 1) {
      // Addresses of one IPv6 network are one requester.
      const answer = await from(stage, `2001:db8:1:2::${n}`, `r${n}@example.org`);
      expect(answer.status).toBe(n < REQUESTS_MAX.all.each ? 200 : 429);
    }
    const refused = await from(stage, '2001:db8:1:2::7', 'late@example.org');
    expect(await refused.text()).toContain('Too many plans were started just now');
    expect(stage.log.at(-1)).toMatchObject({ level: 'warn', fields: { reason: 'too-many' } });
    expect((await from(stage, '198.51.100.7', 'honest@example.org')).status).toBe(200);
    expect(await everybody(stage)).toHaveLength(REQUESTS_MAX.all.each + 1);
    stage.at(plusMs(NOVEMBER, HOUR_MS));
    expect((await from(stage, '2001:db8:1:2::7', 'late@example.org')).status).toBe(200);
  });

  test('is closed to nobody else by two networks that take all they may', async () => {
    const stage = webStage(NOVEMBER, { proxyHeader: 'x-real-ip' });
    for (const network of ['198.51.100.7', '198.51.100.8']) {
      for (let n = 0; n < REQUESTS_MAX.all.each; n += 1) {
        await from(stage, network, `r${n}@${network.replaceAll('.', '-')}.example.org`);
      }
      expect((await from(stage, network, 'late@example.org')).status).toBe(429);
    }
    expect((await from(stage, '203.0.113.9', 'honest@example.org')).status).toBe(200);
  });

  test('is closed to nobody else by every network of one IPv6 site', async () => {
    const stage = webStage(NOVEMBER, { proxyHeader: 'x-real-ip' });
    const { each, together } = REQUESTS_MAX.all;
    let begun = 0;
    for (let n = 0; n < together; n += 1) {
      const site = `2001:db8:1:${Math.floor(n / each)}::7`;
      if ((await from(stage, site, `r${n}@example.org`)).status === 200) begun += 1;
    }
    expect(begun).toBe(4 * each);
    expect((await from(stage, '2001:db8:2::7', 'honest@example.org')).status).toBe(200);
  });

  test('believes no list of addresses that the requester made up', async () => {
    const stage = webStage(NOVEMBER, { proxyHeader: 'x-forwarded-for' });
    for (let n = 0; n <= REQUESTS_MAX.all.each; n += 1) {
      const headers = { 'x-forwarded-for': `203.0.113.${n}, 198.51.100.7` };
      const answer = await stage.post(
        '/start',
        { ...RADHA, address: `r${n}@example.org` },
        headers,
      );
      expect(answer.status).toBe(n < REQUESTS_MAX.all.each ? 200 : 429);
    }
  });

  test('refuses a known address as it refuses an unknown one', async () => {
    const stage = webStage(NOVEMBER);
    await stage.add('alice', aliceFacts());
    for (let n = 0; n < REQUESTS_MAX.all.each; n += 1) {
      await start(stage, { address: `r${n}@example.org` });
    }
    const known = await start(stage, { address: 'alice@example.org' });
    const unknown = await start(stage, { address: 'zoe@example.org' });
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()]);
    expect(known.status).toBe(429);
  });

  test('lets a class of sixty behind one network address begin within the hour', async () => {
    const stage = webStage(NOVEMBER, { proxyHeader: 'x-real-ip' });
    for (let n = 0; n < 60; n += 1) {
      expect((await from(stage, '198.51.100.7', `s${n}@example.org`)).status).toBe(200);
      const begun = (await everybody(stage)).find(({ pending }) => pending);
      const plan = `/a/${await stage.token({ personId: begun?.id ?? '' })}`;
      // Every second student confirms at once, the others a little later.
      if (n % 2 === 1 || n > 40) expect((await stage.post(`${plan}/confirm`, {})).status).toBe(303);
    }
    expect(await everybody(stage)).toHaveLength(60);
  });

  test('refuses the second half of a class until the first half has confirmed', async () => {
    const stage = webStage(NOVEMBER, { proxyHeader: 'x-real-ip' });
    const begin = async (n: number) =>
      (await from(stage, '198.51.100.7', `s${n}@example.org`)).status;
    for (let n = 0; n < 30; n += 1) expect(await begin(n)).toBe(200);
    expect(await begin(30)).toBe(429);
    for (const { id } of await everybody(stage)) {
      await stage.post(`/a/${await stage.token({ personId: id })}/confirm`, {});
    }
    for (let n = 30; n < 60; n += 1) expect(await begin(n)).toBe(200);
    expect(await everybody(stage)).toHaveLength(60);
  });

  test('to somebody who loses the race for their address twice takes one place of the hour, not three', async () => {
    const { store } = webStage(NOVEMBER);
    let races = 0;
    const stage = webStage(NOVEMBER, {
      store: {
        ...store,
        write: async (item, alongside) => {
          if (item.kind !== 'address' || races === 2) return store.write(item, alongside);
          races += 1;
          return { written: false };
        },
      },
    });
    expect((await start(stage)).status).toBe(200);
    expect(races).toBe(2);
    expect(await store.read('sign-ups', 'all')).toMatchObject({ taken: 1 });
  });

  test('is the same to an address that bounced, which is not emailed', async () => {
    const stage = webStage(NOVEMBER);
    await stage.store.write({
      kind: 'address',
      id: hashAddress(RADHA.address, 'pepper'),
      version: 0,
      personKind: 'applicant',
      personId: 'gone',
      reach: 'bounced',
    });
    expect((await start(stage)).status).toBe(200);
    expect(await everybody(stage)).toEqual([]);
  });

  test('names what is wrong, keeps what was typed, and begins nothing', async () => {
    const stage = webStage(NOVEMBER);
    const wrong = { name: 'A\r\nBcc: x@example.org', address: 'nowhere', matchYear: '1899' };
    const answer = await start(stage, wrong);
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain('Your name has a line break or an invisible character.');
    expect(page).toContain('Your email address must look like name@example.org.');
    expect(page).toContain('Match year is not one of the choices.');
    expect(page).toContain('value="nowhere"');
    expect(await everybody(stage)).toEqual([]);
  });

  test.each([
    ['an empty address', { address: ' ' }, 'address', 'Your email address is missing.'],
    [
      'two addresses',
      { address: 'a@x.org, b@x.org' },
      'address',
      'Your email address must look like',
    ],
    [
      'a name before it',
      { address: 'Radha <r@x.org>' },
      'address',
      'Your email address must look like',
    ],
    ['a year that is over', { matchYear: '2026' }, 'matchYear', 'Match year is not one of'],
    ['a year too far ahead', { matchYear: '2030' }, 'matchYear', 'Match year is not one of'],
    ['a zone of several countries', { zone: 'IST' }, 'zone', 'Time zone must be a city and'],
    ['a country of several zones', { zone: 'Brazil' }, 'zone', 'Time zone must be a city and'],
  ])('links %s to its field and keeps the rest', async (_, wrong, field, sentence) => {
    const stage = webStage(NOVEMBER);
    const answer = await start(stage, wrong);
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain(`<a href="#start-${field}">${sentence}`);
    expect(page).toContain('value="Radha &lt;b&gt;Iyer&lt;/b&gt;"');
    expect(page).toContain('<option value="integrated-ir" selected>');
    expect(await everybody(stage)).toEqual([]);
  });

  test.each(['Kolkata, India', 'kolkata', 'India', 'Asia/Kolkata', 'Asia/Calcutta'])(
    'takes “%s” as a time zone',
    async (zone) => {
      const stage = webStage(NOVEMBER);
      expect((await start(stage, { zone })).status).toBe(200);
      const { profile } = (await onlyOne(stage)).facts;
      expect(['Asia/Kolkata', 'Asia/Calcutta']).toContain(profile.zone);
    },
  );

  test.each(['2027', '2028', '2029'])('takes the Match year %s', async (matchYear) => {
    const stage = webStage(NOVEMBER);
    expect((await start(stage, { matchYear })).status).toBe(200);
    expect((await onlyOne(stage)).facts.profile.matchYear).toBe(Number(matchYear));
  });

  test('is none to a form from another site', async () => {
    const stage = webStage(NOVEMBER);
    const answer = await stage.post('/start', RADHA, { origin: 'https://elsewhere.example.org' });
    expect(answer.status).toBe(403);
    expect(await everybody(stage)).toEqual([]);
  });
});

describe('a link that works once', () => {
  async function asked(): Promise<{ stage: Stage; once: string }> {
    const stage = webStage(NOVEMBER);
    await stage.add('alice', aliceFacts());
    await stage.post('/links', { address: 'alice@example.org', want: 'once' });
    const email = await emailed(stage, (await stage.person('alice')) as Applicant, NOVEMBER);
    return { stage, once: pathIn(email as Email) };
  }

  test('opens the plan once, however often it is shown', async () => {
    const { stage, once } = await asked();
    for (let look = 0; look < 3; look += 1) expect((await stage.get(once)).status).toBe(200);
    const plan = (await stage.post(once, {})).headers.get('location') ?? '';
    expect(await (await stage.get(plan)).text()).toContain('Alice Mathew: your rotation plan');
    const second = await stage.post(once, {});
    expect(second.status).toBe(410);
    expect(await second.text()).toContain('This link was already used');
  });

  test('is over after fifteen minutes, and what it opened after twelve hours', async () => {
    const { stage, once } = await asked();
    const plan = (await stage.post(once, {})).headers.get('location') ?? '';
    stage.at(plusMs(NOVEMBER, 13 * HOUR_MS));
    expect((await stage.get(plan)).status).toBe(410);
    const other = await asked();
    other.stage.at(plusMs(NOVEMBER, 16 * 60_000));
    expect((await other.stage.post(other.once, {})).status).toBe(410);
  });
});

/** What to ask a host, whom, and when not to write at all. */
import { expect, test } from 'vitest';
import { institutionById, institutions } from '#shared/world/programs/directory.ts';
import { emailToAsk, knownOfHost } from '#shared/world/programs/known-facts.ts';

const TODAY = '2026-11-23';

test('an email asks three questions at most, the ones that decide first', () => {
  for (const host of institutions()) {
    const { asks } = knownOfHost(host, TODAY);
    const email = emailToAsk(host.name, asks);
    expect(email.match(/^\d\. /gm)?.length ?? 0).toBe(Math.min(3, asks.length));
    if (asks[0]) expect(email).toContain(`1. ${asks[0]}`);
  }
});

test('signs of good teaching are a checklist, and in no email', () => {
  const yale = institutionById('yale');
  if (!yale) throw new Error('No Yale.');
  const { asks, checklist } = knownOfHost(yale, TODAY);
  expect(checklist).toContain('Do visiting students scrub in on procedures?');
  expect(emailToAsk('Yale', asks)).not.toContain('scrub in');
});

test('a host whose page asks not to be contacted gets no email, and says why', () => {
  const closed = institutions().filter(({ offering }) => offering.contactRule === 'no-contact');
  expect(closed.length).toBeGreaterThan(0);
  for (const host of closed) {
    expect(knownOfHost(host, TODAY)).toMatchObject({
      noContact: expect.stringContaining('not to write'),
    });
    expect(knownOfHost(host, TODAY)).not.toHaveProperty('mailbox');
  }
});

test('the mailbox is the office’s own, where its page names one', () => {
  const named = institutions().flatMap((host) => knownOfHost(host, TODAY).mailbox ?? []);
  expect(named.length).toBeGreaterThan(5);
  for (const mailbox of named) expect(mailbox).toMatch(/^[^\s/]+@[^\s/]+\.[a-z]+$/i);
  expect(institutions().some((host) => !knownOfHost(host, TODAY).mailbox)).toBe(true);
});

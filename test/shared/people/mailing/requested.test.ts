import { describe, expect, test } from 'vitest';
import {
  DAY_MS,
  HOUR_MS,
  type Instant,
  MINUTE_MS,
  msBetween,
  plusMs,
  SECOND_MS,
} from '#shared/base/time/instant.ts';
import { claimEmail, settleEmail } from '#shared/people/mailing/claim.ts';
import {
  LINK_BOUNDS,
  nextRequestAt,
  requestToAnswer,
  withoutRequests,
  withRequest,
} from '#shared/people/mailing/requested.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Cause } from '#shared/people/person/person.ts';
import { alice, MONDAY } from '../../../cast.ts';

type Fate = 'sent' | 'failed' | 'missing' | 'claimed';

const LINK = { id: 'c1', stream: 'link', at: MONDAY } as const;
const asking = (of: Partial<Applicant> = {}) => withRequest(alice(of), LINK, LINK_BOUNDS);

describe('a request', () => {
  test('is to be answered at once', () => {
    expect(requestToAnswer(asking(), MONDAY)).toEqual(LINK);
    expect(asking().dueAt).toBe(MONDAY);
  });

  test('that is refused all day is tried within a minute, then at growing waits, in the end once an hour', () => {
    let person = asking();
    const tries: Instant[] = [];
    for (let at = MONDAY; at < plusMs(MONDAY, DAY_MS); at = plusMs(at, SECOND_MS)) {
      const cause = requestToAnswer(person, at);
      if (!cause) continue;
      tries.push(at);
      person = tried(person, cause, 'failed', at);
    }
    const waits = tries.slice(1).map((at, index) => msBetween(tries[index] ?? at, at));
    expect(waits.slice(0, 4).every((wait) => wait <= MINUTE_MS)).toBe(true);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.at(-1)).toBe(HOUR_MS);
    expect(tries.length).toBeLessThan(45);
    expect(person.emails).toHaveLength(1);
  });

  test('to an address that does not exist is tried again a day later', () => {
    const refused = tried(asking(), LINK, 'missing', MONDAY);
    expect(requestToAnswer(refused, plusMs(MONDAY, DAY_MS - SECOND_MS))).toBeUndefined();
    expect(requestToAnswer(refused, plusMs(MONDAY, DAY_MS))).toEqual(LINK);
    const again = { ...LINK, id: 'c2', at: plusMs(MONDAY, SECOND_MS) };
    expect(requestToAnswer(withRequest(refused, again, LINK_BOUNDS), again.at)).toEqual(again);
  });

  test('whose outcome is unknown is also tried again within a minute', () => {
    const doubted = tried(asking(), LINK, 'claimed', MONDAY);
    expect(requestToAnswer(doubted, MONDAY)).toBeUndefined();
    expect(requestToAnswer(doubted, plusMs(MONDAY, MINUTE_MS))).toEqual(LINK);
  });

  test('that is answered is over', () => {
    const answered = tried(asking(), LINK, 'sent', MONDAY);
    expect(requestToAnswer(answered, plusMs(MONDAY, DAY_MS))).toBeUndefined();
    expect(nextRequestAt(answered, MONDAY)).toBeUndefined();
  });

  test.each(['bounced', 'complained'] as const)('is not answered to who %s', (reach) => {
    expect(requestToAnswer(asking({ reach }), MONDAY)).toBeUndefined();
  });

  test('is answered to who unsubscribed', () => {
    expect(requestToAnswer(asking({ reach: 'unsubscribed' }), MONDAY)).toEqual(LINK);
  });

  test('for a confirmation is answered until the address is confirmed, and no other before', () => {
    const confirm = { ...LINK, stream: 'confirm' } as const;
    const pending = { since: MONDAY };
    expect(requestToAnswer(alice({ causes: [confirm], pending }), MONDAY)).toEqual(confirm);
    expect(requestToAnswer(alice({ causes: [confirm] }), MONDAY)).toBeUndefined();
    expect(requestToAnswer(asking({ pending }), MONDAY)).toBeUndefined();
  });
});

describe('asking again', () => {
  const again = (person: Applicant, at: Instant) =>
    withRequest(person, { ...LINK, id: 'c2', at }, LINK_BOUNDS);

  test('changes nothing while an email is on its way', () => {
    const soon = plusMs(MONDAY, SECOND_MS);
    const untried = asking();
    expect(again(untried, soon)).toBe(untried);
    const claimed = tried(untried, LINK, 'claimed', MONDAY);
    expect(again(claimed, soon)).toBe(claimed);
  });

  test('after a refusal is a new request, due at once, in place of the old one', () => {
    const soon = plusMs(MONDAY, SECOND_MS);
    const asked = again(tried(asking(), LINK, 'failed', MONDAY), soon);
    expect(asked.causes.map(({ id }) => id)).toEqual(['c2']);
    expect(asked.dueAt).toBe(soon);
    expect(requestToAnswer(asked, soon)?.id).toBe('c2');
  });

  test('is answered three times a day, then hourly, whatever was refused: the owner’s own request is never lost', () => {
    const pressed = (fate: Fate, everyMs: number, presses: number) => {
      let person = alice();
      let count = 0;
      for (let press = 0; press < presses; press += 1) {
        const at = plusMs(MONDAY, press * everyMs);
        const asked = withRequest(person, { ...LINK, id: `p${press}`, at }, LINK_BOUNDS);
        if (asked !== person) count += 1;
        const cause = requestToAnswer(asked, at);
        person = cause ? tried(asked, cause, fate, at) : asked;
      }
      return count;
    };
    expect(pressed('sent', MINUTE_MS, 60)).toBe(3);
    expect(pressed('sent', HOUR_MS, 24)).toBe(24);
    expect(pressed('sent', 10 * MINUTE_MS, 144)).toBe(3 + 23);
    expect(pressed('failed', MINUTE_MS, 60)).toBe(60);
  });
});

test('what is planned beside it sees every other cause', () => {
  const correction = { id: 'c0', stream: 'correction', at: MONDAY } as const;
  expect(withoutRequests(asking({ causes: [correction] })).causes).toEqual([correction]);
});

function tried(person: Applicant, cause: Cause, fate: Fate, at: Instant): Applicant {
  const entry = { stream: cause.stream, keys: [cause.id], rotationIds: [] };
  const claimed = claimEmail(person, entry, 'A new link', at);
  if (fate === 'claimed') return claimed.person;
  const settled =
    fate === 'missing'
      ? settleEmail(claimed.person, claimed.n, 'failed', at, 'no such user', 'address')
      : settleEmail(claimed.person, claimed.n, fate, at);
  return settled ?? claimed.person;
}

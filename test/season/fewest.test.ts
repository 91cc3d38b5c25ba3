/** The twelve people of the demo from November 2026 on, seventeen months, against the fewest emails that would do. */
import { describe, expect, test } from 'vitest';
import { castAt } from '#infra/local/demo/seed.ts';
import type { DemoPerson } from '#infra/local/demo/story.ts';
import { DAY_MS, dayIn, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { accept, withTimePassed } from '#shared/people/applicant/accept.ts';
import { type Applicant, newApplicant } from '#shared/people/person/applicant.ts';
import { type Occasion, occasionsAt } from '#shared/words/occasions.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { plansOf } from '../laws/plans.ts';
import { emailsOf, fewestFor, type LivedEmail } from './lived.ts';

const NOVEMBER: Instant = '2026-11-23T17:00:00.000Z';
const UNTIL = plusMs(NOVEMBER, 517 * DAY_MS);
const ANSWERS_AFTER_DAYS = 2;
const PLANS = 16;
/** Under forty, with the loss of the season on Match Day, which no cap suppresses. */
const MOST = 39;

const PEOPLE = castAt(NOVEMBER).map((person) => {
  const applicant = begun(person);
  const { zone } = person.profile;
  return {
    id: person.id,
    applicant,
    passive: emailsOf(applicant, NOVEMBER, UNTIL),
    active: emailsOf(applicant, NOVEMBER, UNTIL, ANSWERS_AFTER_DAYS),
    fewest: fewestFor(applicant, NOVEMBER, UNTIL),
    zone,
  };
});

/**
 * Silence loses their rotations: who answers keeps them, with papers, a visa, and a letter to ask for. Once the interview
 * is booked a visa has no day to start by, and is asked for by itself two weeks before it is due. Bob is also asked whether
 * his rotation at a host that grants no letters took place, in a fortnight without any other email.
 */
const MORE: Readonly<Record<string, number>> = { bob: 5, hana: 2, ivan: 1 };

describe.each(PEOPLE)('$id', ({ id, applicant, passive, active, fewest, zone }) => {
  test('gets fewer than forty emails with nothing done, within a tenth of the fewest', () => {
    expect(fewest).toBeGreaterThan(3);
    expect(passive.length).toBeLessThanOrEqual(MOST);
    expect(passive.length).toBeLessThanOrEqual(Math.round(fewest * 1.1));
  });

  test('gets no more who answers each in two days, but for what an answer opened', () => {
    expect(saidToBoth(active, passive, applicant)).toBeLessThanOrEqual(passive.length);
    expect(active.length).toBeLessThanOrEqual(passive.length + (MORE[id] ?? 0));
    expect(perMatter(active)).toBeLessThan(perMatter(passive));
  });

  test('gets one email a day, and a fourth in a week only where no cap suppresses it', () => {
    for (const emails of [passive, active]) {
      const days = emails.map(({ at }) => dayIn(zone, at));
      expect(new Set(days).size).toBe(days.length);
      const fourths = emails.flatMap((_, index) => (mayBeFourth(emails, index) ? [] : [index]));
      expect(fourths).toEqual([]);
    }
  });
});

test('no email says nothing: with nobody acting, none is an overview', () => {
  const silent = PEOPLE.flatMap(({ passive }) => passive).filter(({ email }) => email.overview);
  expect(silent).toEqual([]);
});

/**
 * Keeping a rotation that silence loses, a person is asked for all that it needs, and someone who answers gets overviews.
 * Every other email names something that was said to the silent reader, or was open to them just so at that moment.
 */
function saidToBoth(
  active: readonly LivedEmail[],
  passive: readonly LivedEmail[],
  silent: Applicant,
): number {
  const said = new Set(passive.flatMap(({ email }) => email.nudges.map(mattersOf)));
  return active.filter(({ at, email }) => {
    if (email.nudges.length === 0) return false;
    const { facts } = withTimePassed(silent, at, PUBLISHED_WORLD);
    const open = new Set(occasionsAt(facts, PUBLISHED_WORLD, at).map(askedOf));
    return email.nudges.some(
      (nudge) => said.has(mattersOf(nudge)) || open.has(askedOf(nudge.occasion)),
    );
  }).length;
}

/** Emails for each thing that they name. */
function perMatter(emails: readonly LivedEmail[]): number {
  const named = emails.flatMap(({ email }) =>
    email.nudges.map(({ occasion: { rule, subject } }) => `${rule}|${subject}`),
  );
  return emails.length / new Set(named).size;
}

/** Each with its day: an answer that moves a day opens it again. */
function mattersOf({ occasion: { rule, subject, deadline } }: { occasion: Occasion }): string {
  return `${rule}|${subject}|${deadline.day}`;
}

/** An answer about its rotation starts its question again. */
function askedOf(occasion: Occasion): string {
  return `${mattersOf({ occasion })}|${occasion.since}`;
}

/** True where fewer than three left in the six days before, or something in it has no day to wait. */
function mayBeFourth(emails: readonly LivedEmail[], index: number): boolean {
  const [email, third] = [emails[index], emails[index - 3]];
  if (!email || !third || plusMs(third.at, 6 * DAY_MS) < email.at) return true;
  return email.email.nudges.some(
    ({ rung, occasion }) =>
      ['3', '0', '+1', 'start+1', 'lost'].includes(rung) || occasion.ladder === 'offer',
  );
}

/** Of 200 such plans, 81 get more who answer: each of those emails is of what an answer opened, or an overview. */
test('in generated plans too, who answers gets more only of what an answer opened', () => {
  for (const { applicant, now, seed } of plansOf(PLANS)) {
    if (applicant.reach !== 'ok' || applicant.pending) continue;
    const until = plusMs(now, 517 * DAY_MS);
    const passive = emailsOf(applicant, now, until);
    const active = emailsOf(applicant, now, until, ANSWERS_AFTER_DAYS);
    const extra = saidToBoth(active, passive, applicant) - passive.length;
    expect.soft(extra, `plan ${seed}`).toBeLessThanOrEqual(0);
  }
});

function begun({ id, profile, story }: DemoPerson): Applicant {
  const facts = { profile, rotations: [], documents: [] };
  const first = plusMs(NOVEMBER, -400 * DAY_MS);
  return story
    .toSorted((a, b) => b.daysAgo - a.daysAgo)
    .reduce(
      (person, { daysAgo, event, id: updateId }, index) => {
        const at = plusMs(NOVEMBER, -daysAgo * DAY_MS);
        const update = { id: updateId ?? `past-${index}`, by: 'applicant', event } as const;
        const present = withTimePassed(person, at, PUBLISHED_WORLD);
        const answer = accept(present, update, at, PUBLISHED_WORLD);
        if (answer.verdict !== 'accepted') throw new Error(`${id}: ${event.type} is refused.`);
        return answer.applicant;
      },
      newApplicant({ id, cohortId: 'demo', facts }, first),
    );
}

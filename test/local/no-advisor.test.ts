/** Someone who started a plan without a school has no advisor, so no email and no page refers them to one. */
import { expect, test } from 'vitest';
import { galleryEmails } from '#infra/local/gallery/emails.ts';
import { peopleIn } from '#infra/local/gallery-routes.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { SELF_COHORT } from '#shared/people/applicant/pending.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { reachSchema } from '#shared/people/person/person.ts';
import { costsPage } from '#shared/views/pages/costs-page.ts';
import { experiencePage } from '#shared/views/pages/experience-page.ts';
import { confirmErasePage, downloadPage } from '#shared/views/pages/leaving-pages.ts';
import { ownLettersPage } from '#shared/views/pages/letters/own-letters-page.ts';
import * as messages from '#shared/views/pages/message-pages.ts';
import { planPage } from '#shared/views/pages/plan-page.ts';
import { profilePage } from '#shared/views/pages/profile-page.ts';
import { rotationPage } from '#shared/views/pages/rotation-page.ts';
import { unreachablePage } from '#shared/views/pages/stop-pages.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { viewOfStory } from '../shared/views/pages/page-views.ts';
import { seededDemo } from './seeded-demo.ts';
import { BASE_URL } from './small-demo.ts';

const NOW: Instant = '2026-11-23T21:30:00.000Z';
const SHOWN = { world: PUBLISHED_WORLD, now: NOW, baseUrl: BASE_URL };
const { applicants, writers } = await peopleIn((await seededDemo(NOW)).store);

test('an advisor is named in no email to a person without one', () => {
  const named = emailsTo(SELF_COHORT).filter(({ email }) => advisorIn(email.text).length > 0);
  // An advisor writes a message, and imports a plan; the notices are about who sees the plan.
  expect(named.map(({ id }) => id)).toEqual([
    'imported',
    'message',
    'notice-shared',
    'notice-taken-out',
    'notice-archived',
    'notice-brought-back',
    'notice-moved',
    'disowned',
    'cases-received',
  ]);
});

test('in emails to a school’s applicants the advisor is named', () => {
  const named = emailsTo('demo').filter(({ email }) => /or ask your advisor/.test(email.text));
  expect(named.length).toBeGreaterThan(20);
});

test('an advisor is named on no page of a person without one', () => {
  const pages = pagesOf(SELF_COHORT);
  expect(pages.length).toBeGreaterThan(50);
  expect(pages.flatMap(advisorIn)).toEqual([]);
});

test('on the pages of a school’s applicants the advisor is named', () => {
  expect(pagesOf('demo').flatMap(advisorIn).length).toBeGreaterThan(10);
});

test('a page for readers we do not know names no advisor', () => {
  const pages = [
    messages.expiredLinkPage('t'),
    messages.messagePage('foreign-link'),
    messages.askForLinkPage(),
    messages.cohortFormPage('/c'),
    messages.messagePage('link-asked'),
    messages.messagePage('not-found'),
    messages.serverErrorPage('r1'),
    messages.messagePage('once-spent'),
    messages.messagePage('once-closed'),
  ];
  expect(pages.flatMap(advisorIn)).toEqual([]);
});

function emailsTo(cohortId: string) {
  const people = { applicants: applicants.map((each) => ({ ...each, cohortId })), writers };
  return galleryEmails({ ...people, ...SHOWN }).filter(
    ({ stream }) => stream !== 'brief' && stream !== 'sign-in',
  );
}

function pagesOf(cohortId: string): string[] {
  return applicants.flatMap((person) =>
    reachSchema.options.flatMap((reach) => {
      const of: Partial<Applicant> = { ...person, cohortId, reach };
      const view = viewOfStory(person, NOW, of);
      return [
        planPage(view),
        profilePage(view),
        costsPage(view),
        experiencePage(view),
        ownLettersPage(view),
        downloadPage(view),
        confirmErasePage(view),
        unreachablePage(view.applicant),
        ...person.facts.rotations.map((rotation) => rotationPage(view, rotation)),
      ];
    }),
  );
}

/** The guide's publisher is called Residency Advisor. */
function advisorIn(page: string): string[] {
  return [...page.matchAll(/[^<>]*(?<!Residency )advisor[^<>]*/gi)].map(([sentence]) => sentence);
}

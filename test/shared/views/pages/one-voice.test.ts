/** Pages, the plan command, and emails about the same plan on the same day. */
import { describe, expect, test } from 'vitest';
import { emailUrls } from '#shared/base/links/urls.ts';
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import { sentenceOf } from '#shared/cohort/risk/finding.ts';
import { risksOf } from '#shared/cohort/risk/risks-of.ts';
import { forecast } from '#shared/people/mailing/forecast.ts';
import { withOutlook } from '#shared/people/outlook/look-ahead.ts';
import { summaryOfApplicant } from '#shared/people/outlook/summary.ts';
import { emailDays, planReport } from '#shared/people/plan-report/plan-report.ts';
import { planText } from '#shared/people/plan-report/plan-text.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { renderEmail } from '#shared/views/email/render.ts';
import { planPage } from '#shared/views/pages/plan-page.ts';
import { rotationPage } from '#shared/views/pages/rotation-page.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { factsOf, fileOf, withProfile, withRotation } from '../../../cases/judged.ts';
import { aliceFacts, BROWN, storyOf } from '../../plan/moves/stories.ts';
import { viewOfStory } from './page-views.ts';

const NOVEMBER_23: Instant = '2026-11-23T17:00:00.000Z';
const DECEMBER_12: Instant = '2026-12-12T17:00:00.000Z';
const AUGUST: Instant = '2027-08-20T15:00:00.000Z';
const URLS = { answer: 'T', unsubscribe: 'U' };

describe('a step that is past its start and past its day', () => {
  const file = fileOf('late-starter-not-told');
  const said = saidOf(file, NOVEMBER_23);
  const own = saidOf(withRotation(file, { since: '2026-08-03' }), NOVEMBER_23);

  test('is late by one number of days, from the day that is shown', () => {
    expect(own.command).toContain('Decide on the Example Hospital IR rotation: late by 70 days.');
    expect(own.page).toContain(
      'Should have started by Mon, Sep 14, 2026, 70 days ago; was due Mon, Oct 5, 2026',
    );
    expect(own.subject).toBe(
      'Should have started by Mon, Sep 14: decide on the Example Hospital IR rotation (70 days late)',
    );
    expect(own.email).toContain('This was due Mon, Oct 5, 2026 (');
    expect(own.report).toContain('should have started by Mon, Sep 14, 2026 (70 days ago)');
  });

  test('is late only since the rotation was added, where its day was before that', () => {
    expect(said.command).toContain(
      'Decide on the Example Hospital IR rotation: late by 70 days (from before the rotation was added).',
    );
    expect(said.page).toContain(
      'Late: best started by Mon, Sep 14, 2026, before the rotation was added; was due Mon, Oct 5',
    );
    expect(said.subject).toBe(
      'Late, best started by Mon, Sep 14: decide on the Example Hospital IR rotation (before the rotation was added)',
    );
    expect(said.email).toContain('This was due Mon, Oct 5, 2026 (');
    expect(said.report).toContain(
      'best started by Mon, Sep 14, 2026 (before the rotation was added)',
    );
    for (const each of Object.values(said))
      expect(each).not.toMatch(/should have started|\d days ago/i);
  });

  test('is late since the plan began, where the whole plan lacks it', () => {
    const match2027 = saidOf(withProfile(file, { matchYear: 2027 }), NOVEMBER_23);
    expect(match2027.page).toMatch(/Was due Wed, Sep 23, 2026, 9:00 [^<]*, before the plan began/);
    expect(match2027.subject).toBe(
      'Late, was due Wed, Sep 23: submit the ERAS application (before the plan began)',
    );
    expect(match2027.email).toMatch(/This was due Wed, Sep 23, .*, before the plan began\./);
    expect(match2027.report).toContain('(before the plan began');
  });

  test('is named once where it is the only one', () => {
    expect(said.command).toContain(
      'Decide on the Example Hospital IR rotation. Decide whether to apply to Example Hospital',
    );
  });
});

describe('an offer that came after the day by which its answer was best given', () => {
  const visa = { ...aliceFacts().profile, entry: 'visa', visaWaitDays: 30 } as const;
  const offered = storyOf(BROWN, aliceFacts({ profile: visa }))
    .report('2027-03-01T15:00:00.000Z', { type: 'applied', rotationId: 'r1' })
    .report('2027-06-21T15:00:00.000Z', {
      type: 'offered',
      rotationId: 'r1',
      expiresOn: '2027-06-30',
    });
  const said = saidBy(offered.facts, '2027-06-23T15:00:00.000Z');

  test('blames nobody for that day, and names the end of the offer', () => {
    expect(said.subject).toBe(
      'Late, best started by Fri, Jun 4, due Wed, Jun 30: answer the offer from the Brown IR rotation (7 days left)',
    );
    expect(said.page).toContain(
      'Late: best started by Fri, Jun 4, 2027, before the offer was entered; due Wed, Jun 30',
    );
    expect(said.report).toMatch(
      /offer .*: best started by Fri, Jun 4, 2027 \(before the offer was entered/,
    );
    expect(said.command).toMatch(
      /Answer the offer .*: late by 19 days \(from before the offer was entered\)/,
    );
    for (const each of [said.subject, said.email, said.command, said.report])
      expect(each).not.toMatch(/should have started[^:]*: answer the offer/i);
  });

  test('nor, once it is accepted, for the days of what follows it', () => {
    const accepted = offered.report('2027-06-24T15:00:00.000Z', {
      type: 'accepted',
      rotationId: 'r1',
    });
    const { page, email } = saidBy(accepted.facts, '2027-06-25T15:00:00.000Z');
    expect(page).toMatch(/best (?:started )?by [^.]*, before the offer was entered/);
    expect(email).not.toMatch(/should have started by [^:]*: (?:visa|housing|flight) for/i);
  });

  test('but names no offer where none was entered, as for a rotation added once accepted', () => {
    const accepted = offered.report('2027-06-24T15:00:00.000Z', {
      type: 'accepted',
      rotationId: 'r1',
    });
    const rotations = accepted.facts.rotations.map(({ offeredOn: _, ...each }) => ({
      ...each,
      addedOn: '2027-06-24' as const,
    }));
    const { page, command, report } = saidBy(
      { ...accepted.facts, rotations },
      '2027-06-25T15:00:00.000Z',
    );
    for (const each of [page, command, report]) {
      expect(each).toContain('before the rotation was added');
      expect(each).not.toContain('before the offer was entered');
    }
  });

  test('and says when it should have been, where the offer came in time', () => {
    const early = storyOf(BROWN, aliceFacts({ profile: visa }))
      .report('2027-03-01T15:00:00.000Z', { type: 'applied', rotationId: 'r1' })
      .report('2027-06-01T15:00:00.000Z', {
        type: 'offered',
        rotationId: 'r1',
        expiresOn: '2027-06-30',
      });
    expect(saidBy(early.facts, '2027-06-23T15:00:00.000Z').subject).toMatch(
      /^Should have started by Fri, Jun 4, due Wed, Jun 30: answer the offer/,
    );
  });
});

describe('a question', () => {
  const said = saidOf(
    withRotation(fileOf('no-email-to-apply'), { since: '2026-12-01' }),
    DECEMBER_12,
  );

  test('is never late, however long it has been open', () => {
    expect(said.page).toContain('Open since Tue, Dec 1, 2026');
    expect(said.rotation).not.toContain('</span> late: ');
    expect(said.page).not.toContain('Was due');
  });
});

describe('a rotation that is lost', () => {
  const lost = withRotation(fileOf('late-but-on-track'), {
    status: 'submitted',
    since: '2027-01-04',
  });
  const said = saidOf(lost, AUGUST);

  test('says so on both pages, and waits for nobody', () => {
    expect(said.page).toContain('not possible as planned');
    expect(said.rotation).toContain('not possible as planned');
    expect(said.page).not.toContain('Waiting on others');
    expect(said.page).not.toContain('waiting on the host');
  });

  test('and does so only once it is', () => {
    const before = saidOf(lost, '2027-02-01T17:00:00.000Z');
    expect(before.page).toContain('waiting on the host');
    expect(before.page).not.toContain('not possible as planned');
  });
});

describe('the documents of an accepted rotation', () => {
  test('are not called done by the command while one is missing', () => {
    const file = withRotation(fileOf('late-but-on-track'), { status: 'collecting' });
    const { command } = saidOf(file, '2027-04-05T17:00:00.000Z');
    expect(command).toMatch(/Reminders for someone[\s\S]*: get it and send it to the host/);
    expect(command).not.toMatch(/documents for the Wisconsin IR rotation: done$/m);
  });
});

test('a sentence that ends with an hour has one period', () => {
  expect(saidOf(fileOf('no-email-to-apply'), DECEMBER_12).page).not.toMatch(/[ap]\.m\.\./);
});

describe('a count that was missed', () => {
  const said = saidOf(fileOf('only-rotation-withdrawn'), '2027-03-05T17:00:00.000Z');

  test('stands behind what can still be done, on the page and in the email', () => {
    expect(said.page).toContain('Missed: an early IR or DR rotation');
    expect(said.page).toContain('Since Mon, Mar 1, 2027');
    expect(said.page).toContain('Draw up the list of target programs ');
    expect(said.subject).not.toContain('Missed');
  });
});

test('an applicant who needs no visa is not sent to the consulate alone', () => {
  const { rotation } = saidOf(fileOf('entry-without-visa-not-checked'), NOVEMBER_23);
  expect(rotation).toContain('at the consulate or the border.');
});

test('what is not known of a host is asked for in plain English', () => {
  const { page } = saidOf(fileOf('late-starter-not-told'), NOVEMBER_23);
  expect(page).toContain(
    'Your plan has no confirmed integrated IR site (not known for Example Hospital: ask)',
  );
  expect(page).toContain('Your pathway: integrated IR');
});

test.each([
  ['finished-without-letter', 'a letter from there complements'],
  ['withdrawn', 'Your plan has no US rotation yet'],
])('a US rotation that took place is not called missing: %s', (closedReason, why) => {
  const file = withRotation(fileOf('late-but-on-track'), {
    status: 'closed',
    closedReason,
    dates: { start: '2027-07-05', end: '2027-07-30' },
  });
  expect(saidOf(file, AUGUST).command).toContain(why);
});

function saidOf(file: object, now: Instant) {
  return saidBy(factsOf(file, now), now);
}

function saidBy(facts: Facts, now: Instant) {
  const view = viewOfStory({ facts }, now);
  const [first] = forecast(view.applicant, PUBLISHED_WORLD, now, 1);
  const [rotation] = facts.rotations;
  if (!rotation) throw new Error('The file has no rotation.');
  const urls = emailUrls('https://example.org', URLS);
  const email = first && renderEmail(first.email, first.applicant, urls, PUBLISHED_WORLD, first.at);
  return {
    page: planPage(view),
    rotation: rotationPage(view, rotation),
    command: planText(
      facts,
      planReport(facts, PUBLISHED_WORLD, now),
      emailDays(facts, PUBLISHED_WORLD, now),
    ),
    email: email?.text,
    subject: email?.subject,
    report: risksOf(
      summaryOfApplicant(withOutlook(view.applicant, PUBLISHED_WORLD, now)),
      dayIn(facts.profile.zone, now),
    )
      .map(sentenceOf)
      .join('\n'),
  };
}

test('an estimated day that has passed is not the reason for a loss', () => {
  const file = withRotation(fileOf('late-but-on-track'), {
    dates: { start: '2027-05-02', end: '2027-05-29' },
  });
  const { page } = saidOf(file, AUGUST);
  expect(page).toContain('No longer possible: apply for the Wisconsin IR rotation.');
  expect(page).not.toContain('may still take applications');
});

test('what only comfort depends on comes after what the state counts', () => {
  const file = withRotation(fileOf('late-but-on-track'), {
    status: 'collecting',
    dates: { start: '2027-04-19', end: '2027-05-14' },
  });
  const { command } = saidOf(file, '2027-04-05T17:00:00.000Z');
  const [, counted = '', comfort = ''] = command.split(/^(?=Late|Also late)/m);
  const [number] = command.match(/\d+(?= steps late)/) ?? [];
  expect(counted.split(/\n\n/)[0]?.match(/: late /g)).toHaveLength(Number(number));
  expect(comfort).toMatch(/Housing for the .*: late by/);
});

/** Pairs of sentences that readers found to contradict each other, each as a kind of plan. */
import { describe, expect, test } from 'vitest';
import { emailUrls } from '#shared/base/links/urls.ts';
import type { Day } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { forecast } from '#shared/people/mailing/forecast.ts';
import { planReport } from '#shared/people/plan-report/plan-report.ts';
import { planText } from '#shared/people/plan-report/plan-text.ts';
import { renderEmail } from '#shared/views/email/render.ts';
import { nextAction } from '#shared/views/pages/plan/next-action.ts';
import { planPage } from '#shared/views/pages/plan-page.ts';
import { rotationPage } from '#shared/views/pages/rotation-page.ts';
import { possibleOccasions } from '#shared/views/pages/rotation-words.ts';
import { hostRules } from '#shared/words/host-rules.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { viewOfStory } from '../shared/views/pages/page-views.ts';
import { type File, factsOf, fileOf, judged, withProfile, withRotation } from './judged.ts';

const URLS = emailUrls('https://example.org', { answer: 'T', unsubscribe: 'U' });
const noon = (day: Day): Instant => `${day}T17:00:00.000Z`;

function said(file: object, day: Day) {
  const facts = factsOf(file, noon(day));
  const view = viewOfStory({ facts }, noon(day));
  const [next] = forecast(view.applicant, PUBLISHED_WORLD, noon(day), 1);
  const report = planReport(facts, PUBLISHED_WORLD, noon(day));
  return {
    page: planPage(view),
    rotations: facts.rotations.map((each) => rotationPage(view, each)),
    command: planText(facts, report, new Map()),
    email: next && renderEmail(next.email, next.applicant, URLS, PUBLISHED_WORLD, next.at).text,
    rules: facts.rotations.flatMap((each) =>
      hostRules(each, facts, PUBLISHED_WORLD, 'applicant').map(({ state, ids }) => ({
        state,
        ids,
      })),
    ),
  };
}

const BASE = fileOf('late-starter-not-told');
const EMPTY = { ...BASE, rotations: [] };
const ACCEPTED = withProfile(
  withRotation(BASE, {
    host: { name: 'Yale', institutionId: 'yale-international-electives' },
    status: 'collecting',
    dates: { start: '2027-03-15', end: '2027-04-09' },
    since: '2026-11-01',
  }),
  { entry: 'waiver' },
);

describe('a plan without a rotation', () => {
  // Programs review on Wed, Sep 22, 2027, by our estimate.
  const BY = 'due by about Sat, Apr 3, 2027 (our estimate).';

  test.each([
    ['2026-11-23', 'is'],
    ['2027-04-03', 'is'],
    ['2027-05-03', 'was'],
  ] as const)(
    'has one day for its first application on page, command, and email: %s',
    (day, verb) => {
      const { page, command, email } = said(EMPTY, day);
      for (const voice of [page, command, email])
        expect(voice).toContain(`the first application ${verb} ${BY}`);
    },
  );

  test('is late since that day, and not before', () => {
    expect(said(EMPTY, '2027-04-03').page).not.toContain('late since');
    expect(said(EMPTY, '2027-04-04').page).toContain('late since about Sat, Apr 3, 2027');
  });

  test('is told of no such day once it has one', () => {
    expect(said(BASE, '2026-11-23').page).not.toContain('the first application');
  });
});

describe('a season that was over before the plan began', () => {
  const late = withProfile(EMPTY, { matchYear: 2026 });

  test.each([
    ['without a rotation', late],
    ['with one for later', withProfile(BASE, { matchYear: 2026 })],
  ])('says so and nothing else, %s', (_, file) => {
    const { page, command } = said(file, '2026-03-23');
    for (const voice of [page, command]) {
      expect(voice).toContain('This season is over');
      expect(voice).not.toMatch(/no longer possible|submit the ERAS/i);
    }
    expect(judged(file, noon('2026-03-23')).emails(60)).toEqual([]);
  });

  test('is not over on Match Day, nor for who had a rotation by then', () => {
    expect(judged(late, noon('2026-03-20')).at.state.name).not.toBe('over');
    const earlier = withRotation(withProfile(BASE, { matchYear: 2026 }), { since: '2026-01-05' });
    expect(judged(earlier, noon('2026-03-23')).at.state.name).not.toBe('over');
  });
});

describe('what comes next', () => {
  test('is the soonest day of the applicant’s own, a room before an ESTA', () => {
    const { page, command } = said(ACCEPTED, '2027-01-11');
    expect(page).toContain('Next: housing for the Yale IR rotation');
    expect(command).toContain('Next: Housing for the Yale IR rotation.');
  });

  test('is nothing to begin while the host has it', () => {
    const waiting = withRotation(ACCEPTED, { status: 'submitted', appliedOn: '2027-01-04' });
    const row = boardOf(said(waiting, '2027-01-11').page);
    expect(row).toContain('waiting on the host');
    expect(row).not.toContain('start by');
    expect(row).toContain('starts Mon, Mar 15');
  });
});

describe('a rotation that is counted as late', () => {
  const offered = withProfile(
    withRotation(ACCEPTED, { status: 'offered', offerExpiresOn: '2027-01-15' }),
    { entry: 'visa', visaWaitDays: 30 },
  );

  test('names what is late, though its offer comes first', () => {
    const { page, rotations } = said(offered, '2027-01-11');
    expect(page).toMatch(/▲<\/span> \d late/);
    expect(page).toContain('Next: answer the offer from the Yale IR rotation');
    for (const voice of [boardOf(page), rotations[0]])
      expect(voice).toContain('</span> late: visa appointment');
    expect(boardOf(page)).toContain('answer the offer by');
  });

  test('names nothing before its day', () => {
    expect(boardOf(said(offered, '2026-12-01').page)).not.toContain('</span> late');
  });
});

describe('the rules of a host', () => {
  test('that has said yes ask only how the applicant enters', () => {
    const open = said(ACCEPTED, '2027-01-11').rules.filter(({ state }) => state === 'ask');
    expect(open.flatMap(({ ids }) => ids)).toEqual(['visa']);
  });

  test('that has not are all asked', () => {
    const listed = withRotation(ACCEPTED, { status: 'shortlisted' });
    const open = said(listed, '2027-01-11').rules.filter(({ state }) => state === 'ask');
    expect(open.flatMap(({ ids }) => ids)).toEqual(expect.arrayContaining(['department', 'visa']));
  });
});

test.each([
  ['esta', 'waiver', false],
  ['G14', 'citizen', true],
] as const)('the time that %s takes is its own', (rule, entry, needsTests) => {
  const now = noon('2027-01-11');
  const view = viewOfStory({ facts: factsOf(withProfile(ACCEPTED, { entry }), now) }, now);
  const own = possibleOccasions(view).filter((each) => each.rule === rule);
  expect(own.length).toBeGreaterThan(0);
  expect(String(nextAction(view, own)).includes('tests and signatures')).toBe(needsTests);
});

/** What no page, command, or email says together, and what they say instead. */
describe('what was found by readers who looked for it', () => {
  const visa = withProfile(ACCEPTED, { entry: 'visa', visaWaitDays: 60 });
  const appointment = (day: Day) =>
    withRotation(visa, {
      steps: [{ step: 'visa-appointment', state: 'done', on: '2026-11-20' }],
      visaAppointmentOn: day,
    });
  const unread = withProfile(appointment('2027-02-01'), { visaWaitDays: undefined });
  const atConsulate = withRotation(visa, {
    checklist: [{ kind: 'visa', status: 'submitted', heldBy: 'visa' }],
  });
  const citizen = (of: object) => withProfile(withRotation(BASE, of), { entry: 'citizen' });
  const kiribati = withProfile(citizen({ status: 'preparing', windowClosesOn: '2027-03-05' }), {
    zone: 'Pacific/Kiritimati',
  });
  const weill = citizen({
    host: { name: 'Weill', institutionId: 'weill-cornell-international-electives' },
    status: 'preparing',
    since: '2026-11-01',
    dates: { start: '2027-09-06', end: '2027-10-01' },
    windowClosesOn: '2027-04-20',
  });
  const griffin = withProfile(
    citizen({
      host: { name: 'Griffin', institutionId: 'griffin-hospital-internal-medicine-observership' },
      mode: 'observer',
      route: 'observership',
      specialty: 'medicine',
      dates: { start: '2027-06-07', end: '2027-07-02' },
    }),
    { enrollment: 'graduate', graduationOn: '2026-06-30', ecfmgCertified: false },
  );
  const yale = { host: { name: 'Yale', institutionId: 'yale-international-electives' } };
  const april = { ...yale, status: 'preparing', hostDays: { 'apply-by': '2027-04-01' } };
  const aDay = { start: '2027-05-03', end: '2027-05-03' };
  const february = { start: '2028-02-07', end: '2028-03-03' };
  const told = [{ writer: { name: 'Dr. Lee', specialty: 'ir' }, askedOn: '2026-09-25' }];
  const finished = {
    dates: { start: '2026-09-07', end: '2026-10-02' },
    status: 'closed',
    closedReason: 'complete',
    since: '2026-11-05',
    letters: told.map((each) => ({ ...each, status: 'assigned' })),
  };
  const complete = withProfile(
    {
      ...BASE,
      erasSubmittedOn: '2026-09-03',
      rotations: [finished, { ...finished, specialty: 'dr' }].map((of) => ({
        ...BASE.rotations[0],
        ...of,
      })),
    },
    { matchYear: 2027 },
  );

  test.each<[why: string, file: File, day: Day, expected: RegExp, never: RegExp]>([
    [
      'a lost visa',
      atConsulate,
      '2027-03-14',
      /First: No longer possible: visa/,
      /to the interview/,
    ],
    ['a question', visa, '2027-03-16', /First: Did the Yale IR rotation start\? /, /\?\./],
    ['a missed appointment', visa, '2027-03-16', /IMPOSSIBLE G13/, /IMPOSSIBLE visa/],
    [
      'a late appointment',
      appointment('2027-03-16'),
      '2026-12-01',
      /is after the last day/,
      /last day was/,
    ],
    [
      'a tight one',
      appointment('2027-03-10'),
      '2027-02-15',
      /Mar 10, 2027.* be earlier\?|be earlier\?/i,
      /visa for the Yale IR rotation: (LATE|start)/,
    ],
    [
      'one with weeks to spare',
      appointment('2027-02-01'),
      '2026-12-01',
      /visa for the Yale IR rotation: done by Sat, Mar 13/,
      /be earlier/,
    ],
    [
      'a wait with the appointment booked',
      unread,
      '2026-12-01',
      /visa appointment for the Yale IR rotation: done/,
      /the wait at the consulate/,
    ],
    [
      'a wait of years',
      withProfile(visa, { visaWaitDays: 1000 }),
      '2026-11-27',
      /one step for your Yale IR rotation/,
      /by [A-Z][a-z]+, [A-Z][a-z]+ \d+ · [^i]/,
    ],
    ['a day that runs on in the US', kiribati, '2027-03-05', /Only hours are left/, /-\d+ days/],
    [
      'an offer beyond the first day',
      citizen({ status: 'offered', since: '2027-01-04', offerExpiresOn: '2027-07-10' }),
      '2027-06-30',
      /3 days left/,
      /10 days left/,
    ],
    [
      'an offer',
      citizen({ status: 'offered', since: '2027-01-04', offerExpiresOn: '2027-01-15' }),
      '2027-01-10',
      /answer the offer/,
      /before (applying|you apply)|before you pay/,
    ],
    [
      'an opening',
      weill,
      '2027-04-15',
      /Start by Thu, Apr 15, 2027, today/,
      /apply for the Weill IR rotation: late/,
    ],
    [
      'two refusals',
      griffin,
      '2026-12-01',
      /July.* Griffin requires an ECFMG certificate/,
      /last day to apply at/,
    ],
    [
      'a day that the host gave',
      citizen(april),
      '2027-02-01',
      /done by Thu, Apr 1, 2027/,
      /(due|done by) Sun, Mar 7/,
    ],
    [
      'a rotation of a day',
      citizen({ dates: aDay, status: 'underway', since: '2027-05-03' }),
      '2027-05-03',
      /talk with a mentor/i,
      /Apr 26/,
    ],
    [
      'a letter after the Match',
      citizen({ dates: february, status: 'collecting', since: '2027-11-01' }),
      '2028-01-15',
      /cannot count for this Match/,
      /still be added later/,
    ],
    [
      'a comfort that is missing',
      complete,
      '2026-11-29',
      /On track. Next: two or three rotation stories/,
      /Still missing/,
    ],
    [
      'a season that ended',
      withProfile(BASE, { matchYear: 2026 }),
      '2026-05-03',
      /This season is over/,
      /Findings/,
    ],
  ])('is said in one way: %s', (_, file, day, expected, never) => {
    const { page, command, email } = said(file, day);
    const all = [page, command, email ?? ''].join('\n').replaceAll(/<[^>]*>/g, ' ');
    expect(all).toMatch(expected);
    expect(all).not.toMatch(never);
  });

  test('is in an email once, whatever a page rules out', () => {
    expect(said(griffin, '2026-12-01').email?.match(/rules out the Griffin/g)).toHaveLength(1);
  });

  test('is counted from one day on every page: since when a host has it', () => {
    const waitlisted = citizen({
      status: 'waitlisted',
      since: '2026-12-04',
      appliedOn: '2026-11-04',
    });
    const now = noon('2027-06-10');
    const { matter } = judged(waitlisted, now);
    expect(matter('host-answer|r1')?.heldBy?.since).toBe('2026-12-04');
    expect(said(waitlisted, '2027-05-10').page).toContain('since Fri, Dec 4, 2026');
  });
});

/** The list of rotations. */
function boardOf(page: string): string {
  return page.slice(page.indexOf('class="board"'), page.indexOf('class="whole"'));
}

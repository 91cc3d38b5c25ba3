import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import { forecast } from '#shared/people/mailing/forecast.ts';
import { newApplicant } from '#shared/people/person/applicant.ts';
import { emailDays, planReport } from '#shared/people/plan-report/plan-report.ts';
import { planText } from '#shared/people/plan-report/plan-text.ts';
import { readPlanFile } from '#shared/plan/plan-file/read-plan-file.ts';
import { stateWords } from '#shared/words/state-words.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { MONDAY } from '../../../cast.ts';

const EXAMPLE = readFileSync(
  new URL('../../../../docs/plan-example.json', import.meta.url),
  'utf8',
);
const PROFILE = { matchYear: 2028, enrollment: 'enrolled' };
const DATES = { start: '2027-07-05', end: '2027-07-30' };
const OVER = { status: 'waiting', dates: { start: '2026-10-05', end: '2026-10-30' } };
const WRITTEN = {
  id: 'l1',
  writer: { name: 'Dr. Ray', specialty: 'ir' },
  status: 'requested',
  askedOn: '2026-10-20',
};

const withVisa = (status: string) => ({
  host: 'Brown',
  specialty: 'ir',
  status: 'collecting',
  dates: DATES,
  checklist: [{ kind: 'visa', status }],
});

describe('a plan file is read', () => {
  test.each(['visa', 'in-us'])('accepts a visa from somebody who enters with one: %s', (entry) => {
    const read = accepted({ profile: { ...PROFILE, entry }, rotations: [withVisa('cleared')] });
    expect(read.rotations[0]?.checklist).toContainEqual(
      expect.objectContaining({ kind: 'visa', status: 'cleared' }),
    );
  });

  test('with the least that a person must say', () => {
    const facts = accepted({ profile: PROFILE });
    expect(facts.profile).toMatchObject({ name: 'Applicant', zone: 'America/New_York' });
    expect(facts.rotations).toEqual([]);
    expect(facts.profile.entry).toBeUndefined();
  });

  test('with a rotation of one line, which stands on the list', () => {
    const [rotation] = accepted({
      profile: PROFILE,
      rotations: [{ host: 'Brown', specialty: 'ir', dates: DATES }],
    }).rotations;
    expect(rotation).toMatchObject({
      id: 'r1',
      host: { name: 'Brown' },
      mode: 'hands-on',
      country: 'US',
      stage: 'identify',
    });
  });

  test('with a paper that it lists again without its last day', () => {
    const documents = [{ expiresOn: '2027-09-01' }, {}].map((of) => ({
      kind: 'tb',
      issuedOn: '2026-09-01',
      ...of,
    }));
    expect(accepted({ profile: PROFILE, documents }).documents).toEqual(documents);
  });

  test('with a code alone, which brings the host’s visiting rules', () => {
    const [rotation] = accepted({
      profile: PROFILE,
      rotations: [{ host: { name: 'UAB', programCode: '4160100001' }, specialty: 'ir' }],
    }).rotations;
    expect(rotation?.host.institutionId).toBe('uab');
  });

  test('with a visa for a program whose host takes no waiver', () => {
    const host = { name: 'Baylor', programCode: '4204821195' };
    const { rotations } = accepted({
      profile: { ...PROFILE, entry: 'waiver' },
      rotations: [{ ...withVisa('to-do'), host }],
    });
    expect(rotations[0]?.checklist).toContainEqual(
      expect.objectContaining({ kind: 'visa', status: 'to-do' }),
    );
  });

  test('with the host’s checklist, and what the file knows better', () => {
    const [rotation] = accepted({
      profile: { ...PROFILE, entry: 'visa' },
      rotations: [
        {
          host: 'Brown',
          specialty: 'ir',
          dates: DATES,
          status: 'collecting',
          checklist: [{ kind: 'tb', status: 'cleared' }],
        },
      ],
    }).rotations;
    const statusOf = (kind: string) =>
      rotation?.checklist.find((item) => item.kind === kind)?.status;
    expect([statusOf('tb'), statusOf('mmr'), statusOf('visa')]).toEqual([
      'cleared',
      'to-do',
      'to-do',
    ]);
  });

  test('with time passed since it was written: an offer of last week is gone', () => {
    const [rotation] = accepted({
      profile: PROFILE,
      rotations: [
        {
          host: 'Brown',
          specialty: 'ir',
          dates: DATES,
          status: 'offered',
          offerExpiresOn: '2026-11-20',
        },
      ],
    }).rotations;
    expect(rotation?.closed?.reason).toBe('offer-expired');
  });
});

describe('a plan file is refused, naming field and reason,', () => {
  test.each<[why: string, file: unknown, problem: string]>([
    ['without a profile', {}, 'profile is missing'],
    ['without enrollment', { profile: { matchYear: 2028 } }, 'profile.enrollment is missing'],
    [
      'with a word it does not know',
      { profile: { ...PROFILE, visa: true } },
      'profile.visa is not a known field',
    ],
    [
      'with the old question of a visa',
      { profile: { ...PROFILE, needsVisa: true } },
      'profile.needsVisa is not a known field: write profile.entry, which is citizen, in-us,',
    ],
    [
      'with a day that is none',
      withRotation({ dates: { start: '2027-02-30', end: '2027-03-26' } }),
      'rotations.0.dates.start is not a calendar day written YYYY-MM-DD',
    ],
    [
      'with an end before its start',
      withRotation({ dates: { start: '2027-07-30', end: '2027-07-05' } }),
      'rotations.0.dates.end is before the start',
    ],
    [
      'with a rotation of more than a year',
      withRotation({ dates: { start: '2027-07-05', end: '2028-07-29' } }),
      'rotations.0.dates.end makes it a rotation of 391 days',
    ],
    [
      'with a rotation in five years',
      withRotation({ dates: { start: '2032-07-05', end: '2032-07-30' } }),
      'rotations.0.dates.start 2032-07-05 is more than three years ahead',
    ],
    [
      'with a graduate who graduates tomorrow',
      { profile: { ...PROFILE, enrollment: 'graduate', graduationOn: '2026-11-24' } },
      'profile.graduationOn 2026-11-24 is in the future',
    ],
    [
      'with a visa for a citizen',
      {
        profile: { ...PROFILE, entry: 'citizen' },
        rotations: [withVisa('to-do')],
      },
      'rotations.0.checklist visa is given, but profile.entry is citizen',
    ],
    [
      'with a paper of the future',
      { profile: PROFILE, documents: [{ kind: 'tb', issuedOn: '2026-11-25' }] },
      'documents.0.issuedOn 2026-11-25 is in the future',
    ],
    [
      'with a paper that expires before it was issued',
      {
        profile: PROFILE,
        documents: [{ kind: 'tb', issuedOn: '2026-11-02', expiresOn: '2025-11-02' }],
      },
      'documents.0.expiresOn is before issuedOn',
    ],
    [
      'with an application that was sent tomorrow',
      withRotation({ dates: DATES, status: 'submitted', appliedOn: '2026-11-24' }),
      'rotations.0.appliedOn 2026-11-24 is in the future',
    ],
    [
      'with a step that was done tomorrow',
      withRotation({ dates: DATES, steps: [{ step: 'housing', state: 'done', on: '2026-11-24' }] }),
      'rotations.0.steps.0.on 2026-11-24 is in the future',
    ],
    [
      'with a task that was done tomorrow',
      withRotation({
        dates: DATES,
        tasks: [{ title: 'TACE', assignedOn: '2026-11-20', doneOn: '2026-11-24' }],
      }),
      'rotations.0.tasks.0.doneOn 2026-11-24 is in the future',
    ],
    [
      'with a task that is given tomorrow',
      withRotation({ dates: DATES, tasks: [{ title: 'TACE', assignedOn: '2026-11-24' }] }),
      'rotations.0.tasks.0.assignedOn 2026-11-24 is in the future',
    ],
    [
      'with an ERAS application of next year',
      { profile: PROFILE, erasSubmittedOn: '2027-09-03' },
      'erasSubmittedOn 2027-09-03 is in the future',
    ],
    [
      'with a host that is not in the directory',
      withRotation({ host: { name: 'X', institutionId: 'x' } }),
      'rotations.0.host.institutionId x is not in the directory of hosts',
    ],
    [
      'with an accepted place and no dates',
      withRotation({ status: 'collecting' }),
      'rotations.0.dates is missing, which a rotation that is collecting must have',
    ],
    [
      'with one id twice',
      { profile: PROFILE, rotations: [1, 2].map(() => ({ id: 'a', host: 'B', specialty: 'ir' })) },
      'rotations.1.id a is used twice',
    ],
    [
      'with an id that another one has without being given it',
      {
        profile: PROFILE,
        rotations: [
          { id: 'r2', host: 'B', specialty: 'ir' },
          { host: 'C', specialty: 'ir' },
        ],
      },
      'rotations.1.id r2 is used twice',
    ],
    [
      'with one id for two letters',
      withRotation({ ...OVER, letters: [WRITTEN, { ...WRITTEN, erasLetterId: 'A2345' }] }),
      'rotations.0.letters.1.id l1 is used twice',
    ],
    [
      'with one ERAS Letter ID for two letters',
      withRotation({
        ...OVER,
        letters: ['l1', 'l2'].map((id) => ({ ...WRITTEN, id, erasLetterId: 'A2345' })),
      }),
      'rotations.0.letters.1.erasLetterId A2345 is used twice',
    ],
    [
      'with one paper twice on a checklist',
      withRotation({
        status: 'collecting',
        dates: DATES,
        checklist: ['to-do', 'cleared'].map((status) => ({ kind: 'tb', status })),
      }),
      'rotations.0.checklist tb is given twice',
    ],
    [
      'with one step twice',
      withRotation({
        dates: DATES,
        steps: ['begun', 'done'].map((state) => ({ step: 'housing', state, on: '2026-11-02' })),
      }),
      'rotations.0.steps housing is given twice',
    ],
    [
      'with two last days of one paper',
      {
        profile: PROFILE,
        documents: [{}, { expiresOn: '2027-09-01' }, { expiresOn: '2027-01-01' }].map((of) => ({
          kind: 'tb',
          issuedOn: '2026-09-01',
          ...of,
        })),
      },
      'documents.2 and documents.1 are one tb with two last days',
    ],
    [
      'with an appointment for a visa that nobody needs',
      {
        profile: { ...PROFILE, entry: 'waiver' },
        rotations: [{ ...withVisa('cleared'), checklist: [], visaAppointmentOn: '2027-01-20' }],
      },
      'rotations.0.visaAppointmentOn is given, but profile.entry is waiver',
    ],
    ['that is a list', [{ profile: PROFILE }], 'the file is not of type object'],
    ['with one rotation, not in a list', { profile: PROFILE, rotations: {} }, 'rotations is not'],
    [
      'with a count below zero',
      { profile: PROFILE, storyCount: -1 },
      'storyCount is not a whole number from 0 to 50',
    ],
    ['with a name of pages', { profile: { ...PROFILE, name: 'x'.repeat(9_999) } }, 'profile.name'],
    [
      'with more rotations than a plan holds',
      { profile: PROFILE, rotations: Array(13).fill({ host: 'B', specialty: 'ir' }) },
      'rotations',
    ],
  ])('%s', (_, file, problem) => {
    const read = readPlanFile(JSON.stringify(file), MONDAY, PUBLISHED_WORLD);
    expect(read.ok ? 'accepted' : read.failure.join('\n')).toContain(problem);
  });

  test.each(['matchYear', 'm\\u0061tchYear'])(
    'with a field twice, of which only the last would count: %s',
    (again) => {
      const twice = `{"profile": {"matchYear": 2027, "name": "a \\"b\\": {", "${again}": 2028}}`;
      const read = readPlanFile(twice, MONDAY, PUBLISHED_WORLD);
      expect(read.ok ? [] : read.failure).toEqual([
        'the field matchYear is given twice in one place',
      ]);
    },
  );

  test('longer than a plan can be', () => {
    const long = JSON.stringify({ profile: { ...PROFILE, name: 'x'.repeat(12_000_000) } });
    const read = readPlanFile(long, MONDAY, PUBLISHED_WORLD);
    expect(read.ok ? [] : read.failure).toEqual([
      'the file is longer than a plan can be, which is 1,000,000 characters',
    ]);
  });

  test('when it is as long as a plan can be', () => {
    const withName = (name: string) => JSON.stringify({ profile: { ...PROFILE, name } });
    const long = withName('x'.repeat(1_000_000 - withName('').length));
    const read = readPlanFile(long, MONDAY, PUBLISHED_WORLD);
    expect(read.ok ? 'accepted' : read.failure.join('\n')).toMatch(/^profile\.name /);
  });

  test('when it is not JSON', () => {
    const read = readPlanFile('{"profile": ', MONDAY, PUBLISHED_WORLD);
    expect(read.ok ? 'accepted' : read.failure.join('\n')).toMatch(/^the file is not JSON: /);
  });
});

describe('a rotation of a plan file that contradicts itself', () => {
  const PAST = { start: '2026-10-05', end: '2026-10-30' };
  const NOW = { start: '2026-11-16', end: '2026-12-11' };

  test.each<[why: string, of: object, problem: string]>([
    [
      'is underway before its first day',
      { status: 'underway', dates: DATES },
      'status is underway, but dates.start 2027-07-05 is in the future',
    ],
    [
      'waits for a letter before its last day',
      { status: 'waiting', dates: NOW },
      'status is waiting, but dates.end 2026-12-11 is in the future',
    ],
    [
      'has started before its first day',
      { status: 'upcoming', dates: DATES, confirmed: ['started'] },
      'confirmed says started, but dates.start 2027-07-05 is in the future',
    ],
    [
      'has ended before its last day',
      { status: 'underway', dates: NOW, confirmed: ['started', 'ended'] },
      'confirmed says ended, but dates.end 2026-12-11 is in the future',
    ],
    [
      'started and is only on the list',
      { status: 'shortlisted', dates: PAST, confirmed: ['started'] },
      'confirmed started is given, but status is shortlisted',
    ],
    [
      'is complete before its last day',
      { status: 'closed', closedReason: 'complete', dates: NOW },
      'closedReason is complete, but dates.end 2026-12-11 is in the future',
    ],
    [
      'is closed for a reason and open',
      { status: 'submitted', closedReason: 'rejected', dates: DATES },
      'closedReason is given, but status is submitted',
    ],
    [
      'was applied for and is still prepared',
      { status: 'preparing', appliedOn: '2026-11-02', dates: DATES },
      'appliedOn is given, but status is preparing',
    ],
    [
      'was applied for after its first day',
      { status: 'submitted', appliedOn: '2026-11-02', dates: PAST },
      'dates.start 2026-10-05 is before appliedOn 2026-11-02',
    ],
    [
      'was followed up before it was applied for',
      { status: 'submitted', appliedOn: '2026-11-02', followedUpOn: '2026-10-02', dates: DATES },
      'followedUpOn 2026-10-02 is before appliedOn 2026-11-02',
    ],
    [
      'has an offer and waits for one',
      { status: 'waitlisted', offerExpiresOn: '2027-01-15', dates: DATES },
      'offerExpiresOn is given, but status is waitlisted',
    ],
    [
      'has feedback from before its first day',
      { status: 'underway', feedback: { mood: 'positive', on: '2026-11-02' }, dates: NOW },
      'feedback.on 2026-11-02 is before dates.start 2026-11-16',
    ],
    [
      'has a letter and is only applied for',
      {
        status: 'submitted',
        letters: [WRITTEN],
        dates: { start: '2026-10-05', end: '2026-10-30' },
      },
      'letters is given, but status is submitted',
    ],
    [
      'has a letter to assign, and none',
      { status: 'to-assign', dates: PAST },
      'status is to-assign, but no letter is uploaded',
    ],
    [
      'can be applied for until two days',
      { windowClosesOn: '2027-02-01', hostDays: { 'apply-by': '2027-03-01' }, dates: DATES },
      'hostDays.apply-by is 2027-03-01, but windowClosesOn is 2027-02-01',
    ],
    [
      'had a task done before it was given',
      {
        status: 'underway',
        tasks: [{ title: 'TACE', assignedOn: '2026-11-20', doneOn: '2026-11-18' }],
        dates: NOW,
      },
      'tasks.0.doneOn 2026-11-18 is before assignedOn 2026-11-20',
    ],
  ])('is refused: it %s', (_, of, problem) => {
    const read = readPlanFile(JSON.stringify(withRotation(of)), MONDAY, PUBLISHED_WORLD);
    expect(read.ok ? ['accepted'] : read.failure).toEqual([`rotations.0.${problem}`]);
  });

  test.each<[why: string, of: object]>([
    ['starts today', { status: 'underway', dates: { start: '2026-11-23', end: '2026-12-18' } }],
    ['ends today', { status: 'waiting', dates: { start: '2026-10-26', end: '2026-11-23' } }],
    ['is underway and started', { status: 'underway', dates: NOW, confirmed: ['started'] }],
    ['took place', { status: 'waiting', dates: PAST, confirmed: ['started', 'ended'] }],
    ['is only on the list and possible', { dates: DATES, confirmed: ['possible'] }],
    ['is complete', { status: 'closed', closedReason: 'complete', dates: PAST }],
    ['was rejected before its days', { status: 'closed', closedReason: 'rejected', dates: DATES }],
    ['was applied for', { status: 'submitted', appliedOn: '2026-11-02', dates: DATES }],
    ['was accepted, and its first day passed since', { status: 'collecting', dates: NOW }],
    [
      'was followed up on the day of the application',
      { status: 'submitted', appliedOn: '2026-11-02', followedUpOn: '2026-11-02', dates: DATES },
    ],
    ['has an offer', { status: 'offered', offerExpiresOn: '2027-01-15', dates: DATES }],
    [
      'has a letter that was asked for before its first day',
      { status: 'underway', letters: [{ ...WRITTEN, askedOn: '2026-11-02' }], dates: NOW },
    ],
    [
      'has all its papers, and one that was not accepted',
      { status: 'upcoming', dates: DATES, checklist: [{ kind: 'tb', status: 'not-accepted' }] },
    ],
    [
      'wants its papers after its first day',
      { status: 'collecting', hostDays: { 'documents-by': '2027-08-02' }, dates: DATES },
    ],
    [
      'is offered until after its last day',
      { status: 'offered', offerExpiresOn: '2027-08-02', dates: DATES },
    ],
    [
      'has feedback from its first day',
      { status: 'underway', feedback: { mood: 'positive', on: '2026-11-16' }, dates: NOW },
    ],
  ])('is none, and is read: it %s', (_, of) => {
    const read = readPlanFile(JSON.stringify(withRotation(of)), MONDAY, PUBLISHED_WORLD);
    expect(read.ok ? 'accepted' : read.failure).toBe('accepted');
  });
});

describe('what a plan file says in vain is said beside the plan', () => {
  test.each<[why: string, file: unknown, notice: string]>([
    [
      'the link of a rotation outside the US to the directory',
      withRotation({ host: { name: 'Yale', institutionId: 'yale' }, country: 'DE' }),
      'rotations.0.host.institutionId yale is not used, because it is in the US and country is DE: no rule of the directory applies',
    ],
    [
      'a checklist before the host has accepted',
      withRotation({
        status: 'submitted',
        dates: DATES,
        checklist: [{ kind: 'tb', status: 'to-do' }],
      }),
      'rotations.0.checklist is not used, because status is submitted',
    ],
    [
      'that it is closed, but not why',
      withRotation({ status: 'closed' }),
      'rotations.0.closedReason is missing: the rotation is read as withdrawn',
    ],
    [
      'that a graduate is enrolled',
      { profile: { ...PROFILE, graduationOn: '2026-06-30' } },
      'profile.graduationOn 2026-06-30 is past, but profile.enrollment is enrolled: from that day on, rotations are judged as a graduate’s',
    ],
    [
      'an application in ERAS of an earlier year',
      { profile: PROFILE, erasSubmittedOn: '2025-09-03' },
      'erasSubmittedOn 2025-09-03 is before 2027-09-01 (estimated), the first day anyone can apply for Match 2028',
    ],
    [
      'an application in ERAS before the published day',
      { profile: { ...PROFILE, matchYear: 2027 }, erasSubmittedOn: '2026-09-01' },
      'erasSubmittedOn 2026-09-01 is before 2026-09-02, the first day anyone can apply for Match 2027',
    ],
  ])('%s', (_, file, notice) => {
    const read = readPlanFile(JSON.stringify(file), MONDAY, PUBLISHED_WORLD);
    expect(read.ok ? read.value.notices : read.failure).toEqual([notice]);
  });

  test('each link of one rotation outside the US to the directory', () => {
    const host = { name: 'Yale', institutionId: 'yale', programCode: '4160100001' };
    const file = JSON.stringify(withRotation({ host, country: 'DE' }));
    const read = readPlanFile(file, MONDAY, PUBLISHED_WORLD);
    expect(read.ok ? read.value.notices : read.failure).toEqual([
      expect.stringMatching(/^rotations\.0\.host\.institutionId yale is not used/),
      expect.stringMatching(/^rotations\.0\.host\.programCode 4160100001 is not used/),
    ]);
  });

  test('and nothing else', () => {
    const read = readPlanFile(EXAMPLE, MONDAY, PUBLISHED_WORLD);
    expect(read.ok && read.value.notices).toEqual([]);
  });
});

describe('the example of the docs', () => {
  const facts = accepted(JSON.parse(EXAMPLE));
  const report = planReport(facts, PUBLISHED_WORLD, MONDAY);

  test('says which step is late, and by how many days', () => {
    // March 29 − 3 to arrive; − 7 flight; − 21 passport; − 150 and − 14 appointment is September 15.
    expect(report.late.find(({ rule }) => rule === 'G13')).toMatchObject({
      subject: 'r2',
      byDays: 69,
      next: expect.stringContaining('expedited appointment'),
    });
  });

  test('gives every nudge its rule, due day, and source', () => {
    for (const nudge of report.nudges) {
      expect(nudge).toMatchObject({ due: expect.stringMatching(/^\d{4}-/) });
      expect(nudge.source.length).toBeGreaterThan(5);
    }
    expect(report.nudges.find(({ rule }) => rule === 'apply')).toMatchObject({
      due: '2027-03-07',
    });
    expect(report.nudges.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['G6', 'G13', 'G14']),
    );
  });

  test('puts first what is lost soonest', () => {
    const left = report.late.map(({ daysLeft = Number.MAX_SAFE_INTEGER }) => daysLeft);
    expect(left.length).toBeGreaterThan(1);
    expect(left).toEqual(left.toSorted((a, b) => a - b));
  });

  test('says the state of the plan in the words of the pages', () => {
    expect(report.state).toEqual(stateWords(agendaAt(facts, PUBLISHED_WORLD, MONDAY)));
    expect(report.state.text).toContain('Book it today, and ask the consulate');
  });

  test('says when each is emailed next, as the planner does', () => {
    const emailed = emailDays(facts, PUBLISHED_WORLD, MONDAY);
    const applicant = newApplicant({ id: 'a1', cohortId: 'c1', facts }, MONDAY);
    const [first] = forecast(applicant, PUBLISHED_WORLD, MONDAY, 1);
    if (!first) throw new Error('Nothing is emailed.');
    const on = dayIn(facts.profile.zone, first.at);
    const named = first.email.nudges.map(
      ({ occasion }) => `due/${occasion.rule}/${occasion.subject}`,
    );
    expect(named.length).toBeGreaterThan(0);
    for (const key of named) expect(emailed.get(key)).toBe(on);
    expect(planText(facts, report, emailed)).toContain(`Emailed on ${phraseDay(on)}.`);
    // What waits for the visa is on no email before the visa is there.
    expect(emailed.get('due/flight/r2')).toBeUndefined();
  });

  test('reads as plain text, late things first', () => {
    const text = planText(facts, report, new Map());
    const places = [
      'Late: do this now',
      'Steps to the Yale',
      'Reminders for someone',
      'Findings',
    ].map((title) => text.indexOf(title));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(text).toContain('LATE by 69 days; start by');
  });
});

function withRotation(of: object): unknown {
  return { profile: PROFILE, rotations: [{ host: 'Brown', specialty: 'ir', ...of }] };
}

function accepted(file: unknown) {
  const read = readPlanFile(JSON.stringify(file), MONDAY, PUBLISHED_WORLD);
  if (!read.ok) throw new Error(read.failure.join('\n'));
  return read.value.facts;
}

/** Every matter, told three ways: to be done, done, and not this person’s. */
import { describe, expect, test } from 'vitest';
import { agenda } from '#shared/agenda/agenda.ts';
import { viewOf } from '#shared/agenda/matter.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { ReportedStep, Rotation } from '#shared/plan/facts/rotation.ts';
import { MATTER_RULES, wordsOf } from '#shared/words/matters/matter-words.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import {
  acceptedAtBrown,
  aliceFacts,
  BROWN,
  cleared,
  letter,
  midwayAtBrown,
  type Story,
  storyOf,
} from '../plan/moves/stories.ts';

const nobody = aliceFacts();
const listed = storyOf();
const applied = listed.report('2027-02-10T15:00:00.000Z', { type: 'applied', rotationId: 'r1' });
const offered = applied.report('2027-03-10T15:00:00.000Z', {
  type: 'offered',
  rotationId: 'r1',
  expiresOn: '2027-03-20',
});
const accepted = acceptedAtBrown();
const ready = cleared(accepted, '2027-05-01T15:00:00.000Z');
const underway = ready.wait('2027-07-18T15:00:00.000Z');
const praised = midwayAtBrown();
const asked = praised.report('2027-07-20T15:00:00.000Z', {
  type: 'letter-asked',
  rotationId: 'r1',
  writer: { name: 'Dr. Ortiz', specialty: 'ir' },
});
const letterId = asked.rotation.letters[0]?.id ?? '';
const agreed = asked.report('2027-07-21T15:00:00.000Z', letter('letter-agreed', letterId));
const finishedUnasked = praised.wait('2027-08-02T15:00:00.000Z');
const finishedAgreed = agreed.wait('2027-08-02T15:00:00.000Z');
const requested = finishedAgreed.report(
  '2027-08-03T15:00:00.000Z',
  letter('letter-requested', letterId),
);
const uploaded = requested.report('2027-08-05T15:00:00.000Z', letter('letter-uploaded', letterId));
const assigned = uploaded.report('2027-09-02T15:00:00.000Z', letter('letter-assigned', letterId));
const ofLetter = { rotationId: 'r1', letterId } as const;
const ticked = asked.report('2027-07-21T15:00:00.000Z', {
  type: 'letter-contact',
  ...ofLetter,
  agreedInPerson: 'yes',
  address: 'ortiz@example.org',
});
const stopped = ticked.report('2027-07-22T15:00:00.000Z', {
  type: 'letter-email-stopped',
  ...ofLetter,
  why: 'asked',
});
const promisedLate = ticked.report('2027-07-22T15:00:00.000Z', {
  type: 'letter-promised',
  ...ofLetter,
  by: '2027-10-01',
});
const promisedEarly = ticked.report('2027-07-22T15:00:00.000Z', {
  type: 'letter-promised',
  ...ofLetter,
  by: '2027-09-01',
});
const declined = asked.report('2027-07-22T15:00:00.000Z', letter('letter-declined', letterId));
const askedAgain = declined.report('2027-07-23T15:00:00.000Z', {
  type: 'letter-asked',
  rotationId: 'r1',
  writer: { name: 'Dr. Chen', specialty: 'ir' },
});
const atYale = storyOf({ ...BROWN, host: { name: 'Yale', institutionId: 'yale' } });
const hostConfirmed = atYale.report('2026-12-01T15:00:00.000Z', {
  type: 'host-confirmed',
  rotationId: 'r1',
});
const atFlorida = storyOf({ ...BROWN, host: { name: 'Florida', institutionId: 'florida' } });
const submitted = listed.report('2027-09-03T15:00:00.000Z', { type: 'eras-submitted' });
const irOnly = listed;
const medicineOnly = storyOf({ ...BROWN, specialty: 'medicine' });
const bySchool = {
  ...aliceFacts(),
  profile: { ...aliceFacts().profile, entry: 'visa' as const, visaWaitDays: 60 },
};
const visaOwed = acceptedAtBrown(BROWN, bySchool);
const visaBooked = visaOwed.report('2027-03-20T15:00:00.000Z', {
  type: 'document-updated',
  rotationId: 'r1',
  kind: 'visa',
  status: 'in-progress',
  heldBy: 'visa',
});
const estaOwed = acceptedAtBrown(BROWN, {
  ...aliceFacts(),
  profile: { ...aliceFacts().profile, entry: 'waiver' },
});
const estaApproved = estaOwed.report('2027-05-20T15:00:00.000Z', {
  type: 'document-updated',
  rotationId: 'r1',
  kind: 'esta',
  status: 'cleared',
});
const _researchLetter = praised.report('2027-07-20T15:00:00.000Z', {
  type: 'letter-asked',
  rotationId: 'r1',
  writer: { name: 'Dr. Iyer', specialty: 'research' },
});
const beforeWindow = storyOf({ ...BROWN, windowClosesOn: '2027-03-01' });

/** The rotation of a story with what no event records yet. */
function having(facts: Facts, more: Partial<Rotation>): Facts {
  return { ...facts, rotations: facts.rotations.map((each) => ({ ...each, ...more })) };
}

/** Alice had accepted by mistake: the place is only offered, and her papers are where they were. */
function takenBack(facts: Facts): Facts {
  return having(facts, { stage: 'apply', status: 'offered' });
}

const ownTask = { title: 'call the coordinator', dueOn: '2027-07-13' } as const;
const task = { title: 'portal pressures', assignedOn: '2027-07-12' } as const;

// UPMC wants its fee within 72 hours of the acceptance on March 12.
const invoiced = acceptedAtBrown({ ...BROWN, host: { name: 'UPMC', institutionId: 'upmc' } });
const leavingEarly = storyOf(BROWN, {
  ...aliceFacts(),
  profile: { ...aliceFacts().profile, entry: 'in-us', entryUntil: '2027-07-01' },
});
const withoutDates = storyOf((({ dates: _, ...others }) => others)(BROWN));
const reported = (step: ReportedStep) => (story: Story) =>
  story.report('2027-04-02T15:00:00.000Z', {
    type: 'step-reported',
    rotationId: 'r1',
    step,
    state: 'done',
  }).facts;
const expired = offered.wait('2027-03-22T15:00:00.000Z');
const openOffer = applied.report('2027-03-10T15:00:00.000Z', { type: 'offered', rotationId: 'r1' });
const home = { ...BROWN, country: 'IN', host: { name: 'My own hospital' } } as const;

/** Rule, subject, and the day that is shown as due; then whose it is to do, who has done it, and whose it is not. */
type Reported = [
  rule: string,
  subject: string,
  day: string | undefined,
  toDo: Facts,
  done?: Facts | undefined,
  silent?: Facts,
];
const STORIES: Reported[] = [
  ['G14b', 'r1', '2027-06-07', takenBack(accepted.facts), takenBack(ready.facts)],
  ['G6', 'r1', '2026-10-05', listed.facts, chosen().facts, nobody],
  [
    'affiliation',
    'r1',
    '2026-12-03',
    atFlorida.facts,
    reported('affiliation')(atFlorida),
    listed.facts,
  ],
  ['apply', 'r1', '2027-03-01', beforeWindow.facts, applied.facts, nobody],
  ['accept', 'r1', '2027-03-20', offered.facts, accepted.facts, nobody],
  ['payment', 'r1', '2027-03-15', invoiced.facts, reported('payment')(invoiced), accepted.facts],
  ['G14b', 'r1', '2027-06-07', listed.facts, accepted.facts, storyOf(home).facts],
  ['G13', 'r1', '2027-04-05', visaOwed.facts, visaBooked.facts, accepted.facts],
  ['visa', 'r1', '2027-07-03', visaOwed.facts, undefined, accepted.facts],
  ['esta', 'r1', '2027-06-21', estaOwed.facts, estaApproved.facts, visaOwed.facts],
  [
    'housing',
    'r1',
    '2027-06-21',
    accepted.facts,
    reported('housing')(accepted),
    storyOf(home).facts,
  ],
  ['flight', 'r1', '2027-07-02', accepted.facts, reported('flight')(accepted), storyOf(home).facts],
  ['G14', 'r1/tb', '2027-06-07', accepted.facts, ready.facts, applied.facts],
  ['closed', 'r1', undefined, expired.facts, undefined, offered.facts],
  ['started', 'r1', undefined, ready.facts, undefined, applied.facts],
  ['ended', 'r1', undefined, finishedUnasked.facts, undefined, accepted.facts],
  ['G15b', 'r1', '2027-07-17', underway.facts, praised.facts, applied.facts],
  ['G18', 'r1/mentor', '2027-07-23', underway.facts, asked.facts, applied.facts],
  [
    'G19',
    'r1/task-1',
    '2027-07-13',
    having(underway.facts, { tasks: [task] }),
    having(underway.facts, { tasks: [{ ...task, doneOn: '2027-07-13' }] }),
    underway.facts,
  ],
  [
    'own-task',
    'r1/own-1',
    '2027-07-13',
    having(listed.facts, { ownTasks: [ownTask] }),
    having(listed.facts, { ownTasks: [{ ...ownTask, doneOn: '2027-07-01' }] }),
    listed.facts,
  ],
  ['G15', 'r1/letter', '2027-08-20', finishedUnasked.facts, asked.facts, applied.facts],
  ['letter-agreed', `r1/${letterId}`, undefined, asked.facts, agreed.facts, praised.facts],
  ['G16b', `r1/${letterId}`, '2027-09-21', finishedAgreed.facts, requested.facts, praised.facts],
  [
    'letter-uploaded',
    `r1/${letterId}`,
    '2027-08-24',
    requested.facts,
    uploaded.facts,
    praised.facts,
  ],
  ['assign-letter', `r1/${letterId}`, '2027-09-21', uploaded.facts, undefined, assigned.facts],
  ['call-writer', `r1/${letterId}`, '2027-07-29', stopped.facts, undefined, ticked.facts],
  [
    'promised-too-late',
    `r1/${letterId}`,
    undefined,
    promisedLate.facts,
    undefined,
    promisedEarly.facts,
  ],
  ['G11', 'plan/application', '2027-09-21', listed.facts, submitted.facts],
  ['G7', 'plan/targets', '2027-03-17', nobody, undefined],
  ['G1', 'plan/ir-away', '2027-03-17', medicineOnly.facts],
  ['G3', 'plan/other-us', '2027-03-17', irOnly.facts, undefined, nobody],
  ['G4', 'plan/us', '2027-03-17', irOnly.facts, undefined, nobody],
  ['G22', 'plan/hands-on', '2027-03-17', medicineOnly.facts, undefined, nobody],
  ['G8', 'plan/early-rotation', '2027-03-01', listed.facts],
  ['G10', 'plan/final-letters', '2027-08-20', finishedUnasked.facts],
  ['G17', 'plan/ir-letter', '2027-09-01', listed.facts],
  ['G17b', 'plan/other-letter', '2027-09-21', listed.facts],
  ['G20', 'plan/stories', '2027-10-02', finishedUnasked.facts, undefined, nobody],
  ['entry', 'plan', undefined, listed.facts, undefined, nobody],
  ['entry-until', 'r1', undefined, leavingEarly.facts, undefined, listed.facts],
  ['visa-wait', 'plan', undefined, storyOf(BROWN, needing()).facts, undefined, listed.facts],
  ['dates', 'r1', undefined, withoutDates.facts, undefined, listed.facts],
  ['possible', 'r1', undefined, atYale.facts, undefined, hostConfirmed.facts],
  ['apply-by', 'r1', undefined, listed.facts, undefined, beforeWindow.facts],
  ['follow-up', 'r1', undefined, applied.facts, undefined, listed.facts],
  ['offer-end', 'r1', undefined, openOffer.facts, undefined, offered.facts],
  [
    'appointment-day',
    'r1',
    undefined,
    reported('visa-appointment')(visaOwed),
    undefined,
    visaOwed.facts,
  ],
];

describe.each(STORIES)('%s', (rule, subject, day, toDo, done, silent) => {
  test('is on the agenda, with its day, the source of the day, and words', () => {
    const matter = find(rule, toDo, subject);
    if (!matter) throw new Error(`${rule} should be on the agenda`);
    expect(matter.done).toBeUndefined();
    expect(matter.due?.day).toBe(day);
    if (matter.due) expect(matter.due.source.length).toBeGreaterThan(5);
    const words = wordsOf(matter, viewOf(toDo, PUBLISHED_WORLD));
    for (const sentence of [words.next, words.why]) expect(sentence).toMatch(/^[A-Z].*[.]$/s);
    expect(words.title.length).toBeGreaterThan(5);
    expect(matter.answers.length).toBeGreaterThan(0);
  });

  if (done) {
    test('is done once that is reported', () => {
      expect(find(rule, done, subject)?.done).toBe(true);
    });
  }

  if (silent) {
    test('is not on the agenda of others', () => {
      expect(find(rule, silent, subject)).toBeUndefined();
    });
  }
});

test('every rule but four has its story here', () => {
  const reported = new Set(STORIES.map(([rule]) => rule));
  // Two rotations, and letters that no rotation gave, have stories of their own below; a host’s answer is never asked of the reader.
  expect(MATTER_RULES.filter((rule) => !reported.has(rule)).toSorted()).toEqual([
    'gate',
    'host-answer',
    'letter-declined',
    'overlap',
  ]);
});

test('what opens on a day without a clock time is to be met the day before, and the source says why', () => {
  const due = find('G17b', listed.facts, 'plan/other-letter')?.due;
  expect(due?.at).toBe('2027-09-22T04:00:00.000Z');
  expect(due?.source).toContain(
    'the day before programs may review applications on Wed, Sep 22, 2027',
  );
});

test('a host’s stated lead gives its own last day to apply, with the host’s page as source', () => {
  const due = find('apply', atYale.facts, 'r1')?.due;
  expect(due).toMatchObject({ day: '2027-03-07', certainty: 'official' });
  expect(due?.source).toContain('medicine.yale.edu');
});

test('a day that we count back names what it is counted from, and is an estimate', () => {
  const due = find('affiliation', atFlorida.facts, 'r1')?.due;
  expect(due?.certainty).toBe('estimated');
  expect(due?.source).toMatch(/^counted back from .{10}/);
});

test('a letter uploaded after the first review is to be assigned within a week, which is said to be ours', () => {
  const late = requested.report('2027-10-04T15:00:00.000Z', letter('letter-uploaded', letterId));
  expect(find('assign-letter', late.facts, `r1/${letterId}`)?.due).toMatchObject({
    day: '2027-10-11',
    certainty: 'estimated',
  });
});

test('a letter that is declined is asked for again', () => {
  expect(find('G15', declined.facts, 'r1/letter')?.done).toBeUndefined();
  expect(find('G15', askedAgain.facts, 'r1/letter')?.done).toBe(true);
});

test('what a host holds is the host’s', () => {
  const withHost = accepted.report('2027-04-01T15:00:00.000Z', {
    type: 'document-updated',
    rotationId: 'r1',
    kind: 'tb',
    status: 'submitted',
  });
  expect(find('G14', withHost.facts, 'r1/tb')?.heldBy?.party).toBe('host');
});

describe('a visa appointment', () => {
  // July 5 − 3 to arrive − 7 flight − 21 passport = June 4; less the wait.
  test.each([
    [60, '2027-04-05'],
    // A consulate works no weekend: August 8, 2026 and March 6, 2027 are Saturdays.
    [300, '2026-08-07'],
    [undefined, '2027-03-05'],
  ])('with a wait of %s days is booked by %s', (wait, day) => {
    const reported = acceptedAtBrown(BROWN, needing(wait));
    expect(find('G13', reported.facts, 'r1')?.due?.day).toBe(day);
  });

  test('that is too late for the first day makes the visa impossible', () => {
    const booked = (appointmentOn: `${number}-${number}-${number}`) =>
      visaOwed.report('2027-04-02T15:00:00.000Z', {
        type: 'step-reported',
        rotationId: 'r1',
        step: 'visa-appointment',
        state: 'done',
        appointmentOn,
      }).facts;
    expect(find('visa', booked('2027-07-04'), 'r1')?.impossible).toBe(true);
    expect(find('visa', booked('2027-07-01'), 'r1')?.impossible).toBeUndefined();
  });

  test('is not a document too, until the visa is there', () => {
    expect(find('G14', visaOwed.facts, 'r1/visa')).toBeUndefined();
    expect(find('G14', estaOwed.facts, 'r1/esta')).toBeUndefined();
  });
});

function needing(visaWaitDays?: number): Facts {
  const { profile, ...others } = aliceFacts();
  return {
    ...others,
    profile: { ...profile, entry: 'visa', ...(visaWaitDays && { visaWaitDays }) },
  };
}

function find(rule: string, facts: Facts, subject: string) {
  return agenda(facts, PUBLISHED_WORLD).find(
    (matter) => matter.rule === rule && matter.subject === subject,
  );
}

/** Brown chosen in February, the application not sent. */
function chosen(): Story {
  return listed.report('2027-02-01T15:00:00.000Z', { type: 'chosen', rotationId: 'r1' });
}

/** Every rule, told three ways: due, satisfied, and not applicable. */
import { describe, expect, test } from 'vitest';
import { viewOf } from '#shared/agenda/occasions/occasion.ts';
import type { Judgement } from '#shared/agenda/occasions/rule.ts';
import { RULES } from '#shared/agenda/occasions/rules.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import {
  acceptedAtBrown,
  aliceFacts,
  BROWN,
  cleared,
  letter,
  midwayAtBrown,
  NOVEMBER,
  type Story,
  storyOf,
} from '../../../plan/moves/stories.ts';

const nobody = aliceFacts();
const listed = storyOf();
const applied = listed.tell('2027-02-10T15:00:00.000Z', { type: 'applied', rotationId: 'r1' });
const offered = applied.tell('2027-03-10T15:00:00.000Z', {
  type: 'offered',
  rotationId: 'r1',
  expiresOn: '2027-03-20',
});
const accepted = acceptedAtBrown();
const ready = cleared(accepted, '2027-05-01T15:00:00.000Z');
const underway = ready.wait('2027-07-18T15:00:00.000Z');
const praised = midwayAtBrown();
const asked = praised.tell('2027-07-20T15:00:00.000Z', {
  type: 'letter-asked',
  rotationId: 'r1',
  writer: { name: 'Dr Ortiz', specialty: 'ir' },
});
const letterId = asked.rotation.letters[0]?.id ?? '';
const agreed = asked.tell('2027-07-21T15:00:00.000Z', letter('letter-agreed', letterId));
const finishedUnasked = praised.wait('2027-08-02T15:00:00.000Z');
const finishedAgreed = agreed.wait('2027-08-02T15:00:00.000Z');
const requested = finishedAgreed.tell(
  '2027-08-03T15:00:00.000Z',
  letter('letter-requested', letterId),
);
const uploaded = requested.tell('2027-08-05T15:00:00.000Z', letter('letter-uploaded', letterId));
const assigned = uploaded.tell('2027-09-02T15:00:00.000Z', letter('letter-assigned', letterId));
const ofLetter = { rotationId: 'r1', letterId } as const;
const ticked = asked.tell('2027-07-21T15:00:00.000Z', {
  type: 'letter-contact',
  ...ofLetter,
  agreedInPerson: 'yes',
  address: 'ortiz@example.org',
});
const stopped = ticked.tell('2027-07-22T15:00:00.000Z', {
  type: 'letter-mail-stopped',
  ...ofLetter,
  why: 'asked',
});
const promisedLate = ticked.tell('2027-07-22T15:00:00.000Z', {
  type: 'letter-promised',
  ...ofLetter,
  by: '2027-10-01',
});
const promisedEarly = ticked.tell('2027-07-22T15:00:00.000Z', {
  type: 'letter-promised',
  ...ofLetter,
  by: '2027-09-01',
});
const declined = asked.tell('2027-07-22T15:00:00.000Z', letter('letter-declined', letterId));
const askedAgain = declined.tell('2027-07-23T15:00:00.000Z', {
  type: 'letter-asked',
  rotationId: 'r1',
  writer: { name: 'Dr Chen', specialty: 'ir' },
});
const atYale = storyOf({ ...BROWN, host: { name: 'Yale', institutionId: 'yale' } });
const submitted = listed.tell('2027-09-03T15:00:00.000Z', { type: 'eras-submitted' });
const irOnly = listed;
const medicineOnly = storyOf({ ...BROWN, specialty: 'medicine' });
const bySchool = {
  ...aliceFacts(),
  profile: { ...aliceFacts().profile, entry: 'visa' as const, visaWaitDays: 60 },
};
const visaOwed = acceptedAtBrown(BROWN, bySchool);
const visaBooked = visaOwed.tell('2027-03-20T15:00:00.000Z', {
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
const estaApproved = estaOwed.tell('2027-05-20T15:00:00.000Z', {
  type: 'document-updated',
  rotationId: 'r1',
  kind: 'esta',
  status: 'cleared',
});
const researchLetter = praised.tell('2027-07-20T15:00:00.000Z', {
  type: 'letter-asked',
  rotationId: 'r1',
  writer: { name: 'Dr Iyer', specialty: 'research' },
});
const beforeWindow = storyOf({ ...BROWN, windowClosesOn: '2027-03-01' });

/** The rotation of a story with what no event records yet. */
function having(facts: Facts, more: Partial<Rotation>): Facts {
  return { ...facts, rotations: facts.rotations.map((each) => ({ ...each, ...more })) };
}
const task = { title: 'portal pressures', assignedOn: '2027-07-12' } as const;

/**
 * Rule, subject, deadline; then who is due, who has done it, and of whom the rule does not speak. A host's window has no
 * "done": it ends by not applying. Rules about the plan speak of everybody.
 */
type Told = [
  id: string,
  subject: string,
  day: string,
  due: Facts,
  satisfied?: Facts | undefined,
  silent?: Facts,
];
const STORIES: Told[] = [
  ['G1', 'plan/ir-away', '2027-03-17', medicineOnly.facts, irOnly.facts, nobody],
  ['G3', 'plan/other-us', '2027-03-17', irOnly.facts, medicineOnly.facts, nobody],
  ['G13', 'r1/visa', '2027-04-05', visaOwed.facts, visaBooked.facts, accepted.facts],
  ['esta', 'r1/esta', '2027-06-21', estaOwed.facts, estaApproved.facts, visaOwed.facts],
  ['G17b', 'plan/other-letter', '2027-09-21', asked.facts, researchLetter.facts, nobody],
  ['G18', 'r1/mentor', '2027-07-23', underway.facts, asked.facts, ready.facts],
  [
    'G19',
    'r1/task-1',
    '2027-07-13',
    having(underway.facts, { tasks: [task] }),
    having(underway.facts, { tasks: [{ ...task, doneOn: '2027-07-13' }] }),
    underway.facts,
  ],
  [
    'G20',
    'plan/stories',
    '2027-10-06',
    { ...finishedUnasked.facts, storyCount: 1 },
    { ...finishedUnasked.facts, storyCount: 2 },
    finishedUnasked.facts,
  ],
  ['offer-expiry', 'r1', '2027-03-20', offered.facts, applied.facts, nobody],
  ['host-window', 'r1', '2027-03-01', beforeWindow.facts, undefined, applied.facts],
  ['G6', 'r1', '2026-10-05', listed.facts, chosen().facts, applied.facts],
  ['G7', 'plan/targets', '2027-03-17', nobody, listed.facts],
  ['G8', 'plan/early-rotation', '2027-03-01', listed.facts, finishedUnasked.facts],
  ['G10', 'r1/letter', '2027-08-20', finishedUnasked.facts, finishedAgreed.facts, praised.facts],
  ['G11', 'plan/application', '2027-09-21', listed.facts, submitted.facts],
  ['G14', 'r1/tb', '2027-06-07', accepted.facts, ready.facts, applied.facts],
  ['G14b', 'r1/documents', '2027-07-04', accepted.facts, ready.facts, underway.facts],
  ['G15', 'r1/letter', '2027-07-30', praised.facts, asked.facts, underway.facts],
  ['G15b', 'r1', '2027-07-17', underway.facts, praised.facts, ready.facts],
  [
    'G16b',
    `r1/${letterId}`,
    '2027-08-20',
    finishedAgreed.facts,
    requested.facts,
    finishedUnasked.facts,
  ],
  [
    'letter-form-last-call',
    `r1/${letterId}`,
    '2027-09-21',
    finishedAgreed.facts,
    requested.facts,
    finishedUnasked.facts,
  ],
  ['G17', 'plan/ir-letter', '2027-09-21', listed.facts, asked.facts],
  [
    'assign-letter',
    `r1/${letterId}`,
    '2027-09-21',
    uploaded.facts,
    requested.facts,
    assigned.facts,
  ],
  [
    'letter-declined',
    `r1/${letterId}`,
    '2027-07-22',
    declined.facts,
    askedAgain.facts,
    asked.facts,
  ],
  ['call-writer', `r1/${letterId}`, '2027-07-22', stopped.facts, ticked.facts, asked.facts],
  [
    'promised-too-late',
    `r1/${letterId}`,
    '2027-07-22',
    promisedLate.facts,
    promisedEarly.facts,
    ticked.facts,
  ],
];

describe.each(STORIES)('%s', (id, subject, day, due, satisfied, silent) => {
  test('is due, with its date, the source of the date, and words', () => {
    const judged = judge(id, due, subject);
    if (judged?.state !== 'open') throw new Error(`${id} should be open`);
    const { deadline, words } = judged.occasion;
    expect(deadline.day).toBe(day);
    expect(deadline.source.length).toBeGreaterThan(5);
    for (const sentence of [words.next, words.why]) expect(sentence).toMatch(/^[A-Z].*[.]$/s);
    expect(words.title.length).toBeGreaterThan(5);
  });

  if (satisfied) {
    test('is satisfied once it is done', () => {
      expect(judge(id, satisfied, subject)?.state).toBe('satisfied');
    });
  }

  if (silent) {
    test('does not speak of others', () => {
      expect(judge(id, silent, subject)).toBeUndefined();
    });
  }
});

test('what opens on a day without a clock time is to be met the day before, and the source says why', () => {
  const judged = judge('G11', listed.facts, 'plan/application');
  if (judged?.state !== 'open') throw new Error('nobody has submitted');
  expect(judged.occasion.deadline.at).toBe('2027-09-22T04:00:00.000Z');
  expect(judged.occasion.deadline.source).toContain(
    'the day before programs may review applications on Wed, Sep 22, 2027',
  );
});

test('a promised letter without its form is never called missing, and is spoken of again before the review', () => {
  const forgotten = agreed.wait('2027-09-10T15:00:00.000Z');
  expect(forgotten.rotation.letters.map(({ status }) => status)).toEqual(['agreed']);
  expect(judge('G17', forgotten.facts, 'plan/ir-letter')?.state).toBe('satisfied');
  const lastCall = judge('letter-form-last-call', forgotten.facts, `r1/${letterId}`);
  expect(lastCall?.state === 'open' && lastCall.occasion.opens).toBe('2027-09-08');
});

test('documents that only others hold are not called for at the last minute', () => {
  const kinds = accepted.rotation.checklist.map(({ kind }) => kind);
  const withOthers = kinds.reduce(
    (so, kind) =>
      so.tell('2027-06-20T15:00:00.000Z', {
        type: 'document-updated',
        rotationId: 'r1',
        kind,
        status: 'submitted',
      }),
    accepted,
  );
  expect(judge('G14b', withOthers.facts, 'r1/documents')?.state).toBe('satisfied');
  const one = withOthers.tell('2027-06-21T15:00:00.000Z', {
    type: 'document-updated',
    rotationId: 'r1',
    kind: 'tb',
    status: 'not-accepted',
  });
  expect(judge('G14b', one.facts, 'r1/documents')?.state).toBe('open');
});

test('every rule has its story here', () => {
  expect(new Set(STORIES.map(([id]) => id))).toEqual(new Set(RULES.map(({ id }) => id)));
});

test('a letter due by our own count is never called official', () => {
  const judged = judge('G10', finishedUnasked.facts, 'r1/letter');
  expect(judged?.state === 'open' && judged.occasion.deadline).toMatchObject({
    certainty: 'estimated',
    source: expect.stringContaining('our own'),
  });
});

test('a host’s stated lead gives its own last day to apply, with the host’s page as source', () => {
  const judged = judge('host-window', atYale.facts, 'r1');
  if (judged?.state !== 'open') throw new Error('Yale states a lead');
  expect(judged.occasion.deadline).toMatchObject({ day: '2027-03-07', certainty: 'official' });
  expect(judged.occasion.deadline.source).toContain('medicine.yale.edu');
});

test('a writer who fell silent leaves the first review as what can still be saved', () => {
  const silent = asked.wait('2027-09-01T15:00:00.000Z');
  const judged = judge('G10', silent.facts, 'r1/letter');
  expect(judged?.state === 'open' && judged.occasion.deadline.day).toBe('2027-09-21');
});

test('a letter uploaded after the first review is to be assigned within a week, which is said to be ours', () => {
  const late = requested.tell('2027-10-04T15:00:00.000Z', letter('letter-uploaded', letterId));
  const judged = judge('assign-letter', late.facts, `r1/${letterId}`);
  if (judged?.state !== 'open') throw new Error('an uploaded letter is to be assigned');
  expect(judged.occasion.deadline).toMatchObject({ day: '2027-10-11', certainty: 'estimated' });
});

test('what a host holds is not the applicant’s to hurry', () => {
  const withHost = accepted.tell('2027-04-01T15:00:00.000Z', {
    type: 'document-updated',
    rotationId: 'r1',
    kind: 'tb',
    status: 'submitted',
  });
  expect(judge('G14', withHost.facts, 'r1/tb')?.state).toBe('satisfied');
});

describe('a visa appointment', () => {
  const day = (told: Story) => {
    const judged = judge('G13', told.facts, 'r1/visa');
    return judged?.state === 'open' ? judged.occasion.deadline : undefined;
  };
  const withWait = (visaWaitDays?: number) =>
    acceptedAtBrown(BROWN, {
      ...bySchool,
      profile: { ...aliceFacts().profile, entry: 'visa', ...(visaWaitDays && { visaWaitDays }) },
    });

  // 5 Jul − 3 to arrive − 7 flight − 21 passport = 4 Jun; − 60 days of wait = 5 Apr.
  test('is booked back from the first day by the wait that was entered', () => {
    expect(day(withWait(60))).toMatchObject({ day: '2027-04-05', certainty: 'entered' });
  });

  test('whose safe day is past is booked within a week of the host’s yes, which is said to be ours', () => {
    expect(day(withWait(300))).toMatchObject({ day: '2027-03-19', certainty: 'estimated' });
  });

  test('with a wait that nobody entered begins with looking it up', () => {
    const judged = judge('G13', withWait().facts, 'r1/visa');
    expect(judged?.state === 'open' && judged.occasion.words.next).toMatch(/^Look up the wait/);
  });

  test('is not emailed a second time as a document, until the visa is there', () => {
    expect(judge('G14', visaOwed.facts, 'r1/visa')).toBeUndefined();
    expect(judge('G14', estaOwed.facts, 'r1/esta')).toBeUndefined();
  });

  test.each(['citizen', 'in-us', 'waiver'] as const)('is no matter for %s', (entry) => {
    const { facts } = visaOwed.tell('2027-04-01T15:00:00.000Z', {
      type: 'profile-changed',
      profile: { entry },
    });
    expect(judge('G13', facts, 'r1/visa')).toBeUndefined();
  });
});

function judge(id: string, facts: Facts, subject: string): Judgement | undefined {
  const rule = RULES.find((each) => each.id === id);
  const judged = rule?.judge(viewOf(facts, PUBLISHED_WORLD)) ?? [];
  return judged.find(
    (each) => (each.state === 'open' ? each.occasion.subject : each.subject) === subject,
  );
}

function chosen(): Story {
  return listed.tell(NOVEMBER, { type: 'chosen', rotationId: 'r1' });
}

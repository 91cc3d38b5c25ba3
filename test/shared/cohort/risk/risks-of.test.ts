/** Each code on the days around its edge: silent, amber, red, lost. The agenda judges; the 2028 Match, review from 22 Sep 2027. */
import { describe, expect, test } from 'vitest';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { sentenceOf } from '#shared/cohort/risk/finding.ts';
import { risksOf } from '#shared/cohort/risk/risks-of.ts';
import { CODES_OF_RULES, codeOf, type RiskCode } from '#shared/people/casework/codes.ts';
import { outlookOf, withOutlook } from '#shared/people/outlook/look-ahead.ts';
import { summaryOfApplicant } from '#shared/people/outlook/summary.ts';
import { MATTER_RULES } from '#shared/words/matters/matter-words.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice } from '../../../cast.ts';
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
} from '../../plan/moves/stories.ts';
import { noonOf, risksOn, row } from '../rows.ts';

type Level = ReturnType<typeof risksOf>[number]['level'] | undefined;

const applied = storyOf().report(NOVEMBER, { type: 'applied', rotationId: 'r1' });
const needsVisa = aliceFacts({
  profile: { ...aliceFacts().profile, entry: 'visa', visaWaitDays: 60 },
});
const asked = midwayAtBrown().report('2027-07-20T15:00:00.000Z', {
  type: 'letter-asked',
  rotationId: 'r1',
  writer: { name: 'Dr. Ito', specialty: 'ir' },
});
const letterId = asked.rotation.letters[0]?.id ?? '';
const overlapping = acceptedAtBrown()
  .report('2027-03-15T15:00:00.000Z', {
    type: 'rotation-added',
    rotation: {
      ...BROWN,
      host: { name: 'Yale' },
      dates: { start: '2027-07-26', end: '2027-08-20' },
    },
  })
  .report('2027-03-15T15:00:00.000Z', { type: 'applied', rotationId: 'r5' });

/** What is known of one story: the code, and its level from each of these days on. */
const EDGES: readonly [RiskCode, string, Story, readonly [Day, Level][]][] = [
  [
    'D1',
    'an application that the host closes on a day',
    storyOf({ ...BROWN, windowClosesOn: '2027-03-01' }),
    [
      ['2026-12-01', undefined],
      ['2027-02-08', undefined],
      ['2027-02-09', 'amber'],
      ['2027-02-15', 'red'],
      ['2027-03-01', 'red'],
      ['2027-03-02', 'cannot-be-saved'],
    ],
  ],
  [
    'D1',
    'an application whose last day only we advise',
    storyOf(),
    [
      ['2027-02-01', undefined],
      ['2027-03-10', 'amber'],
      ['2027-06-01', 'amber'],
    ],
  ],
  [
    'D2',
    'a visa appointment for an accepted rotation',
    acceptedAtBrown(BROWN, needsVisa),
    [
      ['2027-03-22', undefined],
      ['2027-03-23', 'amber'],
      ['2027-04-05', 'amber'],
      ['2027-04-06', 'red'],
      ['2027-07-03', 'red'],
    ],
  ],
  [
    'R1',
    'a plan with one US rotation',
    storyOf(),
    [
      ['2027-03-15', undefined],
      ['2027-03-20', 'amber'],
      ['2027-04-15', 'gray'],
    ],
  ],
  [
    'L1',
    'no letter three weeks after the only rotation',
    midwayAtBrown(),
    [
      ['2027-06-10', undefined],
      ['2027-08-18', undefined],
      ['2027-08-25', 'amber'],
      ['2027-09-20', 'gray'],
    ],
  ],
  [
    'L2',
    'a rotation that ended with nobody asked',
    midwayAtBrown(),
    [
      ['2027-07-25', undefined],
      ['2027-07-31', 'amber'],
      ['2027-08-21', 'red'],
    ],
  ],
  [
    'L2',
    'a writer who declined',
    asked.report('2027-08-01T15:00:00.000Z', letter('letter-declined', letterId)),
    [
      ['2027-08-02', 'amber'],
      ['2027-08-21', 'red'],
    ],
  ],
  [
    'C1',
    'papers of an accepted rotation',
    acceptedAtBrown(),
    [
      ['2027-06-07', undefined],
      ['2027-06-08', 'red'],
    ],
  ],
  [
    'P1',
    'an offer that overlaps an accepted rotation',
    overlapping.report('2027-03-16T15:00:00.000Z', {
      type: 'offered',
      rotationId: 'r5',
      expiresOn: '2027-12-01',
    }),
    [['2027-03-17', 'red']],
  ],
  ['P1', 'an application that overlaps one', overlapping, [['2027-03-17', undefined]]],
  [
    'X1',
    'an application that waits for the host',
    applied,
    [
      ['2026-11-24', 'outside'],
      ['2027-01-10', 'outside'],
    ],
  ],
  ['X1', 'a rotation only considered', storyOf(), [['2026-11-24', undefined]]],
  ['X1', 'a letter that waits for its writer', asked, [['2027-07-25', 'outside']]],
];

const found = (day: Day, { facts }: Story) =>
  risksOf(
    summaryOfApplicant(withOutlook(alice({ facts }), PUBLISHED_WORLD, noonOf(day))),
    day,
  ).filter(({ code }) => code !== 'U1');

describe.each(EDGES)('%s: %s', (code, _, reported, days) => {
  test.each(days)('on %s is %s', (day, level) => {
    const levels = found(day, reported.wait(noonOf(day))).filter((each) => each.code === code);
    expect(levels[0]?.level).toBe(level);
  });
});

test('every rule that can have a color has a code; one of an earlier release is of the plan', () => {
  const colored = [...MATTER_RULES.filter((rule) => !UNCOLORED.includes(rule)), ...UNREACHED];
  expect(Object.keys(CODES_OF_RULES).toSorted()).toEqual(colored.toSorted());
  expect(codeOf('G99')).toBe('P1');
});

/** Of no matter: how the applicant is reached. */
const UNREACHED = ['unreached', 'silent', 'unconfirmed'];

/** Questions, comforts, and what is asked during a rotation have no color. */
const UNCOLORED = [
  'possible',
  'entry',
  'entry-until',
  'visa-wait',
  'dates',
  'possible',
  'apply-by',
  'follow-up',
  'offer-end',
  'appointment-day',
  'started',
  'ended',
  'promised-too-late',
  'housing',
  'G15b',
  'G18',
  'G19',
  'own-task',
  'G20',
];

test('somebody on track has no finding, and neither has a deleted plan', () => {
  expect(risksOn('2027-06-02', row())).toEqual([]);
  const late = summaryOfApplicant(
    withOutlook(alice({ facts: storyOf().facts }), PUBLISHED_WORLD, noonOf('2027-06-01')),
  );
  expect(risksOf(late, '2027-06-01')).not.toEqual([]);
  expect(risksOf({ ...late, erased: true }, '2027-06-01')).toEqual([]);
});

test('every finding is two sentences, names who acts next, and says since when', () => {
  const all = EDGES.flatMap(([, , reported, days]) =>
    days.flatMap(([day]) => found(day, reported.wait(noonOf(day))).map((each) => ({ day, each }))),
  );
  expect(all.length).toBeGreaterThan(40);
  for (const { day, each } of all) {
    expect(sentenceOf(each)).toMatch(/^[\p{Lu}0-9].+\. \p{Lu}.+\.$/u);
    expect(each.owner).not.toBe('nobody');
    expect(each.since <= plusDays(day, 1)).toBe(true);
  }
});

test('papers of one day are one finding, and so is all that the host holds of a rotation', () => {
  const papers = found('2027-06-08', acceptedAtBrown()).filter(({ code }) => code === 'C1');
  expect(papers.map(sentenceOf)).toEqual([
    'Send the MMR record or titers, varicella record or titer, and 6 more papers for Brown: due Mon, Jun 7, 2027 (yesterday, est.). Find out what is missing, and have it sent.',
  ]);
  expect(found('2026-12-10', applied).map(sentenceOf)).toEqual([
    'Wait for an answer from Brown: with the host for 17 days, needed by Sat, Jul 3, 2027 (est.). The applicant may ask the coordinator once.',
  ]);
});

test('a letter in ERAS asks for no other writer, and a season without an application for no other host', () => {
  const of = { rotationId: 'r1', letterId } as const;
  const uploaded = asked
    .report('2027-07-25T15:00:00.000Z', { type: 'letter-agreed', ...of })
    .report('2027-07-26T15:00:00.000Z', { type: 'letter-requested', ...of, erasLetterId: 'ABC123' })
    .report('2027-08-02T15:00:00.000Z', { type: 'letter-uploaded', ...of });
  const acts = (day: Day, reported: Story) => found(day, reported).map(sentenceOf);
  expect(acts('2027-09-23', uploaded)).toContainEqual(
    expect.stringMatching(
      /^Assign the letter from Dr. Ito: .* Have it assigned in MyERAS today\.$/,
    ),
  );
  expect(acts('2028-03-20', uploaded)).toContainEqual(
    expect.stringMatching(/^Submit the ERAS .* Plan for another Match year together\.$/),
  );
});

test('a paper is with its holder from the day on which it went there, whatever is reported of it after', () => {
  const sent = { type: 'document-updated', rotationId: 'r1', kind: 'tb', heldBy: 'host' } as const;
  const held = (reported: Story) =>
    found('2027-05-21', reported)
      .filter(({ code }) => code === 'X1')
      .map(sentenceOf);
  const once = acceptedAtBrown().report('2027-05-11T15:00:00.000Z', {
    ...sent,
    status: 'submitted',
  });
  const again = once.report('2027-05-15T15:00:00.000Z', { ...sent, status: 'in-progress' });
  const back = again.report('2027-05-18T15:00:00.000Z', {
    ...sent,
    status: 'to-do',
    heldBy: 'applicant',
  });
  for (const reported of [once, again])
    expect(held(reported)).toEqual([expect.stringContaining('with the host for 10 days.')]);
  expect(held(back)).toEqual([]);
});

test('what was done is on no list: the papers cleared, the letter asked for, the application sent', () => {
  const done = cleared(acceptedAtBrown(), '2027-05-01T15:00:00.000Z');
  const codes = (day: Day, reported: Story) => found(day, reported).map(({ code }) => code);
  expect(codes('2027-06-08', done)).not.toContain('C1');
  expect(codes('2027-07-31', asked)).not.toContain('L2');
  const closing = storyOf({ ...BROWN, windowClosesOn: '2027-03-01' });
  const sent = closing.report('2027-02-10T15:00:00.000Z', { type: 'applied', rotationId: 'r1' });
  expect(codes('2027-02-16', closing)).toContain('D1');
  expect(codes('2027-02-16', sent)).not.toContain('D1');
});

test('after the season is over nothing is asked of anybody', () => {
  const { state, findings } = outlookOf(
    alice({ facts: storyOf().facts }),
    PUBLISHED_WORLD,
    noonOf('2028-06-01'),
  );
  expect([state, findings]).toEqual(['over', []]);
});

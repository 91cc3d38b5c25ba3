/** What the guide counts over the whole plan: rotations and letters, how many there are, and from when a lack is late. */
import { type Day, earliest, latest, plusDays, plusMonths } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { isComing, isInEras, isIrLetter } from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isFinished } from '#shared/plan/facts/stages.ts';
import { modeOfLetter } from '#shared/plan/letters/by-mode.ts';
import { lettersOf, type PlacedLetter } from '#shared/plan/letters/placed.ts';
import { isClinical, isInUs, isIrInUs, isIrRelevant, wasDone } from '#shared/plan/rotation/kind.ts';
import { guideRule } from '#shared/world/guide/rules.ts';
import type { SeasonDate } from '#shared/world/season/season.ts';
import { open } from '../answer.ts';
import { seasonDayDeadline, seasonDeadline } from '../deadline.ts';
import { type Count, type Draft, type Matter, matter, type View } from '../matter.ts';
import { untilMatchDay } from './season.ts';

/** Our default: the guide says "before interviews", and the first invitations follow the first review by weeks. */
const STORIES_DAYS_AFTER_REVIEW = 10;
/** Our default: how long a writer who is asked late may take. */
const WRITING_DAYS = 21;
const OTHER_US = ['dr', 'surgery', 'medicine', 'icu'];

export function countMatters(view: View): Matter[] {
  const listed = view.facts.rotations.filter(isClinical);
  return [
    ...fromMatchDay(view, 'G7', 'targets', 1, listed),
    // An empty plan is asked for its targets first; one that has only a research stay lacks its rotations, too.
    ...(view.facts.rotations.length > 0
      ? [
          ...fromMatchDay(view, 'G1', 'ir-away', 1, listed.filter(isIrInUs)),
          ...fromMatchDay(view, 'G3', 'other-us', 1, listed.filter(isOtherUs)),
          ...fromMatchDay(view, 'G4', 'us', 2, listed.filter(isInUs)),
          ...fromMatchDay(view, 'G22', 'hands-on', 1, listed.filter(isHandsOnRadiology)),
        ]
      : []),
    ...earlyRotation(view),
    ...letterCounts(view),
    ...stories(view),
  ];
}

function isOtherUs(rotation: Rotation): boolean {
  return isInUs(rotation) && OTHER_US.includes(rotation.specialty);
}

function isHandsOnRadiology(rotation: Rotation): boolean {
  return isInUs(rotation) && rotation.mode === 'hands-on' && isIrRelevant(rotation);
}

const count = { kind: 'count', stake: 'season' } as const;

/** How many of these rotations are done, and which may still be. One that is closed lists nothing. */
function ofRotations(counted: readonly Rotation[]): Pick<Count, 'done' | 'planned'> {
  return {
    done: counted.filter(wasDone).length,
    planned: counted
      .filter((rotation) => rotation.stage !== 'closed' && !wasDone(rotation))
      .map(({ id }) => id),
  };
}

/**
 * What is counted from Match Day on: late from the end of the guide's window (G7), no sooner than one that counted was
 * closed, and missed once programs review.
 */
function fromMatchDay(
  { season }: View,
  rule: string,
  name: string,
  least: number,
  counted: readonly Rotation[],
): Matter[] {
  const match = season.dates['match-day'];
  const review = season.dates['programs-review-opens'];
  if (!match) return [];
  const by = plusMonths(match.day, -12);
  const isOfTargets = rule === 'G7';
  const closedOn = counted.flatMap(({ closed }) => (closed ? [dayIn(EASTERN, closed.at)] : []));
  const lateFrom = isOfTargets ? by : latest(by, ...closedOn);
  const how =
    lateFrom === by
      ? `12 months before Match Day${isOfTargets ? ' (guide)' : ', the guide’s last day for a list of targets'}`
      : 'the day on which a rotation that counted was closed';
  return [
    matter({
      ...count,
      rule,
      subject: `plan/${name}`,
      opens: plusMonths(match.day, -18),
      due: seasonDayDeadline(lateFrom, match, how),
      count: {
        least,
        ...mostOf(rule),
        ...ofRotations(counted),
        ...(review && { missedAfter: review.day }),
      },
      answers: [open('add-rotation'), open('shortlist')],
      inputs: ['season.match-day', 'rotations'],
    }),
  ];
}

function mostOf(rule: string): { most?: number } {
  const most = guideRule(rule)?.countMax;
  return most === undefined ? {} : { most };
}

/** G8: an IR-relevant rotation that is finished six months before submission, at home or away, with an early letter. */
function earlyRotation({ facts, season }: View): Matter[] {
  const submit = season.dates['eras-submit-opens'];
  if (!submit) return [];
  const by = plusMonths(submit.day, -6);
  const inTime = facts.rotations.filter(
    (rotation) => isIrRelevant(rotation) && rotation.dates && rotation.dates.end <= by,
  );
  return [
    matter({
      ...count,
      rule: 'G8',
      subject: 'plan/early-rotation',
      opens: plusMonths(submit.day, -12),
      due: seasonDayDeadline(by, submit, '6 months before ERAS submission (guide)'),
      count: { least: 1, ...ofRotations(inTime), missedAfter: by },
      answers: [open('add-rotation')],
      inputs: ['season.eras-submit-opens', 'rotations'],
    }),
  ];
}

/** G10, G17, and G17b: how many letters there are by the guide's day and by the first review. */
function letterCounts({ facts, season, world }: View): Matter[] {
  const submit = season.dates['eras-submit-opens'];
  const review = season.dates['programs-review-opens'];
  if (!submit || !review) return [];
  const grantsLetters = ({ host, mode }: Rotation) =>
    world.host(host.institutionId, mode)?.grantsLetters !== false;
  const letters = lettersOf(facts).filter(({ rotation }) => !rotation || grantsLetters(rotation));
  // Nobody can write about a rotation that has not started.
  const ends = facts.rotations.flatMap((rotation) => {
    const { stage, status, dates } = rotation;
    return dates && (status === 'underway' || isFinished(stage)) && grantsLetters(rotation)
      ? [dates.end]
      : [];
  });
  return [
    ...finalLetters(letters, ends, submit, review),
    letterCount(
      'G17',
      'ir-letter',
      letters.filter(({ letter, rotation }) => isIrLetter(letter) && !isOfResearch(rotation)),
      {
        opens: plusMonths(submit.day, -4),
        due: seasonDayDeadline(
          plusDays(review.day, -WRITING_DAYS),
          review,
          'three weeks before the first review (our own default)',
        ),
        review,
      },
    ),
    // A month after the letters from IR faculty, which come first.
    letterCount('G17b', 'other-letter', letters.filter(isOther), {
      opens: plusMonths(submit.day, -3),
      due: seasonDeadline(review),
      review,
    }),
  ];
}

/** G10, once someone has seen the applicant's work: by the guide's day, or three weeks after the first rotation. */
function finalLetters(
  letters: readonly PlacedLetter[],
  ends: readonly Day[],
  submit: SeasonDate,
  review: SeasonDate,
): Matter[] {
  const [firstEnd] = ends.toSorted();
  if (letters.length === 0 && !firstEnd) return [];
  const opens = plusMonths(submit.day, -4);
  const by = plusMonths(submit.day, -3);
  const written = firstEnd && earliest(plusDays(firstEnd, WRITING_DAYS), review.day);
  const isLater = written !== undefined && written > by;
  return [
    letterCount('G10', 'final-letters', letters, {
      opens: firstEnd ? latest(opens, firstEnd) : opens,
      due: isLater
        ? seasonDayDeadline(
            written,
            review,
            'three weeks after the first rotation (our own default)',
          )
        : seasonDayDeadline(by, submit, '3 months before ERAS submission (guide)'),
      review,
    }),
  ];
}

function letterCount(
  rule: string,
  name: string,
  letters: readonly PlacedLetter[],
  { opens, due, review }: { opens: Day; due: Draft['due'] & {}; review: SeasonDate },
): Matter {
  const coming = letters.filter(
    ({ letter, rotation }) => isComing(letter) && !isInEras(letter) && rotation?.stage !== 'closed',
  );
  return matter({
    ...count,
    stake: 'letter',
    rule,
    subject: `plan/${name}`,
    opens,
    due,
    count: {
      least: 1,
      ...mostOf(rule),
      done: letters.filter(({ letter }) => isInEras(letter)).length,
      planned: coming.map(({ letter, rotation }) => rotation?.id ?? letter.id),
      missedAfter: review.day,
    },
    answers: [open('letters')],
    inputs: ['season.eras-submit-opens', 'season.programs-review-opens', 'letters'],
  });
}

function isOfResearch(rotation: Rotation | undefined): boolean {
  return rotation !== undefined && !isClinical(rotation);
}

function isOther({ letter, rotation }: PlacedLetter): boolean {
  const { specialty } = letter.writer;
  if (modeOfLetter(specialty, rotation) === 'research') return true;
  return rotation !== undefined && isInUs(rotation) && OTHER_US.includes(specialty);
}

/** G20: two or three rotation stories, ready for interviews, once there is a rotation to tell of. */
function stories({ facts, season }: View): Matter[] {
  const review = season.dates['programs-review-opens'];
  const seen = facts.rotations.filter(isClinical);
  if (!review || !seen.some((each) => each.stage === 'rotate' || wasDone(each))) return [];
  const day = plusDays(review.day, STORIES_DAYS_AFTER_REVIEW);
  return [
    matter({
      ...count,
      stake: 'comfort',
      rule: 'G20',
      subject: 'plan/stories',
      due: seasonDayDeadline(
        day,
        review,
        'ten days after programs begin to review (our own default)',
      ),
      count: {
        least: guideRule('G20')?.countMin ?? 2,
        done: Math.max(facts.storyCount ?? 0, facts.stories?.length ?? 0),
        planned: [],
      },
      ...untilMatchDay(season),
      answers: [open('stories')],
      inputs: ['season.programs-review-opens', 'stories'],
    }),
  ];
}

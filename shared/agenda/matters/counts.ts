/** What the guide counts over the whole plan: rotations and letters, how many there are, and when a shortfall is late. */
import { type Day, earliest, latest, plusDays, plusMonths } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { isComing, isInEras, isIrLetter } from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isFinished } from '#shared/plan/facts/stages.ts';
import { lettersOf, modeOfLetter, type PlacedLetter } from '#shared/plan/letters/placed.ts';
import { isClinical, isInUs, isIrInUs, isIrRelevant, wasDone } from '#shared/plan/rotation/kind.ts';
import { grantsLetters } from '#shared/plan/rotation/site.ts';
import { guideRule } from '#shared/world/guide/rules.ts';
import type { SeasonDate } from '#shared/world/season/season.ts';
import { open } from '../answer.ts';
import { seasonDayDeadline, seasonDeadline } from '../deadline.ts';
import { type Count, type Draft, type Matter, matter, type View } from '../matter.ts';

/** Our default: the guide says "before interviews", and the first invitations follow the first review by weeks. */
const STORIES_DAYS_AFTER_REVIEW = 10;
/** Our default: how long a writer who is asked late may take. */
const WRITING_DAYS = 21;
const OTHER_US = ['dr', 'surgery', 'medicine', 'icu'];

export function countMatters(view: View): Matter[] {
  const listed = view.facts.rotations.filter(isClinical);
  return [
    ...fromMatchDay(view, 'G7', 'targets', listed),
    // An empty plan is asked for its targets first; one that has only a research stay lacks its rotations, too.
    ...(view.facts.rotations.length > 0
      ? [
          ...fromMatchDay(view, 'G1', 'ir-away', listed.filter(isIrInUs)),
          ...fromMatchDay(view, 'G3', 'other-us', listed.filter(isOtherUs)),
          ...fromMatchDay(view, 'G4', 'us', listed.filter(isInUs)),
          ...fromMatchDay(view, 'G22', 'hands-on', listed.filter(isHandsOnRadiology)),
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

/** The guide says how many. */
function counted(
  rule: string,
  name: string,
  count: Omit<Count, 'least' | 'most'>,
  rest: Partial<Draft>,
): Matter {
  const { countMin: least = 1, countMax: most } = guideRule(rule) ?? {};
  return matter({
    rule,
    subject: `plan/${name}`,
    kind: 'count',
    stake: 'season',
    count: { least, most, ...count },
    ...rest,
  });
}

/** How many of these rotations are done, and which may still be. One that is closed lists nothing. */
function ofRotations(rotations: readonly Rotation[]): Pick<Count, 'done' | 'planned'> {
  const planned = rotations.filter((each) => each.stage !== 'closed' && !wasDone(each));
  return { done: rotations.filter(wasDone).length, planned: planned.map(({ id }) => id) };
}

/**
 * What is counted from Match Day on: late from the end of the guide's window (G7), no sooner than one that counted was
 * closed, and missed once programs review.
 */
function fromMatchDay(
  { season: { dates } }: View,
  rule: string,
  name: string,
  rotations: readonly Rotation[],
): Matter[] {
  const match = dates['match-day'];
  if (!match) return [];
  const by = plusMonths(match.day, -12);
  const isOfTargets = rule === 'G7';
  const closedOn = rotations.flatMap(({ closed }) => (closed ? [dayIn(EASTERN, closed.at)] : []));
  const lateFrom = isOfTargets ? by : latest(by, ...closedOn);
  const how =
    lateFrom === by
      ? `12 months before Match Day${isOfTargets ? ' (guide)' : ', the guide’s last day for a list of targets'}`
      : 'the day on which a rotation that counted was closed';
  const missedAfter = dates['programs-review-opens']?.day;
  return [
    counted(
      rule,
      name,
      { ...ofRotations(rotations), missedAfter },
      {
        opens: plusMonths(match.day, -18),
        due: seasonDayDeadline(lateFrom, match, how),
        answers: [open('add-rotation'), open('shortlist')],
      },
    ),
  ];
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
    counted(
      'G8',
      'early-rotation',
      { ...ofRotations(inTime), missedAfter: by },
      {
        opens: plusMonths(submit.day, -12),
        due: seasonDayDeadline(by, submit, '6 months before ERAS submission (guide)'),
        answers: [open('add-rotation')],
      },
    ),
  ];
}

/** G10, G17, and G17b: how many letters there are by the guide's day and by the first review. */
function letterCounts({ facts, season, world }: View): Matter[] {
  const { 'eras-submit-opens': submit, 'programs-review-opens': review } = season.dates;
  if (!submit || !review) return [];
  const letters = lettersOf(facts).filter(
    ({ rotation }) => !rotation || grantsLetters(rotation, world),
  );
  // Nobody can write about a rotation that has not started.
  const started = facts.rotations.filter(
    (each) => (each.status === 'underway' || isFinished(each.stage)) && grantsLetters(each, world),
  );
  const [firstEnd] = started.flatMap(({ dates }) => dates?.end ?? []).toSorted();
  const final = firstEnd || letters.length > 0 ? [finalLetters(firstEnd, submit, review)] : [];
  const fromIr = letters.filter(
    ({ letter, rotation }) => isIrLetter(letter) && (!rotation || isClinical(rotation)),
  );
  const irBy = plusDays(review.day, -WRITING_DAYS);
  const how = 'three weeks before the first review (our own default)';
  return [
    ...final.map((days) => letterCount('G10', 'final-letters', letters, review, days)),
    letterCount('G17', 'ir-letter', fromIr, review, {
      opens: plusMonths(submit.day, -4),
      due: seasonDayDeadline(irBy, review, how),
    }),
    // A month after the letters from IR faculty, which come first.
    letterCount('G17b', 'other-letter', letters.filter(isOther), review, {
      opens: plusMonths(submit.day, -3),
      due: seasonDeadline(review),
    }),
  ];
}

type Days = Pick<Draft, 'opens' | 'due'>;

/** G10, once someone has seen the applicant's work: by the guide's day, or three weeks after the first rotation. */
function finalLetters(firstEnd: Day | undefined, submit: SeasonDate, review: SeasonDate): Days {
  const opens = plusMonths(submit.day, -4);
  const by = plusMonths(submit.day, -3);
  const guides = seasonDayDeadline(by, submit, '3 months before ERAS submission (guide)');
  if (!firstEnd) return { opens, due: guides };
  const written = earliest(plusDays(firstEnd, WRITING_DAYS), review.day);
  const how = 'three weeks after the first rotation (our own default)';
  return {
    opens: latest(opens, firstEnd),
    due: written > by ? seasonDayDeadline(written, review, how) : guides,
  };
}

function letterCount(
  rule: string,
  name: string,
  letters: readonly PlacedLetter[],
  review: SeasonDate,
  days: Days,
): Matter {
  const coming = letters.filter(
    ({ letter, rotation }) => isComing(letter) && !isInEras(letter) && rotation?.stage !== 'closed',
  );
  const count = {
    done: letters.filter(({ letter }) => isInEras(letter)).length,
    planned: coming.map(({ letter, rotation }) => rotation?.id ?? letter.id),
    missedAfter: review.day,
  };
  return counted(rule, name, count, { stake: 'letter', ...days, answers: [open('letters')] });
}

function isOther({ letter, rotation }: PlacedLetter): boolean {
  const { specialty } = letter.writer;
  if (modeOfLetter(specialty, rotation) === 'research') return true;
  return rotation !== undefined && isInUs(rotation) && OTHER_US.includes(specialty);
}

/** G20: two or three rotation stories, ready for interviews, once there is a rotation to talk about. */
function stories({ facts, season }: View): Matter[] {
  const review = season.dates['programs-review-opens'];
  const seen = facts.rotations.filter(isClinical);
  if (!review || !seen.some((each) => each.stage === 'rotate' || wasDone(each))) return [];
  const by = plusDays(review.day, STORIES_DAYS_AFTER_REVIEW);
  const how = 'ten days after programs begin to review (our own default)';
  const done = Math.max(facts.storyCount ?? 0, facts.stories?.length ?? 0);
  return [
    counted(
      'G20',
      'stories',
      { done, planned: [] },
      {
        stake: 'comfort',
        due: seasonDayDeadline(by, review, how),
        until: season.dates['match-day']?.day,
        answers: [open('stories')],
      },
    ),
  ];
}

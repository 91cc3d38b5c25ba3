/** When a rotation's letter is due, and the day after which it no longer counts for the first review. */

import { type Day, earliest, latest, plusDays, plusMonths } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import type { Season } from '#shared/world/season/season.ts';
import { isOpen, type Letter } from '../facts/letter.ts';
import type { Rotation, RotationDates } from '../facts/rotation.ts';

/** Ours: a writer who saw the work should write while it is fresh. */
const LETTER_DAYS_AFTER_END = 21;
/** Ours: a writer asked late still gets three weeks, and so does one who had to wait for ERAS to open. */
const LETTER_DAYS_AFTER_ASK = 21;
const LETTER_DAYS_AFTER_ERAS_OPENS = 21;

/**
 * The letter's due day: the latest of the guide's "3–4 months before ERAS submission" (G10), three weeks after the
 * rotation's end, since a letter cannot exist before the work it describes, and three weeks after ERAS opens, since
 * nothing can be uploaded before.
 */
export function letterDueDay(dates: RotationDates, season: Season): Day {
  return latest(plusDays(dates.end, LETTER_DAYS_AFTER_END), ...seasonDueDays(season));
}

function seasonDueDays(season: Season): Day[] {
  const submit = season.dates['eras-submit-opens'];
  const opens = season.dates['eras-opens'];
  return [
    ...(submit ? [plusMonths(submit.day, -3)] : []),
    ...(opens ? [plusDays(opens.day, LETTER_DAYS_AFTER_ERAS_OPENS)] : []),
  ];
}

/**
 * One writer's due day: the rotation's, or three weeks from a later ask.
 * @param dates absent for a letter that no rotation gave
 */
export function writerDueDay(
  { askedOn }: Pick<Letter, 'askedOn'>,
  dates: RotationDates | undefined,
  season: Season,
): Day {
  const ofPlace = dates ? [letterDueDay(dates, season)] : seasonDueDays(season);
  return latest(plusDays(askedOn, LETTER_DAYS_AFTER_ASK), ...ofPlace);
}

/**
 * The day by which the letter should be uploaded, as its writer is told: what they promised last; else their due day,
 * three weeks from the applicant's tick, and three weeks from a Letter Request Form that came later.
 * @param dates absent for a letter that no rotation gave
 */
export function awaitedOn(letter: Letter, dates: RotationDates | undefined, season: Season): Day {
  const { promised, contact, askedOn, status } = letter;
  const since = dayIn(EASTERN, letter.since);
  const afterForm = status === 'requested' ? [plusDays(since, LETTER_DAYS_AFTER_ASK)] : [];
  if (promised) return promised.on >= since ? promised.by : latest(promised.by, ...afterForm);
  const asked = latest(askedOn, ...(contact ? [contact.on] : []));
  return latest(writerDueDay({ askedOn: asked }, dates, season), ...afterForm);
}

/**
 * The day by which some open letter of this rotation should have come; after it the letter is not progressing.
 * None while a promised letter waits for its Letter Request Form: that is the applicant's to send, not the writer's fault.
 */
export function ladderEndDay(rotation: Rotation, season: Season): Day | undefined {
  const { dates } = rotation;
  if (!dates || rotation.letters.some(({ status }) => status === 'agreed')) return undefined;
  const open = rotation.letters.filter(isOpen).map((letter) => awaitedOn(letter, dates, season));
  const [first, ...others] = open;
  return first ? latest(first, ...others) : letterDueDay(dates, season);
}

/** The same for letters that no rotation gave: the day by which the first of them should have come. */
export function ownLadderEndDay(letters: readonly Letter[], season: Season): Day | undefined {
  const [first, ...others] = letters
    .filter((letter) => isOpen(letter) && letter.status !== 'agreed')
    .map((letter) => awaitedOn(letter, undefined, season));
  return first && earliest(first, ...others);
}

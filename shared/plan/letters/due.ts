/** When a rotation's letter is due, and after which day it is too late for the first review. */
import { type Day, earliest, latest, plusDays, plusMonths } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import type { Season } from '#shared/world/season/season.ts';
import { isOpen, type Letter } from '../facts/letter.ts';
import type { Rotation, RotationDates } from '../facts/rotation.ts';

/** Our choice: the writer should write while the memory is fresh. */
const LETTER_DAYS_AFTER_END = 21;
/** Our choice: a writer who was asked late, or had to wait for ERAS to open, still gets three weeks. */
const LETTER_DAYS_AFTER_ASK = 21;
const LETTER_DAYS_AFTER_ERAS_OPENS = 21;

/**
 * The latest of the guide's "3–4 months before ERAS submission" (G10), three weeks after the rotation ends, and three weeks
 * after ERAS opens, since nothing can be uploaded before.
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
 * The rotation's due day, or three weeks after a later request.
 * @param dates absent for a letter from outside the rotations
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
 * The due date in the writer's emails: what they promised last; otherwise the due day, but at least three weeks after the
 * applicant's confirmation and after the Letter Request Form.
 * @param dates absent for a letter from outside the rotations
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
 * After this day, the rotation's letter counts as not progressing. Undefined while a promised letter waits for its Letter
 * Request Form, which the applicant has to send.
 */
export function ladderEndDay(rotation: Rotation, season: Season): Day | undefined {
  const { dates } = rotation;
  if (!dates || rotation.letters.some(({ status }) => status === 'agreed')) return undefined;
  const open = rotation.letters.filter(isOpen).map((letter) => awaitedOn(letter, dates, season));
  const [first, ...others] = open;
  return first ? latest(first, ...others) : letterDueDay(dates, season);
}

/** The same for letters from outside the rotations: the earliest of their due days. */
export function ownLadderEndDay(letters: readonly Letter[], season: Season): Day | undefined {
  const [first, ...others] = letters
    .filter((letter) => isOpen(letter) && letter.status !== 'agreed')
    .map((letter) => awaitedOn(letter, undefined, season));
  return first && earliest(first, ...others);
}

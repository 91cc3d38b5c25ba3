/** When a rotation's letter is due, and after which day it is too late for the first review. */
import { type Day, earliest, latest, plusDays, plusMonths } from '#shared/base/time/day.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import type { Season } from '#shared/world/season/season.ts';
import { isOpen, type Letter } from '../facts/letter.ts';
import type { Rotation, RotationDates } from '../facts/rotation.ts';
import { isClinical } from '../rotation/kind.ts';

/** Absent for a letter from outside the rotations. */
type Place = Pick<Rotation, 'dates' | 'mode'> | undefined;

/** Our choice: the writer should write while the memory is fresh. */
const LETTER_DAYS_AFTER_END = 21;
/** Our choice: a writer who was asked late, or had to wait for ERAS to open, still gets three weeks. */
const LETTER_DAYS_AFTER_ASK = 21;
const LETTER_DAYS_AFTER_ERAS_OPENS = 21;

/** The latest of: 3 to 4 months before ERAS submission (G10), three weeks after the rotation ends, three weeks after ERAS opens. */
export function letterDueDay(dates: RotationDates, season: Season): Day {
  return beforeReview(letterReadyDay(dates, season), dates.end, season);
}

/** With the three weeks that a writer should have, even if programs review before. */
export function letterReadyDay({ end }: RotationDates, season: Season): Day {
  return latest(plusDays(end, LETTER_DAYS_AFTER_END), ...seasonDueDays(season));
}

/** Never after the day before programs review, unless what the letter waits for is not over by then. */
function beforeReview(day: Day, from: Day, season: Season): Day {
  const review = season.dates['programs-review-opens'];
  const eve = review && plusDays(review.day, -1);
  return eve && from < eve ? earliest(day, eve) : day;
}

function seasonDueDays(season: Season): Day[] {
  const submit = season.dates['eras-submit-opens'];
  const opens = season.dates['eras-opens'];
  return [
    ...(submit ? [plusMonths(submit.day, -3)] : []),
    ...(opens ? [plusDays(opens.day, LETTER_DAYS_AFTER_ERAS_OPENS)] : []),
  ];
}

/** A mentor need not wait for the end of research, which may be years ahead. */
function datesAwaited(place: Place): RotationDates | undefined {
  return place && isClinical(place) ? place.dates : undefined;
}

/** The rotation's due day, or three weeks after a later request. */
export function writerDueDay(
  { askedOn }: Pick<Letter, 'askedOn'>,
  place: Place,
  season: Season,
): Day {
  const dates = datesAwaited(place);
  const from = latest(askedOn, ...(dates ? [dates.end] : []));
  return beforeReview(daysToWrite(askedOn, dates, season), from, season);
}

/** Three weeks after each thing that a letter waits for. */
function daysToWrite(askedOn: Day, dates: RotationDates | undefined, season: Season): Day {
  return latest(
    plusDays(askedOn, LETTER_DAYS_AFTER_ASK),
    ...(dates ? [letterReadyDay(dates, season)] : seasonDueDays(season)),
  );
}

/** As the writer's emails say: what they promised last; else the due day, but three weeks after the applicant's word and the request form. */
export function awaitedOn(letter: Letter, place: Place, season: Season): Day {
  const dates = datesAwaited(place);
  const { promised, status } = letter;
  const since = dayIn(EASTERN, letter.since);
  if (promised && promised.on >= since) return promised.by;
  const from = latest(
    askedFor(letter),
    ...(promised ? [promised.by] : []),
    ...(dates ? [dates.end] : []),
    ...(status === 'requested' ? [since] : []),
  );
  return beforeReview(patientlyAwaitedOn(letter, dates, season), from, season);
}

/** A letter that misses the first review still counts: its writer keeps their three weeks. */
function patientlyAwaitedOn(letter: Letter, dates: RotationDates | undefined, season: Season): Day {
  const { promised, status } = letter;
  const since = dayIn(EASTERN, letter.since);
  const afterForm = status === 'requested' ? [plusDays(since, LETTER_DAYS_AFTER_ASK)] : [];
  if (promised) return promised.on >= since ? promised.by : latest(promised.by, ...afterForm);
  return latest(daysToWrite(askedFor(letter), dates, season), ...afterForm);
}

function askedFor({ askedOn, contact }: Letter): Day {
  return latest(askedOn, ...(contact ? [contact.on] : []));
}

/** After this day the letter counts as not progressing. Undefined while a promised one waits for the applicant's request form. */
export function ladderEndDay(rotation: Rotation, season: Season): Day | undefined {
  const { dates } = rotation;
  if (!dates || rotation.letters.some(({ status }) => status === 'agreed')) return undefined;
  const open = rotation.letters
    .filter(isOpen)
    .map((letter) => patientlyAwaitedOn(letter, datesAwaited(rotation), season));
  const [first, ...others] = open;
  return first ? latest(first, ...others) : letterReadyDay(dates, season);
}

/** The same for letters from outside the rotations: the earliest of their due days. */
export function ownLadderEndDay(letters: readonly Letter[], season: Season): Day | undefined {
  const [first, ...others] = letters
    .filter((letter) => isOpen(letter) && letter.status !== 'agreed')
    .map((letter) => patientlyAwaitedOn(letter, undefined, season));
  return first && earliest(first, ...others);
}

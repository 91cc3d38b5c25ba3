/** Days offices are open, as far as one list can tell: no weekend, no US federal holiday, and none that most countries share. */
import { type Day, partsOf, plusDays, weekdayOf } from './day.ts';

/** New Year, Juneteenth, Independence Day, Veterans Day, Christmas: observed on the nearest weekday (5 U.S.C. 6103). */
const US_DATES = ['01-01', '06-19', '07-04', '11-11', '12-25'];
/** Our default: Labor Day of most countries, and the second day of Christmas. Others are an office's own. */
const ABROAD = ['05-01', '12-26'];

const MONDAY = 1;
const THURSDAY = 4;
const FRIDAY = 5;

/** By month, which Monday: Martin Luther King, Presidents, Labor, and Columbus Day. Memorial Day is the last of May. */
const US_MONDAYS: Readonly<Record<number, number>> = { 1: 3, 2: 3, 9: 1, 10: 2 };
const MAY = 5;
const NOVEMBER = 11;

/** The day itself, or the last before it on which an office is open. */
export function workingDayBy(day: Day): Day {
  return isWorkingDay(day) ? day : workingDayBy(plusDays(day, -1));
}

function isWorkingDay(day: Day): boolean {
  const weekday = weekdayOf(day);
  if (weekday === 0 || weekday === 6) return false;
  return !ABROAD.includes(day.slice(5)) && !isObserved(day, weekday) && !isOfTheMonth(day, weekday);
}

function isObserved(day: Day, weekday: number): boolean {
  const isOn = (date: Day) => US_DATES.includes(date.slice(5));
  return (
    isOn(day) ||
    (weekday === FRIDAY && isOn(plusDays(day, 1))) ||
    (weekday === MONDAY && isOn(plusDays(day, -1)))
  );
}

function isOfTheMonth(day: Day, weekday: number): boolean {
  const { month, dayOfMonth } = partsOf(day);
  const nth = Math.ceil(dayOfMonth / 7);
  if (weekday === THURSDAY) return month === NOVEMBER && nth === 4;
  if (weekday !== MONDAY) return false;
  return month === MAY ? dayOfMonth > 24 : US_MONDAYS[month] === nth;
}

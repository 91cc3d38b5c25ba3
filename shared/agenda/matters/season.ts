/** The season's dates: what the applicant must do in ERAS, and the dates that ask nothing of them. */
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { EASTERN, instantAt } from '#shared/base/time/instant.ts';
import { SEASON_EVENT_NAMES } from '#shared/world/season/events.ts';
import type { Season, SeasonDate } from '#shared/world/season/season.ts';
import { report } from '../answer.ts';
import { type Deadline, seasonDayDeadline, seasonDeadline } from '../deadline.ts';
import { type Matter, matter, type View } from '../matter.ts';

/** Our default: the first days of the window are crowded, and any day before review counts the same. */
const CROWDED_DAYS = 2;

export function seasonMatters({ facts, season }: View): Matter[] {
  const submit = season.dates['eras-submit-opens'];
  const review = season.dates['programs-review-opens'];
  const days = SEASON_EVENT_NAMES.flatMap((event): Matter[] => {
    const date = season.dates[event];
    if (!date) return [];
    return [
      matter({
        rule: event,
        subject: 'season',
        kind: 'season',
        about: { event },
        whose: 'nobody',
        stake: 'season',
        due: seasonDeadline(date),
      }),
    ];
  });
  if (!submit || !review) return days;
  return [
    ...days,
    matter({
      rule: 'G11',
      subject: 'plan/application',
      kind: 'step',
      stake: 'season',
      opens: plusDays(submit.day, CROWDED_DAYS),
      due: reviewMorning(review),
      hard: true,
      lastDay: lastDayOf(season),
      done: facts.erasSubmittedOn !== undefined,
      answers: [report({ type: 'eras-submitted' })],
    }),
  ];
}

/** From Match Day on, nothing of this season is asked for, though ERAS stays open for weeks. */
function lastDayOf({ dates }: Season): Deadline | undefined {
  const { 'match-day': match, 'eras-closes': closes } = dates;
  const eve = match && {
    ...seasonDayDeadline(plusDays(match.day, -1), match, 'the day before Match Day'),
    certainty: match.certainty,
  };
  return [eve, closes && seasonDeadline(closes)]
    .filter((each) => each !== undefined)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
}

/** Our default: four months for the host, four weeks there, and three weeks for the writer. */
const FIRST_APPLICATION_DAYS = 123 + 28 + 21;

/** The last day to apply for a first rotation whose letter is there when programs begin to review (G10). */
export function firstApplicationBy({ dates }: Season): Day | undefined {
  const review = dates['programs-review-opens'];
  return review && plusDays(review.day, -FIRST_APPLICATION_DAYS);
}

/** Best sent the day before; late only when programs begin to read, at nine in the East. */
function reviewMorning(review: SeasonDate): Deadline {
  const due = seasonDeadline(review);
  return due.hasClockTime ? due : { ...due, at: instantAt(review.day, '09:00', EASTERN) };
}

/** Whether the days an email names are the right ones, called what they are, and on the right side of today. */
import { daysBetween, plusDays } from '#shared/base/time/day.ts';
import { EASTERN, type Instant, instantAt } from '#shared/base/time/instant.ts';
import { hostByHand } from './hosts-by-hand.ts';
import type { Never } from './never.ts';
import { daysNamed, type NamedDay, type Statement } from './reading.ts';
import { isOpen, rotationsNamedInFull, type Situation } from './situation.ts';
import { OF_A_ROTATION, OF_THE_PLAN } from './things.ts';

/** What a day is said to be, by the words before it. */
const TENSES = [
  ['begun', /\b(?:was to (?:be )?start(?:ed)?|should have (?:been )?started|best started) by $/i],
  ['begin', /\bstart by $/i],
  ['past', /\b(?:was due|best done by|was best by|late, best by) $/i],
  ['since', /\bsince $/i],
  ['today', /\b(?:due|by) today, $/i],
  ['today-in-us', /\b(?:due|by) today in the US, $/i],
  ['due', /(?:^|[^a-z])(?:by|due|until|finish by) $/i],
] as const;

type Tense = (typeof TENSES)[number][0];

const SHOWS_DAYS: readonly Statement['part'][] = ['subject', 'title', 'due', 'item'];

export const DAYS_SAID: Readonly<Record<string, Never>> = {
  'a weekday that the day is not': ({ text }, { today }) =>
    daysNamed(text, today).find(({ isWrongWeekday }) => isWrongWeekday)?.day,

  // A day of the East may be over, or not begun, where its reader lives.
  'a past day as if ahead, or the reverse': (statement, { today }) => {
    if (!SHOWS_DAYS.includes(statement.part)) return undefined;
    const wrong = daysNamed(statement.text, today).find((named) => {
      const tense = tenseOf(named);
      if (tense === 'due' || tense === 'begin') return named.day < plusDays(today, -1);
      if (tense === 'past' || tense === 'begun') return named.day > plusDays(today, 1);
      if (tense === 'since') return named.day > plusDays(today, 1);
      if (tense === 'today-in-us') return named.day !== plusDays(today, -1);
      return tense === 'today' && named.day !== today;
    });
    return wrong && `${wrong.before}${wrong.day}`;
  },

  // Nobody answers an offer, travels, or finds a room before it came.
  'a start before the offer': (statement, situation) => {
    if (!SHOWS_DAYS.includes(statement.part)) return undefined;
    if (!/\b(?:answer the offer|housing|flight|ESTA)\b/i.test(statement.of)) return undefined;
    // Two rotations at one host have one name: the earlier offer may be the one that is meant.
    const offers = rotationsNamedInFull(statement.of, situation)
      .filter(isOpen)
      .flatMap(({ offeredOn }) => offeredOn ?? []);
    return daysNamed(statement.text, situation.today).find(
      ({ day, before }) =>
        offers.length > 0 &&
        offers.every((offeredOn) => day < offeredOn) &&
        /should have started by $/i.test(before),
    )?.day;
  },

  // Section 2: counted back from the first day by the wait that was read.
  'an appointment begun too late': (statement, situation) => {
    const { visaWaitDays } = situation.facts.profile;
    if (!SHOWS_DAYS.includes(statement.part) || !/\bvisa appointment\b/i.test(statement.of))
      return undefined;
    const [rotation] = rotationsNamedInFull(statement.of, situation);
    if (!rotation?.dates || visaWaitDays === undefined) return undefined;
    const latest = plusDays(rotation.dates.start, -visaWaitDays);
    return daysNamed(statement.text, situation.today).find((named) => {
      const tense = tenseOf(named);
      return (tense === 'begin' || tense === 'begun') && named.day > latest;
    })?.day;
  },

  // On the day itself, or where its end is next morning for the reader.
  'hours left that are not': (statement, situation) =>
    /\bonly hours left\b/i.test(statement.of)
      ? dueDays(statement, situation).find(
          ({ day }) => Math.abs(daysBetween(day, situation.today)) > 1,
        )?.day
      : undefined,

  // In Eastern time, and where the reader is.
  'another hour than the host has': (statement, situation) => {
    if (statement.part === 'note' || !/\banswer the offer\b/i.test(statement.of)) return undefined;
    const [rotation] = rotationsNamedInFull(statement.of, situation);
    const hour = rotation && situation.offerHours.get(rotation.id);
    const said = [...statement.text.matchAll(/(\d+:\d\d [ap])\.m\. (?:ET|in \w)/g)];
    if (!hour || !rotation.offer || said.length === 0) return undefined;
    const there = hostByHand(rotation.host.institutionId)?.zone ?? EASTERN;
    const ends = instantAt(rotation.offer.expiresOn, hour, there);
    const zones = [EASTERN, situation.facts.profile.zone];
    return said.find(([, clock], index) => clock !== clockIn(zones[index] ?? EASTERN, ends))?.[0];
  },

  'a wrong number of days': (statement, { today }) => {
    const { text } = statement;
    const left = /\bin (\d+) days?\b/.exec(text)?.[1] ?? /\b(\d+) days? left\b/.exec(text)?.[1];
    const ahead = daysNamed(text, today).filter((named) =>
      ['due', 'begin'].includes(tenseOf(named) ?? ''),
    );
    if (!left || ahead.length === 0 || !SHOWS_DAYS.includes(statement.part)) return undefined;
    const isRight = ahead.some(({ day }) => Math.abs(daysBetween(today, day) - Number(left)) <= 1);
    return isRight ? undefined : text;
  },

  'another day than the facts have': (statement, situation) => {
    for (const { day } of dueDays(statement, situation)) {
      const plan = OF_THE_PLAN.find(({ says }) => says.test(statement.of));
      const rotation = OF_A_ROTATION.find(({ says }) => says.test(statement.of));
      const spans = plan
        ? [plan.days(situation)]
        : rotationsNamedInFull(statement.of, situation).flatMap((each) => [rotation?.days?.(each)]);
      const isRight = spans.some((span) => !span || (span[0] <= day && day <= span[1]));
      if (spans.length > 0 && !isRight) return `${statement.of}: ${day}`;
    }
    return undefined;
  },

  'an estimate as a fact': (statement, situation) => {
    const plan = OF_THE_PLAN.find(({ says }) => says.test(statement.of));
    const rotation = OF_A_ROTATION.find(({ says }) => says.test(statement.of));
    const named = rotationsNamedInFull(statement.of, situation);
    const isEstimate = plan
      ? situation.season.isEstimated
      : named.length > 0 && named.every((each) => rotation?.isOurDay?.(each) ?? false);
    // The day of a line that joins a task of the reader's own may be the one they entered for it.
    const own = named.flatMap(({ ownTasks = [] }) => ownTasks.map(({ dueOn }) => dueOn));
    const isBare = ({ day, after }: NamedDay) =>
      !own.includes(day) && !/^[^)]{0,40}\((?:estimated|our own)/.test(after);
    return isEstimate ? dueDays(statement, situation).find(isBare)?.day : undefined;
  },

  // A calendar publishes these, and the day before one is the last before it.
  'a day as official that nobody publishes': (statement, situation) => {
    const { submit, review, erasOpens, matchDay } = situation.season;
    const published = [submit, review, erasOpens, matchDay].flatMap((day) => [
      day,
      plusDays(day, -1),
    ]);
    const isOfficial = ({ after }: NamedDay) => /^[^)]{0,40}\(official/.test(after);
    const isOfPlan = OF_THE_PLAN.some(({ says }) => says.test(statement.of));
    return dueDays(statement, situation).find(
      (named) => isOfPlan && isOfficial(named) && !published.includes(named.day),
    )?.day;
  },
};

/** `5:00 p` */
function clockIn(zone: string, at: Instant): string {
  const parts = { timeZone: zone, hour: 'numeric', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat('en-US', parts)
    .format(new Date(at))
    .replace(/\s([AP])M$/, (_, half: string) => ` ${half.toLowerCase()}`);
}

function dueDays(statement: Statement, { today }: Situation): NamedDay[] {
  if (!SHOWS_DAYS.includes(statement.part)) return [];
  return daysNamed(statement.text, today).filter((named) => {
    const tense = tenseOf(named);
    return tense === 'due' || tense === 'past' || tense === 'today' || tense === 'today-in-us';
  });
}

function tenseOf({ before }: NamedDay): Tense | undefined {
  return TENSES.find(([, words]) => words.test(before))?.[0];
}

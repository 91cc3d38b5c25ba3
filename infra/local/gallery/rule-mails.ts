/** The email of each rule, for the first person it applies to, and the overviews. */
import { rungsOf } from '#shared/agenda/ladder.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import { forecast } from '#shared/people/mailing/forecast.ts';
import type { Nudge, PlannedMail } from '#shared/people/mailing/plan.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { keyOfNudge } from '#shared/people/person/mail-record.ts';
import { TOPIC_NAMES, TOPICS } from '#shared/plan/facts/topics.ts';
import { type Occasion, occasionsAt } from '#shared/words/occasions.ts';
import type { World } from '#shared/world/world.ts';
import { withVariants } from './variants.ts';

/** A forecast this long reaches the quiet months after the season's dates. */
const FORECAST_MAILS = 100;
const OVERVIEW_KINDS = 3;

interface RuleMail {
  readonly nudge: Nudge;
  readonly applicant: Applicant;
  readonly at: Instant;
}

/** Each rule with the first person it applies to, at the moment of its email. */
export function ruleMails(
  applicants: readonly Applicant[],
  world: World,
  now: Instant,
): RuleMail[] {
  const first = new Map<string, { occasion: Occasion; person: Applicant }>();
  for (const person of withVariants(applicants, now)) {
    for (const occasion of occasionsAt(person.facts, world, now)) {
      if (!first.has(occasion.rule)) first.set(occasion.rule, { occasion, person });
    }
  }
  return TOPIC_NAMES.flatMap((name) => TOPICS[name].rules).flatMap((rule) => {
    const found = first.get(rule);
    return found ? [mailOf(found.occasion, found.person, world, now)] : [];
  });
}

function mailOf(occasion: Occasion, person: Applicant, world: World, now: Instant): RuleMail {
  const { zone } = person.facts.profile;
  const rung = rungsOf(occasion, zone).find(({ at }) => at >= now);
  const at = rung?.at ?? now;
  const applicant = withTimePassed(person, at, world);
  const then = occasionsAt(applicant.facts, world, at).find(({ rule }) => rule === occasion.rule);
  const isThen = then !== undefined && rung !== undefined;
  const shown = isThen ? then : occasion;
  const name = rung?.name ?? '0';
  const key = keyOfNudge(shown.rule, shown.subject, shown.deadline.day, name);
  return {
    nudge: { key, rung: name, occasion: shown, pace: 'day' },
    applicant: isThen ? applicant : person,
    at: isThen ? at : now,
  };
}

/** The first overview of each kind: of steps ahead, of missed steps, and of neither. */
export function overviews(applicants: readonly Applicant[], world: World, now: Instant) {
  const found = new Map<string, { mail: PlannedMail; applicant: Applicant; at: Instant }>();
  for (const person of applicants) {
    for (const { mail, applicant, at } of forecast(person, world, now, FORECAST_MAILS)) {
      if (!mail.overview || mail.nudges.length > 0) continue;
      const { ahead, missed } = mail.overview;
      const id = ahead[0] ? 'overview' : missed[0] ? 'overview-late' : 'overview-state';
      if (!found.has(id)) found.set(id, { mail, applicant, at });
    }
    if (found.size === OVERVIEW_KINDS) break;
  }
  return [...found].map(([id, of]) => ({ id, ...of }));
}

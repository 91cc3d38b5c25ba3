/** What each rule says, to the first of the people it has something to say to; and an overview. */

import { rungsOf } from '#shared/agenda/occasions/ladder.ts';
import { openOccasions } from '#shared/agenda/occasions/open-occasions.ts';
import { RULES } from '#shared/agenda/occasions/rules.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { withTimePassed } from '#shared/people/applicant/accept.ts';
import { forecast } from '#shared/people/mailing/forecast.ts';
import type { Nudge, PlannedMail } from '#shared/people/mailing/plan.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { keyOfNudge } from '#shared/people/person/mail-record.ts';
import type { World } from '#shared/world/world.ts';
import { withVariants } from './variants.ts';

/** A forecast this long comes to the quiet months after the season's dates. */
const FORECAST_MAILS = 100;
const OVERVIEW_KINDS = 3;

interface Spoken {
  readonly nudge: Nudge;
  readonly applicant: Applicant;
  readonly at: Instant;
}

/** For each rule the first of the people it has something to say to, at the moment it would. */
export function ruleMails(applicants: readonly Applicant[], world: World, now: Instant): Spoken[] {
  const people = withVariants(applicants, now);
  return RULES.flatMap(({ id }) => {
    for (const applicant of people) {
      const spoken = spokenBy(id, applicant, world, now);
      if (spoken) return [spoken];
    }
    return [];
  });
}

function spokenBy(rule: string, person: Applicant, world: World, now: Instant): Spoken | undefined {
  const find = (applicant: Applicant) =>
    openOccasions(applicant.facts, world).find((occasion) => occasion.rule === rule);
  const occasion = find(person);
  if (!occasion) return undefined;
  const { zone } = person.facts.profile;
  const rung = rungsOf(occasion, zone).find(({ at }) => at >= now);
  const at = rung?.at ?? now;
  const applicant = withTimePassed(person, at, world);
  const then = find(applicant);
  const isThen = then !== undefined && rung !== undefined;
  const said = isThen ? then : occasion;
  const name = rung?.name ?? '0';
  const key = keyOfNudge(said.rule, said.subject, said.deadline.day, name);
  return {
    nudge: { key, rung: name, occasion: said, pace: 'day' },
    applicant: isThen ? applicant : person,
    at: isThen ? at : now,
  };
}

/** The first overview of each kind that one of them gets: of what lies ahead, of what was missed, of neither. */
export function overviews(applicants: readonly Applicant[], world: World, now: Instant) {
  const found = new Map<string, { mail: PlannedMail; applicant: Applicant; at: Instant }>();
  for (const person of applicants) {
    for (const { mail, applicant, at } of forecast(person, world, now, FORECAST_MAILS)) {
      if (!mail.overview || mail.nudges.length > 0) continue;
      const { ahead, missed } = mail.overview;
      const id = ahead[0] ? 'overview' : missed[0] ? 'overview-late' : 'overview-on-track';
      if (!found.has(id)) found.set(id, { mail, applicant, at });
    }
    if (found.size === OVERVIEW_KINDS) break;
  }
  return [...found].map(([id, of]) => ({ id, ...of }));
}

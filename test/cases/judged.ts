/** A plan file as it is judged on a day: its matters and standings, and the emails of the weeks ahead if nobody acts. */
import { readFileSync } from 'node:fs';
import { type AgendaAt, agendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import type { Matter } from '#shared/agenda/matter.ts';
import type { Standing } from '#shared/agenda/standings.ts';
import type { Day } from '#shared/base/time/day.ts';
import { DAY_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { type ForecastEmail, forecastEmails } from '#shared/people/mailing/forecast.ts';
import { newApplicant } from '#shared/people/person/applicant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { readPlanFile } from '#shared/plan/plan-file/read-plan-file.ts';
import { type Occasion, occasionsOf } from '#shared/words/occasions.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';

export interface File {
  readonly profile: object;
  readonly rotations: readonly object[];
  readonly documents?: readonly object[];
  readonly erasSubmittedOn?: Day;
}

export interface Judged {
  readonly at: AgendaAt;
  readonly occasions: readonly Occasion[];
  matter(id: string): Matter | undefined;
  /** Throws for what is not on the agenda. */
  standing(id: string): Standing;
  said(id: string): Occasion | undefined;
  /** What is emailed within so many days. */
  emails(days: number): ForecastEmail[];
}

export function fileOf(name: string): File {
  return JSON.parse(readFileSync(new URL(`./plans/${name}.json`, import.meta.url), 'utf8'));
}

/** The file with its first rotation changed. */
export function withRotation(file: File, of: object): File {
  const [first, ...others] = file.rotations;
  return { ...file, rotations: [{ ...first, ...of }, ...others] };
}

export function withProfile(file: File, of: object): File {
  return { ...file, profile: { ...file.profile, ...of } };
}

export function factsOf(file: object, now: Instant): Facts {
  const facts = readPlanFile(JSON.stringify(file), now, PUBLISHED_WORLD);
  if (!facts.ok) throw new Error(facts.failure.join('; '));
  return facts.value.facts;
}

export function judged(file: object, now: Instant): Judged {
  const facts = factsOf(file, now);
  const at = agendaAt(facts, PUBLISHED_WORLD, now);
  const occasions = occasionsOf(at);
  const matter = (id: string) => at.matters.find((each) => each.id === id);
  return {
    at,
    occasions,
    matter,
    standing(id) {
      const found = matter(id);
      if (!found) throw new Error(`${id} is not on the agenda.`);
      return standingOf(at, found);
    },
    said: (id) => occasions.find(({ rule, subject }) => `${rule}|${subject}` === id),
    emails(days) {
      const until = plusMs(now, days * DAY_MS);
      const applicant = newApplicant({ id: 'alice', cohortId: 'c1', facts }, now);
      const sent: ForecastEmail[] = [];
      for (const each of forecastEmails(applicant, PUBLISHED_WORLD, now)) {
        if (each.at > until) break;
        sent.push(each);
      }
      return sent;
    },
  };
}

/** The ids of the matters that an email names as something to do or know. */
export function namedIn({ email }: ForecastEmail): string[] {
  return email.nudges.map(({ occasion: { rule, subject } }) => `${rule}|${subject}`);
}

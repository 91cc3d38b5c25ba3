/** What would be emailed on a day if nobody acts until then. Nothing is sent or written. */
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { type Instant, startOfDay } from '#shared/base/time/instant.ts';
import { claimEmail, type EmailEntry, entryOf, settleEmail } from '#shared/people/mailing/claim.ts';
import { forecastEmails } from '#shared/people/mailing/forecast.ts';
import { type Applicant, isDeleted } from '#shared/people/person/applicant.ts';
import type { Stream } from '#shared/people/person/email-record.ts';
import type { PersonKind } from '#shared/people/person/person.ts';
import type { WriterItem } from '#shared/people/person/writer.ts';
import { planForWriter } from '#shared/people/writer/plan-writer.ts';
import type { Store } from '#shared/store/store.ts';
import type { World, WorldFor } from '#shared/world/world.ts';
import { everybody } from '../due-pages.ts';
import { wantedOf } from '../kinds/writer.ts';

export interface DryEmail {
  readonly kind: PersonKind;
  readonly personId: string;
  readonly at: Instant;
  readonly stream: Stream;
  /** Rule, subject, deadline, and rung of each nudge in it. */
  readonly keys: readonly string[];
}

interface DryRunDeps {
  readonly store: Store;
  readonly worldFor: WorldFor;
  readonly pepper: string;
}

/** @param day on each reader's own calendar, today or later */
export async function dryRun(deps: DryRunDeps, day: Day, now: Instant): Promise<DryEmail[]> {
  const emails: DryEmail[] = [];
  for await (const person of everybody(deps.store)) {
    if (person.kind === 'applicant')
      emails.push(...ofApplicant(person, deps.worldFor(person.cohortId), day, now));
    if (person.kind === 'writer') emails.push(...(await ofWriter(person, deps, day, now)));
  }
  return emails.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

function ofApplicant(applicant: Applicant, world: World, day: Day, now: Instant): DryEmail[] {
  if (isDeleted(applicant)) return [];
  const { from, until } = boundsOf(day, applicant.facts.profile.zone);
  const emails: DryEmail[] = [];
  for (const { at, email } of forecastEmails(applicant, world, now)) {
    if (at >= until) break;
    if (at >= from) emails.push(dryEmail(applicant, at, entryOf(email)));
  }
  return emails;
}

/** A letter that is due months from now is emailed a few times: more visits than this would be a loop. */
const WRITER_VISITS_MAX = 100;

async function ofWriter(
  writer: WriterItem,
  deps: DryRunDeps,
  day: Day,
  now: Instant,
): Promise<DryEmail[]> {
  const { from, until } = boundsOf(day, writer.zone);
  const emails: DryEmail[] = [];
  let present = writer;
  let at: Instant | undefined = now;
  for (let visits = 0; visits < WRITER_VISITS_MAX && at && at < until; visits += 1) {
    const moment: Instant = at;
    const { email, nextAt } = planForWriter(present, await wantedOf(deps, present, moment), moment);
    if (!email) {
      at = nextAt && nextAt > moment ? nextAt : undefined;
      continue;
    }
    const keys = email.stream === 'letters' ? email.keys : [email.causeId];
    const entry: EmailEntry = { stream: email.stream, keys, rotationIds: [] };
    if (moment >= from) emails.push(dryEmail(writer, moment, entry));
    const claimed = claimEmail(present, entry, 'dry run', moment);
    present = settleEmail(claimed.person, claimed.n, 'sent', moment) ?? claimed.person;
  }
  return emails;
}

function boundsOf(day: Day, zone: string): { from: Instant; until: Instant } {
  return { from: startOfDay(day, zone), until: startOfDay(plusDays(day, 1), zone) };
}

function dryEmail(
  { kind, id }: { readonly kind: PersonKind; readonly id: string },
  at: Instant,
  { stream, keys }: EmailEntry,
): DryEmail {
  return { kind, personId: id, at, stream, keys };
}

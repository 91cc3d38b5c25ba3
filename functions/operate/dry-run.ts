/** What would be emailed on a day if nobody acts until then. Nothing is sent or written. */
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { type Instant, startOfDay } from '#shared/base/time/instant.ts';
import { claimMail, entryOf, type MailEntry, settleMail } from '#shared/people/mailing/claim.ts';
import { forecastMails } from '#shared/people/mailing/forecast.ts';
import { type Applicant, isDeleted } from '#shared/people/person/applicant.ts';
import type { Stream } from '#shared/people/person/mail-record.ts';
import type { PersonKind } from '#shared/people/person/person.ts';
import type { WriterItem } from '#shared/people/person/writer.ts';
import { planForWriter } from '#shared/people/writer/plan-writer.ts';
import type { Store } from '#shared/store/store.ts';
import type { World, WorldFor } from '#shared/world/world.ts';
import { wantedOf } from '../kinds/wanted-of.ts';
import { everybody } from './everybody.ts';

export interface DryMail {
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
  /** Names the items of applicants' letter writers. */
  readonly pepper: string;
}

/** @param day on each reader's own calendar, today or later */
export async function dryRun(deps: DryRunDeps, day: Day, now: Instant): Promise<DryMail[]> {
  const mails: DryMail[] = [];
  for await (const person of everybody(deps.store)) {
    if (person.kind === 'applicant')
      mails.push(...ofApplicant(person, deps.worldFor(person.cohortId), day, now));
    if (person.kind === 'writer') mails.push(...(await ofWriter(person, deps, day, now)));
  }
  return mails.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

function ofApplicant(applicant: Applicant, world: World, day: Day, now: Instant): DryMail[] {
  if (isDeleted(applicant)) return [];
  const { from, until } = boundsOf(day, applicant.facts.profile.zone);
  const mails: DryMail[] = [];
  for (const { at, mail } of forecastMails(applicant, world, now)) {
    if (at >= until) break;
    if (at >= from) mails.push(dryMail(applicant, at, entryOf(mail)));
  }
  return mails;
}

/** A letter that is due months from now is emailed a few times: more visits than this would be a loop. */
const WRITER_VISITS_MAX = 100;

async function ofWriter(
  writer: WriterItem,
  deps: DryRunDeps,
  day: Day,
  now: Instant,
): Promise<DryMail[]> {
  const { from, until } = boundsOf(day, writer.zone);
  const mails: DryMail[] = [];
  let present = writer;
  let at: Instant | undefined = now;
  for (let visits = 0; visits < WRITER_VISITS_MAX && at && at < until; visits += 1) {
    const moment: Instant = at;
    const { mail, nextAt } = planForWriter(present, await wantedOf(deps, present, moment), moment);
    if (!mail) {
      at = nextAt && nextAt > moment ? nextAt : undefined;
      continue;
    }
    const keys = mail.stream === 'letters' ? mail.keys : [mail.causeId];
    const entry: MailEntry = { stream: mail.stream, keys, rotationIds: [] };
    if (moment >= from) mails.push(dryMail(writer, moment, entry));
    const claimed = claimMail(present, entry, 'dry run', moment);
    present = settleMail(claimed.person, claimed.n, 'sent', moment) ?? claimed.person;
  }
  return mails;
}

function boundsOf(day: Day, zone: string): { from: Instant; until: Instant } {
  return { from: startOfDay(day, zone), until: startOfDay(plusDays(day, 1), zone) };
}

function dryMail(
  { kind, id }: { readonly kind: PersonKind; readonly id: string },
  at: Instant,
  { stream, keys }: MailEntry,
): DryMail {
  return { kind, personId: id, at, stream, keys };
}

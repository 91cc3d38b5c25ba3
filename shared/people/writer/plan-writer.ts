/** What to email one writer, or when to visit again: four emails a letter at most, never two in five days, strangers' letters apart. */
import { WRITER_EMAILS_PER_LETTER_MAX } from '#shared/base/limits.ts';
import { type Instant, latestOf, plusMs, soonest } from '#shared/base/time/instant.ts';
import { counts, type EmailRecord, keyOfNudge, keysSaid } from '../person/email-record.ts';
import { isHarmed, type Notice } from '../person/person.ts';
import type { WriterItem } from '../person/writer.ts';
import type { WantedLetter } from './wanted.ts';
import {
  atWork,
  currentRung,
  FIRST,
  nextRungAt,
  type WriterRung,
  writerRungs,
} from './writer-ladder.ts';

const WRITER_GAP_MS = 5 * 86_400_000;

export type WriterEmail =
  | {
      readonly stream: 'letters';
      readonly letters: readonly WantedLetter[];
      readonly keys: string[];
    }
  /** A new link that was requested. */
  | { readonly stream: 'link'; readonly causeId: string }
  | { readonly stream: 'notice'; readonly notice: Notice | undefined; readonly causeId: string };

interface WriterPlan {
  readonly email?: WriterEmail;
  /** When the result could change if nobody acts; absent when never. */
  readonly nextAt?: Instant;
}

/** @param wanted every letter whose holder this writer is, of every applicant they are pointed at */
export function planForWriter(
  writer: Pick<WriterItem, 'reach' | 'causes' | 'emails' | 'zone'>,
  wanted: readonly WantedLetter[],
  now: Instant,
): WriterPlan {
  const { reach, causes, emails } = writer;
  if (isHarmed(reach)) return {};
  const said = new Set(keysSaid(emails));
  const asked = causes.find(({ id, stream }) => stream === 'link' && !said.has(id));
  if (asked) return { email: { stream: 'link', causeId: asked.id } };
  if (reach === 'unsubscribed') return {};

  const ofSchools = planLetters(
    writer,
    wanted.filter(({ isStrangers }) => !isStrangers),
    said,
    now,
  );
  if (ofSchools.email) return ofSchools;
  const ofStrangers = planLetters(
    writer,
    wanted.filter(({ isStrangers }) => isStrangers),
    said,
    now,
  );
  if (ofStrangers.email) return ofStrangers;
  return nextAt(soonestOf([ofSchools.nextAt, ofStrangers.nextAt]));
}

/** @param wanted of schools' plans, or of strangers' */
function planLetters(
  { emails, zone }: Pick<WriterItem, 'emails' | 'zone'>,
  wanted: readonly WantedLetter[],
  said: ReadonlySet<string>,
  now: Instant,
): WriterPlan {
  const timed = wanted.map((letter) => {
    const rungs = writerRungs(letter, zone).filter((rung) => isOwed(letter, rung, emails));
    return {
      letter,
      rungs: rungs.filter((rung) => !keysOf(letter, rung).some((key) => said.has(key))),
    };
  });
  const due = timed.filter(({ rungs }) => currentRung(rungs, now));
  const nextRung = soonestOf(timed.map(({ rungs }) => nextRungAt(rungs, now)));
  if (due.length === 0) return nextAt(nextRung);

  const areStrangers = due.some(({ letter }) => letter.isStrangers);
  const last = emails.findLast(
    (email) => email.stream === 'letters' && counts(email) && isOfStrangers(email) === areStrangers,
  );
  const free = last ? latestOf(now, plusMs(last.claimedAt, WRITER_GAP_MS)) : now;
  const opensAt = atWork(zone, free);
  if (opensAt > now) return nextAt(soonestOf([opensAt, nextRung]));

  // What falls into the days this writer gets no other email is part of this one.
  const blockedUntil = atWork(zone, plusMs(now, WRITER_GAP_MS));
  const dueNow = timed
    .map(({ letter, rungs }) => ({
      letter,
      rungs: rungs.filter(({ at, until }) => at < blockedUntil && now < until),
    }))
    .filter(({ rungs }) => rungs.length > 0)
    .toSorted((a, b) => (a.letter.dueOn < b.letter.dueOn ? -1 : 1));
  return {
    email: {
      stream: 'letters',
      letters: dueNow.map(({ letter }) => letter),
      keys: dueNow.flatMap(({ letter, rungs }) => rungs.map((rung) => keyOf(letter, rung))),
    },
  };
}

/** The first email about a letter in any case; at most four in all. */
function isOwed(
  letter: WantedLetter,
  { name }: WriterRung,
  emails: readonly EmailRecord[],
): boolean {
  const sent = emailsAbout(letter, emails) + letter.emailsBefore;
  const isFirst = emailsAbout(letter, emails) === 0;
  if (sent >= WRITER_EMAILS_PER_LETTER_MAX && !(isFirst && letter.isHandedOver)) return false;
  return name === FIRST ? isFirst : isFirst || isReminded(letter, name);
}

/** The rungs on which a letter comes up again: once it can be uploaded, the last three; before, only a question about the promise. */
export function isReminded(
  { status, promisedBy }: Pick<WantedLetter, 'status' | 'promisedBy'>,
  rung: string,
): boolean {
  if (rung === FIRST) return false;
  return status === 'requested' || (!promisedBy && rung === '21');
}

/** How many emails about a letter were sent, or may have been. */
export function emailsAbout(
  letter: Pick<WantedLetter, 'applicantId' | 'letterId' | 'formerly'>,
  emails: readonly EmailRecord[],
): number {
  const about = [RULE, STRANGERS_RULE].flatMap((rule) =>
    subjectsOf(letter).map((subject) => `${rule}|${subject}|`),
  );
  return emails.filter(
    (email) =>
      counts(email) && email.keys.some((key) => about.some((each) => key.startsWith(each))),
  ).length;
}

const RULE = 'writer-ladder';
const STRANGERS_RULE = 'strangers-ladder';

function isOfStrangers({ keys }: EmailRecord): boolean {
  return keys.some((key) => key.startsWith(`${STRANGERS_RULE}|`));
}

function keyOf(letter: WantedLetter, rung: WriterRung): string {
  const [key = ''] = keysOf(letter, rung);
  return key;
}

/** The key of its emails, and the one of a stranger's letter before its school took over. */
function keysOf(letter: WantedLetter, { name }: WriterRung): string[] {
  const rules = letter.isStrangers ? [STRANGERS_RULE, RULE] : [RULE];
  return subjectsOf(letter).flatMap((subject) =>
    rules.map((rule) => keyOfNudge(rule, subject, letter.dueOn, name)),
  );
}

function subjectsOf({
  applicantId,
  letterId,
  formerly,
}: Pick<WantedLetter, 'applicantId' | 'letterId' | 'formerly'>): string[] {
  return [
    `${applicantId}/${letterId}`,
    ...(formerly ? [`${formerly.applicantId}/${formerly.letterId}`] : []),
  ];
}

function soonestOf(instants: readonly (Instant | undefined)[]): Instant | undefined {
  const [first, ...others] = instants.filter((instant) => instant !== undefined);
  return first && soonest(first, ...others);
}

function nextAt(instant: Instant | undefined): WriterPlan {
  return instant ? { nextAt: instant } : {};
}

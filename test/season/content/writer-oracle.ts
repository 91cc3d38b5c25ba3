/**
 * Reads every email to a letter writer as the writer does, and holds it against what facts.md (sections 1b and 7, G10 and
 * G16b) and the promises to writers ask: whom and what it is for, by when, with what, how often, and nothing private.
 */
import { type Day, daysBetween, plusDays, weekdayOf } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Letter } from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { daysNamed } from './reading.ts';
import { type SeasonDays, seasonDays } from './season-by-hand.ts';

export interface SentEmail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Instant;
}

interface WriterOracle {
  wrote(item: Applicant): void;
  left(email: SentEmail): void;
  /** Once a day at least. */
  passed(at: Instant): void;
  contradictions(): readonly string[];
}

interface Case {
  readonly letter: Letter;
  readonly rotation: Rotation | undefined;
  readonly profile: Applicant['facts']['profile'];
  readonly season: SeasonDays;
  /** What was emailed about it before. */
  readonly before: readonly SentEmail[];
  /** How many letters this writer has promised. */
  readonly promised: number;
  readonly email: SentEmail;
  readonly today: Day;
}

const MOST_EMAILS = 4;
const APART_DAYS = 5;

export function writerOracle(): WriterOracle {
  const present = new Map<string, Applicant>();
  const sent = new Map<string, SentEmail[]>();
  const wrong = new Set<string>();

  function* lettersOf(item: Applicant): Generator<[Letter, Rotation | undefined]> {
    for (const letter of item.facts.letters ?? []) yield [letter, undefined];
    for (const rotation of item.facts.rotations)
      for (const letter of rotation.letters) yield [letter, rotation];
  }

  function left(email: SentEmail): void {
    const promised = [...present.values()]
      .flatMap((item) => [...lettersOf(item)])
      .filter(([letter]) => letter.writer.address === email.to && isComing(letter)).length;
    for (const item of present.values()) {
      for (const [letter, rotation] of lettersOf(item)) {
        if (letter.writer.address !== email.to) continue;
        const before = sent.get(letter.id) ?? [];
        sent.set(letter.id, [...before, email]);
        const { profile } = item.facts;
        const season = seasonDays(profile.matchYear);
        const today = dayIn(EASTERN, email.at);
        const of = { letter, rotation, profile, season, before, promised, email, today };
        for (const [what, holds] of Object.entries(ROWS))
          if (!holds(of)) wrong.add(`to ${letter.writer.name}: ${what} (${today})`);
      }
    }
  }

  function passed(at: Instant): void {
    const today = dayIn(EASTERN, at);
    for (const item of present.values()) {
      for (const [letter] of lettersOf(item)) {
        const emails = sent.get(letter.id) ?? [];
        const { contact } = letter;
        if (contact?.state !== 'emailed' || !isComing(letter)) continue;
        if (emails.length === 0 && weekdayAfter(contact.since) < today)
          wrong.add(`to ${letter.writer.name}: not emailed by ${weekdayAfter(contact.since)}`);
        // Once it can be uploaded: in the last ten days before the day that was last asked for.
        const last = emails.at(-1);
        const due = last && dueIn(last);
        if (letter.status !== 'requested' || !due || due !== today) continue;
        const isReminded = emails.some(({ at: on }) => plusDays(due, -10) < dayIn(EASTERN, on));
        if (!isReminded) wrong.add(`to ${letter.writer.name}: not reminded before ${due}`);
      }
    }
  }

  return {
    wrote: (item) => present.set(item.id, item),
    left,
    passed,
    contradictions: () => [...wrong],
  };
}

/** What holds of every email about a letter. */
const ROWS: Readonly<Record<string, (of: Case) => boolean>> = {
  'greeted as somebody else': ({ letter, email }) =>
    email.text.startsWith(`Hello ${letter.writer.name},`),
  'does not say for whom': ({ profile, email }) =>
    email.subject.includes(profile.name) && email.text.includes(profile.name),
  'does not say of which rotation': ({ rotation, email }) =>
    !rotation || email.text.includes(rotation.host.name),
  'does not say that it is for IR, and for which Match': ({ profile, email }) =>
    /\bIR\b/.test(email.text) &&
    new RegExp(`\\b${profile.matchYear} Match\\b|\\bMatch ${profile.matchYear}\\b`).test(
      email.text,
    ),
  'does not say from when programs read': ({ season, email, today }) =>
    daysNamed(email.text, today).some(
      ({ day, before, after }) =>
        day === season.review &&
        /\bprograms\b[^.]*$/i.test(before) &&
        (!season.isEstimated || /^[^.;]*\bestimated\b/.test(after)),
    ),
  'does not say what a later day costs': ({ email }) =>
    /\blater? (?:letter|day|date)\b[^.]*\b(?:miss|unread|after|cost)/i.test(email.text),
  'does not say who sends it, and why': ({ email }) =>
    /\bAway Rotations\b/.test(email.text) && /\bbecause\b/.test(email.text),
  'shows no packet': ({ email }) => /\bCV\b/.test(email.text) && /\bstatement\b/i.test(email.text),
  'does not thank for the yes': ({ before, email }) =>
    before.length > 0 || /\bthank/i.test(email.text),
  'has no way out': ({ email }) => /\bdecline\b/i.test(email.text) && /\bstop\b/i.test(email.text),
  'names a day that cannot be': ({ letter, rotation, season, email }) => {
    const due = dueIn(email);
    if (!due) return false;
    if (letter.promised) return due === letter.promised.by;
    // Section 7a: two to four weeks after its end, at the latest before programs review.
    const least = rotation?.dates ? plusDays(rotation.dates.end, 14) : due;
    return due < season.review && (least <= due || season.review <= least);
  },
  'names a day by another weekday': ({ email, today }) =>
    daysNamed(email.subject + email.text, today).every(({ isWrongWeekday }) => !isWrongWeekday),
  'counts more letters than were promised': ({ promised, email }) =>
    promised > Number(/, and (\d+) more\b/.exec(email.subject)?.[1] ?? 0),
  'counts the days wrongly': ({ email, today }) => {
    const due = dueIn(email);
    const left = /\((\d+) days? left\)/.exec(email.subject)?.[1];
    return !left || (due !== undefined && Number(left) === daysBetween(today, due));
  },
  'asks for an upload that is not possible yet': ({ letter, email }) =>
    letter.status === 'requested' || !/\bplease upload\b/i.test(email.text),
  'does not say when the Letter ID comes': ({ letter, season, email, today }) =>
    letter.status === 'requested' ||
    (/\bLetter ID\b/.test(email.text) &&
      /\bLetter Request Form\b/.test(email.text) &&
      (season.erasOpens <= today ||
        daysNamed(email.text, today).some(({ day }) => day === season.erasOpens))),
  'does not name the Letter ID': ({ letter, email }) =>
    letter.status !== 'requested' ||
    !letter.erasLetterId ||
    email.text.includes(letter.erasLetterId),
  'is about a letter that is in, or declined': ({ letter }) => isComing(letter),
  'names something private': ({ profile, email }) =>
    !email.text.includes(profile.address) &&
    !/\b(?:visa|ESTA|consulate|TB|titers?|B-1|graduat\w+)\b/.test(email.subject + email.text),
  'comes on a weekend': ({ email }) =>
    ![SATURDAY, SUNDAY].includes(weekdayOf(dayIn(EASTERN, email.at))),
  'is one too many': ({ before }) => before.length < MOST_EMAILS,
  'comes too soon after the last': ({ before, today }) => {
    const last = before.at(-1);
    return !last || daysBetween(dayIn(EASTERN, last.at), today) >= APART_DAYS;
  },
};

function isComing({ status }: Letter): boolean {
  return status === 'agreed' || status === 'requested';
}

/** The day that its subject asks for. */
function dueIn({ subject, at }: SentEmail): Day | undefined {
  return daysNamed(subject, dayIn(EASTERN, at))[0]?.day;
}

const SUNDAY = 0;
const SATURDAY = 6;

function weekdayAfter(day: Day): Day {
  const next = plusDays(day, 1);
  return [SATURDAY, SUNDAY].includes(weekdayOf(next)) ? weekdayAfter(next) : next;
}

/** What must never be said, to whom, and by what (facts.md and the guide): each row answers with what is wrong. */
import { type Day, daysBetween, plusDays } from '#shared/base/time/day.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { hostByHand } from './hosts-by-hand.ts';
import { isAcceptedForGood, isFluAskedInVain, PAPERS } from './papers-by-hand.ts';
import { daysNamed, type Statement } from './reading.ts';
import { seasonOver } from './season-by-hand.ts';
import {
  isAccepted,
  isComing,
  isObstructed,
  isOpen,
  isRuledOut,
  isSomethingLate,
  rotationsNamed,
  type Situation,
} from './situation.ts';
import { OF_A_ROTATION } from './things.ts';

export type Never = (statement: Statement, situation: Situation) => string | undefined;

/** It tells what became of something; it asks for nothing. */
const IS_NEWS =
  /no longer possible|\bmissed:|\bis closed\b|\brules? out\b|\bdid not answer\b|\btwo rotations at\b|\bcannot be\b/i;

const asks = ({ part, of, text }: Statement): boolean =>
  part !== 'why' && part !== 'note' && !IS_NEWS.test(of) && !IS_NEWS.test(text);

/** Every rotation that the words can mean. */
function allNamed(statement: Statement, situation: Situation, is: (each: Rotation) => boolean) {
  const named = rotationsNamed(statement.of, situation);
  return named.length > 0 && named.every(is);
}

export const NEVER: Readonly<Record<string, Never>> = {
  'done, or not needed': (statement, situation) => {
    if (!asks(statement)) return undefined;
    return OF_A_ROTATION.find(
      ({ says, isToDo }) =>
        says.test(statement.of) &&
        allNamed(statement, situation, (rotation) => !isToDo(rotation, situation)),
    )?.name;
  },

  'an application that the host rules out': (statement, situation) =>
    asks(statement) &&
    statement.part !== 'ask' &&
    /\b(?:apply for the|decide on the)\b/i.test(statement.of) &&
    allNamed(statement, situation, (rotation) => isRuledOut(rotation, situation))
      ? statement.of
      : undefined,

  'news of a closed rotation': (statement, situation) =>
    statement.part !== 'note' &&
    /no longer possible|\brules? out\b|\bdid not answer\b|\btwo rotations at\b/i.test(
      statement.of,
    ) &&
    allNamed(statement, situation, (rotation) => !isOpen(rotation))
      ? statement.of
      : undefined,

  'our own day as the host’s word': (statement, situation) =>
    statement.part === 'why' &&
    /\bthe host (?:recommends|advises|states|accepts|says)\b/i.test(statement.text) &&
    OF_A_ROTATION.some(
      ({ name, says, isOurDay }) =>
        name === 'application' &&
        says.test(statement.of) &&
        allNamed(statement, situation, (rotation) => isOurDay?.(rotation) ?? false),
    )
      ? statement.text
      : undefined,

  // Others may see a phone's screen.
  'a private matter in a subject': ({ part, text }) =>
    part === 'subject' &&
    /\bvisa\b|\bESTA\b|\bconsulate\b|\bTB\b|\btiters?\b|\bhepatitis\b|\bdrug screen\b|\bbackground check\b/i.test(
      text,
    )
      ? text
      : undefined,

  'a greeting to somebody else': ({ part, text }, { facts }) =>
    part === 'greeting' && !text.includes(facts.profile.name) ? text : undefined,

  'an accepted paper': (statement, situation) => {
    if (!asks(statement)) return undefined;
    return keysOf(PAPERS).find(
      (kind) =>
        PAPERS[kind]?.says.test(statement.of) &&
        allNamed(statement, situation, (rotation) => isAcceptedForGood(kind, rotation, situation)),
    );
  },

  'a flu shot that nobody can have yet, or asks for': (statement, situation) =>
    asks(statement) &&
    PAPERS.influenza?.says.test(statement.of) &&
    allNamed(statement, situation, (rotation) => isFluAskedInVain(rotation, situation))
      ? situation.today
      : undefined,

  'a visa where none is needed': ({ part, text }, { facts }) => {
    const { entry } = facts.profile;
    const needsNone = entry === 'citizen' || entry === 'in-us';
    const isAbroad = facts.rotations.every(({ country }) => country !== 'US');
    const says = /\bconsulate\b|\bvisa appointment\b|\bDS-160\b|\bapply for the ESTA\b/i;
    return (needsNone || isAbroad) && part !== 'note' && says.test(text) ? entry : undefined;
  },

  // Section 2: business, not tourism.
  'an entry as a tourist': ({ part, text }) =>
    part === 'ask' && /\bB-?2\b|\bWT\b|\btourist\b/.test(text) && !/\bnot as a tourist\b/.test(text)
      ? text
      : undefined,

  'all is well, while something hard is late': ({ part, text }, situation) =>
    part !== 'note' &&
    /\bon track\b|\bnothing is due\b|\bnothing to do\b|\bnothing new is due\b/i.test(text) &&
    !/\bstill open\b/.test(text) &&
    isSomethingLate(situation)
      ? text
      : undefined,

  'a step of a closed rotation': (statement, situation) =>
    asks(statement) &&
    statement.part !== 'ask' &&
    !/\blook at the shortlist\b/i.test(statement.text) &&
    allNamed(statement, situation, (rotation) => !isOpen(rotation))
      ? statement.of
      : undefined,

  'a letter from a host that grants none': (statement, situation) =>
    asks(statement) &&
    /\bask for a letter\b|\bletter of recommendation\b/i.test(statement.text) &&
    allNamed(statement, situation, ({ host }) => hostByHand(host.institutionId)?.noLetters === true)
      ? statement.of
      : undefined,

  // 1b: it cannot exist before ERAS opens.
  'a Letter Request Form before ERAS opens': ({ part, text }, { today, season }) =>
    part !== 'note' &&
    /\bLetter Request Form\b/.test(text) &&
    !/\bERAS opens\b|\bonce ERAS\b|\bfrom \w{3}, /.test(text) &&
    today < season.erasOpens
      ? text
      : undefined,

  // 1b
  'more than four letters': ({ text }) => {
    const [, count] = /\bat most (\w+) letters\b/i.exec(text) ?? [];
    return count && count !== 'four' ? text : undefined;
  },

  'ERAS submitted already': ({ of }, { facts }) =>
    facts.erasSubmittedOn && /\bsubmit (?:the|your) ERAS\b/i.test(of) ? of : undefined,

  // Who is not matched by then is not matched in this season.
  'an application after Match Day': ({ of }, { today, season }) =>
    plusDays(season.matchDay, 1) < today && /\bsubmit (?:the|your) ERAS\b/i.test(of)
      ? of
      : undefined,

  'a rotation that is on the plan': ({ part, text }, situation) => {
    const open = situation.facts.rotations.filter(
      (each) => isAccepted(each) && !isObstructed(each, situation),
    );
    const hasIr = open.some(({ specialty, country }) => specialty === 'ir' && country === 'US');
    if (part === 'ask' && /\bput an IR rotation\b/i.test(text) && hasIr) return text;
    const isEmpty = !situation.facts.rotations.some(isOpen);
    return /\byour plan has no rotation\b/i.test(text) && !isEmpty ? text : undefined;
  },

  // 1e
  'VSLO for a school outside it': ({ part, text }, { facts }) =>
    facts.profile.schoolInVslo === false &&
    part === 'ask' &&
    /\b(?:apply|application) (?:through|in|on|by) VSLO\b/i.test(text)
      ? text
      : undefined,

  'a letter that is there': ({ part, of }, { facts }) => {
    const letters = [...(facts.letters ?? []), ...facts.rotations.flatMap((each) => each.letters)];
    // One line may ask for both, of two writers.
    const asked = [
      ...of.matchAll(
        /\b(Letter Request Form|letter assignment|assign the letter) (?:\(|for |of |from )([\w.]+ [\w.]+)/gi,
      ),
    ];
    const areThere = asked.some(([, what, name]) => {
      const theirs = letters.filter(({ writer }) => name?.includes(writer.name));
      const isThere = theirs.every(({ status }) =>
        what?.startsWith('Letter Request')
          ? status !== 'agreed'
          : !isComing({ status }) || status === 'assigned',
      );
      return theirs.length > 0 && isThere;
    });
    return part !== 'why' && areThere ? of : undefined;
  },

  'an advisor whom nobody has': ({ text }, { hasAdvisor }) =>
    !hasAdvisor && /\byour advisor\b/i.test(text) ? text : undefined,

  'the season after it is over': ({ part, text }, { today, season }) =>
    part === 'subject' && seasonOver(season) < plusDays(today, -1) ? text : undefined,

  // G11: nothing else is as late as that would be. Who put it off, or stopped it, chose so.
  'another subject in the week of ERAS': ({ part, text }, { facts, today, season }) => {
    const { stopped = [], snoozes = [] } = facts.mailing ?? {};
    const isChosen = stopped.length > 0 || snoozes.length > 0;
    const last = plusDays(season.review, -1);
    const isWeek = plusDays(last, -6) <= today && today <= last;
    if (part !== 'subject' || facts.erasSubmittedOn || isChosen || !isWeek) return undefined;
    return /\bERAS\b/.test(text) ? undefined : text;
  },

  // Section 6: what the host has accepted, of what it asks for.
  'a wrong count of documents': ({ text }, { facts }) => {
    const [, accepted, all] = /\b(\d+) of (\d+) documents accepted\b/.exec(text) ?? [];
    if (!all) return undefined;
    const isSo = facts.rotations.some(({ checklist }) => {
      const cleared = checklist.filter(({ status }) => status === 'cleared');
      return checklist.length === Number(all) && cleared.length === Number(accepted);
    });
    return isSo ? undefined : text;
  },

  'a link to another rotation': ({ link }, situation) => {
    const [, id] = /(?:\/r\/|[?&]subject=)([\w-]+)/.exec(link?.url ?? '') ?? [];
    // A visa that serves others leads to the rotation that it is first for.
    const of = link?.of.replace(/ \(also for [^)]*\)/, '');
    const named = of ? rotationsNamed(of, situation) : [];
    const isOther = situation.facts.rotations.some(
      (each) => each.id === id && !named.includes(each),
    );
    return named.length > 0 && isOther ? `${link?.of}: ${link?.url}` : undefined;
  },

  // A writer said no, or fell silent, on a day: what was due before it is over.
  'news with the day that was due before': ({ part, text }, { facts, today }) => {
    if (!['subject', 'title', 'item'].includes(part)) return undefined;
    const letters = [...(facts.letters ?? []), ...facts.rotations.flatMap((each) => each.letters)];
    const days = letters.flatMap(({ since, contact }) => [since, contact?.since ?? since]);
    const isSaid = (day: Day) => days.some((at) => Math.abs(daysBetween(dayAt(at), day)) <= 1);
    return daysNamed(text, today).find(
      ({ day, before }) => /\b(?:new on|open since) $/i.test(before) && !isSaid(day),
    )?.day;
  },

  'a step beyond the last': ({ text }) => {
    const [, step, steps] = /\bstep (\d+) of (\d+)/.exec(text) ?? [];
    return Number(step) > Number(steps) ? text : undefined;
  },
};

function dayAt(at: string): Day {
  return at.slice(0, 10) as Day;
}

function keysOf<Key extends string>(of: Readonly<Partial<Record<Key, unknown>>>): Key[] {
  return Object.keys(of) as Key[];
}

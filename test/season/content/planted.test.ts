/** Wrong rules, chosen by someone who had not read the oracle: it contradicts each, on the smallest cast that shows it. */
import { expect, test } from 'vitest';
import type { RoleName } from './cast.ts';
import type { Plant } from './plant.ts';
import { plantedSeason } from './planted-season.ts';

const LEFT_OUT: Wrong[] = [
  {
    name: 'nobody has to send the application to ERAS',
    role: 'applyingToEras',
    file: 'shared/agenda/matters/season.ts',
    find: 'if (!submit || !review) return days;',
    becomes: 'if (days) return days;',
  },
  {
    name: 'no ESTA is asked for',
    role: 'esta',
    file: 'shared/agenda/matters/arrival.ts',
    find: 'return [esta(rotation, documents)];',
    becomes: 'return [];',
  },
  {
    name: 'an uploaded letter is not assigned to programs',
    role: 'uploaded',
    file: 'shared/agenda/matters/letters.ts',
    find: 'it is assigned to them.\n  if (review)',
    becomes: 'it is assigned to them.\n  if (!review)',
  },
  {
    name: 'the end of an offer is forgotten',
    role: 'offered',
    file: 'shared/agenda/matters/path.ts',
    find: 'const stated = offer && offerEnd(offer);',
    becomes: 'const stated = undefined;',
  },
  {
    name: 'no visa appointment is asked for',
    role: 'visa',
    file: 'shared/agenda/matters/arrival.ts',
    find: 'return [appointment, passport];',
    becomes: 'return [passport];',
  },
  {
    name: 'nobody is told to ask for a letter',
    role: 'onRotation',
    file: 'shared/agenda/matters/letters.ts',
    find: 'facts.rotations.flatMap((rotation) => askMatter(rotation, view))',
    becomes: 'facts.rotations.flatMap(() => [])',
  },
  {
    name: 'the months in which a host takes visitors do not count',
    role: 'closedMonths',
    file: 'shared/agenda/gates/place.ts',
    find: "if (state === 'closed') return",
    becomes: 'if (!state) return',
  },
  {
    name: 'two places at once are no conflict',
    role: 'atOnce',
    file: 'shared/agenda/agenda.ts',
    find: '...conflictMatters(view),',
    becomes: '',
  },
  {
    name: 'a graduate is judged as a student',
    role: 'graduate',
    file: 'shared/agenda/gates/who.ts',
    find: "if (enrollment === 'graduate') return true;",
    becomes: "if (enrollment === 'graduate') return false;",
  },
];

const SAID_WRONGLY: Wrong[] = [
  {
    name: 'targets are listed six months before Match Day, not twelve',
    role: 'empty',
    file: 'shared/agenda/matters/counts.ts',
    find: 'const by = plusMonths(match.day, -12);',
    becomes: 'const by = plusMonths(match.day, -6);',
  },
  {
    name: 'a day of our own is called official',
    role: 'visa',
    file: 'shared/agenda/deadline.ts',
    find: "certainty: 'estimated' });",
    becomes: "certainty: 'official' });",
  },
  {
    name: 'a past day is still ahead',
    role: 'citizen',
    file: 'shared/views/email/digest.ts',
    find: 'const isPast = now >= deadline.at;\n  const late',
    becomes: 'const isPast = false;\n  const late',
  },
  {
    name: 'the wait at the consulate is not counted back',
    role: 'visa',
    file: 'shared/agenda/matters/arrival.ts',
    find: 'waitDays: visaWaitDays ?? WAIT_UNKNOWN_DAYS',
    becomes: 'waitDays: 0',
  },
  {
    name: 'a TB test need last only to the first day',
    role: 'expiring',
    file: 'shared/plan/documents/judge.ts',
    find: "{ day, of: 'end' };",
    becomes: "{ day: dates.start, of: 'start' };",
  },
  {
    name: 'a day of our own is called advice of the host',
    role: 'applyingUnknown',
    file: 'shared/words/matters/path-words.ts',
    find: "matter.due?.certainty !== 'estimated';",
    becomes: 'matter.due !== undefined;',
  },
  {
    name: 'what is due in three days is due today',
    role: 'citizen',
    file: 'shared/views/email/nudge-words.ts',
    find: 'if (left === 0) return',
    becomes: 'if (left <= 3) return',
  },
  {
    name: 'a document that was sent counts as accepted',
    role: 'expiring',
    file: 'shared/views/email/digest.ts',
    find: "count('cleared')} of",
    becomes: "count('cleared') + 1} of",
  },
  {
    name: 'an email begins with what matters least',
    role: 'applyingToEras',
    file: 'shared/views/email/digest.ts',
    find: 'all.toSorted((a, b) => place(a) - place(b))',
    becomes: 'all.toSorted((a, b) => place(b) - place(a))',
  },
  {
    name: 'an offer should have been answered before it came',
    role: 'offeredLate',
    file: 'shared/agenda/added.ts',
    find: 'const since = offered ?? refused ?? onPlanSince(matter, facts);',
    becomes: 'const since = refused ?? onPlanSince(matter, facts);',
  },
  {
    name: 'what is late has only hours left',
    role: 'citizen',
    file: 'shared/views/email/nudge-words.ts',
    find: 'const isPast = now >= deadline.at;',
    becomes: 'const isPast = false;',
  },
];

const ASKED_WRONGLY: Wrong[] = [
  {
    name: 'a rotation at home needs an ESTA',
    role: 'atHome',
    file: 'shared/plan/documents/entry-paper.ts',
    find: 'if (!isInUs(rotation)) return undefined;',
    becomes: '',
  },
  {
    name: 'a document that the host accepted is asked for again',
    role: 'citizen',
    file: 'shared/agenda/matters/papers.ts',
    find: "done: standing.word === 'cleared',",
    becomes: '',
  },
  {
    name: 'a host that grants no letter is asked for one',
    role: 'atStanford',
    file: 'shared/agenda/matters/letters.ts',
    find: '!grantsLetters(rotation, world)',
    becomes: 'false',
  },
  {
    name: 'somebody without an advisor is referred to one',
    role: 'alone',
    file: 'shared/views/email/closing.ts',
    find: "return hasAdvisor(reader) ? ['Your advisor",
    becomes: "return reader ? ['Your advisor",
  },
  {
    name: 'a rotation from which somebody withdrew goes on',
    role: 'withdrawn',
    file: 'shared/agenda/matters/path.ts',
    find: 'if (!isUnsure && !isAhead(rotation)) return [];',
    becomes: '',
  },
  {
    name: 'the applicant is greeted as the letter writer',
    role: 'agreed',
    file: 'shared/views/email/digest.ts',
    find: 'profile.name},',
    becomes: 'rotations[0]?.letters[0]?.writer.name},',
  },
  {
    name: 'a subject names the visa appointment',
    role: 'visa',
    file: 'shared/words/discreet.ts',
    find: "['G13', 'visa', 'esta',",
    becomes: '[',
  },
];

/** To writers, of letters that no rotation gave, and to advisors: chosen from the issue before the oracle read these. */
const TO_OTHERS: Wrong[] = [
  {
    name: 'the writer is not written to when the applicant asks for it',
    role: 'writerEmailed',
    file: 'shared/people/writer/plan-writer.ts',
    find: 'return name === FIRST ? isFirst : ',
    becomes: 'return name === FIRST ? false : ',
  },
  {
    name: 'the writer reads an estimated day of the review as a fact',
    role: 'writerEmailed',
    file: 'shared/views/email/letter-request.ts',
    find: "isEstimated ? ' (estimated)' : ''",
    becomes: "''",
  },
  {
    name: 'the writer is not shown the packet',
    role: 'writerEmailed',
    file: 'shared/views/email/letter-request.ts',
    find: '...(!first.isOffered && {',
    becomes: '...(!first && {',
  },
  {
    name: 'the writer is not reminded in the last week',
    role: 'writerEmailed',
    file: 'shared/people/writer/writer-ladder.ts',
    find: 'const OFFSETS = [21, 7, 1] as const;',
    becomes: 'const OFFSETS = [21] as const;',
  },
  {
    name: 'a letter that no rotation gave needs no Letter Request Form',
    role: 'mentorAgreed',
    file: 'shared/agenda/matters/letters.ts',
    find: ".filter(({ rotation }) => rotation?.stage !== 'closed')",
    becomes: ".filter(({ rotation }) => rotation && rotation.stage !== 'closed')",
  },
  {
    name: 'the Monday brief leaves out what was lost',
    role: 'advised',
    file: 'shared/views/email/advisor-emails.ts',
    find: '[newlyRed, newlyLost, ...waiting]',
    becomes: '[newlyRed, ...waiting]',
  },
  {
    name: 'the subject of the Monday brief is of the first cohort',
    role: 'advised',
    file: 'shared/views/email/advisor-emails.ts',
    find: 'briefSubject(briefs.map(({ brief }) => brief))',
    becomes: 'briefSubject(briefs.slice(0, 1).map(({ brief }) => brief))',
  },
];

interface Wrong extends Plant {
  readonly name: string;
  readonly role: RoleName;
}

test.each([...LEFT_OUT, ...SAID_WRONGLY, ...ASKED_WRONGLY, ...TO_OTHERS])(
  'contradicted: $name',
  async ({ role, ...plant }) => {
    expect(await plantedSeason([role], plant)).not.toEqual([]);
  },
);

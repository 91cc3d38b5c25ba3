/** What must be said about a letter: to ask for it, and what makes a promised one count (facts.md, sections 0 and 1b, G15). */
import { type Day, daysBetween, plusDays } from '#shared/base/time/day.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { hostByHand } from './hosts-by-hand.ts';
import type { Owed } from './owed.ts';
import { nameOf } from './reading.ts';
import { isAccepted, isObstructed, isOpen, middleOf, type Situation } from './situation.ts';

export function owedOfLetters(situation: Situation): Owed[] {
  const { facts, today, season } = situation;
  if (season.matchDay < today) return [];
  const open = facts.rotations.filter(isOpen);
  return [
    ...open.flatMap((rotation) => asked(rotation, situation)),
    // Section 7, G17b: a research mentor's counts as any other.
    ...[{ id: 'own', letters: facts.letters ?? [] }, ...open].flatMap((place) =>
      promised(place, situation),
    ),
  ];
}

/** About halfway, and at the latest while they still know who it was. */
function asked(rotation: Rotation, situation: Situation): Owed[] {
  const { id, stage, dates, letters, host, addedOn } = rotation;
  const isThere = isAccepted(rotation) || stage === 'request-letter';
  const isGranted = !hostByHand(host.institutionId)?.noLetters;
  if (!dates || !isThere || !isGranted || letters.length > 0) return [];
  // In a shorter stay nobody comes to know anybody.
  if (daysBetween(dates.start, dates.end) < 20 || isObstructed(rotation, situation)) return [];
  return [
    {
      key: `a letter while they know you, ${id}`,
      from: plusDays(middleOf(dates), -3),
      by: plusDays(dates.end, 8),
      noticeDays: 14,
      says: /\bask(?:ed)?\b[^.\n]*\bletter\b|\bletter request\b/i,
      names: [nameOf(rotation)],
      topic: 'letters',
      state: JSON.stringify([dates, addedOn]),
    },
  ];
}

function promised(
  { id, letters }: Pick<Rotation, 'id' | 'letters'>,
  { season }: Situation,
): Owed[] {
  return letters.flatMap((letter): Owed[] => {
    const since = letter.since.slice(0, 10) as Day;
    const begins = since > season.erasOpens ? since : season.erasOpens;
    const shared = {
      noticeDays: 20,
      topic: 'letters',
      names: [letter.writer.name],
      state: JSON.stringify(letter),
    } as const;
    if (letter.status === 'agreed') {
      // Without the form nobody can upload; the programs' review is when it counts.
      const soon = plusDays(begins, 35);
      const by = soon > season.review ? soon : season.review;
      const key = `the Letter Request Form, ${id} ${letter.id}`;
      const says = /\bLetter Request Form\b|\bLetter ID\b|\bletter\b/i;
      return [{ ...shared, key, from: begins, by, says }];
    }
    if (letter.status === 'uploaded') {
      // None is assigned by itself.
      const by = plusDays(since > season.submit ? since : season.submit, 30);
      const key = `assign the letter, ${id} ${letter.id}`;
      return [{ ...shared, key, from: since, by, says: /\bassign/i }];
    }
    return [];
  });
}

/** What must be said of a letter that was promised, and of one that is there (facts.md, section 1b). */
import { type Day, plusDays } from '#shared/base/time/day.ts';
import type { Owed } from './owed.ts';
import { isOpen, type Situation } from './situation.ts';

export function owedOfLetters({ facts, today, season }: Situation): Owed[] {
  if (season.matchDay < today) return [];
  return facts.rotations.filter(isOpen).flatMap(({ id, letters }) =>
    letters.flatMap((letter): Owed[] => {
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
    }),
  );
}

/** The oracle of email content shares only days and the shapes of facts with the product: no rule, and no wording. */
import { describe, expect, test } from 'vitest';
import { matching, read } from './files.ts';

const TABLES = matching(/^test\/season\/content\/(?!cast|quiet-season|plant|.*\.test).*\.ts$/);

describe('the tables of the content oracle', () => {
  test('take from the product days and types, and nothing that judges or speaks', () => {
    expect(TABLES.length).toBeGreaterThan(6);
    expect(TABLES.flatMap((path) => taken(read(path)).map((what) => `${path}: ${what}`))).toEqual(
      [],
    );
  });

  test.each([
    "import { agendaAt } from '#shared/agenda/agenda-at.ts';",
    "import type { Matter } from '#shared/agenda/matter.ts';",
    "import { wordsOf } from '#shared/words/matters/matter-words.ts';",
    "import { planNudges } from '#shared/people/mailing/plan.ts';",
    "import { isComing } from '#shared/plan/facts/letter.ts';",
    "import { nudgeLine } from '../../../shared/views/email/nudge-words.ts';",
    "import { windowsOf } from '../due.ts';",
  ])('may not have %s', (line) => expect(taken(line)).toEqual([line]));

  test.each([
    "import { type Day, plusDays } from '#shared/base/time/day.ts';",
    "import type { Facts } from '#shared/plan/facts/facts.ts';",
    "import type { Applicant } from '#shared/people/person/applicant.ts';",
    "import { nameOf } from './reading.ts';",
  ])('may have %s', (line) => expect(taken(line)).toEqual([]));
});

/** Import statements of anything but days, the types of facts, and the tables themselves. */
function taken(text: string): string[] {
  const statements = text.match(/^(?:import|export)\b[^;]*?\bfrom '[^']+';$/gm) ?? [];
  const isAllowed = (statement: string): boolean =>
    /from '(?:\.\/|#shared\/base\/time\/)/.test(statement) ||
    (/^import type /.test(statement) &&
      /from '#shared\/(?:plan\/facts|people\/person)\//.test(statement));
  return statements.filter((statement) => !isAllowed(statement));
}

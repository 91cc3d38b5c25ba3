/** The writers' protocol: killed at every await, two sweeps at once, answers at every await. */
import { describe, expect, test } from 'vitest';
import { pointWriters } from '#functions/kinds/applicant.ts';
import { KINDS, type Kinds } from '#functions/kinds/kinds.ts';
import { nudge } from '#functions/nudge.ts';
import type { Update } from '#shared/people/applicant/accept.ts';
import { type Strike, type WriterReport, writerSeason } from './writer-season.ts';

/** Friday both are asked for, by the day before review; Wednesday Alice's ID, and her writer's later day; Monday her last week. */
const SAID = [
  'osei@example.org writer-ladder|alice/alice-l1|2027-09-21|asked',
  'osei@example.org writer-ladder|bob/bob-l1|2027-09-21|asked',
  'osei@example.org writer-ladder|alice/alice-l1|2027-09-27|21',
  'osei@example.org writer-ladder|alice/alice-l1|2027-09-27|7',
  'kim@example.org writer-ladder|alice/alice-l1|2027-09-27|7',
];

const OF_ALICE = { rotationId: 'alice-r1', letterId: 'alice-l1' };

/** What may come in between, on the days emails leave. */
const STRIKES: readonly (Omit<Strike, 'at'> & { what: string })[] = [
  strike('2027-09-03', 'the writer declines', { type: 'letter-declined', ...OF_ALICE }),
  strike('2027-09-03', 'the writer stops the emails', {
    type: 'letter-email-stopped',
    ...OF_ALICE,
    why: 'asked',
  }),
  strike('2027-09-08', 'the writer names another day', {
    type: 'letter-promised',
    ...OF_ALICE,
    by: '2027-10-08',
  }),
  strike('2027-09-20', 'the letter is uploaded', { type: 'letter-uploaded', ...OF_ALICE }),
];

describe.each([1, 2] as const)('with %i sweep(s) an hour', (sweepsAtOnce) => {
  test('undisturbed, several letters share an email and each is said once', async () => {
    const season = await writerSeason({ sweepsAtOnce });
    expectClean(season);
    expect(season.said).toEqual(SAID);
  });

  test.each(['crash-before', 'crash-after'] as const)(
    '%s each await changes nothing of what is said',
    async (kind) => {
      const undisturbed = await writerSeason({ sweepsAtOnce });
      let crashes = 0;
      for (let at = 0; at < undisturbed.awaits; at += 1) {
        const season = await writerSeason({ sweepsAtOnce, crash: { at, kind } });
        expectClean(season, `killed ${kind} await ${at}`);
        expect(season.said, `killed ${kind} await ${at}`).toEqual(SAID);
        crashes += season.crashes;
      }
      expect(crashes).toBe(undisturbed.awaits);
    },
  );

  test.each(STRIKES)(
    '$what before each await of $day: nothing is doubled, nothing leaves after',
    async (of) => {
      let struck = 0;
      for (const season of await strikes(of, { sweepsAtOnce })) {
        expectClean(season);
        struck += 1;
      }
      expect(struck).toBeGreaterThan(5);
    },
  );
});

describe('found out', () => {
  test('an email that is not asked for once more after its claim: it leaves after all was done', async () => {
    const kinds: Kinds = {
      ...KINDS,
      writer: (deps) => {
        const kind = KINDS.writer(deps);
        return {
          ...kind,
          async plan(writer, now) {
            const { email, ...plan } = await kind.plan(writer, now);
            if (!email) return plan;
            const { entry, render } = email;
            return { ...plan, email: { entry, render } };
          },
        };
      },
    };
    const seasons = await Promise.all(STRIKES.map((of) => strikes(of, { kinds })));
    expect(seasons.flat().flatMap(({ afterDone }) => afterDone).length).toBeGreaterThan(0);
  });

  test('a pointer added only after the applicant’s own `dueAt` has moved: a crash in between makes the letter’s email late', async () => {
    const kinds: Kinds = {
      ...KINDS,
      applicant: (deps) => ({ ...KINDS.applicant(deps), plan: async () => ({}) }),
    };
    const visit: typeof nudge = async (deps, who) => {
      const done = await nudge(deps, who);
      const applicant = who.kind === 'applicant' && (await deps.store.read('applicant', who.id));
      if (applicant) await pointWriters(deps, applicant, deps.clock.now());
      return done;
    };
    const undisturbed = await writerSeason({ kinds, visit });
    expect(undisturbed.said).toEqual(SAID);
    let late = 0;
    for (let at = 0; at < undisturbed.awaits; at += 1) {
      const { said } = await writerSeason({ kinds, visit, crash: { at, kind: 'crash-before' } });
      if (said.join() !== SAID.join()) late += 1;
    }
    expect(late).toBeGreaterThan(0);
  });
});

function strike(day: Strike['day'], what: string, event: Update['event']) {
  return { day, what, personId: 'alice', update: { id: 'strike', by: 'writer', event } } as const;
}

/** One season for each await of that day's sweeps. */
async function strikes(
  { day, update, personId }: Omit<Strike, 'at'>,
  of: Omit<Parameters<typeof writerSeason>[0], 'strike'>,
): Promise<WriterReport[]> {
  const count = (await writerSeason(of)).awaitsOf.get(day) ?? 0;
  const seasons: WriterReport[] = [];
  for (let at = 0; at < count; at += 1) {
    seasons.push(await writerSeason({ ...of, strike: { day, at, update, personId } }));
  }
  return seasons;
}

function expectClean({ doubled, afterDone }: WriterReport, why = ''): void {
  expect(doubled, why).toEqual([]);
  expect(afterDone, why).toEqual([]);
}

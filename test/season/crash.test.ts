/** Every await of a day of updates and sweeps, killed before and after it: the day must come to the same end. */
import { describe, expect, test } from 'vitest';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { type DayReport, personDay } from './person-day.ts';

describe.each([1, 2] as const)('with %i sweep(s) an hour', (sweepsAtOnce) => {
  test('an undisturbed day says everything once', async () => {
    const day = await personDay({ sweepsAtOnce });
    expectClean(day);
    expect(streamsOf(day)).toEqual(expect.arrayContaining(['digest', 'urgent', 'correction']));
    expect(day.answers).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'accepted',
      'replayed',
      'accepted',
      'accepted',
    ]);
  });

  test.each(['crash-before', 'crash-after'] as const)(
    '%s each await changes neither what is recorded nor what is said',
    async (kind) => {
      const undisturbed = await personDay({ sweepsAtOnce });
      let crashes = 0;
      for (let at = 0; at < undisturbed.awaits; at += 1) {
        const day = await personDay({ sweepsAtOnce, crash: { at, kind } });
        expectClean(day, `killed ${kind} await ${at}`);
        expect(recordOf(day.alice), `killed ${kind} await ${at}`).toEqual(
          recordOf(undisturbed.alice),
        );
        expect(keysOf(day), `killed ${kind} await ${at}`).toEqual(keysOf(undisturbed));
        crashes += day.crashes;
      }
      expect(crashes).toBe(undisturbed.awaits);
    },
  );
});

function expectClean({ verdict }: DayReport, why = ''): void {
  const { missed, duplicates, afterDone, untimely, unclaimed, overtaken, complaints } = verdict;
  expect(complaints, why).toEqual([]);
  expect(missed + duplicates + afterDone + untimely + unclaimed + overtaken, why).toBe(0);
}

/** What was recorded, without the minute at which it was: a second press comes a little later. */
function recordOf({ facts, accepted, history }: Applicant): unknown {
  return {
    rotations: facts.rotations.map(({ id, stage, status, checklist, offer, closed }) => ({
      id,
      stage,
      status,
      checklist,
      offer,
      closed: closed?.reason,
    })),
    accepted: accepted.map(({ id, type }) => `${id} ${type}`),
    history: history.map(({ id, by }) => `${id} ${by}`),
  };
}

/** Everything that was said, whatever email said it. */
function keysOf({ said }: DayReport): string[] {
  return said.flatMap((raw) => JSON.parse(raw).keys as string[]).toSorted();
}

function streamsOf({ said }: DayReport): string[] {
  return said.map((raw) => JSON.parse(raw).stream as string);
}

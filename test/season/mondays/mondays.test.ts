/** The Monday briefs of a season, each beside the week before as its record has it. */
import { expect, test } from 'vitest';
import { EASTERN, type Instant, startOfDay } from '#shared/base/time/instant.ts';
import { readQuery } from '#shared/cohort/report/filters.ts';
import { reportOf } from '#shared/cohort/report/report.ts';
import type { Store } from '#shared/store/store.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { CALM } from '../climate.ts';
import { memoryStore } from '../memory-store.ts';
import { randomOf } from '../random.ts';
import { simulate } from '../simulator.ts';
import type { VirtualMachine } from '../virtual-machine.ts';
import { type WeekByHand, weekByHand } from './by-hand.ts';
import { COHORT, openDesk, READER, workDay } from './desk.ts';
import { type BriefRead, differencesOf } from './differences.ts';
import { recordOf } from './record.ts';

const START = startOfDay('2026-11-23', EASTERN);

interface Monday extends BriefRead {
  readonly week: WeekByHand;
}

/** In January some are late, some have lost a rotation, and two advisors have been at work for six weeks. */
const mondays = await mondaysOf(20, 57);

test('every figure, every list, and the subject are of the week before', () => {
  expect(mondays).toHaveLength(8);
  expect(mondays.map((each) => differencesOf(each, each.week))).toEqual(mondays.map(() => []));
});

test('of a season in which each of them has something to say', () => {
  const most = (of: (week: WeekByHand) => readonly string[]) =>
    Math.max(...mondays.map(({ week }) => of(week).length));
  expect(most(({ newlyRed }) => newlyRed)).toBeGreaterThan(1);
  expect(most(({ newlyLost }) => newlyLost)).toBeGreaterThan(1);
  expect(most(({ followUps }) => followUps)).toBeGreaterThan(1);
  expect(most(({ mine }) => mine)).toBeGreaterThan(1);
  expect(most(({ unowned }) => unowned)).toBeGreaterThan(0);
  expect(most(({ colors }) => [...colors.keys()])).toBeGreaterThan(4);
});

test('and none of them is of another week', () => {
  const others = mondays
    .slice(1)
    .map((each, index) => differencesOf(each, mondays[index]?.week ?? each.week));
  expect(others.filter((each) => each.length === 0)).toEqual([]);
});

async function mondaysOf(people: number, days: number): Promise<Monday[]> {
  const store = memoryStore();
  const record = recordOf();
  const random = randomOf(11);
  const found: Monday[] = [];
  let machine: VirtualMachine | undefined;
  const now = (): Instant => machine?.now() ?? START;
  await openDesk(store, START);
  const read: Store = {
    ...store,
    read: (kind, id) => store.read(kind, id),
    async write(item, alongside) {
      const written = await store.write(item, alongside);
      if (item.kind === 'advisor' && alongside) found.push(await mondayOf(alongside));
      return written;
    },
  };

  async function mondayOf({ subject, raw }: { subject: string; raw: string }): Promise<Monday> {
    const at = now();
    const { rows } = await store.cohort(COHORT.id, 1000);
    const of = { now: at, cohortId: COHORT.id, reader: READER.id };
    return {
      subject,
      text: raw,
      listed(search) {
        const query = readQuery(new URLSearchParams(search));
        if (!query.ok) throw new Error(`The brief links to a list that is none: ${search}`);
        const report = reportOf(COHORT, rows, query.value, PUBLISHED_WORLD, at, READER);
        return report.rows.map(({ of: { id } }) => id);
      },
      week: weekByHand(record, PUBLISHED_WORLD, of),
    };
  }

  await simulate({
    seed: 11,
    people,
    start: START,
    days,
    climate: CALM,
    store: read,
    world: PUBLISHED_WORLD,
    tamper(deps, present) {
      machine = present;
      return deps;
    },
    advising: (ports) => workDay(ports, PUBLISHED_WORLD, random),
    witness: { wrote: (item) => record.wrote(item, now()), left: () => {} },
  });
  return found;
}

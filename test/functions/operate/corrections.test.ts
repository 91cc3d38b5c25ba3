/** One school, whose advisors share their only cohort: the operator is the second person. */
import { describe, expect, test } from 'vitest';
import { settleEntered, unconfirmedIn } from '#functions/operate/corrections.ts';
import { presentWorld } from '#functions/present-world.ts';
import { correctionsText } from '#infra/local/ops-text.ts';
import { DATES_PATH } from '#shared/base/links/advisor-paths.ts';
import { alice } from '../../cast.ts';
import { advisorsStage, FOREIGN } from '../advisors-stage.ts';
import { portsOf } from '../ports.ts';

const MATCH = {
  update: 'date-1',
  of: 'season',
  season: '2028',
  event: 'match-day',
  day: '2028-03-24',
  source: 'https://www.nrmp.org/match-calendars/',
  certainty: 'official',
  checkedOn: '2026-11-23',
  reason: 'NRMP published its calendar',
};
const LETTERS = {
  update: 'fact-1',
  of: 'host',
  institutionId: 'yale',
  letters: 'yes',
  source: 'https://medicine.yale.edu/letters',
  checkedOn: '2026-11-20',
  certainty: 'official',
  reason: 'The coordinator answered',
};

test('what waits is listed with its value, source, and whose word it is', async () => {
  const { ports } = await stage();
  expect(correctionsText(await unconfirmedIn(ports))).toBe(
    [
      'date-1  2028 season: Match Day: Fri, Mar 24, 2028 (official)',
      '  https://www.nrmp.org/match-calendars/, checked Mon, Nov 23, 2026',
      '  entered by Omar Advisor for c2028',
      '  confirmed, it changes 1 plan',
      'fact-1  Yale School of Medicine: letters of recommendation: possible (official)',
      '  https://medicine.yale.edu/letters, checked Fri, Nov 20, 2026',
      '  entered by Omar Advisor for c2028',
      '  confirmed, it changes 0 plans',
    ].join('\n'),
  );
});

describe('an operator', () => {
  test('confirms both for everyone, and nothing waits', async () => {
    const { store, seenBy } = await stage();
    expect(await seenBy(FOREIGN)).toEqual(['2028-03-17', undefined]);
    for (const id of ['date-1', 'fact-1']) {
      expect((await settleEntered(portsOf(store), 'confirm', id, `of-${id}`)).ok).toBe(true);
    }
    expect(await seenBy(FOREIGN)).toEqual(['2028-03-24', true]);
    expect(correctionsText(await unconfirmedIn(portsOf(store)))).toBe(
      'No correction needs confirmation.',
    );
  });

  test('rejects a date, which then applies to nobody', async () => {
    const { store, seenBy } = await stage();
    expect((await settleEntered(portsOf(store), 'reject', 'date-1', 'o1')).ok).toBe(true);
    expect((await seenBy('c2028'))[0]).toBe('2028-03-17');
    expect((await unconfirmedIn(portsOf(store))).map(({ id }) => id)).toEqual(['fact-1']);
  });

  test('takes a confirmed date back by the id in the answer', async () => {
    const { store, seenBy } = await stage();
    const confirmed = await settleEntered(portsOf(store), 'confirm', 'date-1', 'o1');
    expect((await seenBy(FOREIGN))[0]).toBe('2028-03-24');
    const id = confirmed.ok ? confirmed.value : '';
    expect((await settleEntered(portsOf(store), 'reject', id, 'o2')).ok).toBe(true);
    expect((await seenBy(FOREIGN))[0]).toBe('2028-03-17');
  });

  test('is refused an id that nothing waits under', async () => {
    const { store } = await stage();
    for (const verdict of ['confirm', 'reject'] as const) {
      expect((await settleEntered(portsOf(store), verdict, 'nothing', 'o1')).ok).toBe(false);
    }
  });
});

/** Omar entered a date and an answer about a host. */
async function stage() {
  const { store, deps, save, cookie } = await advisorsStage();
  const omar = await cookie('advisor');
  await store.write(alice({ cohortId: FOREIGN }));
  await save(DATES_PATH, MATCH, omar);
  await save(DATES_PATH, LETTERS, omar);
  return {
    store,
    ports: deps,
    async seenBy(cohortId: string) {
      const world = (await presentWorld({ store, clock: deps.clock, log: () => undefined })())(
        cohortId,
      );
      const day = world.season(2028).dates['match-day']?.day;
      return [day, world.host('yale')?.grantsLetters];
    },
  };
}

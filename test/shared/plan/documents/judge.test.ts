import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/base/time/day.ts';
import { isComplete, judgeChecklist } from '#shared/plan/documents/judge.ts';
import type { ChecklistItem, HeldDocument } from '#shared/plan/facts/document.ts';
import type { Rotation, RotationDates } from '#shared/plan/facts/rotation.ts';
import type { DocumentKind } from '#shared/world/hosts/document-kinds.ts';
import { institutionById } from '#shared/world/programs/directory.ts';
import { BROWN, NOVEMBER } from '../moves/stories.ts';

/** The rotation at Brown ends on July 30, 2027, unless other dates are given. */
function standing(
  item: Partial<ChecklistItem>,
  held: HeldDocument[] = [],
  hostId?: string,
  dates = BROWN.dates,
) {
  const rotation: Rotation = {
    ...BROWN,
    ...(dates && { dates }),
    id: 'r1',
    stage: 'documents',
    status: 'collecting',
    since: NOVEMBER,
    letters: [],
    checklist: [{ kind: 'tb', status: 'submitted', heldBy: 'host', askedBy: 'default', ...item }],
  };
  const host = hostId === undefined ? undefined : institutionById(hostId);
  return judgeChecklist(rotation, held, host);
}

describe('a TB test at the host', () => {
  const inTime: HeldDocument = { kind: 'tb', issuedOn: '2026-07-30' };
  const nineDaysShort: HeldDocument = { kind: 'tb', issuedOn: '2026-07-21' };

  test('that covers the last day counts', () => {
    expect(standing({}, [inTime])).toEqual([
      { kind: 'tb', word: 'submitted', document: inTime, validUntil: '2027-07-30' },
    ]);
  });

  test('that ends nine days before the last day does not, and says from when to repeat it', () => {
    const judged = standing({}, [nineDaysShort]);
    expect(judged).toEqual([
      {
        kind: 'tb',
        word: 'expires-too-early',
        document: nineDaysShort,
        validUntil: '2027-07-21',
        short: { byDays: 9, of: 'end' },
        renewFrom: '2026-07-30',
      },
    ]);
    expect(isComplete(judged)).toBe(false);
  });

  test('that was issued late enough and is printed to end too early says no day from which it would do', () => {
    const [judged] = standing({}, [{ ...inTime, expiresOn: '2027-07-21' }]);
    expect(judged).toMatchObject({ word: 'expires-too-early', short: { byDays: 9, of: 'end' } });
    expect(judged).not.toHaveProperty('renewFrom');
  });

  test('whose printed expiry says otherwise goes by the print', () => {
    const judged = standing({}, [{ ...nineDaysShort, expiresOn: '2027-12-31' }]);
    expect(judged[0]?.word).toBe('submitted');
  });

  test.each<DocumentKind>(['tb', 'background-check', 'english', 'passport'])(
    'is done once accepted, as is %s: the host’s word goes before the day printed on it',
    (kind) => {
      const judged = standing({ kind, status: 'cleared' }, [{ kind, expiresOn: '2027-07-06' }]);
      expect(judged[0]?.word).toBe('cleared');
      expect(isComplete(judged)).toBe(true);
    },
  );
});

test('a host’s own validity goes before the default', () => {
  const held: HeldDocument[] = [{ kind: 'tb', issuedOn: '2026-12-15' }];
  const item = { kind: 'tb' } as const;
  expect(standing(item, held)[0]).toMatchObject({ word: 'submitted', validUntil: '2027-12-15' });
  expect(standing(item, held, 'md-anderson')[0]).toMatchObject({
    word: 'expires-too-early',
    validUntil: '2027-06-15',
  });
});

test('a drug screen within sixty days of the start need not cover the end', () => {
  const item = { kind: 'drug-screen' } as const;
  expect(standing(item, [{ kind: 'drug-screen', issuedOn: '2027-05-06' }])[0]?.word).toBe(
    'submitted',
  );
  expect(standing(item, [{ kind: 'drug-screen', issuedOn: '2027-05-05' }])[0]).toMatchObject({
    word: 'expires-too-early',
    short: { byDays: 1, of: 'start' },
    renewFrom: '2027-05-06',
  });
});

test('what is not cleared is not complete, whatever its dates', () => {
  const judged = standing({}, [{ kind: 'tb', issuedOn: '2027-01-01' }]);
  expect(isComplete(judged)).toBe(false);
});

test('a record that never expires needs no date', () => {
  const [judged] = standing({ kind: 'mmr' }, [{ kind: 'mmr', issuedOn: '2001-01-01' }]);
  expect(judged).toMatchObject({ word: 'submitted', document: { issuedOn: '2001-01-01' } });
});

describe('an influenza dose', () => {
  const dose = (issuedOn: Day): HeldDocument => ({ kind: 'influenza', issuedOn });
  const at = (dates: RotationDates, ...held: HeldDocument[]) =>
    standing({ kind: 'influenza', status: 'to-do' }, held, undefined, dates)[0];
  const JULY = { start: '2027-07-05', end: '2027-07-30' } as const;
  const SEPTEMBER = { start: '2027-09-06', end: '2027-09-30' } as const;
  const OCTOBER = { start: '2027-10-04', end: '2027-10-29' } as const;

  test.each([
    ['of October, in July', '2026-10-12', JULY],
    ['of October, to September 30', '2026-10-12', SEPTEMBER],
    ['of February, in July', '2027-02-01', JULY],
    ['of this September, in October', '2027-09-15', OCTOBER],
  ] as const)('%s, covers the rotation', (_, issuedOn, dates) => {
    expect(at(dates, dose(issuedOn))?.word).toBe('to-do');
  });

  test.each([
    ['of last October', '2026-10-12'],
    ['of spring', '2027-04-01'],
  ] as const)(
    '%s does not count in the next season, whose vaccine comes in September',
    (_, day) => {
      expect(at(OCTOBER, dose(day))).toMatchObject({
        word: 'expires-too-early',
        validUntil: '2027-09-30',
        renewFrom: '2027-09-01',
      });
    },
  );

  test('is not asked for a new season that starts only after the first day', () => {
    const august = { start: '2027-08-16', end: '2027-10-08' } as const;
    expect(at(august, dose('2026-10-12'))?.word).toBe('to-do');
  });
});

describe('of several papers of one kind', () => {
  const [old, recent] = ['2026-10-12', '2027-09-15'].map(
    (day): HeldDocument => ({ kind: 'influenza', issuedOn: day as Day }),
  ) as [HeldDocument, HeldDocument];
  const october = { start: '2027-10-04', end: '2027-10-29' } as const;
  const item = { kind: 'influenza', status: 'to-do' } as const;

  test('the one that covers the rotation counts, in either order', () => {
    for (const held of [
      [old, recent],
      [recent, old],
    ]) {
      expect(standing(item, held, undefined, october)[0]?.document).toEqual(recent);
    }
  });

  test('one of unknown dates goes before one that is known to end too early', () => {
    const dateless: HeldDocument = { kind: 'tb', keptAt: 'the blue folder' };
    const short: HeldDocument = { kind: 'tb', issuedOn: '2026-01-04' };
    for (const held of [
      [dateless, short],
      [short, dateless],
    ]) {
      expect(standing({}, held)[0]).toEqual({ kind: 'tb', word: 'submitted', document: dateless });
    }
  });

  test('one given after the rotation serves it in no order', () => {
    const later: HeldDocument = { kind: 'influenza', issuedOn: '2027-11-02' };
    expect(standing(item, [later, old], undefined, october)[0]).toMatchObject({
      word: 'expires-too-early',
      document: old,
    });
  });
});

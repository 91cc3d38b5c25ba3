import { describe, expect, test } from 'vitest';
import { isComplete, judgeChecklist } from '#shared/plan/documents/judge.ts';
import type { ChecklistItem, HeldDocument } from '#shared/plan/facts/document.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { institutionById } from '#shared/world/programs/directory.ts';
import { BROWN, NOVEMBER } from '../moves/stories.ts';

/** The rotation at Brown ends on 30 Jul 2027. */
function standing(item: Partial<ChecklistItem>, held: HeldDocument[] = [], hostId?: string) {
  const rotation: Rotation = {
    ...BROWN,
    id: 'r1',
    stage: 'documents',
    status: 'collecting',
    since: NOVEMBER,
    letters: [],
    checklist: [
      { kind: 'tb', status: 'cleared', heldBy: 'applicant', askedBy: 'default', ...item },
    ],
  };
  const host = hostId === undefined ? undefined : institutionById(hostId);
  return judgeChecklist(rotation, held, host);
}

describe('a cleared TB test', () => {
  test('that covers the last day counts', () => {
    const judged = standing({}, [{ kind: 'tb', issuedOn: '2026-07-30' }]);
    expect(judged).toEqual([{ kind: 'tb', word: 'cleared', validUntil: '2027-07-30' }]);
    expect(isComplete(judged)).toBe(true);
  });

  test('that ends nine days before the last day does not, and says from when to repeat it', () => {
    const judged = standing({}, [{ kind: 'tb', issuedOn: '2026-07-21' }]);
    expect(judged).toEqual([
      {
        kind: 'tb',
        word: 'expires-too-early',
        validUntil: '2027-07-21',
        short: { byDays: 9, of: 'end' },
        renewFrom: '2026-07-30',
      },
    ]);
    expect(isComplete(judged)).toBe(false);
  });

  test('whose printed expiry says otherwise goes by the print', () => {
    const judged = standing({}, [{ kind: 'tb', issuedOn: '2026-07-21', expiresOn: '2027-12-31' }]);
    expect(judged[0]?.word).toBe('cleared');
  });

  test('of unknown date stands on the host’s word', () => {
    expect(standing({})).toEqual([{ kind: 'tb', word: 'cleared' }]);
  });
});

test('a host’s own validity goes before the default', () => {
  const held: HeldDocument[] = [{ kind: 'background-check', issuedOn: '2025-09-01' }];
  const item = { kind: 'background-check' } as const;
  expect(standing(item, held)[0]).toMatchObject({
    word: 'expires-too-early',
    validUntil: '2026-09-01',
  });
  expect(standing(item, held, 'stanford')[0]).toMatchObject({
    word: 'cleared',
    validUntil: '2027-09-01',
  });
});

test('a drug screen within sixty days of the start need not cover the end', () => {
  const item = { kind: 'drug-screen' } as const;
  expect(standing(item, [{ kind: 'drug-screen', issuedOn: '2027-05-06' }])[0]?.word).toBe(
    'cleared',
  );
  expect(standing(item, [{ kind: 'drug-screen', issuedOn: '2027-05-05' }])[0]).toMatchObject({
    word: 'expires-too-early',
    short: { byDays: 1, of: 'start' },
    renewFrom: '2027-05-06',
  });
});

test('what is not cleared is not complete, whatever its dates', () => {
  const judged = standing({ status: 'submitted' }, [{ kind: 'tb', issuedOn: '2027-01-01' }]);
  expect(isComplete(judged)).toBe(false);
});

test('a record that never expires needs no date', () => {
  expect(isComplete(standing({ kind: 'mmr' }, [{ kind: 'mmr', issuedOn: '2001-01-01' }]))).toBe(
    true,
  );
});

test('an influenza vaccination counts for its own season', () => {
  const item = { kind: 'influenza' } as const;
  expect(standing(item, [{ kind: 'influenza', issuedOn: '2027-07-01' }])[0]?.word).toBe('cleared');
  expect(standing(item, [{ kind: 'influenza', issuedOn: '2026-10-01' }])[0]).toMatchObject({
    word: 'expires-too-early',
    validUntil: '2027-06-30',
  });
});

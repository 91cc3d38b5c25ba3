/** When a case opens, rests and closes; and what an advisor may write into it. */
import { describe, expect, test } from 'vitest';
import { DAY_MS, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { caseOwed, moveCase, withLaterReasons } from '#shared/people/casework/case-moves.ts';
import { type Casework, openCaseOf } from '#shared/people/casework/casework.ts';
import type { RiskCode, RiskLevel } from '#shared/people/casework/codes.ts';
import { refusalWords } from '#shared/words/refusals.ts';
import { MONDAY } from '../../../cast.ts';

const found = (...each: [RiskCode, RiskLevel][]) => each.map(([code, level]) => ({ code, level }));
const RED = found(['L1', 'red']);
const daysLater = (days: number): Instant => plusMs(MONDAY, days * DAY_MS);

function moved(casework: Casework | undefined, event: Parameters<typeof moveCase>[1], at = MONDAY) {
  const by = event.type === 'case-opened' && event.codes ? 'rules' : 'advisor';
  const after = moveCase(casework, event, by, 'u1', at);
  if (!after.ok) throw new Error(after.failure.reason);
  return after.value;
}

const opened = moved(undefined, { type: 'case-opened', codes: ['L1'] });

describe('the rules open a case', () => {
  test.each([
    ['one red', RED, ['L1']],
    ['one loss', found(['P1', 'cannot-be-saved']), ['P1']],
    ['a question that stays open', found(['Q1', 'gray']), ['Q1']],
    ['two ambers', found(['D1', 'amber'], ['C1', 'amber']), ['D1', 'C1']],
  ])('for %s', (_, findings, codes) => {
    expect(caseOwed(undefined, findings, MONDAY)).toEqual({ type: 'case-opened', codes });
  });

  test.each([
    ['one amber', found(['D1', 'amber'])],
    ['the same amber twice', found(['D1', 'amber'], ['D1', 'amber'])],
    ['what is blocked outside', found(['X1', 'outside'], ['D1', 'amber'])],
    ['what is only to be checked', found(['P1', 'gray'], ['D1', 'amber'])],
    ['nothing', []],
  ])('not for %s', (_, findings) => {
    expect(caseOwed(undefined, findings, MONDAY)).toBeUndefined();
  });

  test('once: while it is open another look opens none, and a later reason joins it', () => {
    expect(caseOwed(opened, RED, daysLater(1))).toBeUndefined();
    const joined = withLaterReasons(opened, found(['L1', 'red'], ['D1', 'red']));
    expect(openCaseOf(joined)?.codes).toEqual(['D1', 'L1']);
    expect(withLaterReasons(joined, RED)).toBe(joined);
  });

  test('and close it once every reason is gone', () => {
    expect(caseOwed(opened, [], MONDAY)).toEqual({
      type: 'case-closed',
      caseId: 'case-1',
      reason: 'reasons-gone',
    });
  });

  test('but leave open what somebody will follow up, and what was opened by hand', () => {
    const planned = moved(opened, {
      type: 'case-updated',
      caseId: 'case-1',
      followUpOn: '2026-12-01',
    });
    expect(caseOwed(planned, [], MONDAY)).toBeUndefined();
    expect(caseOwed(planned, [], daysLater(30))?.type).toBe('case-closed');
    const byHand = moved(undefined, { type: 'case-opened', note: 'asked for a talk' });
    expect(caseOwed(byHand, [], MONDAY)).toBeUndefined();
  });
});

describe('what a person closed', () => {
  const closed = moved(opened, { type: 'case-closed', caseId: 'case-1', reason: 'no-risk' });

  test('rests for two weeks for the same reason', () => {
    expect(caseOwed(closed, RED, daysLater(13))).toBeUndefined();
    expect(caseOwed(closed, RED, daysLater(14))?.type).toBe('case-opened');
  });

  test('opens at once for a reason that has no open case', () => {
    expect(caseOwed(closed, found(['U1', 'red'], ['L1', 'red']), daysLater(1))?.type).toBe(
      'case-opened',
    );
  });

  test('is numbered on, and a year of them is kept', () => {
    let casework = closed;
    for (let n = 2; n <= 15; n += 1) {
      casework = moved(casework, { type: 'case-opened', codes: ['L1'] });
      casework = moved(casework, { type: 'case-closed', caseId: `case-${n}`, reason: 'resolved' });
    }
    expect([casework.opened, casework.cases.length, casework.cases.at(-1)?.id]).toEqual([
      15,
      10,
      'case-15',
    ]);
  });
});

describe('an advisor', () => {
  const worked = moved(opened, {
    type: 'case-updated',
    caseId: 'case-1',
    owner: 'Dana',
    note: 'called, will ask Dr. Yu',
    followUpOn: '2026-12-01',
    contactedOn: '2026-11-23',
  });

  test('writes owner, note, follow-up and the last talk, and empties what is left out', () => {
    expect(openCaseOf(worked)).toMatchObject({
      owner: 'Dana',
      followUpOn: '2026-12-01',
      codes: ['L1'],
    });
    const emptied = moved(worked, { type: 'case-updated', caseId: 'case-1', owner: 'Omar' });
    expect(openCaseOf(emptied)).toEqual({ ...openCaseOf(opened), owner: 'Omar' });
  });

  test('takes the latest update back within a day', () => {
    expect(openCaseOf(moved(worked, { type: 'case-undone' }, daysLater(0.5)))).toEqual(
      openCaseOf(opened),
    );
    expect(moveCase(worked, { type: 'case-undone' }, 'advisor', 'u2', daysLater(1))).toMatchObject({
      failure: { reason: 'no-case-to-undo' },
    });
    expect(moveCase(opened, { type: 'case-undone' }, 'advisor', 'u2', MONDAY)).toMatchObject({
      failure: { reason: 'no-case-to-undo' },
    });
  });

  test.each([
    ['case-is-open', opened, { type: 'case-opened', note: 'again' }],
    ['note-needed', undefined, { type: 'case-opened' }],
    ['unknown-case', opened, { type: 'case-updated', caseId: 'case-9' }],
    [
      'case-is-closed',
      moved(opened, { type: 'case-closed', caseId: 'case-1', reason: 'left' }),
      { type: 'case-updated', caseId: 'case-1' },
    ],
    [
      'contact-ahead',
      opened,
      { type: 'case-updated', caseId: 'case-1', contactedOn: '2026-11-24' },
    ],
  ] as const)('is refused: %s', (reason, casework, event) => {
    const after = moveCase(casework, event, 'advisor', 'u2', MONDAY);
    expect(after).toMatchObject({ ok: false, failure: { reason } });
    expect(after.ok ? '' : refusalWords(after.failure)).toMatch(/^[A-Z].*\.$/);
  });
});

import { describe, expect, test } from 'vitest';
import { statusOf } from '#functions/routes/status.ts';
import { refusals } from '#shared/plan/facts/refusals.ts';
import { messageRefusals } from '#shared/words/sender-refusals.ts';
import { worldRefusals } from '#shared/world/corrections/refusals.ts';
import { MONDAY } from '../../cast.ts';

describe('a refusal has one status at every door', () => {
  test.each([
    [messageRefusals.unsigned(), 401],
    [messageRefusals.noSuchAddress(), 404],
    [messageRefusals.onlyPost(), 405],
    [messageRefusals.idTaken(), 409],
    [messageRefusals.tooLarge(), 413],
    [messageRefusals.tooMany(), 429],
    [messageRefusals.failed('n1'), 500],
    [messageRefusals.signedOutsideWindow(MONDAY), 400],
    [messageRefusals.batchSize(), 400],
    // An entered value is wrong.
    [refusals.promisedInThePast(), 422],
    [refusals.writerIsApplicant(), 422],
    [worldRefusals.checkedLater(), 422],
    // The plan, or the world, is at another point.
    [refusals.stale(), 409],
    [refusals.busy(), 409],
    [refusals.caseIsClosed(), 409],
    [refusals.tooManyCosts(40), 409],
    [worldRefusals.notTheLatest(), 409],
    [worldRefusals.tooMany(), 409],
  ])('%o is answered %i', ({ reason }, status) => expect(statusOf(reason)).toBe(status));
});

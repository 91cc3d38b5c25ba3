/** A rotation that took place and is called complete: its letter reaches programs only once it is assigned. */
import { describe, expect, test } from 'vitest';
import { storyOf } from '../shared/plan/moves/stories.ts';
import { fileOf, judged, namedIn, withProfile, withRotation } from './judged.ts';
import { noon, said } from './said.ts';

const NOVEMBER = noon('2026-11-30');
const JULY = { start: '2026-07-06', end: '2026-07-31' };
const ASSIGN = /assign the letter from Dr\. Lee/i;

function closed(closedReason: string, ...statuses: string[]) {
  const file = withRotation(fileOf('late-starter-not-told'), {
    status: 'closed',
    closedReason,
    since: '2026-09-20',
    dates: JULY,
    letters: statuses.map((status, nth) => ({
      writer: { name: nth === 0 ? 'Dr. Lee' : `Dr. Wu ${nth}`, specialty: 'ir' },
      status,
      askedOn: '2026-07-20',
    })),
  });
  return withProfile({ ...file, erasSubmittedOn: '2026-09-03' }, { matchYear: 2027 });
}

describe('a complete rotation with a letter in ERAS', () => {
  test.each([[['uploaded']], [['uploaded', 'assigned']], [['uploaded', 'declined']]])(
    'asks to assign it, on page, command, and in an email: %s',
    (statuses) => {
      const file = closed('complete', ...statuses);
      const { page, rotations, command, email } = said(file, '2026-11-30');
      for (const voice of [page, command, email]) expect(voice).toMatch(ASSIGN);
      expect(rotations[0]).not.toContain('the letter is assigned');
      expect(rotations[0]).toContain('value="letter-assigned');
      expect(judged(file, NOVEMBER).emails(2).flatMap(namedIn)).toContain('assign-letter|r1/r1-l1');
    },
  );

  test.each([
    ['complete', ['assigned']],
    ['complete', ['assigned', 'agreed']],
    ['complete', []],
    ['finished-without-letter', ['uploaded']],
    ['withdrawn', ['uploaded']],
  ])(
    'asks for nothing more once it is assigned, or where its owner let it go: %s, %s',
    (reason, statuses) => {
      const { page, command, email } = said(closed(reason, ...statuses), '2026-11-30');
      for (const voice of [page, command, email ?? '']) expect(voice).not.toMatch(ASSIGN);
    },
  );
});

describe('a rotation that a sheet calls complete', () => {
  const imported = (status: 'uploaded' | 'assigned') =>
    storyOf().report(NOVEMBER, {
      type: 'rotation-taken-over',
      rotation: {
        host: { name: 'Brown' },
        specialty: 'ir',
        mode: 'hands-on',
        route: 'institution',
        country: 'US',
        dates: { start: '2026-07-06', end: '2026-07-31' },
      },
      state: {
        status: 'closed',
        closedReason: 'complete',
        letters: [{ writer: { name: 'Dr. Lee', specialty: 'ir' }, status }],
      },
    });

  test('waits for its letter to be assigned, which completes it', () => {
    const story = imported('uploaded');
    const [rotation] = story.facts.rotations.slice(-1);
    expect(rotation).toMatchObject({ stage: 'letter-received', status: 'to-assign' });
    expect(rotation?.closed).toBeUndefined();
    const assigned = story.report('2027-06-10T17:00:00.000Z', {
      type: 'letter-assigned',
      rotationId: rotation?.id ?? '',
      letterId: rotation?.letters[0]?.id ?? '',
    });
    expect(assigned.refusal).toBeUndefined();
    expect(assigned.facts.rotations.at(-1)?.closed?.reason).toBe('complete');
  });

  test('stays closed where it is assigned', () => {
    expect(imported('assigned').facts.rotations.at(-1)?.closed?.reason).toBe('complete');
  });
});

import { describe, expect, test } from 'vitest';
import { cvLine, erasExport } from '#shared/plan/experience/eras-export.ts';
import type { Cases } from '#shared/plan/facts/cases.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { carol } from '../../../cast.ts';
import { aliceFacts } from '../moves/stories.ts';

function done(id: string, of: Partial<Rotation> = {}): Rotation {
  const [rotation] = carol().facts.rotations;
  if (!rotation) throw new Error('Carol has a rotation.');
  return { ...rotation, id, ...of };
}

const listed = (facts: Facts) => {
  const list = erasExport(facts);
  return list.ok ? list.value : undefined;
};

describe('the list for ERAS', () => {
  test('stands in the guide’s order: US IR, other US, IR at home', () => {
    const list = listed(
      aliceFacts({
        rotations: [
          done('home', { country: 'IN' }),
          done('medicine', { specialty: 'medicine' }),
          done('ir'),
        ],
      }),
    );
    expect(list?.listed.map(({ id }) => id)).toEqual(['ir', 'medicine', 'home']);
  });

  test('holds ten, and names what is left out', () => {
    const rotations = Array.from({ length: 12 }, (_, index) => done(`r${index}`));
    const list = listed(aliceFacts({ rotations }));
    expect([list?.listed.length, list?.leftOut.length]).toEqual([10, 2]);
  });

  test('lists nothing that has not started, or that was canceled', () => {
    const rotations = [
      done('a', { stage: 'apply', status: 'submitted' }),
      done('b', {
        stage: 'closed',
        status: 'closed',
        closed: { reason: 'withdrawn', at: '2026-11-01T00:00:00.000Z' },
      }),
    ];
    expect(listed(aliceFacts({ rotations }))?.listed).toEqual([]);
  });

  test('says of each whether it was hands-on, with the cases in numbers', () => {
    const cases = [
      { procedure: 'biopsy', role: 'hands-on', days: { '2026-09-08': 3 } },
      { procedure: 'TIPS', role: 'observed', days: { '2026-09-09': 1 } },
    ] as Cases[];
    const [first] = listed(aliceFacts({ rotations: [done('r', { cases })] }))?.listed ?? [];
    expect(first && cvLine(first)).toBe(
      'Visiting rotation, interventional radiology, Brown, Sep 2026 to Oct 2026. Hands-on. Hands-on, 3: biopsy 3. Observed, 1: TIPS 1.',
    );
  });
});

describe('the list is refused', () => {
  const experience = {
    id: 'e1',
    title: 'IR elective',
    place: 'Home hospital',
    country: 'IN',
    specialty: 'ir',
    dates: { start: '2026-01-05', end: '2026-01-30' },
  } as const;

  test('while the part in one of them is not said', () => {
    const list = erasExport(aliceFacts({ experiences: [experience] }));
    expect(list).toMatchObject({
      ok: false,
      failure: [expect.stringMatching(/^IR elective, Home hospital: your role/)],
    });
    expect(
      listed(aliceFacts({ experiences: [{ ...experience, mode: 'observer' }] }))?.listed,
    ).toHaveLength(1);
  });

  test('while an observer’s log holds hands-on cases', () => {
    const cases = [{ procedure: 'biopsy', role: 'hands-on', days: { '2026-09-08': 3 } }];
    const rotation = done('r', { mode: 'observer', cases: cases as Cases[] });
    const list = erasExport(aliceFacts({ rotations: [rotation] }));
    expect(list).toMatchObject({
      ok: false,
      failure: [expect.stringContaining('listed as an observer')],
    });
  });
});

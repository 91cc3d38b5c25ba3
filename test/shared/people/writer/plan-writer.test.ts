/** What a writer is told, walked from one named moment to the next. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant, instantAt, plusMs } from '#shared/base/time/instant.ts';
import { claimEmail, settleEmail } from '#shared/people/mailing/claim.ts';
import { newWriter, pointedAt, type WriterItem } from '#shared/people/person/writer.ts';
import { planForWriter } from '#shared/people/writer/plan-writer.ts';
import type { WantedLetter } from '#shared/people/writer/wanted.ts';

const JUNE = instantAt('2027-06-01', '06:00', EASTERN);
const OSEI = newWriter({ id: 'w1', name: 'Dr. Osei', address: 'osei@example.org' }, JUNE);

function wanted(letterId: string, dueOn: Day, other: Partial<WantedLetter> = {}): WantedLetter {
  return {
    applicantId: 'alice',
    letterId,
    applicantName: 'Alice Mathew',
    isStrangers: false,
    holder: { name: OSEI.name, address: OSEI.address },
    writerName: OSEI.name,
    isHandedOver: false,
    emailsBefore: 0,
    status: 'requested',
    dueOn,
    askedOn: '2027-08-12',
    matchYear: 2028,
    ...other,
  };
}

/** Every email until nothing more is named, each sent at once: day and letters. */
function season(letters: readonly WantedLetter[], start: Instant = JUNE, writer = OSEI): string[] {
  let present: WriterItem = writer;
  let now = start;
  const reported: string[] = [];
  for (let look = 0; look < 100; look += 1) {
    const { email, nextAt } = planForWriter(present, letters, now);
    if (email?.stream === 'letters') {
      reported.push(
        `${dayIn(EASTERN, now)} ${email.letters.map(({ letterId }) => letterId).join('+')}`,
      );
      const entry = { stream: email.stream, keys: email.keys, rotationIds: [] };
      const { person, n } = claimEmail(present, entry, 's', now);
      present = settleEmail(person, n, 'sent', now) ?? person;
    } else if (nextAt) {
      expect(nextAt > now).toBe(true);
      now = nextAt;
    } else return reported;
  }
  throw new Error('The season does not end.');
}

describe('letters of a school’s plan and of a stranger’s', () => {
  const stranger = { applicantId: 'mallory', applicantName: 'Mallory', isStrangers: true };

  test('due on one day are two emails, the school’s first', () => {
    expect(
      season([wanted('s', '2027-09-24', stranger), wanted('a', '2027-09-24')]).slice(0, 4),
    ).toEqual(['2027-08-13 a', '2027-08-13 s', '2027-09-03 a', '2027-09-03 s']);
  });

  test('a stranger’s email takes no day of a school’s', () => {
    const alone = season([wanted('a', '2027-09-27')]);
    const beside = season([wanted('a', '2027-09-27'), wanted('s', '2027-09-24', stranger)]);
    expect(beside.filter((reported) => reported.endsWith(' a'))).toEqual(alone);
  });

  test('two strangers’ letters are still one email', () => {
    const other = { ...stranger, applicantId: 'eve' };
    expect(season([wanted('s', '2027-09-24', stranger), wanted('t', '2027-09-24', other)])[0]).toBe(
      '2027-08-13 s+t',
    );
  });
});

describe('one letter that can be uploaded', () => {
  test('is asked for on the next weekday, and at 21, 7 and 1 days', () => {
    expect(season([wanted('a', '2027-09-24')])).toEqual([
      '2027-08-13 a',
      '2027-09-03 a',
      '2027-09-17 a',
      '2027-09-23 a',
    ]);
  });

  test('that came late gets the current rung only, and what follows', () => {
    const late = instantAt('2027-09-10', '10:00', EASTERN);
    expect(season([wanted('a', '2027-09-24')], late)).toEqual([
      '2027-09-10 a',
      '2027-09-17 a',
      '2027-09-23 a',
    ]);
  });

  test('that is past its day is not mentioned', () => {
    expect(season([wanted('a', '2027-05-01', { askedOn: '2027-04-01' })])).toEqual([]);
  });
});

describe('a letter without a Letter Request Form', () => {
  test('is asked about once, and once more while nobody answered; nobody is nagged for what the applicant holds', () => {
    expect(season([wanted('a', '2027-09-24', { status: 'agreed' })])).toEqual([
      '2027-08-13 a',
      '2027-09-03 a',
    ]);
    expect(
      season([wanted('a', '2027-09-24', { status: 'agreed', promisedBy: '2027-09-24' })]),
    ).toEqual(['2027-08-13 a']);
  });
});

describe('several letters', () => {
  test('share an email, the nearest day first, and what would fall into the next five days comes with it', () => {
    const letters = [wanted('late', '2027-09-28'), wanted('near', '2027-09-24')];
    expect(season(letters)).toEqual([
      '2027-08-13 near+late',
      '2027-09-03 near+late',
      '2027-09-17 near+late',
      '2027-09-23 near+late',
    ]);
  });

  test('never make two emails within five days, and never five about one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 5, max: 90 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 200 }),
        (dues, hours) => {
          const letters = dues.map((due, index) =>
            wanted(`l${index}`, plusDays('2027-06-01', due), { askedOn: '2027-06-01' }),
          );
          const reported = season(letters, plusMs(JUNE, hours * 3_600_000));
          const at = reported.map((each) => Date.parse(each.slice(0, 10)) / 86_400_000);
          for (const [index, day] of at.slice(1).entries()) {
            expect(day - (at[index] ?? day)).toBeGreaterThanOrEqual(5);
          }
          for (const { letterId } of letters) {
            const about = reported.filter((each) => each.slice(11).split('+').includes(letterId));
            expect(about.length).toBeLessThanOrEqual(4);
          }
        },
      ),
    );
  });
});

describe('a coordinator', () => {
  test('gets what the writer’s emails left of the four, and one in any case', () => {
    const handed = { isHandedOver: true, emailsBefore: 2 };
    expect(season([wanted('a', '2027-09-24', handed)])).toHaveLength(2);
    expect(season([wanted('a', '2027-09-24', { ...handed, emailsBefore: 4 })])).toHaveLength(1);
  });
});

describe('nobody is emailed', () => {
  const noon = instantAt('2027-09-03', '12:00', EASTERN);
  test.each(['bounced', 'complained', 'unsubscribed'] as const)('who is %s', (reach) => {
    expect(planForWriter({ ...OSEI, reach }, [wanted('a', '2027-09-24')], noon)).toEqual({});
  });

  test('but with the link they ask for, even after they stopped the emails', () => {
    const causes = [{ id: 'c1', stream: 'link' as const, at: noon }];
    const { email } = planForWriter({ ...OSEI, causes, reach: 'unsubscribed' }, [], noon);
    expect(email).toEqual({ stream: 'link', causeId: 'c1' });
    expect(planForWriter({ ...OSEI, causes, reach: 'bounced' }, [], noon)).toEqual({});
  });
});

describe('a pointer', () => {
  const pointer = {
    applicantId: 'alice',
    letterId: 'a',
    revision: 3,
    dueOn: '2027-09-24',
  } as const;
  test('makes the writer due, once a revision, and again when a date of the season moves the due day', () => {
    const pointed = pointedAt({ ...OSEI, dueAt: '2028-01-01T00:00:00.000Z' }, pointer, JUNE);
    expect(pointed).toMatchObject({ pointers: [pointer], dueAt: JUNE });
    expect(pointedAt(pointed, pointer, plusMs(JUNE, 1))).toBe(pointed);
    expect(pointedAt(pointed, { ...pointer, revision: 4 }, plusMs(JUNE, 1)).dueAt).toBe(
      plusMs(JUNE, 1),
    );
    expect(pointedAt(pointed, { ...pointer, dueOn: '2027-09-20' }, plusMs(JUNE, 1)).dueAt).toBe(
      plusMs(JUNE, 1),
    );
  });

  test('too many drop the oldest one', () => {
    let writer = OSEI;
    for (let n = 0; n < 201; n += 1) {
      writer = pointedAt(writer, { ...pointer, letterId: `l${n}` }, JUNE);
    }
    expect(writer.pointers).toHaveLength(200);
    expect(writer.pointers[0]?.letterId).toBe('l1');
  });
});

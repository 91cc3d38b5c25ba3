/** Plans that are late, empty, or impossible, and were once called on track: what is said of them, and when. */
import { describe, expect, test } from 'vitest';
import { agendaAt, standingOf } from '#shared/agenda/agenda-at.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import type { ForecastEmail } from '#shared/people/mailing/forecast.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { type File, fileOf, judged, namedIn, withProfile, withRotation } from './judged.ts';

const NOVEMBER_23: Instant = '2026-11-23T17:00:00.000Z';
const NOVEMBER_27: Instant = '2026-11-27T17:00:00.000Z';
const DECEMBER: Instant = '2026-12-01T17:00:00.000Z';
const APRIL: Instant = '2027-04-05T17:00:00.000Z';

const at = (start: string, end: string) => ({ dates: { start, end } });

describe('an email never calls a plan on track', () => {
  const late = fileOf('late-but-on-track');
  const empty = fileOf('only-rotation-withdrawn');
  const others: [string, File, Instant][] = [
    ['while steps are late', late, APRIL],
    ['while its only rotation is withdrawn', empty, NOVEMBER_27],
    ['while its only rotation is withdrawn, in March', empty, '2027-03-01T17:00:00.000Z'],
    ['while its only rotation is withdrawn, in April', empty, APRIL],
    ['while it has no rotation', { ...late, rotations: [] }, APRIL],
    ['while a host cannot take its applicant', fileOf('impossible-mailed-as-a-task'), NOVEMBER_27],
    ['while the visa is late', fileOf('visa-late-and-no-nudge'), NOVEMBER_27],
    [
      'while the host of a later rotation has not answered',
      withRotation(late, { status: 'submitted', since: '2027-01-04' }),
      APRIL,
    ],
    ['while two accepted rotations overlap', fileOf('home-month-overlaps-us-month'), NOVEMBER_27],
    [
      'while an appointment is after the start',
      withRotation(late, { status: 'collecting', visaAppointmentOn: '2027-07-20' }),
      APRIL,
    ],
    [
      'while papers of an accepted rotation are overdue',
      withRotation(late, { status: 'collecting', ...at('2027-04-19', '2027-05-14') }),
      APRIL,
    ],
    [
      'while a rotation ended with nobody asked for a letter',
      withRotation(late, { status: 'waiting', ...at('2027-02-01', '2027-02-26') }),
      APRIL,
    ],
    ['while the early rotation was missed', { ...late, rotations: [] }, '2027-03-02T17:00:00.000Z'],
  ];

  test.each(others)('%s', (_, file, now) => {
    const { emails } = judged(file, now);
    const sent = emails(45);
    expect(sent.length).toBeGreaterThan(0);
    for (const email of sent) expect(calm(email)).toEqual([]);
  });

  test('and calls one so whose steps are all ahead', () => {
    const file = withRotation(late, {
      status: 'submitted',
      since: '2026-11-20',
      ...at('2027-09-06', '2027-10-01'),
    });
    expect(['on-track', 'under-way', 'waiting']).toContain(judged(file, NOVEMBER_23).at.state.name);
  });
});

/** What is late, lost, or overdue on the day of an email that says that nothing is. */
function calm({ email, applicant, at: when }: ForecastEmail): string[] {
  const then = agendaAt(applicant.facts, PUBLISHED_WORLD, when);
  const state = email.overview?.state ?? then.state;
  if (state.name !== 'on-track') return [];
  const today = dayIn(applicant.facts.profile.zone, when);
  return then.matters
    .filter((matter) => {
      const { name, color } = standingOf(then, matter);
      if (matter.whose !== 'applicant' || matter.stake === 'comfort') return false;
      return (
        name === 'late' ||
        color === 'red' ||
        (name === 'open' && matter.due !== undefined && matter.due.day < today)
      );
    })
    .map(({ id }) => id);
}

describe('where the host’s last day to apply is unknown', () => {
  const wisconsin = fileOf('no-email-to-apply');

  test.each([
    ['preparing', at('2027-07-05', '2027-07-30')],
    ['shortlisted', at('2027-07-05', '2027-07-30')],
    ['preparing', at('2027-04-05', '2027-04-30')],
    ['preparing', at('2027-10-04', '2027-10-29')],
  ])('it is asked for, and our estimate is said to be one: %s, %o', (status, dates) => {
    const { said, matter } = judged(withRotation(wisconsin, { status, ...dates }), DECEMBER);
    expect(said('apply-by|r1')).toBeDefined();
    expect(matter('apply|r1')?.due?.certainty).toBe('estimated');
    expect(said('apply|r1')?.words.why).toContain('estimate');
  });

  test.each(['r1', 'Example Hospital', 'Elsewhere Clinic'])(
    'its application is emailed in time, at %s',
    (host) => {
      const file = withRotation(wisconsin, { host: { name: host } });
      const sent = judged(file, DECEMBER).emails(120).flatMap(namedIn);
      expect(sent).toContain('apply-by|r1');
      expect(sent).toContain('apply|r1');
    },
  );

  test('and with the day entered nothing is asked', () => {
    const file = withRotation(wisconsin, { windowClosesOn: '2027-02-01' });
    const { said, matter } = judged(file, DECEMBER);
    expect(said('apply-by|r1')).toBeUndefined();
    expect(matter('apply|r1')?.due).toMatchObject({ day: '2027-02-01', certainty: 'entered' });
  });
});

describe('somebody who comes late', () => {
  const late = fileOf('late-starter-not-told');

  test.each([
    ['49 days after the guide’s day', at('2027-07-05', '2027-07-30')],
    ['80 days after it', at('2027-06-07', '2027-07-02')],
    ['110 days after it', at('2027-05-03', '2027-05-28')],
    ['170 days after it', at('2027-03-08', '2027-04-02')],
    ['a month before the rotation', at('2027-01-04', '2027-01-29')],
  ])('hears within two days that the choice is late: %s', (_, dates) => {
    const { emails, standing } = judged(withRotation(late, dates), NOVEMBER_23);
    expect(standing('G6|r1').name).toBe('late');
    expect(emails(7).flatMap(namedIn)).toContain('G6|r1');
  });

  test('and not that it is late where it is not', () => {
    const file = withRotation(late, at('2027-10-04', '2027-10-29'));
    expect(judged(file, NOVEMBER_23).standing('G6|r1').name).toBe('open');
  });

  test('“late by” counts from the day that is shown', () => {
    const { standing, said } = judged(late, NOVEMBER_23);
    expect(said('G6|r1')).toMatchObject({ startBy: '2026-09-14' });
    expect(standing('G6|r1').byDays).toBe(70);
  });

  test.each([
    ['G7', '2027-04-05'],
    ['G1', '2027-04-05'],
    ['G8', '2027-03-05'],
    ['G11', '2027-10-01'],
  ])('hears of %s once within a week, although its day has passed', (rule, day) => {
    const file = rule === 'G11' ? late : { ...late, rotations: [] };
    const now: Instant = `${day as '2027-04-05'}T17:00:00.000Z`;
    const sent = judged(file, now).emails(7).flatMap(namedIn);
    const asked = rule === 'G1' && file.rotations.length === 0 ? 'G7' : rule;
    expect(sent.filter((id) => id.startsWith(`${asked}|`))).toHaveLength(1);
  });
});

describe('a closed rotation counts for nothing', () => {
  const withdrawn = fileOf('only-rotation-withdrawn');

  test.each(['withdrawn', 'rejected', 'canceled-by-host', 'offer-expired'])(
    '%s: targets and an IR rotation are asked for as on an empty plan',
    (closedReason) => {
      const {
        standing,
        at: { state },
      } = judged(withRotation(withdrawn, { closedReason }), NOVEMBER_27);
      for (const id of [
        'G7|plan/targets',
        'G1|plan/ir-away',
        'G4|plan/us',
        'G8|plan/early-rotation',
      ])
        expect(standing(id).name).toBe('open');
      expect(state.name).toBe('nothing-planned');
    },
  );

  test.each(['complete', 'finished-without-letter'])(
    'but one that took place counts: %s',
    (closedReason) => {
      const file = withRotation(withdrawn, { closedReason, ...at('2026-09-07', '2026-10-02') });
      const { standing } = judged(file, NOVEMBER_27);
      for (const id of ['G7|plan/targets', 'G1|plan/ir-away', 'G8|plan/early-rotation'])
        expect(standing(id).name).toBe('done');
    },
  );

  test('both are emailed by the end of the guide’s window', () => {
    const sent = judged(withdrawn, '2027-02-01T17:00:00.000Z').emails(45).flatMap(namedIn);
    expect(sent).toEqual(expect.arrayContaining(['G7|plan/targets', 'G1|plan/ir-away']));
  });
});

describe('what the whole plan lacks', () => {
  const late = fileOf('late-but-on-track');
  const match2027 = withProfile(late, { matchYear: 2027 });
  const next = (file: File, now: Instant, id: string) => judged(file, now).said(id)?.words.next;

  test('an application whose day is past is not asked for before that day', () => {
    expect(next(match2027, NOVEMBER_27, 'G11|plan/application')).toBe(
      'Submit your ERAS application today: programs have begun to review.',
    );
    expect(next(late, '2027-09-10T17:00:00.000Z', 'G11|plan/application')).toContain(
      'before programs begin to review',
    );
  });

  test('nobody is sent to the writers of an IR rotation that is not there', () => {
    const JUNE: Instant = '2027-06-07T17:00:00.000Z';
    expect(next(late, JUNE, 'G17|plan/ir-letter')).toContain('Choose a writer from an IR rotation');
    const dr = withRotation(late, { specialty: 'dr' });
    expect(next(dr, JUNE, 'G17|plan/ir-letter')).toContain('Add an IR rotation, or ask IR faculty');
  });
});

describe('the visa of a rotation that is not accepted yet', () => {
  const yale = fileOf('visa-late-and-no-nudge');

  test.each(['shortlisted', 'preparing', 'submitted', 'waitlisted'])(
    '%s: booking that is late is said',
    (status) => {
      const { standing, emails } = judged(withRotation(yale, { status }), NOVEMBER_27);
      expect(standing('G13|r1').name).toBe('late');
      expect(emails(7).flatMap(namedIn)).toContain('G13|r1');
    },
  );

  const whyOf = (file: File) => judged(file, NOVEMBER_27).said('G13|r1')?.words.why;

  test('names the fee that may be lost, late or in time', () => {
    for (const visaWaitDays of [0, 30, 240])
      expect(whyOf(withProfile(yale, { visaWaitDays }))).toContain('visa fee is not refunded');
  });

  test('an accepted rotation risks no fee', () => {
    for (const visaWaitDays of [30, 240]) {
      const accepted = withRotation(withProfile(yale, { visaWaitDays }), { status: 'collecting' });
      expect(whyOf(accepted)).not.toContain('fee');
    }
  });

  test.each(['citizen', 'in-us', 'waiver'])('%s: nobody is sent to a consulate', (entry) => {
    const { matter } = judged(withProfile(yale, { entry }), NOVEMBER_27);
    expect(matter('G13|r1')).toBeUndefined();
  });

  test('is not late with a short wait', () => {
    const { standing } = judged(withProfile(yale, { visaWaitDays: 30 }), NOVEMBER_27);
    expect(standing('G13|r1').name).toBe('open');
  });
});

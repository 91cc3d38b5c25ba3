/** Rules that the directory states about a host, and that once went unused: refusals, letters, ways of entry, days. */
import { describe, expect, test } from 'vitest';
import type { Instant } from '#shared/base/time/instant.ts';
import { planReport } from '#shared/people/plan-report/plan-report.ts';
import { findingsOf } from '#shared/words/findings.ts';
import { wordsOf } from '#shared/words/matters/matter-words.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { factsOf, fileOf, judged, namedIn, withProfile, withRotation } from './judged.ts';

const NOVEMBER: Instant = '2026-11-27T17:00:00.000Z';
const MAY: Instant = '2027-05-17T16:00:00.000Z';

describe('a host that cannot take the applicant', () => {
  const cornell = fileOf('impossible-mailed-as-a-task');
  const at = (institutionId: string, of: object = {}) =>
    withRotation(cornell, { host: { name: institutionId, institutionId }, ...of });

  test.each([
    ['through VSLO, with a school outside it', cornell],
    ['the same, not chosen yet', withRotation(cornell, { status: 'shortlisted' })],
    [
      'for a graduate, where only students may come',
      withProfile(at('mgh'), { enrollment: 'graduate' }),
    ],
  ])('is said at once, and nothing of it is emailed as a task: %s', (_, file) => {
    const {
      said,
      emails,
      standing,
      at: { state, matters },
    } = judged(file, NOVEMBER);
    const gates = matters.filter(({ kind, rule }) => kind === 'conflict' && rule === 'gate');
    expect(gates.length).toBeGreaterThan(0);
    for (const { id } of gates) {
      expect(standing(id).name).toBe('lost');
      expect(said(id)?.words.next.length).toBeGreaterThan(10);
    }
    expect(['cannot-be', 'needs-you']).toContain(state.name);
    const sent = emails(120);
    expect(sent[0] && namedIn(sent[0])).toEqual(expect.arrayContaining([gates[0]?.id]));
    const tasks = sent
      .flatMap(namedIn)
      .filter((id) => /^(G6|apply|G14b|G13|accept|housing|flight|apply-by)\|r1$/.test(id));
    expect(tasks).toEqual([]);
  });

  test('in a closed month is said the same way, and other dates may help', () => {
    const mgh = fileOf('ir-month-closed-to-international-students');
    const { said, emails, matter, standing } = judged(mgh, NOVEMBER);
    expect(standing('gate|r1/months')).toMatchObject({ name: 'lost', color: 'red' });
    expect(said('gate|r1/months')?.words.next).toContain('dates');
    expect(matter('gate|r1/months')?.answers[0]).toMatchObject({
      event: { type: 'dates-changed' },
    });
    const sent = emails(120).flatMap(namedIn);
    expect(sent.filter((id) => /^(G6|apply|G14b|G13)\|r1$/.test(id))).toEqual([]);
  });

  test('is not said of a host that has made an offer, nor of one that takes the applicant', () => {
    const offered = withRotation(cornell, { status: 'offered', offerExpiresOn: '2027-01-15' });
    for (const file of [offered, withProfile(cornell, { schoolInVslo: true })]) {
      const {
        at: { matters },
      } = judged(file, NOVEMBER);
      expect(
        matters.filter(({ kind, id }) => kind === 'conflict' && id === 'gate|r1/route'),
      ).toEqual([]);
    }
  });
});

describe('a host that takes observers only', () => {
  const open = { dates: { start: '2027-02-01', end: '2027-02-26' }, status: 'preparing' };
  const bidmc = withRotation(fileOf('ir-month-closed-to-international-students'), {
    ...open,
    host: { name: 'BIDMC', institutionId: 'bidmc' },
    mode: 'hands-on',
  });
  const findings = (file: object) =>
    findingsOf(judged(file, NOVEMBER).at)
      .filter(({ rule }) => rule === 'G21b')
      .map(({ text }) => text);

  test('is asked about a rotation that its plan calls hands-on, before anybody applies', () => {
    expect(judged(bidmc, NOVEMBER).standing('possible|r1').name).toBe('open');
    expect(findings(bidmc)).toEqual([
      'The page of BIDMC offers observerships only; your plan says otherwise.',
    ]);
  });

  test('is noted afterwards, and asked nothing of an observer', () => {
    expect(findings(withRotation(bidmc, { status: 'submitted' }))).toEqual([
      'You call the BIDMC IR rotation hands-on; the host’s page offers observerships only.',
    ]);
    expect(findings(withRotation(bidmc, { mode: 'observer' }))).toEqual([]);
  });

  test('is asked and noted no more once the host has said yes', () => {
    for (const status of ['preparing', 'submitted'])
      expect(findings(withRotation(bidmc, { status, confirmed: ['possible'] }))).toEqual([]);
  });
});

describe('whether IR is open to the applicant', () => {
  const mgh = fileOf('ir-month-closed-to-international-students');
  const open = { dates: { start: '2027-02-01', end: '2027-02-26' } };

  test('is impossible or a question on the line, and never passed over', () => {
    const {
      at: { matters },
    } = judged(withRotation(mgh, open), NOVEMBER);
    const about = matters.filter(
      ({ rule, about }) => rule === 'possible' || about.gate === 'department',
    );
    expect(about.length).toBeGreaterThan(0);
  });
});

describe('a host that grants no letters', () => {
  const stanford = fileOf('host-without-letters-asked-for-one');

  test.each(['waiting', 'not-progressing', 'collecting', 'upcoming', 'underway'])(
    'is never asked for one: %s',
    (status) => {
      const dates =
        status === 'collecting' || status === 'upcoming'
          ? { start: '2026-12-07', end: '2027-01-01' }
          : status === 'underway'
            ? { start: '2026-11-09', end: '2026-12-04' }
            : { start: '2026-10-05', end: '2026-10-30' };
      const { matter, emails } = judged(withRotation(stanford, { status, dates }), NOVEMBER);
      expect(matter('G15|r1/letter')).toBeUndefined();
      expect(emails(90).flatMap(namedIn)).not.toContain('G15|r1/letter');
    },
  );

  test('and a letter promised there does not count', () => {
    const letters = [
      { writer: { name: 'Dr. Rao', specialty: 'ir' }, status: 'agreed', askedOn: '2026-10-20' },
    ];
    const { standing } = judged(withRotation(stanford, { letters }), MAY);
    expect(standing('G17|plan/ir-letter').name).toBe('open');
  });

  test('but every other host is', () => {
    const brown = withRotation(stanford, { host: { name: 'Example Hospital' } });
    expect(judged(brown, NOVEMBER).standing('G15|r1/letter').name).toBe('late');
  });
});

describe('entry without a visa', () => {
  const sanAntonio = fileOf('entry-without-visa-not-checked');

  test('names the class to ask for and the one that is refused', () => {
    const { at, matter } = judged(sanAntonio, NOVEMBER);
    const esta = matter('esta|r1');
    if (!esta) throw new Error('The ESTA is missing.');
    const { next, why } = wordsOf(esta, at.view);
    expect(next).toContain('WB');
    expect(`${next} ${why}`).toMatch(/not .*WT/);
  });

  test('for more than 90 days is not possible', () => {
    const long = withRotation(sanAntonio, { dates: { start: '2027-07-05', end: '2027-11-26' } });
    expect(judged(long, NOVEMBER).standing('gate|r1/visa').name).toBe('lost');
  });

  test.each(['citizen', 'in-us', 'visa'])('%s: no ESTA is asked for', (entry) => {
    expect(judged(withProfile(sanAntonio, { entry }), NOVEMBER).matter('esta|r1')).toBeUndefined();
  });
});

describe('the day that was set is the day judged', () => {
  const losAngeles = fileOf('day-set-and-day-judged');

  test.each([
    ['America/Los_Angeles', '2026-11-23T08:00:00.000Z'],
    ['Asia/Kolkata', '2026-11-22T18:30:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-22T10:00:00.000Z'],
    ['Pacific/Honolulu', '2026-11-23T10:00:00.000Z'],
    ['America/New_York', '2026-11-23T05:00:00.000Z'],
  ] as const)('in %s', (zone, midnight) => {
    const file = withProfile(losAngeles, { zone });
    expect(planReport(factsOf(file, midnight), PUBLISHED_WORLD, midnight).today).toBe('2026-11-23');
  });
});

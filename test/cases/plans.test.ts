/** Plan files that were once judged wrongly, and others of their kind, as `npm run plan` judges them. */
import { describe, expect, test } from 'vitest';
import type { Instant } from '#shared/base/time/instant.ts';
import { emailDays, type PlanReport, planReport } from '#shared/people/plan-report/plan-report.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { factsOf, fileOf, withRotation } from './judged.ts';

const NOVEMBER: Instant = '2026-11-27T17:00:00.000Z';
const MAY: Instant = '2027-05-17T16:00:00.000Z';
const SEPTEMBER: Instant = '2027-09-20T16:00:00.000Z';
const US_WORDS =
  /visa|flight|housing|health insurance|english proof|malpractice|hipaa|titer|background check/i;

test.each(['PR', 'GU', 'VI', 'MP'])(
  'a rotation in %s is a US one: the visa of the US is asked for',
  (country) => {
    const dates = { start: '2027-03-01', end: '2027-03-26' };
    const there = withRotation(fileOf('home-rotation-needs-no-visa'), { country, dates });
    const { steps, findings } = judged(there, NOVEMBER);
    expect(steps.map(({ rule }) => rule)).toContain('visa');
    expect(findings.map(({ rule }) => rule)).not.toContain('G1');
  },
);

describe('a rotation outside the US', () => {
  const home = fileOf('home-rotation-needs-no-visa');
  const MARCH = { start: '2027-03-01', end: '2027-03-26' };

  test.each(['IN', 'BR', 'DE', 'CA', 'GB'])(
    'in %s has no US step, paper, or reminder',
    (country) => {
      const report = judged(withRotation(home, { country }), NOVEMBER);
      expect(report.steps.map(({ rule }) => rule)).toEqual([
        'G6',
        'apply',
        'host-answer',
        'accept',
      ]);
      const reminders = report.nudges.filter(({ subject }) => subject.startsWith('r1'));
      expect(reminders.map(({ rule }) => rule)).toEqual(['started', 'G15b', 'G18', 'G15']);
      expect(JSON.stringify(reminders)).not.toMatch(US_WORDS);
      expect(report.findings.filter(({ subject }) => subject === 'r1')).toEqual([]);
      expect(JSON.stringify(report.steps)).not.toMatch(US_WORDS);
    },
  );

  test.each([
    { status: 'shortlisted' },
    { status: 'preparing' },
    { status: 'submitted' },
    { status: 'offered', offerExpiresOn: '2026-12-20' },
  ])('in March, $status, is not hurried by what US hosts ask', (of) => {
    const { late, findings, nudges } = judged(
      withRotation(home, { ...of, dates: MARCH }),
      NOVEMBER,
    );
    expect(late).toEqual([]);
    expect(findings.filter(({ subject }) => subject === 'r1')).toEqual([]);
    expect(JSON.stringify(nudges)).not.toMatch(US_WORDS);
  });

  test('still has the days that were entered: the host’s last, and the offer’s', () => {
    const applying = { status: 'preparing', windowClosesOn: '2026-12-10' };
    const { nudges } = judged(withRotation(home, applying), NOVEMBER);
    expect(nudges.find(({ subject }) => subject === 'r1')).toMatchObject({
      rule: 'apply',
      due: '2026-12-10',
    });
  });

  test('asks for what the host asks for, as the file says', () => {
    const { steps, nudges } = judged(
      withRotation(home, { checklist: [{ kind: 'tb', status: 'to-do' }] }),
      NOVEMBER,
    );
    expect(steps.map(({ rule }) => rule)).toContain('G14b');
    expect(nudges.filter(({ rule }) => rule === 'G14').map(({ subject }) => subject)).toEqual([
      'r1/tb',
    ]);
  });

  test('counts as the early rotation and never as one in the US', () => {
    const { nudges, findings } = judged(home, NOVEMBER);
    const open = nudges.map(({ rule }) => rule);
    expect(open).not.toContain('G8');
    expect(open).toEqual(expect.arrayContaining(['G1', 'G3']));
    expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['G1', 'G3', 'G4']));
  });

  test('counts for letters', () => {
    const letters = [
      { writer: { name: 'Dr. Rao', specialty: 'ir' }, status: 'agreed', askedOn: '2027-02-01' },
    ];
    const open = (of: object) =>
      judged(withRotation(home, { status: 'waiting', ...of }), MAY).nudges.map(({ rule }) => rule);
    expect(open({})).toContain('G17');
    expect(open({ letters })).not.toContain('G17');
  });

  test('keeps every US step where the country is the US', () => {
    const { steps, late } = judged(withRotation(home, { country: 'US' }), NOVEMBER);
    expect(steps.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['G13', 'visa', 'housing', 'flight']),
    );
    expect(late).toContainEqual(expect.objectContaining({ rule: 'G13', subject: 'r1' }));
  });
});

describe('two months that share days', () => {
  const shared = fileOf('home-month-overlaps-us-month');

  test.each([
    ['IN', 'US'],
    ['US', 'IN'],
    ['IN', 'IN'],
    ['US', 'US'],
  ])('are found in %s and %s', (first, next) => {
    const [home, yale] = shared.rotations;
    const file = {
      ...shared,
      rotations: [
        { ...home, country: first },
        { ...yale, country: next },
      ],
    };
    expect(judged(file, NOVEMBER).findings[0]).toMatchObject({
      rule: 'overlap',
      severity: 'impossible',
      subject: 'r1/r2',
      text: expect.stringContaining('My own hospital DR rotation lasts until Fri, Jul 30, 2027'),
    });
  });

  test('and months apart are not, but a journey between countries takes two days', () => {
    const [home, yale] = shared.rotations;
    const found = (start: string) => {
      const moved = { ...yale, dates: { start, end: '2027-08-27' } };
      const { findings } = judged({ ...shared, rotations: [home, moved] }, NOVEMBER);
      return findings
        .map(({ rule }) => rule)
        .filter((rule) => rule === 'overlap' || rule === 'travel-gap');
    };
    expect(found('2027-07-31')).toEqual(['travel-gap']);
    expect(found('2027-08-02')).toEqual([]);
  });
});

describe('the influenza vaccination', () => {
  const july = fileOf('influenza-july');
  const flu = (file: object, now: Instant) =>
    judged(file, now).nudges.filter(({ subject }) => subject.endsWith('/influenza'));
  const november = {
    status: 'collecting',
    dates: { start: '2027-11-01', end: '2027-11-26' },
    checklist: [],
  };

  test('that the host has accepted for July is done', () => {
    expect(flu(july, MAY)).toEqual([]);
  });

  test.each([
    ['2027-06-07', '2027-07-02'],
    ['2027-07-05', '2027-07-30'],
    ['2027-08-30', '2027-09-24'],
  ])('is not asked for from %s to %s, outside the season', (start, end) => {
    const file = withRotation(july, { dates: { start, end }, checklist: [] });
    expect(flu({ ...file, documents: [] }, MAY)).toEqual([]);
  });

  test.each([
    ['2027-10-04', '2027-10-29'],
    ['2028-01-10', '2028-02-04'],
    ['2027-09-13', '2027-10-08'],
  ])('is asked for from %s to %s, in the season', (start, end) => {
    const file = withRotation(july, { dates: { start, end }, checklist: [] });
    expect(flu(file, MAY)).toHaveLength(1);
  });

  test('is asked for in July where the host asks, and last fall’s dose serves', () => {
    const asked = withRotation(july, { checklist: [{ kind: 'influenza', status: 'to-do' }] });
    expect(flu(asked, MAY)[0]?.next).toBe(
      'Flu shot: the one of Mon, Oct 12, 2026 covers the rotation. Send it to the host.',
    );
  });

  test.each([
    ['with last fall’s dose', july.documents],
    ['with none', []],
  ])('of a coming season is due and emailed only once its vaccine is there, %s', (_, documents) => {
    for (const [start, end] of [
      ['2027-10-04', '2027-10-29'],
      ['2027-09-13', '2027-10-08'],
      ['2027-11-01', '2027-11-26'],
    ]) {
      const file = withRotation(july, { ...november, dates: { start, end } });
      const [nudge] = flu({ ...file, documents }, MAY);
      expect(nudge?.due && nudge.due >= '2027-09-01' && nudge.due < `${start}`).toBe(true);
      const emailed = emailDays(factsOf({ ...file, documents }, MAY), PUBLISHED_WORLD, MAY);
      expect(emailed.get('due/G14/r1/influenza')?.slice(0, 7)).toBe('2027-09');
    }
  });

  test('says which dose ends too early, and from when one covers the rotation', () => {
    expect(flu(withRotation(july, november), MAY)[0]?.next).toBe(
      'Flu shot: the one of Mon, Oct 12, 2026 expires 57 days before the rotation ends. One issued on or after Wed, Sep 1, 2027 covers it.',
    );
  });
});

describe('two documents of one kind', () => {
  const two = fileOf('two-documents-of-one-kind');

  test('in either order: the one that covers the rotation counts, and is named', () => {
    for (const documents of [two.documents, two.documents?.toReversed()]) {
      const { nudges } = judged({ ...two, documents }, SEPTEMBER);
      expect(nudges.find(({ subject }) => subject === 'r1/influenza')?.next).toBe(
        'Flu shot: the one of Wed, Sep 15, 2027 covers the rotation. Send it to the host.',
      );
    }
  });

  test.each(['tb', 'english', 'background-check', 'malpractice'])('so do two of %s', (kind) => {
    const documents = [
      { kind, issuedOn: '2024-01-08', expiresOn: '2025-01-08' },
      { kind, issuedOn: '2027-01-11', expiresOn: '2028-01-11' },
    ];
    for (const held of [documents, documents.toReversed()]) {
      const { nudges } = judged({ ...two, documents: held }, SEPTEMBER);
      expect(nudges.find(({ subject }) => subject === `r1/${kind}`)?.next).toContain(
        'the one of Mon, Jan 11, 2027 covers the rotation',
      );
    }
  });
});

function judged(file: object, now: Instant): PlanReport {
  return planReport(factsOf(file, now), PUBLISHED_WORLD, now);
}

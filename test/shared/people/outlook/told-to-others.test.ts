/** An outlook is read by advisors as well: no line of it speaks to the person whose plan it is. */
import { describe, expect, test } from 'vitest';
import { DAY_MS, dayIn, EASTERN, type Instant, plusMs } from '#shared/base/time/instant.ts';
import { sentenceOf } from '#shared/cohort/risk/finding.ts';
import { dueWords } from '#shared/cohort/risk/of-matter.ts';
import { risksOf } from '#shared/cohort/risk/risks-of.ts';
import { ROTATION_SHEET } from '#shared/cohort/table/sheets.ts';
import { outlookOf, withOutlook } from '#shared/people/outlook/look-ahead.ts';
import { summaryOfApplicant } from '#shared/people/outlook/summary.ts';
import { closedReasonSchema, type Rotation } from '#shared/plan/facts/rotation.ts';
import { rotationsTable } from '#shared/views/pages/report/person-page.ts';
import { stateWords } from '#shared/views/pages/rotation-words.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { alice, bob, carol } from '../../../cast.ts';
import {
  acceptedAtBrown,
  aliceFacts,
  midwayAtBrown,
  NOVEMBER,
  storyOf,
} from '../../plan/moves/stories.ts';

const JULY: Instant = '2027-07-20T15:00:00.000Z';
const YOU = /\byou(r|rs|rself)?\b/i;

const offered = storyOf()
  .report(NOVEMBER, { type: 'applied', rotationId: 'r1' })
  .report(NOVEMBER, { type: 'offered', rotationId: 'r1', expiresOn: '2026-12-20' });
const asked = midwayAtBrown()
  .report(JULY, { type: 'task-given', rotationId: 'r1', title: 'Catheters', on: '2027-07-20' })
  .report(JULY, {
    type: 'letter-asked',
    rotationId: 'r1',
    writer: { name: 'Dr. Ito', specialty: 'ir' },
  });

const PLANS = [
  aliceFacts(),
  storyOf({ ...offered.rotation, windowClosesOn: '2027-01-10' }).facts,
  offered.facts,
  acceptedAtBrown().facts,
  midwayAtBrown().facts,
  asked.facts,
  bob().facts,
  carol().facts,
];

describe('what an advisor reads of a plan', () => {
  test('has deadlines whose title, certainty, and source do not say “you”', () => {
    const lines = PLANS.flatMap((facts) =>
      outlookOf(alice({ facts }), PUBLISHED_WORLD, NOVEMBER).due.map(
        (due) => `${due.rule}: ${due.title}, ${dueWords(due)}`,
      ),
    );
    expect(new Set(lines.map((line) => line.split(':')[0])).size).toBeGreaterThan(8);
    expect(lines.filter((line) => line.includes('entered by the applicant'))).not.toEqual([]);
    expect(lines.filter((line) => YOU.test(line))).toEqual([]);
  });

  test('has findings whose sentences speak to nobody, on every plan and each day of a season', () => {
    const days = Array.from({ length: 24 }, (_, n) => plusMs(NOVEMBER, n * 21 * DAY_MS));
    const findings = PLANS.flatMap((facts) =>
      days.flatMap((at) =>
        risksOf(
          summaryOfApplicant(withOutlook(alice({ facts }), PUBLISHED_WORLD, at)),
          dayIn(EASTERN, at),
        ),
      ),
    );
    const lines = new Set(
      findings.flatMap((each) => [`${each.code} ${sentenceOf(each)}`, ...each.words().data]),
    );
    expect(new Set(findings.map(({ code }) => code)).size).toBeGreaterThan(6);
    expect([...lines].filter((line) => YOU.test(line))).toEqual([]);
  });

  test.each(['a table of the report', 'the sheet of an export'])('has standings in %s', (where) => {
    const rotations = PLANS.flatMap((facts) => facts.rotations).concat(
      closedReasonSchema.options.map(closedFor),
    );
    const reported = rotations.map((rotation) => textOf(rotation, where));
    expect(reported.join('\n')).toContain('the applicant’s answer');
    expect(reported.filter((line) => YOU.test(line))).toEqual([]);
  });

  test('while the applicants themselves read “you”', () => {
    expect(stateWords(storyOf().rotation, 'applicant')).toBe('on your list');
    expect(stateWords(closedFor('withdrawn'), 'applicant')).toBe('closed, withdrawn by you');
    expect(stateWords(closedFor('withdrawn'), 'advisor')).toBe(
      'closed, withdrawn by the applicant',
    );
  });
});

function closedFor(reason: NonNullable<Rotation['closed']>['reason']): Rotation {
  const { rotation } = storyOf();
  return { ...rotation, stage: 'closed', status: 'closed', closed: { reason, at: NOVEMBER } };
}

function textOf(rotation: Rotation, where: string): string {
  const applicant = alice({ facts: aliceFacts({ rotations: [rotation] }) });
  if (where === 'a table of the report')
    return String(rotationsTable(summaryOfApplicant(applicant), '2027-01-04'));
  const [status] = ROTATION_SHEET.filter(({ header }) => header === 'Status in words');
  return String(status?.of({ applicant, rotation } as Parameters<typeof status.of>[0]));
}

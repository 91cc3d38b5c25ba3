/** The tables of an export: a line per applicant, per rotation, and per reason. Imports can read the first two back. */
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { RISK_CODES, RISK_LEVELS } from '#shared/people/casework/codes.ts';
import { withOutlook } from '#shared/people/outlook/look-ahead.ts';
import { openCaseIn, summaryOfApplicant } from '#shared/people/outlook/summary.ts';
import { type Applicant, isDeleted } from '#shared/people/person/applicant.ts';
import { reachSchema } from '#shared/people/person/person.ts';
import { writeDocument, writePaper } from '#shared/plan/documents/stated-document.ts';
import { isInEras, isOpen } from '#shared/plan/facts/letter.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { statusWords } from '#shared/plan/facts/stages.ts';
import { writeLetter } from '#shared/plan/letters/stated-letter.ts';
import { PARTY_WORDS } from '#shared/words/plan-words.ts';
import type { Mode } from '#shared/world/vocabulary.ts';
import type { World } from '#shared/world/world.ts';
import { PERSON_COLORS } from '../report/filters.ts';
import { type ReportRow, reportRow } from '../report/row.ts';
import type { Finding } from '../risk/finding.ts';
import { CHOICES } from './choices.ts';
import { type Cell, count, day, type SheetColumn, sentence, text } from './column.ts';
import { APPLICANT_FIELDS, COLUMNS, type Field, ROTATION_FIELDS } from './columns.ts';

export interface SheetTerms {
  readonly world: World;
  readonly now: Instant;
}

interface ApplicantRow {
  readonly applicant: Applicant;
  readonly report: ReportRow;
}

interface ReasonRow {
  readonly report: ReportRow;
  readonly finding: Finding;
}

interface RotationRow {
  readonly applicant: Applicant;
  readonly rotation: Rotation;
}

export const APPLICANT_SHEET: readonly SheetColumn<ApplicantRow>[] = [
  text('Applicant ID', ({ applicant }) => applicant.id),
  ...APPLICANT_FIELDS.map((field) =>
    imported<ApplicantRow>(field, ({ applicant }) => applicantField(applicant, field)),
  ),
  text('Risk', ({ report }) => report.color, PERSON_COLORS),
  day('Risk since', ({ report }) => report.levelSince),
  text(
    'Reasons',
    ({ report }) => [...new Set(report.findings.map(({ code }) => code))].join(' ') || undefined,
  ),
  sentence('Reason', ({ report }) => report.findings[0]?.words().reason),
  sentence('Action', ({ report }) => report.findings[0]?.words().action),
  day('Reason since', ({ report }) => report.findings[0]?.since),
  text('Next to act', ({ report }) => nextToAct(report), Object.values(PARTY_WORDS)),
  text('Case owner', ({ report }) => openCaseIn(report.of)?.owner),
  day('Follow up on', ({ report }) => openCaseIn(report.of)?.followUpOn),
  text('Reachable', ({ applicant }) => applicant.reach, reachSchema.options),
  count('Rotations planned', ({ report }) => report.rotations.planned),
  count('Applied for', ({ report }) => report.rotations.applied),
  count('Offered', ({ report }) => report.rotations.offered),
  count('Confirmed', ({ report }) => report.rotations.confirmed),
  count('Done', ({ report }) => report.rotations.done),
  day('First US IR day', ({ report }) => report.firstIrStart),
  text('Next deadline', ({ report }) => report.next?.title),
  day('Start it by', ({ report }) => report.next?.startBy),
  day('Next deadline on', ({ report }) => report.next?.day),
  text('Next deadline is', ({ report }) => report.next && (report.next.hard ? 'hard' : 'advised'), [
    'hard',
    'advised',
  ]),
  count('Slack (days)', ({ report }) => report.slackDays),
  text('Waiting on', ({ report }) => report.waitingOn.join(' ') || undefined),
  count('Documents cleared', ({ report }) => report.documents.cleared),
  count('Documents pending', ({ report }) => report.documents.pending),
  count('Documents expiring early', ({ report }) => report.documents.expiring),
  count('Letters in ERAS', ({ report }) => report.lettersIn.length),
  count('Of these from observerships', ({ report }) => manyOf(report, 'observer')),
  count('Of these from research', ({ report }) => manyOf(report, 'research')),
  { header: 'US IR letter in ERAS', type: 'yes-no', of: ({ report }) => report.hasUsIrLetter },
  day('Last active', ({ report }) => report.of.activeOn),
  day('Last emailed', ({ report }) => report.of.emailedOn),
  { header: 'Enrolled here', type: 'moment', of: ({ applicant }) => applicant.createdAt },
];

export const ROTATION_SHEET: readonly SheetColumn<RotationRow>[] = [
  text('Applicant ID', ({ applicant }) => applicant.id),
  ...(['name', 'address', 'zone'] as const).map((field) =>
    imported<RotationRow>(field, ({ applicant }) => applicant.facts.profile[field]),
  ),
  ...ROTATION_FIELDS.map((field) =>
    imported<RotationRow>(field, ({ rotation }) => rotationField(rotation, field)),
  ),
  text('Status in words', ({ rotation }) =>
    statusWords(rotation.stage, rotation.status, 'advisor'),
  ),
  count('Documents', ({ rotation }) => rotation.checklist.length),
  count(
    'Documents cleared',
    ({ rotation }) => rotation.checklist.filter(({ status }) => status === 'cleared').length,
  ),
  count('Letters open', ({ rotation }) => rotation.letters.filter(isOpen).length),
  count('Letters in ERAS', ({ rotation }) => rotation.letters.filter(isInEras).length),
];

/** Everything that the report says about a person, in its words. */
export const FINDING_SHEET: readonly SheetColumn<Pick<ReasonRow, 'finding'>>[] = [
  text('Code', ({ finding }) => finding.code, RISK_CODES),
  text('Level', ({ finding }) => finding.level, RISK_LEVELS),
  sentence('Reason', ({ finding }) => finding.words().reason),
  sentence('Action', ({ finding }) => finding.words().action),
  text('Next to act', ({ finding }) => PARTY_WORDS[finding.owner], Object.values(PARTY_WORDS)),
  day('Reason since', ({ finding }) => finding.since),
  day('Possible until', ({ finding }) => finding.lastDay),
  text('Rotation ID', ({ finding }) => finding.rotationId),
  sentence('Data', ({ finding }) => finding.words().data.join('; ') || undefined),
];

export const REASON_SHEET: readonly SheetColumn<ReasonRow>[] = [
  text('Applicant ID', ({ report }) => report.of.id),
  text('Name', ({ report }) => report.of.name),
  ...FINDING_SHEET,
  text('Case owner', ({ report }) => openCaseIn(report.of)?.owner),
  day('Follow up on', ({ report }) => openCaseIn(report.of)?.followUpOn),
];

function nextToAct({ findings: [first] }: ReportRow): string | undefined {
  return first && PARTY_WORDS[first.owner];
}

function manyOf({ lettersIn }: ReportRow, of: Mode): number {
  return lettersIn.filter((mode) => mode === of).length;
}

/** One applicant's rows in each table; none for a deleted plan. */
export function rowsOf(
  applicant: Applicant,
  { world, now }: SheetTerms,
): { applicants: ApplicantRow[]; rotations: RotationRow[]; reasons: ReasonRow[] } {
  if (isDeleted(applicant)) return { applicants: [], rotations: [], reasons: [] };
  // As it is at this moment, whenever the last visit was.
  const report = reportRow(summaryOfApplicant(withOutlook(applicant, world, now)), now);
  return {
    applicants: [{ applicant, report }],
    rotations: applicant.facts.rotations.map((rotation) => ({ applicant, rotation })),
    reasons: report.findings.map((finding) => ({ report, finding })),
  };
}

/** `Match-2028-2027-09-03` */
export function exportName(cohortName: string, now: Instant): string {
  const plain = cohortName.normalize('NFKD').replaceAll(/[^A-Za-z0-9]+/g, '-');
  return `${plain.replaceAll(/^-|-$/g, '') || 'cohort'}-${dayIn(EASTERN, now)}`;
}

function applicantField({ facts }: Applicant, field: (typeof APPLICANT_FIELDS)[number]): Cell {
  switch (field) {
    case 'papers':
      return linesOf(facts.documents.map(writePaper));
    case 'ownLetters':
      return linesOf((facts.letters ?? []).map(writeLetter));
    case 'erasSubmittedOn':
      return facts.erasSubmittedOn;
    default:
      return facts.profile[field];
  }
}

function linesOf(lines: readonly string[]): Cell {
  return lines.join('\n') || undefined;
}

function rotationField(rotation: Rotation, field: (typeof ROTATION_FIELDS)[number]): Cell {
  switch (field) {
    case 'rotationId':
      return rotation.id;
    case 'host':
      return rotation.host.name;
    case 'institutionId':
      return rotation.host.institutionId;
    case 'programCode':
      return rotation.host.programCode;
    case 'start':
      return rotation.dates?.start;
    case 'end':
      return rotation.dates?.end;
    case 'offerExpiresOn':
      return rotation.offer?.expiresOn;
    case 'closedReason':
      return rotation.closed?.reason;
    case 'documents':
      return linesOf(rotation.checklist.map(writeDocument));
    case 'letters':
      return linesOf(rotation.letters.map(writeLetter));
    default:
      return rotation[field];
  }
}

function imported<Row>(field: Field, of: (row: Row) => Cell): SheetColumn<Row> {
  const { header, type } = COLUMNS[field];
  const choices = CHOICES[field];
  return { header, type, of, ...(choices && { choices }) };
}

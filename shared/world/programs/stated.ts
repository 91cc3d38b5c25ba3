/** What a host's page says about one topic, in its own words, as one line; undefined if it says nothing. */
import { phraseUsd } from '#shared/base/sentence.ts';
import { withDays } from '#shared/base/time/phrase.ts';
import { HOST_CELLS, type HostField } from '../corrections/host-cells.ts';
import type { Institution } from './institution.ts';

export const STATED_TOPICS = [
  'students',
  'graduates',
  'citizenship',
  'mode',
  'department',
  'route',
  'time',
  'months',
  'length',
  'answer',
  'fees',
  'visa',
  'english',
  'exams',
  'papers',
  'health',
  'insurance',
  'letters',
] as const;
export type StatedTopic = (typeof STATED_TOPICS)[number];

export function statedOf(
  { offering }: Pick<Institution, 'offering'>,
  topic: StatedTopic,
): string | undefined {
  const lines = linesOf(offering, topic).filter((line) => line !== undefined);
  return lines.length > 0 ? withDays(lines.join('; ')) : undefined;
}

function linesOf(of: Institution['offering'], topic: StatedTopic): (string | undefined)[] {
  switch (topic) {
    case 'students':
      return [words('students', of.students), ...(of.studentsCondition ?? [])];
    case 'graduates':
      return [words('graduates', of.graduates), ...(of.graduatesCondition ?? [])];
    case 'citizenship':
      return of.citizenship ?? [];
    case 'mode':
      return [of.mode === 'unclear' ? undefined : of.mode];
    case 'department':
      return [
        of.radiology && `radiology ${of.radiology}`,
        of.interventional && `IR ${of.interventional}`,
        ...(of.departments ?? []),
      ];
    case 'route':
      return [...(of.routes ?? []).map((route) => words('routes', route)), ...(of.applyAt ?? [])];
    case 'time':
      return [...labeled('opens', of.opens), ...labeled('apply', of.deadline)];
    case 'months':
      return of.months ?? [];
    case 'length':
      return of.maxLength ?? [];
    case 'answer':
      return of.decision ?? [];
    case 'fees':
      return [
        ...(of.read?.fees ?? [])
          .filter(({ kind }) => kind === 'application')
          .map(({ usd }) => `application ${phraseUsd(usd)}`),
        ...labeled('tuition', of.tuition),
        ...(of.feeNotes ?? []),
      ];
    case 'papers':
      return [...(of.papersWithApplication ?? []), ...(of.papersAfterAcceptance ?? [])];
    case 'letters':
      return [words('letters', of.letters)];
    case 'visa':
    case 'english':
    case 'exams':
    case 'health':
    case 'insurance':
      return of[topic] ?? [];
  }
}

function labeled(label: string, lines: readonly string[] | undefined): string[] {
  return (lines ?? []).map((line) => `${label}: ${line}`);
}

function words(field: HostField, value: string | undefined): string | undefined {
  return value && HOST_CELLS[field].choices[value];
}

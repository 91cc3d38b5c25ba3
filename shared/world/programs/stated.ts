/** What a host's page says of one topic, in its words, as one line; undefined where it says nothing. */
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

export function statedOf({ offering }: Institution, topic: StatedTopic): string | undefined {
  const lines = linesOf(offering, topic).filter((line) => line !== undefined);
  return lines.length > 0 ? lines.join('; ') : undefined;
}

function linesOf(of: Institution['offering'], topic: StatedTopic): (string | undefined)[] {
  switch (topic) {
    case 'students':
      return [of.students && STUDENTS[of.students], ...(of.studentsCondition ?? [])];
    case 'graduates':
      return [of.graduates && GRADUATES[of.graduates], ...(of.graduatesCondition ?? [])];
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
      return [...(of.routes ?? []), ...(of.applyAt ?? [])];
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
          .map(({ usd }) => `application ${usd} US dollars`),
        ...labeled('tuition', of.tuition),
        ...(of.feeNotes ?? []),
      ];
    case 'papers':
      return [...(of.papersWithApplication ?? []), ...(of.papersAfterAcceptance ?? [])];
    case 'letters':
      return [of.letters && LETTERS[of.letters]];
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

const STUDENTS = {
  yes: 'takes students of schools outside the US',
  'partners-only': 'takes students of partner schools only',
  'named-schools': 'takes students of named schools only',
  no: 'takes no students of schools outside the US',
} as const;

const GRADUATES = {
  yes: 'takes graduates',
  'trained-only': 'takes physicians trained or in training abroad only',
  no: 'takes no graduates',
} as const;

const LETTERS = {
  yes: 'letters of recommendation are possible',
  no: 'grants no letters',
  'evaluation-only': 'writes an evaluation, no letter',
} as const;

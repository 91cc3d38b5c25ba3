/** What a host's page says about one topic, in its own words, as one line; undefined if it says nothing. */
import { phraseUsd } from '#shared/base/sentence.ts';
import { withDays } from '#shared/base/time/phrase.ts';
import { HOST_CELLS, type HostField } from '../corrections/host-cells.ts';
import type { Offering } from '../hosts/offering.ts';
import type { Institution } from './institution.ts';

type Lines = readonly (string | undefined)[] | undefined;

/** What each topic's columns hold. */
const LINES = {
  students: (of) => [words('students', of.students), ...(of.studentsCondition ?? [])],
  graduates: (of) => [words('graduates', of.graduates), ...(of.graduatesCondition ?? [])],
  citizenship: (of) => of.citizenship,
  mode: (of) => [of.mode === 'unclear' ? undefined : of.mode],
  department: (of) => [
    of.radiology && `radiology ${of.radiology}`,
    of.interventional && `IR ${of.interventional}`,
    ...(of.departments ?? []),
  ],
  route: (of) => [
    ...(of.routes ?? []).map((route) => words('routes', route)),
    ...(of.applyAt ?? []),
  ],
  time: (of) => [...labeled('opens', of.opens), ...labeled('apply', of.deadline)],
  months: (of) => of.months,
  length: (of) => of.maxLength,
  answer: (of) => of.decision,
  fees: (of) => [
    ...(of.read?.fees ?? [])
      .filter(({ kind }) => kind === 'application')
      .map(({ usd }) => `application ${phraseUsd(usd)}`),
    ...labeled('tuition', of.tuition),
    ...(of.feeNotes ?? []),
  ],
  visa: (of) => of.visa,
  english: (of) => of.english,
  exams: (of) => of.exams,
  papers: (of) => [...(of.papersWithApplication ?? []), ...(of.papersAfterAcceptance ?? [])],
  health: (of) => of.health,
  insurance: (of) => of.insurance,
  letters: (of) => [words('letters', of.letters)],
} as const satisfies Readonly<Record<string, (of: Offering) => Lines>>;

export type StatedTopic = keyof typeof LINES;
export const STATED_TOPICS = Object.keys(LINES) as StatedTopic[];

export function statedOf(
  { offering }: Pick<Institution, 'offering'>,
  topic: StatedTopic,
): string | undefined {
  const stated: Lines = LINES[topic](offering);
  const lines = stated?.filter((line) => line !== undefined) ?? [];
  return lines.length > 0 ? withDays(lines.join('; ')) : undefined;
}

function labeled(label: string, lines: readonly string[] | undefined): string[] {
  return (lines ?? []).map((line) => `${label}: ${line}`);
}

function words(field: HostField, value: string | undefined): string | undefined {
  return value && HOST_CELLS[field].choices[value];
}

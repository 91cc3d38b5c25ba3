/** Papers by the words in which anybody would recognize them, and how long each counts (facts.md, section 6). */
import { type Day, plusDays, plusMonths } from '#shared/base/time/day.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { fluSeasonOf, isOutsideFluSeason, type Situation } from './situation.ts';

type Kind = Rotation['checklist'][number]['kind'];

interface Paper {
  readonly says: RegExp;
  /** Until when one that was issued on a day counts; absent where no period was found. */
  readonly until?: (issuedOn: Day) => Day;
}

const months = (count: number) => (issuedOn: Day) => plusMonths(issuedOn, count);

export const PAPERS: Partial<Record<Kind, Paper>> = {
  mmr: { says: /\bMMR\b|measles/i },
  varicella: { says: /varicella|chickenpox/i },
  'hepatitis-b': { says: /hepatitis B/i },
  tb: { says: /\bTB\b|tuberculosis/i, until: months(12) },
  influenza: { says: /influenza|\bflu\b/i },
  tdap: { says: /\bTdap\b/i, until: months(120) },
  'background-check': { says: /background check/i, until: months(12) },
  'drug-screen': { says: /drug screen/i, until: (issuedOn) => plusDays(issuedOn, 60) },
  'health-insurance': { says: /health insurance/i },
  malpractice: { says: /malpractice/i },
  english: { says: /English proof|TOEFL|IELTS/i, until: months(24) },
  transcript: { says: /\btranscript\b/i },
  bls: { says: /\bBLS\b|\bACLS\b/i, until: months(24) },
  hipaa: { says: /\bHIPAA\b/i, until: months(12) },
  'mask-fit': { says: /mask fit/i, until: months(12) },
};

/** A rotation's paper that is accepted, and counts to the last day. */
export function isAcceptedForGood(kind: Kind, rotation: Rotation, { facts }: Situation): boolean {
  const line = rotation.checklist.find((each) => each.kind === kind);
  if (line?.status !== 'cleared') return false;
  const last = lastDayOf(kind, facts.documents);
  const end = rotation.dates?.end;
  return !(last && end && last < end) && kind !== 'influenza';
}

/** Of the one that counts longest; undefined where none says it, or no period was found. */
export function lastDayOf(kind: Kind, held: Situation['facts']['documents']): Day | undefined {
  return held
    .filter((document) => document.kind === kind)
    .map(({ issuedOn, expiresOn }) => expiresOn ?? (issuedOn && PAPERS[kind]?.until?.(issuedOn)))
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
}

/** The flu shot where nobody asks for one, or before this year's can be had: not before August. */
export function isFluAskedInVain(rotation: Rotation, { today }: Pick<Situation, 'today'>): boolean {
  const line = rotation.checklist.find(({ kind }) => kind === 'influenza');
  const { dates } = rotation;
  if (!line || !dates) return false;
  if (line.askedBy === 'default' && isOutsideFluSeason(dates)) return true;
  return today < `${fluSeasonOf(dates)}-08-01`;
}

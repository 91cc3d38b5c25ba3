/** A subject, a preview, and a calendar can be read by others, so they name no visa and no health paper. */
import type { Matter, View } from '#shared/agenda/matter.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import type { DocumentKind } from '#shared/world/hosts/document-kinds.ts';

/** How someone enters is asked of everyone, so the question reveals nothing. */
const OF_ENTRY = ['G13', 'visa', 'esta', 'entry-until', 'visa-wait', 'appointment-day'];

const PRIVATE_PAPERS: readonly DocumentKind[] = [
  'mmr',
  'varicella',
  'hepatitis-b',
  'tb',
  'influenza',
  'tdap',
  'background-check',
  'drug-screen',
  'health-insurance',
  'mask-fit',
  'passport',
  'visa',
  'esta',
];

/** What replaces a private matter's title where others may read it; undefined for any other matter. */
export function discreetTitle(
  { rule, kind, about }: Matter,
  { facts }: Pick<View, 'facts'>,
): string | undefined {
  const isPrivate =
    OF_ENTRY.includes(rule) ||
    about.gate === 'visa' ||
    (about.paper !== undefined && PRIVATE_PAPERS.includes(about.paper));
  if (!isPrivate) return undefined;
  const rotation = facts.rotations.find(({ id }) => id === about.rotationId);
  const of = rotation ? `for your ${nameOf(rotation)}` : 'for your plan';
  return kind === 'question' ? `one question ${of}` : `one step ${of}`;
}

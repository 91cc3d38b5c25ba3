/** Documents as lines in a sheet: a rotation's checklist, `tb | cleared`, and the documents that a person has. */
import {
  type ChecklistItem,
  type HeldDocument,
  heldDocumentSchema,
  type StatedDocument,
  statedDocumentSchema,
} from '../facts/document.ts';
import { holderAfter } from './checklist.ts';

export const DOCUMENT_LINE = 'one document per line: tb | submitted | host';
export const PAPER_LINE =
  'one document per line: tb | issued 2027-01-04 | expires 2028-01-03 | kept at the blue folder';

export function writeDocument({ kind, status, heldBy }: ChecklistItem): string {
  return [kind, status, heldBy].join(' | ');
}

/** @returns undefined for a malformed line */
export function readDocument(line: string): StatedDocument | undefined {
  const [kind, status, heldBy, ...others] = partsOf(line);
  if (others.length > 0) return undefined;
  const read = statedDocumentSchema.safeParse({ kind, status, ...(heldBy && { heldBy }) });
  return read.success ? read.data : undefined;
}

export function writePaper({ kind, issuedOn, expiresOn, keptAt }: HeldDocument): string {
  return [
    kind,
    ...(issuedOn ? [`issued ${issuedOn}`] : []),
    ...(expiresOn ? [`expires ${expiresOn}`] : []),
    ...(keptAt ? [`kept at ${keptAt}`] : []),
  ].join(' | ');
}

/** @returns undefined for a malformed line. The place comes last, since it is free text. */
export function readPaper(line: string): HeldDocument | undefined {
  const cut = line.search(/\|\s*kept at /i);
  const [kind, ...days] = partsOf(cut === -1 ? line : line.slice(0, cut));
  const said: Record<string, unknown> = { kind };
  if (cut !== -1) said.keptAt = line.slice(cut).replace(/^\|\s*kept at /i, '');
  for (const part of days) {
    const [, word, day] = /^(issued|expires) (\S+)$/.exec(part) ?? [];
    if (!word) return undefined;
    said[`${word}On`] = day;
  }
  const read = heldDocumentSchema.safeParse(said);
  const { issuedOn, expiresOn } = read.data ?? {};
  const isBackwards = issuedOn && expiresOn && expiresOn < issuedOn;
  return read.success && !isBackwards ? read.data : undefined;
}

/** The required documents with the sheet's statuses, and any others that the sheet lists. */
export function checklistStated(
  stated: readonly StatedDocument[],
  asked: readonly ChecklistItem[],
): ChecklistItem[] {
  const said = stated.map(
    ({ kind, status, heldBy }): ChecklistItem => ({
      kind,
      status,
      heldBy: heldBy ?? holderAfter({ kind, status }),
      askedBy: asked.find((item) => item.kind === kind)?.askedBy ?? 'default',
    }),
  );
  const ofKind = (kind: ChecklistItem['kind']) => said.find((item) => item.kind === kind);
  const more = said.filter(({ kind }) => !asked.some((item) => item.kind === kind));
  return [...asked.map((item) => ofKind(item.kind) ?? item), ...more];
}

function partsOf(line: string): string[] {
  return line.split('|').map((part) => part.trim().toLowerCase());
}

/** Documents in order of expiry, with the rotations that need them. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import type { Day } from '#shared/base/time/day.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import {
  judgeChecklist,
  lastValidDay,
  latestOf,
  type Standing,
  validityAt,
} from '#shared/plan/documents/judge.ts';
import type { Holder } from '#shared/plan/facts/document.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { nameOf } from '#shared/plan/rotation/kind.ts';
import { DOCUMENT_FACTS, type DocumentKind } from '#shared/world/hosts/document-kinds.ts';
import { link, list, section, table } from '../../components.ts';
import type { PageView } from '../person-page.ts';
import { standingStatus } from '../status.ts';

interface Use {
  readonly rotation: Rotation;
  readonly standing: Standing;
  readonly heldBy: Holder;
}

interface Row {
  readonly kind: DocumentKind;
  readonly validUntil: Day;
  /** Where the applicant keeps it; we store no documents. */
  readonly liesAt?: string;
  readonly uses: readonly Use[];
}

export function documentsTable(view: PageView): Html | string {
  const rows = rowsOf(view);
  const counts = view.applicant.facts.rotations
    .filter(({ checklist }) => checklist.length > 0)
    .filter(isBeforeEnd)
    .map((rotation) => countOf(rotation, view));
  if (rows.length + counts.length === 0) return '';
  return section(
    'documents',
    'Documents',
    html`${list(counts)}
${rows.length > 0 ? expiries(rows, view) : ''}`,
  );
}

function countOf(rotation: Rotation, { applicant, world, paths }: PageView): Html {
  const host = world.host(rotation.host.institutionId, rotation.mode);
  const standings = judgeChecklist(rotation, applicant.facts.documents, host);
  const done = standings.filter(({ word }) => word === 'cleared').length;
  return html`${link(paths.rotation(rotation.id), nameOf(rotation))}: ${done} of ${standings.length} done`;
}

function expiries(rows: readonly Row[], view: PageView): Html {
  return table(
    'The first to expire comes first. A document must be valid through the last day of a rotation.',
    ['Document', 'Valid until', 'Needed for'],
    rows.map(({ kind, validUntil, liesAt, uses }) => [
      html`${DOCUMENT_FACTS[kind].label}${liesAt ? html`<br><span class="quiet">${liesAt}</span>` : ''}`,
      `valid until ${phraseDay(validUntil)}`,
      uses.length > 0
        ? uses.map((use) => useOf(use, view))
        : html`<span class="quiet">no rotation yet</span>`,
    ]),
  );
}

function useOf({ rotation, standing, heldBy }: Use, { applicant, now, paths }: PageView): Html {
  const today = dayIn(applicant.facts.profile.zone, now);
  return html`<div>${standingStatus(standing, heldBy, today)}, <a href="${paths.rotation(rotation.id)}">${nameOf(rotation)}</a></div>`;
}

function isBeforeEnd({ stage }: Rotation): boolean {
  return stage === 'documents' || stage === 'rotate';
}

/** Documents with a known last valid day, the earliest first. */
function rowsOf({ applicant, world }: PageView): Row[] {
  const { rotations, documents } = applicant.facts;
  const uses = rotations.filter(isBeforeEnd).flatMap((rotation) =>
    judgeChecklist(rotation, documents, world.host(rotation.host.institutionId, rotation.mode)).map(
      (standing, index): Use => ({
        rotation,
        standing,
        heldBy: rotation.checklist[index]?.heldBy ?? 'applicant',
      }),
    ),
  );
  const kinds = new Set([
    ...documents.map(({ kind }) => kind),
    ...uses.map(({ standing }) => standing.kind),
  ]);
  return [...kinds]
    .flatMap((kind): Row[] => {
      const ofKind = uses.filter(({ standing }) => standing.kind === kind);
      const held = latestOf(documents, kind);
      const byDefault = held && lastValidDay(held, validityAt(kind, undefined));
      const [first] = [
        ...ofKind.flatMap(({ standing }) => standing.validUntil ?? []),
        ...(byDefault ? [byDefault] : []),
      ].toSorted();
      const liesAt = held?.liesAt;
      return first ? [{ kind, validUntil: first, ...(liesAt && { liesAt }), uses: ofKind }] : [];
    })
    .toSorted((a, b) => (a.validUntil < b.validUntil ? -1 : 1));
}

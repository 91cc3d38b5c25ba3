/** A corrected sheet of hosts or programs as changes of the world, for the cohorts of the advisor who sends it. */
import { csvHeader, csvLine } from '#shared/base/csv.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { type Advisor, worksFor } from '#shared/people/advisor/advisor.ts';
import { explainCorrection } from '#shared/words/world-refusals.ts';
import { correctAll } from '#shared/world/corrections/change-world.ts';
import { changedWorld } from '#shared/world/corrections/changed-world.ts';
import { readSheet, type Sheet, type SheetProblem } from '#shared/world/corrections/read-sheet.ts';
import type { WorldRefusal } from '#shared/world/corrections/refusals.ts';
import type { WorldItem } from '#shared/world/corrections/world-item.ts';

/** Every line, or none of them. */
export function correctedBySheet(
  item: WorldItem,
  now: Instant,
  of: { readonly read: Sheet; readonly update: string; readonly advisor: Advisor },
): Result<{ item: WorldItem; lines: ReadonlySet<number> }, readonly SheetProblem[]> {
  const { id: advisorId, profile } = of.advisor;
  const cohortIds = worksFor(of.advisor);
  const unconfirmed = { by: profile.name, advisorId, cohortIds };
  const author = { update: of.update, unconfirmed };
  const changes = readSheet(of.read, changedWorld(item, cohortIds[0]), author);
  if (!changes.ok) return changes;
  const all = changes.value.map(({ line, correction }) => ({
    correction,
    reason: `line ${line} of a sheet`,
  }));
  const after = correctAll(item, all, profile.name, now);
  if (after.ok) {
    return success({ item: after.value, lines: new Set(changes.value.map(({ line }) => line)) });
  }
  return failure(
    after.failure.map(({ nth, refusal }) => {
      const { line = 1, column = '' } = changes.value[nth] ?? {};
      return { line, ...placeOf(refusal, column) };
    }),
  );
}

function placeOf(refusal: WorldRefusal, column: string): Pick<SheetProblem, 'column' | 'message'> {
  const { message, field = column } = explainCorrection(refusal);
  const isPage = ['checkedOn', 'source', 'certainty'].includes(field);
  return { column: isPage ? field : column, message };
}

/** The rest is not sent again; each line keeps its number. */
export function onlyChanged({ header, lines }: Sheet, kept: ReadonlySet<number>): string {
  const last = Math.max(...kept);
  const cellsAt = new Map(lines.map(({ line, cells }) => [line, cells]));
  const rows = Array.from({ length: last - 1 }, (_, at) =>
    kept.has(at + 2) ? csvLine([...(cellsAt.get(at + 2) ?? [])]) : '\r\n',
  );
  return `${csvHeader(header).replace(/^\ufeff/, '')}${rows.join('')}`;
}

/** `/advisors/c/<cohort>/import`: a sheet is uploaded, reviewed, and applied. */
import type { Context } from 'hono';
import { IMPORT_BYTES_MAX, LINE_CHARACTERS_MAX } from '#shared/base/limits.ts';
import { cohortPaths, PATHS } from '#shared/base/links/advisor-paths.ts';
import { lineSchema } from '#shared/base/text.ts';
import { answered, readAs } from '#shared/cohort/import/answer.ts';
import { isReady } from '#shared/cohort/import/check.ts';
import type { Import } from '#shared/cohort/import/import-item.ts';
import { importTemplate, type Mapping, mappingSchema } from '#shared/cohort/import/mapping.ts';
import { UPLOAD_ROWS_MAX } from '#shared/cohort/import/sheet.ts';
import { FIELDS, type Field } from '#shared/cohort/table/columns.ts';
import { ROLES, WORKERS } from '#shared/people/advisor/advisor.ts';
import { takeOne } from '#shared/people/applicant/requester-tally.ts';
import {
  fileTooLargePage,
  importPage,
  tooManySheetsPage,
} from '#shared/views/pages/advisors/import-page.ts';
import {
  importProgressPage,
  importReviewPage,
} from '#shared/views/pages/advisors/import-review-page.ts';
import { changeTo } from '../../change.ts';
import { judge, keepFile, startImport, tableOf } from '../../imports.ts';
import { anyFields, noFields, oneFile } from '../forms.ts';
import { fileHeaders } from '../route.ts';
import {
  type AdvisorDeps,
  type AdvisorRoute,
  type CohortVisitor,
  type ItemVisitor,
  ofCohort,
  ofItem,
} from './route.ts';

const RENEW_SECONDS = 2;
/** Smaller sheets take no time that anyone would notice. */
const LARGE_BYTES = 200_000;
const LARGE_PARTS = 2;

export function importRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  // A large file takes a second of processor time: several at once would hold up every page.
  const turn = inTurn();
  const checkedFile = async (item: Import) => {
    if (item.parts > LARGE_PARTS && !(await hasPlace(deps, item.cohortId))) return undefined;
    return turn(async () => {
      const table = await tableOf(deps.store, item);
      return { table, checked: await judge(deps, item, table) };
    });
  };
  const review = async (
    c: Context,
    visitor: ItemVisitor<'import'>,
    status: 200 | 422,
  ): Promise<Response> => {
    const { item } = visitor;
    const file = await checkedFile(item);
    if (!file) return c.html(tooManySheetsPage(visitor), 429);
    const { table, checked } = file;
    return c.html(importReviewPage(visitor, item, table, checked), status);
  };
  /** A question about a file that is not imported yet, and the file as the answer makes it. */
  const question = (
    path: string,
    as: (item: Import, said: ReadonlyMap<string, string>) => Promise<Import>,
  ) =>
    ofItem(WORKERS, 'import').post(path, anyFields, async (c, { cohort, item }, entries) => {
      if (item.state === 'uploaded') await deps.store.write(await as(item, new Map(entries)));
      return c.redirect(cohortPaths(cohort.id).importAt(item.id), 303);
    });

  return [
    ofCohort(WORKERS).get(PATHS.imports, (c, visitor) => c.html(importPage(visitor))),
    ofCohort(WORKERS).get(PATHS.importTemplate, (c) =>
      c.body(importTemplate(), 200, fileHeaders('away-rotations-template.csv')),
    ),
    ofCohort(WORKERS).post(
      PATHS.imports,
      oneFile,
      (c, visitor, sheet) => takeFile(deps, c, visitor, sheet),
      { bytesMax: IMPORT_BYTES_MAX, tooLarge: fileTooLargePage },
    ),
    ofItem(ROLES, 'import').get(PATHS.importAt(':importId'), (c, visitor) => {
      const { item } = visitor;
      if (item.state === 'applying') c.header('Refresh', String(RENEW_SECONDS));
      return item.state === 'uploaded'
        ? review(c, visitor, 200)
        : c.html(importProgressPage(visitor, item));
    }),
    question(PATHS.importMapping(':importId'), async (item, said) => {
      const mapping = mappingSchema.safeParse(mappingOf(said));
      return mapping.success ? readAs(item, mapping.data) : item;
    }),
    question(PATHS.importAnswers(':importId'), async (item, said) => {
      const file = await checkedFile(item);
      return file ? answered(item, file.table.header, file.checked, said) : item;
    }),
    ofItem(WORKERS, 'import').post(PATHS.importStart(':importId'), noFields, async (c, visitor) => {
      const { advisor, cohort, item } = visitor;
      if (item.state === 'uploaded') {
        const file = await checkedFile(item);
        if (!file) return c.html(tooManySheetsPage(visitor), 429);
        const { checked } = file;
        if (!isReady(checked)) return review(c, visitor, 422);
        const count = checked.people.length;
        if (await startImport(deps, item, count)) {
          deps.log('info', 'import-started', { personId: advisor.id, count });
          await deps.startJob({ kind: 'import', id: item.id });
        }
      }
      return c.redirect(cohortPaths(cohort.id).importAt(item.id), 303);
    }),
  ];
}

async function takeFile(
  deps: AdvisorDeps,
  c: Context,
  visitor: CohortVisitor,
  file: File,
): Promise<Response> {
  const { advisor, cohort } = visitor;
  if (file.size > LARGE_BYTES && !(await hasPlace(deps, cohort.id))) {
    return c.html(tooManySheetsPage(visitor), 429);
  }
  const name = lineSchema.safeParse(file.name.slice(0, LINE_CHARACTERS_MAX));
  const of = {
    id: deps.newId(),
    cohortId: cohort.id,
    by: advisor.id,
    fileName: name.success ? name.data : 'sheet.csv',
  };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kept = await keepFile(deps, of, bytes, UPLOAD_ROWS_MAX);
  return kept.ok
    ? c.redirect(cohortPaths(cohort.id).importAt(of.id), 303)
    : c.html(importPage(visitor, kept.failure), 422);
}

/** False once the cohort's large sheets of this hour were checked. */
async function hasPlace(deps: AdvisorDeps, cohortId: string): Promise<boolean> {
  return changeTo(deps, 'sign-ups', 'sheets', (tally, now) =>
    takeOne('sheets', tally, cohortId, now),
  );
}

/** One after the other, whatever becomes of those before. */
function inTurn(): <Made>(work: () => Promise<Made>) => Promise<Made> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
}

/** A value for every line overrides a column. */
function mappingOf(entries: ReadonlyMap<string, string>): Mapping {
  return Object.fromEntries(
    FIELDS.flatMap((field): [Field, NonNullable<Mapping[Field]>][] => {
      const always = entries.get(`${field}.always`)?.trim();
      const column = entries.get(`${field}.column`);
      return always ? [[field, { always }]] : column ? [[field, { column }]] : [];
    }),
  );
}

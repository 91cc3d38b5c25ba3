/** Archiving applicants at a season's end, bringing them back, and handing over an advisor's cases. */
import { OVER_DAYS } from '#shared/agenda/state.ts';
import { type Html, html } from '#shared/base/html.ts';
import { DELETION_DAYS } from '#shared/base/limits.ts';
import { cohortPaths } from '#shared/base/links/advisor-paths.ts';
import { counted } from '#shared/base/sentence.ts';
import { type Day, plusDays } from '#shared/base/time/day.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { CaseOwner } from '#shared/cohort/acts.ts';
import type { ReportRow } from '#shared/cohort/report/row.ts';
import {
  CLOSED_AT_ONCE_MAX,
  caseOwnersOf,
  casesOf,
  seasonEndOf,
} from '#shared/cohort/season-end.ts';
import { ARCHIVE_DAYS } from '#shared/people/applicant/archive.ts';
import type { Summary } from '#shared/people/outlook/summary.ts';
import type { World } from '#shared/world/world.ts';
import { banner, button, fold, link, list, section, select, tick } from '../../components.ts';
import { type CohortView, pageOfCohort } from '../advisors/frame.ts';
import { pageOf, pagesNav } from '../layout.ts';

interface ArchiveView extends CohortView {
  readonly team: readonly CaseOwner[];
  readonly rows: readonly ReportRow[];
  /** All who can be brought back. */
  readonly archived: readonly Summary[];
  readonly page: number;
  readonly world: World;
  readonly today: Day;
  readonly done?: string;
  newId(): string;
}

export function archivePage(view: ArchiveView): string {
  const { done } = view;
  return pageOfCohort(
    'Archive and season’s end',
    view,
    html`<h1>Archive and season’s end</h1>
${done ? banner('done', done) : ''}
${section('close', 'Close a season', closing(view))}
${section('hand-over', 'Hand over all of an advisor’s cases', handingOver(view))}
${section('archived', 'Archived', archivedList(view))}`,
  );
}

/** The page says before the press all that it will do. */
function closing({ cohort, rows, world, today, newId }: ArchiveView): Html {
  const { over, again, nextOn } = seasonEndOf(rows, world, today);
  const some = over.slice(0, CLOSED_AT_ONCE_MAX);
  if (some.length === 0) {
    return html`<p>No one’s season is over.
${nextOn ? `The next one is over on ${phraseDay(nextOn)}, more than ${OVER_DAYS} days after Match Day.` : ''}
To archive someone earlier, select them in the report.</p>`;
  }
  const part = over.length > some.length ? ` (the first ${some.length} of ${over.length})` : '';
  return html`<p>One press archives ${counted(some.length, 'applicant')} whose season is over${part}. Each is notified.
They keep their plans, with the reminders they chose, until they delete them.</p>
<p>You can bring each back for ${ARCHIVE_DAYS} days; their cases are erased on ${phraseDay(plusDays(today, ARCHIVE_DAYS))}. No plan is erased with this press:
a plan is erased ${DELETION_DAYS} days after its owner deletes it.</p>
<form method="post" action="${cohortPaths(cohort.id).acts}">
<input type="hidden" name="update" value="${newId()}"><input type="hidden" name="from" value="archive">
${fold(
  `Who is archived (${some.length}): clear the box of anyone who applies again`,
  some.map(({ of }) =>
    tick(
      { id: `close-${of.id}`, label: `${of.name}, Match ${of.matchYear}` },
      html`name="person" value="${of.id}" checked`,
    ),
  ),
)}
<button name="act" value="archive">Archive those whose season is over</button></form>
${again.length > 0 ? fold(`Who stays: they apply in a later Match (${again.length})`, names(cohort, again)) : ''}`;
}

function names(cohort: CohortView['cohort'], rows: readonly ReportRow[]): Html | '' {
  const lines = rows.map(
    ({ of }) =>
      html`${link(cohortPaths(cohort.id).personAt(of.id), of.name)} Match ${of.matchYear}`,
  );
  return list(lines, CLOSED_AT_ONCE_MAX);
}

function handingOver({ cohort, rows, team, newId }: ArchiveView): Html {
  const owners = caseOwnersOf(rows, team);
  if (owners.length === 0) return html`<p>No open case has an owner.</p>`;
  const from = owners.map((owner) => {
    const left = team.some(({ id }) => id === owner.id) ? '' : ', no longer in the cohort';
    const cases = counted(casesOf(rows, owner).length, 'case');
    return [owner.id, `${owner.name}${left} (${cases})`] as const;
  });
  const other = team.find(({ id }) => id !== owners[0]?.id);
  return html`<form method="post" action="${cohortPaths(cohort.id).handOver}"><input type="hidden" name="update" value="${newId()}">
${select({ id: 'from', label: 'From', name: 'from' }, from)}
${select(
  {
    id: 'to',
    label: 'To',
    name: 'to',
    hint: 'They get an email. Notes and follow-up days stay.',
    ...(other && { chosen: other.id }),
  },
  team.map(({ id, name }) => [id, name]),
)}
<button>Hand over all cases</button></form>`;
}

const ARCHIVED_SHOWN = 25;

/** The latest first. */
function archivedList({ cohort, archived, page: asked, newId }: ArchiveView): Html {
  if (archived.length === 0) return html`<p>There is no one to bring back.</p>`;
  const newest = archived.toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
  const { page, pages, shown } = pageOf(newest, asked, ARCHIVED_SHOWN);
  return html`${list(
    shown.map(({ id, name, archived: mark }) =>
      button({
        action: cohortPaths(cohort.id).archive,
        hidden: { person: id, update: newId() },
        isPlain: true,
        label: html`Bring back<span class="unseen"> ${name}</span>`,
        hint: mark
          ? html`<strong>${name}</strong> archived ${phraseDay(mark.on)} by ${mark.by}, until ${phraseDay(plusDays(mark.on, ARCHIVE_DAYS))}`
          : name,
      }),
    ),
  )}
${pagesNav({ page, pages, list: 'the archive' }, (number) => `${cohortPaths(cohort.id).archive}?page=${number}#archived`)}`;
}

function dayOf({ archived }: Summary): string {
  return archived?.on ?? '';
}

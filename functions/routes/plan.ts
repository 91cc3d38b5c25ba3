/** `/a/<token>`: the plan, and the pages beside it on which an applicant reports something: GET shows, POST records. */
import type { Context } from 'hono';
import { afterUpdate, type PagePaths, pagePaths } from '#shared/base/links/urls.ts';
import { reportedTo } from '#shared/cohort/report/by-host.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import { type PlanRefusal, refusals } from '#shared/plan/facts/refusals.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { isFinished } from '#shared/plan/facts/stages.ts';
import { letterOf } from '#shared/plan/letters/placed.ts';
import { addPage, type Finding } from '#shared/views/pages/add-page.ts';
import { costsPage } from '#shared/views/pages/costs-page.ts';
import { experiencePage } from '#shared/views/pages/experience-page.ts';
import { laterPage } from '#shared/views/pages/later-page.ts';
import { packetPage } from '#shared/views/pages/letters/letters-page.ts';
import { ownLettersPage } from '#shared/views/pages/letters/own-letters-page.ts';
import { nothingHerePage } from '#shared/views/pages/message-pages.ts';
import type { PageView } from '#shared/views/pages/person-page.ts';
import { planPage } from '#shared/views/pages/plan-page.ts';
import { profilePage } from '#shared/views/pages/profile-page.ts';
import { rotationPage } from '#shared/views/pages/rotation-page.ts';
import { youPage } from '#shared/views/pages/you-page.ts';
import { occasionsAt } from '#shared/words/occasions.ts';
import { pickedSite } from '#shared/world/programs/find-site.ts';
import { schoolmatesOf } from '../whole-cohort.ts';
import { answerForm } from './answer-form.ts';
import { anyFields } from './forms.ts';
import { viewFor } from './open-plan.ts';
import type { WebDeps } from './web-deps.ts';
import { opens, type WebRoute } from './web-route.ts';

/** Makes the page of the view that it was opened with, with the form that was refused, if any. */
type Show = (problem?: Problem) => string | Promise<string>;

interface Page {
  at(paths: PagePaths): string;
  /** A code where the plan has nothing that the address names. */
  open(view: PageView, c: Context, deps: WebDeps): Show | PlanRefusal;
  /** The rotation whose forms it has. */
  rotationId?(c: Context): string;
  /** Where an accepted form leads, if not to the page itself. */
  accepted?(paths: PagePaths, updateId: string, changed: Applicant, c: Context): string;
}

const PAGES: readonly Page[] = [
  { at: ({ plan }) => plan, open: always(planPage) },
  { at: ({ you }) => you, open: always(youPage) },
  {
    at: ({ add }) => add,
    open: (view, c) => (problem) => addPage(view, found(c, view, problem), problem),
    // A new rotation has the id of the update that made it.
    accepted: (paths, updateId) => paths.rotation(updateId),
  },
  { at: ({ profile }) => profile, open: always(profilePage) },
  { at: ({ costs }) => costs, open: always(costsPage) },
  { at: ({ experience }) => experience, open: always(experiencePage) },
  {
    at: ({ plan }) => `${plan}/later`,
    open: (view, c) => {
      const { applicant, world, now } = view;
      const { rule, subject } = c.req.query();
      const occasion = occasionsAt(applicant.facts, world, now).find(
        (each) => each.rule === rule && each.subject === subject,
      );
      if (!occasion) return refusals.nothingToPutOff();
      return (problem) => laterPage(view, occasion, problem);
    },
    accepted: ({ plan }) => plan,
  },
  // Before the rotations: `plan` is a word that no rotation can have as its id.
  {
    at: ({ rotation }) => rotation(OWN_LETTERS),
    open: (view, c) => (problem) => ownLettersPage(view, c.req.query('do'), problem),
    rotationId: () => OWN_LETTERS,
  },
  {
    at: ({ rotation }) => rotation(':rotationId'),
    open: (view, c, deps) => {
      const rotation = rotationOf(view.applicant, c);
      if (!rotation) return refusals.unknownRotation();
      return async (problem) => {
        const reported = await reportedOf(deps, view.applicant, rotation);
        return rotationPage({ ...view, reported }, rotation, c.req.query('do'), problem);
      };
    },
    rotationId: idIn,
    // An undo may have taken the rotation off the plan.
    accepted: (paths, _, changed, c) =>
      rotationOf(changed, c) ? paths.rotation(idIn(c)) : paths.plan,
  },
];

/** A page that every plan has. */
function always(page: (view: PageView, problem?: Problem) => string): Page['open'] {
  return (view) => (problem) => page(view, problem);
}

export function planRoutes(deps: WebDeps): WebRoute[] {
  return [
    ...PAGES.flatMap((page) => rowsFor(page, deps)),
    opens('plan').get(pagePaths(':token').packet(':letterId'), (c, { applicant, token }) => {
      const { facts } = applicant;
      const placed = letterOf(facts, c.req.param('letterId') ?? '');
      const { rotation, plan } = pagePaths(token);
      return placed
        ? c.html(packetPage(facts, placed, rotation(OWN_LETTERS)))
        : c.html(nothingHerePage(refusals.unknownLetter(), plan), 404);
    }),
  ];
}

function rowsFor(page: Page, deps: WebDeps): WebRoute[] {
  const path = page.at(pagePaths(':token'));
  return [
    opens('plan').get(path, async (c, visitor) => {
      const view = await viewFor(deps, visitor, c.req.query('done'));
      const show = page.open(view, c, deps);
      return typeof show === 'function'
        ? c.html(await show())
        : c.html(nothingHerePage(show, view.paths.plan), 404);
    }),
    opens('plan').post(path, anyFields, async (c, visitor, entries) => {
      const view = await viewFor(deps, visitor);
      const { paths } = view;
      const opened = page.open(view, c, deps);
      if (typeof opened !== 'function') return c.html(nothingHerePage(opened, paths.plan), 404);
      const rotationId = page.rotationId?.(c);
      return answerForm(deps, c, visitor, entries, {
        ...(rotationId && { rotationId }),
        accepted: (changed, updateId) => {
          // The plan page shows the update that was undone, unless its rotation does.
          const isUndo = changed.accepted.find(({ id }) => id === updateId)?.type === 'undone';
          const leadsTo = page.accepted?.(paths, updateId, changed, c) ?? page.at(paths);
          return afterUpdate(isUndo && !rotationId ? paths.plan : leadsTo, updateId);
        },
        // Opened again: another update may have taken away what the address names.
        refused: async (now, problem) => {
          const show = page.open(await viewFor(deps, now), c, deps);
          return typeof show === 'function' ? show(problem) : nothingHerePage(show, paths.plan);
        },
      });
    }),
  ];
}

/** The page that the address asks for, or the site of a form that is shown again. */
function found(c: Context, { world }: PageView, problem: Problem | undefined): Finding {
  const { 'rotation.host.programCode': code, 'rotation.host.institutionId': hostId } =
    problem?.values ?? {};
  const pick = code ? `program-${code}` : hostId ? `host-${hostId}` : c.req.query('site');
  const site = pick === undefined ? undefined : pickedSite(pick, world.newHosts);
  const text = c.req.query('q')?.trim().slice(0, 200);
  return { ...(text && { text }), ...(site && { site }) };
}

/** What rotators from the reader's school reported about a host that is still ahead. */
async function reportedOf(
  { store }: WebDeps,
  { cohortId }: Applicant,
  { stage, host: { institutionId } }: Rotation,
): Promise<string[]> {
  if (!institutionId || isFinished(stage) || stage === 'closed') return [];
  return reportedTo(await schoolmatesOf(store, cohortId), institutionId);
}

function idIn(c: Context): string {
  return c.req.param('rotationId') ?? '';
}

function rotationOf({ facts }: Applicant, c: Context): Rotation | undefined {
  return facts.rotations.find(({ id }) => id === idIn(c));
}

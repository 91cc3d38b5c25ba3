/** `/a/<token>`: the plan, and the pages beside it on which an applicant reports something about themselves. */
import type { Context } from 'hono';
import { afterUpdate, type PagePaths, pagePaths } from '#shared/base/links/urls.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import { addPage, type Finding } from '#shared/views/pages/add-page.ts';
import { costsPage } from '#shared/views/pages/costs-page.ts';
import { experiencePage } from '#shared/views/pages/experience-page.ts';
import type { PageView } from '#shared/views/pages/person-page.ts';
import { planPage } from '#shared/views/pages/plan-page.ts';
import { profilePage } from '#shared/views/pages/profile-page.ts';
import { youPage } from '#shared/views/pages/you-page.ts';
import { pickedSite } from '#shared/world/programs/find-site.ts';
import { answerForm } from './answer-form.ts';
import { anyFields } from './forms.ts';
import { viewFor } from './open-plan.ts';
import type { WebDeps } from './web-deps.ts';
import { opens, type WebRoute } from './web-route.ts';

interface Page {
  at(paths: PagePaths): string;
  show(view: PageView, c: Context, problem?: Problem): string;
  /** Where an accepted form leads, if not to the page itself. */
  accepted?(paths: PagePaths, updateId: string): string;
}

const PAGES: readonly Page[] = [
  { at: ({ plan }) => plan, show: (view, _, problem) => planPage(view, problem) },
  { at: ({ you }) => you, show: (view, _, problem) => youPage(view, problem) },
  {
    at: ({ add }) => add,
    show: (view, c, problem) => addPage(view, found(c, view, problem), problem),
    // A new rotation has the id of the update that made it.
    accepted: (paths, updateId) => paths.rotation(updateId),
  },
  { at: ({ profile }) => profile, show: (view, _, problem) => profilePage(view, problem) },
  { at: ({ costs }) => costs, show: (view, _, problem) => costsPage(view, problem) },
  { at: ({ experience }) => experience, show: (view, _, problem) => experiencePage(view, problem) },
];

export function planRoutes(deps: WebDeps): WebRoute[] {
  return PAGES.flatMap((page) => {
    const path = page.at(pagePaths(':token'));
    return [
      opens('plan').get(path, async (c, visitor) =>
        c.html(page.show(await viewFor(deps, visitor, c.req.query('done')), c)),
      ),
      opens('plan').post(path, anyFields, (c, visitor, entries) => {
        const paths = pagePaths(visitor.token);
        return answerForm(deps, c, visitor, entries, {
          // The plan page shows the update that was undone.
          accepted: ({ accepted }, updateId) => {
            const isUndo = accepted.find(({ id }) => id === updateId)?.type === 'undone';
            const leadsTo = isUndo ? paths.plan : page.accepted?.(paths, updateId);
            return afterUpdate(leadsTo ?? page.at(paths), updateId);
          },
          refused: async (now, problem) => page.show(await viewFor(deps, now), c, problem),
        });
      }),
    ];
  });
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

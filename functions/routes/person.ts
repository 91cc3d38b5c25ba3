/** The pages beside the plan on which its own person reports something of themselves. */
import { type Context, Hono } from 'hono';
import { afterUpdate, type PagePaths, pagePaths } from '#shared/base/links/urls.ts';
import type { Form, Problem } from '#shared/exchange/fields/field.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Facts } from '#shared/plan/facts/facts.ts';
import { costForms } from '#shared/views/forms/cost-forms.ts';
import { experienceForms } from '#shared/views/forms/experience-forms.ts';
import { profileForm } from '#shared/views/forms/profile-form.ts';
import { siteForm } from '#shared/views/forms/site-form.ts';
import { addPage, type Finding } from '#shared/views/pages/add-page.ts';
import { costsPage } from '#shared/views/pages/costs-page.ts';
import { experiencePage } from '#shared/views/pages/experience-page.ts';
import type { PageView } from '#shared/views/pages/page-view.ts';
import { profilePage } from '#shared/views/pages/profile-page.ts';
import { pickedSite } from '#shared/world/programs/find-site.ts';
import { answerForm } from './answer-form.ts';
import { openLink, viewFor } from './open-link.ts';
import type { WebDeps } from './web-deps.ts';

interface Page {
  readonly name: 'add' | 'profile' | 'costs' | 'experience';
  forms(facts: Facts): readonly Form[];
  show(view: PageView, c: Context, problem?: Problem): string;
  /** Where an accepted form leads; the page itself unless it says otherwise. */
  accepted?(paths: PagePaths, updateId: string): string;
}

const PAGES: readonly Page[] = [
  {
    name: 'add',
    forms: () => [siteForm()],
    show: (view, c, problem) => addPage(view, found(c, problem), problem),
    // A new rotation bears the id of the update that made it.
    accepted: (paths, updateId) => paths.rotation(updateId),
  },
  {
    name: 'profile',
    forms: ({ profile }) => [profileForm(profile)],
    show: (view, _, problem) => profilePage(view, problem),
  },
  { name: 'costs', forms: costForms, show: (view, _, problem) => costsPage(view, problem) },
  {
    name: 'experience',
    forms: experienceForms,
    show: (view, _, problem) => experiencePage(view, problem),
  },
];

export function personRoutes(deps: WebDeps): Hono {
  const routes = new Hono();
  for (const page of PAGES) {
    routes.get(`/a/:token/${page.name}`, async (c) => {
      const token = c.req.param('token') ?? '';
      const link = await openLink(deps, c, token);
      if (!link.opened) return link.response;
      return c.html(page.show(await viewFor(deps, link.applicant, token, c.req.query('done')), c));
    });

    routes.post(`/a/:token/${page.name}`, async (c) => {
      const token = c.req.param('token') ?? '';
      const link = await openLink(deps, c, token);
      if (!link.opened) return link.response;
      const paths = pagePaths(token);
      return answerForm(deps, c, {
        applicant: link.applicant,
        forms: ({ facts }) => page.forms(facts),
        // An undo is told where it was asked for, whatever it took back.
        accepted: ({ accepted }, updateId) => {
          const isUndo = accepted.find(({ id }) => id === updateId)?.type === 'undone';
          const leadsTo = isUndo ? paths.plan : page.accepted?.(paths, updateId);
          return afterUpdate(leadsTo ?? paths[page.name], updateId);
        },
        refused: async (applicant: Applicant, problem: Problem, status) =>
          c.html(page.show(await viewFor(deps, applicant, token), c, problem), status),
      });
    });
  }
  return routes;
}

/** What the address asks for; or, where a filled-in form came back, the site it was about. */
function found(c: Context, problem: Problem | undefined): Finding {
  const { 'rotation.host.programCode': code, 'rotation.host.institutionId': hostId } =
    problem?.values ?? {};
  const pick = code ? `program-${code}` : hostId ? `host-${hostId}` : c.req.query('site');
  const site = pick === undefined ? undefined : pickedSite(pick);
  const text = c.req.query('q')?.trim().slice(0, 200);
  return { ...(text && { text }), ...(site && { site }) };
}

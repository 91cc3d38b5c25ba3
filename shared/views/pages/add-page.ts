/** `/a/<token>/add`: find a site and add it, or enter one by hand. Needs no script. */
import { html } from 'hono/html';
import { checkPlan } from '#shared/agenda/checks/check-plan.ts';
import type { Diagnostic } from '#shared/agenda/checks/diagnostic.ts';
import type { Html } from '#shared/base/html.ts';
import { LINE_CHARACTERS_MAX } from '#shared/base/limits.ts';
import { atSite } from '#shared/base/links/urls.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Problem } from '#shared/exchange/fields/field.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { type FoundSite, findSites } from '#shared/world/programs/find-site.ts';
import { formMarkup } from '../forms/form.ts';
import { siteForm } from '../forms/site-form.ts';
import { type PageView, tiesOf } from './page-view.ts';
import { folder, personPage } from './person-page.ts';
import { findingsList } from './plan/findings.ts';

export interface Finding {
  /** The search text. */
  readonly text?: string;
  readonly site?: FoundSite;
}

/** @param problem the form that was refused, if any */
export function addPage(view: PageView, { text = '', site }: Finding, problem?: Problem): string {
  const action = view.paths.add;
  const form = siteForm(site);
  return personPage(
    view,
    {
      title: site ? `Add ${site.name}` : 'Add a rotation',
      action,
      forms: [form],
      body: html`${
        site
          ? html`<section aria-labelledby="picked"><h2 id="picked">${site.name}</h2>
${site.where ? html`<p class="quiet">${site.where}</p>` : ''}
${rulesOf(site)}
${findingsOf(site, view)}
${formMarkup(form, tiesOf(view, action), problem?.form === form.key ? problem : undefined)}
</section>`
          : ''
      }
<section aria-labelledby="find"><h2 id="find">${site ? 'Find another site' : 'Find a site'}</h2>
${searchForm(action, text)}
${text === '' ? '' : results(action, text)}
</section>
${site ? '' : html`<section aria-labelledby="by-hand"><h2 id="by-hand">Not on the list?</h2>${folder(view, action, problem)(form)}</section>`}`,
    },
    problem,
  );
}

/** Any page can hold the search: it only requests this page. */
export function searchForm(action: string, text = ''): Html {
  return html`<form method="get" action="${action}" role="search">
<div class="field"><label for="q">Host, program, city, or state</label>
<input id="q" type="search" name="q" value="${text}" maxlength="${LINE_CHARACTERS_MAX}" autocomplete="off"></div>
<button>Search</button>
</form>`;
}

function results(action: string, text: string): Html {
  const { sites, more } = findSites(text);
  if (sites.length === 0) {
    return html`<p role="status">No match. Try one word of the name, or enter the site by hand below.</p>`;
  }
  return html`<ul class="list" role="list">${sites.map(
    ({ pick, name, where, host }) =>
      html`<li><a class="target" href="${atSite(action, pick)}">${name}</a><br><span class="quiet">${where ?? 'visiting program'}${host ? ' · visiting rules known' : ''}</span></li>`,
  )}</ul>
${more > 0 ? html`<p class="quiet">And ${more} more. Add a word to narrow the search.</p>` : ''}`;
}

function rulesOf({ host }: FoundSite): Html {
  if (!host) {
    return html`<p>We do not know this site’s rules for visiting students. Ask its visiting student office.</p>`;
  }
  const stated: readonly (readonly [string, string | undefined])[] = [
    ['Who can apply', host.internationalStated],
    ['Graduates', host.graduatesStated],
    ['How to apply', host.routeStated],
    ['When', host.leadTimeStated],
    ['Fees', host.feesStated],
    ['Letters', host.lettersStated],
  ];
  const known = stated.filter(([, words]) => words !== undefined);
  return html`<details class="source"><summary>What its page says (${host.certainty}, checked ${phraseDay(host.checkedOn)})</summary>
<ul>${known.map(([what, words]) => html`<li>${what}: ${words}</li>`)}</ul><p>${host.source}</p></details>`;
}

/** What the plan check finds if this site is added. */
function findingsOf(site: FoundSite, view: PageView): Html | string {
  const { facts } = view.applicant;
  const draft = draftOf(site, view);
  const found: readonly Diagnostic[] = checkPlan(
    { ...facts, rotations: [...facts.rotations, draft] },
    view.world,
  ).filter(({ subject, severity }) => subject === DRAFT && severity !== 'reference');
  return found.length === 0 ? '' : html`<h3>For you</h3>${findingsList(found)}`;
}

const DRAFT = 'draft';

function draftOf(site: FoundSite, { now }: PageView): Rotation {
  const { values } = siteForm(site);
  const { name, host, program } = site;
  return {
    id: DRAFT,
    host: {
      name,
      ...(host && { institutionId: host.id }),
      ...(program && { programCode: program.code }),
    },
    specialty: program?.kind === 'dr' ? 'dr' : 'ir',
    mode: values['rotation.mode'] === 'observer' ? 'observer' : 'hands-on',
    route: (values['rotation.route'] as Rotation['route'] | undefined) ?? 'institution',
    country: 'US',
    stage: 'identify',
    status: 'shortlisted',
    since: now,
    checklist: [],
    letters: [],
  };
}

/** `/a/<token>/add`: find a site and add it, or enter one by hand. Needs no script. */
import { agendaAt } from '#shared/agenda/agenda-at.ts';
import { type Html, html } from '#shared/base/html.ts';
import { LINE_CHARACTERS_MAX } from '#shared/base/limits.ts';
import { atSite } from '#shared/base/links/urls.ts';
import { phraseDay } from '#shared/base/time/phrase.ts';
import type { Form, Problem } from '#shared/exchange/fields/field.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { findingsOf } from '#shared/words/findings.ts';
import { hostRules } from '#shared/words/host-rules.ts';
import { hosts } from '#shared/world/hosts/hosts.ts';
import { type FoundSite, findSites } from '#shared/world/programs/find-site.ts';
import { statedOf } from '#shared/world/programs/stated.ts';
import type { World } from '#shared/world/world.ts';
import { bullets, fold, section } from '../components.ts';
import { MODES, ROUTES, SPECIALTIES } from '../forms/choices.ts';
import { type Changes, fieldsOf, formOfType } from '../forms/form.ts';
import { hostRulesList } from './host-rules.ts';
import { formsOn, type PageView, personPage } from './person-page.ts';
import { findingsList } from './plan/findings.ts';

export interface Finding {
  readonly text?: string;
  readonly site?: FoundSite;
}

/** @param refused the form that was refused, if any */
export function addPage(view: PageView, { text = '', site }: Finding, refused?: Problem): string {
  const action = view.paths.add;
  const form = site ? siteForm(site) : BY_HAND;
  const problem = refused && { ...refused, form: keyOfSender([...SHORTER, form], refused) };
  const forms = formsOn(view, action, problem);
  return personPage(
    view,
    {
      title: site ? `Add ${site.name}` : 'Add a rotation',
      here: 'Rotations',
      body: html`${
        site &&
        section(
          'picked',
          site.name,
          html`<p class="quiet">${[...(site.host && !site.program ? [site.host.program] : []), ...(site.where ? [site.where] : [])].join(', ')}</p>
${rulesOf(site)}
${siteRules(site, view)}
${forms.whole(form)}`,
        )
      }
${section(
  'find',
  site ? 'Find another site' : 'Find a site',
  html`${searchForm(action, text)}
${text === '' ? '' : results(action, text, view.world.newHosts)}`,
)}
${
  site
    ? ''
    : section(
        'by-hand',
        'Not on the list?',
        [...SHORTER, form].map((each) => forms.folded(each)),
      )
}`,
    },
    forms,
  );
}

/** Forms of one event differ in what they send: the first that has every field that came, and its hidden values. */
function keyOfSender(forms: readonly Form[], { form, values }: Problem): string {
  const sender = forms.find(({ fields, hidden }) => {
    const isSent = (name: string) => name in hidden || fields.some((each) => each.name === name);
    return (
      Object.keys(values).every((name) => !name.startsWith('rotation.') || isSent(name)) &&
      Object.entries(hidden).every(([name, value]) => values[name] === value)
    );
  });
  return sender?.key ?? form;
}

/** Any page can hold the search: it only requests this page. */
export function searchForm(action: string, text = ''): Html {
  return html`<form method="get" action="${action}" role="search">
<div class="field"><label for="q">Host, program, city, or state</label>
<input id="q" type="search" name="q" value="${text}" maxlength="${LINE_CHARACTERS_MAX}" autocomplete="off"></div>
<button>Search</button>
</form>`;
}

function results(action: string, text: string, newHosts: World['newHosts']): Html {
  const { sites, more } = findSites(text, newHosts);
  if (sites.length === 0) {
    return html`<p role="status">No match. Try one word of the name, or enter the site by hand below.</p>`;
  }
  return html`<ul class="list" role="list">${sites.map(
    ({ pick, name, where, host, program }) =>
      // Two offerings of one host differ only in their links, as a screen reader lists them.
      html`<li><a class="target" href="${atSite(action, pick)}">${name}: ${program ? KIND_WORDS[program.kind] : host?.program}</a><br><span
class="quiet">${where ?? 'visiting program'}${host ? ' · visiting rules known' : ''}</span></li>`,
  )}</ul>
${more > 0 ? html`<p class="quiet">And ${more} more. Add a word to narrow the search.</p>` : ''}`;
}

const KIND_WORDS = { 'integrated-ir': 'integrated IR residency', dr: 'DR residency' };

function rulesOf({ host }: FoundSite): Html {
  if (!host) {
    return html`<p>We do not know this site’s rules for visiting students. Ask its visiting student office.</p>`;
  }
  const checked = host.checkedOn ? `checked ${phraseDay(host.checkedOn)}` : 'day not recorded';
  return fold(
    `What its page says (${host.certainty}, ${checked})`,
    html`${bullets(
      STATED.flatMap(([column, what]) => {
        const words = statedOf(host, column);
        return words === undefined ? [] : `${what}: ${words}`;
      }),
    )}<p>${host.source}</p>`,
    'source',
  );
}

const STATED = [
  ['students', 'Who can apply'],
  ['graduates', 'Graduates'],
  ['route', 'How to apply'],
  ['time', 'When'],
  ['months', 'Months'],
  ['fees', 'Fees'],
  ['letters', 'Letters'],
] as const;

/** What the plan check finds if this site is added, and every rule of its host. */
function siteRules(site: FoundSite, view: PageView): Html {
  const { facts } = view.applicant;
  const draft = draftOf(site, view);
  const at = agendaAt({ ...facts, rotations: [...facts.rotations, draft] }, view.world, view.now);
  const found = findingsOf(at).filter(
    ({ subject, severity }) => subject.split('/')[0] === DRAFT && severity !== 'reference',
  );
  const rules = hostRules(draft, facts, view.world, 'applicant');
  return html`${found.length === 0 ? '' : html`<h3>For you</h3>${findingsList(found)}`}
${fold(`The host’s rules, one by one (${rules.length})`, hostRulesList(rules))}`;
}

const DRAFT = 'draft';

function draftOf(site: FoundSite, { now }: PageView): Rotation {
  const { hidden, values } = siteForm(site);
  const { 'rotation.mode': mode, 'rotation.route': route } = { ...values, ...hidden };
  const { name, host, program } = site;
  return {
    id: DRAFT,
    host: {
      name,
      ...(host && { institutionId: host.id }),
      ...(program && { programCode: program.code }),
    },
    specialty: program?.kind === 'dr' ? 'dr' : 'ir',
    mode: (mode as Rotation['mode'] | undefined) ?? 'hands-on',
    route: (route as Rotation['route'] | undefined) ?? 'institution',
    country: 'US',
    stage: 'identify',
    status: 'shortlisted',
    since: now,
    checklist: [],
    letters: [],
  };
}

/** Asks only what the directory does not say. */
function siteForm({ name, host, program }: FoundSite): Form {
  const only = (values: readonly string[] | undefined) =>
    values?.length === 1 ? values[0] : undefined;
  const mode = only(host?.modes);
  const route = only(host?.routes) ?? (mode === 'observer' ? 'observership' : undefined);
  return addingForm({
    title: `Add ${name}`,
    hidden: {
      'rotation.host.name': name,
      'rotation.country': 'US',
      'rotation.windowClosesOn': '',
      ...(host && { 'rotation.host.institutionId': host.id }),
      ...(program && { 'rotation.host.programCode': program.code }),
      ...(mode && { 'rotation.mode': mode }),
      ...(route && { 'rotation.route': route }),
    },
    values: { 'rotation.specialty': program?.kind === 'dr' ? 'dr' : 'ir' },
  });
}

function addingForm(
  of: Pick<Form, 'title'> &
    Partial<Form> & { readonly leftOut?: readonly string[]; readonly changes?: Changes },
): Form {
  const { hidden = {}, leftOut = [], changes = CHANGES, values, ...words } = of;
  const unasked = [...FROM_DIRECTORY, ...Object.keys(hidden), ...leftOut];
  return formOfType('rotation-added', {
    text: 'This adds it to your list. You can decide later whether to apply.',
    button: 'Add the rotation',
    ...words,
    fields: fieldsOf('rotation-added', changes, unasked),
    hidden,
    values: {
      'rotation.specialty': 'ir',
      'rotation.mode': 'hands-on',
      'rotation.country': 'US',
      ...values,
    },
  });
}

/** For what was entered wrongly. */
export function correctionForm({ host, specialty, mode, route, country }: Rotation): Form {
  return formOfType('rotation-corrected', {
    title: 'Correct the host, specialty, or your role',
    text: 'For anything entered by mistake. Steps, papers, and letters stay as they are.',
    button: 'Save the correction',
    fields: fieldsOf('rotation-corrected', CHANGES, FROM_DIRECTORY),
    values: {
      'rotation.host.name': host.name,
      'rotation.specialty': specialty,
      'rotation.mode': mode,
      'rotation.route': route,
      'rotation.country': country,
    },
  });
}

/** Nobody types these. */
const FROM_DIRECTORY = ['rotation.host.institutionId', 'rotation.host.programCode'];

const CHANGES: Changes = {
  'rotation.host.name': {
    suggestions: hosts().map(({ name }) => name),
    hint: 'The hospital or medical school.',
  },
  'rotation.specialty': { choices: SPECIALTIES },
  'rotation.mode': { choices: MODES },
  'rotation.route': { choices: ROUTES },
  'rotation.country': { hint: 'Such as India, or IN.' },
  'rotation.dates.end': { hint: 'Leave both dates empty if you do not know them yet.' },
  'rotation.windowClosesOn': { hint: 'If you know it.' },
};

const BY_HAND = addingForm({ title: 'Enter a site by hand', leftOut: ['tookPlace'] });

const OVER_DAY = { required: true };

const SHORTER: readonly Form[] = [
  // Nobody applies for it again.
  addingForm({
    key: 'rotation-added.over',
    title: 'A rotation that is over',
    text: 'It is counted, and you can track its letter.',
    changes: { ...CHANGES, 'rotation.dates.start': OVER_DAY, 'rotation.dates.end': OVER_DAY },
    leftOut: ['rotation.windowClosesOn'],
    hidden: { tookPlace: 'yes', 'rotation.route': 'institution' },
  }),
  // At home there is no visa, no VSLO, and nothing to watch only.
  addingForm({
    key: 'rotation-added.home',
    title: 'A rotation at my home school',
    text: 'It counts as early experience and for letters. If it is over, enter its days and say so.',
    leftOut: ['rotation.windowClosesOn'],
    hidden: { 'rotation.mode': 'hands-on', 'rotation.route': 'institution' },
    values: { 'rotation.country': '' },
  }),
  addingForm({
    key: 'rotation-added.research',
    title: 'A research stay',
    text: 'It has a short track and a letter of its own, and does not count as clinical experience.',
    button: 'Add the research stay',
    leftOut: ['rotation.windowClosesOn'],
    hidden: { 'rotation.mode': 'research', 'rotation.route': 'institution' },
  }),
];

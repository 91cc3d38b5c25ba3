/** The forms that correct a season date, and one cell of a host or program. */
import { html } from 'hono/html';
import { capital } from '#shared/base/capital.ts';
import type { Html } from '#shared/base/html.ts';
import { DATES_PATH } from '#shared/base/links/advisor-paths.ts';
import { partsOf } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { type Cell, HOST_CELLS, PROGRAM_CELLS } from '#shared/world/corrections/cells.ts';
import { changedWorld } from '#shared/world/corrections/changed-world.ts';
import { cellNamed, type FormValues } from '#shared/world/corrections/read-correction.ts';
import { targetWords } from '#shared/world/corrections/words.ts';
import type { WorldItem } from '#shared/world/corrections/world-item.ts';
import { institutions } from '#shared/world/programs/directory.ts';
import { SEASON_EVENT_NAMES, SEASON_EVENTS } from '#shared/world/season/events.ts';

export interface DatesView {
  readonly advisor: Advisor;
  readonly item: WorldItem;
  readonly now: Instant;
  /** What a link or a refused form has filled in. */
  readonly values: FormValues;
  newId(): string;
}

export interface DatesProblem {
  readonly message: string;
  readonly field?: string | undefined;
  readonly values: FormValues;
}

export function correctionForms(view: DatesView, problem?: DatesProblem): Html {
  const { values } = view;
  const cell = cellNamed(values);
  return html`${cell ? form(view, cellForm(cell, view), problem) : ''}
${form(view, seasonForm(view), problem)}
${picker('host', view)}
${picker('program', view)}
${form(view, newHostForm(values), problem)}`;
}

interface FormShape {
  readonly of: string;
  readonly title: string;
  readonly button: string;
  /** What is corrected, as hidden fields. */
  readonly hidden: FormValues;
  readonly isOpen: boolean;
  subject(asked: Asked): Html;
}

function seasonForm({ now, values }: DatesView): FormShape {
  const matchYear = String(partsOf(dayIn(EASTERN, now)).year + 1);
  return {
    of: 'season',
    title: 'Correct a season date',
    button: 'Correct the date',
    hidden: { of: 'season' },
    isOpen: values.of === 'season',
    subject: ({ field, choice }) => html`${field('season', 'Match year', { otherwise: matchYear })}
${choice(
  'event',
  'Which date',
  SEASON_EVENT_NAMES.map((name) => [name, SEASON_EVENTS[name].label]),
)}
${field('day', 'Correct date', { type: 'date' })}
${field('timeEt', 'Time (Eastern)', { hint: 'For example, 17:00. Only if the source states a time.', optional: true })}`,
  };
}

function cellForm(cell: Cell, { values, item, advisor }: DatesView): FormShape {
  const world = changedWorld(item, advisor.cohortIds[0]);
  const { of = '', institutionId = '', code = '', field: name = '' } = values;
  const id = of === 'host' ? institutionId : code;
  const hidden = { of, field: name, [of === 'host' ? 'institutionId' : 'code']: id };
  return {
    of: 'cell',
    title: targetWords(`${of}/${id}/${name}`, world),
    button: 'Correct it',
    hidden,
    isOpen: true,
    subject: ({ field, choice, ticks }) => {
      const choices = Object.entries(cell.choices);
      switch (cell.kind) {
        case 'one':
          return choice('value', capital(cell.label), choices);
        case 'several':
          return ticks('value', capital(cell.label), choices);
        case 'count':
          return html`${field('img', 'Residents who graduated outside the US', {})}
${field('residents', 'All residents', {})}
${field('year', 'Year', {})}`;
        case 'days':
          return field('value', 'Days before the first day of a rotation', {
            hint: 'Count months at their longest: 3 months are 92 days, 4 are 123, and 6 are 184.',
          });
        case 'domain':
          return field('value', capital(cell.label), {
            hint: 'Such as yale.edu. Once confirmed, its pages count as official.',
          });
        case 'usd':
          return field('value', `${capital(cell.label)}, in US dollars`, {
            hint: 'Enter 0 where the page says that there is none.',
          });
        case 'number':
          return field('value', capital(cell.label), {});
      }
    },
  };
}

function newHostForm({ of }: FormValues): FormShape {
  return {
    of: 'new-host',
    title: 'Enter a new host',
    button: 'Enter the host',
    hidden: { of: 'new-host' },
    isOpen: of === 'new-host',
    subject: ({
      field,
      choice,
    }) => html`<p class="hint">Then correct its cells one by one. No page of it is official until its web domain is confirmed, too.</p>
${field('name', 'Name of the host', {})}
${field('city', 'City', { optional: true })}
${field('state', 'State', { hint: 'Two letters, such as CT.' })}
${choice('mode', 'Visitors are', [
  ['hands-on', 'hands-on'],
  ['observer', 'observers'],
])}`,
  };
}

/** First of what, then the form with that cell's own answers: it needs no script. */
function picker(of: 'host' | 'program', { values, item, advisor }: DatesView): Html {
  const [cohortId] = advisor.cohortIds;
  const newHosts = changedWorld(item, cohortId).newHosts ?? [];
  const cells = Object.entries<Cell>(of === 'host' ? HOST_CELLS : PROGRAM_CELLS);
  const { choice, field } = askedOf(of, values.of === of ? values : {});
  const isOpen = values.of === of && !cellNamed(values);
  return html`<details class="form"${isOpen ? html` open` : ''}><summary>Correct a ${of}</summary>
<form method="get" action="${DATES_PATH}"><input type="hidden" name="of" value="${of}">
${
  of === 'host'
    ? choice(
        'institutionId',
        'Host',
        [...newHosts, ...institutions()].map(({ id, name, program }) => [
          id,
          `${name}: ${program}`,
        ]),
      )
    : field('code', 'Program', { hint: 'Its ACGME code, from the program’s page.' })
}
${choice(
  'field',
  'What',
  cells.map(([name, { label }]) => [name, capital(label)]),
)}
<button>Continue</button></form></details>`;
}

function form(view: DatesView, shape: FormShape, problem?: DatesProblem): Html {
  const { of, title, button, hidden, isOpen, subject } = shape;
  const mine = isOpen ? problem : undefined;
  const today = dayIn(EASTERN, view.now);
  const asked = askedOf(of, mine?.values ?? {}, mine);
  const { field, choice } = asked;
  return html`<details class="form"${isOpen ? html` open` : ''}><summary>${title}</summary>
<form method="post" action="${DATES_PATH}" novalidate>
<input type="hidden" name="update" value="${view.newId()}">${Object.entries(hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${String(value)}">`,
  )}
${subject(asked)}
${field('source', 'Page you read it on', { hint: 'Its address, starting with https://. It appears beside it on every plan.' })}
${choice('certainty', 'This page is', [
  ['official', 'official: from the AAMC, NRMP, ECFMG, or the host'],
  ['secondary', 'a secondary source'],
])}
${field('checkedOn', 'Day you read it', { type: 'date', otherwise: today })}
${field('reason', 'Why', { hint: 'One sentence, shown to your colleagues in the list below.' })}
<button>${button}</button></form></details>`;
}

interface Shape {
  readonly type?: 'text' | 'date';
  readonly hint?: string;
  readonly otherwise?: string;
  readonly optional?: boolean;
}
type Options = readonly (readonly [string, string])[];
type Asked = ReturnType<typeof askedOf>;

function askedOf(of: string, values: FormValues, problem?: DatesProblem) {
  const chosen = (name: string) => [values[name] ?? []].flat();
  return {
    field(
      name: string,
      label: string,
      { type = 'text', hint, otherwise = '', optional }: Shape,
    ): Html {
      const id = `${of}-${name}`;
      const isWrong = problem?.field === name;
      const described = [hint && `${id}-hint`, isWrong && `${id}-error`].filter(Boolean).join(' ');
      return html`<div class="field"><label for="${id}">${label}${optional ? ' (optional)' : ''}</label>
${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : ''}${isWrong ? html`<p class="error" id="${id}-error">${problem.message}</p>` : ''}
<input id="${id}" name="${name}" type="${type}" maxlength="500"
value="${chosen(name)[0] ?? otherwise}"${described ? html` aria-describedby="${described}"` : ''}${isWrong ? html` aria-invalid="true"` : ''}${optional ? '' : html` required`}></div>`;
    },
    choice(name: string, label: string, options: Options): Html {
      const id = `${of}-${name}`;
      return html`<div class="field"><label for="${id}">${label}</label>
<select id="${id}" name="${name}" required>${options.map(
        ([value, text]) =>
          html`<option value="${value}"${chosen(name).includes(value) ? html` selected` : ''}>${text}</option>`,
      )}</select></div>`;
    },
    ticks(name: string, label: string, options: Options): Html {
      return html`<fieldset class="field"><legend>${label}</legend>${options.map(
        ([value, text]) =>
          html`<div class="tick"><input type="checkbox" id="${of}-${value}" name="${name}" value="${value}"${chosen(name).includes(value) ? html` checked` : ''}> <label for="${of}-${value}">${text}</label></div>
`,
      )}</fieldset>`;
    },
  };
}

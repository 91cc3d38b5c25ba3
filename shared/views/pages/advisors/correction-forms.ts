/** The forms that correct a season date, the cells of one host or program, and enter a new host. */

import { type Html, html } from '#shared/base/html.ts';
import { DATES_PATH, HOSTS_PATH } from '#shared/base/links/advisor-paths.ts';
import { capital } from '#shared/base/sentence.ts';
import { partsOf } from '#shared/base/time/day.ts';
import { dayIn, EASTERN, type Instant } from '#shared/base/time/instant.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import type { Cell } from '#shared/world/corrections/cell-kinds.ts';
import { mustBe } from '#shared/world/corrections/cells.ts';
import { changedWorld } from '#shared/world/corrections/changed-world.ts';
import { HOST_CELLS, HOST_GROUPS } from '#shared/world/corrections/host-cells.ts';
import { PROGRAM_CELLS } from '#shared/world/corrections/program-cells.ts';
import { type FormValues, sheetNamed } from '#shared/world/corrections/read-correction.ts';
import { heldWords } from '#shared/world/corrections/words.ts';
import type { WorldItem } from '#shared/world/corrections/world-item.ts';
import { SEASON_EVENT_NAMES, SEASON_EVENTS } from '#shared/world/season/events.ts';
import { modeSchema } from '#shared/world/vocabulary.ts';
import {
  field,
  fold,
  hiddenFields,
  input,
  link,
  outgoing,
  select,
  tick,
} from '../../components.ts';

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
  const matchYear = String(partsOf(dayIn(EASTERN, view.now)).year + 1);
  return html`${subjectForm(view, problem)}
${form(view, 'season', 'Correct a season date', problem, (ask) => [
  ask.line('season', 'Match year', { value: matchYear }),
  ask.choice(
    'event',
    'Which date',
    SEASON_EVENT_NAMES.map((name) => [name, SEASON_EVENTS[name].label]),
  ),
  ask.line('day', 'Correct date', { type: 'date' }),
  ask.line('timeEt', 'Time (Eastern)', {
    hint: 'For example, 17:00. Only if the source states a time.',
    isOptional: true,
  }),
])}
<p>${link(HOSTS_PATH, 'Correct a host: choose it in the list of hosts')}</p>
${fold(
  'Correct a program',
  html`<form method="get" action="${DATES_PATH}">${hiddenFields({ of: 'program' })}
${input({ id: 'program-code', name: 'code', label: 'Program', hint: 'Its ACGME code, from the program’s page.', max: 10 })}
<button>Continue</button></form>`,
  'form',
)}
${form(view, 'new-host', 'Enter a new host', problem, (ask) => [
  html`<p class="hint">Then fill in what is known about it. None of its pages counts as official until its web domain is confirmed, too.</p>`,
  ask.line('name', 'Name of the host'),
  ask.line('city', 'City', { isOptional: true }),
  ask.line('state', 'State', { hint: 'Two letters, such as CT.' }),
  ask.choice(
    'mode',
    'Role of visitors',
    modeSchema.options.map((mode) => [mode, HOST_CELLS.mode.choices[mode] ?? mode]),
  ),
])}`;
}

/** Empty fields change nothing, so that two advisors at one time correct only what each filled in. */
function subjectForm(view: DatesView, problem?: DatesProblem): Html {
  const { values, item, advisor } = view;
  const sheet = sheetNamed(values.of);
  const world = changedWorld(item, advisor.cohortIds[0]);
  const typed = sheet ? String(values[sheet.subjectField] ?? '') : '';
  const subject = sheet?.find(world, typed);
  if (!sheet || !(subject || problem)) return html``;
  const groups: Readonly<Record<string, Readonly<Record<string, Cell>>>> =
    sheet.of === 'host' ? HOST_GROUPS : { 'What its pages state': PROGRAM_CELLS };
  const text = (column: string) => (subject ? sheet.text(subject, column) : typed);
  const url = text('source');
  const title =
    sheet.of === 'host' && subject
      ? `${text('host')}: ${text('offering')}`
      : text(sheet.names[0] ?? '');
  const hidden = { [sheet.subjectField]: text(sheet.id) };
  return form({ ...view, hidden }, sheet.of, `Correct ${title}`, problem, (ask) => [
    html`<p class="hint">Fill in only what is wrong or missing: an empty field changes nothing.</p>
${URL.canParse(url) ? html`<p>${outgoing({ label: 'Its page', url })}</p>` : ''}`,
    ...Object.entries(groups).map(([group, cells]) => {
      const all = Object.entries(cells).map(([name, cell]) => {
        const now = subject && heldWords(sheet, subject, name);
        return { name, now, shown: ask.cell(name, cell, now) };
      });
      const known = all.filter(({ now }) => now !== undefined);
      const isTyped = all.some(({ name }) => values[name] || problem?.field === name);
      return fold(
        `${group} (${known.length} of ${all.length} known)`,
        [...known, ...all.filter(({ now }) => now === undefined)].map(({ shown }) => shown),
        undefined,
        isTyped || sheet.of === 'program',
      );
    }),
  ]);
}

type Asked = ReturnType<typeof askedOf>;

function form(
  view: DatesView & { readonly hidden?: Readonly<Record<string, string>> },
  of: string,
  title: string,
  problem: DatesProblem | undefined,
  fieldsOf: (ask: Asked) => readonly Html[],
): Html {
  const { values, now, hidden = {}, newId } = view;
  const isOpen = values.of === of;
  const ask = askedOf(of, isOpen ? values : {}, isOpen ? problem : undefined);
  return fold(
    title,
    html`<form method="post" action="${DATES_PATH}" novalidate>
${hiddenFields({ update: newId(), of, ...hidden })}
${fieldsOf(ask)}
${ask.line('source', 'Page you read it on', { hint: 'Its address, starting with https://. It appears beside the date on every plan.' })}
${ask.choice('certainty', 'This page is', [
  ['official', 'official: from the AAMC, NRMP, ECFMG, or the host'],
  ['secondary', 'a secondary source'],
])}
${ask.line('checkedOn', 'Day you read it', { type: 'date', value: dayIn(EASTERN, now) })}
${ask.line('reason', 'Why', { hint: 'One sentence, shown to your colleagues in the list below.' })}
<button>${of === 'new-host' ? 'Enter the host' : of === 'season' ? 'Correct the date' : 'Save the corrections'}</button></form>`,
    'form',
    isOpen,
  );
}

type Options = readonly (readonly [string, string])[];

function askedOf(of: string, values: FormValues, problem?: DatesProblem) {
  const chosen = (name: string) => [values[name] ?? []].flat();
  const frame = (name: string, label: string, hint?: string) => ({
    id: `${of}-${name}`,
    name,
    label,
    hint,
    error: problem?.field === name ? problem.message : undefined,
  });
  return {
    line(name: string, label: string, more: Partial<Parameters<typeof input>[0]> = {}): Html {
      const value = chosen(name)[0] ?? more.value;
      return input({ ...more, ...frame(name, label, more.hint as string | undefined), value });
    },
    choice(name: string, label: string, options: Options): Html {
      return select({ ...frame(name, label), chosen: chosen(name)[0] ?? '' }, options);
    },
    cell(name: string, cell: Cell, now?: string): Html {
      const { kind, choices } = cell;
      const options = Object.entries(choices);
      const label = capital(cell.label);
      const isChosen = kind === 'one' || kind === 'flag';
      const isListed = kind === 'several' || kind === 'months';
      const hint = [
        ...(now ? [`Now: ${now}.`] : []),
        ...(isChosen || isListed ? [] : [mustBe(cell)]),
      ].join(' ');
      const own = frame(name, label, hint);
      if (isChosen) {
        return select({ ...own, chosen: chosen(name)[0] ?? '' }, [['', 'no change'], ...options]);
      }
      if (isListed) {
        return html`<fieldset class="field"><legend>${label}</legend>${hint ? html`<p class="hint">${hint}</p>` : ''}${options.map(
          ([value, text]) =>
            tick(
              { id: `${own.id}-${value}`, label: text },
              html`name="${name}" value="${value}"${chosen(name).includes(value) ? html` checked` : ''}`,
            ),
        )}</fieldset>`;
      }
      const value = chosen(name)[0] ?? '';
      return field(own, (ties) =>
        kind === 'words'
          ? html`<textarea ${ties} name="${name}" rows="2">${value}</textarea>`
          : html`<input type="text" ${ties} name="${name}" value="${value}">`,
      );
    },
  };
}

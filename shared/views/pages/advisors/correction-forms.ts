/** The forms that correct a season date or a host date. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import { DATES_PATH } from '#shared/base/links/advisor-paths.ts';
import { partsOf } from '#shared/base/time/day.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import type { Advisor } from '#shared/people/advisor/advisor.ts';
import { HOST_FIELDS } from '#shared/world/corrections/correction.ts';
import { HOST_FIELD_WORDS } from '#shared/world/corrections/words.ts';
import type { WorldItem } from '#shared/world/corrections/world-item.ts';
import { institutions } from '#shared/world/programs/directory.ts';
import { SEASON_EVENT_NAMES, SEASON_EVENTS } from '#shared/world/season/events.ts';

export interface DatesView {
  readonly advisor: Advisor;
  readonly item: WorldItem;
  readonly now: Instant;
  newId(): string;
}

export interface DatesProblem {
  readonly message: string;
  readonly field?: string | undefined;
  readonly values: Readonly<Record<string, string>>;
}

export function correctionForms(view: DatesView, problem?: DatesProblem): Html {
  return html`${form('season', 'Correct a season date', view, problem)}
${form('host', 'Correct a host date', view, problem)}`;
}

function form(of: 'season' | 'host', title: string, view: DatesView, problem?: DatesProblem): Html {
  const mine = problem?.values.of === of ? problem : undefined;
  const today = dayIn(EASTERN, view.now);
  const field = fieldOf(of, mine);
  const subject =
    of === 'season'
      ? html`${field('season', 'Match year', { otherwise: String(partsOf(today).year + 1) })}
${choice(
  of,
  mine,
  'event',
  'Which date',
  SEASON_EVENT_NAMES.map((name) => [name, SEASON_EVENTS[name].label]),
)}
${field('day', 'Correct date', { type: 'date' })}
${field('timeEt', 'Time (Eastern)', { hint: 'For example, 17:00. Only if the source states a time.', optional: true })}`
      : html`${choice(
          of,
          mine,
          'institutionId',
          'Host',
          institutions().map(({ id, name, program }) => [id, `${name}: ${program}`]),
        )}
${choice(
  of,
  mine,
  'field',
  'Which date',
  HOST_FIELDS.map((name) => [name, HOST_FIELD_WORDS[name]]),
)}
${field('days', 'Days before the first day of a rotation', { hint: 'Count months at their longest: 3 months are 92 days, 4 are 123, and 6 are 184.' })}`;
  return html`<details class="form"${mine ? html` open` : ''}><summary>${title}</summary>
<form method="post" action="${DATES_PATH}" novalidate>
<input type="hidden" name="update" value="${view.newId()}"><input type="hidden" name="of" value="${of}">
${subject}
${field('source', 'Page you read it on', { hint: 'Its address, starting with https://. It appears beside the date on every plan.' })}
${choice(of, mine, 'certainty', 'This page is', [
  ['official', 'official: from the AAMC, NRMP, ECFMG, or the host'],
  ['secondary', 'a secondary source'],
])}
${field('checkedOn', 'Day you read it', { type: 'date', otherwise: today })}
${field('reason', 'Why', { hint: 'One sentence, shown in the list below.' })}
<button>Correct the date</button></form></details>`;
}

interface Shape {
  readonly type?: 'text' | 'date';
  readonly hint?: string;
  readonly otherwise?: string;
  readonly optional?: boolean;
}

function fieldOf(of: string, problem?: DatesProblem) {
  return (
    name: string,
    label: string,
    { type = 'text', hint, otherwise = '', optional }: Shape,
  ): Html => {
    const id = `${of}-${name}`;
    const isWrong = problem?.field === name;
    const described = [hint && `${id}-hint`, isWrong && `${id}-error`].filter(Boolean).join(' ');
    return html`<div class="field"><label for="${id}">${label}${optional ? ' (optional)' : ''}</label>
${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : ''}${isWrong ? html`<p class="error" id="${id}-error">${problem.message}</p>` : ''}
<input id="${id}" name="${name}" type="${type}" maxlength="500"
value="${problem?.values[name] ?? otherwise}"${described ? html` aria-describedby="${described}"` : ''}${isWrong ? html` aria-invalid="true"` : ''}${optional ? '' : html` required`}></div>`;
  };
}

function choice(
  of: string,
  problem: DatesProblem | undefined,
  name: string,
  label: string,
  options: readonly (readonly [string, string])[],
): Html {
  const id = `${of}-${name}`;
  const chosen = problem?.values[name];
  return html`<div class="field"><label for="${id}">${label}</label>
<select id="${id}" name="${name}" required>${options.map(
    ([value, text]) =>
      html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`,
  )}</select></div>`;
}

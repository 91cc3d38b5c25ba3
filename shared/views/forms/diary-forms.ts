/** The forms of what is written down of the days on a rotation. */

import type { Field, Form } from '#shared/exchange/fields/field.ts';
import { labelOf } from '#shared/exchange/fields/labels.ts';
import { COMMON_PROCEDURES } from '#shared/plan/case-log/procedures.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { DiaryEvent } from '#shared/plan/moves/diary.ts';
import { EVENT_WORDS } from '#shared/words/event-words.ts';
import { PARTS } from './choices.ts';
import { EVENT_HELP } from './help.ts';

export type DiaryType = DiaryEvent['type'];

/** True for an entry of the case log or diary. */
export function isDiary(type: string): type is DiaryType {
  return Object.hasOwn(TITLES, type);
}

const TITLES: Readonly<Record<DiaryType, string>> = {
  'cases-counted': 'Log cases of a day',
  'mentor-named': 'Name your mentor',
  'talk-held': 'I have had the talk with my mentor',
  'task-given': 'Note a small task',
  'task-done': 'I have answered a small task',
};

/** One form, none for a task where nothing is open. */
export function diaryForms(rotation: Rotation, type: DiaryType): Form[] {
  if (type === 'task-done' && openTasks(rotation).length === 0) return [];
  return [
    {
      key: type,
      type,
      title: TITLES[type],
      says: EVENT_HELP[type],
      fields: fieldsOf(rotation, type),
      hidden: {},
      values: {
        role: rotation.mode === 'hands-on' ? 'hands-on' : 'observed',
        mentor: rotation.mentor ?? '',
        on: '',
      },
      button: EVENT_WORDS[type].button,
    },
  ];
}

function fieldsOf(rotation: Rotation, type: DiaryType): Field[] {
  const day: Field = { name: 'on', label: labelOf('on'), kind: 'day', required: true };
  switch (type) {
    case 'cases-counted':
      return [
        day,
        {
          name: 'procedure',
          label: labelOf('procedure'),
          kind: 'line',
          required: true,
          suggestions: procedureNames(rotation),
          hint: 'Its kind only, for example: TACE, biopsy, IVC filter.',
        },
        { name: 'role', label: labelOf('role'), kind: 'choice', choices: PARTS, required: true },
        {
          name: 'count',
          label: labelOf('count'),
          kind: 'number',
          least: 0,
          most: 50,
          required: true,
        },
      ];
    case 'mentor-named':
      return [{ name: 'mentor', label: labelOf('mentor'), kind: 'line', required: true }];
    case 'talk-held':
      return [day];
    case 'task-given':
      return [
        { name: 'title', label: labelOf('title'), kind: 'note', required: true },
        { ...day, label: 'Day it was given to you' },
      ];
    case 'task-done':
      return [
        {
          name: 'task',
          label: labelOf('task'),
          kind: 'choice',
          required: true,
          choices: openTasks(rotation),
        },
      ];
  }
}

function openTasks({ tasks = [] }: Rotation) {
  return tasks.flatMap(({ title, doneOn }, index) =>
    doneOn ? [] : [{ value: String(index + 1), label: title }],
  );
}

/** One's own names first, so that a kind is not written in two ways. */
function procedureNames({ cases = [] }: Rotation): string[] {
  const own = cases.map(({ procedure }) => procedure);
  return [...new Set([...own, ...COMMON_PROCEDURES])];
}

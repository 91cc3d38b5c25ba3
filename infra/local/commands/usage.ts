/** How to call a command: one line per form, its `--help`, and its part of docs/reference.md. */
import {
  type Argument,
  absentOf,
  argumentsOf,
  type Command,
  type Form,
  SETTINGS,
  wordsOf,
} from './arguments.ts';

const INDENT = '       ';

export function usageOf(name: string, command: Command): string {
  return `Usage: ${callsOf(name, command).join(`\n${INDENT}`)}`;
}

export function helpOf(name: string, command: Command): string {
  const settings = command.settings.map((each): Row => [each, SETTINGS[each]]);
  return [
    usageOf(name, command),
    '',
    command.does,
    ...columns('', rowsOf(command)),
    ...columns('Environment variables:', settings),
    ...(command.seeAlso ? ['', `See ${command.seeAlso}.`] : []),
    '',
    'Exit codes: 0 for done, 1 for could not be done, 2 for a wrong call.',
  ].join('\n');
}

function columns(title: string, rows: readonly Row[]): string[] {
  if (rows.length === 0) return [];
  const width = Math.max(...rows.map(([label]) => label.length));
  const lines = rows.map(([label, means]) => `  ${label.padEnd(width)}  ${means}`);
  return ['', ...(title ? [title] : []), ...lines];
}

/** A line for each form. */
export function callsOf(name: string, { forms }: Command): string[] {
  return Object.entries(forms).map(([formName, form]) => {
    const { operands = {}, options = {} } = form;
    const rest = [
      ...wordsOf(formName, form),
      ...Object.values(operands).map(({ value }) => value),
      ...Object.entries(options)
        .toSorted(([, a], [, b]) => Number(absentOf(a).may) - Number(absentOf(b).may))
        .map(([option, argument]) => {
          const text = labelOf(option, argument);
          return absentOf(argument).may ? `[${text}]${argument.many ? '...' : ''}` : text;
        }),
    ];
    const script = name === 'start' ? 'npm start' : `npm run ${name}`;
    return [script, ...(rest.length > 0 ? ['--', ...rest] : [])].join(' ');
  });
}

type Row = readonly [label: string, means: string];

/** What each word and argument means; what several forms share is listed once. */
export function rowsOf({ forms }: Command): Row[] {
  const rows = Object.entries(forms).flatMap(([name, form]): Row[] => [
    ...(form.means ? [[name, form.means] as const] : []),
    ...argumentRows(form),
  ]);
  return [...new Map(rows)];
}

function argumentRows(form: Form): Row[] {
  return Object.entries(argumentsOf(form)).map(([name, argument]) => {
    const { value } = absentOf(argument);
    const isSaid = value !== undefined && value !== false && !argument.many;
    const label = name in (form.operands ?? {}) ? (argument.value ?? '') : labelOf(name, argument);
    return [label, `${argument.means}${isSaid ? ` (default: ${value})` : ''}`];
  });
}

function labelOf(option: string, { value }: Argument): string {
  return `--${option}${value ? ` ${value}` : ''}`;
}

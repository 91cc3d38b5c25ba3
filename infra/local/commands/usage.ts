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

/** The commands and their settings, as a part of a page in Markdown. */
export function referenceOf(commands: Readonly<Record<string, Command>>): string {
  const sections = Object.entries(commands).map(([name, command]) => {
    const { does, settings, seeAlso } = command;
    const rows = rowsOf(command).map(([label, means]) => `- \`${label}\`: ${means}`);
    return [
      `### ${name}`,
      does,
      `\`\`\`sh\n${callsOf(name, command).join('\n')}\n\`\`\``,
      ...(rows.length > 0 ? [rows.join('\n')] : []),
      ...(settings.length > 0
        ? [`Settings: ${settings.map((each) => `\`${each}\``).join(', ')}.`]
        : []),
      ...(seeAlso ? [`See \`${seeAlso}\`.`] : []),
    ].join('\n\n');
  });
  return sections.join('\n\n');
}

/** A line for each environment variable, in Markdown. */
export function settingsReference(): string {
  return Object.entries(SETTINGS)
    .map(([name, means]) => `- \`${name}\`: ${means}`)
    .join('\n');
}

function callsOf(name: string, { forms }: Command): string[] {
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
function rowsOf({ forms }: Command): Row[] {
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

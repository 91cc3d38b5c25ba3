/** How a command is called, in words: a line a form, `--help`, and its part of docs/reference.md. */
import { type Argument, absentOf, argumentsOf, type Command, type Form } from './arguments.ts';

const INDENT = '       ';

/** A line for each form. */
export function usageOf(name: string, command: Command): string {
  return `Usage: ${callsOf(name, command).join(`\n${INDENT}`)}`;
}

/** What `--help` prints. */
export function helpOf(name: string, command: Command): string {
  const rows = rowsOf(command);
  const width = Math.max(0, ...rows.map(([label]) => label.length));
  return [
    usageOf(name, command),
    '',
    command.does,
    '',
    ...rows.map(([label, says]) => `  ${label.padEnd(width)}  ${says}`),
    ...(command.seeAlso ? ['', `See ${command.seeAlso}.`] : []),
    '',
    'Exit code: 0 when done, 1 when it cannot be done, 2 when the call is wrong.',
  ].join('\n');
}

/** The commands, as a part of a page in Markdown. */
export function referenceOf(commands: Readonly<Record<string, Command>>): string {
  return Object.entries(commands)
    .map(([name, command]) =>
      [
        `### ${name}`,
        command.does,
        `\`\`\`sh\n${callsOf(name, command).join('\n')}\n\`\`\``,
        rowsOf(command)
          .map(([label, says]) => `- \`${label}\`: ${says}`)
          .join('\n'),
        ...(command.seeAlso ? [`See \`${command.seeAlso}\`.`] : []),
      ].join('\n\n'),
    )
    .join('\n\n');
}

function callsOf(name: string, { forms }: Command): string[] {
  return Object.values(forms).map((form) => {
    const { words = [], operands = {}, options = {} } = form;
    const rest = [
      ...words,
      ...Object.values(operands).map(({ value }) => value),
      ...Object.entries(options)
        .toSorted(([, a], [, b]) => Number(absentOf(a).may) - Number(absentOf(b).may))
        .map(([option, argument]) => {
          const text = labelOf(option, argument);
          return absentOf(argument).may ? `[${text}]${argument.many ? '...' : ''}` : text;
        }),
    ];
    return `npm run ${name}${rest.length > 0 ? ` -- ${rest.join(' ')}` : ''}`;
  });
}

/** What each word and each argument means; what several forms share is said once. */
function rowsOf({ forms }: Command): [label: string, says: string][] {
  const rows = Object.values(forms).flatMap((form) => [...wordRow(form), ...argumentRows(form)]);
  return [...new Map(rows)];
}

function wordRow({ words, says }: Form): [string, string][] {
  return words && says ? [[words.join(' '), says]] : [];
}

function argumentRows(form: Form): [string, string][] {
  return Object.entries(argumentsOf(form)).map(([name, argument]) => {
    const { value } = absentOf(argument);
    const isSaid = value !== undefined && value !== false && !argument.many;
    const label = name in (form.operands ?? {}) ? (argument.value ?? '') : labelOf(name, argument);
    return [label, `${argument.says}${isSaid ? ` (default: ${value})` : ''}`];
  });
}

function labelOf(option: string, { value }: Argument): string {
  return `--${option}${value ? ` ${value}` : ''}`;
}

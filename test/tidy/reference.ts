/** The generated part of docs/reference.md; `npm run reference` writes it. */
import { writeFileSync } from 'node:fs';
import { type Command, SETTINGS } from '#infra/local/commands/arguments.ts';
import { COMMANDS } from '#infra/local/commands/table.ts';
import { callsOf, rowsOf } from '#infra/local/commands/usage.ts';
import { PROJECT, read } from './files.ts';

export const REFERENCE = 'docs/reference.md';

/** The page as it must be. */
export function referencePage(): string {
  const parts = { commands: referenceOf(COMMANDS), settings: settingsReference() };
  return Object.entries(parts).reduce(
    (page, [name, text]) =>
      page.replace(
        new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*(\\n<!-- /${name} -->)`),
        (_, from, to) => `${from}\n${text}\n${to}`,
      ),
    read(REFERENCE),
  );
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
function settingsReference(): string {
  return Object.entries(SETTINGS)
    .map(([name, means]) => `- \`${name}\`: ${means}`)
    .join('\n');
}

if (import.meta.main) writeFileSync(`${PROJECT}${REFERENCE}`, referencePage());

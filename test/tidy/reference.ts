/** The generated part of docs/reference.md; `npm run reference` writes it. */
import { writeFileSync } from 'node:fs';
import { COMMANDS } from '#infra/local/commands/table.ts';
import { referenceOf, settingsReference } from '#infra/local/commands/usage.ts';
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

if (import.meta.main) writeFileSync(`${PROJECT}${REFERENCE}`, referencePage());

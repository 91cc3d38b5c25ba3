/** The commands in docs/reference.md, from their table; `npm run reference` writes them. */
import { writeFileSync } from 'node:fs';
import { COMMANDS } from '#infra/local/commands/table.ts';
import { referenceOf } from '#infra/local/commands/usage.ts';
import { PROJECT, read } from './files.ts';

export const REFERENCE = 'docs/reference.md';

/** The page as it must be. */
export function referencePage(): string {
  return read(REFERENCE).replace(
    /(<!-- commands -->\n)[\s\S]*(\n<!-- \/commands -->)/,
    (_, from, to) => `${from}\n${referenceOf(COMMANDS)}\n${to}`,
  );
}

if (import.meta.main) writeFileSync(`${PROJECT}${REFERENCE}`, referencePage());

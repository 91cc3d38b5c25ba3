/** The project's files as these tests read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
/** Walked, not asked of git: a downloaded archive has none. */
const LEFT_OUT = new Set(['.git', ...readFileSync(`${PROJECT}.gitignore`, 'utf8').split(/\/?\n/)]);

export const FILES = filesUnder('');
export const read = (path: string): string => readFileSync(`${PROJECT}${path}`, 'utf8');
export const matching = (pattern: RegExp): string[] => FILES.filter((path) => pattern.test(path));

function filesUnder(folder: string): string[] {
  return readdirSync(`${PROJECT}${folder}`, { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name) || entry.name.endsWith('.log')) return [];
    const path = `${folder}${entry.name}`;
    return entry.isDirectory() ? filesUnder(`${path}/`) : [path];
  });
}

/** Which release this is, as far as plans depend on it: a fingerprint of the domain's files, both rules and data. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DOMAIN = fileURLToPath(new URL('../../shared', import.meta.url));

/** Changes with any rule or data file. On AWS the stack passes it in, since a bundle has no folder. */
export function releaseFingerprint(folder: string = DOMAIN): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  for (const file of files) {
    hash.update(file.slice(folder.length).replaceAll('\\', '/')).update('\0');
    hash.update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

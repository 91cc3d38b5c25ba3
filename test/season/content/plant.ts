/** A wrong rule, planted: one text of one file becomes another while a worker loads it. */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface Plant {
  /** From the project's root, below `shared` or `functions`. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly find: string;
  readonly becomes: string;
}

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Before anything of the product is loaded: what is loaded already stays as it is. */
export function plant({ file, find, becomes }: Plant): void {
  const path = `${ROOT}${file}`;
  const parts = readFileSync(path, 'utf8').split(find);
  if (parts.length !== 2)
    throw new Error(`${file} has the text ${parts.length - 1} times: ${find}`);
  const planted = pathToFileURL(path).href;
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      return url === planted ? { ...loaded, source: parts.join(becomes) } : loaded;
    },
  });
}

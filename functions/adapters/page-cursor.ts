/** Where a page of an index ended, as a word that callers only pass back. */
import * as z from 'zod';

const cursorSchema = z.array(z.string()).max(4);

/** Where a page ended, as one word for a URL. Not a secret: `readCursor` checks it. */
export function writeCursor(...parts: string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** The parts passed to `writeCursor`. Throws for a word that it did not make. */
export function readCursor(cursor: string, partCount: number): string[] {
  const parts = cursorSchema.safeParse(jsonOf(cursor));
  // Written again, so that no other text is read as the same place.
  if (parts.data?.length !== partCount || writeCursor(...parts.data) !== cursor) {
    throw new Error('The place to continue from does not come from an earlier page.');
  }
  return parts.data;
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

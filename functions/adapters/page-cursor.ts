/** An opaque cursor: where a page of an index ended. */
import * as z from 'zod';

const cursorSchema = z.array(z.string()).max(4);

/** One URL-safe word. Not secret: `readCursor` checks it. */
export function writeCursor(...parts: string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Throws for anything that `writeCursor` did not make. */
export function readCursor(cursor: string, partCount: number): string[] {
  const parts = cursorSchema.safeParse(jsonOf(cursor));
  // Encoded again and compared, so that no other text decodes to the same place.
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

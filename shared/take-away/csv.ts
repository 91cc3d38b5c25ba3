/** A table as CSV (RFC 4180), safe to open in a spreadsheet: no field is ever taken for a formula. */

/** A field that a spreadsheet would calculate begins with one of these, perhaps after blanks. */
const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@|%\t\r]/;

/** @returns the text with a byte-order mark, so that names of every script are read as UTF-8 */
export function csvOf(
  header: readonly string[],
  rows: readonly (readonly (string | number | undefined)[])[],
): string {
  return `\ufeff${[header, ...rows].map((row) => row.map(fieldOf).join(',')).join('\r\n')}\r\n`;
}

function fieldOf(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) || harmless !== harmless.trim()
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless;
}

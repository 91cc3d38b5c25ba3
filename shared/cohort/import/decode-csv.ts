/** Bytes as text: the code page in which a program saved them, or what kind of file it is instead. */
import { failure, type Result, success } from '#shared/base/result.ts';

interface Decoded {
  readonly text: string;
  /** What the sender should check. */
  readonly notice?: string;
}

const UTF_16 = [
  { mark: [0xff, 0xfe], label: 'utf-16le' },
  { mark: [0xfe, 0xff], label: 'utf-16be' },
] as const;
const SAVE_AS_CSV = 'Save it as CSV: File > Save as > CSV UTF-8.';

const ZIP = 'PK\u0003\u0004';
/** How the file starts, and what else its first bytes have, read as Latin-1. */
const NO_TEXT: readonly (readonly [string, string, string])[] = [
  [
    ZIP,
    'opendocument',
    'This is an OpenDocument spreadsheet (.ods), not CSV. Save it as CSV: File > Save as > Text CSV, with Unicode (UTF-8).',
  ],
  [ZIP, '.iwa', 'This is a Numbers document, not CSV. Export it as CSV: File > Export To > CSV.'],
  [ZIP, '', `This is an Excel workbook (.xlsx), not CSV. ${SAVE_AS_CSV}`],
  [
    '\u00d0\u00cf\u0011\u00e0',
    '',
    `This is an old or protected Excel workbook (.xls), not CSV. ${SAVE_AS_CSV}`,
  ],
  ['%PDF-', '', 'This is a PDF, not CSV. Export the sheet that it was printed from as CSV UTF-8.'],
];
const WEB_PAGE = /^\s*<(?:!doctype|html|head|meta|table|\?xml)\b/i;
const WEB_PAGE_FOUND = `This is a web page named like a sheet. Open it in a spreadsheet. ${SAVE_AS_CSV}`;
const HEAD_BYTES = 2000;

/** @returns the text without its byte order mark, or a message about what the file is instead */
export function decodeCsv(bytes: Uint8Array): Result<Decoded, string> {
  if (bytes.length === 0) return failure('The file is empty.');
  const head = String.fromCharCode(...bytes.subarray(0, HEAD_BYTES));
  const [, , instead] =
    NO_TEXT.find(([start, within]) => head.startsWith(start) && head.includes(within)) ?? [];
  if (instead) return failure(instead);
  if (WEB_PAGE.test(head.replace('\u00ef\u00bb\u00bf', ''))) return failure(WEB_PAGE_FOUND);
  const wide = UTF_16.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  const label = wide?.label ?? unmarkedWide(bytes);
  if (label) return success({ text: new TextDecoder(label).decode(bytes), notice: UTF_16_READ });
  if (bytes.includes(0)) return failure(`This is not a text file. ${SAVE_AS_CSV}`);
  try {
    return success({ text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) });
  } catch {
    return decodedByte(bytes);
  }
}

const UTF_16_READ =
  'The file is in UTF-16 (saved as “Unicode text”) and was read as such. Check one name with an accent.';

/** A first cell in Latin letters has a zero in each pair of bytes. */
function unmarkedWide(bytes: Uint8Array): string | undefined {
  const zeros = Array.from(bytes.subarray(0, 8), (byte) => (byte === 0 ? '0' : 'x')).join('');
  return { x0x0x0x0: 'utf-16le', '0x0x0x0x': 'utf-16be' }[zeros];
}

const LATIN_1_READ =
  'The file is not in UTF-8, so it was read as Latin-1 (Windows-1252). Check one name with an accent. If it is wrong, save the sheet as “CSV UTF-8”.';

/** What names of other code pages look like in Windows-1252, in which every byte is a character. */
const OTHER_PAGES = [
  { label: 'windows-1254', doubt: /[ÐÝÞðýþ]/ },
  { label: 'windows-1251', doubt: /[À-ÿ]{4}/ },
  { label: 'windows-1250', doubt: /\p{L}[£¥¯³¹¼¾¿]|[£¥¯³¹¼¾¿]\p{L}/u },
  { label: 'macintosh', doubt: /\p{L}‡|\p{Ll}[ŽŸ]/u },
] as const;

function decodedByte(bytes: Uint8Array): Result<Decoded, string> {
  const text = new TextDecoder('windows-1252').decode(bytes);
  for (const { label, doubt } of OTHER_PAGES) {
    const at = text.search(doubt);
    if (at < 0) continue;
    // Each character is one byte, so a cell of the text is the same stretch of the file.
    const before = text.slice(Math.max(at - 60, 0), at).split(/[,;\t\r\n"]/);
    const start = at - (before.at(-1)?.length ?? 0);
    const cell = /^[^,;\t\r\n"]{0,60}/.exec(text.slice(start))?.[0] ?? '';
    const other = new TextDecoder(label).decode(bytes.subarray(start, start + cell.length));
    return failure(
      `The file is not in UTF-8, so it is unclear whether it says “${cell}” or “${other}”. ${SAVE_AS_CSV}`,
    );
  }
  return success({ text, notice: LATIN_1_READ });
}

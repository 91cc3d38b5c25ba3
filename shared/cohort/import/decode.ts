/** Decodes a file as spreadsheets write it, and refuses what is not text. */
import { failure, type Result, success } from '#shared/base/result.ts';

interface Decoded {
  readonly text: string;
  /** What the sender should check. */
  readonly notice?: string;
}

const WORKBOOK = [0x50, 0x4b, 0x03, 0x04];
const UTF_16 = [
  { mark: [0xff, 0xfe], label: 'utf-16le' },
  { mark: [0xfe, 0xff], label: 'utf-16be' },
] as const;

/** @returns the text without its byte order mark, or a message about what the file is instead */
export function decodeCsv(bytes: Uint8Array): Result<Decoded, string> {
  if (bytes.length === 0) return failure('The file is empty.');
  if (startsWith(bytes, WORKBOOK)) {
    return failure(
      'This is a workbook, not CSV. In the spreadsheet, choose “Save as”, then “CSV UTF-8”.',
    );
  }
  const wide = UTF_16.find(({ mark }) => startsWith(bytes, mark));
  if (wide) {
    return success({ text: new TextDecoder(wide.label).decode(bytes), notice: NOTICES.utf16 });
  }
  if (bytes.includes(0)) return failure('This is not a text file. Save the sheet as “CSV UTF-8”.');
  try {
    return success({ text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) });
  } catch {
    // Every byte is a character in it, so this reads whatever Western office programs write.
    return success({ text: new TextDecoder('windows-1252').decode(bytes), notice: NOTICES.latin1 });
  }
}

const NOTICES = {
  utf16:
    'The file is in UTF-16 (saved as “Unicode text”) and was read as such. Check one name with an accent.',
  latin1:
    'The file is not in UTF-8, so it was read as Latin-1 (Windows-1252). Check one name with an accent. If it is wrong, save the sheet as “CSV UTF-8”.',
} as const;

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** Finds web addresses, email addresses, and phone numbers, even disguised: text that we email to strangers must contain none. */
import type * as z from 'zod';
import { hiddenIn } from './hidden.ts';
import { NOTE_CHARACTERS_MAX } from './limits.ts';

export type Contact = 'web address' | 'email address' | 'phone number';

/** Longer text is refused for its length: some patterns would take minutes to read a whole form. */
const CHARACTERS_JUDGED = NOTE_CHARACTERS_MAX;

/** The first contact in the text; undefined for plain words. */
export function contactIn(
  text: string,
): { readonly kind: Contact; readonly found: string } | undefined {
  const plain = undisguised(text.slice(0, CHARACTERS_JUDGED));
  for (const [kind, find] of FINDERS) {
    const found = find(plain);
    if (found !== undefined) return { kind, found };
  }
  return undefined;
}

/** For text that may be emailed to a stranger: no contact, and nothing that nobody sees. Input only: stored text is read as it is. */
export function withoutContact<Text extends z.ZodType<string>>(schema: Text): Text {
  return schema.superRefine((text, context) => {
    const contact = contactIn(text);
    const message = contact ? reasonOf(contact) : hiddenIn(text);
    if (message) context.addIssue({ code: 'custom', message });
  });
}

function reasonOf({ kind, found }: NonNullable<ReturnType<typeof contactIn>>): string {
  const article = kind === 'email address' ? 'an' : 'a';
  const hint = kind === 'web address' ? ', or put a space after the period' : '';
  return `contains ${article} ${kind} (“${found}”): leave it out${hint}`;
}

const FINDERS: readonly (readonly [Contact, (plain: string) => string | undefined])[] = [
  ['email address', emailIn],
  ['web address', webIn],
  ['phone number', phoneIn],
];

const DOTS = /[\u3002\u066b\u06d4\u0701\u0702\u2027\u2e33\ua4f8]/gu;
const BRACKETED_DOT = /\s*[[({<|]\s*(?:\.|dot)\s*[\])}>|]\s*/giu;
const BRACKETED_AT = /\s*[[({<|]\s*(?:@|at)\s*[\])}>|]\s*/giu;

/** Each sign in one form, without invisible characters. */
function undisguised(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}|\p{Variation_Selector}|\u034f|\u115f|\u1160|\u3164/gu, '')
    .replaceAll(DOTS, '.')
    .replaceAll(/[\u2044\u2215]/gu, '/')
    .replaceAll(/[\ua789\u2236]/gu, ':')
    .replaceAll(BRACKETED_DOT, '.')
    .replaceAll(BRACKETED_AT, '@')
    .replaceAll(/\p{Nd}/gu, (digit) => (digit <= '9' ? digit : '0'));
}

/** An `@` with spaces around it is a word: "4 weeks @ Yale". */
function emailIn(plain: string): string | undefined {
  return firstOf(plain, [
    /\S*[\p{L}\p{N}]@\S*|@[\p{L}\p{N}]\S*/u,
    /\bmailto\b/i,
    /\bat[\s_-]+[^\s_-]+(?:[\s_-]+[^\s_-]+)?[\s_-]+dot[\s_-]+\p{L}{2,}/iu,
    /(?:@|\bat)\s+(?:gmail|googlemail|outlook|hotmail|yahoo|icloud|protonmail|gmx|yandex)\b/i,
  ]);
}

/** Endings that nobody reads as a word in a sentence. */
const ENDINGS =
  'com|net|org|edu|gov|info|biz|io|co|app|dev|xyz|online|site|shop|link|click|top|club';
const KNOWN_ENDING = new RegExp(`^(?:${ENDINGS})$`, 'i');
const SPELLED_DOT = new RegExp(
  `[\\p{L}\\p{N}]+[\\s_-]+dot[\\s_-]+(?:${ENDINGS}|uk|de|ru|cn|ai)\\b`,
  'iu',
);

function webIn(plain: string): string | undefined {
  return (
    firstOf(plain, [
      /\b(?:h[tx]{2}ps?|ftps?|javascript)\s*:|:\s*\/\s*\/|\bwww\d?\b|\bxn--/i,
      /(?<![\d.])\d{1,3}(?:\s*\.\s*\d{1,3}){3}(?![\d.])/,
      /[\p{L}\p{N}]\s*\.\s*(?:c\s+o\s+m|o\s+r\s+g|n\s+e\s+t)\b/iu,
      /[\p{L}\p{N}]\.(?:c\.o\.m|o\.r\.g|n\.e\.t)\b/u,
      /[\p{L}\p{N}][,·•∙⋅・*](?:com|net|org)\b/iu,
      // A sentence after a period and a space would start with a capital letter.
      /[\p{L}\p{N}]+\.\s+(?:com|net|org|edu|gov|info|biz|io|xyz)\b/u,
      SPELLED_DOT,
    ]) ??
    joinedIn(plain) ??
    spacedIn(plain)
  );
}

/** `example.com`, whatever its ending: a word, a period, and at least two letters without a space. */
function joinedIn(plain: string): string | undefined {
  for (const [joined] of plain.matchAll(/[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+/gu)) {
    const labels = joined.split('.');
    const isAddress = labels.some((label, index) => {
      const ending = /^\p{L}{2,}(?![\p{L}\p{N}])/u.exec(label)?.[0];
      return index > 0 && ending !== undefined && !isInitial(labels[index - 1] ?? '', ending);
    });
    if (isAddress) return joined;
  }
  return undefined;
}

/** `A.B.Smith`, `B.Sc`, `St.Gallen`, `1.Read`: a name or list item without its space. */
function isInitial(before: string, after: string): boolean {
  const isShort =
    /^(?:\p{Lu}|\d{1,2}|Ste?|Sta|Mt|Ft|Dra?|Prof|Mrs?|Ms|Sr|Jr|Md|Mohd|Ma|Abd)$/u.test(before);
  return isShort && /^\p{Lu}\p{Ll}+$/u.test(after) && !KNOWN_ENDING.test(after);
}

/** `example .com`, `example . com`: nobody puts a space before a period. */
function spacedIn(plain: string): string | undefined {
  for (const [found, ending = ''] of plain.matchAll(
    /[\p{L}\p{N}]+\s+\.\s*(\p{L}[\p{L}\p{N}]+)/gu,
  )) {
    if (KNOWN_ENDING.test(ending) || /^\p{Ll}/u.test(ending)) return found;
  }
  return undefined;
}

/** Dates, pairs of years, and clock times have digits but are no phone numbers. */
const DATED = [
  /(?<![\d/])\d{1,2}\/[0-3]?\d\/(?:20)?\d\d\s?[-–—]\s?\d{1,2}\/[0-3]?\d\/(?:20)?\d\d(?![\d/])/g,
  /(?<!\d[-./]?)(?:19|20)\d\d\s?[-–—/.]\s?(?:0?[1-9]|1[0-2])\s?[-–—/.]\s?(?:0?[1-9]|[12]\d|3[01])(?![-./]?\d)/g,
  /(?<!\d[-./]?)\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d(?![-./]?\d)/g,
  /(?<!\d[-./ ]?)(?:19|20)\d\d\s?[-–—/]\s?(?:19|20)?\d\d(?![-./ ]?\d)/g,
  /(?<![\d.])(?:[01]?\d|2[0-3])[.:][0-5]\d(?![.:]?\d)/g,
];
/** The shortest number that can be dialed from elsewhere. */
const PHONE_DIGITS_MIN = 7;
const NUMBER_WORDS = 'zero|oh|one|two|three|four|five|six|seven|eight|nine';
const SPELLED_NUMBER = new RegExp(
  `\\b(?:(?:${NUMBER_WORDS})\\b[\\s,-]*){${PHONE_DIGITS_MIN},}`,
  'i',
);

function phoneIn(plain: string): string | undefined {
  const undated = DATED.reduce((text, dated) => text.replaceAll(dated, ' x '), plain);
  const groups = undated.match(/[+(]?\d(?:[\s()+.\-–—/·•_*~|]*\d)*/gu) ?? [];
  const long = groups.find((group) => group.replaceAll(/\D/g, '').length >= PHONE_DIGITS_MIN);
  if (long !== undefined) return long.trim();
  const dialed = firstOf(plain, [/\+\s*\d{1,3}[\s().-]*\d{3,}/]);
  if (dialed !== undefined) return dialed;
  return firstOf(undated, [
    /(?<!\bon[\s-])\b(?:call|phone|tel|telephone|sms|whatsapp|fax)\b[^\p{L}\d]{0,8}(?!(?:19|20)\d\d\b)\d(?:[\s().-]*\d){3,}/iu,
    /\b8(?:00|33|44|55|66|77|88)[\s.-]+[A-Z]{3,}(?:[\s.-]*[A-Z]){3,}/,
    SPELLED_NUMBER,
  ]);
}

function firstOf(text: string, patterns: readonly RegExp[]): string | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return found.trim();
  }
  return undefined;
}

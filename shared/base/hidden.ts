/** Finds invisible characters in a name, and text that an email app would decode into something else. */

/** Format and tag characters, fillers, the Braille blank, and variation selectors. */
const UNSEEN = /\p{Cf}|\p{Co}|\p{Variation_Selector}|\u034f|[\u115f\u1160\u2800\u3164\uffa0]/u;
/** Zero-width joiner and non-joiner: Persian, Malayalam, Sinhala, and other scripts are spelled with them. */
const JOINER = /^[\u200c\u200d]$/;
const JOINED_SCRIPTS =
  /[\p{Script=Arabic}\p{Script=Bengali}\p{Script=Devanagari}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}]/u;
/** RFC 2047: an email app decodes it. */
const ENCODED_WORD = /=\?[\w-]+(?:\*[\w-]+)?\?[bq]\?[^?\s]*\?=/i;

/** What is wrong and where, as the end of a sentence about the field; undefined for a text without any of it. */
export function hiddenIn(text: string): string | undefined {
  const characters = [...text];
  const at = characters.findIndex(
    (character, index) => UNSEEN.test(character) && !isSpelling(characters, index),
  );
  if (at >= 0) {
    const code = characters[at]?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return `has an invisible character (U+${code}) ${placeOf(characters, at)}: type it again without it`;
  }
  return ENCODED_WORD.test(text)
    ? 'has an encoded word (“=?…?=”): type the letters themselves'
    : undefined;
}

function isSpelling(characters: readonly string[], index: number): boolean {
  const before = characters[index - 1] ?? '';
  const character = characters[index] ?? '';
  if (JOINER.test(character)) return JOINED_SCRIPTS.test(before);
  // The variant of a character that a family name uses.
  return /\p{Variation_Selector}/u.test(character) && /\p{Script=Han}/u.test(before);
}

function placeOf(characters: readonly string[], at: number): string {
  if (at === 0) return 'at its start';
  return `after “${characters.slice(Math.max(0, at - 12), at).join('')}”`;
}

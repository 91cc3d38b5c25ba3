/** Headers with a number: `Host 2`, `Start (2)`, `Rotation 2 start`, `Second host`. */

export interface NumberedHeader {
  readonly n: number;
  /** The header without its number: `start`. */
  readonly of: string;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const THING = '(?:rotation|elective|placement|choice|host|site)';
const AFTER = /^(.*?)[\s_#.:(/-]*(?<!\d)([1-9])\)?$/;
const BEFORE = new RegExp(`^${THING}[\\s_#.-]*([1-9])[\\s_:.)/-]+(.+)$`, 'i');
const ORDINAL = new RegExp(`^(${ORDINALS.join('|')}|[1-9](?:st|nd|rd|th))[\\s_-]+(.+)$`, 'i');
/** `Start of rotation` means `Start`. */
const OF_THING = /[\s_(-]+(?:of[\s_-]+)?(?:the[\s_-]+)?(?:rotation|elective)$/i;
const THING_FIRST = /^(?:rotation|elective)[\s_:-]+(?=\S)/i;

/** All readings of a numbered header: `First day 2` is day 2 of the first rotation, or the second rotation's first day. */
export function numberedHeaders(header: string): NumberedHeader[] {
  const text = header.trim();
  const [, between, rest] = BEFORE.exec(text) ?? [];
  const [, ordinal, what] = ORDINAL.exec(text) ?? [];
  const [, before, after] = AFTER.exec(text) ?? [];
  return [
    ...(between && rest ? [{ n: Number(between), of: plain(rest) }] : []),
    ...(before && after ? [{ n: Number(after), of: plain(before) }] : []),
    ...(ordinal && what ? [{ n: ordinalOf(ordinal), of: plain(what) }] : []),
  ];
}

function plain(text: string): string {
  return text.replace(OF_THING, '').replace(THING_FIRST, '');
}

function ordinalOf(word: string): number {
  const index = ORDINALS.indexOf(word.toLowerCase());
  return index >= 0 ? index + 1 : Number(word[0]);
}

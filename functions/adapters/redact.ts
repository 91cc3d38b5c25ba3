/** Takes addresses and keys to somebody's pages out of text on its way to a log. */

// Each begins only where a word does, so that a long word costs no more than its length.
const SECRETS: readonly [pattern: RegExp, instead: string][] = [
  // user:password@ in a URL, before it could pass for an address.
  [/(?<![a-z0-9+.-])([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@]*@/gi, '$1[credentials]@'],
  // A signed link: three base64url parts. Also what is left of one that was cut, and whatever a page was opened with.
  [/(?<![\w-])[\w-]{12,}\.[\w-]{12,}\.[\w-]{12,}/g, '[token]'],
  [/(?<![\w-])eyJ[\w-]*(?:\.[\w-]*){0,2}/g, '[token]'],
  [/(\/[alsu]\/)[^\s/?#"'<>]+/g, '$1[token]'],
  // An address as people write it, or as a URL holds it, in any script.
  [
    /(?<![^\s<>"'(),:;[\]\\/=])[^\s<>"'(),:;[\]\\/=]+(?:@|%40)[^\s<>"'(),:;[\]\\/?&]+/gi,
    '[address]',
  ],
];

/** The text with `[token]`, `[address]` and `[credentials]` in their stead. */
export function redact(text: string): string {
  return SECRETS.reduce((kept, [pattern, instead]) => kept.replace(pattern, instead), text);
}

/** One structured line for each call. Only listed fields are written, and values are redacted: a log never identifies anyone. */

/** Ids, counts, milliseconds, and codes. Add a name here before a call can use it; never one for a person's own words. */
const TEXTS = [
  'at', // The product's time, which may be a virtual clock's.
  'personId',
  'senderId',
  'rotationId',
  'updateId',
  'reference', // What an error page shows, so that its line can be found.
  'method',
  'route', // Its pattern, never the path someone opened.
  'code', // A refusal's or an outcome's.
  'reason',
  'source', // The network of a request that was refused, shortened to /24 or /48.
  'erasure', // The keyed hash of an erased person, for a restored table.
] as const;
const COUNTS = [
  'count',
  'due',
  'moved',
  'sent',
  'refused',
  'unknown',
  'lost',
  'held',
  'failed',
] as const;
const NUMBERS = ['emailN', 'status', 'durationMs', ...COUNTS] as const;
const NAMES: readonly string[] = [...TEXTS, ...NUMBERS, 'finished', 'error'];

export type LogFields = Readonly<
  Partial<Record<(typeof TEXTS)[number], string> & Record<(typeof NUMBERS)[number], number>>
> & { readonly finished?: boolean; readonly error?: unknown };

export type LogLevel = 'info' | 'warn' | 'error';
export type Log = (level: LogLevel, event: string, fields?: LogFields) => void;

const TEXT_CHARACTERS_MAX = 500;
const STACK_CHARACTERS_MAX = 3000;
const CAUSES_MAX = 3;

/** `info` to stdout, the rest to stderr. Not through `console`: Lambda prefixes its lines with text that metric filters cannot parse. */
export const log: Log = (level, event, fields) => {
  const line = lineOf(level, event, fields);
  const stream = level === 'info' ? process.stdout : process.stderr;
  stream.write(`${line}\n`);
};

/** The line as JSON. A field that is not on the list is counted, not shown. */
export function lineOf(level: LogLevel, event: string, fields: LogFields = {}): string {
  const entries = Object.entries(fields);
  const known = entries.filter(([name]) => NAMES.includes(name));
  const left = entries.length - known.length;
  return JSON.stringify({
    level,
    event: clean(event),
    ...Object.fromEntries(known.map(([name, value]) => [name, shownOf(name, value)])),
    ...(left > 0 && { fieldsLeftOut: left }),
  });
}

function shownOf(name: string, value: unknown): unknown {
  if (name === 'error') return errorOf(value, CAUSES_MAX);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' ? clean(value) : undefined;
}

function errorOf(error: unknown, causesLeft: number): unknown {
  if (!(error instanceof Error)) return clean(String(error));
  const { code } = error as { code?: unknown };
  return {
    name: clean(error.name),
    message: clean(error.message),
    ...(typeof code === 'string' && { code: clean(code) }),
    ...(error.stack && { stack: clean(error.stack, STACK_CHARACTERS_MAX) }),
    ...(error.cause !== undefined &&
      causesLeft > 0 && { cause: errorOf(error.cause, causesLeft - 1) }),
  };
}

// Redacted first: cutting could split an address into something that no longer looks like one.
function clean(text: string, charactersMax = TEXT_CHARACTERS_MAX): string {
  return redact(text).slice(0, charactersMax);
}

// Patterns start only at word boundaries, so a long word takes linear time.
const SECRETS: readonly [pattern: RegExp, instead: string][] = [
  // user:password@ in a URL, before it is taken for an address.
  [/(?<![a-z0-9+.-])([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@]*@/gi, '$1[credentials]@'],
  // A signed link (three base64url parts, even truncated) and the query string after it.
  [/(?<![\w-])[\w-]{12,}\.[\w-]{12,}\.[\w-]{12,}/g, '[token]'],
  [/(?<![\w-])eyJ[\w-]*(?:\.[\w-]*){0,2}/g, '[token]'],
  [/(\/[alsu]\/)[^\s/?#"'<>]+/g, '$1[token]'],
  // An address as people write it or as a URL encodes it, in any script.
  [
    /(?<![^\s<>"'(),:;[\]\\/=])[^\s<>"'(),:;[\]\\/=]+(?:@|%40)[^\s<>"'(),:;[\]\\/?&]+/gi,
    '[address]',
  ],
];

/** The text with `[token]`, `[address]`, and `[credentials]` instead. */
function redact(text: string): string {
  return SECRETS.reduce((kept, [pattern, instead]) => kept.replace(pattern, instead), text);
}

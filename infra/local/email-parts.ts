/** Parses the messages in our own outbox, as the MIME adapter writes them; not a parser for other email. */
export interface EmailParts {
  readonly headers: string;
  readonly text: string;
  readonly html: string;
}

const PARTS_MAX = 20;

export function emailParts(raw: string): EmailParts {
  const message = split(raw);
  const leaves = leavesOf(message);
  return {
    headers: message.head,
    text: bodyOf(leaves, 'text/plain'),
    html: bodyOf(leaves, 'text/html'),
  };
}

interface Entity {
  readonly head: string;
  readonly body: string;
}

function split(entity: string): Entity {
  const unixLines = entity.replaceAll('\r\n', '\n');
  const cut = unixLines.indexOf('\n\n');
  if (cut === -1) return { head: unixLines, body: '' };
  return { head: unixLines.slice(0, cut), body: unixLines.slice(cut + 2) };
}

function leavesOf(message: Entity): Entity[] {
  const boundary = /boundary="?([^";\n]+)"?/i.exec(headerOf(message, 'content-type'))?.[1];
  if (!boundary) return [message];
  const parts = `\n${message.body}`.split(`\n--${boundary}`).slice(1, PARTS_MAX);
  return parts
    .filter((part) => !part.startsWith('--'))
    .flatMap((part) => leavesOf(split(part.replace(/^[ \t]*\n/, ''))));
}

function bodyOf(leaves: readonly Entity[], type: string): string {
  const leaf = leaves.find((each) => headerOf(each, 'content-type').startsWith(type));
  return leaf ? decode(leaf.body, headerOf(leaf, 'content-transfer-encoding')) : '';
}

function headerOf({ head }: Entity, name: string): string {
  const unfolded = head.replaceAll(/\n[ \t]+/g, ' ').split('\n');
  const line = unfolded.find((each) => each.toLowerCase().startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim() ?? '';
}

function decode(body: string, encoding: string): string {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('utf8');
    case 'quoted-printable':
      return quotedPrintable(body);
    default:
      return body;
  }
}

function quotedPrintable(body: string): string {
  const joined = body.replaceAll(/=[ \t]*\n/g, '');
  const bytes = joined.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** The contrast of every text of an email with its background, as WCAG 2 defines it, in light and in dark. */
interface Scheme {
  readonly ink: string;
  readonly ground: string;
}

/** Void elements have no end tag. */
const VOID = new Set(['meta', 'br', 'img', 'hr', 'input', '!doctype']);

/** The lowest ratio of each scheme, and the number of texts compared. */
export function worstContrasts(html: string): { light: number; dark: number; pairs: number } {
  const dark = darkClasses(html);
  const body = html.slice(html.indexOf('<body'));
  const stack: { tag: string; light: Scheme; dark: Scheme }[] = [];
  let worst = { light: Number.POSITIVE_INFINITY, dark: Number.POSITIVE_INFINITY, pairs: 0 };
  for (const [, tag = '', text = ''] of body.matchAll(/<([^>]+)>([^<]*)/g)) {
    const name = tag.replace(/^\//, '').split(/[\s/]/)[0]?.toLowerCase() ?? '';
    if (tag.startsWith('/')) {
      while (stack.length > 0 && stack.pop()?.tag !== name);
    } else if (!VOID.has(name)) {
      const over = stack.at(-1) ?? {
        light: { ink: '#000000', ground: '#ffffff' },
        dark: { ink: '#000000', ground: '#ffffff' },
      };
      const inline = colorsIn(/style="([^"]*)"/.exec(tag)?.[1] ?? '');
      const classes = (/class="([^"]*)"/.exec(tag)?.[1] ?? '').split(' ');
      const forced = Object.assign({}, ...classes.map((each) => dark.get(each) ?? {}));
      stack.push({
        tag: name,
        light: { ...over.light, ...inline },
        dark: { ...over.dark, ...inline, ...forced },
      });
    }
    const on = stack.at(-1);
    if (!on || text.trim() === '') continue;
    worst = {
      light: Math.min(worst.light, contrastOf(on.light.ink, on.light.ground)),
      dark: Math.min(worst.dark, contrastOf(on.dark.ink, on.dark.ground)),
      pairs: worst.pairs + 1,
    };
  }
  return worst;
}

/** From 1 (the same color) to 21 (black on white). */
export function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function darkClasses(html: string): Map<string, Partial<Scheme>> {
  const block = /<style>\s*@media[^{]*\{([\s\S]*?)\}\s*<\/style>/.exec(html)?.[1] ?? '';
  const rules = [...block.matchAll(/([^{}]+)\{([^{}]*)\}/g)];
  return new Map(
    rules.flatMap(([, names = '', style = '']) =>
      [...names.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => [name, colorsIn(style)] as const),
    ),
  );
}

function colorsIn(style: string): Partial<Scheme> {
  const ink = /(?:^|[;\s])color:\s*(#[0-9a-f]{6})/i.exec(style)?.[1];
  const ground = /background(?:-color)?:\s*(#[0-9a-f]{6})/i.exec(style)?.[1];
  return { ...(ink && { ink }), ...(ground && { ground }) };
}

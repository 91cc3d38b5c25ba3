/** Every address that a mail or a page links to, and nothing else spells one. */

/** What a mail links to. */
export interface MailUrls {
  readonly plan: string;
  rotation(rotationId: string): string;
  readonly unsubscribe: string;
}

/** Where the links of a page lead: paths, so that a page works under whatever host served it. */
export interface PagePaths {
  readonly plan: string;
  rotation(rotationId: string): string;
}

export const STYLE_PATH = '/style.css';
/** Every rule and its source; open to anybody. */
export const GUIDE_PATH = '/guide';
/** POST: asks for a new link. */
export const NEW_LINK_PATH = '/links';

export function pagePaths(token: string): PagePaths {
  const plan = `/a/${token}`;
  return { plan, rotation: (rotationId) => `${plan}/r/${rotationId}` };
}

export function unsubscribePath(token: string): string {
  return `/u/${token}`;
}

/** @param baseUrl where the pages are served, without a path: `https://rotations.example.org` */
export function mailUrls(
  baseUrl: string,
  tokens: { readonly answer: string; readonly unsubscribe: string },
): MailUrls {
  const paths = pagePaths(tokens.answer);
  const under = (path: string) => new URL(path, baseUrl).href;
  return {
    plan: under(paths.plan),
    rotation: (rotationId) => under(paths.rotation(rotationId)),
    unsubscribe: under(unsubscribePath(tokens.unsubscribe)),
  };
}

/** The page with one form first and open: `applied`, or `document-updated.tb` where a type has several forms. */
export function atForm(url: string, form: string): string {
  return `${url}?do=${encodeURIComponent(form)}#form-${form}`;
}

/** The page that says what an accepted update recorded. */
export function afterUpdate(url: string, updateId: string): string {
  return `${url}?done=${encodeURIComponent(updateId)}`;
}

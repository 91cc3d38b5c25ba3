/** Every address of the demo's own pages. */
export const HOME_PATH = '/';
export const PEOPLE_PATH = '/people';
export const OUTBOX_PATH = '/outbox';
export const CLOCK_PATH = '/clock';
export const GALLERY_PATH = '/gallery';

/** Opens a person's plan with a new link. */
export function planOf(personId: string): string {
  return `/as/${personId}`;
}

/** @param before shows emails older than this number */
export function outboxOf(personId: string | undefined, before?: number): string {
  const query = new URLSearchParams({
    ...(personId && { person: personId }),
    ...(before !== undefined && { before: String(before) }),
  }).toString();
  return query ? `${OUTBOX_PATH}?${query}` : OUTBOX_PATH;
}

export function emailAt(seq: number): string {
  return `${OUTBOX_PATH}/${seq}`;
}

export function emailHtmlAt(seq: number): string {
  return `${OUTBOX_PATH}/${seq}/html`;
}

export function emailRawAt(seq: number): string {
  return `${OUTBOX_PATH}/${seq}/raw`;
}

export function galleryAt(id: string): string {
  return `${GALLERY_PATH}/${id}`;
}

export function galleryHtmlAt(id: string, scheme: 'light' | 'dark'): string {
  return `${GALLERY_PATH}/${id}/html?scheme=${scheme}`;
}

/** Every address of the demo's own pages. */
export const HOME_PATH = '/';
export const OUTBOX_PATH = '/outbox';
export const CLOCK_PATH = '/clock';
export const GALLERY_PATH = '/gallery';

/** Opens a person's plan with a link made at that moment. */
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

/**
 * One email.
 * @param seq its number in the outbox
 */
export function mailAt(seq: number): string {
  return `${OUTBOX_PATH}/${seq}`;
}

/** Its HTML part alone, for a frame. */
export function mailHtmlAt(seq: number): string {
  return `${OUTBOX_PATH}/${seq}/html`;
}

/** Its bytes as they would leave. */
export function mailRawAt(seq: number): string {
  return `${OUTBOX_PATH}/${seq}/raw`;
}

/** One email of the gallery. */
export function galleryAt(id: string): string {
  return `${GALLERY_PATH}/${id}`;
}

/** @param scheme how the reader's program shows it */
export function galleryHtmlAt(id: string, scheme: 'light' | 'dark'): string {
  return `${GALLERY_PATH}/${id}/html?scheme=${scheme}`;
}

/** Every address of the demo's own pages. */
export const HOME_PATH = '/';
export const PEOPLE_PATH = '/people';
export const OUTBOX_PATH = '/outbox';
export const CLOCK_PATH = '/clock';
export const GALLERY_PATH = '/gallery';

/** Opens a person's plan with a new link. */
export const planOf = (personId: string) => `/as/${personId}`;

/** @param before shows emails older than this number */
export function outboxOf(personId: string | undefined, before?: number): string {
  const query = new URLSearchParams({
    ...(personId && { person: personId }),
    ...(before !== undefined && { before: String(before) }),
  }).toString();
  return query ? `${OUTBOX_PATH}?${query}` : OUTBOX_PATH;
}

export const emailAt = (seq: number) => `${OUTBOX_PATH}/${seq}`;
export const emailHtmlAt = (seq: number) => `${OUTBOX_PATH}/${seq}/html`;
export const emailRawAt = (seq: number) => `${OUTBOX_PATH}/${seq}/raw`;
export const galleryAt = (id: string) => `${GALLERY_PATH}/${id}`;
export const galleryHtmlAt = (id: string, scheme: 'light' | 'dark') =>
  `${GALLERY_PATH}/${id}/html?scheme=${scheme}`;

/** Every address of the demo's own pages. */
export const HOME_PATH = '/';
export const OUTBOX_PATH = '/outbox';
export const CLOCK_PATH = '/clock';

/** Opens a person's plan with a link made at that moment. */
export function planOf(personId: string): string {
  return `/as/${personId}`;
}

export function outboxOf(personId: string | undefined, before?: number): string {
  const query = new URLSearchParams({
    ...(personId && { person: personId }),
    ...(before !== undefined && { before: String(before) }),
  }).toString();
  return query ? `${OUTBOX_PATH}?${query}` : OUTBOX_PATH;
}

export function mailAt(seq: number): string {
  return `${OUTBOX_PATH}/${seq}`;
}

export function mailHtmlAt(seq: number): string {
  return `${OUTBOX_PATH}/${seq}/html`;
}

export function mailRawAt(seq: number): string {
  return `${OUTBOX_PATH}/${seq}/raw`;
}

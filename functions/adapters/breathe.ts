/** Long work lets others have their turn: the store of one machine answers without waiting, so nobody else would. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

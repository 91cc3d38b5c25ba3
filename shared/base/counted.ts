/** `1 day`, `3 days`; `many` is for words whose plural is not formed with s. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `$4,775` */
export function phraseUsd(amountUsd: number): string {
  return `$${amountUsd.toLocaleString('en-US')}`;
}

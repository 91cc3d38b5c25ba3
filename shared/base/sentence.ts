/** What sentences are made of: counts, amounts, capitals, and whom they address. */

/** `1 day`, `3 days`; `many` is for words whose plural is not formed with s. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `$4,775` */
export function phraseUsd(amountUsd: number): string {
  return `$${amountUsd.toLocaleString('en-US')}`;
}

/** With its first letter in upper case, to begin a sentence, heading, or label. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** As a whole sentence: a question keeps its own mark. */
export function sentence(text: string): string {
  return /[.?!]$/.test(text) ? capital(text) : `${capital(text)}.`;
}

/** Whom a sentence addresses: the plan's owner, or an advisor who reads about them. */
export type Reader = 'applicant' | 'advisor';

/** Those that are there, one after the other. */
export function sentences(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part).join(' ');
}

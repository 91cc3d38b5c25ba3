/** With its first letter in upper case, to begin a sentence, heading, or label. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** As a whole sentence: a question keeps its own mark. */
export function sentence(text: string): string {
  return /[.?!]$/.test(text) ? capital(text) : `${capital(text)}.`;
}

/** The text with its first letter large, as it stands at the beginning of a sentence, a heading or a label. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

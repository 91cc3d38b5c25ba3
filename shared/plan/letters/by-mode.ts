/** Letters by what the applicant did where the writer saw them: an observership's is counted apart everywhere. */
import type { Mode } from '#shared/world/vocabulary.ts';

/** `2 hands-on, 1 observer`; a letter from outside the rotations has no mode. Empty for no letters. */
export function lettersByMode(modes: readonly (Mode | undefined)[]): string {
  const many = (of: Mode | undefined) => modes.filter((mode) => mode === of).length;
  return [
    [many('hands-on'), 'hands-on'],
    [many('observer'), 'observer'],
    [many(undefined), 'from outside the rotations'],
  ]
    .filter(([count]) => count !== 0)
    .map((part) => part.join(' '))
    .join(', ');
}

/** Letters by what the applicant did where the writer saw them: letters from observerships and mentors are always counted separately. */
import type { Mode } from '#shared/world/vocabulary.ts';

/** Research is what its writer calls it, with or without a stay on the plan. */
export function modeOfLetter(
  /** The writer's. */
  specialty: string,
  rotation: { readonly mode: Mode } | undefined,
): Mode | undefined {
  return specialty === 'research' ? 'research' : rotation?.mode;
}

/** `2 hands-on, 1 observer, 1 research`; a letter from outside the rotations has no mode. Empty for no letters. */
export function lettersByMode(modes: readonly (Mode | undefined)[]): string {
  const many = (of: Mode | undefined) => modes.filter((mode) => mode === of).length;
  return [
    [many('hands-on'), 'hands-on'],
    [many('observer'), 'observer'],
    [many('research'), 'research'],
    [many(undefined), 'from outside the rotations'],
  ]
    .filter(([count]) => count !== 0)
    .map((part) => part.join(' '))
    .join(', ');
}

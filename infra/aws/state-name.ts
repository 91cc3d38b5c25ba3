import type { StageName } from '#shared/plan/facts/stage-names.ts';

/** The name of a stage in the state machine: `RequestLetter` for `request-letter`. */
export function stateNameOf(stage: StageName): string {
  return stage
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

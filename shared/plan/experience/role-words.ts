/** The role as it reads in ERAS and the CV. */
import type { RotationPlan } from '../facts/rotation.ts';

export function roleWords(mode: RotationPlan['mode']): string {
  return mode === 'hands-on' ? 'Hands-on' : 'Observer';
}

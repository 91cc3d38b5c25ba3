import type { Instant } from './instant.ts';

/** The one source of the present moment. Read once at the door, then handed on as an argument. */
export interface Clock {
  now(): Instant;
}

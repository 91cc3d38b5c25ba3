import type { Instant } from './instant.ts';

/** The only source of the current time. It is read once per request and passed on as an argument. */
export interface Clock {
  now(): Instant;
}

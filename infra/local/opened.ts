import type { Hono } from 'hono';

/** One mode of the product, opened on its data and not yet served. */
export interface Opened {
  readonly app: Hono;
  readonly welcome: string;
  sweep(): Promise<unknown>;
  /** Ends what runs in the background, then closes the data. */
  close(): Promise<void>;
}

/** What the demo's pages need. */
import type { SqliteStore } from '#functions/adapters/sqlite-store.ts';
import type { WorldOf } from '#functions/present-world.ts';
import type { Clock } from '#shared/base/time/instant.ts';
import type { Jumper } from './jump.ts';
import type { Secrets } from './secrets.ts';

export interface DemoDeps {
  readonly store: SqliteStore;
  readonly clock: Clock;
  readonly jumper: Jumper;
  readonly secrets: Secrets;
  readonly worldOf: WorldOf;
  /** This server's address, without a path. */
  readonly baseUrl: string;
}

/** What one process provides, as the ports that each part of the product needs. */
import { breathe, evenly } from '#functions/adapters/breathe.ts';
import { newSecret } from '#functions/adapters/ids.ts';
import { xlsxOf } from '#functions/adapters/xlsx.ts';
import { given } from '#functions/compose.ts';
import type { EraseDeps } from '#functions/erase.ts';
import type { NudgeDeps } from '#functions/nudge.ts';
import { visitDeps } from '#functions/visits.ts';
import type { WebDeps } from '#functions/web.ts';
import type { Clock } from '#shared/base/time/instant.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import type { Mailer } from '#shared/store/mailer.ts';
import type { Store } from '#shared/store/store.ts';
import { PUBLISHED_WORLD, type WorldFor } from '#shared/world/world.ts';
import type { Secrets } from './secrets.ts';

export interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly baseUrl: string;
  readonly mailer: Mailer;
  readonly proxyHeader?: string;
  readonly contact?: string;
  /** Where the demo shows its emails. */
  readonly outbox?: string;
  newId(): string;
  readonly log: WebDeps['log'];
  readonly recordErasure?: EraseDeps['recordErasure'];
}

/** On one machine no executions follow rotations: the sweep does. */
export function portsOf({ secrets, ...parts }: Parts) {
  const { linkKeys: undoKeys } = secrets;
  const made = { undoKeys, evenly, newSecret, breathe, xlsx: xlsxOf };
  return given({ ...parts, ...secrets, ...made, executions: undefined });
}

/** For a visit in a world that does not change: in a replayed past or a test. */
export function nudgeDeps(
  { secrets, ...parts }: Parts,
  worldFor: WorldFor = () => PUBLISHED_WORLD,
): NudgeDeps {
  return visitDeps({ ...parts, ...secrets, worldFor, workflow: NO_WORKFLOW });
}

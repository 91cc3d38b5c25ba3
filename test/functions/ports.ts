/** What a change needs, on a Monday that stands still. */
import type { ChangePorts } from '#functions/change.ts';
import type { Store } from '#shared/store/store.ts';
import { MONDAY } from '../cast.ts';

export function portsOf(store: Store): ChangePorts {
  return { store, clock: { now: () => MONDAY } };
}

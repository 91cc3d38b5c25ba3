/** What a change needs, at a fixed moment on a Monday. */
import type { ChangePorts } from '#functions/change.ts';
import type { Store } from '#shared/store/store.ts';
import { MONDAY } from '../cast.ts';

export function portsOf(store: Store): ChangePorts {
  return { store, clock: { now: () => MONDAY } };
}

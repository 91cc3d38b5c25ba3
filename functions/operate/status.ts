/** The state of sending: the switch, complaints, and who cannot be reached or is waiting. */
import type { Instant } from '#shared/base/time/instant.ts';
import { type Sending, SWITCHES_ID } from '#shared/people/mailing/switches-item.ts';
import type { PersonKind, Reach } from '#shared/people/person/person.ts';
import type { Store } from '#shared/store/store.ts';
import { everybody } from '../due-pages.ts';
import { type Complaints, complaintsOf } from '../store/tally.ts';

export interface Status {
  readonly at: Instant;
  readonly sending: Sending;
  /** Who set the switch, and when; absent until someone does. */
  readonly changed?: { readonly by: 'operator' | 'complaints'; readonly at: Instant };
  /** In the last thirty days, since an operator last resumed; only where SES reports them. */
  readonly complaints: Complaints;
  readonly people: number;
  readonly due: number;
  readonly failing: number;
  readonly lost: number;
  /** An upper bound: people who became due since the last sweep are counted, too. */
  readonly held: number;
  /** IDs only. */
  readonly unreachable: readonly {
    readonly kind: PersonKind;
    readonly personId: string;
    readonly reach: Reach;
  }[];
}

export async function statusOf(store: Store, now: Instant): Promise<Status> {
  const switches = await store.read('switches', SWITCHES_ID);
  const sending = switches?.sending ?? 'on';
  const sums = { people: 0, due: 0, failing: 0, lost: 0, held: 0 };
  const unreachable: Status['unreachable'][number][] = [];
  for await (const { kind, id, reach, dueAt, failures, emails } of everybody(store)) {
    sums.people += 1;
    if (dueAt <= now) {
      sums.due += 1;
      // A visit that finds an email held leaves its reader due.
      if (sending !== 'on' && reach === 'ok') sums.held += 1;
    }
    if (failures > 0) sums.failing += 1;
    sums.lost += emails.filter(({ status }) => status === 'lost').length;
    if (reach !== 'ok') unreachable.push({ kind, personId: id, reach });
  }
  return {
    at: now,
    sending,
    ...(switches && { changed: { by: switches.by ?? 'operator', at: switches.changedAt } }),
    complaints: await complaintsOf(store, now),
    ...sums,
    unreachable,
  };
}

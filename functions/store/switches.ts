/** Reads and sets the switch for all email. */
import { dayIn, type Instant } from '#shared/base/time/instant.ts';
import { type Sending, SWITCHES_ID, type Switches } from '#shared/people/mailing/switches-item.ts';
import type { Store } from '#shared/store/store.ts';
import { type ChangePorts, change } from '../change.ts';

/** On if nobody ever set the switch. */
export async function sendingOf(store: Store): Promise<Sending> {
  return (await store.read('switches', SWITCHES_ID))?.sending ?? 'on';
}

/** Undefined if others kept changing the switch: then nothing was changed. */
export async function setSending(
  ports: ChangePorts,
  sending: Sending,
  by: 'operator' | 'complaints',
  now: Instant,
): Promise<Switches | undefined> {
  return change(
    ports,
    'switches',
    SWITCHES_ID,
    (before) => {
      const { resumedOn } = before ?? {};
      // A count must not undo what an operator stopped.
      if (by === 'complaints' && before && before.sending !== 'on') return { answer: before };
      const after: Switches = {
        kind: 'switches',
        id: SWITCHES_ID,
        version: before?.version ?? 0,
        sending,
        changedAt: now,
        by,
        ...(resumedOn && { resumedOn }),
        ...(sending === 'on' && { resumedOn: dayIn('UTC', now) }),
      };
      return { write: after, answer: after };
    },
    () => undefined,
  );
}

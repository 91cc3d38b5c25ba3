/**
 * A process that can die. Its ports are the real ones behind a door: at every await the door may yield to others, throw,
 * refuse a write, or kill the process. After a death nothing of that process reaches the world any more, whatever its
 * code still tries to do: that is what a killed process is.
 */
import { type Clock, type Instant, MINUTE_MS, plusMs } from '#shared/base/time/instant.ts';
import type { Executions } from '#shared/people/workflow/workflow.ts';
import type { Item } from '#shared/store/items.ts';
import type { Mailer } from '#shared/store/mailer.ts';
import type { Store } from '#shared/store/store.ts';

export type FaultKind =
  /** Killed before the call took effect, or after it did and before it answered. */
  | 'crash-before'
  | 'crash-after'
  /** A write that is told "someone else was first". */
  | 'conflict'
  /** The port throws and the process lives. */
  | 'throws'
  /** The process sleeps through its lease between the claim and the sending. */
  | 'slept'
  /** The email system refused, or never answered. */
  | 'refused'
  | 'unknown'
  /** It left and came back: there is no such address. */
  | 'bounced'
  /** The schedule left an hour out. */
  | 'skipped'
  /** None: the world changed, and the walk that wakes everybody begins an hour later. */
  | 'settles';

/**
 * After a crash the process is started again and sweeps every few minutes: one sweep calls the claim lost, the next sends,
 * and one is to spare for a lost race.
 */
export const RESTARTS_MS: readonly number[] = [3 * MINUTE_MS, 6 * MINUTE_MS, 9 * MINUTE_MS];
export const RECOVERY_MS = 10 * MINUTE_MS;

/** One await of a process. */
export interface Call {
  /** From 0, over the life of the process. */
  readonly index: number;
  readonly port: 'read' | 'write' | 'due' | 'cohort' | 'deliver' | 'start' | 'signal' | 'status';
  /** Whom the process is looking at. */
  readonly personId: string | undefined;
}

export interface Ports {
  readonly store: Store;
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly executions: Executions;
}

export interface Process extends Ports {
  isDead(): boolean;
  /** Awaits so far. */
  calls(): number;
}

export interface Weather {
  fault(call: Call): FaultKind | undefined;
  /** How many turns this call lets others go first. */
  turns(): number;
}

export const FAIR: Weather = { fault: () => undefined, turns: () => 0 };

/** Longer than a lease: what a process sleeps through. */
const SLEEP_MS = 100_000;

export function startProcess(
  { store, mailer, clock, executions }: Ports,
  weather: Weather,
  reported: (kind: FaultKind, call: Call) => void = () => {},
): Process {
  let isDead = false;
  let sleptMs = 0;
  let calls = 0;
  let present: string | undefined;

  async function through<Answer>(
    port: Call['port'],
    personId: string | undefined,
    effect: () => Promise<Answer>,
    refusal?: Answer,
  ): Promise<Answer> {
    for (let turn = weather.turns(); turn > 0; turn -= 1) await Promise.resolve();
    if (isDead) throw new Error('This process is dead.');
    present = personId ?? present;
    const call: Call = { index: calls, port, personId: present };
    calls += 1;
    const kind = weather.fault(call);
    if (kind) reported(kind, call);
    if (kind === 'slept') sleptMs += SLEEP_MS;
    if (kind === 'throws') throw new Error('The port is out of order.');
    if (kind === 'conflict' && refusal !== undefined) return refusal;
    if (kind === 'crash-before') die();
    const answer = await effect();
    if (kind === 'crash-after') die();
    return answer;
  }

  function die(): never {
    isDead = true;
    throw new Error('This process was killed.');
  }

  return {
    isDead: () => isDead,
    calls: () => calls,
    clock: { now: (): Instant => plusMs(clock.now(), sleptMs) },
    store: {
      read: (kind, id) =>
        through('read', kind === 'applicant' ? id : undefined, () => store.read(kind, id)),
      write: (item, alongside) =>
        through('write', personOf(item), () => store.write(item, alongside), { written: false }),
      remove: (item) =>
        through(
          'write',
          item.kind === 'applicant' ? item.id : undefined,
          () => store.remove(item),
          { written: false },
        ),
      pause: (lost) => store.pause(lost),
      writeMany(items) {
        return Promise.all(items.map((item) => this.write(item)));
      },
      due: (now, limit, from) => {
        present = undefined;
        return through('due', undefined, () => store.due(now, limit, from));
      },
      cohort: (id, limit, from) =>
        through('cohort', undefined, () => store.cohort(id, limit, from)),
    },
    executions: {
      start: (input) => through('start', input.applicantId, () => executions.start(input)),
      signal: (token) => through('signal', undefined, () => executions.signal(token)),
      status: (input) => through('status', input.applicantId, () => executions.status(input)),
    },
    mailer: {
      evidenceMs: mailer.evidenceMs,
      deliver: (email, tag, now) =>
        through('deliver', tag.personId, () => mailer.deliver(email, tag, now)),
    },
  };
}

function personOf(item: Item): string | undefined {
  if (item.kind === 'applicant') return item.id;
  if (item.kind === 'chunk') return item.id.split('.')[0];
  return undefined;
}

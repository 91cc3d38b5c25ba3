/** What only a deployment has: a state machine behind the rotations, and events that tell what became of an email. */
import { arm } from '#functions/arm.ts';
import { executionEnded } from '#functions/execution-ended.ts';
import { feedback } from '#functions/feedback.ts';
import { wait } from '#functions/wait.ts';
import { WAIT_SECONDS_MAX } from '#shared/base/limits.ts';
import {
  DAY_MS,
  type Instant,
  MINUTE_MS,
  msBetween,
  plusMs,
  SECOND_MS,
} from '#shared/base/time/instant.ts';
import type { Executions } from '#shared/people/workflow/workflow.ts';
import { TAG_NAMES } from '#shared/store/mailer.ts';
import type { World } from '#shared/world/world.ts';
import type { Act, Agenda } from './agenda.ts';
import type { Climate } from './climate.ts';
import type { Process } from './faults.ts';
import type { LeftEmail } from './oracle.ts';
import { addressOf } from './people.ts';
import type { Random } from './random.ts';
import type { RemoteEmail } from './remote-mail.ts';
import { stateMachine } from './state-machine.ts';
import type { VirtualMachine } from './virtual-machine.ts';

export interface Deployed {
  /** Absent where nothing follows rotations. */
  readonly executions?: Executions;
  /** Its events will come, or not. */
  emailLeft(email: LeftEmail): void;
  /** An execution may be aborted. */
  hourPassed(): void;
}

/** EventBridge tries again for a day; a bad hour is over sooner. */
const EVENT_TRIES_MAX = 12;
/** While a release is being deployed, new executions get the older definition. */
const RELEASE_MS = 2 * DAY_MS;

export function deployed(of: {
  readonly climate: Climate;
  readonly remote: RemoteEmail | undefined;
  readonly agenda: Agenda;
  readonly dice: Random;
  readonly start: Instant;
  /** When the weather turns fair. */
  readonly end: Instant;
  worldFor(): World;
  machine(): VirtualMachine;
  newProcess(reported?: boolean): Process;
  /** One more fault was injected. */
  counted(): void;
}): Deployed {
  const { climate, remote, agenda, dice, worldFor, machine, newProcess, counted } = of;
  const missing = new Set<string>();
  const releaseAt = plusMs(of.start, msBetween(of.start, of.end) / 2);

  /** A function called by an event: called again until one call lives. */
  function untilHeard(call: () => Promise<unknown>, tries = 0): Act {
    return async () => {
      try {
        await call();
      } catch {
        const again = plusMs(machine().now(), MINUTE_MS * 2 ** Math.min(tries, 6));
        if (tries < EVENT_TRIES_MAX) agenda.add(again, untilHeard(call, tries + 1));
      }
    };
  }

  function hearEmail(email: LeftEmail, afterMs: number, detail: object): void {
    agenda.add(
      plusMs(email.at, afterMs),
      untilHeard(async () => {
        const deps = { ...newProcess(false), log: () => {}, pepper: 'pepper' };
        await feedback(deps, eventOf(email, detail));
        machine().oracle.proved(email.personId, email.n);
      }),
    );
  }

  const twin =
    climate.machine &&
    stateMachine({
      agenda,
      now: () => machine().now(),
      arm: (request) => {
        const process = newProcess(false);
        const workflow = machine().workflowOf(process);
        return arm({ ...process, worldFor, workflow, waitSecondsMax: WAIT_SECONDS_MAX }, request);
      },
      wait: (request) => wait({ ...newProcess(false), worldFor }, request),
      endedBadly: (input) => {
        if (dice.chance(climate.machine?.unheard ?? 0)) return;
        const at = plusMs(machine().now(), dice.between(1, 3600) * SECOND_MS);
        agenda.add(
          at,
          untilHeard(() => executionEnded({ ...newProcess(false), worldFor }, input)),
        );
      },
      isOlder: () => {
        const now = machine().now();
        return releaseAt <= now && now < plusMs(releaseAt, RELEASE_MS);
      },
    });

  return {
    ...(twin && { executions: twin.executions }),
    emailLeft(email) {
      if (!remote) return;
      const events = remote.nextEvents();
      for (const ms of events) hearEmail(email, ms, { eventType: 'Send' });
      if (!missing.has(email.personId) && !remote.nextBounces()) {
        for (const ms of events) hearEmail(email, ms + MINUTE_MS, { eventType: 'Delivery' });
        return;
      }
      counted();
      missing.add(email.personId);
      machine().oracle.fault('bounced', email.personId, email.at);
      hearEmail(email, MINUTE_MS, { eventType: 'Bounce', bounce: { bounceType: 'Permanent' } });
    },
    hourPassed() {
      const isFair = machine().now() >= of.end;
      if (!twin || isFair || !dice.chance(climate.machine?.aborted ?? 0)) return;
      const [first, ...others] = twin.living();
      if (!first) return;
      counted();
      twin.kill(dice.pick([first, ...others]));
    },
  };
}

function eventOf({ personId, n }: LeftEmail, detail: object): unknown {
  const tags = {
    [TAG_NAMES.kind]: ['applicant'],
    [TAG_NAMES.person]: [personId],
    [TAG_NAMES.n]: [String(n)],
  };
  return {
    source: 'aws.ses',
    detail: { ...detail, mail: { destination: [addressOf(personId)], tags } },
  };
}

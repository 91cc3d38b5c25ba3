/** How bad the weather of a season is, and what comes of it at each await. */
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/base/time/instant.ts';
import type { Call, FaultKind, Weather } from './faults.ts';
import type { Random } from './random.ts';
import type { RemoteEmail } from './remote-mail.ts';

/** Chances of a fault at each await, and of a second sweep at each hour. */
export interface Climate {
  readonly crash: number;
  readonly conflict: number;
  readonly throws: number;
  readonly slept: number;
  readonly twoSweeps: number;
  /** Hours that the schedule leaves out. */
  readonly skippedHours?: number;
  /** An email system far away instead of the outbox. */
  readonly email?: EmailClimate;
  /** A state machine follows each rotation: chances each hour that one of its executions is aborted. */
  readonly machine?: { readonly aborted: number; readonly unheard: number };
}

/** Chances for each email: that it is refused, that its fate stays unknown, that its address does not exist. */
interface EmailClimate {
  readonly refused: number;
  readonly unknown: number;
  readonly bounces: number;
  readonly evidenceMs: number;
  /** Chances for the Send event of each: that it never comes, comes late, or comes again. */
  readonly events: { readonly lost: number; readonly late: number; readonly doubled: number };
}

export const CALM: Climate = { crash: 0, conflict: 0, throws: 0, slept: 0, twoSweeps: 0 };
/** Processes die and race; whatever lives, works. */
export const DEADLY: Climate = {
  crash: 0.015,
  conflict: 0.02,
  throws: 0,
  slept: 0,
  twoSweeps: 0.3,
};
/** Over SMTP: some emails are refused, some never answered for, and no evidence of a sending ever comes. */
export const OVER_SMTP: Climate = {
  ...DEADLY,
  email: {
    refused: 0.05,
    unknown: 0.05,
    bounces: 0,
    evidenceMs: DAY_MS,
    events: { lost: 1, late: 0, doubled: 0 },
  },
};
/** And ports throw, and processes sleep. */
export const STORMY: Climate = { ...DEADLY, crash: 0.01, throws: 0.005, slept: 0.005 };

/** The deployment of the AWS issue, in fair weather: SES with its events, and executions that follow the table. */
export const DEPLOYED = {
  ...CALM,
  email: {
    refused: 0,
    unknown: 0,
    bounces: 0.0005,
    evidenceMs: HOUR_MS,
    events: { lost: 0, late: 0, doubled: 0 },
  },
  machine: { aborted: 0, unheard: 0 },
} satisfies Climate;
/** Everything that can go wrong there, at once. */
export const DEPLOYED_STORMY: Climate = {
  crash: 0.006,
  conflict: 0.01,
  throws: 0.002,
  slept: 0.002,
  twoSweeps: 0.2,
  skippedHours: 0.01,
  email: {
    refused: 0.01,
    unknown: 0.02,
    bounces: 0.0005,
    evidenceMs: HOUR_MS,
    events: { lost: 0.1, late: 0.1, doubled: 0.1 },
  },
  machine: { aborted: 0.05, unheard: 0.3 },
};

export function weatherOf(climate: Climate, random: Random): Weather {
  return {
    turns: () => (climate.twoSweeps > 0 ? random.between(0, 3) : 0),
    fault({ port }: Call): FaultKind | undefined {
      const draw = random.next();
      const { crash, conflict, throws, slept } = climate;
      if (draw < crash) return random.chance(0.5) ? 'crash-before' : 'crash-after';
      if (draw < crash + conflict) return port === 'write' ? 'conflict' : undefined;
      if (draw < crash + conflict + throws) return 'throws';
      if (draw < crash + conflict + throws + slept) return port === 'write' ? 'slept' : undefined;
      return undefined;
    },
  };
}

/** A Send event comes within seconds as a rule. */
const EVENT_SOON_MS = 20 * SECOND_MS;

export function remoteEmail(climate: EmailClimate, random: Random): RemoteEmail {
  const { refused, unknown, bounces, evidenceMs, events } = climate;
  return {
    evidenceMs,
    nextFate: () => {
      const draw = random.next();
      if (draw < refused) return { answer: 'refused', leaves: false };
      if (draw < refused + unknown) return { answer: 'unknown', leaves: random.chance(0.5) };
      return { answer: 'accepted', leaves: true };
    },
    nextEvents: () => {
      const draw = random.next();
      if (draw < events.lost) return [];
      const first = draw < events.lost + events.late ? lateMs() : EVENT_SOON_MS;
      return random.chance(events.doubled) ? [first, first + lateMs()] : [first];
    },
    nextBounces: () => random.chance(bounces),
  };

  /** Around and past the time for which evidence is waited. */
  function lateMs(): number {
    return random.between(10, 4 * 60) * MINUTE_MS;
  }
}

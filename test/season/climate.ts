/** How bad the weather of a season is, and what comes of it at each await. */
import { HOUR_MS } from '../../shared/time/instant.ts';
import type { Call, FaultKind, Weather } from './faults.ts';
import type { Random } from './random.ts';
import type { RemoteMail } from './virtual-machine.ts';

/** Chances of a fault at each await, and of a second sweep at each hour. */
export interface Climate {
  readonly crash: number;
  readonly conflict: number;
  readonly throws: number;
  readonly slept: number;
  readonly twoSweeps: number;
  /** Mail over SMTP instead of the outbox: chances that it is refused, and that its fate stays unknown. */
  readonly mail?: {
    readonly refused: number;
    readonly unknown: number;
    readonly evidenceMs: number;
  };
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
/** Over SMTP: some mails are refused, some never answered for, and no evidence of a sending ever comes. */
export const OVER_SMTP: Climate = {
  ...DEADLY,
  mail: { refused: 0.05, unknown: 0.05, evidenceMs: 24 * HOUR_MS },
};
/** And ports throw, and processes sleep. */
export const STORMY: Climate = { ...DEADLY, crash: 0.01, throws: 0.005, slept: 0.005 };

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

export function remoteMail(
  { refused, unknown, evidenceMs }: NonNullable<Climate['mail']>,
  random: Random,
): RemoteMail {
  return {
    evidenceMs,
    nextFate: () => {
      const draw = random.next();
      if (draw < refused) return 'refused';
      if (draw < refused + unknown) return random.pick(['unknown-and-left', 'unknown-and-not']);
      return 'accepted';
    },
  };
}

/** The buttons of a matter: each reports exactly that matter, in one press, or opens the form that resolves it. */
import type { OwnEvent, RotationEvent } from '#shared/plan/facts/events.ts';

/** An event whose fields are already known, and those that are still to be typed. */
type Prefilled<Event> = Event extends { readonly type: string }
  ? Pick<Event, 'type' & keyof Event> & Partial<Omit<Event, 'type'>>
  : never;

export type Answer =
  | {
      readonly does: 'report';
      readonly event: Prefilled<RotationEvent | OwnEvent>;
      /** Fields that the press must be given, such as a date. */
      readonly asks?: readonly string[];
    }
  | { readonly does: 'open'; readonly form: string };

export function report(
  event: Prefilled<RotationEvent | OwnEvent>,
  ...asks: readonly string[]
): Answer {
  return { does: 'report', event, ...(asks.length > 0 && { asks }) };
}

export function open(form: string): Answer {
  return { does: 'open', form };
}

/** The fields of a form. A field's name is its path in the event: `dates.start`, `writer.address`. */
import type { Day } from '#shared/base/time/day.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  /** A `tick` means yes or nothing. */
  readonly kind:
    | 'day'
    | 'line'
    | 'note'
    | 'number'
    | 'address'
    | 'choice'
    | 'text'
    | 'url'
    | 'tick';
  readonly hint?: string;
  readonly required?: boolean;
  /** The first day that a picker offers. */
  readonly earliest?: Day;
  /** Bounds of a number. */
  readonly least?: number;
  readonly most?: number;
  readonly choices?: readonly Choice[];
  /** The choice that clears an answer: "Not known". */
  readonly none?: string;
  /** Suggestions for a line; anything else may be typed too. */
  readonly suggestions?: readonly string[];
}

/** One form: one thing that happened, reported by one button. */
export interface Form {
  /** The event's type, and the document or letter where several forms share a type: `letter-agreed.l1`. */
  readonly key: string;
  readonly type: string;
  readonly title: string;
  /** One sentence: what follows. */
  readonly text: string;
  readonly fields: readonly Field[];
  /** Sent with the form, never shown. */
  readonly hidden: Readonly<Record<string, string>>;
  /** The initial values of the fields. */
  readonly values: Readonly<Record<string, string>>;
  readonly button: string;
}

const PARTS = [
  ...['letterId', 'kind', 'costId', 'experienceId', 'item', 'story.kind', 'topic'],
  ...['step', 'hostDay', 'happened', 'task'],
];

/** The key of the form that has or sent these values. */
export function keyOf(type: string, values: Readonly<Record<string, string>>): string {
  const part = PARTS.map((name) => values[name]).find((value) => value !== undefined);
  return part ? `${type}.${part}` : type;
}

/** What is wrong with one field, as a sentence. */
export interface FormError {
  readonly field: string;
  readonly message: string;
}

/** A refused form, with its values. */
export interface Problem {
  readonly form: string;
  readonly errors: readonly FormError[];
  readonly values: Readonly<Record<string, string>>;
}

/** The field an error belongs to: itself, or the first one inside the group it names (`dates` → `dates.start`). */
export function fieldOf(fields: readonly Field[], error: FormError): Field | undefined {
  return (
    fields.find(({ name }) => name === error.field) ??
    fields.find(({ name }) => name.startsWith(`${error.field}.`))
  );
}

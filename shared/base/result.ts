/** An expected outcome as a value: the result, or why there is none. Unexpected failures are exceptions. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

export function success<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function failure<Failure>(why: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: why };
}

/** For the default of a switch that handles every case: the compiler checks that it does. */
export function impossible(value: never): never {
  throw new Error(`Impossible case: ${JSON.stringify(value)}`);
}

/** A refusal as readers see it. `field` names the input to correct, if there is one. */
export interface Refusal {
  readonly reason: string;
  readonly message: string;
  readonly field?: string;
}

/** The refusals that a table can produce: a reason and its values. The field may differ from form to form. */
export type RefusalBy<Table extends Record<string, (...values: never[]) => { reason: string }>> =
  AnyField<ReturnType<Table[keyof Table]>>;

type AnyField<R> = R extends unknown ? Omit<R, 'field'> & { readonly field?: string } : never;

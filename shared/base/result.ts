/** An expected outcome as a value: what was made, or why not. Surprises stay exceptions. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };

/** An expected outcome that went well. */
export function success<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** An expected outcome that did not go well, with why. */
export function failure<Failure>(why: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: why };
}

/** Closes a switch: a case that types say cannot come. */
export function impossible(value: never): never {
  throw new Error(`A case that cannot be: ${JSON.stringify(value)}`);
}

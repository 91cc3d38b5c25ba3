/** A refusal as readers see it. `field` names the input to correct, if there is one. */
export interface Refusal {
  readonly reason: string;
  readonly message: string;
  readonly field?: string;
}

/** The refusals that a table makes: a reason and its values. The field may differ from form to form. */
export type RefusalBy<Table extends Record<string, (...values: never[]) => { reason: string }>> =
  AnyField<ReturnType<Table[keyof Table]>>;

type AnyField<R> = R extends unknown ? Omit<R, 'field'> & { readonly field?: string } : never;

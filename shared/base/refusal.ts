/** A refusal as readers get it; it changes nothing. `field` names the input to correct, where one is to blame. */
export interface Refusal {
  readonly reason: string;
  readonly message: string;
  readonly field?: string;
}

/** What a table of refusals makes: a reason with its values. Another form may have another field to blame. */
export type RefusalBy<Table extends Record<string, (...values: never[]) => { reason: string }>> =
  AnyField<ReturnType<Table[keyof Table]>>;

type AnyField<R> = R extends unknown ? Omit<R, 'field'> & { readonly field?: string } : never;

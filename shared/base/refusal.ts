/** A refusal changes nothing. `field` names the input to correct, where one is to blame. */
export interface Refusal {
  readonly reason: string;
  readonly says: string;
  readonly field?: string;
}

/** From a refusal's code and values to its message. */
import type { Refusal } from '#shared/base/result.ts';

interface Coded {
  readonly reason: string;
  readonly field?: string;
}

/** The compiler asks for one sentence per reason. */
type Sentences<R extends Coded> = {
  readonly [Reason in R['reason']]: (refusal: Extract<R, { readonly reason: Reason }>) => string;
};

export function explainer<R extends Coded>(sentences: Sentences<R>): (refusal: R) => Refusal {
  return (refusal) => {
    const { reason, field } = refusal;
    const sentence = sentences[reason as R['reason']] as (refusal: R) => string;
    return { reason, message: sentence(refusal), ...(field !== undefined && { field }) };
  };
}

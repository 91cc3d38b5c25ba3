/** What a look at the whole plan finds: no date of its own, so nobody is emailed for it; the plan shows it. */

/** `impossible`: cannot happen as planned. `reference`: good to know, or not known and worth asking. */
export const SEVERITIES = ['impossible', 'warning', 'advice', 'reference'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface Diagnostic {
  /** The guide's id (`G12`), or a name of ours for what a host states. */
  readonly rule: string;
  readonly severity: Severity;
  /** `plan`, a rotation's id, or `<rotation>/<letter id>`. */
  readonly subject: string;
  /** One or two sentences: what is so. */
  readonly says: string;
  /** One sentence: what to do about it. */
  readonly fix: string;
  /** Where the rule comes from, in words that can be shown. */
  readonly source: string;
}

/** A note as a matter: nobody's task, without a day. */
import type { About } from '../../matter.ts';
import { type Matter, matter } from '../../matter.ts';
import type { NoteReason, NoteRule, NoteWeight } from '../../note.ts';

export interface NoteDraft {
  readonly rule: NoteRule;
  /** `plan` unless it is about one rotation or letter. */
  readonly subject?: string;
  readonly about?: About;
  readonly weight: NoteWeight;
  readonly reason: NoteReason;
  readonly source?: string;
}

export function note({ rule, subject = 'plan', about = {}, ...rest }: NoteDraft): Matter {
  const { weight, reason, source } = rest;
  return matter({
    rule,
    subject,
    kind: 'note',
    about,
    whose: 'nobody',
    stake: 'comfort',
    note: { weight, reason, ...(source !== undefined && { source }) },
    inputs: ['rotations', 'profile'],
  });
}

/** Deleting a plan, and keeping it after all: for a week its owner is the only one who can. */
import { withNotice } from '#shared/people/mailing/requested.ts';
import { type Applicant, isDeleted } from '#shared/people/person/applicant.ts';
import type { AskDeps } from './ask-email.ts';
import { type ChangePorts, change } from './change.ts';
import { withoutLinks } from './end-links.ts';

/** One write ends every link, hides the plan, and asks for the one email that can keep it. */
export async function leave(deps: AskDeps, id: string): Promise<void> {
  await change(deps, 'applicant', id, (applicant, now) => {
    if (!applicant || isDeleted(applicant)) return {};
    const left = { ...withoutLinks(applicant), leaving: { since: now }, causes: [] };
    return { write: withNotice(left, 'deletion', String(left.linkEpoch), now) };
  });
  await deps.wake({ kind: 'applicant', id });
}

/** The link that kept it works no second time. */
export async function keep(ports: ChangePorts, id: string): Promise<Applicant | undefined> {
  return change(ports, 'applicant', id, (applicant, now) => {
    if (!applicant?.leaving) return { answer: undefined };
    const { leaving: _, ...kept } = withoutLinks(applicant);
    return { write: { ...kept, dueAt: now }, answer: kept };
  });
}

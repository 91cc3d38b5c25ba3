/** An advisor asks for another email address for someone whose mailbox is lost. */
import { type Html, html } from '#shared/base/html.ts';
import { NOTE_CHARACTERS_MAX } from '#shared/base/limits.ts';
import { cohortPaths } from '#shared/base/links/advisor-paths.ts';
import { MOVE_BACK_DAYS, MOVE_DAYS } from '#shared/people/applicant/moving.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { isHarmed } from '#shared/people/person/person.ts';
import { addressField, input } from '../../components.ts';
import { type CohortView, pageOfCohort } from '../advisors/frame.ts';

interface VouchView extends CohortView {
  readonly applicant: Applicant;
  /** What was typed, and why it was refused. */
  readonly wrong?: {
    readonly typed: Readonly<Record<string, string>>;
    readonly error: string;
    readonly field: 'address' | 'proof';
  };
}

export function vouchPage(view: VouchView): string {
  const { advisor, cohort, applicant, wrong } = view;
  const { name, address } = applicant.facts.profile;
  const errorOf = (field: string) => (wrong?.field === field ? wrong.error : undefined);
  const isReached = !isHarmed(applicant.reach);
  return framed(
    view,
    wrong ? 'Nothing was changed' : `Another email address for ${name}`,
    html`<h1>Another email address for ${name}</h1>
<p>${isReached ? `Emails go to ${address} now.` : `We no longer email ${address}.`} Use this only if you know the applicant and their old
mailbox is lost. Otherwise they can change the address themselves, on their profile.</p>
<p>We email the new address a link, and nothing changes until it is confirmed there, within ${MOVE_DAYS} days. ${
      isReached
        ? `We then notify the old address that you asked for this. For ${MOVE_BACK_DAYS} days, it can take the plan back, and no one`
        : `For ${MOVE_BACK_DAYS} days after that, no one`
    } can download or delete it.</p>
${
  advisor.role === 'auditor'
    ? html`<p>Only advisors can ask for this.</p>`
    : html`<form method="post" action="${cohortPaths(cohort.id).vouch(applicant.id)}" novalidate>
${addressField(errorOf('address'), `The new email address of ${name}`, wrong?.typed.address)}
${input({
  id: 'proof',
  name: 'proof',
  label: 'How you know that it is them',
  hint: `Such as “saw her passport today”. It is recorded in the case as a contact.${isReached ? '' : ` We no longer email ${address}, so no one there could object.`}`,
  max: NOTE_CHARACTERS_MAX,
  error: errorOf('proof'),
  value: wrong?.typed.proof ?? '',
  isOptional: isReached,
})}
<button>Email a link to this address</button>
</form>`
}`,
  );
}

/** The same for every address. */
export function vouchedPage(view: VouchView): string {
  return framed(
    view,
    'An email is on its way',
    html`<h1>An email is on its way</h1>
<p>The new address has ${MOVE_DAYS} days to confirm. Until then, nothing changes. An address that changed in the last ${MOVE_BACK_DAYS} days has to wait.</p>`,
  );
}

function framed(view: VouchView, title: string, body: Html): string {
  const { id, facts } = view.applicant;
  return pageOfCohort(title, view, body, [
    { label: facts.profile.name, path: cohortPaths(view.cohort.id).personAt(id) },
  ]);
}

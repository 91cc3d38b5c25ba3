/** The email after an undo: emails sent in the meantime may be wrong. */

import type { MailUrls } from '#shared/base/links/urls.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { statusWords } from '#shared/plan/facts/stages.ts';
import type { MailWords } from './layout.ts';

/** @param rotationId the rotation of the undone update; it may no longer be on the plan */
export function correctionWords(
  applicant: Applicant,
  rotationId: string | undefined,
  urls: MailUrls,
): { subject: string; words: MailWords } {
  const rotation = applicant.facts.rotations.find(({ id }) => id === rotationId);
  const stands = rotation
    ? `Your rotation at ${rotation.host.name} is now: ${statusWords(rotation.stage, rotation.status, 'applicant')}.`
    : 'That rotation is no longer on your plan.';
  return {
    subject: rotation
      ? `Correction: your rotation at ${rotation.host.name}`
      : 'Correction: your rotation plan',
    words: {
      greeting: `Hello ${applicant.facts.profile.name},`,
      heading: 'An update was undone',
      paragraphs: [
        stands,
        'An email sent before the undo may say something different. This one is correct.',
      ],
      button: rotation
        ? { label: 'Open the rotation', url: urls.rotation(rotation.id) }
        : { label: 'Open my plan', url: urls.plan },
      answers: [],
      notes: [
        'If you did not undo it, reply to this email.',
        'You get this once, because we had already sent an email about the update.',
      ],
    },
  };
}

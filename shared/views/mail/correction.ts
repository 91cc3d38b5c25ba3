/** The email that follows an undo: what we emailed in between may no longer be so. */

import type { MailUrls } from '#shared/base/links/urls.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { statusWords } from '#shared/plan/facts/stages.ts';
import type { MailWords } from './layout.ts';

/** @param rotationId the rotation that the undone update spoke of; an undo may have taken it off the plan */
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
      heading: 'An update was taken back',
      paragraphs: [
        stands,
        'An email that left before the update was taken back may say something else. This one counts.',
      ],
      button: rotation
        ? { label: 'Open the rotation', url: urls.rotation(rotation.id) }
        : { label: 'Open my plan', url: urls.plan },
      answers: [],
      notes: [
        'If it was not you who took it back, answer this email.',
        'You get this once, because an update was undone after an email had left.',
      ],
    },
  };
}

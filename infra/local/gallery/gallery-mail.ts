/** One email of the gallery, and whom they are made from. */

import type { Instant } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Stream } from '#shared/people/person/mail-record.ts';
import type { WriterItem } from '#shared/people/person/writer.ts';
import type { Mail } from '#shared/store/mailer.ts';

export interface GalleryMail {
  /** Its name in the gallery's addresses. */
  readonly id: string;
  readonly stream: Stream;
  /** The rule that speaks, in an email of a deadline. */
  readonly rule?: string;
  /** Who would have it, and when: the reader's own zone. */
  readonly to: string;
  readonly zone: string;
  readonly at: Instant;
  readonly mail: Mail;
}

export interface GalleryPeople {
  readonly applicants: readonly Applicant[];
  readonly writers: readonly WriterItem[];
}

/** In an email of the gallery the links are placeholders: a real one is signed for whoever it is emailed to. */
export const TOKEN = 'sample';

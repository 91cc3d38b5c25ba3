/** One mail of the gallery, and whom they are made from. */
import type { Applicant } from '../../../shared/applicant/applicant.ts';
import type { WriterItem } from '../../../shared/letters/writer.ts';
import type { Mail } from '../../../shared/mail/mailer.ts';
import type { Stream } from '../../../shared/nudges/mail-record.ts';
import type { Instant } from '../../../shared/time/instant.ts';

export interface GalleryMail {
  /** Its name in the gallery's addresses. */
  readonly id: string;
  readonly stream: Stream;
  /** The rule that speaks, in a mail of a deadline. */
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

/** In a mail of the gallery the links are placeholders: a real one is signed for whoever it is mailed to. */
export const TOKEN = 'sample';

/** One email of the gallery, and what it is made from. */
import type { Instant } from '#shared/base/time/instant.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import type { Stream } from '#shared/people/person/email-record.ts';
import type { WriterItem } from '#shared/people/person/writer.ts';
import type { Email } from '#shared/store/mailer.ts';
import type { World } from '#shared/world/world.ts';

export interface GalleryEmail {
  readonly id: string;
  readonly stream: Stream;
  /** The rule behind a deadline email. */
  readonly rule?: string;
  readonly to: string;
  readonly zone: string;
  readonly at: Instant;
  readonly email: Email;
}

/** What the emails are made from. */
export interface Gallery {
  readonly applicants: readonly Applicant[];
  readonly writers: readonly WriterItem[];
  readonly world: World;
  readonly now: Instant;
  readonly baseUrl: string;
}

/** Links in the gallery are placeholders, because a real one is signed for its reader. */
export const TOKEN = 'sample';

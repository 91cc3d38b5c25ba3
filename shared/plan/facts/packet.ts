/**
 * What an applicant wants each writer to have at hand (G16): text they enter, or where it lies. The case list is the
 * rotation's own log. A letter's text is never part of it.
 */
import * as z from 'zod';
import { paragraphsOf } from '#shared/base/text.ts';
import type { PACKET_ITEMS } from './letter.ts';

/** A CV in short, or a personal statement of one page; more is linked. */
export const PACKET_CHARACTERS_MAX = 4000;
/** What a web address of a shared document needs. */
export const URL_CHARACTERS_MAX = 500;

/** What is entered; the case list is counted. */
export const ENTERED_ITEMS = [
  'cv',
  'personal-statement',
  'img-note',
] as const satisfies readonly (typeof PACKET_ITEMS)[number][];
export type EnteredItem = (typeof ENTERED_ITEMS)[number];

const urlSchema = z
  .string()
  .max(URL_CHARACTERS_MAX, { error: `is longer than ${URL_CHARACTERS_MAX} characters` })
  .pipe(z.url({ protocol: /^https$/, error: 'is not a web address that begins with https://' }));

export const packetTextSchema = z.strictObject({
  text: paragraphsOf(PACKET_CHARACTERS_MAX).exactOptional(),
  url: urlSchema.exactOptional(),
});
export type PacketText = z.infer<typeof packetTextSchema>;

export const packetSchema = z.strictObject({
  cv: packetTextSchema.exactOptional(),
  'personal-statement': packetTextSchema.exactOptional(),
  'img-note': packetTextSchema.exactOptional(),
});
export type Packet = z.infer<typeof packetSchema>;

export const PACKET_TITLES: Readonly<Record<(typeof PACKET_ITEMS)[number], string>> = {
  cv: 'Draft CV',
  'personal-statement': 'Personal statement',
  'case-list': 'Cases and contributions',
  'img-note': 'IMG status and constraints',
};

/** The packet with one item entered again; an empty one is taken out. */
export function withItem(packet: Packet, item: EnteredItem, entered: PacketText): Packet {
  const { [item]: _, ...others } = packet;
  return Object.keys(entered).length === 0 ? others : { ...others, [item]: entered };
}

/** What an applicant gives each letter writer (G16), as text or as a link. The case list comes from the rotation's log. */
import * as z from 'zod';
import { paragraphsOf } from '#shared/base/text.ts';
import type { PACKET_ITEMS } from './letter.ts';

/** A CV in short, or a personal statement of one page; more is linked. */
export const PACKET_CHARACTERS_MAX = 4000;
/** What a web address of a shared document needs. */
export const URL_CHARACTERS_MAX = 500;

/** The items to enter; the case list is computed. */
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
type Packet = z.infer<typeof packetSchema>;

export const PACKET_TITLES: Readonly<Record<(typeof PACKET_ITEMS)[number], string>> = {
  cv: 'Draft CV',
  'personal-statement': 'Personal statement',
  'case-list': 'Cases and contributions',
  'img-note': 'IMG status and constraints',
};

/** Replaces one item; an empty one is removed. */
export function withItem(packet: Packet, item: EnteredItem, entered: PacketText): Packet {
  const { [item]: _, ...others } = packet;
  return Object.keys(entered).length === 0 ? others : { ...others, [item]: entered };
}

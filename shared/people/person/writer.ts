/** A letter's writer, or the coordinator who took it over: a person by address, with pointers to letters that are in applicants' facts. */
import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { addressSchema, idSchema, lineSchema } from '#shared/base/text.ts';
import { zoneSchema } from '#shared/base/time/cities.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { EASTERN, type Instant } from '#shared/base/time/instant.ts';
import { newPerson, PERSON_FIELDS } from './person.ts';

/** The most letters that one writer is pointed at; past ones are dropped first. A chair may write for a dozen applicants a season. */
const POINTERS_MAX = 200;

/** One letter, with the applicant's revision and the due day when it was last wanted. */
const pointerSchema = z.strictObject({
  applicantId: idSchema,
  letterId: idSchema,
  revision: z.int().min(0),
  dueOn: daySchema,
});
export type Pointer = z.infer<typeof pointerSchema>;

export const writerItemSchema = z.strictObject({
  kind: z.literal('writer'),
  ...PERSON_FIELDS,
  name: lineSchema,
  address: addressSchema,
  /** Eastern until they choose another: their letters' hosts are in the US. */
  zone: zoneSchema,
  pointers: z.array(pointerSchema).max(POINTERS_MAX),
});
export type WriterItem = z.infer<typeof writerItemSchema>;

export function newWriter(
  { id, name, address }: Pick<WriterItem, 'id' | 'name' | 'address'>,
  now: Instant,
): WriterItem {
  return { kind: 'writer', ...newPerson(id, now), name, address, zone: EASTERN, pointers: [] };
}

/** The id of the letter writer with an address: keyed, so that no log of ids reveals an address. */
export function writerIdOf(address: string, pepper: string): string {
  const typed = address.trim().toLowerCase();
  return `w${createHmac('sha256', pepper).update(`writer ${typed}`).digest('hex').slice(0, 40)}`;
}

/** Pointed at a letter and due now, in one write; the same object if that was done at this revision and for this due day. */
export function pointedAt(writer: WriterItem, pointer: Pointer, now: Instant): WriterItem {
  const isSame = (each: Pointer) =>
    each.applicantId === pointer.applicantId && each.letterId === pointer.letterId;
  const known = writer.pointers.find(isSame);
  if (known && known.revision >= pointer.revision && known.dueOn === pointer.dueOn) return writer;
  const others = writer.pointers.filter((each) => !isSame(each));
  return { ...writer, pointers: [...others, pointer].slice(-POINTERS_MAX), dueAt: now };
}

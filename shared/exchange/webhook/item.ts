/** One update of a message: whom it is about, and what happened. */
import * as z from 'zod';
import { failure, type Refusal, type Result, success } from '#shared/base/result.ts';
import { addressSchema, idSchema, lineSchema } from '#shared/base/text.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { type Event, eventSchema } from '#shared/people/person/event.ts';
import { refusals } from '#shared/plan/facts/refusals.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { openRotations } from '#shared/plan/rotation/on-plan.ts';
import { explain } from '#shared/words/refusals.ts';
import { explainItem, itemRefusals } from '#shared/words/sender-refusals.ts';
import { eventFaults } from '../fields/event-faults.ts';
import { fieldNamesOf } from '../fields/event-fields.ts';
import { isOfRotation } from '../fields/read-form.ts';

/** By our id, or by the email address on the plan. */
const aboutApplicantSchema = z.union([
  z.strictObject({ id: idSchema }),
  z.strictObject({ address: addressSchema }),
]);
export type AboutApplicant = z.infer<typeof aboutApplicantSchema>;

export const updateItemSchema = z.strictObject({
  applicant: aboutApplicantSchema,
  /** Instead of the event's `rotationId`: the host as it is named on the plan. */
  rotation: z.strictObject({ host: lineSchema }).exactOptional(),
  /** Instead of the event's `letterId`. */
  letter: z.strictObject({ writer: lineSchema }).exactOptional(),
  /** Read by the event schema once the rotation and the letter are known. */
  event: z.record(z.string(), z.unknown()),
});
export type UpdateItem = z.infer<typeof updateItemSchema>;

/** The item as it was sent, or what is wrong with it. */
export function readItem(raw: unknown): Result<UpdateItem, Refusal> {
  const parsed = updateItemSchema.safeParse(raw);
  if (parsed.success) return success(parsed.data);
  const [first] = parsed.error.issues;
  const keys = first?.code === 'unrecognized_keys' ? first.keys.slice(0, 1) : [];
  const field = [...(first?.path ?? []), ...keys].join('.');
  return failure(
    explainItem(
      field.startsWith('applicant') ? itemRefusals.wrongApplicant() : itemRefusals.wrongPart(field),
    ),
  );
}

/** Its type, or a refusal for one that this sender may not report. */
export function readType(
  { event }: UpdateItem,
  allowed: readonly string[],
): Result<Event['type'], Refusal> {
  const { type } = event;
  if (typeof type !== 'string' || !fieldNamesOf(type) || !allowed.includes(type)) {
    return failure(explainItem(itemRefusals.notReportable(allowed)));
  }
  return success(type as Event['type']);
}

/** The event with the rotation and letter that the item names, by the schema of every other source. */
export function readEvent(item: UpdateItem, applicant: Applicant): Result<Event, Refusal> {
  const of = placeOf(item, applicant);
  if (!of.ok) return of;
  const whole = { ...item.event, ...of.value };
  const parsed = eventSchema.safeParse(whole);
  if (parsed.success) return success(parsed.data);
  const [error] = eventFaults(parsed.error.issues, String(item.event.type), (field) =>
    isAt(whole, field),
  );
  const { field, message } = error ?? { field: 'type', message: 'This is not an update.' };
  return failure(explainItem(itemRefusals.wrongField(field, message)));
}

function placeOf(
  { event, rotation, letter }: UpdateItem,
  applicant: Applicant,
): Result<{ rotationId?: string; letterId?: string }, Refusal> {
  if (!isOfRotation(String(event.type)) || (!rotation && !letter)) return success({});
  const found = rotation
    ? oneOf(applicant.facts.rotations.filter((each) => isCalled(each, rotation.host)))
    : applicant.facts.rotations.find(({ id }) => id === event.rotationId);
  if (!found) return failure(explain(refusals.unknownRotation()));
  if (!letter) return success({ rotationId: found.id });
  const letters = found.letters.filter(({ writer }) => isSame(writer.name, letter.writer));
  const [only] = letters;
  if (!only || letters.length > 1) return failure(explain(refusals.unknownLetter()));
  return success({ rotationId: found.id, letterId: only.id });
}

function isCalled({ host }: Rotation, name: string): boolean {
  return isSame(host.name, name) || host.institutionId === name;
}

/** The open one with that name, or else a closed one, so that a repeated message finds it again. */
function oneOf(rotations: readonly Rotation[]): Rotation | undefined {
  const open = openRotations({ rotations });
  const meant = open.length > 0 ? open : rotations;
  return meant.length === 1 ? meant[0] : undefined;
}

function isSame(left: string, right: string): boolean {
  return left.trim().toLowerCase() === right.trim().toLowerCase();
}

function isAt(tree: unknown, field: string): boolean {
  const at = field.split('.').reduce<unknown>((place, name) => {
    return typeof place === 'object' && place !== null && Object.hasOwn(place, name)
      ? (place as Record<string, unknown>)[name]
      : undefined;
  }, tree);
  return at !== undefined;
}

/** A form body read into an event, by the same schema as every other source. */
import { failure, type Result, success } from '#shared/base/result.ts';
import { idSchema } from '#shared/base/text.ts';
import { type Event, eventSchema } from '#shared/people/person/event.ts';
import { ROTATION_PAGE_TYPES } from '#shared/plan/facts/events.ts';
import { OWN_LETTERS } from '#shared/plan/facts/letter.ts';
import { eventFaults, fault } from './event-faults.ts';
import { eventValueOf, fieldNamesOf, neededGroups } from './event-fields.ts';
import type { FormError } from './field.ts';

interface ReadForm {
  /** The update's id. */
  readonly id: string;
  readonly revision: number;
  readonly event: Event;
}

export interface UnreadableForm {
  /** `malformed`: no form of these pages sends this. `invalid`: a field was filled in wrongly. */
  readonly fault: 'malformed' | 'invalid';
  readonly errors: readonly FormError[];
  /** What was entered, to be shown again. */
  readonly values: Readonly<Record<string, string>>;
  readonly type: string;
}

/** Our largest form has a dozen fields. */
const FIELDS_MAX = 40;

/** The one form that reports several things of a kind, each ticked. */
const SEVERAL: Event['type'] = 'document-updated';

const FORM_FIELDS = ['update', 'revision', 'type'];

/** `entries` in order; `rotationId` of the form's page, if it has one; `namesOf`: the fields that an event's form may send here. */
export function readForm(
  entries: readonly (readonly [string, string])[],
  rotationId?: string,
  namesOf: typeof fieldNamesOf = fieldNamesOf,
): Result<ReadForm, UnreadableForm> {
  const values = Object.fromEntries(entries);
  const type = values.type ?? '';
  const [kind, ...also] = type === SEVERAL ? entries.filter(([name]) => name === 'kind') : [];
  const single = kind ? entries.filter((each) => each === kind || each[0] !== 'kind') : entries;
  const refuse = (fault: UnreadableForm['fault'], errors: FormError[]) =>
    failure({ fault, errors, values, type });

  if (entries.length > FIELDS_MAX) {
    return refuse('malformed', [
      { field: 'type', message: `A form has at most ${FIELDS_MAX} fields.` },
    ]);
  }
  const misshapen = wrongShape(single, type, rotationId, namesOf);
  if (misshapen.length > 0) return refuse('malformed', misshapen);

  const filled = single.filter(
    ([name, value]) => !FORM_FIELDS.includes(name) && value.trim() !== '',
  );
  const parsed = eventSchema.safeParse({
    ...nested(filled, type),
    ...(isOfRotation(type) && { rotationId }),
    ...(also.length > 0 && { also: also.map(([, value]) => value) }),
    type,
  });
  if (!parsed.success)
    return refuse(
      'invalid',
      eventFaults(parsed.error.issues, type, (field) =>
        filled.some(([name]) => name === field || name.startsWith(`${field}.`)),
      ),
    );
  return success({
    id: values.update ?? '',
    revision: Number(values.revision),
    event: parsed.data,
  });
}

/** True for the events that a rotation's own page reports. */
export function isOfRotation(type: string): boolean {
  return ROTATION_PAGE_TYPES.includes(type);
}

/** The page of letters that no rotation gave takes reports about them, and the packet for all writers. */
function isOnPage(type: string, rotationId: string | undefined): boolean {
  if (rotationId === OWN_LETTERS) return type.startsWith('letter-') || type === 'packet-entered';
  return isOfRotation(type) === (rotationId !== undefined);
}

/** What no browser with our form would send: an unknown, duplicate, or missing part. */
function wrongShape(
  entries: readonly (readonly [string, string])[],
  type: string,
  rotationId: string | undefined,
  namesOf: typeof fieldNamesOf,
): FormError[] {
  const names = entries.map(([name]) => name);
  const has = (name: string) => names.includes(name);
  if (!has('type')) return [fault('type', 'is missing')];
  const known = namesOf(type);
  const belongs = type === 'undone' || isOnPage(type, rotationId);
  if (!known || !belongs) return [fault('type', 'is not one that this page takes')];
  return [
    ...names
      .filter((name) => ![...FORM_FIELDS, ...known].includes(name))
      .map((name) => fault(name, 'is not a field of this form')),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => fault(name, 'was sent twice')),
    ...wrongEnvelope(Object.fromEntries(entries)),
  ];
}

function wrongEnvelope({ update, revision }: Record<string, string>): FormError[] {
  return [
    ...(idSchema.safeParse(update).success
      ? []
      : [fault('update', 'is missing or not one that we made')]),
    ...(/^\d{1,9}$/.test(revision ?? '') ? [] : [fault('revision', 'is missing or not a number')]),
  ];
}

type Tree = { [name: string]: Tree | string | number | boolean };

/** Names are letters and dots, at most four deep. Groups that `type` needs are made though empty, so that each missing field is named. */
export function nested(entries: readonly (readonly [string, string])[], type = ''): Tree {
  const root: Tree = {};
  for (const group of neededGroups(type)) placeOf(root, group.split('.'));
  for (const [name, value] of entries) {
    const path = name.split('.');
    placeOf(root, path.slice(0, -1))[path.at(-1) ?? name] = eventValueOf(type, name, value.trim());
  }
  return root;
}

function placeOf(root: Tree, path: readonly string[]): Tree {
  return path.reduce((place, part) => {
    place[part] ??= {};
    return place[part] as Tree;
  }, root);
}

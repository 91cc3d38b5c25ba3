/** What the form of each event may send: read from the event's own schema, and written nowhere else. */
import * as z from 'zod';
import { LINE_CHARACTERS_MAX } from '#shared/base/limits.ts';
import { countryNamed, zoneNamed } from '#shared/base/time/cities.ts';
import { type Event, eventSchema } from '#shared/people/person/event.ts';
import { ROTATION_PAGE_TYPES, WRITER_EVENT_TYPES } from '#shared/plan/facts/events.ts';
import { PACKET_CHARACTERS_MAX } from '#shared/plan/facts/packet.ts';
import { type Json, jsonSchemaOf } from '../json-schema.ts';
import type { Field } from './field.ts';

/** A field before it has words. */
export interface EventField extends Pick<Field, 'name' | 'required' | 'least' | 'most'> {
  readonly kind: Field['kind'] | 'yes-no';
  /** The values of a choice, or of a yes-or-no field. */
  readonly values: readonly string[];
}

/** A writer's page has forms of its own; a sheet of the cohort is imported. */
const NO_FORM: ReadonlySet<string> = new Set<Event['type']>([
  ...WRITER_EVENT_TYPES,
  'rotation-taken-over',
]);

const SCHEMAS = new Map(optionsOf(eventSchema).map((option) => [typeOf(option), option]));

/** Every type of event that has a form. */
export function everyEventType(): Event['type'][] {
  return ([...SCHEMAS.keys()] as Event['type'][]).filter((type) => !NO_FORM.has(type));
}

/** @param type of an event; throws for any other word */
export function eventSchemaOf(type: string): z.ZodObject {
  const schema = SCHEMAS.get(type);
  if (!schema) throw new Error(`There is no event called “${type}”.`);
  return schema;
}

/** The names of the fields of an event's form, or undefined for what has none. */
export function fieldNamesOf(type: string): readonly string[] | undefined {
  return NO_FORM.has(type) ? undefined : formOf(type)?.fields.map(({ name }) => name);
}

/** Every name that is a field of some event's form. */
export function everyFieldName(): ReadonlySet<string> {
  return new Set(everyEventType().flatMap((type) => fieldNamesOf(type) ?? []));
}

/** The fields of an event in the order of its schema; those of a writer's answer as well. */
export function eventFields(type: string): readonly EventField[] {
  return formOf(type)?.fields ?? [];
}

/** Groups that an event cannot do without: left empty, each of their fields is named as missing. */
export function neededGroups(type: string): readonly string[] {
  return formOf(type)?.groups ?? [];
}

/** A field's text as a value of the event; text that is not a number or an answer stays text, and the schema refuses it. */
export function eventValueOf(type: string, name: string, text: string): string | number | boolean {
  if (name === 'zone') return zoneNamed(text) ?? text;
  if (name === 'rotation.country') return countryNamed(text) ?? text;
  const kind = eventFields(type).find((field) => field.name === name)?.kind;
  if (kind === 'number' && /^-?\d{1,9}$/.test(text)) return Number(text);
  if (kind === 'yes-no' && text === 'yes') return true;
  if (kind === 'yes-no' && text === 'no') return false;
  return text;
}

interface EventForm {
  readonly fields: readonly EventField[];
  readonly groups: readonly string[];
}

const read = new Map<string, EventForm>();

// Each is read on first use: reading all of them would slow down every start.
function formOf(type: string): EventForm | undefined {
  const known = read.get(type);
  if (known) return known;
  const schema = SCHEMAS.get(type);
  if (!schema) return undefined;
  const form = partsOf(
    jsonSchemaOf(schema, 'output'),
    (name) => name === 'type' || isPlace(type, name),
  );
  read.set(type, form);
  return form;
}

/** The page, or the message, names the rotation. */
function isPlace(type: string, name: string): boolean {
  return name === 'rotationId' && ROTATION_PAGE_TYPES.includes(type);
}

function partsOf(
  { properties = {}, required = [] }: Json,
  isLeftOut: (name: string) => boolean,
  path = '',
): EventForm {
  const parts = Object.entries(properties as Record<string, Json>)
    .filter(([name, json]) => !isLeftOut(name) && !json.readOnly)
    .map(([name, json]): EventForm => {
      const isNeeded = (required as string[]).includes(name);
      if (json.type !== 'object')
        return { fields: [fieldOf(`${path}${name}`, json, isNeeded)], groups: [] };
      const { fields, groups } = partsOf(json, () => false, `${path}${name}.`);
      return isNeeded
        ? { fields, groups: [`${path}${name}`, ...groups] }
        : { fields: fields.map((field) => ({ ...field, required: false })), groups: [] };
    });
  return {
    fields: parts.flatMap(({ fields }) => fields),
    groups: parts.flatMap(({ groups }) => groups),
  };
}

function fieldOf(name: string, json: Json, required: boolean): EventField {
  const values = valuesOf(json);
  return {
    name,
    kind: kindOf(json, values),
    required,
    values,
    ...(json.type === 'integer' && { least: json.minimum as number, most: json.maximum as number }),
  };
}

function kindOf({ type, format, maxLength }: Json, values: readonly string[]): EventField['kind'] {
  if (type === 'boolean') return 'yes-no';
  if (type === 'integer') return 'number';
  if (values.length === 1) return 'tick';
  if (values.length > 1) return 'choice';
  if (format === 'date') return 'day';
  if (format === 'email') return 'address';
  if (format === 'uri') return 'url';
  const length = typeof maxLength === 'number' ? maxLength : 0;
  if (length >= PACKET_CHARACTERS_MAX) return 'text';
  return length > LINE_CHARACTERS_MAX ? 'note' : 'line';
}

function valuesOf(json: Json): string[] {
  if (json.type === 'boolean') return ['yes', 'no'];
  if (json.anyOf) return (json.anyOf as Json[]).flatMap(valuesOf);
  return typeof json.const === 'string' ? [json.const] : ((json.enum as string[]) ?? []);
}

function optionsOf(schema: z.core.$ZodType): z.ZodObject[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(optionsOf);
  return schema instanceof z.ZodObject ? [schema] : [];
}

function typeOf({ shape }: z.ZodObject): string {
  return (shape.type as z.ZodLiteral<string>).value;
}

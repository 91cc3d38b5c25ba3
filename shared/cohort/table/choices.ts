/** The values of each field that has few. */
import { profileSchema } from '#shared/plan/facts/facts.ts';
import { closedReasonSchema, specialtySchema } from '#shared/plan/facts/rotation.ts';
import { STATUS_NAMES } from '#shared/plan/facts/stage-names.ts';
import { entrySchema, modeSchema, pathwaySchema, routeSchema } from '#shared/world/vocabulary.ts';
import type { Field } from './columns.ts';

const YES_NO = ['yes', 'no'] as const;

/** As exports write them. */
export const CHOICES: Readonly<Partial<Record<Field, readonly string[]>>> = {
  enrollment: profileSchema.shape.enrollment.options,
  pathway: pathwaySchema.options,
  entry: entrySchema.options,
  specialty: specialtySchema.options,
  mode: modeSchema.options,
  route: routeSchema.options,
  status: STATUS_NAMES,
  closedReason: closedReasonSchema.options,
};

/** For a text that an import cannot read. A closed rotation is named by why it closed. */
export function choicesFor(field: Field): readonly string[] {
  if (field === 'schoolInVslo' || field === 'ecfmgCertified') return YES_NO;
  if (field !== 'status') return CHOICES[field] ?? [];
  return [
    ...STATUS_NAMES.filter((status) => status !== 'closed'),
    ...closedReasonSchema.exclude(['complete']).options,
  ];
}

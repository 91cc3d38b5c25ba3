/** The form that puts a site on the plan: filled in from the directory, or by hand for any route. */

import type { Field, Form } from '#shared/exchange/fields/field.ts';
import { labelOf } from '#shared/words/field-words.ts';
import { institutions } from '#shared/world/programs/directory.ts';
import type { FoundSite } from '#shared/world/programs/find-site.ts';
import { MODES, ROUTES, SPECIALTIES } from './choices.ts';

/** @param site as it was picked; absent for one entered by hand */
export function siteForm(site?: FoundSite): Form {
  return {
    key: 'rotation-added',
    type: 'rotation-added',
    title: 'Enter a site by hand',
    says: 'It goes on your list. You can decide later whether to apply.',
    fields: FIELDS,
    hidden: site ? hiddenOf(site) : {},
    values: {
      'rotation.specialty': site?.program?.kind === 'dr' ? 'dr' : 'ir',
      'rotation.mode': 'hands-on',
      'rotation.country': 'US',
      ...(site && valuesOf(site)),
    },
    button: 'Add the rotation',
  };
}

function hiddenOf({ host, program }: FoundSite): Form['hidden'] {
  return {
    ...(host && { 'rotation.host.institutionId': host.id }),
    ...(program && { 'rotation.host.programCode': program.code }),
  };
}

/** A way in, a mode: chosen only where the host's page leaves no other. */
function valuesOf({ name, host }: FoundSite): Form['values'] {
  const only = (values: readonly string[] | undefined) =>
    values?.length === 1 ? values[0] : undefined;
  const mode = only(host?.modes);
  const route = only(host?.routes) ?? (mode === 'observer' ? 'observership' : undefined);
  return {
    'rotation.host.name': name,
    ...(mode && { 'rotation.mode': mode }),
    ...(route && { 'rotation.route': route }),
  };
}

const field = (name: string, of: Omit<Field, 'name' | 'label'>): Field => ({
  name: `rotation.${name}`,
  label: labelOf(`rotation.${name}`),
  ...of,
});

const FIELDS: readonly Field[] = [
  field('host.name', {
    kind: 'line',
    required: true,
    suggestions: institutions().map(({ name }) => name),
    hint: 'The hospital or school.',
  }),
  field('specialty', { kind: 'choice', choices: SPECIALTIES, required: true }),
  field('mode', { kind: 'choice', choices: MODES, required: true }),
  field('route', { kind: 'choice', choices: ROUTES, required: true }),
  field('country', {
    kind: 'line',
    required: true,
    hint: 'Two letters: US, or for example IN for a rotation at home in India.',
  }),
  field('dates.start', { kind: 'day' }),
  field('dates.end', { kind: 'day', hint: 'Leave both days empty if you do not know them yet.' }),
  field('windowClosesOn', { kind: 'day', hint: 'If you know it.' }),
];

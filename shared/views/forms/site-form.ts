/** The form that adds a rotation: prefilled from the directory, or filled in by hand. */

import type { Field, Form } from '#shared/exchange/fields/field.ts';
import { institutions } from '#shared/world/programs/directory.ts';
import type { FoundSite } from '#shared/world/programs/find-site.ts';
import { MODES, ROUTES, SPECIALTIES } from './choices.ts';
import { fieldsOf } from './event-form.ts';

/** @param site absent for one entered by hand */
export function siteForm(site?: FoundSite): Form {
  return {
    key: 'rotation-added',
    type: 'rotation-added',
    title: 'Enter a site by hand',
    text: 'This adds it to your list. You can decide later whether to apply.',
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

/** A route or mode is preselected only if the host's page allows no other. */
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

/** The host's id and the program's code come from the directory; nobody types them. */
const FIELDS: readonly Field[] = fieldsOf(
  'rotation-added',
  {
    'rotation.host.name': {
      suggestions: institutions().map(({ name }) => name),
      hint: 'The hospital or medical school.',
    },
    'rotation.specialty': { choices: SPECIALTIES },
    'rotation.mode': { choices: MODES },
    'rotation.route': { choices: ROUTES },
    'rotation.country': {
      hint: 'Two letters: US, or your home country, such as IN for India.',
    },
    'rotation.dates.end': { hint: 'Leave both dates empty if you do not know them yet.' },
    'rotation.windowClosesOn': { hint: 'If you know it.' },
  },
  ['rotation.host.institutionId', 'rotation.host.programCode'],
);

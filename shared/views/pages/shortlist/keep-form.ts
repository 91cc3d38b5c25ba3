/** One button that adds a proposed rotation to the plan, as an ordinary update. */

import type { Html } from '#shared/base/html.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import { type FormTies, formMarkup } from '../../forms/form.ts';

export function keepForm(rotation: Rotation, ties: FormTies): Html {
  const { host, specialty, mode, route, country, dates, id } = rotation;
  return formMarkup(
    {
      key: `keep.${ties.updateId}.${id}`,
      type: 'rotation-added',
      title: 'Add to my plan',
      text: 'This adds it to your list with these dates. You can decide later whether to apply.',
      fields: [],
      hidden: {
        'rotation.host.name': host.name,
        ...(host.institutionId && { 'rotation.host.institutionId': host.institutionId }),
        ...(host.programCode && { 'rotation.host.programCode': host.programCode }),
        'rotation.specialty': specialty,
        'rotation.mode': mode,
        'rotation.route': route,
        'rotation.country': country,
        ...(dates && { 'rotation.dates.start': dates.start, 'rotation.dates.end': dates.end }),
      },
      values: {},
      button: 'Add to my plan',
    },
    ties,
  );
}

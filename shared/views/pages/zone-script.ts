/** Fills an empty time zone with the browser's own, by city. The form works without it. */
import { NAMES_NOW } from '#shared/base/time/cities.ts';

export const ZONE_SCRIPT = `
const field = document.querySelector('input[name="zone"]');
const names = ${JSON.stringify(NAMES_NOW)};
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
const zone = names[own] ?? own;
if (field && !field.value && zone?.includes('/')) {
  const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  const options = [...field.list.options].map(({ value }) => value);
  field.value = options.find((each) => each.startsWith(city + ', ')) ?? zone;
}
`.trimStart();

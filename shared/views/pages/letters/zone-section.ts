/** Where a writer sets a time zone: emails come on weekdays from nine to four. */
import { html } from 'hono/html';
import type { Html } from '#shared/base/html.ts';
import type { LetterPaths } from '#shared/base/links/urls.ts';
import { placeOf } from '#shared/base/time/phrase.ts';
import type { WriterItem } from '#shared/people/person/writer.ts';

/** The zones of the US hosts, which is close enough for writers elsewhere. */
export const WRITER_ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
] as const;

export function zoneSection(writer: WriterItem, paths: LetterPaths): Html {
  return html`<details><summary>Emails come on weekdays from 9 a.m. to 4 p.m. in ${placeOf(writer.zone)}</summary>
<form method="post" action="${paths.page}">
<div class="field"><label for="zone">Your time zone</label>
<select id="zone" name="zone">${WRITER_ZONES.map(
    (zone) =>
      html`<option value="${zone}"${zone === writer.zone ? html` selected` : ''}>${placeOf(zone)}</option>`,
  )}</select></div>
<button class="plain">Save the time zone</button>
</form></details>`;
}

/** Everything worth knowing about a plan as a whole; a new note is a rule in `note.ts`, its words, and a line here. */
import type { Matter, View } from '../../matter.ts';
import { gapNotes } from './gaps.ts';
import { letterNotes } from './letters.ts';
import { listingNotes } from './listing.ts';
import { monthNotes } from './months.ts';
import { siteNotes } from './sites.ts';

export function noteMatters(view: View): Matter[] {
  return [
    ...monthNotes(view),
    ...gapNotes(view),
    ...siteNotes(view),
    ...letterNotes(view),
    ...listingNotes(view),
  ];
}

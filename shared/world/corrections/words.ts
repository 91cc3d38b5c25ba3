/** A date of the world in words, for the audit, pages, and emails: its name and its day. */
import { counted } from '#shared/base/counted.ts';
import { EASTERN } from '#shared/base/time/instant.ts';
import { phraseDay, phraseInstant } from '#shared/base/time/phrase.ts';
import type { Provenance } from '../provenance.ts';
import { SEASON_EVENT_NAMES, SEASON_EVENTS } from '../season/events.ts';
import { instantOfSeasonDate } from '../season/season.ts';
import { certaintyWords } from '../source-words.ts';
import type { World } from '../world.ts';
import type { Correction, HostField } from './correction.ts';
import { unconfirmedWords } from './unconfirmed.ts';

/** After a host's name: `Yale School of Medicine: last day to apply`. */
export const HOST_FIELD_WORDS: Readonly<Record<HostField, string>> = {
  leadDays: 'last day to apply',
  documentsLeadDays: 'last day for documents',
};

/** The target's value in a world: `Wed, Sep 22, 2027 (estimated)`, `123 days before the start (official)`, `not known`. */
export function valueWords(correction: Correction, world: World): string {
  if (correction.of === 'season') {
    const date = world.season(correction.season).dates[correction.event];
    if (!date) return 'not known';
    const when = date.timeEt
      ? phraseInstant(instantOfSeasonDate(date), EASTERN)
      : phraseDay(date.day);
    return sure(when, date);
  }
  const host = world.host(correction.institutionId);
  const days = host?.[correction.field];
  if (!host || days === undefined) return 'not known';
  return sure(
    `${counted(days, 'day')} before the start`,
    host.corrected?.[correction.field] ?? host,
  );
}

/** The name of a target of the audit: `2028 season: Match Day`, `Yale School of Medicine: last day to apply`. */
export function targetWords(target: string, world: World): string {
  const [of, id = '', part] = target.split('/');
  if (of === 'host') {
    const field = HOST_FIELD_WORDS[part as HostField] ?? part;
    return `${world.host(id)?.name ?? id}: ${field}`;
  }
  const event = SEASON_EVENT_NAMES.find((name) => name === part);
  return event ? `${id} season: ${SEASON_EVENTS[event].label}` : `${id} season`;
}

function sure(value: string, of: Pick<Provenance, 'source' | 'certainty'>): string {
  return `${value} (${unconfirmedWords(of) ?? certaintyWords(of.certainty, 'advisor')})`;
}

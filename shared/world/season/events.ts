/** The events of a season: how pages name each, how a day without a clock time is counted, and one as the data files hold it. */
import * as z from 'zod';
import { daySchema } from '#shared/base/time/day.ts';
import { clockTimeSchema } from '#shared/base/time/instant.ts';
import { hasSource, provenanceShape, SOURCE_IS_MISSING } from '../provenance.ts';

/** `opens`: from the day's first moment. `deadline`: until the day is over. `day`: the day itself. */
type Kind = 'opens' | 'deadline' | 'day';

interface EventFacts {
  /** After a date: "Wed, Sep 22, 2027: programs may review applications". */
  readonly label: string;
  readonly kind: Kind;
}

/** In the order of a season. */
export const SEASON_EVENTS = {
  'eras-opens': { label: 'ERAS opens for a new season', kind: 'opens' },
  'img-token-available': { label: 'ERAS tokens can be bought from Intealth', kind: 'opens' },
  'ecfmg-pathways-open': { label: 'ECFMG Pathways open for applications', kind: 'opens' },
  'eras-submit-opens': { label: 'applications may be submitted in ERAS', kind: 'opens' },
  'nrmp-registration-opens': { label: 'registration for the Match opens', kind: 'opens' },
  'ecfmg-advice-upload-documents-by': {
    label: 'ECFMG advises having documents uploaded',
    kind: 'deadline',
  },
  'programs-review-opens': { label: 'programs may review applications', kind: 'opens' },
  'mspe-released': { label: 'the MSPE (dean’s letter) becomes visible', kind: 'opens' },
  'dec-cycle-fellowship-submit-opens': {
    label: 'applications to December-cycle fellowships may be submitted',
    kind: 'opens',
  },
  'dec-cycle-fellowship-review-opens': {
    label: 'December-cycle fellowships may review applications',
    kind: 'opens',
  },
  'nrmp-late-fee-after': { label: 'last day to register without a late fee', kind: 'deadline' },
  'nrmp-standard-registration-deadline': {
    label: 'standard registration for the Match ends',
    kind: 'deadline',
  },
  'ecfmg-pathways-application-deadline': {
    label: 'last day to apply for an ECFMG Pathway',
    kind: 'deadline',
  },
  'rank-list-opens': { label: 'rank lists can be entered', kind: 'opens' },
  'rank-list-certify-deadline': { label: 'rank lists must be certified', kind: 'deadline' },
  'match-week-starts': { label: 'Match Week begins', kind: 'day' },
  'match-day': { label: 'Match Day', kind: 'day' },
  'ecfmg-pathways-close': { label: 'ECFMG Pathways close for the season', kind: 'deadline' },
  'eras-closes': { label: 'ERAS closes for the season', kind: 'deadline' },
} as const satisfies Readonly<Record<string, EventFacts>>;

export type SeasonEvent = keyof typeof SEASON_EVENTS;

export const SEASON_EVENT_NAMES = Object.keys(SEASON_EVENTS) as [SeasonEvent, ...SeasonEvent[]];

/** As the sources write weekdays; index 0 is Sunday, as in `weekdayOf`. */
export const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

export const seasonRowSchema = z
  .strictObject({
    /** Year of the Match. */
    season: z.int(),
    event: z.enum(SEASON_EVENT_NAMES),
    day: daySchema,
    /** Stated beside the date, so that a slip in the day is seen. */
    weekday: z.enum(WEEKDAYS),
    /** Eastern time; only where a source states it. */
    timeEt: clockTimeSchema.exactOptional(),
    ...provenanceShape,
    note: z.string().min(1).exactOptional(),
  })
  .refine(hasSource, SOURCE_IS_MISSING);
export type SeasonRow = z.infer<typeof seasonRowSchema>;

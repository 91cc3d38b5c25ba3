/** `/shortlist`: asked and answered by GET, so that an answer can be bookmarked and nothing needs to be stored. */
import type { Context } from 'hono';
import { QUERY_CHARACTERS_MAX } from '#shared/base/limits.ts';
import { SHORTLIST_PATH } from '#shared/base/links/urls.ts';
import { type Clock, dayIn, EASTERN } from '#shared/base/time/instant.ts';
import type { WhatIf } from '#shared/shortlist/outcome.ts';
import { compareScores, type OfScores, SCORE_NAMES } from '#shared/shortlist/own-score.ts';
import type { ShortlistProfile } from '#shared/shortlist/profile.ts';
import { messagePage } from '#shared/views/pages/message-pages.ts';
import { placesCompared } from '#shared/views/pages/shortlist/compare-section.ts';
import type { RowExtras } from '#shared/views/pages/shortlist/list-section.ts';
import { isAsked, PAGE_FIELDS, readQuery } from '#shared/views/pages/shortlist/read-query.ts';
import { shortlistPage } from '#shared/views/pages/shortlist/shortlist-page.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { networkOf } from '../adapters/network.ts';
import type { Answers } from '../shortlist-answers.ts';
import { texts } from './forms.ts';
import { sourceOf } from './requester.ts';
import { type Route, rowsOf } from './route.ts';

const QUERY_FIELDS_MAX = 80;
/** By then a full queue is empty. */
const RETRY_AFTER_SECONDS = 10;

interface Deps {
  readonly clock: Clock;
  readonly answers: Answers;
  readonly worldFor: WorldFor;
  readonly proxyHeader?: string | undefined;
}

export function shortlistRoutes(deps: Deps): Route[] {
  const anybody = rowsOf<{ readonly of: 'anybody' }, undefined>({ of: 'anybody' });
  const path = SHORTLIST_PATH;
  return [
    anybody.get(path, (c) => answerShortlist(c, deps, { path })),
    anybody.post(path, ownScores, (c, _, scores) => answerShortlist(c, deps, { path, scores })),
  ];
}

/** The one thing that is posted: they are compared, and kept nowhere. */
export const ownScores = texts(SCORE_NAMES);

/** @param of `values` are what the fields hold until someone sends the form */
export async function answerShortlist(
  c: Context,
  { clock, answers, worldFor, proxyHeader }: Deps,
  of: {
    readonly path: string;
    readonly cohortId?: string;
    readonly values?: Readonly<Record<string, string>>;
    readonly own?: readonly WhatIf[];
    /** What the reader's plan says that the page does not ask. */
    readonly known?: Pick<ShortlistProfile, 'tiers' | 'planned'>;
    readonly scores?: OfScores;
    readonly extras?: RowExtras;
  },
): Promise<Response> {
  const { path, cohortId, extras, own } = of;
  const { search, searchParams } = new URL(c.req.url);
  const entries = [...searchParams].filter(([name]) => isAsked(name));
  if (search.length > QUERY_CHARACTERS_MAX || entries.length > QUERY_FIELDS_MAX) {
    return c.html(messagePage('too-large'), 414);
  }
  const now = clock.now();
  const pageOf = (field: string) =>
    Math.floor(Math.max(1, Math.min(999, Number(searchParams.get(field)) || 1)));
  const view = {
    today: dayIn(EASTERN, now),
    path,
    values: { ...(entries.length === 0 ? of.values : Object.fromEntries(entries)) },
    pages: {
      rotations: pageOf(PAGE_FIELDS.rotations),
      applications: pageOf(PAGE_FIELDS.applications),
    },
    ...extras,
    ...(own && { own }),
  };
  if (entries.length === 0) return c.html(shortlistPage(view));
  const profile = readQuery(entries);
  if (!profile.ok) return c.html(shortlistPage({ ...view, problem: profile.failure }), 422);
  const requester = networkOf(sourceOf(c, proxyHeader));
  const asked = { ...profile.value, ...of.known };
  const result = await answers(asked, { requester, ...(cohortId && { cohortId }) });
  if (!result) {
    c.header('Retry-After', String(RETRY_AFTER_SECONDS));
    return c.html(messagePage('too-many-lists'), 503);
  }
  const compared = of.scores && compareScores(of.scores, worldFor(cohortId));
  const places = placesCompared(result.list.rotations, view.values);
  const status = [compared, places].some((each) => each && !each.ok) ? 422 : 200;
  return c.html(
    shortlistPage({ ...view, result, ...(compared && { compared, typed: of.scores }), places }),
    status,
  );
}

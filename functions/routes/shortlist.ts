/** `/shortlist`: asked and answered by GET, so that an answer can be kept as an address and nothing need be stored. */
import { type Context, Hono } from 'hono';
import type { Html } from '#shared/base/html.ts';
import { QUERY_CHARACTERS_MAX } from '#shared/base/limits.ts';
import { SHORTLIST_PATH } from '#shared/base/links/urls.ts';
import type { Clock } from '#shared/base/time/clock.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { WhatIf } from '#shared/shortlist/outcome.ts';
import type { ShortlistProfile } from '#shared/shortlist/profile.ts';
import { tooLargePage, tooManyListsPage } from '#shared/views/pages/message-pages.ts';
import { isAsked, PAGE_FIELDS, readQuery } from '#shared/views/pages/shortlist/read-query.ts';
import { shortlistPage } from '#shared/views/pages/shortlist/shortlist-page.ts';
import { networkOf } from '../adapters/network.ts';
import type { Answers } from '../shortlist-answers.ts';
import { sourceOf } from './requester.ts';

const QUERY_FIELDS_MAX = 80;
/** By then a full queue is empty. */
const RETRY_AFTER_SECONDS = 10;

interface Deps {
  readonly clock: Clock;
  readonly answers: Answers;
  readonly proxyHeader?: string | undefined;
}

/** The shortlist for anybody, without a plan. */
export function shortlistRoutes(deps: Deps): Hono {
  const routes = new Hono();
  routes.get(SHORTLIST_PATH, (c) => answerShortlist(c, deps, { path: SHORTLIST_PATH }));
  return routes;
}

/** @param of `values` are what the fields hold until somebody sends the form */
export async function answerShortlist(
  c: Context,
  { clock, answers, proxyHeader }: Deps,
  of: {
    readonly path: string;
    readonly cohortId?: string;
    readonly values?: Readonly<Record<string, string>>;
    readonly own?: readonly WhatIf[];
    readonly tiers?: ShortlistProfile['tiers'];
    readonly keep?: (rotation: Rotation) => Html;
  },
): Promise<Response> {
  const { path, cohortId, keep, own } = of;
  const { search, searchParams } = new URL(c.req.url);
  const entries = [...searchParams].filter(([name]) => isAsked(name));
  if (search.length > QUERY_CHARACTERS_MAX || entries.length > QUERY_FIELDS_MAX) {
    return c.html(tooLargePage(), 414);
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
    ...(keep && { keep }),
    ...(own && { own }),
  };
  if (entries.length === 0) return c.html(shortlistPage(view));
  const profile = readQuery(entries);
  if (!profile.ok) return c.html(shortlistPage({ ...view, problem: profile.failure }), 422);
  const requester = networkOf(sourceOf(c, proxyHeader));
  const asked = { ...profile.value, ...(of.tiers && { tiers: of.tiers }) };
  const result = await answers(asked, { requester, ...(cohortId && { cohortId }) });
  if (!result) {
    c.header('Retry-After', String(RETRY_AFTER_SECONDS));
    return c.html(tooManyListsPage(), 503);
  }
  return c.html(shortlistPage({ ...view, result }));
}

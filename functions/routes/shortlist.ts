/** `/shortlist`: asked and answered by GET, so that an answer can be kept as an address and nothing need be stored. */
import type { Context } from 'hono';
import * as z from 'zod';
import type { Html } from '#shared/base/html.ts';
import { QUERY_CHARACTERS_MAX } from '#shared/base/limits.ts';
import { SHORTLIST_PATH } from '#shared/base/links/urls.ts';
import type { Clock } from '#shared/base/time/clock.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import type { Rotation } from '#shared/plan/facts/rotation.ts';
import type { WhatIf } from '#shared/shortlist/outcome.ts';
import { compareScore } from '#shared/shortlist/own-score.ts';
import type { ShortlistProfile } from '#shared/shortlist/profile.ts';
import { tooLargePage, tooManyListsPage } from '#shared/views/pages/message-pages.ts';
import { isAsked, PAGE_FIELDS, readQuery } from '#shared/views/pages/shortlist/read-query.ts';
import { shortlistPage } from '#shared/views/pages/shortlist/shortlist-page.ts';
import type { WorldFor } from '#shared/world/world.ts';
import { networkOf } from '../adapters/network.ts';
import type { Answers } from '../shortlist-answers.ts';
import { fields } from './forms.ts';
import { sourceOf } from './requester.ts';
import { type Route, rowsOf } from './route.ts';

const QUERY_FIELDS_MAX = 80;
/** What is no score is answered by a sentence; what is longer was typed by nobody. */
const FIELD_CHARACTERS_MAX = 20;
/** By then a full queue is empty. */
const RETRY_AFTER_SECONDS = 10;

interface Deps {
  readonly clock: Clock;
  readonly answers: Answers;
  readonly worldFor: WorldFor;
  readonly proxyHeader?: string | undefined;
}

/** The shortlist for anybody, without a plan. */
export function shortlistRoutes(deps: Deps): Route[] {
  const anybody = rowsOf<{ readonly of: 'anybody' }, undefined>({ of: 'anybody' });
  const path = SHORTLIST_PATH;
  return [
    anybody.get(path, (c) => answerShortlist(c, deps, { path })),
    anybody.post(path, ownScore, (c, _, { score }) => answerShortlist(c, deps, { path, score })),
  ];
}

/** The one thing that is posted: it is compared, and kept nowhere. */
export const ownScore = fields(z.strictObject({ score: z.string().max(FIELD_CHARACTERS_MAX) }));

/** @param of `values` are what the fields hold until somebody sends the form */
export async function answerShortlist(
  c: Context,
  { clock, answers, worldFor, proxyHeader }: Deps,
  of: {
    readonly path: string;
    readonly cohortId?: string;
    readonly values?: Readonly<Record<string, string>>;
    readonly own?: readonly WhatIf[];
    readonly tiers?: ShortlistProfile['tiers'];
    readonly score?: string;
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
  const compared = of.score === undefined ? undefined : compareScore(of.score, worldFor(cohortId));
  const status = compared && !compared.ok ? 422 : 200;
  return c.html(shortlistPage({ ...view, result, ...(compared && { compared }) }), status);
}

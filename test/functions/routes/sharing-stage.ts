/** Radha began a plan alone; an advisor of a school invites her to share it. */

import { webApp } from '#functions/web.ts';
import { signLink } from '#shared/base/links/link.ts';
import { HOUR_MS, plusMs } from '#shared/base/time/instant.ts';
import { SELF_COHORT } from '#shared/people/applicant/pending.ts';
import { withOutlook } from '#shared/people/outlook/look-ahead.ts';
import { hashAddress } from '#shared/people/person/address-hash.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { weighHere } from '#shared/shortlist/weigh.ts';
import { newAddress } from '#shared/store/items.ts';
import { PUBLISHED_WORLD } from '#shared/world/world.ts';
import { bob, MONDAY } from '../../cast.ts';
import { advisorsStage, BASE_URL, OWN } from '../advisors-stage.ts';

export const RADHA = { ...bob(), id: 'radha', cohortId: SELF_COHORT };
export const ADDRESS = RADHA.facts.profile.address;

export async function radhasStage() {
  const stage = await advisorsStage();
  const pages = webApp({ ...stage.deps, weigh: weighHere, undoKeys: stage.deps.linkKeys });
  const addressId = hashAddress(ADDRESS, stage.deps.pepper);
  await stage.store.write(newAddress(addressId, { kind: 'applicant', id: 'radha' }));
  await stage.store.write(withOutlook(RADHA, PUBLISHED_WORLD, MONDAY));
  const lead = await stage.cookie('lead');
  const linkOf = async (hoursAgo = 0) => {
    const link = { personId: 'radha', purpose: 'answer', epoch: 0 } as const;
    return `/a/${await signLink(stage.deps.linkKeys, link, plusMs(stage.deps.clock.now(), -hoursAgo * HOUR_MS), 60)}`;
  };
  const post = (path: string, fields: Record<string, string> = {}) =>
    pages.request(`${BASE_URL}${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: BASE_URL },
    });
  const invitation = async (role: 'lead' | 'advisor' = 'lead', cohortId = OWN) => {
    const cookie = await stage.cookie(role);
    const page = await (await stage.get(`/advisors/c/${cohortId}/invite`, cookie)).text();
    return /<code>(\S+)<\/code>/.exec(page)?.[1] ?? '';
  };
  return {
    stage,
    lead,
    linkOf,
    post,
    invitation,
    get: async (path: string) => pages.request(`${BASE_URL}${path}`),
    share: async (address: string, hoursAgo = 0) =>
      post(`${await linkOf(hoursAgo)}/share`, { invitation: address }),
    takeOut: async (hoursAgo = 0) => post(`${await linkOf(hoursAgo)}/take-out`),
    radha: async () => (await stage.store.read('applicant', 'radha')) as Applicant,
    /** The names on the report of the cohort. */
    report: async () => (await stage.get(`/advisors/c/${OWN}`, lead)).text(),
  };
}

/** `/advisors/hosts`: the directory for advisors, which pages are due for a recheck, and the queue of reports about wrong lines. */
import type { Context } from 'hono';
import * as z from 'zod';
import {
  DOUBT_ANSWER_PATH,
  HOST_CHECK_PATH,
  HOSTS_CSV_PATH,
  HOSTS_PATH,
  OFFICE_PATH,
} from '#shared/base/links/advisor-paths.ts';
import { idSchema } from '#shared/base/text.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { type Advisor, ROLES, WORKERS, worksFor } from '#shared/people/advisor/advisor.ts';
import { type HostsView, hostsPage } from '#shared/views/pages/advisors/hosts-page.ts';
import { doubtRefusals, formSentences, notOfHost } from '#shared/words/form-refusals.ts';
import { correct } from '#shared/world/corrections/change-world.ts';
import {
  answeredDoubt,
  doubtSentenceSchema,
  NO_DOUBTS,
  officeDomain,
  withDoubt,
} from '#shared/world/corrections/doubts.ts';
import { hostList } from '#shared/world/corrections/host-list.ts';
import { HOST_SHEET, PROGRAM_SHEET, sheetText } from '#shared/world/corrections/sheets.ts';
import { programs } from '#shared/world/programs/directory.ts';
import type { World } from '#shared/world/world.ts';
import { change, changeTo } from '../../change.ts';
import { changeWorld } from '../../change-world.ts';
import { wholeCohort } from '../../whole-cohort.ts';
import { texts } from '../forms.ts';
import { fileHeaders } from '../route.ts';
import { type AdvisorDeps, type AdvisorRoute, signedIn } from './route.ts';

const checkSchema = z.object({ update: idSchema, institutionId: z.string() });

export function hostRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    signedIn(ROLES).get(HOSTS_PATH, async (c, { advisor }) =>
      c.html(await present(deps, c, advisor)),
    ),
    signedIn(ROLES).get(HOSTS_CSV_PATH, (c, { advisor }) => {
      const world = deps.worldFor(worksFor(advisor)[0]);
      if (c.req.query('of') === 'program') {
        const all = programs().flatMap(({ code }) => world.program(code) ?? []);
        return c.body(sheetText(PROGRAM_SHEET, all), 200, fileHeaders('programs.csv'));
      }
      const today = dayIn(advisor.profile.zone, deps.clock.now());
      const all = hostList(world, today, { text: '', old: false });
      return c.body(sheetText(HOST_SHEET, all), 200, fileHeaders('hosts.csv'));
    }),
    signedIn(WORKERS).post(
      HOST_CHECK_PATH,
      texts(['update', 'institutionId']),
      async (c, { advisor }, form) => {
        const parsed = checkSchema.safeParse(form);
        const cohortIds = worksFor(advisor);
        const host = deps.worldFor(cohortIds[0]).host(form.institutionId);
        if (!parsed.success || !host) {
          return refuseHosts(deps, c, advisor, formSentences.noSuchHost);
        }
        const { name } = advisor.profile;
        const now = deps.clock.now();
        const { id: institutionId, offering, certainty } = host;
        const correction = {
          of: 'host-check',
          id: parsed.data.update,
          institutionId,
          source: offering.sources[0] ?? '',
          certainty: certainty === 'official' ? 'official' : 'secondary',
          checkedOn: dayIn(EASTERN, now),
          unconfirmed: { by: name, advisorId: advisor.id, cohortIds },
        } as const;
        const change = { id: parsed.data.update, by: name, reason: 'read again: no change' };
        const done = await changeWorld(deps, (item) => correct(item, correction, change, now));
        if (!done.ok) return refuseHosts(deps, c, advisor, done.failure.message);
        deps.log('info', 'host-checked', { personId: advisor.id, reference: institutionId });
        return c.redirect(`${HOSTS_PATH}?old=yes#hosts`, 303);
      },
    ),
    signedIn(WORKERS).post(
      DOUBT_ANSWER_PATH,
      texts(['entry', 'answer']),
      async (c, { advisor }, { entry = '', answer = '' }) => {
        const words = doubtSentenceSchema.safeParse(answer);
        if (!words.success) return refuseHosts(deps, c, advisor, doubtRefusals.noAnswer);
        const by = advisor.profile.name;
        const done = await change(deps, 'doubts', 'all', (item = NO_DOUBTS, at) => {
          const answered = answeredDoubt(item, entry, { by, words: words.data, at });
          return answered.ok
            ? { write: answered.value, answer: undefined }
            : { answer: answered.failure };
        });
        return done === undefined
          ? c.redirect(HOSTS_PATH, 303)
          : refuseHosts(deps, c, advisor, doubtRefusals[done]);
      },
    ),
    signedIn(WORKERS).post(
      OFFICE_PATH,
      texts(['institutionId', 'address', 'sentence']),
      async (c, { advisor }, { institutionId = '', address = '', sentence = '' }) => {
        const refuse = (problem: string) => refuseHosts(deps, c, advisor, problem);
        const host = deps.worldFor(worksFor(advisor)[0]).host(institutionId);
        const office = host && officeDomain(address, host.offering.domains);
        if (!host) return refuse(doubtRefusals.noHost);
        if (!office) return refuse(notOfHost(host.offering.domains));
        const said = doubtSentenceSchema.safeParse(sentence);
        if (!said.success) return refuse(doubtRefusals.noSentence);
        const of = { subject: `hosts/${host.id}`, line: 'From its office', office };
        const id = deps.newId();
        const isKept = await changeTo(deps, 'doubts', 'all', (item = NO_DOUBTS, at) =>
          withDoubt(item, { id, at, ...of, sentence: said.data }),
        );
        return isKept ? c.redirect(HOSTS_PATH, 303) : refuse(doubtRefusals.full);
      },
    ),
  ];
}

async function present(
  deps: AdvisorDeps,
  c: Context,
  advisor: Advisor,
  problem?: HostsView['problem'],
): Promise<string> {
  const { text = '', old, cohort = '', page = '1' } = c.req.method === 'GET' ? c.req.query() : {};
  const today = dayIn(advisor.profile.zone, deps.clock.now());
  const asked = advisor.cohortIds.filter((id) => id === cohort);
  const world = deps.worldFor(asked[0] ?? worksFor(advisor)[0]);
  const uses = await usesOf(deps, world, asked.length > 0 ? asked : advisor.cohortIds);
  const filter = { text: text.slice(0, 120), old: old === 'yes', cohort: asked[0] ?? '' };
  const hosts = hostList(world, today, {
    ...filter,
    ...(asked.length > 0 && { used: new Set(uses.keys()) }),
  });
  const { doubts } = (await deps.store.read('doubts', 'all')) ?? NO_DOUBTS;
  return hostsPage({
    advisor,
    world,
    today,
    doubts,
    hosts,
    filter,
    uses,
    page: Math.max(1, Math.min(999, Number(page) || 1)),
    newId: deps.newId,
    ...(problem && { problem }),
  });
}

/** A plan that names a host means its main offering of that kind. */
async function usesOf(
  { store }: AdvisorDeps,
  world: World,
  cohortIds: readonly string[],
): Promise<Map<string, number>> {
  const uses = new Map<string, number>();
  for (const cohortId of cohortIds) {
    for (const { rotations } of await wholeCohort(store, cohortId)) {
      const ids = rotations.flatMap(
        ({ institutionId, mode }) => world.host(institutionId, mode)?.id ?? [],
      );
      for (const id of new Set(ids)) uses.set(id, (uses.get(id) ?? 0) + 1);
    }
  }
  return uses;
}

/** The page as it is, with what was refused and why. */
export async function refuseHosts(
  deps: AdvisorDeps,
  c: Context,
  advisor: Advisor,
  problem: NonNullable<HostsView['problem']>,
): Promise<Response> {
  return c.html(await present(deps, c, advisor, problem), 422);
}

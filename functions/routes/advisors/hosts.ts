/** `/advisors/hosts`: the directory as its keepers see it, and the queue of lines that somebody says are wrong. */
import type { Context } from 'hono';
import {
  DOUBT_ANSWER_PATH,
  HOSTS_CSV_PATH,
  HOSTS_PATH,
  OFFICE_PATH,
} from '#shared/base/links/advisor-paths.ts';
import { dayIn } from '#shared/base/time/instant.ts';
import { type Advisor, worksFor } from '#shared/people/advisor/advisor.ts';
import { ROLES, WORKERS } from '#shared/people/advisor/role.ts';
import { hostsPage } from '#shared/views/pages/advisors/hosts-page.ts';
import {
  answeredDoubt,
  doubtSentenceSchema,
  NO_DOUBTS,
  officeDomain,
  withDoubt,
} from '#shared/world/corrections/doubts.ts';
import { hostList } from '#shared/world/corrections/host-list.ts';
import { hostSheet } from '#shared/world/corrections/host-sheet.ts';
import { change } from '../../change.ts';
import { wholeCohort } from '../../whole-cohort.ts';
import { texts } from '../forms.ts';
import type { AdvisorDeps } from './deps.ts';
import { type AdvisorRoute, signedIn } from './route.ts';

export function hostRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    signedIn(ROLES).get(HOSTS_PATH, async (c, { advisor }) =>
      c.html(await present(deps, c, advisor)),
    ),
    signedIn(ROLES).get(HOSTS_CSV_PATH, (c, { advisor }) => {
      const world = deps.worldFor(worksFor(advisor)[0]);
      const hosts = hostList(world, dayIn(advisor.profile.zone, deps.clock.now()), ALL);
      return c.body(hostSheet(hosts), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="hosts.csv"',
      });
    }),
    signedIn(WORKERS).post(
      DOUBT_ANSWER_PATH,
      texts(['entry', 'answer']),
      async (c, { advisor }, { entry = '', answer = '' }) => {
        const words = doubtSentenceSchema.safeParse(answer);
        if (!words.success) return refuse(deps, c, advisor, 'Enter an answer of one sentence.');
        const by = advisor.profile.name;
        const done = await change(deps, 'doubts', 'all', (item = NO_DOUBTS, at) => {
          const answered = answeredDoubt(item, entry, { by, words: words.data, at });
          return answered.ok
            ? { write: answered.value, answer: undefined }
            : { answer: answered.failure };
        });
        return done === undefined
          ? c.redirect(HOSTS_PATH, 303)
          : refuse(deps, c, advisor, REFUSALS[done]);
      },
    ),
    signedIn(WORKERS).post(
      OFFICE_PATH,
      texts(['institutionId', 'address', 'sentence']),
      async (c, { advisor }, { institutionId = '', address = '', sentence = '' }) => {
        const host = deps.worldFor(worksFor(advisor)[0]).host(institutionId);
        const office = host && officeDomain(address, host.offering.domains);
        if (!host) return refuse(deps, c, advisor, 'No host has this ID.');
        if (!office) {
          const domains = host.offering.domains.join(' or ');
          return refuse(
            deps,
            c,
            advisor,
            `The host’s own domain is ${domains}: this address is on another.`,
          );
        }
        const said = doubtSentenceSchema.safeParse(sentence);
        if (!said.success)
          return refuse(deps, c, advisor, 'Enter what the office asks, in one sentence.');
        const of = { subject: `hosts/${host.id}`, line: 'From its office', office };
        const id = deps.newId();
        const isKept = await change(deps, 'doubts', 'all', (item = NO_DOUBTS, at) => {
          const write = withDoubt(item, { id, at, ...of, sentence: said.data });
          return write ? { write, answer: true } : { answer: false };
        });
        return isKept
          ? c.redirect(HOSTS_PATH, 303)
          : refuse(deps, c, advisor, 'The queue is full.');
      },
    ),
  ];
}

const ALL = { text: '', old: false };
const REFUSALS = {
  unknown: 'This report is not in the queue.',
  answered: 'Somebody answered it before you.',
} as const;

async function present(
  deps: AdvisorDeps,
  c: Context,
  advisor: Advisor,
  problem?: string,
): Promise<string> {
  const { text = '', old, cohort = '', page = '1' } = c.req.method === 'GET' ? c.req.query() : {};
  const today = dayIn(advisor.profile.zone, deps.clock.now());
  const asked = advisor.cohortIds.filter((id) => id === cohort);
  const uses = await usesOf(deps, asked.length > 0 ? asked : advisor.cohortIds);
  const world = deps.worldFor(asked[0] ?? worksFor(advisor)[0]);
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
    ...(problem && { problem }),
  });
}

async function usesOf(
  { store }: AdvisorDeps,
  cohortIds: readonly string[],
): Promise<Map<string, number>> {
  const uses = new Map<string, number>();
  for (const cohortId of cohortIds) {
    for (const { rotations } of await wholeCohort(store, cohortId)) {
      for (const id of new Set(rotations.flatMap(({ institutionId }) => institutionId ?? []))) {
        uses.set(id, (uses.get(id) ?? 0) + 1);
      }
    }
  }
  return uses;
}

async function refuse(deps: AdvisorDeps, c: Context, advisor: Advisor, problem: string) {
  return c.html(await present(deps, c, advisor, problem), 422);
}

/** The queue of reports about wrong lines: advisors answer them, and add what a host's own office wrote. */
import { DOUBT_ANSWER_PATH, HOSTS_PATH, OFFICE_PATH } from '#shared/base/links/advisor-paths.ts';
import { WORKERS, worksFor } from '#shared/people/advisor/advisor.ts';
import {
  answeredDoubt,
  doubtSentenceSchema,
  NO_DOUBTS,
  officeDomain,
  withDoubt,
} from '#shared/world/corrections/doubts.ts';
import { change } from '../../change.ts';
import { texts } from '../forms.ts';
import { refuseHosts } from './hosts.ts';
import { type AdvisorDeps, type AdvisorRoute, signedIn } from './route.ts';

export function doubtRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  return [
    signedIn(WORKERS).post(
      DOUBT_ANSWER_PATH,
      texts(['entry', 'answer']),
      async (c, { advisor }, { entry = '', answer = '' }) => {
        const words = doubtSentenceSchema.safeParse(answer);
        if (!words.success)
          return refuseHosts(deps, c, advisor, 'Enter an answer of one sentence.');
        const by = advisor.profile.name;
        const done = await change(deps, 'doubts', 'all', (item = NO_DOUBTS, at) => {
          const answered = answeredDoubt(item, entry, { by, words: words.data, at });
          return answered.ok
            ? { write: answered.value, answer: undefined }
            : { answer: answered.failure };
        });
        return done === undefined
          ? c.redirect(HOSTS_PATH, 303)
          : refuseHosts(deps, c, advisor, REFUSALS[done]);
      },
    ),
    signedIn(WORKERS).post(
      OFFICE_PATH,
      texts(['institutionId', 'address', 'sentence']),
      async (c, { advisor }, { institutionId = '', address = '', sentence = '' }) => {
        const host = deps.worldFor(worksFor(advisor)[0]).host(institutionId);
        const office = host && officeDomain(address, host.offering.domains);
        if (!host) return refuseHosts(deps, c, advisor, 'No host has this ID.');
        if (!office) {
          const domains = host.offering.domains.join(' or ');
          return refuseHosts(
            deps,
            c,
            advisor,
            `The host’s own domain is ${domains}: this address is on another.`,
          );
        }
        const said = doubtSentenceSchema.safeParse(sentence);
        if (!said.success)
          return refuseHosts(deps, c, advisor, 'Enter what the office asks, in one sentence.');
        const of = { subject: `hosts/${host.id}`, line: 'From its office', office };
        const id = deps.newId();
        const isKept = await change(deps, 'doubts', 'all', (item = NO_DOUBTS, at) => {
          const write = withDoubt(item, { id, at, ...of, sentence: said.data });
          return write ? { write, answer: true } : { answer: false };
        });
        return isKept
          ? c.redirect(HOSTS_PATH, 303)
          : refuseHosts(deps, c, advisor, 'The queue is full.');
      },
    ),
  ];
}

const REFUSALS = {
  unknown: 'This report is not in the queue.',
  answered: 'Someone answered it before you.',
} as const;

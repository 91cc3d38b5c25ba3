/** Advisors: mailed what they ask for. */
import type { Advisor } from '../../shared/access/advisor.ts';
import { signInToMail } from '../../shared/access/plan-sign-in.ts';
import type { SignInLink } from '../../shared/access/sign-in-link.ts';
import { ADVISOR_MAILS_KEPT, LONGEST_REST_MS } from '../../shared/limits.ts';
import { signInMail } from '../../shared/mail/sign-in.ts';
import { type Instant, plusMs } from '../../shared/time/instant.ts';
import type { KindOfPerson } from './person-kind.ts';

export interface AdvisorKindDeps {
  /** Where the link is opened. It is signed now: its minutes count from the mail, not from the asking. */
  signInUrl(link: SignInLink, now: Instant): Promise<string>;
}

export function advisorKind({ signInUrl }: AdvisorKindDeps): KindOfPerson<Advisor> {
  return {
    async plan(advisor, now) {
      const cause = signInToMail(advisor);
      if (!cause) return {};
      const { id: personId, linkEpoch: epoch, profile } = advisor;
      const link = { personKind: 'advisor', personId, epoch, causeId: cause.id } as const;
      return {
        mail: {
          entry: { stream: 'sign-in', keys: [cause.id], rotationIds: [] },
          render: async () => signInMail(profile, await signInUrl(link, now)),
        },
      };
    },

    rest: (advisor, _nextMailAt, now) => ({
      ...advisor,
      mails: advisor.mails.slice(-ADVISOR_MAILS_KEPT),
      failures: 0,
      dueAt: plusMs(now, LONGEST_REST_MS),
    }),
  };
}

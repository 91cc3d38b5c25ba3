/** Ends every link of one person, and with them the calendar feed and every session. Links that stop emails stay. */
import { advisorIdOf } from '#shared/people/advisor/advisor.ts';
import { LINK_BOUNDS, withNotice, withRequest } from '#shared/people/mailing/requested.ts';
import { withoutLinks } from '#shared/people/person/applicant.ts';
import type { Who } from '#shared/people/person/person.ts';
import { writerIdOf } from '#shared/people/person/writer.ts';
import type { AskDeps } from './ask-email.ts';
import { changeTo } from './change.ts';
import { plansAt } from './plans-at.ts';

interface EndDeps extends AskDeps {
  newId(): string;
}

/** Every person at an address, in every role. @returns whose links were ended */
export async function endLinksAt(
  deps: EndDeps & { readonly pepper: string },
  address: string,
): Promise<Who[]> {
  const plans = await plansAt(deps, address);
  const people: Who[] = [
    ...plans.map((id) => ({ kind: 'applicant', id }) as const),
    { kind: 'writer', id: writerIdOf(address, deps.pepper) },
    { kind: 'advisor', id: advisorIdOf(address, deps.pepper) },
  ];
  const ended: Who[] = [];
  for (const who of people) if (await endLinks(deps, who)) ended.push(who);
  return ended;
}

/** Applicants and writers are emailed a new link, to the address that only its owner reads. */
export async function endLinks(deps: EndDeps, { kind, id }: Who): Promise<boolean> {
  const isThere =
    kind === 'applicant'
      ? await changeTo(deps, kind, id, (applicant, now) => {
          const ended = applicant && withoutLinks(applicant);
          return ended && withNotice(ended, 'links-ended', String(ended.linkEpoch), now);
        })
      : await changeTo(deps, kind, id, (person, at) => {
          if (!person) return undefined;
          const ended = { ...person, linkEpoch: person.linkEpoch + 1 };
          const asked = { id: deps.newId(), stream: 'link', at } as const;
          return kind === 'writer' ? withRequest(ended, asked, LINK_BOUNDS) : ended;
        });
  if (isThere) await deps.wake({ kind, id });
  return isThere;
}

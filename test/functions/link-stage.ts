/** Alice with a fresh link and one of yesterday, and what she is emailed because of them. */
import { applicantKind } from '#functions/kinds/applicant.ts';
import { visitDeps } from '#functions/visits.ts';
import { requestToAnswer } from '#shared/people/mailing/requested.ts';
import type { Email } from '#shared/store/mailer.ts';
import { aliceFacts, NOVEMBER } from '../shared/plan/moves/stories.ts';
import { BASE_URL, type Stage, webStage } from './web-stage.ts';

export async function alice() {
  const stage = webStage(NOVEMBER);
  await stage.add('alice', aliceFacts());
  const plan = `/a/${await stage.token({ personId: 'alice' })}`;
  const old = `/a/${await stage.token({ personId: 'alice' }, 1)}`;
  return { stage, plan, old };
}

export const kindOn = ({ deps, store }: Stage) =>
  applicantKind(
    visitDeps({ ...deps, store, mailer: { evidenceMs: 0, deliver: () => Promise.reject() } }),
  );

/** The email that a visit would send now because someone asked, or because something happened. */
export async function reported(stage: Stage): Promise<Email | undefined> {
  const person = await stage.person('alice');
  const now = stage.deps.clock.now();
  const cause = requestToAnswer(person, now);
  return cause && (await kindOn(stage).requested(person, cause, now).render());
}

export const linkIn = (email: Email | undefined, start: string) =>
  email?.text.match(new RegExp(`${BASE_URL}(${start}\\S+)`))?.[1] ?? '';

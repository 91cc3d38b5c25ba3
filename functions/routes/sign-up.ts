/** `/start`: starting a plan without a school. `POST /a/<token>/confirm`: the emailed link shows whose address it is. */
import { afterUpdate, pagePaths, START_PATH, STARTED } from '#shared/base/links/urls.ts';
import { zoneNamed } from '#shared/base/time/cities.ts';
import { dayIn, EASTERN } from '#shared/base/time/instant.ts';
import { confirmed, signUpSchema } from '#shared/people/applicant/pending.ts';
import { giveBack } from '#shared/people/applicant/requester-tally.ts';
import type { Applicant } from '#shared/people/person/applicant.ts';
import { emailedPage, messagePage } from '#shared/views/pages/message-pages.ts';
import { signUpErrors, signUpPage } from '#shared/views/pages/sign-up-pages.ts';
import { matchYearsAt } from '#shared/world/season/match-years.ts';
import { askForPlan } from '../ask-email.ts';
import { change } from '../change.ts';
import { signUp } from '../sign-up.ts';
import { noFields, texts } from './forms.ts';
import { leave } from './leaving.ts';
import { requesterOf } from './requester.ts';
import type { WebDeps } from './web-deps.ts';
import { opens, type WebRoute } from './web-route.ts';

export function signUpRoutes(deps: WebDeps): WebRoute[] {
  return [
    opens('anybody').get(START_PATH, (c) => c.html(signUpPage(yearsNow(deps)))),
    opens('anybody').post(
      START_PATH,
      texts(Object.keys(signUpSchema.shape)),
      async (c, _, values: Readonly<Record<string, string>>) => {
        const { entry, zone = '', ...others } = values;
        const years = yearsNow(deps);
        const parsed = signUpSchema.safeParse({
          ...others,
          ...(entry && { entry }),
          zone: zoneNamed(zone) ?? zone,
          matchYear: years.find((year) => String(year) === values.matchYear),
        });
        if (!parsed.success) {
          const errors = signUpErrors(parsed.error.issues, values);
          return c.html(signUpPage(years, { values, errors }), 422);
        }
        const outcome = await signUp(
          {
            ...deps,
            askForLink: (personId) => askForPlan(deps, personId),
            requester: requesterOf(deps, c),
          },
          parsed.data,
        );
        deps.log(outcome === 'too-many' ? 'warn' : 'info', 'sign-up', { reason: outcome });
        return outcome === 'too-many'
          ? c.html(messagePage('too-many-started'), 429)
          : c.html(emailedPage('started', deps));
      },
    ),
    opens('new-plan').post(
      pagePaths(':token').confirm,
      noFields,
      async (c, { applicant: { id }, token, about }) => {
        const before = await change(deps, 'applicant', id, (applicant, now) =>
          applicant?.pending
            ? { write: confirmed(applicant, about, now), answer: applicant }
            : { answer: applicant },
        );
        if (!before) return c.html(messagePage('foreign-link'), 404);
        const { plan } = pagePaths(token);
        if (!before.pending) return c.redirect(plan, 303);
        await returnPlace(deps, before.pending);
        return c.redirect(afterUpdate(plan, STARTED), 303);
      },
    ),
    opens('new-plan').post(
      pagePaths(':token').disown,
      noFields,
      async (c, { applicant: { id: personId }, token }) => {
        const hasLeft = await leave(deps, personId, 'disowned');
        // Its owner has answered by now, so it is deleted like any other plan.
        if (!hasLeft) return c.redirect(pagePaths(token).erase, 303);
        deps.log('info', 'plan-disowned', { personId });
        return c.html(emailedPage('deleted', deps));
      },
    ),
  ];
}

function yearsNow({ worldFor, clock }: WebDeps): number[] {
  return matchYearsAt(worldFor(), dayIn(EASTERN, clock.now()));
}

/** A class behind one network address can sign up as fast as it confirms. */
async function returnPlace(deps: WebDeps, pending: NonNullable<Applicant['pending']>) {
  await change(deps, 'sign-ups', 'all', (tally) => {
    const left = giveBack(tally, pending);
    return left ? { write: left } : {};
  });
}

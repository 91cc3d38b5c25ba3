/** `/advisors/c/<cohort>/p/<applicant>/address`: an advisor asks for a new address, for someone whose mailbox is lost. */
import type { Context } from 'hono';
import { addressSchema, noteSchema } from '#shared/base/text.ts';
import { ROLES, WORKERS } from '#shared/people/advisor/advisor.ts';
import { mayMove, whyNotTo } from '#shared/people/applicant/moving.ts';
import { isDeleted } from '#shared/people/person/applicant.ts';
import { isHarmed } from '#shared/people/person/person.ts';
import { noSuchPage } from '#shared/views/pages/advisors/frame.ts';
import { vouchedPage, vouchPage } from '#shared/views/pages/report/vouch-page.ts';
import { formSentences } from '#shared/words/form-refusals.ts';
import { askToMove } from '../../move-address.ts';
import { ownerOf } from '../../whole-cohort.ts';
import { texts } from '../forms.ts';
import { actOn } from './acts.ts';
import { personOf } from './person.ts';
import {
  type AdvisorDeps,
  type AdvisorRoute,
  type CohortVisitor,
  ofCohort,
  PATHS,
} from './route.ts';

export function vouchRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  const path = PATHS.vouch(':personId');
  const viewOf = async (c: Context, visitor: CohortVisitor) => {
    const applicant = await personOf(deps, c, visitor);
    return applicant && !isDeleted(applicant) ? { ...visitor, applicant } : undefined;
  };
  return [
    ofCohort(ROLES).get(path, async (c, visitor) => {
      const view = await viewOf(c, visitor);
      return view ? c.html(vouchPage(view)) : c.html(noSuchPage(visitor.advisor), 404);
    }),
    ofCohort(WORKERS).post(path, texts(['address', 'proof']), async (c, visitor, typed) => {
      const view = await viewOf(c, visitor);
      const { advisor, cohort } = visitor;
      if (!view) return c.html(noSuchPage(advisor), 404);
      const { applicant } = view;
      const refuse = (error: string, field: 'address' | 'proof' = 'address') =>
        c.html(vouchPage({ ...view, wrong: { typed, error, field } }), 422);
      const address = addressSchema.safeParse(typed.address);
      if (!address.success) return refuse(formSentences.noAddress);
      const why = whyNotTo(address.data, applicant, deps.clock.now());
      if (why) return refuse(formSentences[why]);
      const proof = noteSchema.safeParse(typed.proof);
      const by = { vouchedBy: advisor.profile.name, isProved: proof.success };
      if (!mayMove(applicant, { ...by, isProved: true }))
        return refuse(formSentences.ownersAddress);
      if (!proof.success && isHarmed(applicant.reach))
        return refuse(formSentences.noProof, 'proof');
      // In the case first: what cannot be recorded is not asked for.
      if (proof.success) {
        const call = { act: 'call', update: deps.newId(), note: proof.data } as const;
        const isNoted = await actOn(deps, cohort.id, applicant.id, call, {
          owner: ownerOf(advisor),
        });
        if (!isNoted) return refuse(formSentences.interrupted);
      }
      await askToMove(deps, applicant.id, address.data, by);
      deps.log('info', 'address-vouched', {
        personId: applicant.id,
        reason: `by advisor ${advisor.id}`,
      });
      return c.html(vouchedPage(view));
    }),
  ];
}

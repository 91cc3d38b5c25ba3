/** `/advisors/c/<cohort>/p/<applicant>/address`: an advisor asks for a new address, for someone whose mailbox is lost. */
import { PATHS } from '#shared/base/links/advisor-paths.ts';
import { addressSchema, noteSchema } from '#shared/base/text.ts';
import { ROLES, WORKERS } from '#shared/people/advisor/advisor.ts';
import { mayMove, whyNotTo } from '#shared/people/applicant/moving.ts';
import { isHarmed } from '#shared/people/person/person.ts';
import { vouchedPage, vouchPage } from '#shared/views/pages/report/vouch-page.ts';
import { formSentences } from '#shared/words/form-refusals.ts';
import { askToMove } from '../../move-address.ts';
import { ownerOf } from '../../whole-cohort.ts';
import { texts } from '../forms.ts';
import { actOn } from './acts.ts';
import { type AdvisorDeps, type AdvisorRoute, ofItem } from './route.ts';

export function vouchRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  const path = PATHS.vouch(':personId');
  return [
    ofItem(ROLES, 'person').get(path, (c, visitor) =>
      c.html(vouchPage({ ...visitor, applicant: visitor.item })),
    ),
    ofItem(WORKERS, 'person').post(path, texts(['address', 'proof']), async (c, visitor, typed) => {
      const { advisor, cohort, item: applicant } = visitor;
      const view = { advisor, cohort, applicant };
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

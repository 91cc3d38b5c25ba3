/** Shows corrections and whom they affect before they are saved, and saves only what was shown. */
import type { Context } from 'hono';
import type { Result } from '#shared/base/result.ts';
import type { Instant } from '#shared/base/time/instant.ts';
import { type Advisor, worksFor } from '#shared/people/advisor/advisor.ts';
import { correctionPreview } from '#shared/views/pages/advisors/correction-preview.ts';
import type { FormValues } from '#shared/world/corrections/read-correction.ts';
import type { WorldRefusal } from '#shared/world/corrections/refusals.ts';
import type { WorldItem } from '#shared/world/corrections/world-item.ts';
import { judgedWorld } from '../../change-world.ts';
import { reachOfCorrection } from '../../reach-of-correction.ts';
import { worldItem } from '../../read-world.ts';
import type { AdvisorDeps } from './route.ts';

interface Planned<Why> {
  /** Posted again to save what was shown. */
  readonly form: { readonly path: string; readonly values: FormValues };
  readonly shown: Readonly<Record<'step' | 'digest' | 'again', unknown>>;
  readonly event: 'date-corrected' | 'date-confirmed' | 'hosts-corrected';
  /** Where the reader goes next, whether it is saved or not. */
  readonly back: string;
  judge(item: WorldItem, now: Instant): Result<WorldItem, Why>;
  refuse(why: Why | WorldRefusal): Promise<Response>;
}

/** Saves only what the page has shown: asks again if other people are affected, or if a deadline comes much nearer. */
export async function saveAsShown<Why>(
  c: Context,
  deps: AdvisorDeps,
  advisor: Advisor,
  { form, shown, event, back, judge, refuse }: Planned<Why>,
): Promise<Response> {
  const now = deps.clock.now();
  const before = await worldItem(deps.store);
  const judged = judge(before, now);
  if (!judged.ok) return refuse(judged.failure);
  const after = judged.value;
  const corrections = after.corrections.filter((each) => !before.corrections.includes(each));
  const [first] = corrections;
  // The same form again, after it was saved.
  if (!first) return c.redirect(back, 303);
  const cohortIds = worksFor(advisor);
  const { store } = deps;
  const reach = await reachOfCorrection({ store, now, before, after, corrections, cohortIds });
  const isShown = shown.step === 'save' && shown.digest === reach.digest;
  if (!isShown || (reach.isDrastic && shown.again !== 'yes')) {
    const view = { advisor, before, after, corrections, reach, form, back };
    const isAskedAgain = isShown || shown.step === 'save';
    return c.html(correctionPreview(view), isAskedAgain ? 409 : 200);
  }
  const done = await judgedWorld(deps, (item) => judge(item, now));
  if (!done.ok) return refuse(done.failure);
  deps.log('info', event, { personId: advisor.id, reference: first.id });
  return c.redirect(back, 303);
}

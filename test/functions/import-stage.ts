/** One address in a school's sheet and at `/start`: which plans are started and imported for it, and what is then emailed. */
import { judge, keepFile, startImport, tableOf } from '#functions/imports.ts';
import { nudge } from '#functions/nudge.ts';
import { plansAt } from '#functions/plans-at.ts';
import { runImport } from '#functions/run-import.ts';
import { visitDeps } from '#functions/visits.ts';
import { confirmed } from '#shared/people/applicant/pending.ts';
import { NO_WORKFLOW } from '#shared/people/workflow/workflow.ts';
import type { Email, Mailer } from '#shared/store/mailer.ts';
import { MONDAY } from '../cast.ts';
import { ALICE, file, HEADER } from '../shared/cohort/import/files.ts';
import { advisorsStage, OWN } from './advisors-stage.ts';
import { webStage } from './web-stage.ts';

export const ADDRESS = 'alice@example.org';
const START = {
  name: 'Alice Mathew',
  address: ADDRESS,
  zone: 'Asia/Kolkata',
  matchYear: '2028',
  enrollment: 'enrolled',
  pathway: 'integrated-ir',
};

export async function importStage() {
  const school = await advisorsStage();
  const web = webStage(MONDAY, { store: school.store });
  const { deps } = web;
  const { store } = deps;
  const sent: Email[] = [];
  const plans = async () => {
    const ids = await plansAt(deps, ADDRESS);
    const found = await Promise.all(ids.map((id) => store.read('applicant', id)));
    return found.flatMap((each) => each ?? []);
  };
  return {
    web,
    store,
    deps,
    plans,
    begin: async () => web.post('/start', START),
    async imported(id = 'i1') {
      const of = { id, cohortId: OWN, by: 'dana', fileName: 'sheet.csv' };
      const sheet = new TextEncoder().encode(
        file(`${HEADER},School,Host,Specialty`, `${ALICE},Kerala,,`),
      );
      const kept = await keepFile(school.deps, of, sheet);
      if (!kept.ok) throw new Error('It was refused.');
      const { people } = await judge(school.deps, kept.value, await tableOf(store, kept.value));
      await startImport(school.deps, kept.value, people.length);
      await runImport({ ...school.deps, workflow: NO_WORKFLOW, mayContinue: () => true }, id);
    },
    async confirm() {
      for (const each of await plans()) {
        if (each.pending) await store.write(confirmed(each, undefined, MONDAY));
      }
    },
    sent,
    /** Every plan is visited; whose emails leave. */
    async visited() {
      const left: string[] = [];
      const deliver: Mailer['deliver'] = async (email, { personId }) => {
        left.push(personId);
        sent.push(email);
        return { outcome: 'accepted' };
      };
      const visits = visitDeps({ ...deps, mailer: { evidenceMs: 0, deliver } });
      for (const { id } of await plans()) await nudge(visits, { kind: 'applicant', id });
      const advisors = (await store.read('cohort', OWN))?.advisorIds ?? [];
      for (const id of advisors) await nudge(visits, { kind: 'advisor', id });
      return left;
    },
  };
}

/** `/advisors/facts`: proposing, reviewing, and dropping what advisors found out about programs. */
import type { Context } from 'hono';
import { FACTS_PATH, factDropPath, factReviewPath } from '#shared/base/links/advisor-paths.ts';
import type { Refusal } from '#shared/base/refusal.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { problemsOf } from '#shared/base/rows.ts';
import { idSchema } from '#shared/base/text.ts';
import type { FormError } from '#shared/exchange/fields/field.ts';
import { type Advisor, worksFor } from '#shared/people/advisor/advisor.ts';
import { ROLES } from '#shared/people/advisor/role.ts';
import { FACT_FORM, factsPage } from '#shared/views/pages/advisors/facts-page.ts';
import { formSentences } from '#shared/words/form-refusals.ts';
import { type Statement, statementSchema } from '#shared/world/corrections/entered/fact.ts';
import { dropFact, proposeFact, reviewFact } from '#shared/world/corrections/entered/judge-fact.ts';
import { changeFacts, factsItem } from '../../change-facts.ts';
import { anyFields, noFields } from '../forms.ts';
import { statusOf } from '../status.ts';
import type { AdvisorDeps } from './deps.ts';
import { type AdvisorRoute, signedIn } from './route.ts';

const MAY_CHANGE = ['advisor', 'lead'] as const;

export function factRoutes(deps: AdvisorDeps): AdvisorRoute[] {
  const show = async (
    c: Context,
    advisor: Advisor,
    values: Readonly<Record<string, string>>,
    errors: readonly FormError[] = [],
    code = 'invalid',
  ) => {
    const { facts } = await factsItem(deps.store);
    const problem = { form: FACT_FORM, errors, values };
    return c.html(
      factsPage(advisor, {
        facts,
        values,
        formId: deps.newId(),
        ...(errors.length > 0 && { problem }),
      }),
      errors.length > 0 ? statusOf(code) : 200,
    );
  };
  const refused = (
    c: Context,
    advisor: Advisor,
    { reason, field = '', message }: Refusal,
    values = {},
  ) => show(c, advisor, values, [{ field, message }], reason);

  return [
    signedIn(ROLES).get(FACTS_PATH, (c, { advisor }) =>
      show(c, advisor, { subject: c.req.query('subject') ?? '' }),
    ),
    signedIn(MAY_CHANGE).post(FACTS_PATH, anyFields, async (c, { advisor }, entries) => {
      const values = Object.fromEntries(entries);
      const read = readStatement(values);
      if (!read.ok) return show(c, advisor, values, read.failure);
      const { id, statement } = read.value;
      const unconfirmed = { by: advisor.profile.name, cohortIds: worksFor(advisor) };
      const act = { id, by: advisor.id, now: deps.clock.now(), unconfirmed };
      const changed = await changeFacts(deps, (item) =>
        proposeFact(item, statement, act, deps.worldFor()),
      );
      if (!changed.ok) return refused(c, advisor, changed.failure, values);
      deps.log('info', 'fact-proposed', { personId: advisor.id });
      return c.redirect(FACTS_PATH, 303);
    }),
    signedIn(MAY_CHANGE).post(factReviewPath(':factId'), noFields, async (c, { advisor }) => {
      const id = c.req.param('factId') ?? '';
      const { facts } = await factsItem(deps.store);
      const proposer = facts.find((fact) => fact.id === id)?.proposedBy ?? advisor.id;
      const proposersCohortIds = (await deps.store.read('advisor', proposer))?.cohortIds ?? [];
      const { cohortIds } = advisor;
      const act = { by: advisor.id, now: deps.clock.now(), cohortIds, proposersCohortIds };
      const changed = await changeFacts(deps, (item) => reviewFact(item, id, act));
      if (!changed.ok) return refused(c, advisor, changed.failure);
      deps.log('info', 'fact-reviewed', { personId: advisor.id });
      return c.redirect(FACTS_PATH, 303);
    }),
    signedIn(MAY_CHANGE).post(factDropPath(':factId'), noFields, async (c, { advisor }) => {
      const changed = await changeFacts(deps, (item) =>
        dropFact(item, c.req.param('factId') ?? ''),
      );
      if (!changed.ok) return refused(c, advisor, changed.failure);
      deps.log('info', 'fact-dropped', { personId: advisor.id });
      return c.redirect(FACTS_PATH, 303);
    }),
  ];
}

function readStatement(
  values: Readonly<Record<string, string>>,
): Result<{ readonly id: string; readonly statement: Statement }, FormError[]> {
  const { id = '', ...fields } = values;
  const filled = Object.entries(fields).filter(([, value]) => value.trim() !== '');
  const parts = filled.filter(([name]) => name.startsWith('count.'));
  const count = parts.map(([name, value]) => [name.slice('count.'.length), numberOf(value)]);
  const parsed = statementSchema.safeParse(
    {
      ...Object.fromEntries(filled.filter(([name]) => !name.startsWith('count.'))),
      ...(parts.length > 0 && { count: Object.fromEntries(count) }),
    },
    { reportInput: true },
  );
  if (!idSchema.safeParse(id).success) {
    return failure([{ field: 'id', message: formSentences.otherPage }]);
  }
  if (parsed.success) return success({ id, statement: parsed.data });
  return failure(
    problemsOf(parsed.error.issues).map((message) => ({
      field: message.split(' ')[0] ?? '',
      message: `${message}.`,
    })),
  );
}

function numberOf(text: string): number | string {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : text;
}

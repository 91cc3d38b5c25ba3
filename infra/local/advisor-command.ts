/** `npm run advisor`: adds an advisor to a cohort, or removes one. */
import { dismissAdvisor, type EnrollDeps, enrollAdvisor } from '#functions/enroll-advisor.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { type Advisor, ROLE_WORDS, rolesOf } from '#shared/people/advisor/advisor.ts';
import { onData } from './command-data.ts';
import { type CallOf, runCommand } from './commands/run.ts';

type AdvisorCall = CallOf<'advisor'>;

await runCommand('advisor', (call) =>
  onData('create', async ({ store, clock, pepper }) => {
    const deps = { store, clock, pepper: await pepper() };
    return call.remove ? remove(deps, call) : enroll(deps, call);
  }),
);

async function enroll(deps: EnrollDeps, of: AdvisorCall): Promise<Result<string, string>> {
  const { address, cohort, role, zone, name = address, 'cohort-name': title } = of;
  const enrolled = await enrollAdvisor(deps, {
    profile: { name, address, zone },
    role,
    cohort: { id: cohort, name: title ?? cohort },
  });
  return success(`${rolesText(enrolled)} They sign in at /advisors, by email.`);
}

async function remove(
  deps: EnrollDeps,
  { address, cohort }: AdvisorCall,
): Promise<Result<string, string>> {
  const dismissed = await dismissAdvisor(deps, address, cohort);
  return dismissed
    ? success(rolesText(dismissed))
    : failure(`${address} is not an advisor. Nothing was changed.`);
}

function rolesText(advisor: Advisor): string {
  const { address } = advisor.profile;
  const roles = Object.entries(rolesOf(advisor));
  if (roles.length === 0)
    return `${address} no longer advises a cohort. Their sessions and sign-in links have ended.`;
  return `${address} is ${roles.map(([id, role]) => `${ROLE_WORDS[role]} of ${id}`).join(', ')}.`;
}

/**
 * `npm run advisor -- ADDRESS --cohort ID [--remove]`: gives somebody a cohort to advise, or takes it away. On this machine's
 * data folder, or on the deployed table where AWAY_TABLE and AWAY_PEPPER are set.
 */
import { dismissAdvisor, type EnrolDeps, enrolAdvisor } from '#functions/enroll-advisor.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { type Advisor, rolesOf } from '#shared/people/advisor/advisor.ts';
import { ROLE_WORDS } from '#shared/people/advisor/role.ts';
import { onGround } from './command-ground.ts';
import { type AskedOf, runCommand } from './commands/run.ts';

type Asked = AskedOf<'advisor'>;

await runCommand('advisor', (asked) =>
  onGround('made', async ({ store, clock, pepper }) => {
    const deps = { store, clock, pepper: await pepper() };
    return asked.remove ? remove(deps, asked) : enrol(deps, asked);
  }),
);

async function enrol(deps: EnrolDeps, of: Asked): Promise<Result<string, string>> {
  const { address, cohort, role, zone, name = address, 'cohort-name': title } = of;
  const enrolled = await enrolAdvisor(deps, {
    profile: { name, address, zone },
    role,
    cohort: { id: cohort, name: title ?? cohort },
  });
  return success(`${standing(enrolled)} They sign in at /advisors on the address of the pages.`);
}

async function remove(
  deps: EnrolDeps,
  { address, cohort }: Asked,
): Promise<Result<string, string>> {
  const dismissed = await dismissAdvisor(deps, address, cohort);
  return dismissed
    ? success(standing(dismissed))
    : failure(`Nobody advises under ${address}. Nothing was changed.`);
}

function standing(advisor: Advisor): string {
  const { address } = advisor.profile;
  const roles = Object.entries(rolesOf(advisor));
  if (roles.length === 0)
    return `${address} no longer advises a cohort. Their sessions and sign-in links have ended.`;
  return `${address} is ${roles.map(([id, role]) => `${ROLE_WORDS[role]} of ${id}`).join(', ')}.`;
}

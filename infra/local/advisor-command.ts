/**
 * `npm run advisor -- ADDRESS --cohort ID [--remove]`: gives somebody a cohort to advise, or takes it away. On this machine's
 * data folder, or on the deployed table where AWAY_TABLE and AWAY_PEPPER are set.
 */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { dismissAdvisor, type EnrolDeps, enrolAdvisor } from '#functions/enroll-advisor.ts';
import { failure, type Result, success } from '#shared/base/result.ts';
import { addressSchema, idSchema, lineSchema } from '#shared/base/text.ts';
import { EASTERN, zoneSchema } from '#shared/base/time/instant.ts';
import { type Advisor, rolesOf } from '#shared/people/advisor/advisor.ts';
import { ROLE_WORDS, ROLES, roleSchema } from '#shared/people/advisor/role.ts';
import { onGround } from './command-ground.ts';
import { tell } from './tell.ts';

const USAGE = `Usage: npm run advisor -- ADDRESS --cohort ID [--role ${ROLES.join('|')}] [--name NAME] [--zone ZONE] [--cohort-name NAME] | ADDRESS --cohort ID --remove`;

const argumentsSchema = z.object({
  address: addressSchema,
  cohort: idSchema,
  role: roleSchema.default('advisor'),
  name: lineSchema.exactOptional(),
  zone: zoneSchema.default(EASTERN),
  'cohort-name': lineSchema.exactOptional(),
  remove: z.boolean().default(false),
});
type Arguments = z.infer<typeof argumentsSchema>;

tell(await answer(process.argv.slice(2)));

async function answer(args: string[]): Promise<Result<string, string>> {
  const told = readArguments(args);
  if (!told.ok) return told;
  return onGround('made', async ({ store, clock, pepper }) => {
    const deps = { store, clock, pepper: await pepper() };
    return told.value.remove ? remove(deps, told.value) : enrol(deps, told.value);
  });
}

async function enrol(deps: EnrolDeps, of: Arguments): Promise<Result<string, string>> {
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
  { address, cohort }: Arguments,
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

function readArguments(args: string[]): Result<Arguments, string> {
  const read = argumentsOf(args);
  if (!read) return failure(USAGE);
  const parsed = argumentsSchema.safeParse(read);
  if (parsed.success) return success(parsed.data);
  const [issue] = parsed.error.issues;
  const field = String(issue?.path[0]);
  const says = read[field] === undefined ? 'is missing' : whyNot(issue);
  return failure(`${field === 'address' ? 'The address' : `--${field}`} ${says}. ${USAGE}`);
}

function argumentsOf(args: string[]): Record<string, string | boolean | undefined> | undefined {
  const string = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        cohort: string,
        role: string,
        name: string,
        zone: string,
        'cohort-name': string,
        remove: { type: 'boolean' },
      },
    });
    return positionals.length > 1 ? undefined : { ...values, address: positionals[0] };
  } catch {
    return undefined;
  }
}

function whyNot(issue: z.core.$ZodIssue | undefined): string {
  return issue?.code === 'invalid_value'
    ? `must be one of ${ROLES.join(', ')}`
    : (issue?.message ?? 'is wrong');
}

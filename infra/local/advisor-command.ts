/**
 * `npm run advisor -- ADDRESS --cohort ID`: gives somebody a cohort to advise; the first one is made so. On this machine's
 * data folder, or on the deployed table where AWAY_TABLE and AWAY_PEPPER are set.
 */
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { readEnv } from '../../functions/adapters/env.ts';
import { type Enrolment, enrolAdvisor } from '../../functions/enrol-advisor.ts';
import { ROLE_WORDS, ROLES, roleSchema } from '../../shared/access/role.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { addressSchema, idSchema, lineSchema } from '../../shared/text.ts';
import { EASTERN, zoneSchema } from '../../shared/time/instant.ts';
import { openGround } from './command-ground.ts';
import { tell } from './tell.ts';

const USAGE = `Usage: npm run advisor -- ADDRESS --cohort ID [--role ${ROLES.join('|')}] [--name NAME] [--zone ZONE] [--cohort-name NAME]`;

const argumentsSchema = z.object({
  address: addressSchema,
  cohort: idSchema,
  role: roleSchema.default('advisor'),
  name: lineSchema.exactOptional(),
  zone: zoneSchema.default(EASTERN),
  'cohort-name': lineSchema.exactOptional(),
});

tell(await answer(process.argv.slice(2)));

async function answer(args: string[]): Promise<Result<string, string>> {
  const told = enrolmentOf(args);
  if (!told.ok) return told;
  const env = readEnv();
  if (!env.ok) return env;
  const opened = openGround(env.value.dataFolder, 'made');
  if (!opened.ok) return opened;
  const { store, clock, pepper, close } = opened.value;
  try {
    const deps = { store, clock, pepper: await pepper() };
    const { profile, role, cohortIds } = await enrolAdvisor(deps, told.value);
    return success(
      `${profile.address} is ${ROLE_WORDS[role]} of ${cohortIds.join(', ')}. They sign in at /advisors on the address of the pages.`,
    );
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  } finally {
    close();
  }
}

function enrolmentOf(args: string[]): Result<Enrolment, string> {
  const read = argumentsOf(args);
  if (!read) return failure(USAGE);
  const parsed = argumentsSchema.safeParse(read);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = String(issue?.path[0]);
    const says = read[field] === undefined ? 'is missing' : whyNot(issue);
    return failure(`${field === 'address' ? 'The address' : `--${field}`} ${says}. ${USAGE}`);
  }
  const { address, cohort, role, zone, name = address, 'cohort-name': title } = parsed.data;
  return success({
    profile: { name, address, zone },
    role,
    cohort: { id: cohort, name: title ?? cohort },
  });
}

function argumentsOf(args: string[]): Record<string, string | undefined> | undefined {
  const string = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { cohort: string, role: string, name: string, zone: string, 'cohort-name': string },
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

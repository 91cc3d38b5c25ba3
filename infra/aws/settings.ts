/** The settings of a deployment: CDK context, checked by name before anything is made. */
import * as z from 'zod';
import { WAIT_SECONDS_MAX } from '#shared/base/limits.ts';

// Longer than the table can be restored: a log names who must be erased again.
const LOG_DAYS = [60, 90, 120, 150, 180, 365, 400, 545, 731] as const;

const text = (pattern: RegExp) => z.string().regex(pattern);
const wholeNumber = z.union([z.int(), text(/^\d+$/).transform(Number)]);

const RULES = {
  domain: {
    schema: text(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/),
    must: 'be the host name of the pages, such as -c domain=rotations.example.org',
  },
  certificate: {
    schema: text(/^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[a-zA-Z0-9-]+$/),
    must: 'be the ARN of an ACM certificate for that host name in the same region, such as -c certificate=arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d',
  },
  sender: {
    schema: z.email(),
    must: 'be the email address that emails come from, such as -c sender=rotations@example.org',
  },
  replies: {
    schema: z.email().optional(),
    must: 'be a mailbox that someone reads, for answers of people without an advisor (default: the sender), such as -c replies=office@example.org',
  },
  alarms: {
    schema: z.email(),
    must: 'be the email address of the operator, such as -c alarms=operator@example.org',
  },
  logDays: {
    schema: wholeNumber
      .refine((days) => (LOG_DAYS as readonly number[]).includes(days))
      .default(90),
    must: `be the number of days to keep logs, one of ${LOG_DAYS.join(', ')}, such as -c logDays=90`,
  },
  nudgesAtOnce: {
    schema: wholeNumber.refine((many) => many >= 2 && many <= 100).default(2),
    must: 'be the number of people to visit at once, 2 to 100, such as -c nudgesAtOnce=2',
  },
  emailsPerSecond: {
    schema: wholeNumber.refine((many) => many >= 1 && many <= 1000).default(1),
    must: 'be the account’s limit of emails per second, 1 to 1000, such as -c emailsPerSecond=14; a new account has 1',
  },
  waitSecondsMax: {
    schema: wholeNumber
      .refine((seconds) => seconds >= 1 && seconds <= WAIT_SECONDS_MAX)
      .default(WAIT_SECONDS_MAX),
    must: `be the longest wait of the state machine, 1 to ${WAIT_SECONDS_MAX} seconds, such as -c waitSecondsMax=60 to see one end`,
  },
} as const;

type Name = keyof typeof RULES;
export type Settings = { readonly [Key in Name]: z.output<(typeof RULES)[Key]['schema']> };

/** Throws one sentence for every setting that is missing or wrong. `contextOf`: the value of a context key. */
export function readSettings(contextOf: (name: string) => unknown): Settings {
  const wrong: string[] = [];
  const entries = Object.entries(RULES).map(([name, { schema, must }]) => {
    const parsed = schema.safeParse(contextOf(name));
    if (!parsed.success) wrong.push(`Context "${name}" must ${must}.`);
    return [name, parsed.data];
  });
  if (wrong.length > 0) throw settingsError(wrong.join('\n'));
  return Object.fromEntries(entries) as Settings;
}

/** Recognized by its name, so that the app shows it without its stack. */
function settingsError(sentences: string): Error {
  return Object.assign(new Error(sentences), { name: 'SettingsError' });
}

/** What a deployed function reads from its environment. The stacks import the names as a type, so that the two cannot disagree. */
import * as z from 'zod';

const httpsSchema = z
  .string()
  .refine((text) => URL.parse(text)?.protocol === 'https:' && !/[?#@]/.test(text))
  .transform((text) => text.replace(/\/+$/, ''));

const arnSchema = z.string().regex(/^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:\d{12}:.+$/);

/** The name or ARN of a secret. */
const secretSchema = z.string().min(1).max(2048);
const SQS = 'https://sqs.us-east-1.amazonaws.com/123456789012';

/** What each variable must be, with an example. */
export const AWS_VARIABLES = {
  AWAY_TABLE: [
    z.string().regex(/^[A-Za-z0-9_.-]{3,255}$/),
    'the name of the table',
    'away-rotations',
  ],
  AWAY_URL: [httpsSchema, 'the https address that readers open', 'https://rotations.example.org'],
  AWAY_FROM: [z.email(), 'one email address', 'rotations@example.org'],
  AWAY_REPLY_TO: [z.email(), 'a mailbox that someone reads', 'office@example.org'],
  AWAY_CONFIGURATION_SET: [
    z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
    "the name of SES's configuration set",
    'away-rotations',
  ],
  AWAY_MAIL_INTERVAL_MS: [
    z.string().regex(/^\d{1,6}$/),
    'the least milliseconds between two emails of one process',
    '2000',
  ],
  AWAY_SECRETS: [
    secretSchema,
    'the name or ARN of the secret with the link keys',
    'away-rotations/keys',
  ],
  AWAY_UNDO_KEY: [
    secretSchema,
    'the name or ARN of the secret with the keys of undo links',
    'away-rotations/undo',
  ],
  AWAY_PEPPER: [
    secretSchema,
    'the name or ARN of the secret that keys address hashes',
    'away-rotations/pepper',
  ],
  AWAY_WEBHOOK_KEY: [
    secretSchema,
    "the name or ARN of the secret that senders' secrets are derived from",
    'away-rotations/webhook',
  ],
  AWAY_STATE_MACHINE: [
    arnSchema,
    'the ARN of the state machine',
    'arn:aws:states:us-east-1:123456789012:stateMachine:rotation',
  ],
  AWAY_WAIT_SECONDS_MAX: [
    z.string().regex(/^[1-9]\d{0,7}$/),
    'the longest wait of the state machine in seconds',
    '25920000',
  ],
  AWAY_RELEASE: [
    z.string().regex(/^[A-Za-z0-9]{8,128}$/),
    'a fingerprint of the rules and data that are deployed',
    '0a1b2c3d4e5f',
  ],
  AWAY_NUDGE_QUEUE: [z.url(), 'the URL of the queue of people to visit', `${SQS}/nudge`],
  AWAY_REQUEST_QUEUE: [
    z.url(),
    'the URL of the queue of people who asked for an email',
    `${SQS}/request`,
  ],
  AWAY_JOB_QUEUE: [z.url(), 'the URL of the queue of jobs', `${SQS}/job`],
  AWAY_EXPORTS: [
    z.string().regex(/^[a-z0-9.-]{3,63}$/),
    'the name of the bucket of exports',
    'away-rotations-exports',
  ],
} as const satisfies Record<string, readonly [z.ZodType<string>, what: string, example: string]>;

export type AwsVariable = keyof typeof AWS_VARIABLES;

/**
 * What a deployed function reads from its environment. The stacks import the names as a type, so that a function and
 * its stack cannot disagree.
 */
import * as z from 'zod';

const httpsSchema = z
  .string()
  .refine((text) => URL.parse(text)?.protocol === 'https:' && !/[?#@]/.test(text))
  .transform((text) => text.replace(/\/+$/, ''));

const arnSchema = z.string().regex(/^arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:\d{12}:.+$/);

interface AwsVariableRule {
  readonly schema: z.ZodType<string>;
  /** Ends the sentence "AWAY_X must be …". */
  readonly must: string;
}

export const AWS_VARIABLES = {
  AWAY_TABLE: {
    schema: z.string().regex(/^[A-Za-z0-9_.-]{3,255}$/),
    must: 'be the name of the table, such as AWAY_TABLE=away-rotations',
  },
  AWAY_URL: {
    schema: httpsSchema,
    must: 'be the https address that readers open, such as AWAY_URL=https://rotations.example.org',
  },
  AWAY_FROM: {
    schema: z.email(),
    must: 'be one email address, such as AWAY_FROM=rotations@example.org',
  },
  AWAY_REPLY_TO: {
    schema: z.email(),
    must: 'be a mailbox that somebody reads, such as AWAY_REPLY_TO=office@example.org',
  },
  AWAY_CONFIGURATION_SET: {
    schema: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
    must: "be the name of SES's configuration set, such as AWAY_CONFIGURATION_SET=away-rotations",
  },
  AWAY_MAIL_INTERVAL_MS: {
    schema: z.string().regex(/^\d{1,6}$/),
    must: 'be the least milliseconds between two emails of one process, such as AWAY_MAIL_INTERVAL_MS=2000',
  },
  AWAY_SECRETS: {
    schema: z.string().min(1).max(2048),
    must: 'be the name or ARN of the secret with the link keys, such as AWAY_SECRETS=away-rotations/keys',
  },
  AWAY_UNDO_KEY: {
    schema: z.string().min(1).max(2048),
    must: 'be the name or ARN of the secret with the keys of undo links, such as AWAY_UNDO_KEY=away-rotations/undo',
  },
  AWAY_PEPPER: {
    schema: z.string().min(1).max(2048),
    must: 'be the name or ARN of the secret that keys address hashes, such as AWAY_PEPPER=away-rotations/pepper',
  },
  AWAY_WEBHOOK_KEY: {
    schema: z.string().min(1).max(2048),
    must: "be the name or ARN of the secret that senders' secrets are derived from, such as AWAY_WEBHOOK_KEY=away-rotations/webhook",
  },
  AWAY_STATE_MACHINE: {
    schema: arnSchema,
    must: 'be the ARN of the state machine, such as AWAY_STATE_MACHINE=arn:aws:states:us-east-1:123456789012:stateMachine:rotation',
  },
  AWAY_WAIT_SECONDS_MAX: {
    schema: z.string().regex(/^[1-9]\d{0,7}$/),
    must: 'be the longest wait of the state machine in seconds, such as AWAY_WAIT_SECONDS_MAX=25920000',
  },
  AWAY_RELEASE: {
    schema: z.string().regex(/^[A-Za-z0-9]{8,128}$/),
    must: 'be a fingerprint of the rules and data that are deployed, such as AWAY_RELEASE=0a1b2c3d4e5f',
  },
  AWAY_NUDGE_QUEUE: {
    schema: z.url(),
    must: 'be the URL of the queue of people to visit, such as AWAY_NUDGE_QUEUE=https://sqs.us-east-1.amazonaws.com/123456789012/nudge',
  },
  AWAY_REQUEST_QUEUE: {
    schema: z.url(),
    must: 'be the URL of the queue of people who asked for an email, such as AWAY_REQUEST_QUEUE=https://sqs.us-east-1.amazonaws.com/123456789012/request',
  },
  AWAY_JOB_QUEUE: {
    schema: z.url(),
    must: 'be the URL of the queue of jobs, such as AWAY_JOB_QUEUE=https://sqs.us-east-1.amazonaws.com/123456789012/job',
  },
  AWAY_EXPORTS: {
    schema: z.string().regex(/^[a-z0-9.-]{3,63}$/),
    must: 'be the name of the bucket of exports, such as AWAY_EXPORTS=away-rotations-exports',
  },
} as const satisfies Record<string, AwsVariableRule>;

export type AwsVariable = keyof typeof AWS_VARIABLES;

/** What an operator does with a running product: its senders, its sending, its data, and its corrections. */
import * as z from 'zod';
import { addressSchema } from '#shared/base/text.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { type Command, file, flag, given, json, ON_DATA, wholeNumber } from './arguments.ts';

const sender = { id: given('ID', z.string(), 'the sender') };
const correction = { id: given('ID', z.string(), 'the correction') };

export const OPERATOR_COMMANDS = {
  sender: {
    does: 'Manages senders: the forms and systems of a school that may send signed updates.',
    forms: {
      list: { means: 'list the senders' },
      add: {
        means: 'add a sender and print its address and secret',
        operands: { file: file('FILE.json', 'the new sender') },
      },
      rotate: { means: 'add a second secret; for a week both are valid', operands: sender },
      'end-older': { means: 'end the older of its two secrets now', operands: sender },
      mapping: {
        means: 'replace the mapping of its answers',
        operands: { ...sender, file: file('MAPPING.json', 'which answer goes into which field') },
      },
      revoke: { means: 'end its access for good', operands: sender },
    },
    settings: ON_DATA,
    seeAlso: 'docs/webhook/README.md',
  },
  ops: {
    does: 'Operates this machine’s data folder beside its server, or a deployed table.',
    forms: {
      status: {
        means: 'show the sending switch, complaints, and people who wait or cannot be reached',
        options: { json },
      },
      pause: {
        means: 'hold every email',
        options: { 'but-critical': flag('still send links, corrections, and urgent emails'), json },
      },
      resume: { means: 'send email again', options: { json } },
      'dry-run': {
        means: 'show what would be emailed on a day if nobody acts; nothing is sent',
        options: { day: given('YYYY-MM-DD', daySchema, 'today or a later day'), json },
      },
      replay: {
        means: 'check everyone again; nothing that was emailed on the day is sent twice',
        options: { day: given('YYYY-MM-DD', daySchema, 'the day to check'), json },
      },
      'end-links': {
        means: 'end every link and calendar address of everyone with this email address',
        operands: { address: given('ADDRESS', addressSchema, 'the email address') },
        options: { json },
      },
      backup: {
        means: 'copy this machine’s data into a folder, also while its server runs',
        operands: { folder: file('FOLDER', 'a folder for backups and nothing else') },
        options: {
          keep: given('DAYS', wholeNumber(1, 3650).default(35), 'delete backups that are older'),
          json,
        },
      },
      restore: {
        means: 'replace the data of a stopped server; people erased since the backup stay erased',
        operands: { file: file('BACKUP', 'the backup') },
        options: { json },
      },
      'erase-again': {
        means: 'erase everyone whose hash is in the file from a restored table',
        operands: { file: file('FILE', 'the log lines `erased` of the deployment') },
        options: { json },
      },
      'rotate-keys': {
        means: 'sign links with a new key; links of the old one work for 60 more days',
        options: { leaked: flag('end them now instead; their owners ask for new ones'), json },
      },
      corrections: {
        means: 'show what advisors entered and nobody has confirmed',
        options: { json },
      },
      'corrections confirm': {
        means: 'make a correction valid for everyone',
        operands: correction,
        options: { json },
      },
      'corrections reject': {
        means: 'remove a correction',
        operands: correction,
        options: { json },
      },
    },
    settings: ON_DATA,
    seeAlso: 'docs/runbook.md',
  },
} as const satisfies Readonly<Record<string, Command>>;

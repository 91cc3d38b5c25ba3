/** What an operator does with a product that runs: its senders, its sending, its data, and its corrections. */
import * as z from 'zod';
import { addressSchema } from '#shared/base/text.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { type Command, flag, given } from './arguments.ts';
import { file, json, ON_DATA, wholeNumber } from './values.ts';

const sender = { id: given('ID', z.string(), 'the sender') };
const correction = { id: given('ID', z.string(), 'the correction') };

export const OPERATOR_COMMANDS = {
  sender: {
    does: 'Manages senders: the forms and systems of a school that may send signed updates.',
    forms: {
      list: { words: ['list'], means: 'list the senders' },
      add: {
        words: ['add'],
        means: 'add a sender and print its address and secret',
        operands: { file: file('FILE.json', 'the new sender') },
      },
      rotate: {
        words: ['rotate'],
        means: 'add a second secret; for a week both are valid',
        operands: sender,
      },
      'end-older': {
        words: ['end-older'],
        means: 'end the older of its two secrets now',
        operands: sender,
      },
      mapping: {
        words: ['mapping'],
        means: 'replace the mapping of its answers',
        operands: { ...sender, file: file('MAPPING.json', 'which answer goes into which field') },
      },
      revoke: { words: ['revoke'], means: 'end its access for good', operands: sender },
    },
    settings: ON_DATA,
    seeAlso: 'docs/webhook/README.md',
  },
  ops: {
    does: 'Operates this machine’s data folder beside its server, or a deployed table.',
    forms: {
      status: {
        words: ['status'],
        means: 'show the sending switch, complaints, and people who wait or cannot be reached',
        options: { json },
      },
      pause: {
        words: ['pause'],
        means: 'hold every email',
        options: { 'but-critical': flag('still send links, corrections, and urgent emails'), json },
      },
      resume: { words: ['resume'], means: 'send email again', options: { json } },
      'dry-run': {
        words: ['dry-run'],
        means: 'show what would be emailed on a day if nobody acts; nothing is sent',
        options: { day: given('YYYY-MM-DD', daySchema, 'today or a later day'), json },
      },
      replay: {
        words: ['replay'],
        means: 'check everyone again; nothing that was emailed on the day is sent twice',
        options: { day: given('YYYY-MM-DD', daySchema, 'the day to check'), json },
      },
      'end-links': {
        words: ['end-links'],
        means: 'end every link and calendar address of everyone with this email address',
        operands: { address: given('ADDRESS', addressSchema, 'the email address') },
        options: { json },
      },
      backup: {
        words: ['backup'],
        means: 'copy this machine’s data into a folder, also while its server runs',
        operands: { folder: file('FOLDER', 'a folder for backups and nothing else') },
        options: {
          keep: given('DAYS', wholeNumber(1, 3650).default(35), 'delete backups that are older'),
          json,
        },
      },
      restore: {
        words: ['restore'],
        means: 'replace the data of a stopped server; people erased since the backup stay erased',
        operands: { file: file('BACKUP', 'the backup') },
        options: { json },
      },
      'erase-again': {
        words: ['erase-again'],
        means: 'erase everyone whose hash is in the file from a restored table',
        operands: { file: file('FILE', 'the log lines `erased` of the deployment') },
        options: { json },
      },
      'rotate-keys': {
        words: ['rotate-keys'],
        means: 'sign links with a new key; links of the old one work for 60 more days',
        options: { leaked: flag('end them now instead; their owners ask for new ones'), json },
      },
      corrections: {
        words: ['corrections'],
        means: 'show what advisors entered and nobody has confirmed',
        options: { json },
      },
      confirm: {
        words: ['corrections', 'confirm'],
        means: 'make a correction valid for everyone',
        operands: correction,
        options: { json },
      },
      reject: {
        words: ['corrections', 'reject'],
        means: 'remove a correction',
        operands: correction,
        options: { json },
      },
    },
    settings: ON_DATA,
    seeAlso: 'docs/runbook.md',
  },
} as const satisfies Readonly<Record<string, Command>>;

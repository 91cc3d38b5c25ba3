/** Every command: what it accepts. Its usage, its help, and its part of docs/reference.md are derived from this. */
import * as z from 'zod';
import { addressSchema, idSchema, lineSchema } from '#shared/base/text.ts';
import { typedZoneSchema } from '#shared/base/time/cities.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { EASTERN } from '#shared/base/time/instant.ts';
import { ORDERS } from '#shared/cohort/import/written-days.ts';
import { ROLES, roleSchema } from '#shared/people/advisor/advisor.ts';
import { certaintySchema } from '#shared/world/provenance.ts';
import { type Command, flag, given, givenOften } from './arguments.ts';

const file = (value: string, means: string) => given(value, z.string(), means);
const matchYear = z
  .string()
  .regex(/^20[2-6]\d$/, { error: 'is not a Match year, such as 2028' })
  .transform(Number);
const json = flag('print JSON');
const sender = { id: given('ID', z.string(), 'the sender') };
const correction = { id: given('ID', z.string(), 'the correction') };
const by = given('NAME', lineSchema.default('operator'), 'your name, for the record');
const FORMATS = ['html', 'csv', 'rotations-csv', 'xlsx', 'json', 'ics'] as const;
const CERTAINTIES = certaintySchema.extract(['official', 'secondary']);
const ON_FILE = ['AWAY_NOW'] as const;
const ON_DATA = ['AWAY_DATA', 'AWAY_TABLE'] as const;

export const COMMANDS = {
  start: {
    does: 'Runs the whole product on this machine: a demo with invented people or, with AWAY_SMTP_URL, a real season.',
    forms: { serve: {} },
    settings: [
      'PORT',
      'AWAY_DATA',
      'AWAY_NOW',
      'AWAY_SMTP_URL',
      'AWAY_URL',
      'AWAY_FROM',
      'AWAY_REPLY_TO',
      'AWAY_PROXY',
    ],
  },
  plan: {
    does: 'Shows one applicant’s plan: the steps with their latest safe days, the reminders ahead, and the findings.',
    forms: { show: { operands: { file: file('FILE.json', 'the applicant') }, options: { json } } },
    settings: ON_FILE,
    seeAlso: 'docs/plan-file.md',
  },
  shortlist: {
    does: 'Shows where to rotate and where to apply, with reasons, and proposes whole plans. It stores and sends nothing.',
    forms: { show: { operands: { file: file('FILE.json', 'the profile') }, options: { json } } },
    settings: ON_FILE,
    seeAlso: 'docs/shortlist-file.md',
  },
  advisor: {
    does: 'Adds an advisor to a cohort, or removes one. The cohort is created if it is new. Advisors sign in by email at /advisors.',
    forms: {
      put: {
        operands: { address: given('ADDRESS', addressSchema, 'the advisor’s email address') },
        options: {
          cohort: given('ID', idSchema, 'the cohort'),
          role: given('ROLE', roleSchema.default('advisor'), `one of ${ROLES.join(', ')}`),
          name: given('NAME', lineSchema.exactOptional(), 'the advisor’s name'),
          zone: given(
            'ZONE',
            typedZoneSchema.default(EASTERN),
            'the city or time zone of the advisor’s emails',
          ),
          'cohort-name': given('NAME', lineSchema.exactOptional(), 'the name of a new cohort'),
          remove: flag('remove the advisor from the cohort'),
        },
      },
    },
    settings: ON_DATA,
  },
  import: {
    does: 'Imports a cohort from CSV: the whole file or, where a row is wrong, nothing; every bad row is named.',
    forms: {
      bring: {
        operands: { file: file('FILE.csv', 'the sheet') },
        options: {
          cohort: given('ID', idSchema, 'a cohort that has an advisor'),
          ignore: givenOften('COLUMN', z.string(), 'leave this column out'),
          moved: givenOften('LINE', z.string(), 'this line is a known rotation with new dates'),
          second: givenOften(
            'LINE',
            z.string(),
            'this line is another rotation, or with who. before it another person',
          ),
          value: givenOften(
            'COLUMN:TEXT=VALUE',
            z.string(),
            'what this text means in the whole column; - for an empty cell',
          ),
          days: given(
            'ORDER',
            z.enum(ORDERS).exactOptional(),
            `${ORDERS.join(' or ')}, where no day of a column shows it`,
          ),
        },
      },
    },
    settings: ON_DATA,
    seeAlso: 'docs/import.md',
  },
  report: {
    does: 'Writes the report of a cohort as a file, the same one that its page offers.',
    forms: {
      write: {
        options: {
          cohort: given('ID', idSchema, 'the cohort'),
          format: given('FORMAT', z.enum(FORMATS), `one of ${FORMATS.join(', ')}`),
          out: given('FILE', z.string().exactOptional(), 'the file to write, instead of printing'),
        },
      },
    },
    settings: ON_DATA,
  },
  season: {
    does: 'Loads a season’s dates into the running product, or names the file, row, and field that is wrong.',
    forms: {
      put: {
        operands: { file: file('FILE.json', 'the dates') },
        options: { check: flag('check the file and change nothing'), by },
      },
      withdraw: {
        options: {
          withdraw: given('YEAR', matchYear, 'return to the dates of the release'),
          by,
        },
      },
    },
    settings: ON_DATA,
    seeAlso: 'docs/season-file.md',
  },
  'import-programs': {
    does: 'Shows what a newer list of programs changes, and writes the data file only with --write.',
    forms: {
      compare: {
        operands: {
          file: file(
            'FILE',
            'CSV or JSON with code, name, kind (integrated-ir or dr), city, and state',
          ),
        },
        options: {
          source: given('URL', lineSchema, 'where the list comes from'),
          season: given('YEAR', matchYear, 'the Match year of the list'),
          certainty: given(
            'CERTAINTY',
            CERTAINTIES.default('secondary'),
            `one of ${CERTAINTIES.options.join(', ')}`,
          ),
          gone: given(
            'N',
            wholeNumber(0, 10_000).exactOptional(),
            'how many programs may disappear, if that is many',
          ),
          write: flag('write the data file'),
        },
      },
    },
    settings: ON_FILE,
  },
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
        operands: {
          ...sender,
          file: file('MAPPING.json', 'which answer goes into which field'),
        },
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
        options: {
          'but-critical': flag('still send links, corrections, and urgent emails'),
          json,
        },
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
  simulate: {
    does: 'Plays eighteen months in virtual time. It fails unless every due reminder is sent once, in time, and never for a step that is done.',
    forms: {
      play: {
        options: {
          applicants: given('N', wholeNumber(1, 5000).default(100), 'how many applicants'),
          season: given('YEAR', wholeNumber(2022, 2058).default(2028), 'the Match year'),
          seed: given('S', wholeNumber(0, 2 ** 31).default(1), 'the same seed, the same season'),
          faults: flag('let processes die, ports fail, and sweeps race'),
          page: given('FILE.html', z.string().exactOptional(), 'draw the season in this file'),
          json,
        },
      },
    },
    settings: [],
  },
  laws: {
    does: 'Tries the laws of the agenda on generated plans. It fails where one is broken, and names the plan.',
    forms: {
      try: {
        options: { plans: given('N', wholeNumber(1, 1_000_000).default(200), 'how many plans') },
      },
    },
    settings: [],
  },
  bench: {
    does: 'Measures what must stay fast with ten thousand people, as ratios, because a busy machine slows both sides.',
    forms: { measure: { options: { json } } },
    settings: [],
  },
} as const satisfies Readonly<Record<string, Command>>;

function wholeNumber(least: number, most: number) {
  const isWithin = (text: string) =>
    /^\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= most;
  const error = `is not a whole number from ${least} to ${most}`;
  return z.string().refine(isWithin, { error }).transform(Number);
}

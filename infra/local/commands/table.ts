/** Every command: what it accepts. Its usage, its help, and its part of docs/reference.md are derived from this. */
import * as z from 'zod';
import { addressSchema, idSchema, lineSchema } from '#shared/base/text.ts';
import { typedZoneSchema } from '#shared/base/time/cities.ts';
import { EASTERN } from '#shared/base/time/instant.ts';
import { ORDERS } from '#shared/cohort/import/written-days.ts';
import { ROLES, roleSchema } from '#shared/people/advisor/advisor.ts';
import { certaintySchema } from '#shared/world/provenance.ts';
import {
  type Command,
  file,
  flag,
  given,
  givenOften,
  json,
  ON_DATA,
  wholeNumber,
} from './arguments.ts';
import { OPERATOR_COMMANDS } from './operator-commands.ts';

const matchYear = z
  .string()
  .regex(/^20[2-6]\d$/, { error: 'is not a Match year, such as 2028' })
  .transform(Number);
const by = given('NAME', lineSchema.default('operator'), 'your name, for the record');
const FORMATS = ['html', 'csv', 'rotations-csv', 'xlsx', 'json', 'ics'] as const;
const CERTAINTIES = certaintySchema.extract(['official', 'secondary']);
const ON_FILE = ['AWAY_NOW'] as const;

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
          map: givenOften(
            'COLUMN=OURS',
            z.string(),
            'this column holds what the template calls OURS',
          ),
          ignore: givenOften('COLUMN', z.string(), 'leave this column out'),
          moved: givenOften('LINE', z.string(), 'this line is a known rotation with new dates'),
          second: givenOften(
            'LINE',
            z.string(),
            'this line is a second rotation; who.LINE: this line is a different person',
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
        options: { withdraw: given('YEAR', matchYear, 'return to the dates of the release'), by },
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
  ...OPERATOR_COMMANDS,
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

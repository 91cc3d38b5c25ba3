/** Every command over this machine's data or files. What each accepts, its usage, and docs/reference.md follow from here. */
import * as z from 'zod';
import { addressSchema, idSchema, lineSchema } from '#shared/base/text.ts';
import { daySchema } from '#shared/base/time/day.ts';
import { EASTERN, zoneSchema } from '#shared/base/time/instant.ts';
import { ROLES, roleSchema } from '#shared/people/advisor/role.ts';
import { certaintySchema } from '#shared/world/provenance.ts';
import { type Command, flag, given, givenOften } from './arguments.ts';

const file = (value: string, says: string) => given(value, z.string(), says);
const matchYear = z
  .string()
  .regex(/^20[2-6]\d$/, { error: 'is not a Match year, such as 2028' })
  .transform(Number);
const json = flag('prints JSON');
const day = given('YYYY-MM-DD', daySchema, 'a day of the calendar');
const sender = { id: given('ID', z.string(), 'a sender') };
const mapping = file('MAPPING.json', 'which answer goes into which field');
const FORMATS = ['html', 'csv', 'rotations-csv', 'xlsx', 'json', 'ics'] as const;
const CERTAINTIES = certaintySchema.extract(['official', 'secondary']);
const correction = { id: given('ID', z.string(), 'a correction') };

export const COMMANDS = {
  plan: {
    does: 'Shows one applicant’s plan: steps with their latest safe days, reminders, and findings.',
    forms: { show: { operands: { file: file('FILE.json', 'the applicant') }, options: { json } } },
    seeAlso: 'docs/plan-file.md',
  },
  shortlist: {
    does: 'Shows where to rotate and apply, with reasons, and whole plans. Nothing is stored or sent.',
    forms: { show: { operands: { file: file('FILE.json', 'the profile') }, options: { json } } },
    seeAlso: 'docs/shortlist-file.md',
  },
  advisor: {
    does: 'Makes somebody an advisor of a cohort, or removes them. A new cohort is created. They sign in by email at /advisors.',
    forms: {
      put: {
        operands: { address: given('ADDRESS', addressSchema, 'their email address') },
        options: {
          cohort: given('ID', idSchema, 'the cohort'),
          role: given('ROLE', roleSchema.default('advisor'), `one of ${ROLES.join(', ')}`),
          name: given('NAME', lineSchema.exactOptional(), 'their name'),
          zone: given('ZONE', zoneSchema.default(EASTERN), 'the time zone of their overview'),
          'cohort-name': given('NAME', lineSchema.exactOptional(), 'what a new cohort is called'),
          remove: flag('removes them from the cohort'),
        },
      },
    },
  },
  import: {
    does: 'Imports a cohort from CSV. It names every bad row and imports nothing halfway.',
    forms: {
      bring: {
        operands: { file: file('FILE.csv', 'the sheet') },
        options: {
          cohort: given('ID', idSchema, 'a cohort that has an advisor'),
          ignore: givenOften('COLUMN', z.string(), 'leaves a column out'),
          moved: givenOften('LINE', z.string(), 'the line is a rotation of before, with new dates'),
          second: givenOften('LINE', z.string(), 'the line is another rotation'),
        },
      },
    },
    seeAlso: 'docs/import.md',
  },
  report: {
    does: 'Writes a cohort as a file, the same as from its page.',
    forms: {
      write: {
        options: {
          cohort: given('ID', idSchema, 'the cohort'),
          format: given('FORMAT', z.enum(FORMATS), `one of ${FORMATS.join(', ')}`),
          out: given('FILE', z.string().exactOptional(), 'the file to write; otherwise the output'),
        },
      },
    },
  },
  season: {
    does: 'Loads a season’s dates into the running product, or names the file, row, and field that is wrong.',
    forms: {
      put: {
        operands: { file: file('FILE.json', 'the dates') },
        options: {
          check: flag('only checks the file'),
          by: given('NAME', lineSchema.default('operator'), 'your name, for the record'),
        },
      },
      withdraw: {
        options: {
          withdraw: given('YEAR', matchYear, 'goes back to the dates of the release'),
          by: given('NAME', lineSchema.default('operator'), 'your name, for the record'),
        },
      },
    },
    seeAlso: 'docs/season-file.md',
  },
  'import-programs': {
    does: 'Shows what a newer list of programs changes, and writes the data file only when told to.',
    forms: {
      compare: {
        operands: {
          file: file(
            'FILE',
            'CSV or JSON of code, name, kind, city, state; kind is integrated-ir or dr',
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
            'how many programs may disappear, where that is many',
          ),
          write: flag('writes the data file'),
        },
      },
    },
  },
  sender: {
    does: 'Manages the forms and systems of a school that may send signed updates.',
    forms: {
      list: { words: ['list'], says: 'the senders' },
      add: {
        words: ['add'],
        says: 'a new one, with its address and secret',
        operands: { file: file('FILE.json', 'the sender') },
      },
      rotate: { words: ['rotate'], says: 'adds a second secret; both are valid', operands: sender },
      'end-older': {
        words: ['end-older'],
        says: 'ends the older of its two secrets',
        operands: sender,
      },
      mapping: {
        words: ['mapping'],
        says: 'replaces how its answers are read',
        operands: { ...sender, file: mapping },
      },
      revoke: { words: ['revoke'], says: 'ends its access', operands: sender },
    },
    seeAlso: 'docs/webhook/README.md',
  },
  ops: {
    does: 'Operates the data folder of this machine beside its server, or the deployed table that AWAY_TABLE names.',
    forms: {
      status: {
        words: ['status'],
        says: 'the switch, complaints, who cannot be reached, who is waiting',
        options: { json },
      },
      pause: {
        words: ['pause'],
        says: 'holds every email',
        options: {
          'but-critical': flag('links, corrections, and urgent emails still leave'),
          json,
        },
      },
      resume: { words: ['resume'], says: 'lets email leave again', options: { json } },
      'dry-run': {
        words: ['dry-run'],
        says: 'what would be emailed on a day if nobody acts; nothing is sent',
        options: { day, json },
      },
      replay: {
        words: ['replay'],
        says: 'has everybody looked at again; what was emailed on the day is not sent twice',
        options: { day, json },
      },
      corrections: {
        words: ['corrections'],
        says: 'what advisors entered and nobody confirmed',
        options: { json },
      },
      confirm: {
        words: ['corrections', 'confirm'],
        says: 'makes it valid for everyone',
        operands: correction,
        options: { json },
      },
      reject: {
        words: ['corrections', 'reject'],
        says: 'takes it back',
        operands: correction,
        options: { json },
      },
    },
    seeAlso: 'docs/runbook.md',
  },
  simulate: {
    does: 'Plays eighteen months in virtual time. It fails unless every due reminder leaves once, in time, and never after it was done.',
    forms: {
      play: {
        options: {
          applicants: given('N', wholeNumber(1, 5000).default(100), 'how many people'),
          season: given('YEAR', wholeNumber(2022, 2058).default(2028), 'the Match year'),
          seed: given('S', wholeNumber(0, 2 ** 31).default(1), 'the same seed is the same season'),
          faults: flag('processes die, ports fail, and sweeps race'),
          page: given('FILE.html', z.string().exactOptional(), 'draws the season'),
          json,
        },
      },
    },
  },
  bench: {
    does: 'Measures what must stay fast with ten thousand people, as ratios: a busy machine slows both sides.',
    forms: { measure: { options: { json } } },
  },
} as const satisfies Readonly<Record<string, Command>>;

function wholeNumber(least: number, most: number) {
  const isWithin = (text: string) =>
    /^\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= most;
  const error = `is not a whole number from ${least} to ${most}`;
  return z.string().refine(isWithin, { error }).transform(Number);
}
